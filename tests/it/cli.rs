//! The command line as scripts call it: the built program, its output and its exit codes.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

pub fn roer(args: &[&str], at: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_roer"))
        .args(args)
        .args(["--local", "lokaal"])
        .current_dir(at)
        .env("SOURCE_DATE_EPOCH", "1795431600")
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the program runs")
}

pub fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stdout)))
}

pub fn code(output: &Output) -> Option<i32> {
    output.status.code()
}

#[test]
fn demo_clients_and_plan() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    assert_eq!(code(&roer(&["demo", "--vault", "v", "--clients", "7", "--seed", "3"], at)), Some(0));
    let clients = json(&roer(&["clients", "--vault", "v", "--json"], at));
    let clients = clients.as_array().expect("a list");
    assert_eq!(clients.len(), 7);
    for key in ["id", "name", "guide", "stage", "next"] {
        assert!(clients.iter().all(|client| client.get(key).is_some()), "{key}");
    }
    assert_eq!(code(&roer(&["demo", "--vault", "w", "--clients", "7", "--seed", "3"], at)), Some(0));
    assert_eq!(
        json(&roer(&["clients", "--vault", "w", "--json"], at)).as_array(),
        Some(clients),
        "the same for the same seed"
    );
    let samira = clients.iter().find(|client| client["name"] == "Samira D.").expect("Samira");
    assert_eq!(samira["next"], "2026-12-07");
    let id = samira["id"].as_str().expect("an id");
    for out in ["een.pdf", "twee.pdf"] {
        assert_eq!(code(&roer(&["plan", "--vault", "v", "--client", id, "--out", out], at)), Some(0));
    }
    let bytes = |name: &str| std::fs::read(at.join(name)).expect("a plan");
    assert!(bytes("een.pdf").starts_with(b"%PDF") && bytes("een.pdf") == bytes("twee.pdf"), "reproducible");
    assert_eq!(
        code(&roer(&["plan", "--vault", "v", "--client", id, "--kind", "verslag", "--out", "v.txt"], at)),
        Some(0)
    );
    let report = String::from_utf8(bytes("v.txt")).expect("text");
    assert!(report.contains("Samira") && report.contains("Ik werk 16 uur"));
    let nadia = clients.iter().find(|client| client["name"] == "Nadia").expect("Nadia");
    let empty = roer(&["plan", "--vault", "v", "--client", nadia["id"].as_str().expect("an id"), "--out", "n.pdf"], at);
    assert_eq!(code(&empty), Some(1));
    assert!(String::from_utf8_lossy(&empty.stderr).contains("Er staat nog niets op het plan."));
}

#[test]
fn a_damaged_dossier_is_named_and_hides_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    roer(&["demo", "--vault", "v"], at);
    let mut folders: Vec<_> =
        std::fs::read_dir(at.join("v/dossiers")).expect("dossiers").map(|entry| entry.expect("one").path()).collect();
    folders.sort();
    let segment = std::fs::read_dir(&folders[0]).expect("segments").next().expect("one").expect("one").path();
    std::fs::write(&segment, "onleesbaar").expect("damaged");
    let output = roer(&["clients", "--vault", "v", "--json"], at);
    assert_eq!(code(&output), Some(0));
    assert_eq!(json(&output).as_array().map(Vec::len), Some(4));
    assert!(!output.stderr.is_empty());
}

#[test]
fn check_tells_place_kind_and_advice_and_exits_1_only_on_faults() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let guide = "Gids(formaat: 1, id: \"g\", editie: \"1\", titel: \"T\", voor: klant, fasen: [Fase(id: \"f\", titel: \"F\", stappen: [\n    Stap(id: \"a\", titel: \"T\", doel: \"D\", vraag: \"V?\", antwoord: Info),\n    Naar(stap: \"weg\"),\n])])";
    std::fs::write(at.join("fout.ron"), guide).expect("written");
    let output = roer(&["check", "fout.ron"], at);
    assert_eq!(code(&output), Some(1));
    let line = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(line.starts_with("fout.ron:3:16: fout: ") && line.contains(" - "), "{line}");
    let found = json(&roer(&["check", "--json", "."], at));
    assert_eq!((found[0]["kind"].as_str(), found[0]["line"].as_u64()), (Some("dangling-target"), Some(3)));
    for key in ["file", "line", "column", "level", "kind", "step", "message", "advice"] {
        assert!(found[0].get(key).is_some(), "{key}");
    }
    std::fs::write(at.join("fout.ron"), guide.replace("    Naar(stap: \"weg\"),\n", "")).expect("written");
    assert_eq!(code(&roer(&["check", "."], at)), Some(0));
    assert_eq!(code(&roer(&["check", "weg.ron"], at)), Some(2));
}

#[test]
fn the_bundled_guides_pass_their_own_check() {
    let output = roer(&["check", "guides"], Path::new(env!("CARGO_MANIFEST_DIR")));
    assert_eq!(code(&output), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
    assert!(output.stdout.is_empty(), "silent: {}", String::from_utf8_lossy(&output.stdout));
    let guides = json(&roer(&["guides", "--json"], Path::new(".")));
    assert_eq!(guides.as_array().map(Vec::len), Some(6));
    assert_eq!((guides[0]["id"].as_str(), guides[0]["stages"].as_u64()), (Some("zelf-aan-het-roer"), Some(7)));
    assert!(guides[0]["steps"].as_u64().is_some_and(|steps| steps >= 40));
}

#[test]
fn without_a_display_a_bare_call_does_the_main_job_and_a_named_vault_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let output = roer(&[], at);
    assert_eq!(code(&output), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(said.lines().filter(|line| line.contains("vragen beantwoord")).count(), 7, "a line a stage: {said}");
    assert!(at.join("mijn-plan.pdf").exists());
    let refused = roer(&["--vault", "v"], at);
    assert_eq!((code(&refused), refused.stderr.is_empty()), (Some(1), false));
}

#[test]
fn unusable_calls_exit_2_and_failures_1() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    for (args, expected) in [
        (vec!["nietbestaand"], 2),
        (vec!["clients"], 2),
        (vec!["check"], 2),
        (vec!["clients", "--vault", "weg"], 1),
        (vec!["plan", "--vault", "weg", "--client", "x", "--out", "x.pdf"], 1),
    ] {
        let output = roer(&args, at);
        assert_eq!(code(&output), Some(expected), "{args:?}");
        assert!(!output.stderr.is_empty(), "{args:?} says why");
    }
}

/// What the guides' own page says about how easy they are to read is what is measured.
#[test]
fn the_table_of_reading_measures_is_true() {
    let output = roer(&["check", "--maten", "guides"], Path::new(env!("CARGO_MANIFEST_DIR")));
    assert_eq!(code(&output), Some(0));
    let page = std::fs::read_to_string("guides/README.md").expect("the page");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let rows: Vec<&str> =
        said.lines().filter(|row| row.starts_with("| `") && !row.contains("samen-scherper")).collect();
    assert_eq!(rows.len(), 5);
    for row in rows {
        assert!(page.contains(row), "not in guides/README.md: {row}");
    }
}

/// A guide on paper: tagged, with its questions and its sources; only the core where that is asked.
#[test]
fn a_guide_is_printed_to_fill_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let words = |args: &[&str]| {
        let output = roer(&[&["print-guide", "zelf-aan-het-roer", "--out", "w.pdf"], args].concat(), at);
        assert_eq!(code(&output), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let read = Command::new("pdftotext").args(["w.pdf", "-"]).current_dir(at).output();
        String::from_utf8_lossy(&read.expect("pdftotext is needed: run ./test.sh, which installs it").stdout)
            .into_owned()
    };
    let (whole, core) = (words(&[]), words(&["--kort"]));
    for said in [&whole, &core] {
        assert!(said.contains("Wat kan lastig worden?") && said.contains("Bronnen") && said.contains("Divosa"));
        assert!(said.contains("Om verder te lezen"));
    }
    let depth = "Maakt u zich vandaag zorgen?";
    assert!(whole.contains(depth) && !core.contains(depth) && core.len() * 2 < whole.len());
    assert_eq!(code(&roer(&["print-guide", "weg", "--out", "w.pdf"], at)), Some(1));
}
