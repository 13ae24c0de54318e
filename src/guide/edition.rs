//! Two editions of a guide held beside each other: what changed per step, and which answers may go along.
//!
//! An id is a promise of its author that the meaning stays. The words are the check on that promise: where the words of
//! an id turn up under another id, the id was given away, and what hangs on it does not go along.

use std::collections::{BTreeMap, BTreeSet};

use super::ask::{Ask, Choice, Print};
use super::checked::{Field, Guide, Step};
use super::fit::fits;
use super::phrase::Phrase;
use crate::dossier::answer::Answer;

/// What became of each step, first those of the new edition in its order, then what is gone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    pub steps: Vec<StepChange>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepChange {
    pub step: String,
    pub title: String,
    pub fate: Fate,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    Same,
    /// Other words, before and after: questions, labels, options.
    Reworded(Vec<(String, String)>),
    /// The same, in another place.
    Moved,
    Gone,
    New,
}

impl Comparison {
    #[must_use]
    pub fn between(old: &Guide, new: &Guide) -> Self {
        let moved = moved(old, new);
        let mut steps: Vec<StepChange> = new.steps().iter().map(|step| change(old, step, &moved)).collect();
        let gone = old.steps().iter().filter(|step| new.step(&step.id).is_none());
        steps.extend(gone.map(|step| StepChange {
            step: step.id.clone(),
            title: step.title.polite.clone(),
            fate: Fate::Gone,
        }));
        Self { steps }
    }

    /// Whether anything that people see is different.
    #[must_use]
    pub fn is_same(&self) -> bool {
        self.steps.iter().all(|step| step.fate == Fate::Same)
    }
}

fn change(old: &Guide, step: &Step, moved: &BTreeSet<&str>) -> StepChange {
    let fate = match old.step(&step.id) {
        None => Fate::New,
        Some(before) => {
            let wording = rewording(before, step);
            if !wording.is_empty() {
                Fate::Reworded(wording)
            } else if moved.contains(step.id.as_str()) {
                Fate::Moved
            } else {
                Fate::Same
            }
        }
    };
    StepChange { step: step.id.clone(), title: step.title.polite.clone(), fate }
}

/// The words of a step by what they are for, in the polite form.
fn wording(step: &Step) -> BTreeMap<String, String> {
    let mut words = BTreeMap::from([("vraag".to_owned(), step.question.polite.as_written())]);
    if let Some(explanation) = &step.explanation {
        words.insert("toelichting".to_owned(), explanation.polite.as_written());
    }
    for field in &step.fields {
        if !field.label.polite.is_empty() {
            words.insert(format!("{}/label", field.key), field.label.polite.clone());
        }
        for choice in choices(&field.ask) {
            words.insert(format!("{}/{}", field.key, choice.id), choice.text.polite.clone());
        }
    }
    words
}

fn rewording(before: &Step, after: &Step) -> Vec<(String, String)> {
    let (old, mut new) = (wording(before), wording(after));
    let mut changed = Vec::new();
    for (key, was) in old {
        let is = new.remove(&key).unwrap_or_default();
        if is != was {
            changed.push((was, is));
        }
    }
    changed.extend(new.into_values().map(|is| (String::new(), is)));
    changed
}

/// Steps of both editions that do not keep the order: all outside a longest row that does.
fn moved<'a>(old: &'a Guide, new: &'a Guide) -> BTreeSet<&'a str> {
    let place: BTreeMap<&str, usize> =
        old.steps().iter().enumerate().map(|(at, step)| (step.id.as_str(), at)).collect();
    let both: Vec<(&str, usize)> =
        new.steps().iter().filter_map(|step| Some((step.id.as_str(), *place.get(step.id.as_str())?))).collect();
    // Patience sorting: `tops` holds, for each length, the entry that ends a row of it with the smallest place.
    let mut tops: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::new();
    let at = |entry: &usize| both.get(*entry).map_or(0, |(_, place)| *place);
    for (entry, (_, place)) in both.iter().enumerate() {
        let length = tops.partition_point(|top| at(top) < *place);
        before.push(length.checked_sub(1).and_then(|length| tops.get(length)).copied());
        match tops.get_mut(length) {
            Some(top) => *top = entry,
            None => tops.push(entry),
        }
    }
    let mut moved: BTreeSet<&str> = both.iter().map(|(id, _)| *id).collect();
    let mut row = tops.last().copied();
    while let Some(entry) = row {
        if let Some((id, _)) = both.get(entry) {
            moved.remove(id);
        }
        row = before.get(entry).copied().flatten();
    }
    moved
}

/// Two editions between which answers may cross.
#[derive(Debug)]
pub struct Crossing<'a> {
    old: &'a Guide,
    new: &'a Guide,
    /// All questions of each, to see whether the words of one went to another.
    were: BTreeSet<String>,
    are: BTreeSet<String>,
}

impl<'a> Crossing<'a> {
    #[must_use]
    pub fn between(old: &'a Guide, new: &'a Guide) -> Self {
        Self { old, new, were: questions(old), are: questions(new) }
    }

    /// Whether an answer that was given in the old edition means the same in the new one. When in doubt it does not.
    #[must_use]
    pub fn carries(&self, key: &str, answer: &Answer) -> bool {
        let Self { old, new, were, are } = self;
        let (Some(was), Some(is)) = (old.field(key), new.field(key)) else { return false };
        let (Some(step_was), Some(step_is)) = (old.step_of_key(key), new.step_of_key(key)) else { return false };
        step_was.id == step_is.id
            && same_loop(old, new, &step_is.id)
            && keeps_its_words(&asked(step_was, was), &asked(step_is, is), were, are)
            && is_alike(&step_was.question.polite.as_written(), &step_is.question.polite.as_written())
            && is_alike(&was.label.polite, &is.label.polite)
            && fits(&is.ask, answer)
            && same_question(&was.ask, &is.ask)
            && options_keep(&was.ask, &is.ask, answer)
            && prints_no_wider(was, is)
    }
}

/// A step in a loop answers for one thing; outside it, for all.
fn same_loop(old: &Guide, new: &Guide, step: &str) -> bool {
    let over = |guide: &Guide| guide.loop_around(step).map(|each| each.over.clone());
    over(old) == over(new)
}

fn asked(step: &Step, field: &Field) -> String {
    format!("{}\n{}\n{}", step.title.polite, step.question.polite.as_written(), field.label.polite)
}

fn questions(guide: &Guide) -> BTreeSet<String> {
    guide.steps().iter().flat_map(|step| step.fields.iter().map(|field| asked(step, field))).collect()
}

/// Words may change a little, but not into those of another, nor may another take them over.
fn keeps_its_words(was: &str, is: &str, all_were: &BTreeSet<String>, all_are: &BTreeSet<String>) -> bool {
    was == is || (!all_were.contains(is) && !all_are.contains(was) && is_alike(was, is))
}

/// Whether two texts share at least two thirds of their runs of three letters (Dice's measure). An id whose words became
/// others altogether may have been given away.
fn is_alike(one: &str, other: &str) -> bool {
    let runs = |text: &str| -> Vec<[char; 3]> {
        let letters: Vec<char> = text.to_lowercase().chars().filter(|letter| letter.is_alphanumeric()).collect();
        letters.windows(3).filter_map(|run| run.try_into().ok()).collect()
    };
    if one == other {
        return true;
    }
    let (one, mut rest) = (runs(one), runs(other));
    let all = one.len() + rest.len();
    let mut shared = 0;
    for run in one {
        if let Some(at) = rest.iter().position(|other| *other == run) {
            rest.swap_remove(at);
            shared += 2;
        }
    }
    all > 0 && shared * 3 >= all * 2
}

/// What a question asks besides its words and options.
fn same_question(was: &Ask<Phrase>, is: &Ask<Phrase>) -> bool {
    match (was, is) {
        (Ask::Scale { low, high, .. }, Ask::Scale { low: low_is, high: high_is, .. })
        | (Ask::Scales { low, high, .. }, Ask::Scales { low: low_is, high: high_is, .. })
        | (Ask::TwoLists { left: low, right: high }, Ask::TwoLists { left: low_is, right: high_is }) => {
            low.polite != high_is.polite && high.polite != low_is.polite
        }
        (Ask::Tasks { who, .. }, Ask::Tasks { who: who_is, .. }) => who == who_is,
        (Ask::Goal { learning, .. }, Ask::Goal { learning: learning_is, .. }) => learning == learning_is,
        (Ask::Status { from }, Ask::Status { from: from_is }) => from == from_is,
        (Ask::Choice(was), Ask::Choice(is))
        | (Ask::Choices(was), Ask::Choices(is))
        | (Ask::Rank(was), Ask::Rank(is)) => was.from == is.from,
        (Ask::Choice(_) | Ask::Choices(_) | Ask::Rank(_) | Ask::Confirm { .. }, _) => {
            std::mem::discriminant(was) == std::mem::discriminant(is)
        }
        _ => true,
    }
}

/// The ids in an answer that name an option, an item or a small scale.
fn named(answer: &Answer) -> Vec<&str> {
    match answer {
        Answer::Picked(picked) => picked.options.iter().map(|item| item.id.as_str()).collect(),
        Answer::Numbers(numbers) => numbers.iter().map(|(id, _)| id.as_str()).collect(),
        Answer::Checks(checks) => checks.iter().map(|(id, _)| id.as_str()).collect(),
        _ => Vec::new(),
    }
}

fn options_keep(was: &Ask<Phrase>, is: &Ask<Phrase>, answer: &Answer) -> bool {
    let texts = |ask: &Ask<Phrase>| -> BTreeSet<String> {
        choices(ask).iter().map(|choice| choice.text.polite.clone()).collect()
    };
    let text = |ask: &Ask<Phrase>, id: &str| {
        choices(ask).iter().find(|choice| choice.id == id).map(|choice| choice.text.polite.clone())
    };
    let (all_were, all_are) = (texts(was), texts(is));
    named(answer).into_iter().all(|id| match (text(was, id), text(is, id)) {
        (Some(was), Some(is)) => keeps_its_words(&was, &is, &all_were, &all_are),
        // From an earlier list: the item lies in the dossier and not in the guide.
        (None, None) => true,
        _ => false,
    })
}

/// What was answered in confidence is not printed because an edition says so.
fn prints_no_wider(was: &Field, is: &Field) -> bool {
    (!was.sensitive || is.sensitive) && (was.print != Print::Never || is.print == Print::Never)
}

fn choices(ask: &Ask<Phrase>) -> &[Choice<Phrase>] {
    match ask {
        Ask::Confirm { options } => options,
        Ask::Choice(options) | Ask::Choices(options) | Ask::Rank(options) => &options.own,
        Ask::Scales { scales, .. } => scales,
        Ask::Checklist { items } => items,
        _ => &[],
    }
}
