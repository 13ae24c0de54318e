//! An error at every call of what is done to a vault as a whole: what was saved stays, nothing comes back, and it can be
//! done again.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::super::keys::Ring;
use super::super::slot::Slot;
use super::super::{Folder, Founder, Recovery, Secret, Store};
use super::care::{anywhere, founder, now};
use super::disks::{FailingDisk, Plan};
use super::failing::at_every_call_with;
use super::samples::{CANARY, I, add, create, open, open_as, said};
use crate::dossier::event::{AccessGiven, Event, Happening};
use crate::dossier::ids::DossierId;

const KINDS: [ErrorKind; 2] = [ErrorKind::Other, ErrorKind::StorageFull];

fn on(disk: &FailingDisk, root: &Path) -> Folder {
    Folder::on(Box::new(disk.clone()), root, Slot::none(), Some(Ring::of_tests(root, I)))
}

/// Does `work` on a disk that follows `plan`; what it gave, and how many calls there were.
fn with<T>(root: &Path, plan: Plan, work: impl FnOnce(&mut Folder) -> T) -> (T, usize) {
    let disk = FailingDisk::default();
    let mut vault = on(&disk, root);
    disk.begin(plan);
    let done = work(&mut vault);
    (done, disk.end())
}

fn events(root: &Path, dossier: &DossierId) -> Vec<Event> {
    open(root).unwrap().load(dossier).unwrap().events
}

/// A vault with two clients, the first in two sittings.
fn two_clients(root: &Path) -> (DossierId, DossierId, Vec<Event>) {
    let mut vault = create(root).unwrap();
    let (one, other) = (vault.create().unwrap(), vault.create().unwrap());
    let mut kept = vec![add(&mut vault, &one, 1, said("blijft")), add(&mut vault, &one, 2, said(CANARY))];
    add(&mut vault, &other, 1, said("een ander"));
    drop(vault);
    kept.push(add(&mut open(root).unwrap(), &one, 1, said("ook dit blijft")));
    (one, other, kept)
}

/// In one order, whatever the names of segments.
fn sorted(mut events: Vec<Event>) -> Vec<Event> {
    events.sort_by_key(|event| (event.clock, event.id.clone()));
    events
}

#[test]
fn erasing_stops_anywhere_and_is_done_again() {
    let tried = at_every_call_with(&KINDS, |plan| {
        let dir = tempfile::tempdir().unwrap();
        let (one, other, kept) = two_clients(dir.path());
        let wrong = BTreeSet::from([kept[1].id.clone()]);
        let (done, calls) = with(dir.path(), plan, |vault| vault.erase_events(&one, &wrong, "op verzoek", now()));
        let found = events(dir.path(), &one);
        assert!(found.contains(&kept[0]) && found.contains(&kept[2]), "{plan:?}");
        assert_eq!(events(dir.path(), &other).len(), 1);
        if done.is_ok() {
            assert!(!anywhere(dir.path(), CANARY), "{plan:?}");
        }
        open(dir.path()).unwrap().erase_events(&one, &wrong, "nog een keer", now()).unwrap();
        assert!(!anywhere(dir.path(), CANARY), "{plan:?}");
        let loaded = open(dir.path()).unwrap().load(&one).unwrap();
        assert_eq!(loaded.trouble, [], "{plan:?}");
        assert!(loaded.events.contains(&kept[0]) && loaded.events.contains(&kept[2]), "{plan:?}");
        calls
    });
    println!("faults while erasing: {tried}");
}

#[test]
fn destroying_stops_anywhere_and_is_done_again() {
    let tried = at_every_call_with(&KINDS, |plan| {
        let dir = tempfile::tempdir().unwrap();
        let (one, other, kept) = two_clients(dir.path());
        let (done, calls) = with(dir.path(), plan, |vault| vault.destroy(&one, "voorbij", now()));
        let mut vault = open(dir.path()).unwrap();
        if vault.dossiers().unwrap().contains(&one) {
            assert!(done.is_err());
            assert_eq!(vault.load(&one).unwrap().events, sorted(kept), "not destroyed is whole: {plan:?}");
        }
        assert_eq!(vault.load(&other).unwrap().events.len(), 1);
        vault.destroy(&one, "nog een keer", now()).unwrap();
        assert_eq!(vault.dossiers().unwrap(), std::slice::from_ref(&other), "{plan:?}");
        assert!(!anywhere(dir.path(), CANARY), "{plan:?}");
        assert_eq!(vault.register().unwrap().len(), 1, "once in the register: {plan:?}");
        assert_eq!(events(dir.path(), &other).len(), 1);
        calls
    });
    println!("faults while destroying: {tried}");
}

#[test]
fn taking_in_stops_anywhere_and_is_done_again() {
    let tried = at_every_call_with(&KINDS, |plan| {
        let dir = tempfile::tempdir().unwrap();
        let (here, stick, file) = (dir.path().join("kluis"), dir.path().join("stick"), dir.path().join("bundel.roer"));
        let (one, other, kept) = two_clients(&here);
        // The same person's other vault, with more of the same client and somebody new; and a bundle of it.
        open(&here).unwrap().back_up(&stick).unwrap();
        let mut there = open(&stick).unwrap();
        let more = add(&mut there, &one, 1, said("op de stick"));
        let new = there.create().unwrap();
        let first = add(&mut there, &new, 1, said("nieuw"));
        fs::write(&file, there.bundle(&one, &there.card().unwrap()).unwrap()).unwrap();
        drop(there);
        let all = sorted([kept.clone(), vec![more]].concat());
        let mut calls = 0;
        for from in [&stick, &file] {
            let (_, n) = with(&here, plan, |vault| vault.merge(from));
            calls = calls.max(n);
            let found = events(&here, &one);
            assert!(kept.iter().all(|event| found.contains(event)) && found.len() <= all.len(), "{plan:?}");
            assert_eq!(events(&here, &other).len(), 1);
        }
        let mut vault = open(&here).unwrap();
        vault.merge(&stick).unwrap();
        vault.merge(&file).unwrap();
        assert_eq!(events(&here, &one), all, "{plan:?}");
        assert_eq!(events(&here, &new), [first], "{plan:?}");
        assert!(vault.verify().unwrap().trouble.is_empty(), "{plan:?}");
        calls
    });
    println!("faults while taking in: {tried}");
}

#[test]
fn encrypting_for_a_colleague_stops_anywhere_and_is_done_again() {
    let tried = at_every_call_with(&KINDS, |plan| {
        let dir = tempfile::tempdir().unwrap();
        let (one, _, kept) = two_clients(dir.path());
        let colleague = open_as(dir.path(), "zij").unwrap().card().unwrap();
        let mut vault = open(dir.path()).unwrap();
        fs::create_dir(dir.path().join("sleutels")).unwrap();
        vault.trust(&colleague).unwrap();
        vault.write_down(&one, Happening::AccessGiven(AccessGiven { card: colleague }), now()).unwrap();
        drop(vault);
        let (_, calls) = with(dir.path(), plan, |vault| vault.readdress(&one));
        let found = events(dir.path(), &one);
        assert!(kept.iter().all(|event| found.contains(event)), "{plan:?}");
        open(dir.path()).unwrap().readdress(&one).unwrap();
        assert_eq!(open(dir.path()).unwrap().load(&one).unwrap().trouble, [], "{plan:?}");
        calls
    });
    println!("faults while encrypting for a colleague: {tried}");
}

#[test]
fn a_backup_that_stops_anywhere_looks_like_none() {
    let tried = at_every_call_with(&KINDS, |plan| {
        let dir = tempfile::tempdir().unwrap();
        let (here, out) = (dir.path().join("kluis"), dir.path().join("kopie"));
        let (one, _, kept) = two_clients(&here);
        let kept = sorted(kept);
        let disk = FailingDisk::default();
        let vault = on(&disk, &here);
        disk.begin(plan);
        let done = vault.back_up(&out);
        let calls = disk.end();
        assert_eq!(events(&here, &one), kept, "{plan:?}");
        // A rename or flush that reports an error after it was done leaves a whole copy behind.
        assert!(
            done.is_ok() == out.exists() || (done.is_err() && out.exists() && events(&out, &one) == kept),
            "{plan:?}"
        );
        if out.exists() {
            assert_eq!(events(&out, &one), kept, "{plan:?}");
        }
        open(&here).unwrap().back_up(&dir.path().join("nog een")).unwrap();
        calls
    });
    println!("faults while making a backup: {tried}");
}

#[test]
fn recovery_that_stops_is_done_again() {
    let mut tried = 0;
    let recovery = Recovery::generate();
    // Each try makes keys with a passphrase, which takes its time: every ninth call, from another beginning each.
    for at in (0..).step_by(9) {
        let dir = tempfile::tempdir().unwrap();
        let owner = Founder { recovery: Some(recovery.recipient.clone()), ..founder("een twee drie vier") };
        let mut vault = Folder::create(dir.path(), &owner).unwrap();
        let one = vault.create().unwrap();
        let event = add(&mut vault, &one, 1, said("blijft"));
        drop(vault);
        let disk = FailingDisk::default();
        disk.begin(Plan { at, again_at: None, for_good: at % 2 == 0, done_yet_failed: false, kind: ErrorKind::Other });
        let new = founder("vijf zes zeven acht");
        let stopped = Folder::recover_on(Box::new(disk.clone()), dir.path(), &recovery.secret, &new);
        let calls = disk.end();
        drop(stopped);
        let (vault, recovered) =
            Folder::recover(dir.path(), &recovery.secret, &founder("negen tien elf twaalf")).unwrap();
        assert_eq!(vault.load(&one).unwrap().events, std::slice::from_ref(&event), "{at}");
        assert!(recovered.dossiers == 1 && recovered.closed == 0);
        let first = Folder::open(dir.path(), &Secret::new("een twee drie vier"));
        assert_eq!(first.unwrap().load(&one).unwrap().events, [event], "and who did not lose the passphrase: {at}");
        tried += 1;
        if calls <= at {
            break;
        }
    }
    println!("faults while recovering: {tried}");
    assert!(tried > 3);
}
