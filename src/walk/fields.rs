//! A field made ready to be shown: its answer looked up, its options taken from earlier answers, its places filled in.

use super::stop::AskedField;
use crate::dossier::answer::{Answer, Item};
use crate::dossier::event::Answered;
use crate::dossier::ids::{Address, Place};
use crate::dossier::{Dossier, Head};
use crate::guide::ask::{Ask, Choice, Options};
use crate::guide::{Field, Words};

/// Looks a field up. `items` gives the items of an earlier answer, `say` its words.
pub(super) fn asked(
    field: &Field,
    place: &Place,
    dossier: &Dossier,
    items: &dyn Fn(&str) -> Vec<Item>,
    say: &dyn Fn(&str) -> Option<String>,
) -> AskedField {
    let at = Address { place: place.clone(), field: field.key.clone() };
    let register = dossier.answers(&at);
    let latest = register.and_then(|register| register.latest());
    let others = register.map_or(&[][..], |register| register.heads());
    AskedField {
        key: field.key.clone(),
        label: field.label.clone(),
        ask: resolved(&field.ask, items, say),
        print: field.print.clone(),
        sensitive: field.sensitive,
        answer: latest.map(|head| head.value.answer.clone()).filter(|answer| !answer.is_empty()),
        others: differing(others, latest),
        written: latest.map(|head| head.at),
    }
}

fn differing(heads: &[Head<Answered>], latest: Option<&Head<Answered>>) -> Vec<Answer> {
    heads
        .iter()
        .map(|head| &head.value.answer)
        .filter(|answer| latest.is_some_and(|latest| latest.value.answer != **answer))
        .cloned()
        .collect()
}

fn resolved(ask: &Ask, items: &dyn Fn(&str) -> Vec<Item>, say: &dyn Fn(&str) -> Option<String>) -> Ask {
    let fill = |starter: &Option<String>| starter.as_ref().map(|text| Words::of(text).fill(say));
    match ask {
        Ask::Choice(options) => Ask::Choice(with_items(options, items)),
        Ask::Choices(options) => Ask::Choices(with_items(options, items)),
        Ask::Rank(options) => Ask::Rank(with_items(options, items)),
        Ask::Text { lines, starter } => Ask::Text { lines: *lines, starter: fill(starter) },
        Ask::Goal { starter, learning } => Ask::Goal { starter: fill(starter), learning: *learning },
        Ask::IfThen { starter } => Ask::IfThen { starter: fill(starter) },
        Ask::Tasks { who, most, from, suggestions } => {
            let mut suggestions = suggestions.clone();
            suggestions.extend(from.iter().flat_map(|key| items(key)).map(|item| item.text));
            Ask::Tasks { who: *who, most: *most, from: None, suggestions }
        }
        other => other.clone(),
    }
}

fn with_items(options: &Options, items: &dyn Fn(&str) -> Vec<Item>) -> Options {
    let Some(key) = &options.from else { return options.clone() };
    let taken =
        items(key).into_iter().map(|item| Choice { id: item.id.as_str().to_owned(), text: item.text, hint: None });
    Options { own: options.own.iter().cloned().chain(taken).collect(), from: None, ..options.clone() }
}
