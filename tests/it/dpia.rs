//! The data map in the DPIA building block names every field that is stored, and no other.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn sources(dir: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).expect("a folder") {
        let path = entry.expect("an entry").path();
        match path.file_name().and_then(|name| name.to_str()) {
            Some("tests" | "tests.rs") => {}
            _ if path.is_dir() => sources(&path, found),
            _ => found.push(path),
        }
    }
}

/// `Type.field` for every type of a file that is written or read: items at the left edge that derive it. Of enums the variants
/// with named fields; of `Answer` and `Happening` every variant too.
fn stored(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut derived = false;
    let mut inside: Option<(String, bool)> = None;
    let mut variant = String::new();
    for line in text.lines() {
        let bare = line.trim();
        if let Some((name, is_enum)) = &inside {
            if line.starts_with('}') {
                inside = None;
            } else if bare.starts_with("//") || bare.starts_with("#[") {
            } else if *is_enum && line.starts_with("    ") && !line.starts_with("     ") && bare != "}," {
                variant = bare.chars().take_while(char::is_ascii_alphanumeric).collect();
                if matches!(name.as_str(), "Answer" | "Happening") {
                    found.insert(format!("{name}.{variant}"));
                }
                let named = bare.split_once('{').and_then(|(_, fields)| fields.split_once('}'));
                for field in named.into_iter().flat_map(|(fields, _)| fields.split(", ")) {
                    found.extend(field.split_once(':').map(|(field, _)| format!("{variant}.{}", field.trim())));
                }
            } else if let Some((field, _)) = bare.split_once(':') {
                let field = field.rsplit(' ').next().unwrap_or(field);
                found.insert(format!("{}.{field}", if *is_enum { &variant } else { name }));
            }
            continue;
        }
        if line.starts_with("#[derive(") {
            derived = line.contains("Serialize") || line.contains("Deserialize");
            continue;
        }
        let words: Vec<&str> = line.split(' ').skip_while(|word| word.starts_with("pub")).collect();
        let words = match words.as_slice() {
            ["super)" | "super::super)", rest @ ..] => rest,
            all => all,
        };
        if let [kind @ ("struct" | "enum"), name, "{"] = words
            && derived
            && !line.starts_with(' ')
        {
            inside = Some(((*name).to_owned(), *kind == "enum"));
        }
        if !bare.starts_with("#[") && !bare.starts_with("//") {
            derived = false;
        }
    }
    found
}

#[test]
fn the_data_map_names_every_stored_field_and_no_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    sources(&root.join("src/dossier"), &mut files);
    sources(&root.join("src/vault"), &mut files);
    let read = |path: &Path| std::fs::read_to_string(path).expect("readable");
    let mut code: BTreeSet<String> = files.iter().flat_map(|path| stored(&read(path))).collect();
    assert!(code.len() > 100 && code.contains("Answered.question") && code.contains("EventHead.digest"), "{code:?}");
    // The organisation file is the municipality's own; its fields may be named too.
    let organisation = stored(&read(&root.join("src/guide/organisation.rs")));
    let document = read(&root.join("docs/DPIA-bouwsteen.md"));
    let named: BTreeSet<String> = document
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once("` |"))
        .map(|(name, _)| name.to_owned())
        .filter(|name| name.split('.').count() == 2 && !name.contains(' ') && name.starts_with(char::is_uppercase))
        .collect();
    let missing: Vec<_> = code.difference(&named).collect();
    assert!(missing.is_empty(), "not in docs/DPIA-bouwsteen.md: {missing:?}");
    code.extend(organisation);
    let stale: Vec<_> = named.difference(&code).collect();
    assert!(stale.is_empty(), "in docs/DPIA-bouwsteen.md and not in the code: {stale:?}");
}
