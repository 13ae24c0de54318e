//! What the vault's folder refuses waits on this computer and is brought over later: nothing lost, nothing readable, nothing
//! brought to where it does not belong.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use super::super::disk::RealDisk;
use super::super::keys::Ring;
use super::super::slot::Slot;
use super::super::{Folder, Store, VaultError, durable};
use super::care::{anywhere, files, now};
use super::disks::{FailingDisk, Plan};
use super::failing::at_every_call;
use super::samples::{CANARY, I, add, create, event, numbered, open, open_as, said};
use crate::dossier::event::{AccessEnded, AccessGiven, Event, Happening};
use crate::dossier::ids::DossierId;

/// A share that takes nothing from now on.
const AWAY: Plan =
    Plan { at: 0, again_at: None, for_good: true, done_yet_failed: false, kind: ErrorKind::ReadOnlyFilesystem };

/// An empty vault of `I`, and a place on this computer; both go with the first.
fn places() -> (TempDir, PathBuf, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let (root, outbox) = (dir.path().join("kluis"), dir.path().join("wachtend"));
    drop(create(&root).unwrap());
    (dir, root, outbox)
}

fn on(disk: &FailingDisk, root: &Path, outbox: &Path) -> Folder {
    let mut vault = Folder::on(Box::new(disk.clone()), root, Slot::none(), Some(Ring::of_tests(root, I)));
    // While the share is away nothing can be brought over, and that is no reason not to go on.
    let _ = vault.wait_in(outbox);
    vault
}

/// What somebody without this computer finds.
fn elsewhere(root: &Path, dossier: &DossierId) -> Vec<Event> {
    let loaded = open(root).unwrap().load(dossier).unwrap();
    assert_eq!(loaded.trouble, []);
    loaded.events
}

#[test]
fn a_conversation_goes_on_while_the_share_takes_nothing_and_is_brought_over_afterwards() {
    let (_dir, root, outbox) = places();
    let disk = FailingDisk::default();
    let mut vault = on(&disk, &root, &outbox);
    let dossier = vault.create().unwrap();
    let first = add(&mut vault, &dossier, 1, said("op de share"));
    let segment = vault.segment(&dossier).unwrap();

    disk.begin(AWAY);
    let second = event(&segment, 2, said(CANARY));
    vault.append(&dossier, std::slice::from_ref(&second)).unwrap();
    disk.end();
    assert!(vault.is_waiting());
    assert_eq!(elsewhere(&root, &dossier), std::slice::from_ref(&first));
    assert_eq!(vault.load(&dossier).unwrap().events, [first.clone(), second.clone()], "who wrote it reads it");
    assert!(!files(&outbox).is_empty());
    for file in files(&outbox) {
        assert!(!String::from_utf8_lossy(&fs::read(&file).unwrap()).contains(CANARY), "{file:?}");
    }
    drop(vault);

    let mut vault = on(&disk, &root, &outbox);
    assert!(!vault.is_waiting(), "opening brought it over");
    assert_eq!(elsewhere(&root, &dossier), [first, second]);
    assert_eq!(files(&outbox), [] as [PathBuf; 0]);
    assert_eq!(vault.wait_in(&outbox).unwrap(), 0);
}

#[test]
fn a_new_client_can_be_taken_in_while_the_share_takes_nothing() {
    let (_dir, root, outbox) = places();
    // Read only: everything is seen, nothing is taken.
    let disk = FailingDisk::read_only();
    let mut vault = on(&disk, &root, &outbox);
    let dossier = vault.create().unwrap();
    let event = add(&mut vault, &dossier, 1, said("nieuw"));
    assert_eq!(vault.dossiers().unwrap(), std::slice::from_ref(&dossier));
    assert_eq!(vault.load(&dossier).unwrap().events, std::slice::from_ref(&event));
    assert_eq!(open(&root).unwrap().dossiers().unwrap(), []);
    drop(vault);
    // The next sitting, still read only.
    let mut vault = on(&disk, &root, &outbox);
    assert!(vault.is_waiting());
    let later = add(&mut vault, &dossier, 1, said("later"));
    let both = vault.load(&dossier).unwrap().events;
    assert!(both.len() == 2 && both.contains(&event) && both.contains(&later));
    drop(vault);

    let mut vault = on(&FailingDisk::default(), &root, &outbox);
    assert_eq!(vault.wait_in(&outbox).unwrap(), 0, "opening brought both sittings over");
    assert_eq!(elsewhere(&root, &dossier), both);
    assert!(vault.verify().unwrap().trouble.is_empty());
}

#[test]
fn with_a_place_to_wait_no_fault_of_the_share_costs_an_answer() {
    let mut refused = 0;
    let tried = at_every_call(|plan| {
        let (_dir, root, outbox) = places();
        let disk = FailingDisk::default();
        let mut vault = on(&disk, &root, &outbox);
        let dossier = vault.create().unwrap();
        let segment = vault.segment(&dossier).unwrap();
        let events = numbered(&segment, 1, 4);
        vault.append(&dossier, &events[..1]).unwrap();
        disk.begin(plan);
        let done = vault.append(&dossier, &events[1..2]);
        let calls = disk.end();
        assert!(done.is_ok(), "{plan:?}");
        refused += usize::from(vault.is_waiting());
        if plan.at % 2 == 0 {
            // In the same sitting, or only when the vault is opened again.
            vault.append(&dossier, &events[2..]).unwrap();
            assert!(!vault.is_waiting(), "{plan:?}");
            assert_eq!(elsewhere(&root, &dossier), events, "{plan:?}");
        }
        drop(vault);
        let vault = on(&disk, &root, &outbox);
        assert!(!vault.is_waiting());
        let kept = if plan.at % 2 == 0 { 4 } else { 2 };
        assert_eq!(elsewhere(&root, &dossier), events[..kept], "{plan:?}");
        calls
    });
    println!("faults with a place to wait: {tried}");
    assert!(tried > 100 && refused > 50, "only {refused} of {tried} waited");
}

#[test]
fn bringing_over_that_stops_anywhere_is_done_again() {
    at_every_call(|plan| {
        let (_dir, root, outbox) = places();
        let mut vault = on(&FailingDisk::read_only(), &root, &outbox);
        let dossier = vault.create().unwrap();
        let event = add(&mut vault, &dossier, 1, said("nieuw"));
        drop(vault);
        let disk = FailingDisk::default();
        disk.begin(plan);
        let vault = on(&disk, &root, &outbox);
        let calls = disk.end();
        drop(vault);
        let vault = on(&disk, &root, &outbox);
        assert!(!vault.is_waiting());
        assert_eq!(elsewhere(&root, &dossier), [event], "{plan:?}");
        calls
    });
}

#[test]
fn what_was_destroyed_meanwhile_is_not_brought_back_and_a_copy_of_the_vault_takes_nothing_away() {
    let dir = tempfile::tempdir().unwrap();
    let (root, copy, outbox) = (dir.path().join("kluis"), dir.path().join("kopie"), dir.path().join("wachtend"));
    drop(create(&root).unwrap());
    let disk = FailingDisk::default();
    let mut vault = on(&disk, &root, &outbox);
    let (gone, stays) = (vault.create().unwrap(), vault.create().unwrap());
    add(&mut vault, &gone, 1, said("eerst"));
    add(&mut vault, &stays, 1, said("eerst"));
    open(&root).unwrap().back_up(&copy).unwrap();
    for dossier in [&gone, &stays] {
        let segment = vault.segment(dossier).unwrap();
        disk.begin(AWAY);
        vault.append(dossier, &[event(&segment, 2, said(CANARY))]).unwrap();
        disk.end();
    }
    assert_eq!(vault.waiting().len(), 2);
    drop(vault);
    open(&root).unwrap().destroy(&gone, "op verzoek", now()).unwrap();

    let other = on(&disk, &copy, &outbox);
    assert!(
        !other.is_waiting() && elsewhere(&copy, &stays).len() == 2,
        "a copy, or the vault by another path, gets it too"
    );
    drop(other);
    assert!(!files(&outbox).is_empty(), "and does not take it away");
    let vault = on(&disk, &root, &outbox);
    assert!(!vault.is_waiting());
    assert_eq!(elsewhere(&root, &stays).len(), 2);
    assert_eq!(vault.dossiers().unwrap(), [stays]);
    assert!(!root.join("dossiers").join(gone.as_str()).exists());
    assert!(anywhere(&root, CANARY), "of the one that stays");
}

#[test]
fn an_older_part_that_waited_does_not_replace_a_newer_one() {
    let (_dir, root, outbox) = places();
    let disk = FailingDisk::default();
    let mut vault = on(&disk, &root, &outbox);
    let dossier = vault.create().unwrap();
    let segment = vault.segment(&dossier).unwrap();
    let events = numbered(&segment, 1, 2);
    disk.begin(AWAY);
    vault.append(&dossier, &events[..1]).unwrap();
    disk.end();
    let waiting = files(&outbox).pop().unwrap();
    let older = fs::read(&waiting).unwrap();
    vault.append(&dossier, &events[1..]).unwrap();
    assert!(!waiting.exists());
    // As if the program was stopped before it could take away what waited.
    fs::create_dir_all(waiting.parent().unwrap()).unwrap();
    durable::replace(&RealDisk, &waiting, &older, None).unwrap();
    let vault = on(&disk, &root, &outbox);
    assert!(!vault.is_waiting());
    assert_eq!(elsewhere(&root, &dossier), events);
    assert_eq!(files(&root.join("dossiers").join(dossier.as_str())).len(), 1, "nor lie beside it");
}

#[test]
fn where_this_computer_cannot_keep_it_either_the_trouble_of_the_vault_is_told() {
    let (_dir, root, outbox) = places();
    // A file where the folder should be.
    fs::write(&outbox, "").unwrap();
    let disk = FailingDisk::default();
    let mut vault = on(&disk, &root, &outbox);
    let dossier = vault.create().unwrap();
    let segment = vault.segment(&dossier).unwrap();
    disk.begin(AWAY);
    let refused = vault.append(&dossier, &[event(&segment, 1, said("weg"))]);
    disk.end();
    assert!(matches!(refused, Err(VaultError::ReadOnly { .. })), "{refused:?}");
    add(&mut vault, &dossier, 1, said("weer"));
}

/// A vault of `I` with a colleague who may read the dossier, both on real disks.
fn shared(root: &Path) -> (DossierId, Event) {
    drop(create(root).unwrap());
    fs::create_dir(root.join("sleutels")).unwrap();
    let mut mine = open(root).unwrap();
    let theirs = open_as(root, "zij").unwrap();
    mine.trust(&theirs.card().unwrap()).unwrap();
    let dossier = mine.create().unwrap();
    let first = add(&mut mine, &dossier, 1, said(CANARY));
    let given = Happening::AccessGiven(AccessGiven { card: theirs.card().unwrap() });
    mine.write_down(&dossier, given, now()).unwrap();
    (dossier, first)
}

#[test]
fn what_was_erased_meanwhile_does_not_come_back_and_nothing_that_came_later_is_lost() {
    for in_the_same_sitting in [false, true] {
        let (_dir, root, outbox) = places();
        let disk = FailingDisk::default();
        let mut vault = on(&disk, &root, &outbox);
        let dossier = vault.create().unwrap();
        let segment = vault.segment(&dossier).unwrap();
        let events = [said(CANARY), said("twee"), said("drie"), said("vier")];
        let events: Vec<Event> = events.into_iter().zip(1..).map(|(what, seq)| event(&segment, seq, what)).collect();
        vault.append(&dossier, &events[..2]).unwrap();
        disk.begin(AWAY);
        vault.append(&dossier, &events[2..3]).unwrap();
        disk.end();
        // Without this computer, such as on the command line.
        let wrong = BTreeSet::from([events[0].id.clone()]);
        open(&root).unwrap().erase_events(&dossier, &wrong, "op verzoek", now()).unwrap();
        assert!(!anywhere(&root, CANARY));
        let mut kept = events[1..3].to_vec();
        if in_the_same_sitting {
            vault.append(&dossier, &events[3..]).unwrap();
            kept.push(events[3].clone());
        }
        drop(vault);
        let vault = on(&disk, &root, &outbox);
        assert!(!vault.is_waiting());
        assert!(!anywhere(&root, CANARY), "same sitting: {in_the_same_sitting}");
        let found = elsewhere(&root, &dossier);
        assert!(kept.iter().all(|event| found.contains(event)), "{found:?}");
        assert!(!found.iter().any(|event| event.id == events[0].id));
    }
}

#[test]
fn who_was_sent_away_meanwhile_cannot_read_what_waited() {
    let dir = tempfile::tempdir().unwrap();
    let (root, outbox) = (dir.path().join("kluis"), dir.path().join("wachtend"));
    let (dossier, _) = shared(&root);
    let theirs = open_as(&root, "zij").unwrap().card().unwrap();
    let disk = FailingDisk::default();
    let mut vault = on(&disk, &root, &outbox);
    vault.trust(&theirs).unwrap();
    let segment = vault.segment(&dossier).unwrap();
    disk.begin(AWAY);
    let later = event(&segment, 1, said("na de share"));
    vault.append(&dossier, std::slice::from_ref(&later)).unwrap();
    let ended = Happening::AccessEnded(AccessEnded { key: theirs.key.clone() });
    assert!(vault.append(&dossier, &[event(&segment, 2, ended.clone())]).is_err(), "who may read does not wait");
    disk.end();
    drop(vault);
    let mut other = open(&root).unwrap();
    other.trust(&theirs).unwrap();
    other.write_down(&dossier, ended, now()).unwrap();
    drop(other);
    let vault = on(&disk, &root, &outbox);
    assert!(!vault.is_waiting() && vault.load(&dossier).unwrap().events.contains(&later));
    let mut theirs = open_as(&root, "zij").unwrap();
    theirs.trust(&vault.card().unwrap()).unwrap();
    assert!(!theirs.load(&dossier).unwrap().events.contains(&later));
}

#[test]
fn what_is_said_of_somebody_who_was_destroyed_is_refused_and_not_called_saved() {
    let (_dir, root, outbox) = places();
    let disk = FailingDisk::default();
    let mut vault = on(&disk, &root, &outbox);
    let dossier = vault.create().unwrap();
    add(&mut vault, &dossier, 1, said("eerst"));
    let segment = vault.segment(&dossier).unwrap();
    open(&root).unwrap().destroy(&dossier, "op verzoek", now()).unwrap();
    let refused = vault.append(&dossier, &[event(&segment, 2, said(CANARY))]);
    assert!(matches!(refused, Err(VaultError::Destroyed { .. })), "{refused:?}");
    assert!(!outbox.exists());
    assert!(!root.join("dossiers").join(dossier.as_str()).exists());
}

#[test]
fn a_guide_waits_with_the_conversation_that_needs_it_and_one_bad_file_holds_up_nobody() {
    let (_dir, root, outbox) = places();
    let mut vault = on(&FailingDisk::read_only(), &root, &outbox);
    let digest = vault.pin_guide("een gids").unwrap();
    assert_eq!(vault.pinned_guide(&digest).unwrap(), "een gids");
    let dossiers: Vec<DossierId> = (0..3).map(|_| vault.create().unwrap()).collect();
    for dossier in &dossiers {
        add(&mut vault, dossier, 1, said("nieuw"));
    }
    drop(vault);
    // A file where the first dossier's folder should come.
    let first = dossiers.iter().min().unwrap();
    fs::create_dir_all(root.join("dossiers")).unwrap();
    fs::write(root.join("dossiers").join(first.as_str()), "in de weg").unwrap();
    let vault = on(&FailingDisk::default(), &root, &outbox);
    assert_eq!(open(&root).unwrap().pinned_guide(&digest).unwrap(), "een gids");
    assert_eq!(vault.waiting(), std::slice::from_ref(first));
    for dossier in dossiers.iter().filter(|dossier| *dossier != first) {
        assert_eq!(elsewhere(&root, dossier).len(), 1);
    }
}

#[test]
fn a_backup_holds_what_waits_too() {
    let (dir, root, outbox) = places();
    let disk = FailingDisk::default();
    let mut vault = on(&disk, &root, &outbox);
    let known = vault.create().unwrap();
    let first = add(&mut vault, &known, 1, said("op de share"));
    drop(vault);
    let mut vault = on(&disk, &root, &outbox);
    let segment = vault.segment(&known).unwrap();
    disk.begin(AWAY);
    let second = event(&segment, 1, said("wacht"));
    vault.append(&known, std::slice::from_ref(&second)).unwrap();
    disk.end();
    let out = dir.path().join("reserve");
    let made = vault.back_up(&out).unwrap();
    assert_eq!((made.dossiers, made.events), (1, 2));
    let both = elsewhere(&out, &known);
    assert!(both.len() == 2 && both.contains(&first) && both.contains(&second));
    assert_eq!(elsewhere(&root, &known), [first], "the vault itself does not have it yet");
}
