//! logind says on the system's message bus, a socket on this machine, that the session locks or the machine goes to sleep.

use zbus::address::Transport;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator, Proxy, connection};
use zbus::zvariant::OwnedObjectPath;
use zbus::{Address, MatchRule, Message, message};

const SERVICE: &str = "org.freedesktop.login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";
const SESSION: &str = "org.freedesktop.login1.Session";

/// Calls `tell` each time, until the bus goes away. Where there is nobody to ask, it is never called.
pub fn listen(tell: impl Fn()) {
    if let Ok(address) = Address::system() {
        // Without logind idling locks all the same.
        let _ = listen_at(address, tell);
    }
}

fn listen_at(address: Address, tell: impl Fn()) -> zbus::Result<()> {
    // A bus on another machine is none of ours: the program opens no network connection.
    if !matches!(address.transport(), Transport::Unix(_)) {
        return Ok(());
    }
    let bus = connection::Builder::address(address)?.build()?;
    let rules = DBusProxy::new(&bus)?;
    let signal = || MatchRule::builder().msg_type(message::Type::Signal).sender(SERVICE);
    rules.add_match_rule(signal()?.interface(MANAGER)?.member("PrepareForSleep")?.build())?;
    let own = own_session(&bus);
    if let Some(session) = &own {
        rules.add_match_rule(signal()?.interface(SESSION)?.member("Lock")?.path(session.as_str())?.build())?;
        let changed = signal()?.interface("org.freedesktop.DBus.Properties")?.member("PropertiesChanged")?;
        rules.add_match_rule(changed.path(session.as_str())?.add_arg(SESSION)?.build())?;
    }
    for message in MessageIterator::from(&bus) {
        if says_so(&message?) {
            tell();
        }
    }
    Ok(())
}

/// The session on the screen that this program belongs to.
fn own_session(bus: &Connection) -> Option<OwnedObjectPath> {
    let manager = Proxy::new(bus, SERVICE, "/org/freedesktop/login1", MANAGER).ok()?;
    let named = std::env::var("XDG_SESSION_ID").unwrap_or_else(|_| "auto".to_owned());
    manager.call("GetSession", &named).ok()
}

/// Whether this is the beginning of a sleep or of a lock, and not its end.
fn says_so(message: &Message) -> bool {
    let header = message.header();
    let body = message.body();
    match header.member().map(zbus::names::MemberName::as_str) {
        Some("PrepareForSleep") => body.deserialize().unwrap_or(false),
        Some("Lock") => true,
        Some("PropertiesChanged") => {
            type Changed<'a> = (&'a str, std::collections::HashMap<&'a str, zbus::zvariant::Value<'a>>, Vec<&'a str>);
            let changed: Result<Changed<'_>, _> = body.deserialize();
            changed
                .is_ok_and(|(_, values, _)| matches!(values.get("LockedHint"), Some(zbus::zvariant::Value::Bool(true))))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufRead as _, BufReader};
    use std::process::{Child, Command, Stdio};
    use std::sync::mpsc::channel;
    use std::time::Duration;

    use zbus::blocking::connection;
    use zbus::interface;
    use zbus::zvariant::{OwnedObjectPath, Value};

    const OWN: &str = "/org/freedesktop/login1/session/_31";

    /// A login manager that knows one session.
    struct Manager(&'static str);

    #[interface(name = "org.freedesktop.login1.Manager")]
    impl Manager {
        fn get_session(&self, name: &str) -> OwnedObjectPath {
            assert!(!name.is_empty() && self.0 == OWN);
            OwnedObjectPath::try_from(self.0).unwrap()
        }
    }

    /// A bus of this test's own.
    struct Bus(Child);

    impl Drop for Bus {
        fn drop(&mut self) {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }

    fn bus() -> (Bus, zbus::Address) {
        let mut child = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("dbus-daemon is needed: run ./test.sh, which installs it");
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        (Bus(child), line.trim().parse().unwrap())
    }

    #[test]
    fn the_system_locking_or_going_to_sleep_is_told_and_waking_is_not() {
        let (_bus, address) = bus();
        let system = connection::Builder::address(address.clone())
            .unwrap()
            .serve_at("/org/freedesktop/login1", Manager(OWN))
            .unwrap()
            .name("org.freedesktop.login1")
            .unwrap()
            .build()
            .unwrap();
        let (told, heard) = channel();
        std::thread::spawn(move || super::listen_at(address, move || told.send(()).unwrap()));
        let sleeps = |begins: bool| {
            let path = "/org/freedesktop/login1";
            system
                .emit_signal(None::<&str>, path, "org.freedesktop.login1.Manager", "PrepareForSleep", &begins)
                .unwrap();
        };
        let locks = |path: &str| {
            system.emit_signal(None::<&str>, path, "org.freedesktop.login1.Session", "Lock", &()).unwrap();
        };
        let hint = |locked: bool| {
            let values = std::collections::HashMap::from([("LockedHint", Value::Bool(locked))]);
            let body = ("org.freedesktop.login1.Session", values, Vec::<&str>::new());
            system
                .emit_signal(None::<&str>, OWN, "org.freedesktop.DBus.Properties", "PropertiesChanged", &body)
                .unwrap();
        };
        // Said again until the listener is there.
        let within = Duration::from_secs(20);
        let began = std::time::Instant::now();
        while heard.recv_timeout(Duration::from_millis(100)).is_err() {
            assert!(began.elapsed() < within, "nothing was heard");
            sleeps(true);
        }
        while heard.recv_timeout(Duration::from_millis(300)).is_ok() {}
        sleeps(false);
        locks("/org/freedesktop/login1/session/_39");
        hint(false);
        assert!(heard.recv_timeout(Duration::from_millis(500)).is_err(), "waking, unlocking and others' sessions");
        locks(OWN);
        heard.recv_timeout(within).unwrap();
        hint(true);
        heard.recv_timeout(within).unwrap();
    }
}
