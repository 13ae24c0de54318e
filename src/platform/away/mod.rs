//! Being told that the system locks or goes to sleep, where it tells.
//!
//! On Linux logind does, on Windows the session. On macOS nothing is told here: waking after a sleep shows as having been
//! idle, and idling locks.

#[cfg(target_os = "linux")]
mod logind;
#[cfg(windows)]
mod session;

#[cfg(target_os = "linux")]
use logind::listen;
#[cfg(windows)]
use session::listen;

/// Calls `tell`, on a thread of its own, each time the system locks or goes to sleep. Where the system tells nothing, or
/// there is nobody to ask, it is never called.
#[cfg(any(target_os = "linux", windows))]
pub fn when_away(tell: impl Fn() + Send + 'static) {
    let _ = std::thread::Builder::new().name("roer-away".to_owned()).spawn(move || listen(tell));
}

/// Nothing is told here.
#[cfg(not(any(target_os = "linux", windows)))]
pub fn when_away(_: impl Fn() + Send + 'static) {}
