//! Moving, erasing, checking, copying, recovering, and what comes from before encryption.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::date;

use super::super::keys::{self, Opened, Ring};
use super::super::{Folder, Founder, Recovery, Secret, Standing, Store, Trouble, VaultError};
use super::samples::{CANARY, I, add, create, dossier, open, open_as, said, sealed};
use crate::dossier::Now;
use crate::dossier::event::Happening;

pub fn now() -> Now {
    Now { millis: 1_795_431_600_000, local: date(2026, 11, 23).at(10, 0, 0, 0) }
}

pub fn founder(words: &str) -> Founder {
    Founder { name: "Peter".to_owned(), passphrase: Secret::new(words), recovery: None }
}

/// Whether checking finds nothing wrong with dossiers and guides; the keys of these tests lie in no file.
fn is_clean(vault: &Folder) -> bool {
    let verdict = vault.verify().unwrap();
    verdict.trouble.is_empty() && verdict.returned.is_empty()
}

/// Every file below `dir`.
pub fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// Whether any file that `I` can open holds these words.
pub fn anywhere(root: &Path, words: &str) -> bool {
    let ring = Ring::of_tests(root, I);
    files(root).iter().any(|path| {
        let bytes = fs::read(path).unwrap();
        let text = match keys::open(&bytes, ring.keys.identity()) {
            Opened::Text(text) => text,
            _ => bytes,
        };
        String::from_utf8_lossy(&text).contains(words)
    })
}

#[test]
fn erasing_takes_the_words_out_of_every_file_and_leaves_the_rest_verifiable() {
    let dir = tempfile::tempdir().unwrap();
    let mut vault = create(dir.path()).unwrap();
    let dossier = vault.create().unwrap();
    let first = add(&mut vault, &dossier, 1, said("blijft"));
    let wrong = add(&mut vault, &dossier, 2, said(CANARY));
    drop(vault);
    // A copy that a sync program made.
    let folder = dir.path().join("dossiers").join(dossier.as_str());
    let file = folder.join(format!("{}.roer", wrong.id.segment));
    fs::copy(&file, folder.join("x.sync-conflict-20261123.roer")).unwrap();
    let stale = fs::read(&file).unwrap();
    let mut vault = open(dir.path()).unwrap();
    let later = add(&mut vault, &dossier, 1, said("ook dit blijft"));
    assert!(anywhere(dir.path(), CANARY));

    vault.erase_events(&dossier, &BTreeSet::from([wrong.id.clone()]), "op verzoek", now()).unwrap();
    assert!(!anywhere(dir.path(), CANARY));
    let loaded = vault.load(&dossier).unwrap();
    assert_eq!(loaded.trouble, []);
    assert!(loaded.events.contains(&first) && loaded.events.contains(&later));
    assert!(!loaded.events.iter().any(|event| event.id == wrong.id));
    assert!(matches!(&loaded.events[2].what, Happening::Erased(erased) if erased.ground == "op verzoek"));
    assert!(is_clean(&vault));

    // An old copy comes back: it is not read, it is told, and erasing once more takes it out.
    fs::write(folder.join("terug.roer"), stale).unwrap();
    let loaded = vault.load(&dossier).unwrap();
    assert!(!loaded.events.iter().any(|event| event.id == wrong.id));
    assert!(matches!(&loaded.trouble[..], [Trouble::Lingers { event, .. }] if *event == wrong.id));
    vault.erase_events(&dossier, &BTreeSet::from([wrong.id]), "nog een keer", now()).unwrap();
    assert!(!anywhere(dir.path(), CANARY));
}

#[test]
fn erasing_in_ones_own_sitting_holds_for_what_is_written_after_it() {
    let dir = tempfile::tempdir().unwrap();
    let mut vault = create(dir.path()).unwrap();
    let dossier = vault.create().unwrap();
    let wrong = add(&mut vault, &dossier, 1, said(CANARY));
    vault.erase_events(&dossier, &BTreeSet::from([wrong.id]), "op verzoek", now()).unwrap();
    add(&mut vault, &dossier, 3, said("verder"));
    assert!(!anywhere(dir.path(), CANARY));
    assert_eq!(open(dir.path()).unwrap().load(&dossier).unwrap().trouble, []);
}

#[test]
fn destroying_leaves_nothing_but_a_line_in_the_register_and_does_not_come_back() {
    let dir = tempfile::tempdir().unwrap();
    let mut vault = create(dir.path()).unwrap();
    let (gone, stays) = (vault.create().unwrap(), vault.create().unwrap());
    add(&mut vault, &gone, 1, said(CANARY));
    add(&mut vault, &stays, 1, said("blijft"));
    let folder = dir.path().join("dossiers").join(gone.as_str());
    let copy = dir.path().join("kopie");
    fs::create_dir(&copy).unwrap();
    for file in files(&folder) {
        fs::copy(&file, copy.join(file.file_name().unwrap())).unwrap();
    }
    vault.destroy(&gone, "bewaartermijn voorbij", now()).unwrap();
    assert!(!folder.exists());
    assert_eq!(vault.dossiers().unwrap(), std::slice::from_ref(&stays));
    let register = vault.register().unwrap();
    assert!(
        matches!(&register[..], [event] if matches!(&event.what, Happening::Destroyed(destroyed) if destroyed.dossier == gone))
    );
    assert!(is_clean(&vault));

    // An old backup brings it back.
    fs::rename(&copy, &folder).unwrap();
    drop(vault);
    let mut vault = open(dir.path()).unwrap();
    assert_eq!(vault.load(&gone).unwrap_err().key(), "trouble-returned");
    assert_eq!(vault.segment(&gone).unwrap_err().key(), "trouble-returned");
    assert_eq!(vault.bundle(&gone, &vault.card().unwrap()).unwrap_err().key(), "trouble-returned");
    assert_eq!(vault.dossiers().unwrap(), [stays]);
    assert_eq!(vault.verify().unwrap().returned, std::slice::from_ref(&gone));
    vault.destroy(&gone, "opnieuw", now()).unwrap();
    assert!(is_clean(&vault));
    assert_eq!(vault.register().unwrap().len(), 1);
}

#[test]
fn a_bundle_goes_to_a_colleague_and_comes_back() {
    let dir = tempfile::tempdir().unwrap();
    let (here, there) = (dir.path().join("hier"), dir.path().join("daar"));
    let mut mine = create(&here).unwrap();
    let dossier = mine.create().unwrap();
    let first = add(&mut mine, &dossier, 1, said("een"));
    let mut theirs = create(&there).unwrap();
    drop(theirs);
    theirs = open_as(&there, "collega").unwrap();
    fs::create_dir_all(there.join("sleutels")).unwrap();
    fs::create_dir_all(here.join("sleutels")).unwrap();
    let bundle = dir.path().join("b.roer");
    fs::write(&bundle, mine.bundle(&dossier, &theirs.card().unwrap()).unwrap()).unwrap();
    // Not for anybody else.
    assert_eq!(mine.merge(&bundle).unwrap_err().key(), "vault-not-for-us");

    let merged = theirs.merge(&bundle).unwrap();
    assert_eq!(merged.unknown, Some(mine.card().unwrap()));
    assert!(theirs.load(&dossier).unwrap().events.is_empty());
    theirs.trust(&mine.card().unwrap()).unwrap();
    assert_eq!(theirs.load(&dossier).unwrap().events, std::slice::from_ref(&first));
    let second = add(&mut theirs, &dossier, 1, said("twee"));

    // Back to the first, who wrote on meanwhile.
    let third = add(&mut mine, &dossier, 2, said("drie"));
    fs::write(&bundle, theirs.bundle(&dossier, &mine.card().unwrap()).unwrap()).unwrap();
    mine.trust(&theirs.card().unwrap()).unwrap();
    for _ in 0..2 {
        mine.merge(&bundle).unwrap();
        let loaded = mine.load(&dossier).unwrap();
        assert_eq!(loaded.trouble, []);
        assert_eq!(loaded.events.len(), 3);
        assert!([&first, &second, &third].iter().all(|event| loaded.events.contains(event)));
    }
    let count = files(&here).len();
    mine.merge(&bundle).unwrap();
    assert_eq!(files(&here).len(), count, "merging again adds nothing");
}

#[test]
fn another_folder_is_merged_whole() {
    let dir = tempfile::tempdir().unwrap();
    let (laptop, stick) = (dir.path().join("laptop"), dir.path().join("stick"));
    let mut here = create(&laptop).unwrap();
    let dossier = here.create().unwrap();
    add(&mut here, &dossier, 1, said("een"));
    let mut there = create(&stick).unwrap();
    there.create_named(&dossier).unwrap();
    add(&mut there, &dossier, 1, said("op de stick"));
    let other = there.create().unwrap();
    add(&mut there, &other, 1, said("alleen daar"));
    there.pin_guide("een gids").unwrap();
    for _ in 0..2 {
        here.merge(&stick).unwrap();
        assert_eq!(here.load(&dossier).unwrap().events.len(), 2);
        assert_eq!(here.load(&other).unwrap().events.len(), 1);
        assert_eq!(here.pinned_guides().unwrap().len(), 1);
    }
    assert!(is_clean(&here));
}

#[test]
fn a_backup_is_opened_and_compared() {
    let dir = tempfile::tempdir().unwrap();
    let (root, out) = (dir.path().join("kluis"), dir.path().join("reserve"));
    let mut vault = create(&root).unwrap();
    let dossier = vault.create().unwrap();
    add(&mut vault, &dossier, 1, said("een"));
    let made = vault.back_up(&out).unwrap();
    assert_eq!((made.dossiers, made.events), (1, 1));
    assert_eq!(open(&out).unwrap().load(&dossier).unwrap().events.len(), 1);
    assert_eq!(open(&root).unwrap().back_up(&out).unwrap_err().key(), "vault-not-empty");
    assert_eq!(open(&root).unwrap().back_up(&root.join("in")).unwrap_err().key(), "vault-not-empty");
    // Nothing half is left beside it.
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2);
}

#[test]
fn the_recovery_key_opens_a_thousand_dossiers_for_somebody_new() {
    const DOSSIERS: usize = 1_000;
    let dir = tempfile::tempdir().unwrap();
    let recovery = Recovery::generate();
    let mut lost = founder("vergeten zin van vroeger");
    lost.recovery = Some(recovery.recipient.clone());
    let mut vault = Folder::create(dir.path(), &lost).unwrap();
    let mut expected = Vec::new();
    for number in 0..DOSSIERS {
        let dossier = vault.create().unwrap();
        let event = add(&mut vault, &dossier, 1, said(&format!("klant {number}")));
        expected.push((dossier, event));
    }
    drop(vault);
    let new = founder("een heel nieuwe zin");
    let wrong = Recovery::generate();
    assert_eq!(Folder::recover(dir.path(), &wrong.secret, &new).err().unwrap().key(), "vault-not-for-us");
    assert_eq!(Folder::recover(dir.path(), &Secret::new("x"), &new).err().unwrap().key(), "vault-bad-key");

    let (_, recovered) = Folder::recover(dir.path(), &recovery.secret, &new).unwrap();
    assert_eq!((recovered.dossiers, recovered.closed), (DOSSIERS, 0));
    assert_eq!(recovered.writers.len(), 1);
    let vault = Folder::open(dir.path(), &new.passphrase).unwrap();
    for (dossier, event) in &expected {
        let loaded = vault.load(dossier).unwrap();
        assert_eq!(loaded.events, std::slice::from_ref(event));
        assert_eq!(loaded.trouble.iter().filter(|trouble| !matches!(trouble, Trouble::NotForUs { .. })).count(), 0);
    }
    // Typed from paper, in groups and small letters, and without any card left.
    for file in files(&dir.path().join("sleutels")) {
        fs::remove_file(file).unwrap();
    }
    let typed = recovery.secret.reveal().to_lowercase();
    let typed =
        typed.as_bytes().chunks(6).map(|six| String::from_utf8_lossy(six).into_owned() + " ").collect::<String>();
    let (vault, _) = Folder::recover(dir.path(), &Secret::new(typed), &new).unwrap();
    assert!(expected.iter().all(|(dossier, event)| vault.load(dossier).unwrap().events.contains(event)));
}

#[test]
fn passphrases() {
    let dir = tempfile::tempdir().unwrap();
    let vault = Folder::create(dir.path(), &founder("de eerste zin is lang")).unwrap();
    let before: Vec<(PathBuf, Vec<u8>)> =
        files(dir.path()).into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
    for wrong in ["", "De eerste zin is lang", "de eerste zin is lang ", "x"] {
        assert_eq!(Folder::open(dir.path(), &Secret::new(wrong)).err().unwrap().key(), "vault-wrong-passphrase");
    }
    assert!(before.iter().all(|(path, bytes)| fs::read(path).unwrap() == *bytes), "a wrong try changes nothing");
    vault.change_passphrase(&Secret::new("de tweede zin is anders")).unwrap();
    assert!(Folder::open(dir.path(), &Secret::new("de eerste zin is lang")).is_err());
    Folder::open(dir.path(), &Secret::new("de tweede zin is anders")).unwrap();
    // The work that a guess costs stands in the file.
    let key = files(dir.path()).into_iter().find(|path| path.extension().is_some_and(|end| end == "sleutel")).unwrap();
    let text = String::from_utf8_lossy(&fs::read(&key).unwrap()).into_owned();
    let work: u8 = text.lines().nth(1).unwrap().rsplit(' ').next().unwrap().parse().unwrap();
    assert!(work >= 17, "{work}");

    // Either of the two key files is enough, and checking says that one is damaged.
    fs::write(&key, b"age-encryption.org/v1\nrommel").unwrap();
    let vault = Folder::open(dir.path(), &Secret::new("de tweede zin is anders")).unwrap();
    assert!(!vault.verify().unwrap().is_clean());
    // A key file that asks for hours of work is refused at once.
    let costly = text.replacen(&format!(" {work}\n"), " 30\n", 1);
    for path in files(&dir.path().join("sleutels")) {
        fs::remove_file(path).unwrap();
    }
    fs::write(&key, costly).unwrap();
    assert_eq!(Folder::open(dir.path(), &Secret::new("x")).err().unwrap().key(), "vault-too-costly");
    fs::remove_file(&key).unwrap();
    assert_eq!(Folder::open(dir.path(), &Secret::new("x")).err().unwrap().key(), "vault-no-key");
}

#[test]
fn a_second_person_joins_and_sees_nothing_before_being_let_in() {
    let dir = tempfile::tempdir().unwrap();
    let mut first = Folder::create(dir.path(), &founder("de zin van de eerste")).unwrap();
    let dossier = first.create().unwrap();
    add(&mut first, &dossier, 1, said(CANARY));
    let second = Folder::join(dir.path(), &founder("de zin van de tweede")).unwrap();
    let loaded = second.load(&dossier).unwrap();
    assert!(loaded.events.is_empty() && matches!(loaded.trouble[..], [Trouble::NotForUs { .. }]));
    let standing = |vault: &Folder| -> Vec<_> {
        vault.members().unwrap().into_iter().map(|member| (member.card, member.standing)).collect()
    };
    assert_eq!(standing(&first), [(second.card().unwrap(), None)]);
    first.trust(&second.card().unwrap()).unwrap();
    assert_eq!(standing(&first), [(second.card().unwrap(), Some(Standing::Colleague))]);
    // Each opens with their own passphrase.
    for (words, events) in [("de zin van de eerste", 1), ("de zin van de tweede", 0)] {
        let vault = Folder::open(dir.path(), &Secret::new(words)).unwrap();
        assert_eq!(vault.load(&dossier).unwrap().events.len(), events);
    }
}

#[test]
fn what_is_not_ours_in_a_dossier_folder_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    let mut vault = create(dir.path()).unwrap();
    vault.create_named(&dossier()).unwrap();
    let folder = dir.path().join("dossiers").join(dossier().as_str());
    fs::write(folder.join("oud.oud"), sealed(b"wat niet gelezen kon worden")).unwrap();
    fs::write(folder.join("notities.txt"), "x").unwrap();
    assert_eq!(vault.load(&dossier()).unwrap().trouble, []);
}

#[test]
fn a_merge_with_rubbish_is_an_error_with_a_class() {
    let dir = tempfile::tempdir().unwrap();
    let mut vault = create(&dir.path().join("kluis")).unwrap();
    let file = dir.path().join("x");
    for (bytes, key) in [
        (b"".to_vec(), "vault-damaged"),
        (b"age-encryption.org/v9\nrest".to_vec(), "vault-newer-format"),
        (sealed(b"(format: 1)"), "vault-damaged"),
        (sealed(b"rommel"), "vault-damaged"),
    ] {
        fs::write(&file, bytes).unwrap();
        assert_eq!(vault.merge(&file).unwrap_err().key(), key);
    }
    assert!(matches!(vault.merge(&dir.path().join("weg")), Err(VaultError::Vanished { .. })));
    let bad = "(format:1,dossier:\"../../x\",from:(name:\"x\",recipient:\"x\",key:\"x\",signature:\"x\"),guides:[],segments:[])";
    fs::write(&file, sealed(bad.as_bytes())).unwrap();
    assert_eq!(vault.merge(&file).unwrap_err().key(), "vault-bad-name");
}
