//! What is told to people and logs holds no client's words, and names of files hold none either.

use std::fs;
use std::path::Path;

use super::super::{Folder, Store};
use super::samples::{CANARY, add, all, said};
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
    let mut vault = Folder::create(dir.path()).unwrap();
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
    assert!(String::from_utf8_lossy(&whole).contains(CANARY), "readable by a person, in this release");
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
    End { events: u32, chain: String, signature: Option<String> },
}

/// A person can read the file: what stands in it after one answer.
#[test]
fn the_shape_of_the_file() {
    let dir = tempfile::tempdir().unwrap();
    let mut vault = Folder::create(dir.path()).unwrap();
    let dossier = vault.create().unwrap();
    add(&mut vault, &dossier, 1, said("Ik wil leren lassen."));
    let segment = vault.segment(&dossier).unwrap();
    let path = dir.path().join("dossiers").join(dossier.as_str()).join(format!("{segment}.roer"));
    let text = fs::read_to_string(path).unwrap();
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 7);
    let begins = [
        "// Roer",
        "// SHA-256",
        "[",
        "Segment(head: (format: 1, dossier: \"",
        "Event(head: (dossier: \"",
        "End(events: 1, ",
        "]",
    ];
    assert!(lines.iter().zip(begins).all(|(line, begin)| line.starts_with(begin)), "{text}");
    assert!(lines[4].contains("answer: Text(\"Ik wil leren lassen.\")"), "{text}");
    // The whole is one RON value, for any program that reads RON.
    let records: Vec<Record> = ron::from_str(&text).unwrap();
    assert!(matches!(records[..], [Record::Segment { .. }, Record::Event { .. }, Record::End { signature: None, .. }]));
}
