//! The vault as an administrator and another program see it: commands, old formats, the reference program, what lies on disk.

use std::path::{Path, PathBuf};
use std::process::Command;

use roer::vault::{Folder, Founder, Recovery, Secret, Store as _};
use serde_json::Value;

use crate::cli::{code, json, roer};

const WORDS: &str = "fiets regen koffie maandag";

/// Every file below `dir`.
pub fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found
}

/// How many files hold `words`, as they are or in UTF-16.
pub fn holding(dir: &Path, words: &str) -> usize {
    let wide: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let has = |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).any(|found| found == what);
    let found = files(dir).into_iter().map(|path| std::fs::read(path).expect("readable"));
    found.filter(|bytes| has(bytes, words.as_bytes()) || has(bytes, &wide)).count()
}

fn copy_of(fixture: &str, at: &Path) -> PathBuf {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(fixture);
    let to = at.join(fixture);
    for file in files(&from) {
        let target = to.join(file.strip_prefix(&from).expect("below"));
        std::fs::create_dir_all(target.parent().expect("a folder")).expect("made");
        std::fs::copy(&file, target).expect("copied");
    }
    to
}

fn names(output: &std::process::Output) -> Vec<String> {
    let clients = json(output);
    let names = clients.as_array().expect("clients").iter().map(|client| client["name"].as_str().unwrap_or_default());
    names.map(str::to_owned).collect()
}

#[test]
fn a_vault_from_before_encryption_is_read_and_encrypted_without_losing_anything() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let vault = copy_of("kluis-1", at);
    std::fs::write(at.join("zin"), WORDS).expect("written");
    let before = roer(&["clients", "--vault", "kluis-1", "--json"], at);
    assert_eq!(code(&before), Some(0), "{}", String::from_utf8_lossy(&before.stderr));
    assert_eq!(names(&before), ["Meneer Okafor", "Samira D."]);
    assert!(holding(&vault, "Samira") > 0);
    let refused = roer(&["vault", "erase-client", "--vault", "kluis-1", "--client", "x"], at);
    assert_eq!(code(&refused), Some(1));

    let made = roer(&["vault", "init", "--vault", "kluis-1", "--passphrase-file", "zin"], at);
    assert_eq!(code(&made), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    assert_eq!(holding(&vault, "Samira") + holding(&vault, "Okafor"), 0);
    let after = roer(&["clients", "--vault", "kluis-1", "--json", "--passphrase-file", "zin"], at);
    assert_eq!(json(&after), json(&before));
    let verified = roer(&["vault", "verify", "--vault", "kluis-1", "--passphrase-file", "zin"], at);
    assert_eq!(code(&verified), Some(0), "{}", String::from_utf8_lossy(&verified.stderr));
}

#[test]
fn a_vault_of_format_2_opens() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    copy_of("kluis-2", at);
    std::fs::write(at.join("zin"), WORDS).expect("written");
    let output = roer(&["clients", "--vault", "kluis-2", "--json", "--passphrase-file", "zin"], at);
    assert_eq!(names(&output), ["Meneer Okafor", "Samira D."]);
    let verified = roer(&["vault", "verify", "--vault", "kluis-2", "--passphrase-file", "zin"], at);
    assert_eq!(code(&verified), Some(0), "{}", String::from_utf8_lossy(&verified.stderr));
}

#[test]
fn the_reference_program_opens_a_dossier() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let recovery = Recovery::generate();
    let founder = Founder {
        name: "Peter".to_owned(),
        passphrase: Secret::new(WORDS),
        recovery: Some(recovery.recipient.clone()),
    };
    let mut vault = Folder::create(&at.join("v"), &founder).expect("a vault");
    roer::desk::demo::fill(&mut vault, 1, 0, crate::table::now()).expect("filled");
    std::fs::write(at.join("herstel"), recovery.secret.reveal()).expect("written");
    let segment = files(&at.join("v/dossiers")).pop().expect("a segment");
    let output = Command::new("age").arg("-d").arg("-i").arg(at.join("herstel")).arg(segment).output();
    let output = output.expect("age is there: test.sh installs it");
    let text = String::from_utf8(output.stdout).expect("text");
    assert!(text.contains("Segment(head: (format: 2") && text.contains("Samira D."), "{text}");
    // And the other way round: what the reference program encrypts to the key is opened here.
    let (plain, sealed) = (at.join("plain"), at.join("sealed"));
    std::fs::write(&plain, &text).expect("written");
    let encrypted = Command::new("age").arg("-r").arg(&recovery.recipient).arg("-o").arg(&sealed).arg(&plain).status();
    assert!(encrypted.expect("age is there").success());
    let dossier = vault.dossiers().expect("dossiers").pop().expect("one");
    std::fs::copy(&sealed, at.join("v/dossiers").join(dossier.as_str()).join("van-age.roer")).expect("laid there");
    let founder = Founder { recovery: None, ..founder };
    let (vault, recovered) = Folder::recover(&at.join("v"), &recovery.secret, &founder).expect("recovered");
    assert_eq!((recovered.dossiers, recovered.closed), (1, 0));
    assert!(vault.load(&dossier).expect("loaded").events.len() > 10);
}

#[test]
fn recovery_and_backup_from_the_command_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    std::fs::write(at.join("zin"), WORDS).expect("written");
    std::fs::write(at.join("nieuw"), "een andere zin voor later").expect("written");
    let recovery = Recovery::generate();
    std::fs::write(at.join("herstel"), recovery.secret.reveal()).expect("written");
    let run = |args: &[&str]| roer(args, at);
    let made = run(&["vault", "init", "--vault", "v", "--passphrase-file", "zin", "--recovery", &recovery.recipient]);
    assert_eq!(code(&made), Some(0), "{}", String::from_utf8_lossy(&made.stderr));
    assert_eq!(code(&run(&["vault", "init", "--vault", "v", "--passphrase-file", "zin"])), Some(1), "already there");
    let demo = run(&["demo", "--vault", "d", "--clients", "2"]);
    assert_eq!(code(&demo), Some(0));
    let card =
        files(&at.join("v/sleutels")).into_iter().find(|path| path.extension().is_some_and(|end| end == "kaart"));
    let card = card.expect("a card").display().to_string();
    let id = json(&run(&["clients", "--vault", "d", "--json"]))[0]["id"].as_str().expect("an id").to_owned();
    let sent = run(&["vault", "export-client", "--vault", "d", "--client", &id, "--to", &card, "--out", "b.roer"]);
    assert_eq!(code(&sent), Some(0), "{}", String::from_utf8_lossy(&sent.stderr));
    let merged = run(&["vault", "merge", "--vault", "v", "--passphrase-file", "zin", "b.roer"]);
    assert_eq!(code(&merged), Some(0));
    let clients = |file: &str| names(&run(&["clients", "--vault", "v", "--json", "--passphrase-file", file])).len();
    assert_eq!(clients("zin"), 0, "not before the digits were compared");
    let team = run(&["vault", "team", "--vault", "v", "--passphrase-file", "zin"]);
    let team = String::from_utf8_lossy(&team.stdout).into_owned();
    let other = team.lines().find(|line| line.contains("nog niet vergeleken")).expect("the sender's card");
    let mark = other.split_whitespace().next().expect("a mark");
    assert_eq!(code(&run(&["vault", "trust", "--vault", "v", "--passphrase-file", "zin", mark])), Some(0));
    assert_eq!(clients("zin"), 1);

    let wrong = run(&["clients", "--vault", "v", "--passphrase-file", "nieuw"]);
    assert_eq!(code(&wrong), Some(1));
    let args = ["vault", "recover", "--vault", "v", "--recovery-file", "herstel", "--passphrase-file", "nieuw"];
    let recovered = run(&args);
    assert_eq!(code(&recovered), Some(0), "{}", String::from_utf8_lossy(&recovered.stderr));
    assert_eq!(clients("nieuw"), 1);
    let backup = run(&["vault", "backup", "--vault", "v", "--passphrase-file", "nieuw", "--out", "reserve"]);
    assert_eq!(code(&backup), Some(0), "{}", String::from_utf8_lossy(&backup.stderr));
    let verified = run(&["vault", "verify", "--vault", "reserve", "--passphrase-file", "nieuw", "--json"]);
    assert_eq!(json(&verified)["clean"], Value::Bool(true));
}

#[test]
fn verify_exits_1_on_damage_and_names_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    roer(&["demo", "--vault", "v"], at);
    assert_eq!(code(&roer(&["vault", "verify", "--vault", "v"], at)), Some(0));
    let segment = files(&at.join("v/dossiers")).pop().expect("a segment");
    let mut bytes = std::fs::read(&segment).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&segment, bytes).expect("damaged");
    let output = roer(&["vault", "verify", "--vault", "v", "--json"], at);
    assert_eq!(code(&output), Some(1));
    let verdict = json(&output);
    assert_eq!(verdict["faults"][0]["kind"].as_str(), Some("trouble-unreadable"));
}

#[test]
fn inspection_holds_every_event_and_is_written_down() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    roer(&["demo", "--vault", "v"], at);
    let id = json(&roer(&["clients", "--vault", "v", "--json"], at))[0]["id"].as_str().expect("an id").to_owned();
    let plan = |out: &str| roer(&["plan", "--vault", "v", "--client", &id, "--kind", "inzage", "--out", out], at);
    assert_eq!(code(&plan("i.json")), Some(0));
    assert_eq!(code(&plan("i.pdf")), Some(0));
    let data: Value = serde_json::from_slice(&std::fs::read(at.join("i.json")).expect("written")).expect("json");
    let events = data["events"].as_array().expect("events");
    let verified = json(&roer(&["vault", "verify", "--vault", "v", "--json"], at));
    assert!(events.len() > 10 && verified["clean"] == Value::Bool(true));
    assert_eq!(code(&plan("i2.json")), Some(0));
    let later: Value = serde_json::from_slice(&std::fs::read(at.join("i2.json")).expect("written")).expect("json");
    // Both papers that were made in between stand in the dossier now.
    assert_eq!(later["events"].as_array().expect("events").len(), events.len() + 2);
    let text = Command::new("pdftotext").arg(at.join("i.pdf")).arg("-").output().expect("poppler is there");
    assert!(String::from_utf8_lossy(&text.stdout).contains("Wie dit nu kan lezen"));
    let sheet = roer(&["plan", "--vault", "v", "--client", &id, "--kind", "privacyblad", "--out", "p.pdf"], at);
    assert_eq!(code(&sheet), Some(0));
    let info = Command::new("pdfinfo").arg(at.join("p.pdf")).output().expect("poppler is there");
    assert!(String::from_utf8_lossy(&info.stdout).contains("Pages:           1"), "one page");
}

#[test]
fn erasing_one_step_and_a_whole_client() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    roer(&["demo", "--vault", "v"], at);
    let id = json(&roer(&["clients", "--vault", "v", "--json"], at))[0]["id"].as_str().expect("an id").to_owned();
    let export = |out: &str| {
        roer(&["plan", "--vault", "v", "--client", &id, "--kind", "inzage", "--out", out], at);
        std::fs::read_to_string(at.join(out)).expect("written")
    };
    assert!(export("voor.json").contains("luisteren"));
    let nothing = roer(&["vault", "erase-client", "--vault", "v", "--client", &id, "--step", "nooit"], at);
    assert_eq!(code(&nothing), Some(1));
    let erased = roer(&["vault", "erase-client", "--vault", "v", "--client", &id, "--step", "sterke-kanten"], at);
    assert_eq!(code(&erased), Some(0), "{}", String::from_utf8_lossy(&erased.stderr));
    let after = export("na.json");
    assert!(!after.contains("luisteren") && after.contains("Erased"));
    assert_eq!(code(&roer(&["vault", "verify", "--vault", "v"], at)), Some(0));
    let gone = roer(&["vault", "erase-client", "--vault", "v", "--client", &id, "--ground", "op verzoek"], at);
    assert_eq!(code(&gone), Some(0));
    assert!(!at.join("v/dossiers").join(&id).exists());
    assert_eq!(names(&roer(&["clients", "--vault", "v", "--json"], at)).len(), 4);
}

#[test]
fn without_a_passphrase_and_without_a_keyboard_the_call_is_unusable() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    std::fs::write(at.join("zin"), WORDS).expect("written");
    roer(&["vault", "init", "--vault", "v", "--passphrase-file", "zin"], at);
    let output = roer(&["clients", "--vault", "v"], at);
    assert_eq!(code(&output), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--passphrase-file"));
}
