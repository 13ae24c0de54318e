//! Every word that is asked for exists, in both languages.

use std::collections::BTreeSet;

use roer::texts::{Language, Texts};

fn keys(text: &str) -> BTreeSet<&str> {
    text.lines()
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
        .filter(|key| {
            key.starts_with(|c: char| c.is_ascii_lowercase())
                && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
        })
        .collect()
}

#[test]
fn both_languages_have_the_same_keys() {
    for file in ["screen", "paper", "notice", "finding", "widget"] {
        let read = |language: &str| {
            std::fs::read_to_string(format!("assets/locale/{language}/{file}.ftl")).expect("a text file")
        };
        let (dutch, english) = (read("nl"), read("en"));
        assert_eq!(keys(&dutch), keys(&english), "{file}.ftl");
    }
}

#[test]
fn every_key_in_the_source_has_words() {
    let texts = Texts::new(Language::Dutch);
    let mut asked = 0;
    for (path, source) in crate::tidy::sources() {
        for after in ["say(\"", "say_with(\"", "Notice::trouble(\"", "Notice::done(\""] {
            for key in source.split(after).skip(1).filter_map(|rest| rest.split('"').next()) {
                asked += 1;
                assert!(texts.has(key), "{path}: ‘{key}’ has no words");
            }
        }
    }
    assert!(asked > 100, "the search still finds what it looks for: {asked}");
}

#[test]
fn every_wish_has_a_label_and_a_hint_and_no_shortcut_is_given_twice() {
    let texts = Texts::new(Language::Dutch);
    let mut shortcuts = BTreeSet::new();
    for wish in roer::desk::Wish::ALL {
        assert!(texts.has(wish.key()) && texts.has(&format!("{}-hint", wish.key())), "{wish:?}");
        assert!(wish.shortcut().is_none_or(|keys| shortcuts.insert(keys)), "{wish:?}");
    }
}

#[test]
fn every_trouble_of_the_vault_has_words_and_advice() {
    let texts = Texts::new(Language::Dutch);
    let source = std::fs::read_to_string("src/vault/error.rs").expect("a source");
    let keys: Vec<&str> = source.split("=> \"vault-").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(keys.len() > 10);
    for key in keys {
        assert!(texts.has(&format!("vault-{key}")) && texts.has(&format!("vault-{key}-advice")), "{key}");
    }
}
