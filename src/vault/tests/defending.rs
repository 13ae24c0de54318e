//! What a careful adversary tried, each once: it stays refused.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::time::Instant;

use super::super::care::encrypt_on;
use super::super::disk::RealDisk;
use super::super::keys::Ring;
use super::super::segment::Sitting;
use super::super::{Folder, Found, Founder, Secret, Store, Trouble, marker};
use super::disks::{FailingDisk, Plan};
use super::samples::{I, add, create, event, numbered, open, open_as, said, sealed, segment_file, text_of};
use crate::dossier::event::{AccessGiven, Happening};
use crate::dossier::ids::DossierId;

fn founder() -> Founder {
    Founder { name: "Peter".to_owned(), passphrase: Secret::new("vier losse woorden hier"), recovery: None }
}

fn names(vault: &Folder, dossier: &DossierId) -> Vec<String> {
    vault.readers(dossier).unwrap().into_iter().map(|card| card.name).collect()
}

/// A vault with a dossier that `I` founded, and a colleague whose digits were compared.
fn beside_a_known_colleague(root: &Path) -> (Folder, DossierId, Ring) {
    let mut vault = create(root).unwrap();
    fs::create_dir_all(root.join("sleutels")).unwrap();
    let dossier = vault.create().unwrap();
    add(&mut vault, &dossier, 1, said("van mij"));
    let colleague = Ring::of_tests(root, "collega");
    vault.trust(&colleague.card()).unwrap();
    (vault, dossier, colleague)
}

#[test]
fn an_older_bundle_takes_nothing_away() {
    let dir = tempfile::tempdir().unwrap();
    let (here, there) = (dir.path().join("hier"), dir.path().join("daar"));
    let mut mine = create(&here).unwrap();
    drop(create(&there).unwrap());
    let mut theirs = open_as(&there, "collega").unwrap();
    for root in [&here, &there] {
        fs::create_dir_all(root.join("sleutels")).unwrap();
    }
    theirs.trust(&mine.card().unwrap()).unwrap();
    let dossier = mine.create().unwrap();
    add(&mut mine, &dossier, 1, said("een"));
    let (old, new) = (dir.path().join("oud.roer"), dir.path().join("nieuw.roer"));
    fs::write(&old, mine.bundle(&dossier, &theirs.card().unwrap()).unwrap()).unwrap();
    add(&mut mine, &dossier, 2, said("twee"));
    fs::write(&new, mine.bundle(&dossier, &theirs.card().unwrap()).unwrap()).unwrap();
    for bundle in [&new, &old, &new, &old] {
        theirs.merge(bundle).unwrap();
        assert_eq!(theirs.load(&dossier).unwrap().events.len(), 2);
    }
}

#[test]
fn a_known_colleague_cannot_make_himself_a_reader() {
    let dir = tempfile::tempdir().unwrap();
    let (vault, dossier, colleague) = beside_a_known_colleague(dir.path());
    // He lays a segment there that lets himself in.
    let sitting = Sitting::begin(&dossier, colleague.own().as_str(), String::new(), None).unwrap();
    let given = Happening::AccessGiven(AccessGiven { card: colleague.card() });
    let text = text_of(&sitting, &[event(sitting.id(), 1, given.clone())], &colleague);
    let folder = dir.path().join("dossiers").join(dossier.as_str());
    fs::write(folder.join("in.roer"), sealed(&text)).unwrap();
    assert_eq!(names(&vault, &dossier), [I]);
    let mut later = open(dir.path()).unwrap();
    let secret = add(&mut later, &dossier, 1, said("niet voor hem"));
    assert!(!open_as(dir.path(), "collega").unwrap().load(&dossier).unwrap().events.contains(&secret));
    // By the one who founded it he can be let in, and then he may let others in.
    add(&mut later, &dossier, 2, given);
    assert_eq!(names(&vault, &dossier), [I, "collega"]);
}

#[test]
fn nobody_else_can_claim_to_have_founded_a_dossier() {
    let dir = tempfile::tempdir().unwrap();
    let (vault, dossier, colleague) = beside_a_known_colleague(dir.path());
    for claim in ["", "00000000000000000000000000000000", "deadbeefdeadbeefdeadbeefdeadbeef"] {
        let sitting = Sitting::begin(&dossier, colleague.own().as_str(), claim.to_owned(), None).unwrap();
        let text = text_of(&sitting, &numbered(sitting.id(), 1, 1), &colleague);
        let folder = dir.path().join("dossiers").join(dossier.as_str());
        fs::write(folder.join(format!("x{claim}.roer")), sealed(&text)).unwrap();
        assert_eq!(names(&vault, &dossier), [I]);
    }
}

#[test]
fn changing_the_marker_gets_nothing_unsigned_taken_in() {
    let dir = tempfile::tempdir().unwrap();
    let mut vault = Folder::create(dir.path(), &founder()).unwrap();
    let dossier = vault.create().unwrap();
    add(&mut vault, &dossier, 1, said("echt"));
    drop(vault);
    let folder = dir.path().join("dossiers").join(dossier.as_str());
    let (forged, _) = segment_file(vec![said("vals")]);
    fs::write(folder.join("vals.roer"), &forged).unwrap();
    let mark = dir.path().join("roer-kluis.ron");
    fs::write(&mark, "(format: 1)").unwrap();
    assert_eq!(Folder::look(dir.path()).unwrap_err().key(), "vault-damaged");
    assert_eq!(Folder::open(dir.path(), &founder().passphrase).err().unwrap().key(), "vault-damaged");
    fs::write(&mark, "(format: 2, encrypting: true)").unwrap();
    drop(Folder::encrypt(dir.path(), &founder()).unwrap());
    assert_eq!(Folder::look(dir.path()).unwrap(), Found::Encrypted);
    let loaded = Folder::open(dir.path(), &founder().passphrase).unwrap().load(&dossier).unwrap();
    assert_eq!(loaded.events.len(), 1);
    assert!(matches!(loaded.trouble[..], [Trouble::Unencrypted { .. }]));
}

/// A vault from before encryption: a dossier of one sitting and a conflict copy that knows less, and one more dossier.
fn old_vault(root: &Path) -> usize {
    fs::create_dir_all(root).unwrap();
    fs::write(root.join("roer-kluis.ron"), "(format: 1)").unwrap();
    let ring = Ring::of_tests(root, I);
    let plain = |dossier: &DossierId, upto: u32, name: &str, sitting: &Sitting| {
        let dir = root.join("dossiers").join(dossier.as_str());
        fs::create_dir_all(&dir).unwrap();
        let text = String::from_utf8(text_of(sitting, &numbered(sitting.id(), 1, upto), &ring)).unwrap();
        fs::write(dir.join(name), text).unwrap();
    };
    for (letter, upto) in [("d", 6), ("e", 3)] {
        let dossier = DossierId::new(letter.repeat(26));
        let sitting = Sitting::begin(&dossier, ring.own().as_str(), String::new(), None).unwrap();
        plain(&dossier, upto, &format!("{}.roer", sitting.id()), &sitting);
        plain(&dossier, 2, "a.sync-conflict.roer", &sitting);
    }
    9
}

#[test]
fn bringing_over_survives_an_error_at_every_call() {
    let mut calls = usize::MAX;
    let mut tried = 0;
    let mut at = 0;
    while at < calls {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("kluis");
        let events = old_vault(&root);
        let disk = FailingDisk::default();
        let kind = std::io::ErrorKind::Other;
        disk.begin(Plan { at, again_at: None, for_good: true, done_yet_failed: false, kind });
        let first = encrypt_on(&disk, &root, &founder());
        let used = disk.end();
        calls = if first.is_ok() { used } else { usize::MAX };
        // Whatever stopped it: doing it again ends well, or it was done.
        if first.is_err() || Folder::look(&root).unwrap() != Found::Encrypted {
            encrypt_on(&RealDisk, &root, &founder()).unwrap();
        }
        let vault = Folder::open(&root, &founder().passphrase).unwrap();
        let found: usize =
            vault.dossiers().unwrap().iter().map(|dossier| vault.load(dossier).unwrap().events.len()).sum();
        assert_eq!(found, events, "stopped at call {at}");
        let verdict = vault.verify().unwrap();
        assert!(verdict.is_clean(), "stopped at call {at}: {verdict:?}");
        tried += 1;
        // Each try takes the half second of a passphrase twice: every call near the beginning, then one in four.
        at += if at < 24 { 1 } else { 4 };
    }
    println!("interrupted at {tried} calls of bringing over");
}

#[test]
fn making_keys_survives_an_error_at_every_call() {
    let mut tried = 0;
    for at in 0..60 {
        let dir = tempfile::tempdir().unwrap();
        let disk = FailingDisk::default();
        let kind = std::io::ErrorKind::Other;
        disk.begin(Plan { at, again_at: None, for_good: true, done_yet_failed: false, kind });
        let made = super::super::keys::found(&disk, dir.path(), &founder(), false);
        let used = disk.end();
        tried += 1;
        if made.is_ok() && used <= at {
            break;
        }
        // Whatever is left does not stand in the way of the next attempt, with the same passphrase.
        super::super::keys::found(&RealDisk, dir.path(), &founder(), false).unwrap();
        super::super::keys::unlock(&RealDisk, dir.path(), &founder().passphrase).unwrap();
    }
    assert!(tried > 20, "{tried}");
}

#[test]
fn planted_rubbish_keeps_nobody_busy_and_shuts_out_nobody() {
    let dir = tempfile::tempdir().unwrap();
    let mut vault = Folder::create(dir.path(), &founder()).unwrap();
    let dossier = vault.create().unwrap();
    add(&mut vault, &dossier, 1, said("echt"));
    let rubbish = [b"age-encryption.org/v1\n-> X25519 ".to_vec(), vec![b'a'; 900_000]].concat();
    for name in ["x.boek", "x.sleutel", "x.kaart"] {
        fs::write(dir.path().join("sleutels").join(name), &rubbish).unwrap();
    }
    fs::write(dir.path().join("sleutels/groot.sleutel"), vec![b'a'; 2 * 1024 * 1024]).unwrap();
    fs::write(dir.path().join("dossiers").join(dossier.as_str()).join("x.roer"), &rubbish).unwrap();
    let began = Instant::now();
    let vault = Folder::open(dir.path(), &founder().passphrase).unwrap();
    let loaded = vault.load(&dossier).unwrap();
    assert_eq!((loaded.events.len(), loaded.trouble.len()), (1, 1));
    assert!(began.elapsed().as_secs() < 30, "{:?}", began.elapsed());
}

#[test]
fn an_older_state_that_was_put_back_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let mut vault = create(dir.path()).unwrap();
    let dossier = vault.create().unwrap();
    let mut states = Vec::new();
    let mut segment = String::new();
    for seq in 1..=51 {
        segment = add(&mut vault, &dossier, seq, said("x")).id.segment.to_string();
        let path = dir.path().join("dossiers").join(dossier.as_str()).join(format!("{segment}.roer"));
        states.push(fs::read(path).unwrap());
    }
    drop(vault);
    let mut vault = open(dir.path()).unwrap();
    add(&mut vault, &dossier, 1, said("daarna"));
    assert_eq!(vault.load(&dossier).unwrap().trouble, []);
    let path = dir.path().join("dossiers").join(dossier.as_str()).join(format!("{segment}.roer"));
    let mut noticed = 0;
    for state in &states[..50] {
        fs::write(&path, state).unwrap();
        let trouble = vault.load(&dossier).unwrap().trouble;
        noticed +=
            usize::from(matches!(&trouble[..], [Trouble::Older { segment: told, .. }] if told.as_str() == segment));
    }
    assert_eq!(noticed, 50);
}

#[test]
fn a_vault_that_is_open_elsewhere_is_not_erased_from() {
    let dir = tempfile::tempdir().unwrap();
    let mut vault = create(dir.path()).unwrap();
    let dossier = vault.create().unwrap();
    let said = add(&mut vault, &dossier, 1, said("x"));
    let other = open(dir.path()).unwrap();
    let now = super::care::now();
    let ids = BTreeSet::from([said.id]);
    assert_eq!(vault.erase_events(&dossier, &ids, "x", now).unwrap_err().key(), "vault-in-use");
    assert_eq!(vault.destroy(&dossier, "x", now).unwrap_err().key(), "vault-in-use");
    drop(other);
    vault.destroy(&dossier, "x", now).unwrap();
}

#[test]
fn the_marker_is_a_vaults_and_nothing_else() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir_all(dir.path().join("sleutels")).unwrap();
    fs::write(dir.path().join("sleutels/x.sleutel"), "van een collega").unwrap();
    // Perhaps the rest has yet to arrive: nobody's keys are thrown away.
    assert_eq!(Folder::create(dir.path(), &founder()).err().unwrap().key(), "vault-not-empty");
    assert!(dir.path().join("sleutels/x.sleutel").exists());
    assert!(marker::check(&RealDisk, dir.path()).is_err());
}
