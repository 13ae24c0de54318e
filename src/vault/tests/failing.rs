//! An error at every call: nothing that was saved is lost, nothing that was refused turns up, and the next save succeeds.

use std::io::ErrorKind;
use std::path::Path;

use super::super::disk::{Disk, RealDisk};
use super::super::keys::Ring;
use super::super::slot::Slot;
use super::super::{Folder, Store, VaultError};
use super::disks::{FailingDisk, Plan};
use super::samples::{I, add, create, event, numbered, open, said};
use crate::dossier::event::Event;
use crate::dossier::ids::DossierId;

const KINDS: [ErrorKind; 5] =
    [ErrorKind::Other, ErrorKind::StorageFull, ErrorKind::PermissionDenied, ErrorKind::NotFound, ErrorKind::TimedOut];

/// Every way to fail, at call `at`.
fn plans(kinds: &'static [ErrorKind], at: usize) -> impl Iterator<Item = Plan> {
    kinds.iter().flat_map(move |&kind| {
        [(false, false), (false, true), (true, false), (true, true)].map(|(for_good, done_yet_failed)| Plan {
            at,
            again_at: None,
            for_good,
            done_yet_failed,
            kind,
        })
    })
}

/// Runs `check` for every plan at call 0, 1, .. until the calls are used up; how many plans that were.
pub fn at_every_call(check: impl FnMut(Plan) -> usize) -> usize {
    at_every_call_with(&KINDS, check)
}

/// The same for some kinds of errors only, where each try takes long.
pub fn at_every_call_with(kinds: &'static [ErrorKind], mut check: impl FnMut(Plan) -> usize) -> usize {
    let mut tried = 0;
    for at in 0.. {
        let mut reached = false;
        for plan in plans(kinds, at) {
            reached |= check(plan) > at;
            tried += 1;
        }
        if !reached {
            return tried;
        }
    }
    tried
}

fn vault(root: &Path) -> (FailingDisk, Folder) {
    drop(create(root).unwrap());
    let disk = FailingDisk::default();
    let folder = Folder::on(Box::new(disk.clone()), root, Slot::none(), Some(Ring::of_tests(root, I)));
    (disk, folder)
}

/// What another program finds, which knows nothing of the failure.
fn on_disk(root: &Path, dossier: &DossierId) -> Vec<Event> {
    let loaded = open(root).unwrap().load(dossier).unwrap();
    assert_eq!(loaded.trouble, []);
    loaded.events
}

/// One append with a fault; whether it failed, and how many calls it made.
fn append_with(plan: Plan, committed: u32) -> (bool, usize) {
    let dir = tempfile::tempdir().unwrap();
    let (disk, mut vault) = vault(dir.path());
    let dossier = vault.create().unwrap();
    let segment = vault.segment(&dossier).unwrap();
    let before = numbered(&segment, 1, committed);
    vault.append(&dossier, &before).unwrap();
    let more = numbered(&segment, committed + 1, committed + 2);
    let both = [before.clone(), more.clone()].concat();

    disk.begin(plan);
    let result = vault.append(&dossier, &more);
    let calls = disk.end();

    let found = on_disk(dir.path(), &dossier);
    match result {
        Ok(()) => assert_eq!(found, both, "{plan:?}"),
        // When clearing up fails too nobody can put the old file back; it then holds the new events as well.
        Err(_) if plan.for_good || plan.again_at.is_some() => assert!(found == before || found == both, "{plan:?}"),
        Err(_) => assert_eq!(found, before, "{plan:?}"),
    }
    let next = if result.is_ok() { committed + 3 } else { committed + 1 };
    let later = event(&segment, next, said("later"));
    vault.append(&dossier, std::slice::from_ref(&later)).unwrap();
    let expected = if result.is_ok() { both } else { before };
    assert_eq!(on_disk(dir.path(), &dossier), [expected, vec![later]].concat(), "{plan:?}");
    (result.is_err(), calls)
}

fn append_fails_at_every_call(committed: u32) -> (usize, usize) {
    let mut failed = 0;
    let mut tried = at_every_call(|plan| {
        let (error, calls) = append_with(plan, committed);
        failed += usize::from(error);
        calls
    });
    // And every second fault after every first one.
    for at in 0..6 {
        for again_at in at + 1..at + 14 {
            let plans = plans(&KINDS, at)
                .filter(|plan| !plan.for_good && matches!(plan.kind, ErrorKind::Other | ErrorKind::StorageFull));
            for plan in plans {
                failed += usize::from(append_with(Plan { again_at: Some(again_at), ..plan }, committed).0);
                tried += 1;
            }
        }
    }
    (tried, failed)
}

#[test]
fn an_append_survives_an_error_at_every_call() {
    let (tried, failed) = append_fails_at_every_call(3);
    assert!(tried > 400 && failed > 300, "only {failed} of {tried} failed");
}

#[test]
fn the_first_append_of_a_sitting_survives_an_error_at_every_call() {
    let (tried, failed) = append_fails_at_every_call(0);
    assert!(tried > 400 && failed > 300, "only {failed} of {tried} failed");
}

#[test]
fn other_writes_survive_an_error_at_every_call() {
    at_every_call(|plan| {
        let dir = tempfile::tempdir().unwrap();
        let (disk, mut vault) = vault(dir.path());
        vault.put_organisation("old").unwrap();
        disk.begin(plan);
        let put = vault.put_organisation("new");
        let calls = disk.end();
        let found = open(dir.path()).unwrap().organisation().unwrap().unwrap();
        assert!(found == "new" || (put.is_err() && found == "old"), "{plan:?}");

        disk.begin(plan);
        let created = vault.create();
        let pinned = vault.pin_guide("a guide");
        let more = disk.end();
        let other = open(dir.path()).unwrap();
        assert!(created.is_err() || other.dossiers().unwrap().contains(created.as_ref().unwrap()));
        if let Ok(digest) = pinned {
            assert_eq!(other.pinned_guide(&digest).unwrap(), "a guide");
        }
        let digest = vault.pin_guide("a guide").unwrap();
        assert_eq!(other.pinned_guide(&digest).unwrap(), "a guide");
        let dossier = vault.create().unwrap();
        add(&mut vault, &dossier, 1, said("works again"));
        calls.max(more)
    });
}

#[test]
fn reading_with_an_error_at_every_call_panics_nowhere_and_hides_no_error() {
    at_every_call(|plan| {
        let dir = tempfile::tempdir().unwrap();
        let (disk, mut vault) = vault(dir.path());
        let dossier = vault.create().unwrap();
        add(&mut vault, &dossier, 1, said("here"));
        disk.begin(plan);
        let listed = vault.dossiers();
        let loaded = vault.load(&dossier);
        let calls = disk.end();
        if plan.at < calls {
            let complete = listed.is_ok_and(|all| all.len() == 1)
                && loaded.is_ok_and(|l| l.events.len() == 1 && l.trouble.is_empty());
            assert!(!complete, "{plan:?}");
        }
        calls
    });
}

fn make(disk: &dyn Disk, root: &Path) -> Result<(), VaultError> {
    super::super::marker::prepare(disk, root)?;
    super::super::marker::put(disk, root, super::super::marker::Mark::Encrypted)
}

#[test]
fn opening_and_creating_with_an_error_at_every_call_panics_nowhere() {
    at_every_call(|plan| {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().join("a/b/vault");
        let disk = FailingDisk::default();
        disk.begin(plan);
        let made = make(&disk, &root);
        let calls = disk.end();
        // Whatever failed, a second attempt ends in a vault.
        let again = make(&RealDisk, &root);
        assert!(again.is_ok() || matches!(again, Err(VaultError::AlreadyAVault { .. })), "{plan:?} {made:?} {again:?}");
        open(&root).unwrap();
        calls
    });
}

#[test]
fn classes_tell_what_happened() {
    let dir = tempfile::tempdir().unwrap();
    let (disk, mut vault) = vault(dir.path());
    let dossier = vault.create().unwrap();
    let segment = vault.segment(&dossier).unwrap();
    let cases = [
        (ErrorKind::StorageFull, "vault-full"),
        (ErrorKind::QuotaExceeded, "vault-full"),
        (ErrorKind::PermissionDenied, "vault-read-only"),
        (ErrorKind::ReadOnlyFilesystem, "vault-read-only"),
        (ErrorKind::NotFound, "vault-vanished"),
        (ErrorKind::StaleNetworkFileHandle, "vault-vanished"),
        (ErrorKind::ResourceBusy, "vault-busy"),
        (ErrorKind::Other, "vault-io"),
    ];
    for (kind, key) in cases {
        disk.begin(Plan { at: 0, again_at: None, for_good: true, done_yet_failed: false, kind });
        let error = vault.append(&dossier, &numbered(&segment, 1, 1)).unwrap_err();
        disk.end();
        assert_eq!(error.key(), key);
        assert!(error.path().is_some_and(|path| path.starts_with(dir.path())));
    }
    disk.begin(Plan {
        at: 0,
        again_at: None,
        for_good: true,
        done_yet_failed: false,
        kind: ErrorKind::PermissionDenied,
    });
    assert_eq!(vault.load(&dossier).unwrap_err().key(), "vault-no-access");
}

#[test]
fn what_a_flipped_write_leaves_is_noticed() {
    /// Writes something else than it was given.
    struct Liar;
    struct LiarFile(Box<dyn super::super::disk::NewFile>);
    impl super::super::disk::NewFile for LiarFile {
        fn write_all(&mut self, bytes: &[u8]) -> std::io::Result<()> {
            let mut bytes = bytes.to_vec();
            bytes[100] ^= 1;
            self.0.write_all(&bytes)
        }
        fn sync(&mut self) -> std::io::Result<()> {
            self.0.sync()
        }
    }
    impl Disk for Liar {
        fn create_new(&self, path: &Path) -> std::io::Result<Box<dyn super::super::disk::NewFile>> {
            Ok(Box::new(LiarFile(RealDisk.create_new(path)?)))
        }
        fn read(&self, path: &Path, limit: u64) -> std::io::Result<Vec<u8>> {
            RealDisk.read(path, limit)
        }
        fn rename(&self, from: &Path, to: &Path) -> std::io::Result<()> {
            RealDisk.rename(from, to)
        }
        fn sync_entry(&self, path: &Path) -> std::io::Result<()> {
            RealDisk.sync_entry(path)
        }
        fn create_dir(&self, path: &Path) -> std::io::Result<()> {
            RealDisk.create_dir(path)
        }
        fn remove_file(&self, path: &Path) -> std::io::Result<()> {
            RealDisk.remove_file(path)
        }
        fn remove_dir(&self, path: &Path) -> std::io::Result<()> {
            RealDisk.remove_dir(path)
        }
        fn list(&self, dir: &Path) -> std::io::Result<Vec<super::super::disk::Entry>> {
            RealDisk.list(dir)
        }
        fn is_dir(&self, path: &Path) -> std::io::Result<bool> {
            RealDisk.is_dir(path)
        }
    }
    let dir = tempfile::tempdir().unwrap();
    drop(create(dir.path()).unwrap());
    let mut vault = Folder::on(Box::new(Liar), dir.path(), Slot::none(), Some(Ring::of_tests(dir.path(), I)));
    let dossier = vault.create().unwrap();
    let segment = vault.segment(&dossier).unwrap();
    let error = vault.append(&dossier, &numbered(&segment, 1, 1)).unwrap_err();
    assert_eq!(error.key(), "vault-not-verified");
    assert_eq!(RealDisk.list(&dir.path().join("dossiers").join(dossier.as_str())).unwrap(), []);
}
