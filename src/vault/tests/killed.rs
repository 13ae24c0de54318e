//! A program that is killed while it writes: whatever it said was saved is there. A real process, a real SIGKILL.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::super::keys::Keys;
use super::super::{Folder, Store};
use super::crash_disk::Dice;
use super::samples::{create, event, said};
use crate::dossier::ids::DossierId;

/// Names the folder to the child; the child is this test program with only [`the_writer`] to run.
const FOLDER: &str = "ROER_TEST_WRITER";
const KEYS: &str = "ROER_TEST_KEYS";
const DOSSIER: &str = "ROER_TEST_DOSSIER";
const KILLS: u32 = 1_000;
/// Kills in one dossier.
const EACH: u32 = 20;

/// The vault as `keys` have it open.
fn open(root: &Path, keys: &str) -> Folder {
    let ring = super::super::keys::Ring::with_keys(root, Keys::from_parts(keys));
    Folder::on(Box::new(super::super::disk::RealDisk), root, super::super::slot::Slot::none(), Some(ring))
}

/// Writes until it is killed, and says each number once it is saved. Does nothing unless it was started for that.
#[test]
fn the_writer() {
    let [Ok(folder), Ok(keys), Ok(dossier)] = [FOLDER, KEYS, DOSSIER].map(std::env::var) else { return };
    let (mut vault, dossier) = (open(Path::new(&folder), &keys), DossierId::new(dossier));
    let segment = vault.segment(&dossier).unwrap();
    let mut out = std::io::stdout();
    writeln!(out, "begun").unwrap();
    for seq in 1.. {
        vault.append(&dossier, &[event(&segment, seq, said(&format!("antwoord {seq}")))]).unwrap();
        writeln!(out, "saved {segment} {seq}").unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn a_thousand_kills_lose_nothing_that_was_saved() {
    let dir = tempfile::tempdir().unwrap();
    drop(create(dir.path()).unwrap());
    let keys = Keys::generate().unwrap().parts();
    let mut dice = Dice::new(5);
    let (mut total, mut saved) = (0, Vec::new());
    let mut dossier = DossierId::default();
    for kill in 0..KILLS {
        if kill % EACH == 0 {
            // Reading what lies there takes longer with every sitting; it is not what is tried here.
            dossier = open(dir.path(), &keys).create().unwrap();
            saved = Vec::new();
        }
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "vault::tests::killed::the_writer", "--nocapture"])
            .env(FOLDER, dir.path())
            .env(KEYS, &keys)
            .env(DOSSIER, dossier.as_str())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut told = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let begun = told.by_ref().find(|line| line.contains("begun"));
        assert!(begun.is_some(), "the writer did not begin");
        let listener = std::thread::spawn(move || {
            let told = told.filter_map(|line| {
                let (segment, seq) = line.split_once("saved ")?.1.split_once(' ')?;
                Some((segment.to_owned(), seq.parse().ok()?))
            });
            told.collect::<Vec<(String, u32)>>()
        });
        // Somewhere from before its first save to some saves later.
        std::thread::sleep(Duration::from_micros(dice.below(25_000) as u64));
        child.kill().unwrap();
        child.wait().unwrap();
        let told = listener.join().unwrap();
        total += told.len();
        saved.extend(told);
        if kill % EACH == EACH - 1 {
            check(dir.path(), &keys, &dossier, &saved);
        }
    }
    println!("kills: {KILLS}, answers saved before them: {total}");
    assert!(total > 500, "the writer hardly came to write: {total}");
}

fn check(root: &Path, keys: &str, dossier: &DossierId, saved: &[(String, u32)]) {
    let loaded = open(root, keys).load(dossier).unwrap();
    assert_eq!(loaded.trouble, []);
    let found: std::collections::BTreeSet<(&str, u32)> =
        loaded.events.iter().map(|event| (event.id.segment.as_str(), event.id.seq)).collect();
    for (segment, seq) in saved {
        assert!(found.contains(&(segment.as_str(), *seq)), "lost {segment} {seq}");
    }
}
