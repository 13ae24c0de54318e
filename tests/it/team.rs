//! Who works in a folder: comparing, leaving, and a recovery sheet that is made later; in the window and from the command line.

use egui_kittest::kittest::Queryable as _;
use roer::vault::{Folder, Founder, Secret, Standing, Store as _};

use crate::cli::{code, roer};
use crate::locking::{WORDS, set_up, window};
use crate::table;

#[test]
fn in_the_window_a_colleague_comes_and_goes_and_a_sheet_is_made_later() {
    let dir = tempfile::tempdir().expect("a folder");
    let place = dir.path().join("kluis");
    let mut window = window(&place, table::now);
    set_up(&mut window);
    let passphrase = Secret::new("de zin van bente is lang");
    Folder::join(&place, &Founder { name: "Bente".to_owned(), passphrase, recovery: None }).expect("joined");
    window.key(crate::locking::LOCK.0, crate::locking::LOCK.1);
    crate::locking::unlock(&mut window, WORDS);
    let standing = |window: &crate::screens::Window| window.desk().team().others[0].standing;
    assert_eq!(standing(&window), None);
    window.click("Collega’s in deze map");
    window.click("De cijfers kloppen: Bente");
    assert_eq!(standing(&window), Some(Standing::Colleague));
    window.click("Gaat weg, of klopt niet: Bente");
    assert!(window.harness.query_by_label_contains("Wat Bente al had").is_some(), "what it cannot do is said");
    window.click("Annuleer");
    assert_eq!(standing(&window), Some(Standing::Colleague));
    window.click("Gaat weg, of klopt niet: Bente");
    window.click("Bente gaat weg");
    assert_eq!(standing(&window), Some(Standing::Left));
    window.click("Komt terug: Bente");
    assert_eq!(standing(&window), Some(Standing::Colleague), "and back");

    // Nobody could help; now a sheet can.
    window.click("Kies wie dan kan helpen");
    window.click("Gebruik deze herstelsleutel");
    assert!(window.harness.query_by_label_contains("Kies wie kan helpen").is_some());
    window.click("Een herstelblad op papier");
    window.click("Toon het herstelblad en druk het af");
    assert_eq!(window.desktop.inside().viewed.len(), 1);
    window.click("Gebruik deze herstelsleutel");
    assert!(window.desk().team().own.as_ref().is_some_and(|own| own.recovery.is_some()));
    assert!(window.desk().notices().iter().any(|notice| notice.key == "team-recovery"));
}

#[test]
fn from_the_command_line_a_colleague_leaves_and_the_sheet_is_renewed() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    for (file, words) in [("een", "de zin van de eerste"), ("twee", "de zin van de tweede")] {
        std::fs::write(at.join(file), words).expect("written");
    }
    let vault = |args: &[&str]| roer(&[&["vault"], args, &["--vault", "v"]].concat(), at);
    assert_eq!(code(&vault(&["init", "--name", "Peter", "--passphrase-file", "een"])), Some(0));
    assert_eq!(code(&vault(&["init", "--join", "--name", "Bente", "--passphrase-file", "twee"])), Some(0));
    let team = || {
        let listed = vault(&["team", "--passphrase-file", "een"]);
        String::from_utf8_lossy(&listed.stdout).lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let bente = team().iter().find(|line| line.contains("Bente")).expect("listed")[..26].to_owned();
    let standing = || team().into_iter().find(|line| line.contains("Bente")).expect("listed");
    assert!(standing().ends_with("nog niet vergeleken"));
    for (args, says) in [
        (&["trust"][..], "vergeleken"),
        (&["part"], "weggegaan: leest niets nieuws"),
        (&["part", "--mistaken"], "met nieuwe cijfers."),
        (&["trust"], "vergeleken"),
    ] {
        assert_eq!(code(&vault(&[args, &[&bente, "--passphrase-file", "een"]].concat())), Some(0));
        assert!(standing().ends_with(says), "{args:?}: {}", standing());
    }
    assert_eq!(code(&vault(&["part", "onbekend", "--passphrase-file", "een"])), Some(1));
    assert_eq!(code(&vault(&["recovery", "--passphrase-file", "een"])), Some(2), "which one?");
    assert_eq!(code(&vault(&["recovery", "--recipient", "age1x", "--passphrase-file", "een"])), Some(1));
    assert_eq!(code(&vault(&["recovery", "--sheet", "blad.pdf", "--passphrase-file", "een"])), Some(0));
    assert!(at.join("blad.pdf").exists());
    let first = Folder::open(&at.join("v"), &Secret::new("de zin van de eerste")).expect("opens");
    assert!(first.card().expect("a card").recovery.is_some());
    drop(first);
    let second = Folder::open(&at.join("v"), &Secret::new("de zin van de tweede")).expect("opens");
    assert_eq!(second.members().expect("read").len(), 1);
}
