//! What is kept comes back, over sittings and years.

use super::super::segment::{Reading, parse};
use super::super::{Memory, Store, Trouble, VaultError};
use super::samples::{CANARY, add, all, create, dossier, event, numbered, open, open_plain, said, segment_file};
use crate::dossier::ids::{DossierId, SegmentId};

fn keeps_everything(store: &mut impl Store) {
    let dossier = store.create().unwrap();
    assert_eq!(store.dossiers().unwrap(), std::slice::from_ref(&dossier));
    assert_eq!(store.load(&dossier).unwrap(), super::super::Loaded::default());
    let segment = store.segment(&dossier).unwrap();
    assert_eq!(store.segment(&dossier).unwrap(), segment);
    let events: Vec<_> = (1..).zip(all()).map(|(seq, what)| event(&segment, seq, what)).collect();
    let (first, rest) = events.split_at(3);
    store.append(&dossier, first).unwrap();
    store.append(&dossier, &[]).unwrap();
    store.append(&dossier, rest).unwrap();
    let loaded = store.load(&dossier).unwrap();
    assert_eq!(loaded.events, events);
    assert_eq!(loaded.trouble, []);
}

fn refuses_what_is_out_of_turn(store: &mut impl Store) {
    let dossier = store.create().unwrap();
    let nowhere = SegmentId::new("n".repeat(26));
    let unbegun = store.append(&dossier, &numbered(&nowhere, 1, 1)).unwrap_err();
    assert_eq!(unbegun.key(), "vault-out-of-turn");
    let segment = store.segment(&dossier).unwrap();
    store.append(&dossier, &numbered(&segment, 1, 2)).unwrap();
    let before = store.load(&dossier).unwrap();
    let one = |seq| event(&segment, seq, said("x"));
    for wrong in [
        vec![one(2)],
        vec![one(3), one(3)],
        vec![one(3), one(1)],
        vec![one(3), event(&nowhere, 4, said("x"))],
        vec![one(0)],
    ] {
        assert_eq!(store.append(&dossier, &wrong).unwrap_err().key(), "vault-out-of-turn");
    }
    assert_eq!(store.load(&dossier).unwrap(), before);
    store.append(&dossier, &[one(3), one(5)]).unwrap();
}

fn keeps_guides_and_organisation(store: &mut impl Store) {
    assert_eq!(store.organisation().unwrap(), None);
    store.put_organisation("Gemeente(naam: \"één\")").unwrap();
    store.put_organisation("Gemeente(naam: \"twee\")").unwrap();
    assert_eq!(store.organisation().unwrap().unwrap(), "Gemeente(naam: \"twee\")");
    assert!(store.pinned_guides().unwrap().is_empty());
    let digest = store.pin_guide("abc").unwrap();
    assert_eq!(digest, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_eq!(store.pin_guide("abc").unwrap(), digest);
    assert_eq!(store.pinned_guide(&digest).unwrap(), "abc");
    assert_eq!(store.pinned_guides().unwrap(), [digest]);
    assert_eq!(store.pinned_guide(&"0".repeat(64)).unwrap_err().key(), "vault-no-such-guide");
}

#[test]
fn a_folder_keeps_everything() {
    let dir = tempfile::tempdir().unwrap();
    keeps_everything(&mut create(&dir.path().join("one")).unwrap());
    refuses_what_is_out_of_turn(&mut create(&dir.path().join("two")).unwrap());
    keeps_guides_and_organisation(&mut create(&dir.path().join("three")).unwrap());
}

#[test]
fn memory_does_as_a_folder_does() {
    keeps_everything(&mut Memory::new());
    refuses_what_is_out_of_turn(&mut Memory::new());
    keeps_guides_and_organisation(&mut Memory::new());
}

#[test]
fn memory_fails_as_often_as_it_is_told() {
    let memory = Memory::new();
    let faults = memory.faults();
    // As the desk holds it, on another thread.
    let mut store: Box<dyn Store> = Box::new(memory);
    let dossier = store.create().unwrap();
    let segment = store.segment(&dossier).unwrap();
    faults.fail_appends(2, std::io::ErrorKind::StorageFull);
    for _ in 0..2 {
        assert_eq!(store.append(&dossier, &numbered(&segment, 1, 1)).unwrap_err().key(), "vault-full");
        assert!(store.load(&dossier).unwrap().events.is_empty());
    }
    store.append(&dossier, &numbered(&segment, 1, 1)).unwrap();
}

#[test]
fn sittings_are_files_and_name_the_one_before() {
    let dir = tempfile::tempdir().unwrap();
    let mut expected = Vec::new();
    let dossier = create(dir.path()).unwrap().create().unwrap();
    for sitting in 0..4 {
        let mut vault = open(dir.path()).unwrap();
        expected.push(add(&mut vault, &dossier, 10 * sitting + 1, said("eerst")));
        expected.push(add(&mut vault, &dossier, 10 * sitting + 2, said("dan")));
    }
    let loaded = open(dir.path()).unwrap().load(&dossier).unwrap();
    assert_eq!(loaded.events, expected);
    assert_eq!(loaded.trouble, []);
    let folder = dir.path().join("dossiers").join(dossier.as_str());
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 4);

    // The second one gets lost: the third says so.
    std::fs::remove_file(folder.join(format!("{}.roer", expected[2].id.segment))).unwrap();
    let loaded = open(dir.path()).unwrap().load(&dossier).unwrap();
    let named_by = folder.join(format!("{}.roer", expected[4].id.segment));
    assert_eq!(loaded.trouble, [Trouble::Missing { segment: expected[2].id.segment.clone(), named_by }]);
    assert_eq!(loaded.events.len(), 6);
}

#[test]
fn two_programs_never_share_a_file() {
    let dir = tempfile::tempdir().unwrap();
    let mut a = create(dir.path()).unwrap();
    assert!(!a.also_open());
    let mut b = open(dir.path()).unwrap();
    let dossier = a.create().unwrap();
    assert!(a.also_open() && b.also_open());
    let events =
        [add(&mut a, &dossier, 1, said("a")), add(&mut b, &dossier, 2, said("b")), add(&mut a, &dossier, 3, said("c"))];
    assert_eq!(a.load(&dossier).unwrap().events, events);
    assert_eq!(b.load(&dossier).unwrap(), a.load(&dossier).unwrap());
    drop(a);
    assert!(!b.also_open());
}

#[test]
fn the_hashes_are_what_the_file_says_they_are() {
    let (bytes, _) = segment_file(vec![said("ja")]);
    let text = String::from_utf8(bytes).unwrap();
    let between = |line: &str, from: &str, to: &str| {
        let start = line.find(from).unwrap() + from.len();
        line[start..start + line[start..].find(to).unwrap()].to_owned()
    };
    let line = |name: &str| text.lines().find(|line| line.starts_with(name)).unwrap();
    let (segment, event, end) = (line("Segment("), line("Event("), line("End("));
    let hash = |text: &str| super::super::names::digest(text.as_bytes());
    let heads = [segment, event].map(|line| between(line, "head: ", ", check: "));
    assert_eq!(between(event, "check: \"", "\""), hash(&heads[1]));
    let payload = event.strip_suffix("),").unwrap().split_once("payload: ").unwrap().1;
    let digest = between(event, "digest: \"", "\"");
    assert_eq!(digest, hash(&(between(event, "salt: \"", "\"") + payload)));
    assert_eq!(between(end, "chain: \"", "\""), hash(&format!("{}\n{}\n", heads[0], heads[1])));
    // Two equal answers do not look equal once they are erased.
    let (other, _) = segment_file(vec![said("ja")]);
    let other = String::from_utf8(other).unwrap();
    assert_ne!(between(&other, "digest: \"", "\""), digest);
}

#[test]
fn an_event_of_a_newer_roer_stays_in_its_file() {
    let (bytes, events) = segment_file(vec![said("een"), said("twee"), said("drie")]);
    let newer = newer_event(&String::from_utf8(bytes).unwrap(), "seq: 2,");
    let Reading { events: found, trouble, .. } = parse("x.roer".as_ref(), newer.as_bytes(), &dossier()).unwrap();
    assert_eq!(found, [events[0].clone(), events[2].clone()]);
    let unknown = Trouble::Unknown { file: "x.roer".into(), event: events[1].id.clone(), kind: "Sung".to_owned() };
    assert_eq!(trouble, [unknown]);

    let dir = tempfile::tempdir().unwrap();
    drop(create(dir.path()).unwrap());
    let vault = open_plain(dir.path());
    let path = dir.path().join("dossiers").join(dossier().as_str());
    std::fs::create_dir_all(&path).unwrap();
    std::fs::write(path.join("x.roer"), &newer).unwrap();
    assert_eq!(vault.load(&dossier()).unwrap().events.len(), 2);
    assert_eq!(std::fs::read_to_string(path.join("x.roer")).unwrap(), newer);
}

/// The text with one event of a kind nobody here knows, all hashes right.
fn newer_event(text: &str, seq: &str) -> String {
    use super::super::names::digest;
    let line = text.lines().find(|line| line.contains(seq)).unwrap();
    let (head, rest) = line.strip_prefix("Event(head: ").unwrap().split_once(", check: ").unwrap();
    let salt = rest.split_once("salt: \"").unwrap().1.split_once('"').unwrap().0;
    let payload = "Sung((song: \"Wilhelmus\", verses: [1, 6], loud: true))";
    let old = head.split_once("digest: \"").unwrap().1.split_once('"').unwrap().0;
    let new_head =
        head.replace(old, &digest(format!("{salt}{payload}").as_bytes())).replace("\"Answered\"", "\"Sung\"");
    let check = digest(new_head.as_bytes());
    let text = text
        .replace(line, &format!("Event(head: {new_head}, check: \"{check}\", salt: \"{salt}\", payload: {payload}),"));
    let head = |line: &str| Some(line.split_once("head: ")?.1.split_once(", check: ")?.0.to_owned() + "\n");
    let heads: String = text.lines().filter_map(head).collect();
    let chain = text.split_once("chain: \"").unwrap().1.split_once('"').unwrap().0.to_owned();
    text.replace(&chain, &digest(heads.as_bytes()))
}

#[test]
fn a_line_that_says_erased_counts_where_nothing_else_is_left() {
    let (bytes, events) = segment_file(vec![said("een"), said(CANARY), said("drie")]);
    let full = String::from_utf8(bytes).unwrap();
    let line = full.lines().find(|line| line.contains("seq: 2,")).unwrap();
    let erased =
        full.replace(line, &format!("{}),", line.split_once(", salt: ").unwrap().0.replacen("Event", "Erased", 1)));
    let dir = tempfile::tempdir().unwrap();
    drop(create(dir.path()).unwrap());
    let vault = open_plain(dir.path());
    let path = dir.path().join("dossiers").join(dossier().as_str());
    std::fs::create_dir_all(&path).unwrap();
    std::fs::write(path.join("x.roer"), &erased).unwrap();
    let trouble = [Trouble::Erased { file: path.join("x.roer"), event: events[1].id.clone() }];
    let expected = [events[0].clone(), events[2].clone()];
    assert_eq!(vault.load(&dossier()).unwrap().trouble, trouble);
    assert_eq!(vault.load(&dossier()).unwrap().events, expected);
    // Anybody who could read it once can write such a line: while a whole copy is here and nobody asked, the copy counts.
    std::fs::write(path.join("x (kopie).roer"), &full).unwrap();
    let loaded = vault.load(&dossier()).unwrap();
    assert_eq!((loaded.events, loaded.trouble), (events, vec![]));
}

#[test]
fn names_from_outside_never_reach_the_disk() {
    let dir = tempfile::tempdir().unwrap();
    let mut folder = create(dir.path()).unwrap();
    let long = "a".repeat(27);
    let upper = "A".repeat(26);
    let sneaky = format!("../{}", "a".repeat(23));
    for name in ["", ".", "..", "../..", "/etc", "C:\\x", "CON", "aux.ron", "a b", &long, &upper, &sneaky, CANARY] {
        let id = DossierId::new(name);
        let bad = |error: VaultError| {
            assert!(matches!(error, VaultError::BadName { .. }) && !error.to_string().contains(CANARY));
        };
        bad(folder.load(&id).unwrap_err());
        bad(folder.segment(&id).unwrap_err());
        bad(folder.append(&id, &numbered(&SegmentId::new("s".repeat(26)), 1, 1)).unwrap_err());
        bad(folder.pinned_guide(name).unwrap_err());
    }
    assert_eq!(folder.load(&dossier()).unwrap_err().key(), "vault-no-such-dossier");
    assert_eq!(folder.segment(&dossier()).unwrap_err().key(), "vault-no-such-dossier");
}
