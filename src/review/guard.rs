//! What must hold to come to a branch: its own condition and those around it, and answers that make them all hold.

use std::collections::BTreeMap;

use super::answers::Boundaries;
use super::chance::Chance;
use crate::dossier::answer::{Answer, Outcome};
use crate::dossier::ids::ItemId;
use crate::guide::ask::Ask;
use crate::guide::condition::Condition;
use crate::guide::{At, Guide, Node, Phrase};
use crate::walk::would_hold;
use jiff::civil::Date;

/// Combinations that are all tried; of more, a part is.
const ALL: usize = 20_000;

/// Answers by key that make a guard hold; `None` sets the step aside. With the flags that it wants.
pub(super) type Wanted = (BTreeMap<String, Option<Answer>>, Vec<String>);

/// Whether a guard can hold at all.
pub(super) enum Can {
    Hold(Wanted),
    /// No combination of answers makes it hold.
    Never,
    /// None was found, and not all were tried.
    Unknown,
}

/// The conditions of a branch and of all branches around it.
pub(super) fn guards(guide: &Guide, at: At) -> Vec<&Condition> {
    let around = guide.nodes().iter().enumerate().take(at + 1).filter_map(|(from, node)| match node {
        Node::Test { condition, otherwise } if (from..*otherwise).contains(&at) => Some(condition),
        _ => None,
    });
    around.collect()
}

/// Looks for answers that make all of these hold.
pub(super) fn can_hold(guide: &Guide, guards: &[&Condition], boundaries: &Boundaries, day: Date) -> Can {
    let guard = Condition::All(guards.iter().map(|condition| softened(condition)).collect());
    let (mut keys, mut flags) = (Vec::new(), Vec::new());
    let mut original = Vec::new();
    for condition in guards {
        condition.each(&mut |key, atom| match (key, atom) {
            (_, Condition::Flag(flag)) => flags.push(flag.clone()),
            (Some(key), _) => original.push((key.to_owned(), atom)),
            (None, _) => {}
        });
    }
    for (key, _) in &original {
        if !keys.contains(key) {
            keys.push(key.clone());
        }
    }
    let choices: Vec<Vec<Option<Answer>>> = keys
        .iter()
        .map(|key| {
            let asked = guide.field(key).map(|field| answers(key, &field.ask, boundaries, day));
            let asked = asked.filter(|answers| !answers.is_empty());
            let all = asked.unwrap_or_else(|| {
                original.iter().filter(|(about, _)| about == key).filter_map(|(_, atom)| like(atom)).collect()
            });
            all.into_iter().map(Some).chain([None]).collect()
        })
        .collect();
    let combinations = choices.iter().map(Vec::len).fold(1_usize, usize::saturating_mul);
    let flag_sets: &[&[String]] = &[&flags, &[]];
    let mut chance = Chance::new(7);
    for number in 0..combinations.min(ALL) {
        let number = if combinations > ALL { chance.below(combinations) } else { number };
        let answers = combination(&keys, &choices, number);
        if let Some(flags) = flag_sets.iter().find(|flags| would_hold(&guard, &answers, flags)) {
            let answers = answers.into_iter().map(|(key, answer)| (key.replace(JOINT, "/"), answer)).collect();
            return Can::Hold((answers, flags.to_vec()));
        }
    }
    if combinations > ALL { Can::Unknown } else { Can::Never }
}

/// Stands for the slash in `guide/key` while a guard is tried: the answer is then one like any other.
const JOINT: &str = "\u{1}";

fn combination(keys: &[String], choices: &[Vec<Option<Answer>>], number: usize) -> BTreeMap<String, Option<Answer>> {
    let mut rest = number;
    let mut answers = BTreeMap::new();
    for (key, all) in keys.iter().zip(choices) {
        let at = rest % all.len().max(1);
        rest /= all.len().max(1);
        answers.insert(key.replace('/', JOINT), all.get(at).cloned().flatten());
    }
    answers
}

/// A condition that holds at least as often: what it asks of other conversations and of repetition is left out.
fn softened(condition: &Condition) -> Condition {
    match condition {
        Condition::All(all) => Condition::All(all.iter().map(softened).collect()),
        Condition::Any(any) => Condition::Any(any.iter().map(softened).collect()),
        Condition::Not(inner) if leans_elsewhere(inner) => Condition::All(Vec::new()),
        Condition::Not(inner) => Condition::Not(Box::new(softened(inner))),
        Condition::About(key, inner) => Condition::About(key.replace('/', JOINT), Box::new(softened(inner))),
        Condition::Times(_, inner) => softened(inner),
        Condition::Fallen(by) => Condition::AtMost(10_u8.saturating_sub(*by)),
        Condition::Risen(by) => Condition::AtLeast(*by),
        Condition::Visit(_) => Condition::All(Vec::new()),
        plain => plain.clone(),
    }
}

fn leans_elsewhere(condition: &Condition) -> bool {
    let mut leans = false;
    condition.each(&mut |_, atom| {
        leans |=
            matches!(atom, Condition::Times(..) | Condition::Fallen(_) | Condition::Risen(_) | Condition::Visit(_));
    });
    leans
}

fn answers(key: &str, ask: &Ask<Phrase>, boundaries: &Boundaries, day: Date) -> Vec<Answer> {
    let mut ask = ask.map(|phrase: &Phrase| phrase.polite.clone());
    if let Ask::Choice(options) | Ask::Choices(options) | Ask::Rank(options) = &mut ask
        && options.from.is_some()
    {
        // Something from the earlier answer.
        options.own.push(crate::guide::ask::Choice { id: "iets".to_owned(), text: "iets".to_owned(), hint: None });
    }
    let about = [crate::dossier::answer::Item { id: ItemId::new("taak"), text: "taak".to_owned() }];
    boundaries.answers(key, &ask, &about, day)
}

/// An answer of another guide that a question could be about.
pub(super) fn like(atom: &Condition) -> Option<Answer> {
    use crate::dossier::answer::{Item, Picked};
    match atom {
        Condition::Is(option) if Outcome::of(option).is_none() => {
            let item = Item { id: ItemId::new(option.as_str()), text: option.clone() };
            Some(Answer::Picked(Picked { options: vec![item], ..Picked::default() }))
        }
        Condition::AtMost(number) | Condition::AtLeast(number) | Condition::Between(number, _) => {
            Some(Answer::Number(Some(*number)))
        }
        Condition::Below(_, number) => Some(Answer::Number(Some(number.saturating_sub(1)))),
        Condition::Answered => Some(Answer::Text("tekst".to_owned())),
        _ => None,
    }
}
