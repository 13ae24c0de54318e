//! Folders that are vaults, and folders that are not.

use std::fs::{self, File};
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::super::Store;
use super::samples::{add, create, open, said};

fn key<T>(result: Result<T, super::super::VaultError>) -> &'static str {
    result.err().unwrap().key()
}

fn names(dir: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn creating() {
    let dir = tempfile::tempdir().unwrap();
    let deep = dir.path().join("Documenten/Roer/kluis");
    drop(create(&deep).unwrap());
    assert_eq!(key(create(&deep)), "vault-already-there");
    open(&deep).unwrap();

    let foreign = dir.path().join("foreign");
    fs::create_dir(&foreign).unwrap();
    fs::write(foreign.join("holiday.jpg"), "x").unwrap();
    assert_eq!(key(create(&foreign)), "vault-not-empty");
    assert_eq!(names(&foreign), ["holiday.jpg"]);

    let strewn = dir.path().join("strewn");
    fs::create_dir(&strewn).unwrap();
    fs::write(strewn.join(".DS_Store"), "x").unwrap();
    create(&strewn).unwrap();
}

#[test]
fn opening_what_is_no_vault() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(key(open(dir.path())), "vault-not-a-vault");
    assert_eq!(key(open(&dir.path().join("nowhere"))), "vault-vanished");
    let file = dir.path().join("file");
    fs::write(&file, "x").unwrap();
    assert_eq!(key(open(&file)), "vault-vanished");
    for damaged in ["", "(", "(format: 0)", "(format: -1)", "(format: \"een\")", "()", "\u{0}"] {
        fs::write(dir.path().join("roer-kluis.ron"), damaged).unwrap();
        assert_eq!(key(open(dir.path())), "vault-damaged", "{damaged:?}");
    }
    fs::write(dir.path().join("roer-kluis.ron"), [0xff, 0xfe]).unwrap();
    assert_eq!(key(open(dir.path())), "vault-damaged");
}

#[test]
fn a_newer_vault_is_left_untouched() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("dossiers")).unwrap();
    let old = dir.path().join(format!("x.tmp-{}", "a".repeat(26)));
    fs::write(&old, "x").unwrap();
    age(&old, 100);
    fs::write(dir.path().join("roer-kluis.ron"), "(format: 3, sealed: Other)").unwrap();
    let before = names(dir.path());
    let error = open(dir.path()).err().unwrap();
    assert_eq!(error.key(), "vault-newer-format");
    assert_eq!(names(dir.path()), before);
    assert_eq!(key(create(dir.path())), "vault-already-there");
    // A field more is no newer format.
    fs::write(dir.path().join("roer-kluis.ron"), "(format: 2, colour: \"blauw\")").unwrap();
    open(dir.path()).unwrap();
}

fn age(path: &Path, hours: u64) {
    let now = fs::metadata(path).unwrap().modified().unwrap();
    let then: SystemTime = now - Duration::from_hours(hours);
    File::options().write(true).open(path).unwrap().set_modified(then).unwrap();
}

#[test]
fn only_our_own_stale_temporary_files_are_swept() {
    let dir = tempfile::tempdir().unwrap();
    let mut vault = create(dir.path()).unwrap();
    let dossier = vault.create().unwrap();
    add(&mut vault, &dossier, 1, said("x"));
    vault.pin_guide("x").unwrap();
    let folder = dir.path().join("dossiers").join(dossier.as_str());
    let end = "a".repeat(26);
    for place in [dir.path(), &dir.path().join("gidsen"), &folder] {
        for (name, hours) in [("old", 25), ("young", 23)] {
            let path = place.join(format!("{name}.roer.tmp-{end}"));
            fs::write(&path, "half").unwrap();
            age(&path, hours);
        }
        for name in ["mine.tmp-1", "notes.tmp-backup", &format!(".tmp-{end}"), &format!("dir.tmp-{end}")] {
            let path = place.join(name);
            fs::write(&path, "foreign").unwrap();
            age(&path, 100);
        }
        let path = place.join(format!("dir.tmp-{end}"));
        fs::remove_file(&path).unwrap();
        fs::create_dir(&path).unwrap();
    }
    drop(open(dir.path()).unwrap());
    for place in [dir.path(), &dir.path().join("gidsen"), &folder] {
        let left: Vec<_> = names(place).into_iter().filter(|name| name.contains("tmp-")).collect();
        let young = format!("young.roer.tmp-{end}");
        assert_eq!(
            left,
            [format!(".tmp-{end}"), format!("dir.tmp-{end}"), "mine.tmp-1".into(), "notes.tmp-backup".into(), young]
        );
    }
    assert_eq!(vault.load(&dossier).unwrap().events.len(), 1);
}

#[test]
fn a_vault_that_goes_away_is_said_to_be_gone() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("vault");
    let mut vault = create(&root).unwrap();
    let dossier = vault.create().unwrap();
    let first = add(&mut vault, &dossier, 1, said("x"));
    let away = dir.path().join("away");
    fs::rename(&root, &away).unwrap();
    assert_eq!(key(vault.dossiers()), "vault-vanished");
    assert_eq!(key(vault.load(&dossier)), "vault-vanished");
    assert_eq!(key(vault.organisation()), "vault-vanished");
    assert_eq!(key(vault.pinned_guide(&"0".repeat(64))), "vault-vanished");
    assert_eq!(key(vault.pinned_guides()), "vault-vanished");
    let mut second = first.clone();
    second.id.seq = 2;
    second.clock.tick = 1;
    assert_eq!(key(vault.append(&dossier, std::slice::from_ref(&second))), "vault-vanished");
    assert_eq!(key(vault.create()), "vault-vanished");
    // It comes back, and the conversation goes on.
    fs::rename(&away, &root).unwrap();
    vault.append(&dossier, std::slice::from_ref(&second)).unwrap();
    assert_eq!(vault.load(&dossier).unwrap().events, [first, second]);
}

#[test]
fn a_dossier_that_was_deleted_is_not_made_again_by_saving() {
    let dir = tempfile::tempdir().unwrap();
    let mut vault = create(dir.path()).unwrap();
    let dossier = vault.create().unwrap();
    let mut event = add(&mut vault, &dossier, 1, said("x"));
    fs::remove_dir_all(dir.path().join("dossiers").join(dossier.as_str())).unwrap();
    event.id.seq = 2;
    assert_eq!(key(vault.append(&dossier, &[event])), "vault-vanished");
    assert!(vault.dossiers().unwrap().is_empty());
}

#[test]
fn foreign_folders_are_no_dossiers_and_a_damaged_guide_is_told_and_healed() {
    let dir = tempfile::tempdir().unwrap();
    let mut vault = create(dir.path()).unwrap();
    let dossier = vault.create().unwrap();
    fs::create_dir(dir.path().join("dossiers/Jansen (kopie)")).unwrap();
    fs::write(dir.path().join("dossiers").join("b".repeat(26)), "a file").unwrap();
    assert_eq!(vault.dossiers().unwrap(), [dossier]);

    let digest = vault.pin_guide("guide").unwrap();
    let path = dir.path().join("gidsen").join(format!("{digest}.ron"));
    fs::write(&path, "gui de").unwrap();
    assert_eq!(key(vault.pinned_guide(&digest)), "vault-damaged");
    assert_eq!(vault.pin_guide("guide").unwrap(), digest);
    assert_eq!(vault.pinned_guide(&digest).unwrap(), "guide");
    assert_eq!(key(vault.put_organisation(&"x".repeat(1024 * 1024 + 1))), "vault-too-large");
    fs::write(dir.path().join("organisatie.ron"), "x".repeat(1024 * 1024 + 1)).unwrap();
    assert_eq!(key(vault.organisation()), "vault-too-large");
    assert_eq!(key(vault.pin_guide(&"x".repeat(8 * 1024 * 1024 + 1))), "vault-too-large");
}

#[cfg(unix)]
#[test]
fn files_are_for_their_owner_and_links_are_not_followed() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("vault");
    let mut vault = create(&root).unwrap();
    let dossier = vault.create().unwrap();
    let event = add(&mut vault, &dossier, 1, said("x"));
    let folder = root.join("dossiers").join(dossier.as_str());
    let file = folder.join(format!("{}.roer", event.id.segment));
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(fs::metadata(&folder).unwrap().permissions().mode() & 0o777, 0o700);

    let outside = dir.path().join("outside.roer");
    fs::rename(&file, &outside).unwrap();
    symlink(&outside, folder.join("link.roer")).unwrap();
    assert!(vault.load(&dossier).unwrap().events.is_empty());
    symlink(&folder, root.join("dossiers").join("c".repeat(26))).unwrap();
    assert_eq!(vault.dossiers().unwrap(), [dossier]);
    assert_eq!(key(vault.load(&crate::dossier::ids::DossierId::new("c".repeat(26)))), "vault-no-such-dossier");
    symlink(&outside, root.join("organisatie.ron")).unwrap();
    assert_eq!(key(vault.organisation()), "vault-io");
    // The vault as a whole may lie behind a link.
    symlink(&root, dir.path().join("shortcut")).unwrap();
    open(&dir.path().join("shortcut")).unwrap();
    symlink(dir.path(), dir.path().join("docs")).unwrap();
    create(&dir.path().join("docs/new")).unwrap();
}
