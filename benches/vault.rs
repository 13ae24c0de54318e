//! The vault beside what the disk and the cipher need anyway: saving beside write + flush + rename of the same bytes, opening
//! many clients beside decrypting the same bytes, and what a passphrase costs.
//!
//! `cargo bench --manifest-path benches/Cargo.toml --bench vault`; `ROER_BENCH_CLIENTS` says how many clients (2,000).

use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use roer::dossier::Now;
use roer::dossier::event::{ClientNamed, Clock, Event, Happening};
use roer::dossier::ids::EventId;
use roer::vault::{Folder, Founder, Recovery, Secret, Store as _};

const SAVES: usize = 200;

fn main() {
    let scratch = std::env::temp_dir().join(format!("roer-bench-{}", std::process::id()));
    std::fs::create_dir_all(&scratch).unwrap();
    let clients = std::env::var("ROER_BENCH_CLIENTS").ok().and_then(|count| count.parse().ok()).unwrap_or(2_000);
    run(&scratch, clients);
    std::fs::remove_dir_all(&scratch).unwrap();
}

fn run(scratch: &Path, clients: usize) {
    let recovery = Recovery::generate();
    let founder = Founder {
        name: "Bench".to_owned(),
        passphrase: Secret::new("vier losse woorden hier"),
        recovery: Some(recovery.recipient.clone()),
    };
    let root = scratch.join("kluis");
    let mut vault = Folder::create(&root, &founder).unwrap();

    let dossier = vault.create().unwrap();
    let mut sizes = Vec::new();
    let saves = timed(SAVES, |at| {
        write(&mut vault, &dossier, u32::try_from(at).unwrap() + 1);
        sizes.push(files(&root.join("dossiers"))[0].1);
    });
    let raw = timed(SAVES, |at| raw_save(scratch, &vec![7; usize::try_from(sizes[at]).unwrap()]));
    tell("save one answer", &saves);
    tell("write + flush + rename + flush folder of the same bytes", &raw);

    for _ in 0..clients {
        let dossier = vault.create().unwrap();
        write(&mut vault, &dossier, 1);
    }
    drop(vault);
    let unlocks = timed(5, |_| drop(Folder::open(&root, &founder.passphrase).unwrap()));
    tell("unlock", &unlocks);

    let vault = Folder::open(&root, &founder.passphrase).unwrap();
    let identity: age::x25519::Identity = recovery.secret.reveal().parse().unwrap();
    let all = files(&root.join("dossiers"));
    let open = timed(3, |_| {
        let dossiers = vault.dossiers().unwrap();
        let events: usize = dossiers.iter().map(|dossier| vault.load(dossier).unwrap().events.len()).sum();
        assert_eq!(events, clients + SAVES);
    });
    let decrypt = timed(3, |_| {
        for (path, _) in &all {
            let bytes = std::fs::read(path).unwrap();
            let mut text = Vec::new();
            let reader = age::Decryptor::new(&bytes[..]).unwrap();
            reader.decrypt(std::iter::once(&identity as &dyn age::Identity)).unwrap().read_to_end(&mut text).unwrap();
        }
    });
    tell(&format!("load {clients} clients"), &open);
    tell("read and decrypt the same files", &decrypt);
}

fn write(vault: &mut Folder, dossier: &roer::dossier::ids::DossierId, seq: u32) {
    let segment = vault.segment(dossier).unwrap();
    let what = Happening::ClientNamed(ClientNamed { name: format!("Klant {seq}"), reference: String::new() });
    let clock = Clock { millis: 1_790_000_000_000 + i64::from(seq), tick: 0 };
    let at = Now { millis: 0, local: jiff::civil::date(2026, 11, 24).at(9, 0, 0, 0) }.local;
    vault.append(dossier, &[Event { id: EventId { segment, seq }, clock, at, what }]).unwrap();
}

fn raw_save(dir: &Path, bytes: &[u8]) {
    let (temporary, target) = (dir.join("x.tmp"), dir.join("x"));
    let mut file = std::fs::File::create(&temporary).unwrap();
    file.write_all(bytes).unwrap();
    file.sync_all().unwrap();
    std::fs::rename(&temporary, &target).unwrap();
    std::fs::File::open(dir).unwrap().sync_all().unwrap();
}

fn files(dir: &Path) -> Vec<(PathBuf, u64)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let entry = entry.unwrap();
        let about = entry.metadata().unwrap();
        if about.is_dir() { found.extend(files(&entry.path())) } else { found.push((entry.path(), about.len())) }
    }
    found
}

fn timed(times: usize, mut work: impl FnMut(usize)) -> Vec<Duration> {
    let mut took: Vec<Duration> = (0..times)
        .map(|at| {
            let began = Instant::now();
            work(at);
            began.elapsed()
        })
        .collect();
    took.sort();
    took
}

fn tell(what: &str, took: &[Duration]) {
    let at = |part: usize| took[(took.len() - 1) * part / 100];
    println!("{what}: median {:.2?}, p95 {:.2?} of {}", at(50), at(95), took.len());
}
