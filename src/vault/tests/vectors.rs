//! A kit in the manner of others': one defect each, and the class it must be told as. A class that drifts would send people
//! to the wrong help.

use std::collections::BTreeMap;
use std::fs;

use super::super::keys::{self, Opened, Ring};
use super::super::{Folder, Founder, Secret, Store};
use super::samples::{I, create, dossier, said, sealed, segment_file, segment_of};

/// Name, bytes, and the class.
type Vector = (String, Vec<u8>, &'static str);
/// Name, key file and its double, book and its double, passphrase, and the class.
type KeyVector<'a> = (String, Option<Vec<u8>>, Option<Vec<u8>>, &'a str, &'static str);

/// Files that lie in a dossier's folder as `x.roer`.
fn segments() -> Vec<Vector> {
    let (plain, _) = segment_file(vec![said("een"), said("twee"), said("drie")]);
    let text = String::from_utf8(plain.clone()).unwrap();
    let whole = sealed(&plain);
    let mut all: Vec<Vector> = Vec::new();
    let mut add = |name: String, bytes: Vec<u8>, class| all.push((name, bytes, class));
    let other = Ring::of_tests("".as_ref(), "vreemd");
    let to_other = other.keys.identity().to_public();
    let for_other = keys::seal(&plain, std::iter::once(&to_other as &dyn age::Recipient)).unwrap();

    add("encrypted to somebody else".into(), for_other, "trouble-not-for-us");
    add("not encrypted".into(), plain.clone(), "trouble-unencrypted");
    add("empty".into(), Vec::new(), "trouble-unreadable");
    for (at, rubbish) in [&b"rommel"[..], b"\0\0\0", b"[]", b"PK\x03\x04", b"%PDF-1.7"].into_iter().enumerate() {
        add(format!("rubbish {at}"), rubbish.to_vec(), "trouble-unreadable");
        add(format!("encrypted rubbish {at}"), sealed(rubbish), "trouble-no-segment");
    }
    for version in ["2", "3", "10"] {
        let mut bytes = format!("age-encryption.org/v{version}\n").into_bytes();
        bytes.extend(&whole[22..]);
        add(format!("age version {version}"), bytes, "trouble-newer-format");
    }
    // Cut off in header, nonce and body.
    for part in 1..20 {
        add(format!("cut off at {part}/20"), whole[..whole.len() * part / 20].to_vec(), "trouble-unreadable");
    }
    // A head of a later format, its check right.
    for format in [3, 4, 99] {
        let line = text.lines().find(|line| line.starts_with("Segment(head: ")).unwrap();
        let (head, _) = line.strip_prefix("Segment(head: ").unwrap().split_once(", check: ").unwrap();
        let head = head.replacen("format: 2", &format!("format: {format}"), 1);
        let check = super::super::names::digest(head.as_bytes());
        let newer = text.replacen(line, &format!("Segment(head: {head}, check: \"{check}\"),"), 1);
        add(format!("segment format {format}"), sealed(newer.as_bytes()), "trouble-newer-format");
    }
    // A byte of the header's MAC, of the nonce, and of every part of the body.
    let body = whole.windows(4).position(|found| found == b"\n---").unwrap() + 5;
    for at in [body, body + 10, body + 30, body + 50, body + 60] {
        add(format!("byte {} after the header", at - body), flipped(&whole, at), "trouble-unreadable");
    }
    for part in 1..20 {
        let at = body + 60 + (whole.len() - body - 61) * part / 20;
        add(format!("byte in the body at {part}/20"), flipped(&whole, at), "trouble-unreadable");
    }
    let mut longer = whole.clone();
    longer.push(0);
    add("one byte too many".into(), longer, "trouble-unreadable");

    // Signed text with one thing changed, encrypted again.
    let mut change = |name: &str, from: &str, to: &str, class| {
        assert!(text.contains(from), "{name}");
        add(name.to_owned(), sealed(text.replacen(from, to, 1).as_bytes()), class);
    };
    change("a newer segment format", "format: 2", "format: 3", "trouble-forged");
    change("signature gone", "signature: Some(", "was: Some(", "trouble-forged");
    change("no end", "End(", "Und(", "trouble-forged");
    change("one event less told", "End(events: 3", "End(events: 2", "trouble-forged");
    change("chain changed", "chain: \"", "chain: \"0", "trouble-forged");
    change("signature changed", "signature: \"", "signature: \"0", "trouble-forged");
    change("signing key changed", "key: \"", "key: \"0", "trouble-forged");
    change("other dossier", &"d".repeat(26), &"e".repeat(26), "trouble-forged");
    change("other number", "seq: 2", "seq: 9", "trouble-forged");
    change("other clock", "millis: 1790000000002", "millis: 1790000000009", "trouble-forged");
    change("other kind", "kind: \"Answered\"", "kind: \"Geklapt\"", "trouble-forged");
    change("other words", "\"twee\"", "\"vier\"", "trouble-damaged");
    change("other salt", "salt: \"", "salt: \"0", "trouble-damaged");
    let lines: Vec<&str> = text.lines().collect();
    for (name, gone) in [("head gone", "Segment("), ("first event gone", "Event("), ("end gone", "End(")] {
        let at = lines.iter().position(|line| line.starts_with(gone)).unwrap();
        let left: Vec<&str> = lines.iter().enumerate().filter(|(line, _)| *line != at).map(|(_, line)| *line).collect();
        add(name.to_owned(), sealed(left.join("\n").as_bytes()), "trouble-forged");
    }
    let first = lines.iter().find(|line| line.starts_with("Event(")).unwrap();
    let twice = text.replacen(first, &format!("{first}\n{first}"), 1);
    add("an event twice".into(), sealed(twice.as_bytes()), "trouble-forged");
    let (stranger, _) = segment_of("vreemd", vec![said("een")]);
    add("an unknown writer".into(), sealed(&stranger), "trouble-unknown-writer");
    let renamed = String::from_utf8(stranger)
        .unwrap()
        .replace(other.own().as_str(), Ring::of_tests("".as_ref(), I).own().as_str());
    add("an unknown writer under a known name".into(), sealed(renamed.as_bytes()), "trouble-forged");
    all
}

fn flipped(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[at] ^= 1;
    bytes
}

#[test]
fn every_segment_vector_has_its_class() {
    let dir = tempfile::tempdir().unwrap();
    let mut vault = create(dir.path()).unwrap();
    vault.create_named(&dossier()).unwrap();
    let file = dir.path().join("dossiers").join(dossier().as_str()).join("x.roer");
    let mut classes: BTreeMap<&str, u32> = BTreeMap::new();
    let mut wrong = Vec::new();
    let vectors = segments();
    for (name, bytes, class) in &vectors {
        fs::write(&file, bytes).unwrap();
        let loaded = vault.load(&dossier()).unwrap();
        let told: Vec<&str> = loaded.trouble.iter().map(super::super::Trouble::key).collect();
        if !told.contains(class) {
            wrong.push(format!("{name}: {told:?} and not {class}"));
        }
        assert_eq!(fs::read(&file).unwrap(), *bytes, "{name} was touched");
        *classes.entry(class).or_default() += 1;
    }
    println!("segment vectors: {} {classes:?}", vectors.len());
    assert_eq!(wrong, Vec::<String>::new());
    assert!(vectors.len() >= 80);
}

#[test]
fn every_key_vector_has_its_class() {
    let words = "vier losse woorden hier";
    let founder = Founder { name: "Peter".to_owned(), passphrase: Secret::new(words), recovery: None };
    let dir = tempfile::tempdir().unwrap();
    drop(Folder::create(dir.path(), &founder).unwrap());
    let keys_dir = dir.path().join("sleutels");
    let find = |ending: &str| {
        let entries = fs::read_dir(&keys_dir).unwrap().map(|entry| entry.unwrap().path());
        entries.into_iter().find(|path| path.to_string_lossy().ends_with(ending)).unwrap()
    };
    let (key, double, book, second) = (find(".sleutel"), find(".reserve"), find(".boek"), find(".boek2"));
    let (whole, pages) = (fs::read(&key).unwrap(), fs::read(&book).unwrap());
    let mut vectors: Vec<KeyVector<'_>> = Vec::new();
    let good = || Some(pages.clone());
    for wrong in [
        "",
        "x",
        "vier losse woorden",
        "vier losse woorden hier ",
        "Vier losse woorden hier",
        "vier  losse woorden hier",
        "vierlossewoordenhier",
        "vier losse woorden hier\n",
        "wachtwoord",
        "demonstratie",
    ] {
        vectors.push((format!("passphrase {wrong:?}"), Some(whole.clone()), good(), wrong, "vault-wrong-passphrase"));
    }
    vectors.push(("no key file".into(), None, good(), words, "vault-no-key"));
    for part in 0..10 {
        vectors.push((
            format!("key cut off at {part}/10"),
            Some(whole[..whole.len() * part / 10].to_vec()),
            good(),
            words,
            "vault-damaged",
        ));
    }
    let at_body = whole.windows(4).position(|found| found == b"\n---").unwrap() + 5;
    for at in [at_body, at_body + 20, at_body + 50, at_body + 80, whole.len() - 1] {
        vectors.push((format!("key byte {at}"), Some(flipped(&whole, at)), good(), words, "vault-damaged"));
    }
    for work in [21, 22, 30, 63] {
        let line = whole.iter().position(|byte| *byte == b'\n').unwrap();
        let end = line + 1 + whole[line + 1..].iter().position(|byte| *byte == b'\n').unwrap();
        let header = String::from_utf8_lossy(&whole[..end]).into_owned();
        let costly = header.rsplit_once(' ').unwrap().0.to_owned() + &format!(" {work}");
        let bytes = [costly.as_bytes(), &whole[end..]].concat();
        vectors.push((format!("work factor {work}"), Some(bytes), good(), words, "vault-too-costly"));
    }
    for version in [2, 3, 12] {
        let bytes = [format!("age-encryption.org/v{version}").as_bytes(), &whole[21..]].concat();
        vectors.push((format!("key of age version {version}"), Some(bytes), good(), words, "vault-newer-format"));
    }
    vectors.push(("no book".into(), Some(whole.clone()), None, words, "vault-damaged"));
    for part in 0..8 {
        vectors.push((
            format!("book cut off at {part}/8"),
            Some(whole.clone()),
            Some(pages[..pages.len() * part / 8].to_vec()),
            words,
            "vault-damaged",
        ));
    }
    let put = |path: &std::path::Path, bytes: Option<&Vec<u8>>| match bytes {
        Some(bytes) => fs::write(path, bytes).unwrap(),
        None => drop(fs::remove_file(path)),
    };
    for (name, key_bytes, book_bytes, passphrase, class) in &vectors {
        for (one, two, bytes) in [(&key, &double, key_bytes), (&book, &second, book_bytes)] {
            put(one, bytes.as_ref());
            put(two, bytes.as_ref());
        }
        let told = Folder::open(dir.path(), &Secret::new(*passphrase)).err().map(|error| error.key());
        assert_eq!(told, Some(*class), "{name}");
    }
    println!("key vectors: {}", vectors.len());
    assert!(vectors.len() >= 40);
    // And with everything whole it opens.
    put(&key, Some(&whole));
    put(&book, Some(&pages));
    let opened = Folder::open(dir.path(), &Secret::new(words)).unwrap();
    assert!(matches!(keys::open(&pages, opened.ring().unwrap().keys.identity()), Opened::Text(_)));
}
