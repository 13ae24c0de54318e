//! An older copy that was put back is noticed on the computer that saw more, and nowhere else.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::super::{Folder, Store, Trouble};
use super::care::{files, now};
use super::samples::{add, create, open, said};

fn remembering(root: &Path, place: &Path) -> Folder {
    let mut vault = open(root).unwrap();
    vault.remember_in(place);
    vault
}

fn is_older(trouble: &[Trouble]) -> bool {
    matches!(trouble, [Trouble::Older { .. }])
}

#[test]
fn each_of_fifty_earlier_states_is_noticed_by_who_saw_the_last() {
    let dir = tempfile::tempdir().unwrap();
    let (root, place) = (dir.path().join("kluis"), dir.path().join("gezien"));
    let mut vault = create(&root).unwrap();
    vault.remember_in(&place);
    let dossier = vault.create().unwrap();
    let mut states = Vec::new();
    for seq in 1..=51 {
        let event = add(&mut vault, &dossier, seq, said("nog een"));
        let file = root.join("dossiers").join(dossier.as_str()).join(format!("{}.roer", event.id.segment));
        states.push((fs::read(&file).unwrap(), file));
    }
    // What was written since it was last read is remembered too.
    drop(vault);
    for file in files(&place) {
        assert!(!String::from_utf8_lossy(&fs::read(&file).unwrap()).contains(dossier.as_str()), "{file:?}");
    }
    let (last, earlier) = states.split_last().unwrap();
    let mut noticed = 0;
    for (bytes, file) in earlier {
        fs::write(file, bytes).unwrap();
        noticed += usize::from(is_older(&remembering(&root, &place).load(&dossier).unwrap().trouble));
        assert_eq!(
            open(&root).unwrap().load(&dossier).unwrap().trouble,
            [],
            "a computer that never saw it cannot know"
        );
    }
    println!("earlier states of the newest sitting noticed: {noticed}");
    assert_eq!(noticed, 50);
    fs::write(&last.1, &last.0).unwrap();
    assert_eq!(remembering(&root, &place).load(&dossier).unwrap().trouble, []);

    fs::remove_file(&last.1).unwrap();
    let gone = remembering(&root, &place).load(&dossier).unwrap().trouble;
    assert!(matches!(&gone[..], [Trouble::Missing { .. }]), "{gone:?}");
}

#[test]
fn who_was_told_and_goes_on_is_not_told_again() {
    let dir = tempfile::tempdir().unwrap();
    let (root, place) = (dir.path().join("kluis"), dir.path().join("gezien"));
    let mut vault = create(&root).unwrap();
    vault.remember_in(&place);
    let dossier = vault.create().unwrap();
    add(&mut vault, &dossier, 1, said("een"));
    let file = files(&root.join("dossiers")).pop().unwrap();
    let older = fs::read(&file).unwrap();
    add(&mut vault, &dossier, 2, said("twee"));
    assert_eq!(vault.load(&dossier).unwrap().trouble, []);
    drop(vault);
    fs::write(&file, older).unwrap();
    for _ in 0..2 {
        assert!(is_older(&remembering(&root, &place).load(&dossier).unwrap().trouble), "until somebody goes on");
    }
    let mut vault = remembering(&root, &place);
    assert!(is_older(&vault.load(&dossier).unwrap().trouble));
    add(&mut vault, &dossier, 1, said("verder"));
    drop(vault);
    assert_eq!(remembering(&root, &place).load(&dossier).unwrap().trouble, []);
}

#[test]
fn erasing_and_destroying_are_no_rollback_and_damaged_marks_are_no_trouble() {
    let dir = tempfile::tempdir().unwrap();
    let (root, place) = (dir.path().join("kluis"), dir.path().join("gezien"));
    let mut vault = create(&root).unwrap();
    vault.remember_in(&place);
    let (one, other) = (vault.create().unwrap(), vault.create().unwrap());
    let wrong = add(&mut vault, &one, 1, said("fout"));
    add(&mut vault, &one, 2, said("blijft"));
    add(&mut vault, &other, 1, said("een ander"));
    vault.load(&one).unwrap();
    vault.load(&other).unwrap();
    vault.erase_events(&one, &BTreeSet::from([wrong.id]), "op verzoek", now()).unwrap();
    vault.destroy(&other, "voorbij", now()).unwrap();
    drop(vault);
    assert_eq!(remembering(&root, &place).load(&one).unwrap().trouble, []);
    // An older copy of the whole folder knows nothing of the destruction; this computer does.
    fs::remove_dir_all(root.join("dossiers").join("registerregisterregisterre")).unwrap();
    fs::create_dir(root.join("dossiers").join(other.as_str())).unwrap();
    assert_eq!(remembering(&root, &place).dossiers().unwrap(), std::slice::from_ref(&one));
    for file in files(&place) {
        fs::write(file, "geen merken").unwrap();
    }
    assert_eq!(remembering(&root, &place).load(&one).unwrap().trouble, []);
    assert_eq!(remembering(&root, &place).load(&one).unwrap().trouble, [], "and they were written anew");
}

#[test]
fn a_dossier_of_which_the_whole_folder_is_gone_is_told_until_somebody_knows() {
    let dir = tempfile::tempdir().unwrap();
    let (root, place) = (dir.path().join("kluis"), dir.path().join("gezien"));
    let mut vault = create(&root).unwrap();
    vault.remember_in(&place);
    let [gone, destroyed, stays] = [(); 3].map(|()| vault.create().unwrap());
    for dossier in [&gone, &destroyed, &stays] {
        add(&mut vault, dossier, 1, said("er was iets"));
    }
    vault.destroy(&destroyed, "voorbij", now()).unwrap();
    assert_eq!(vault.missing().unwrap(), []);
    drop(vault);
    fs::remove_dir_all(root.join("dossiers").join(gone.as_str())).unwrap();
    assert_eq!(open(&root).unwrap().missing().unwrap(), [], "a computer that never saw it cannot know");
    for _ in 0..2 {
        let vault = remembering(&root, &place);
        assert_eq!(vault.missing().unwrap(), std::slice::from_ref(&gone), "until somebody says to know");
        let verdict = vault.verify().unwrap();
        assert!(!verdict.is_clean() && verdict.missing == std::slice::from_ref(&gone));
    }
    let mut vault = remembering(&root, &place);
    vault.let_go(std::slice::from_ref(&gone));
    drop(vault);
    let vault = remembering(&root, &place);
    assert!(vault.missing().unwrap().is_empty() && vault.verify().unwrap().missing.is_empty());
    assert_eq!(vault.dossiers().unwrap(), [stays]);
}
