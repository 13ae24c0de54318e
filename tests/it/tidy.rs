//! The house keeps its own rules: who may use whom, small files, no words of a machine.

use std::fs;
use std::path::Path;

/// Every source file of the program, with its path from the top.
pub fn sources() -> Vec<(String, String)> {
    let mut found = Vec::new();
    gather(Path::new("src"), &mut found);
    assert!(found.len() > 100, "the sources are there: {}", found.len());
    found
}

fn gather(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            gather(&entry, found);
        } else if entry.extension().is_some_and(|ending| ending == "rs") {
            found.push((entry.display().to_string().replace('\\', "/"), fs::read_to_string(&entry).expect("a source")));
        }
    }
}

/// The part of a file that is not tests.
fn product(source: &str) -> &str {
    source.split("#[cfg(test)]\nmod tests {").next().unwrap_or(source)
}

/// Room, and the words that its files may not hold.
const FORBIDDEN: [(&str, &[&str]); 11] = [
    (
        "review",
        &["crate::vault", "crate::paper", "crate::desk", "crate::ui", "egui", "std::fs", "std::env", "SystemTime"],
    ),
    (
        "texts",
        &["crate::guide", "crate::dossier", "crate::desk", "crate::ui", "egui", "std::fs", "std::env", "SystemTime"],
    ),
    (
        "guide",
        &[
            "crate::walk",
            "crate::plan",
            "crate::vault",
            "crate::desk",
            "crate::ui",
            "egui",
            "std::fs",
            "std::env",
            "SystemTime",
        ],
    ),
    (
        "dossier",
        &[
            "crate::walk",
            "crate::plan",
            "crate::vault",
            "crate::desk",
            "crate::ui",
            "egui",
            "std::fs",
            "std::env",
            "SystemTime",
        ],
    ),
    ("walk", &["crate::plan", "crate::vault", "crate::desk", "crate::ui", "egui", "std::fs", "std::env", "SystemTime"]),
    (
        "plan",
        &["crate::vault", "crate::paper", "crate::desk", "crate::ui", "egui", "std::fs", "std::env", "SystemTime"],
    ),
    ("paper", &["crate::vault", "crate::platform", "crate::desk", "crate::ui", "egui", "std::fs", "std::env"]),
    ("vault", &["crate::paper", "crate::platform", "crate::desk", "crate::ui", "egui", "crate::walk", "crate::plan"]),
    ("platform", &["crate::vault", "crate::paper", "crate::desk", "crate::ui", "egui"]),
    ("desk", &["crate::ui", "egui"]),
    ("ui", &["crate::vault", "crate::platform", "std::fs", "printpdf", "lopdf"]),
];

#[test]
fn no_room_uses_what_it_may_not() {
    let mut broken = Vec::new();
    for (path, source) in sources() {
        for (room, words) in FORBIDDEN {
            if path.starts_with(&format!("src/{room}/")) && !path.contains("/tests") {
                let code = product(&source)
                    .lines()
                    .filter(|line| !line.trim_start().starts_with("//"))
                    .collect::<Vec<_>>()
                    .join("\n");
                broken.extend(words.iter().filter(|word| code.contains(**word)).map(|word| format!("{path}: {word}")));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn files_stay_small() {
    let mut lines: Vec<(usize, String)> =
        sources().into_iter().map(|(path, source)| (product(&source).lines().count(), path)).collect();
    lines.sort();
    let (most, path) = lines.last().cloned().expect("sources");
    assert!(most <= 450, "{path} has {most} lines");
    assert!(lines[lines.len() * 9 / 10].0 <= 300, "nine in ten stay under 300: {:?}", lines[lines.len() * 9 / 10]);
}

#[test]
fn nothing_opens_a_network_connection() {
    for (path, source) in sources() {
        for word in ["std::net", "TcpStream", "UdpSocket"] {
            assert!(!source.contains(word), "{path}: {word}");
        }
    }
}

#[test]
fn only_three_files_call_what_the_compiler_cannot_check() {
    let mut found: Vec<String> =
        sources().into_iter().filter(|(_, source)| source.contains("unsafe {")).map(|(path, _)| path).collect();
    found.sort();
    assert_eq!(found, ["src/platform/away/session.rs", "src/platform/console.rs", "src/platform/dumps.rs"]);
}

#[test]
fn only_one_file_reads_the_clock() {
    let readers: Vec<String> = sources()
        .into_iter()
        .filter(|(path, source)| source.contains("SystemTime::now") && !path.contains("/vault/"))
        .map(|(path, _)| path)
        .collect();
    assert_eq!(readers, ["src/platform/clock.rs"]);
}
