//! What is told to people and logs holds no client's words, and names of files hold none either.

use std::fs;
use std::path::Path;

use super::super::Store;
use super::super::keys::{self, Opened, Ring};
use super::samples::{CANARY, I, add, all, create, said};
use crate::dossier::event::Happening;

fn files(dir: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        found.push(path.clone());
        if path.is_dir() {
            files(&path, found);
        }
    }
}

#[test]
fn no_name_and_no_trouble_holds_a_clients_words() {
    let dir = tempfile::tempdir().unwrap();
    let mut vault = create(dir.path()).unwrap();
    let dossier = vault.create().unwrap();
    for (seq, what) in (1..).zip(all()) {
        add(&mut vault, &dossier, seq, what);
    }
    vault.pin_guide(CANARY).unwrap();
    vault.put_organisation(CANARY).unwrap();
    let mut found = Vec::new();
    files(dir.path(), &mut found);
    assert!(found.iter().all(|path| !path.to_string_lossy().contains(CANARY)));

    let segment = found.iter().find(|path| path.extension().is_some_and(|ending| ending == "roer")).unwrap();
    let whole = fs::read(segment).unwrap();
    assert!(!String::from_utf8_lossy(&whole).contains(CANARY));
    for at in (0..whole.len()).step_by(97) {
        let mut damaged = whole.clone();
        damaged[at] ^= 0x11;
        damaged.truncate(whole.len() - at / 2);
        fs::write(segment, damaged).unwrap();
        let loaded = vault.load(&dossier).unwrap();
        assert!(!loaded.trouble.is_empty());
        let told =
            format!("{:?} {:?}", loaded.trouble, loaded.trouble.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert!(!told.contains(CANARY), "{told}");
        assert!(
            loaded.trouble.iter().all(|trouble| trouble.key().starts_with("trouble-") && trouble.file() == segment)
        );
    }
}

#[derive(serde::Deserialize)]
#[expect(dead_code, reason = "only its shape is read")]
enum Record {
    Segment { head: Box<ron::value::RawValue>, check: String },
    Event { head: Box<ron::value::RawValue>, check: String, salt: String, payload: Box<Happening> },
    End { events: u32, chain: String, signature: Option<Box<ron::value::RawValue>> },
}

/// A person with the key can read the file: what stands in it after one answer.
#[test]
fn the_shape_of_the_file() {
    let dir = tempfile::tempdir().unwrap();
    let mut vault = create(dir.path()).unwrap();
    let dossier = vault.create().unwrap();
    add(&mut vault, &dossier, 1, said("Ik wil leren lassen."));
    let segment = vault.segment(&dossier).unwrap();
    let path = dir.path().join("dossiers").join(dossier.as_str()).join(format!("{segment}.roer"));
    let ring = Ring::of_tests(dir.path(), I);
    let Opened::Text(text) = keys::open(&fs::read(path).unwrap(), ring.keys.identity()) else { panic!("not for us") };
    let text = String::from_utf8(text).unwrap();
    assert_eq!(text.len(), 2048, "a whole number of KiB");
    let lines: Vec<_> = text.trim_end_matches(' ').lines().collect();
    assert_eq!(lines.len(), 8);
    let begins = [
        "// Roer",
        "// SHA-256",
        "// Ed25519",
        "[",
        "Segment(head: (format: 2, dossier: \"",
        "Event(head: (dossier: \"",
        "End(events: 1, ",
        "]",
    ];
    assert!(lines.iter().zip(begins).all(|(line, begin)| line.starts_with(begin)), "{text}");
    assert!(lines[5].contains("answer: Text(\"Ik wil leren lassen.\")"), "{text}");
    // The whole is one RON value, for any program that reads RON.
    let records: Vec<Record> = ron::from_str(&text).unwrap();
    assert!(matches!(
        records[..],
        [Record::Segment { .. }, Record::Event { .. }, Record::End { signature: Some(_), .. }]
    ));
}
