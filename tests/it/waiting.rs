//! A share that goes away in the middle of a conversation: it goes on, it is told, and everything comes over afterwards.

use eframe::egui::{Key, Modifiers};
use roer::desk::hands::VaultHand;
use roer::desk::{Saving, Weight};

use crate::cli::{code, json, roer};
use crate::locking::{LOCK, WORDS, begin, set_up, unlock};
use crate::screens::Window;
use crate::table;
use crate::vault::files;

fn told(window: &Window, key: &str) -> bool {
    window.desk().notices().iter().any(|notice| notice.key == key)
}

#[test]
fn a_conversation_goes_on_while_the_share_is_away() {
    let dir = tempfile::tempdir().expect("a folder");
    let (place, outbox) = (dir.path().join("kluis"), dir.path().join("wachtend"));
    let hand = VaultHand::new(place.clone(), place.with_extension("demo"), table::now);
    let mut window = Window::with((1280.0, 1400.0), false, hand.with_local(Some(dir.path().to_owned())), table::now);
    set_up(&mut window);
    begin(&mut window, "Noor");
    assert!(!outbox.exists());

    let away = dir.path().join("weg");
    std::fs::rename(&place, &away).expect("the share goes away");
    window.tab_and_write("Ik sta op en ga naar mijn werk");
    window.key(Modifiers::COMMAND, Key::Enter);
    assert_ne!(window.step(), "wens-dag", "the conversation goes on");
    assert!(matches!(window.desk().open().expect("open").saving(), Saving::Kept { .. }));
    assert!(told(&window, "outbox-waiting") && !files(&outbox).is_empty());
    assert!(window.desk().notices().iter().all(|notice| !notice.key.starts_with("vault-")), "and no alarm beside it");

    std::fs::rename(&away, &place).expect("the share is back");
    // Any next answer brings over what waited.
    window.tab_and_write("En daarna");
    window.key(Modifiers::COMMAND, Key::Enter);
    assert!(told(&window, "outbox-delivered") && !told(&window, "outbox-waiting"));
    assert!(window.desk().notices().iter().any(|n| n.key == "outbox-delivered" && n.weight == Weight::Done));
    assert!(files(&outbox).is_empty());

    window.key(LOCK.0, LOCK.1);
    unlock(&mut window, WORDS);
    let open = window.desk().open().expect("the dossier");
    let said = format!("{:?}", open.dossier().journal());
    assert!(said.contains("Ik sta op en ga naar mijn werk"));
}

#[test]
fn a_command_brings_over_what_waits_and_tells_what_was_seen_here_before() {
    let dir = tempfile::tempdir().expect("a folder");
    let (place, local) = (dir.path().join("kluis"), dir.path().join("lokaal"));
    let hand =
        || VaultHand::new(place.clone(), place.with_extension("demo"), table::now).with_local(Some(local.clone()));
    let mut window = Window::with((1280.0, 1400.0), false, hand(), table::now);
    set_up(&mut window);
    begin(&mut window, "Noor");
    let away = dir.path().join("weg");
    std::fs::rename(&place, &away).expect("the share goes away");
    window.tab_and_write("Ik sta op");
    window.key(Modifiers::COMMAND, Key::Enter);
    assert!(told(&window, "outbox-waiting") && !files(&local.join("wachtend")).is_empty());
    drop(window);
    std::fs::rename(&away, &place).expect("the share is back");

    std::fs::write(dir.path().join("zin"), WORDS).expect("written");
    let verify = || roer(&["vault", "verify", "--json", "--vault", "kluis", "--passphrase-file", "zin"], dir.path());
    let first = verify();
    assert_eq!(code(&first), Some(0));
    let said = String::from_utf8_lossy(&first.stderr);
    assert!(said.contains("staat weer in de map met dossiers"), "{said}");
    assert!(files(&local.join("wachtend")).is_empty());
    let again = verify();
    assert!(again.stderr.is_empty(), "once");

    // Somebody takes the dossier's folder away: the command tells, the window tells, and who knows is not told again.
    std::fs::rename(place.join("dossiers"), dir.path().join("elders")).expect("moved");
    let told = verify();
    assert_eq!((code(&told), json(&told)["faults"][0]["kind"].as_str()), (Some(1), Some("trouble-gone")));
    let mut window = Window::with((1280.0, 1400.0), false, hand(), table::now);
    unlock(&mut window, WORDS);
    assert_eq!(window.desk().missing().len(), 1);
    window.click("Ik weet hiervan");
    assert!(window.desk().missing().is_empty());
    drop(window);
    assert_eq!(code(&verify()), Some(0));
}
