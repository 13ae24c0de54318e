//! Whose work counts: forged, moved, replayed and claimed segments are set aside and named, and never merged.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::super::keys::{self, Ring, genuine};
use super::super::{Fingerprint, Folder, Loaded, Store, Trouble};
use super::crash_disk::Dice;
use super::samples::{
    I, add, create, dossier, event, numbered, open_as, said, sealed, segment_of, sitting_of, text_of,
};
use crate::dossier::Card;
use crate::dossier::event::{AccessEnded, AccessGiven, Happening};
use crate::dossier::ids::{DossierId, SegmentId};

/// A vault of `I` in which `dossier()` is there and empty.
fn vault(root: &Path) -> (Folder, PathBuf) {
    let mut vault = create(root).unwrap();
    vault.create_named(&dossier()).unwrap();
    let dir = root.join("dossiers").join(dossier().as_str());
    (vault, dir)
}

fn card_of(who: &'static str) -> Card {
    Ring::of_tests(Path::new(""), who).card()
}

fn fingerprint(who: &'static str) -> String {
    Ring::of_tests(Path::new(""), who).own().as_str().to_owned()
}

#[test]
fn an_unknown_writer_is_set_aside_until_the_digits_were_compared() {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, folder) = vault(dir.path());
    let own = add(&mut vault, &dossier(), 1, said("van mij"));
    let (text, theirs) = segment_of("vreemd", vec![said("van een ander")]);
    let file = folder.join("x.roer");
    fs::write(&file, sealed(&text)).unwrap();
    let loaded = vault.load(&dossier()).unwrap();
    let unknown = Trouble::UnknownWriter { file: file.clone(), writer: fingerprint("vreemd") };
    assert_eq!(loaded, Loaded { events: vec![own.clone()], trouble: vec![unknown] });
    assert!(file.exists());

    fs::create_dir_all(dir.path().join("sleutels")).unwrap();
    vault.trust(&card_of("vreemd")).unwrap();
    let loaded = vault.load(&dossier()).unwrap();
    assert_eq!((loaded.events.len(), loaded.trouble), (2, vec![]));
    assert!(loaded.events.contains(&theirs[0]));
}

#[test]
fn who_was_let_in_counts_and_only_when_one_who_counts_did_it() {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, folder) = vault(dir.path());
    let (by_colleague, _) = segment_of("collega", vec![said("van de collega")]);
    fs::write(folder.join("1.roer"), sealed(&by_colleague)).unwrap();
    // A stranger lets himself and the colleague in.
    let given = |who| Happening::AccessGiven(AccessGiven { card: card_of(who) });
    let (by_stranger, _) = segment_of("vreemd", vec![given("vreemd"), given("collega"), said("ook ik")]);
    fs::write(folder.join("2.roer"), sealed(&by_stranger)).unwrap();
    let loaded = vault.load(&dossier()).unwrap();
    assert_eq!((loaded.events.len(), loaded.trouble.len()), (0, 2));

    add(&mut vault, &dossier(), 1, given("collega"));
    let loaded = vault.load(&dossier()).unwrap();
    assert_eq!((loaded.events.len(), loaded.trouble.len()), (2, 1));
    assert!(matches!(&loaded.trouble[..], [Trouble::UnknownWriter { writer, .. }] if *writer == fingerprint("vreemd")));
    let readers: Vec<String> = vault.readers(&dossier()).unwrap().into_iter().map(|card| card.name).collect();
    assert_eq!(readers, [I, "collega"]);
}

#[test]
fn what_is_written_after_access_was_given_is_read_by_both_and_after_it_ended_by_one() {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, _) = vault(dir.path());
    fs::create_dir_all(dir.path().join("sleutels")).unwrap();
    add(&mut vault, &dossier(), 1, said("voor"));
    drop(vault);
    // In a sitting of its own, so that what was there has to be encrypted once more.
    let mut vault = open_as(dir.path(), I).unwrap();
    let card = card_of("collega");
    add(&mut vault, &dossier(), 1, Happening::AccessGiven(AccessGiven { card: card.clone() }));
    let mut colleague = open_as(dir.path(), "collega").unwrap();
    colleague.trust(&card_of(I)).unwrap();
    let before = colleague.load(&dossier()).unwrap();
    assert_eq!(before.events.len(), 1, "only what was written since");
    vault.readdress(&dossier()).unwrap();
    assert_eq!(colleague.load(&dossier()).unwrap().events.len(), 2);
    let theirs = add(&mut colleague, &dossier(), 1, said("van de collega"));
    assert!(vault.load(&dossier()).unwrap().events.contains(&theirs));

    add(&mut vault, &dossier(), 2, Happening::AccessEnded(AccessEnded { key: card.key }));
    drop(vault);
    let mut vault = open_as(dir.path(), I).unwrap();
    let later = add(&mut vault, &dossier(), 1, said("na"));
    let loaded = colleague.load(&dossier()).unwrap();
    assert!(!loaded.events.contains(&later));
    assert!(loaded.trouble.iter().any(|trouble| matches!(trouble, Trouble::NotForUs { .. })));
    // What the colleague wrote still counts.
    assert!(vault.load(&dossier()).unwrap().events.contains(&theirs));
}

#[test]
fn a_segments_name_belongs_to_its_writer() {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, folder) = vault(dir.path());
    fs::create_dir_all(dir.path().join("sleutels")).unwrap();
    vault.trust(&card_of("collega")).unwrap();
    let own = add(&mut vault, &dossier(), 1, said("zo zei ik het"));
    // A known colleague signs other words under the same event's name.
    let colleague = Ring::of_tests(dir.path(), "collega");
    let claim =
        super::super::segment::Sitting::taking_over(&dossier(), &own.id.segment, colleague.own().as_str()).unwrap();
    let words = text_of(&claim, &[event(&own.id.segment, 1, said("zo niet"))], &colleague);
    fs::write(folder.join("claim.roer"), sealed(&words)).unwrap();
    let loaded = vault.load(&dossier()).unwrap();
    assert_eq!(loaded.events, [own]);
    assert_eq!(loaded.trouble, [Trouble::Forged { file: folder.join("claim.roer") }]);
}

#[test]
fn ten_thousand_forgeries_are_refused() {
    let dir = tempfile::tempdir().unwrap();
    let (mut vault, folder) = vault(dir.path());
    fs::create_dir_all(dir.path().join("sleutels")).unwrap();
    vault.trust(&card_of("collega")).unwrap();
    add(&mut vault, &dossier(), 1, said("echt"));
    let (honest, real) = segment_of("collega", vec![said("een"), said("twee"), said("drie")]);
    let honest = String::from_utf8(honest).unwrap();
    let elsewhere = {
        let ring = Ring::of_tests(Path::new(""), "collega");
        let sitting = super::super::segment::Sitting::begin(
            &DossierId::new("e".repeat(26)),
            ring.own().as_str(),
            String::new(),
            None,
        )
        .unwrap();
        text_of(&sitting, &numbered(sitting.id(), 1, 3), &ring)
    };
    let (stranger, _) = segment_of("vreemd", vec![said("een"), said("twee")]);
    let stranger = String::from_utf8(stranger).unwrap();
    let mut dice = Dice::new(7);
    let mut kinds: BTreeMap<&str, u32> = BTreeMap::new();
    let mut forged = 0;
    while forged < 10_000 {
        let (kind, text) = forge(&mut dice, &honest, &stranger, &elsewhere);
        // Reading in memory, so that ten thousand are done in seconds: the same way that a file goes.
        let path = folder.join("valse.roer");
        let reading = super::super::segment::parse(&path, &text, &dossier());
        let ring = Ring::of_tests(dir.path(), I);
        let mut book = keys::Book::default();
        book.take(card_of("collega"));
        let readings = reading.into_iter().map(|reading| (path.clone(), reading)).collect();
        let counted = super::super::trust::of_known(readings, ring.own(), &book);
        let told = counted.iter().all(|(_, reading)| !reading.trouble.is_empty());
        let loaded = super::super::union::unite(counted);
        // Where only one event's contents were touched, the others are still what their writer signed.
        let whole = matches!(kind, "other words" | "one byte");
        assert!(
            loaded.events.iter().all(|event| whole && real.contains(event)),
            "{kind}: {}",
            String::from_utf8_lossy(&text)
        );
        assert!(loaded.events.len() < real.len(), "{kind} changed nothing");
        assert!(told, "{kind} was refused silently");
        *kinds.entry(kind).or_default() += 1;
        forged += 1;
    }
    println!("forgeries refused: {forged} {kinds:?}");
    // And the honest one is taken in, so that refusing all is no way to pass.
    fs::write(folder.join("eerlijk.roer"), sealed(honest.as_bytes())).unwrap();
    assert_eq!(vault.load(&dossier()).unwrap().events.len(), 4);
}

/// One forgery of somebody who can write in the folder and knows whom to encrypt to.
fn forge(dice: &mut Dice, honest: &str, stranger: &str, elsewhere: &[u8]) -> (&'static str, Vec<u8>) {
    match dice.below(8) {
        // Other words in a signed text.
        0 => {
            let words = ["een", "twee", "drie"][dice.below(3)];
            ("other words", honest.replacen(&format!("\"{words}\""), &format!("\"{}\"", dice.below(1 << 40)), 1).into())
        }
        // One byte that is not padding changed.
        1 => {
            let mut bytes = honest.trim_end().as_bytes().to_vec();
            let start = honest.find("Segment(").unwrap();
            let end = honest.rfind("\n]").unwrap();
            let at = start + dice.below(end - start);
            bytes[at] = bytes[at].wrapping_add(1 + u8::try_from(dice.below(250)).unwrap());
            // A changed character that reads the same is no forgery: spaces between records.
            let kind = "one byte";
            let same = [b' ', b',', b'\n', b'\t', b'\r'];
            if same.contains(&bytes[at]) || same.contains(&honest.as_bytes()[at]) {
                return ("moved", elsewhere.to_vec());
            }
            (kind, bytes)
        }
        // An event taken out, or put twice.
        2 => {
            let lines: Vec<&str> = honest.lines().collect();
            let events: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with("Event(")).collect();
            let gone = events[dice.below(events.len())];
            let left: Vec<&str> =
                lines.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, line)| *line).collect();
            ("event taken out", left.join("\n").into_bytes())
        }
        3 => {
            let line = honest.lines().find(|line| line.starts_with("Event(")).unwrap();
            ("event twice", honest.replacen(line, &format!("{line}\n{line}"), 1).into())
        }
        // The colleague's name over a stranger's work.
        4 => {
            let (theirs, own) = (fingerprint("collega"), fingerprint("vreemd"));
            ("another's name", stranger.replace(&own, &theirs).into())
        }
        // A signature of one text under another.
        5 => {
            let end = |text: &str| text.lines().find(|line| line.starts_with("End(")).unwrap().to_owned();
            ("another's signature", stranger.replace(&end(stranger), &end(honest)).into())
        }
        // A segment of another dossier.
        6 => ("moved", elsewhere.to_vec()),
        // Cut off anywhere before the end.
        _ => {
            let end = honest.rfind("End(").unwrap();
            ("cut off", honest.as_bytes()[..dice.below(end)].to_vec())
        }
    }
}

#[test]
fn a_card_is_genuine_only_as_its_owner_made_it() {
    let card = card_of("collega");
    assert!(genuine(&card));
    let other = card_of("vreemd");
    let changed = [
        Card { name: "Iemand anders".to_owned(), ..card.clone() },
        Card { recipient: other.recipient.clone(), ..card.clone() },
        Card { recovery: Some(other.recipient.clone()), ..card.clone() },
        Card { key: other.key.clone(), ..card.clone() },
        Card { signature: other.signature.clone(), ..card.clone() },
        Card { signature: String::new(), ..card.clone() },
        Card { key: "0".repeat(64), ..card.clone() },
        Card { recipient: "age1nooit".to_owned(), ..card.clone() },
    ];
    for card in changed {
        assert!(!genuine(&card), "{card:?}");
    }
    let digits = Fingerprint::on(&card).unwrap().spoken();
    assert_eq!(digits.split(' ').map(str::len).collect::<Vec<_>>(), [5; 6]);
    assert_ne!(digits, Fingerprint::on(&other).unwrap().spoken());
}

#[test]
fn only_the_owner_writes_in_the_book() {
    let (own, other) = (Ring::of_tests(Path::new(""), I), Ring::of_tests(Path::new(""), "vreemd"));
    let mut book = keys::Book::default();
    book.take(card_of("collega"));
    let text = book.write(&own.keys).unwrap();
    assert_eq!(keys::Book::read(&text, own.own()).unwrap(), book);
    assert!(keys::Book::read(&book.write(&other.keys).unwrap(), own.own()).is_none());
    for at in 0..text.trim_end().len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        let read = String::from_utf8(bytes).ok().and_then(|text| keys::Book::read(&text, own.own()));
        assert!(read.is_none_or(|read| read == book), "byte {at}");
    }
}

#[test]
fn a_plain_segment_is_not_read_where_all_are_encrypted() {
    let dir = tempfile::tempdir().unwrap();
    let (vault, folder) = vault(dir.path());
    let (text, _) = segment_of(I, vec![said("leesbaar")]);
    fs::write(folder.join("x.roer"), &text).unwrap();
    let loaded = vault.load(&dossier()).unwrap();
    assert_eq!(loaded.trouble, [Trouble::Unencrypted { file: folder.join("x.roer") }]);
    assert!(loaded.events.is_empty());
}

#[test]
fn sitting_names_follow_from_writer_and_nonce() {
    let (one, _) = sitting_of(I);
    let (two, _) = sitting_of(I);
    assert_ne!(one.id(), two.id());
    assert_ne!(*one.id(), SegmentId::new(""));
}
