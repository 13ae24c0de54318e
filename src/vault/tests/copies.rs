//! Copies that sync programs make, under whatever name and in whatever order.

use std::fs;
use std::path::PathBuf;

use proptest::prelude::*;

use super::super::keys::Ring;
use super::super::segment::Sitting;
use super::super::{Loaded, Store, Trouble};
use super::samples::{
    I, create, dossier, event, numbered, open_plain, said, sealed, segment_file, sitting_of, text_of,
};
use crate::dossier::event::Event;
use crate::dossier::ids::DossierId;

/// A vault with one dossier whose folder holds `files`, encrypted.
fn load(files: &[(&str, &[u8])]) -> (PathBuf, Loaded) {
    let files: Vec<(&str, Vec<u8>)> = files.iter().map(|(name, bytes)| (*name, sealed(bytes))).collect();
    lay(&files.iter().map(|(name, bytes)| (*name, &bytes[..])).collect::<Vec<_>>(), false)
}

/// A vault from before encryption with one dossier whose folder holds `files`.
fn load_plain(files: &[(&str, &[u8])]) -> (PathBuf, Loaded) {
    lay(files, true)
}

fn lay(files: &[(&str, &[u8])], plain: bool) -> (PathBuf, Loaded) {
    let dir = tempfile::tempdir().unwrap();
    let mut vault = create(dir.path()).unwrap();
    if plain {
        vault = open_plain(dir.path());
    }
    let folder = dir.path().join("dossiers").join(dossier().as_str());
    fs::create_dir_all(&folder).unwrap();
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).unwrap();
    }
    let loaded = vault.load(&dossier()).unwrap();
    for (name, bytes) in files {
        assert_eq!(fs::read(folder.join(name)).unwrap(), *bytes, "{name} was touched");
    }
    (folder, loaded)
}

/// What one sitting had on disk after its 2nd and after its 4th event.
fn early_and_late() -> (Vec<u8>, Vec<u8>, Vec<Event>) {
    let (sitting, ring) = sitting_of(I);
    let events = numbered(sitting.id(), 1, 4);
    (text_of(&sitting, &events[..2], &ring), text_of(&sitting, &events, &ring), events)
}

#[test]
fn a_copy_is_read_by_what_it_holds() {
    let (bytes, events) = segment_file(vec![said("een"), said("twee")]);
    let names = [
        "abc.sync-conflict-20261123-101500-ABCDEFG.roer",
        "abc (kopie van Laptop-7).roer",
        "abc-LAPTOP7.roer",
        "Kopie van abc.roer.bak",
        "zomaar een naam",
    ];
    for name in names {
        let (_, loaded) = load(&[(name, &bytes)]);
        assert_eq!(loaded, Loaded { events: events.clone(), trouble: Vec::new() }, "{name}");
    }
    let all: Vec<_> = names.iter().map(|name| (*name, &bytes[..])).collect();
    assert_eq!(load(&all).1, Loaded { events, trouble: Vec::new() });
}

#[test]
fn an_older_copy_takes_nothing_away() {
    let (early, late, events) = early_and_late();
    for files in [[("a.roer", &early), ("b.roer", &late)], [("a.roer", &late), ("b.roer", &early)]] {
        let files = files.map(|(name, bytes)| (name, &bytes[..]));
        assert_eq!(load(&files).1, Loaded { events: events.clone(), trouble: Vec::new() });
    }
}

#[test]
fn a_whole_copy_makes_good_a_damaged_one() {
    let (bytes, events) = segment_file(vec![said("een"), said("twee")]);
    let mut damaged = bytes.clone();
    let at = bytes.windows(6).position(|found| found == b"\"twee\"").unwrap();
    damaged[at + 1] = b'T';
    let (folder, loaded) = load_plain(&[("a.roer", &damaged), ("b.roer", &bytes)]);
    assert_eq!(loaded.events, events);
    let event = Some(events[1].id.clone());
    assert_eq!(loaded.trouble, [Trouble::Damaged { file: folder.join("a.roer"), line: 7, lines: 1, event }]);
}

#[test]
fn one_event_told_twice_is_named_for_both_files() {
    let (sitting, ring) = sitting_of(I);
    let file = |words: &str| {
        let events = [event(sitting.id(), 1, said("samen")), event(sitting.id(), 2, said(words))];
        text_of(&sitting, &events, &ring)
    };
    let (here, there) = (file("hier"), file("daar"));
    let (folder, one_way) = load(&[("a.roer", &here), ("b.roer", &there)]);
    let (_, other_way) = load(&[("a.roer", &there), ("b.roer", &here)]);
    // The choice does not depend on the names.
    assert_eq!(one_way.events, other_way.events);
    assert_eq!(one_way.events.len(), 2);
    let id = one_way.events[1].id.clone();
    let mut trouble = one_way.trouble;
    trouble.sort();
    let named = ["a.roer", "b.roer"].map(|name| Trouble::Contradiction { file: folder.join(name), event: id.clone() });
    assert_eq!(trouble, named);
}

#[test]
fn others_are_read_beside_what_cannot_be() {
    let (bytes, events) = segment_file(vec![said("een")]);
    let newer = b"[\nSegment(head: (format: 3, colour: Blue), check: \"CHECK\"),\nWhatever(1),\n]\n";
    let head = super::super::names::digest(b"(format: 3, colour: Blue)");
    let newer = String::from_utf8(newer.to_vec()).unwrap().replace("CHECK", &head);
    let encrypted = b"age-encryption.org/v1\n-> X25519 abc\n\0\x01\x02";
    let (elsewhere, _) = foreign();
    let files: [(&str, &[u8]); 7] = [
        ("1.roer", newer.as_bytes()),
        ("2.roer", encrypted),
        ("3.roer", &elsewhere),
        ("4.roer", b""),
        ("5.roer", &bytes),
        ("notes.txt", b"not ours"),
        ("x.roer.tmp-aaaaaaaaaaaaaaaaaaaaaaaaaa", b"half a seg"),
    ];
    let (folder, loaded) = load_plain(&files);
    assert_eq!(loaded.events, events);
    let file = |name: &str| folder.join(name);
    let expected = [
        Trouble::NewerFormat { file: file("1.roer") },
        Trouble::NotForUs { file: file("2.roer") },
        Trouble::Foreign { file: file("3.roer") },
        Trouble::NoSegment { file: file("4.roer") },
    ];
    assert_eq!(loaded.trouble, expected);
}

/// A segment of another dossier.
fn foreign() -> (Vec<u8>, Vec<Event>) {
    let ring = Ring::of_tests("".as_ref(), I);
    let sitting = Sitting::begin(&DossierId::new("e".repeat(26)), ring.own().as_str(), String::new(), None).unwrap();
    let events = numbered(sitting.id(), 1, 2);
    (text_of(&sitting, &events, &ring), events)
}

#[test]
fn one_damaged_segment_of_twenty_hides_no_other() {
    let sittings: Vec<_> =
        (0..20).map(|number| segment_file(vec![said(&format!("{number}")), said("klaar")])).collect();
    let names: Vec<_> = (0..20).map(|number| format!("{number:02}.roer")).collect();
    for victim in 0..20 {
        let files: Vec<(&str, &[u8])> = (0..)
            .zip(names.iter().zip(&sittings))
            .map(|(number, (name, (bytes, _)))| {
                (name.as_str(), if number == victim { &b"\0\0"[..] } else { &bytes[..] })
            })
            .collect();
        let (_, loaded) = load(&files);
        assert_eq!(loaded.events.len(), 38);
        assert!(matches!(loaded.trouble[..], [Trouble::NoSegment { .. }]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// However the files are called and copied, the union is the same.
    #[test]
    fn the_union_knows_no_order(order in Just((0..6_usize).collect::<Vec<_>>()).prop_shuffle(), again in prop::collection::vec(0..6_usize, 0..4)) {
        let (early, late, events) = early_and_late();
        let mut files = vec![early, late];
        let mut expected = events;
        for number in 0..4 {
            let (bytes, events) = segment_file(vec![said(&format!("{number}")), said("x")]);
            files.push(bytes);
            expected.extend(events);
        }
        expected.sort_by(|a, b| (a.clock, &a.id).cmp(&(b.clock, &b.id)));
        let names: Vec<_> = (0..10).map(|number| format!("{number}.roer")).collect();
        let laid: Vec<(&str, &[u8])> =
            order.iter().chain(&again).zip(&names).map(|(file, name)| (name.as_str(), &files[*file][..])).collect();
        prop_assert_eq!(load(&laid).1, Loaded { events: expected, trouble: Vec::new() });
    }
}
