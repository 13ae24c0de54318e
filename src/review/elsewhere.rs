//! What a guide leans on in other guides: keys, and answers to try there.

use std::collections::BTreeSet;

use super::answers::Boundaries;
use super::guard::like;
use super::trial::DAY;
use crate::dossier::answer::{Answer, Item};
use crate::dossier::ids::ItemId;
use crate::guide::ask::{Ask, Who};
use crate::guide::{Guide, Kind, Library, Organisation, Phrase, Remark, Spot};

/// Each key of another guide that conditions, loops and options name, with answers that a conversation there could give.
pub(super) fn answers(library: &Library, guide: &Guide) -> Vec<(String, Vec<Answer>)> {
    let boundaries = Boundaries::of(guide);
    keys(guide).into_iter().map(|key| (key.clone(), at(library, guide, &boundaries, &key))).collect()
}

fn keys(guide: &Guide) -> BTreeSet<String> {
    let mut keys: BTreeSet<String> = guide.loops().iter().map(|each| each.over.clone()).collect();
    for condition in guide.conditions() {
        condition.each(&mut |key, _| keys.extend(key.map(str::to_owned)));
    }
    for field in guide.steps().iter().flat_map(|step| &step.fields) {
        match &field.ask {
            Ask::Choice(options) | Ask::Choices(options) | Ask::Rank(options) => keys.extend(options.from.clone()),
            Ask::Tasks { from, .. } => keys.extend(from.clone()),
            Ask::Status { from } => keys.extend([from.clone()]),
            Ask::Scale { compare, .. } => keys.extend(compare.iter().cloned()),
            _ => {}
        }
    }
    let own = format!("{}/", guide.name().id);
    keys.retain(|key| {
        key.contains('/') && !key.starts_with(&own) && !key.starts_with(&format!("{}/", Organisation::PLACE))
    });
    keys
}

fn at(library: &Library, guide: &Guide, boundaries: &Boundaries, key: &str) -> Vec<Answer> {
    let asked = key.split_once('/').and_then(|(other, key)| library.newest(other)?.field(key));
    if let Some(field) = asked {
        let ask = field.ask.map(|phrase: &Phrase| phrase.polite.clone());
        let about = [Item { id: ItemId::new("iets"), text: "iets".to_owned() }];
        return boundaries.answers(key, &ask, &about, DAY);
    }
    // The other guide is not at hand: an answer of the kind that is asked for here.
    let mut all: Vec<Answer> = Vec::new();
    for condition in guide.conditions() {
        condition.each(&mut |about, atom| all.extend(like(atom).filter(|_| about == Some(key))));
    }
    let tasks = Ask::Tasks { who: Who::Client, most: 3, from: None, suggestions: Vec::new() };
    if all.is_empty() { boundaries.answers(key, &tasks, &[], DAY) } else { all }
}

/// Keys of guides at hand that those guides do not have.
pub(super) fn unknown(library: &Library, guide: &Guide) -> Vec<Remark> {
    let lost = keys(guide).into_iter().filter(|key| {
        let asked = key.split_once('/').and_then(|(other, key)| Some((library.newest(other)?, key)));
        asked.is_some_and(|(other, key)| other.field(key).is_none())
    });
    lost.map(|key| Remark { kind: Kind::UnknownKey, at: Spot::Start, step: None, about: vec![key] }).collect()
}
