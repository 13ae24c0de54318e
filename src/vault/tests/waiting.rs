//! What the vault's folder refuses waits on this computer and is brought over later: nothing lost, nothing readable, nothing
//! brought to where it does not belong.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use super::super::disk::RealDisk;
use super::super::keys::Ring;
use super::super::slot::Slot;
use super::super::{Folder, Store, VaultError, durable};
use super::care::{anywhere, files, now};
use super::disks::{FailingDisk, Plan};
use super::failing::at_every_call;
use super::samples::{CANARY, I, add, create, event, numbered, open, said};
use crate::dossier::event::Event;
use crate::dossier::ids::DossierId;

/// A share that takes nothing from now on.
const AWAY: Plan =
    Plan { at: 0, again_at: None, for_good: true, done_yet_failed: false, kind: ErrorKind::ReadOnlyFilesystem };

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
    let dir = tempfile::tempdir().unwrap();
    let (root, outbox) = (dir.path().join("kluis"), dir.path().join("wachtend"));
    drop(create(&root).unwrap());
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
    assert_eq!(files(&outbox), [] as [std::path::PathBuf; 0]);
    assert_eq!(vault.wait_in(&outbox).unwrap(), 0);
}

#[test]
fn a_new_client_can_be_taken_in_while_the_share_takes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let (root, outbox) = (dir.path().join("kluis"), dir.path().join("wachtend"));
    drop(create(&root).unwrap());
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
    assert_eq!(vault.load(&dossier).unwrap().events, [event.clone(), later.clone()]);
    drop(vault);

    let mut vault = on(&FailingDisk::default(), &root, &outbox);
    assert_eq!(vault.wait_in(&outbox).unwrap(), 0, "opening brought both sittings over");
    assert_eq!(elsewhere(&root, &dossier), [event, later]);
    assert!(vault.verify().unwrap().trouble.is_empty());
}

#[test]
fn with_a_place_to_wait_no_fault_of_the_share_costs_an_answer() {
    let mut refused = 0;
    let tried = at_every_call(|plan| {
        let dir = tempfile::tempdir().unwrap();
        let (root, outbox) = (dir.path().join("kluis"), dir.path().join("wachtend"));
        drop(create(&root).unwrap());
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
        let dir = tempfile::tempdir().unwrap();
        let (root, outbox) = (dir.path().join("kluis"), dir.path().join("wachtend"));
        drop(create(&root).unwrap());
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
fn what_was_destroyed_meanwhile_is_not_brought_back_and_a_copy_of_the_vault_takes_nothing() {
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
    assert!(!other.is_waiting() && elsewhere(&copy, &stays).len() == 1, "it waits for the vault and not for its copy");
    let vault = on(&disk, &root, &outbox);
    assert!(!vault.is_waiting());
    assert_eq!(elsewhere(&root, &stays).len(), 2);
    assert_eq!(vault.dossiers().unwrap(), [stays]);
    assert!(!root.join("dossiers").join(gone.as_str()).exists());
    assert!(anywhere(&root, CANARY), "of the one that stays");
}

#[test]
fn an_older_part_that_waited_does_not_replace_a_newer_one() {
    let dir = tempfile::tempdir().unwrap();
    let (root, outbox) = (dir.path().join("kluis"), dir.path().join("wachtend"));
    drop(create(&root).unwrap());
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
}

#[test]
fn where_this_computer_cannot_keep_it_either_the_trouble_of_the_vault_is_told() {
    let dir = tempfile::tempdir().unwrap();
    let (root, outbox) = (dir.path().join("kluis"), dir.path().join("wachtend"));
    drop(create(&root).unwrap());
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
