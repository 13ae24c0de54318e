//! Whether a condition holds. Three-valued: about a step without an answer nothing holds, and neither does its opposite.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};

use super::past::Past;
use super::stop::{Before, Status};
use crate::dossier::answer::{Answer, Check, Outcome};
use crate::dossier::event::Clock;
use crate::dossier::ids::ItemId;
use crate::guide::Organisation;
use crate::guide::condition::Condition;

/// What the walk met under one key, newest visit last.
#[derive(Clone, Debug)]
pub(super) struct Met {
    pub answer: Option<Answer>,
    pub status: Status,
    pub visit: u16,
    pub written: Option<DateTime>,
    /// The number that this one is compared with.
    pub before: Option<Before>,
}

pub(super) type Known = BTreeMap<String, Met>;

/// All that a condition can be about.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub known: &'a Known,
    pub past: &'a Past<'a>,
    /// The guide that is walked.
    pub guide: &'a str,
    /// When this conversation began.
    pub began: Clock,
    /// The thing that the innermost loop is about.
    pub item: Option<&'a ItemId>,
    /// What this municipality said of itself.
    pub organisation: &'a Organisation,
}

/// `None`: it cannot be said, because the answer is not there.
pub(super) fn holds(condition: &Condition, ground: Ground<'_>) -> Option<bool> {
    match condition {
        Condition::All(all) => every(all.iter().map(|inner| holds(inner, ground))),
        Condition::Any(any) => some(any.iter().map(|inner| holds(inner, ground))),
        Condition::Not(inner) => holds(inner, ground).map(|held| !held),
        Condition::About(key, inner) => about(inner, key, ground),
        Condition::Flag(flag) => Some(ground.organisation.flags.contains(flag)),
        // A bare question has no subject; checking gives every question one.
        _ => None,
    }
}

/// Whether a condition would hold if these were the answers, by key; `None` for a step that was set aside as not needed.
#[must_use]
pub fn would_hold(condition: &Condition, answers: &BTreeMap<String, Option<Answer>>, flags: &[String]) -> bool {
    let met = |answer: &Option<Answer>| Met {
        answer: answer.clone(),
        status: if answer.is_some() { Status::Answered } else { Status::Skipped },
        visit: 1,
        written: Some(DateTime::default()),
        before: None,
    };
    let known: Known = answers.iter().map(|(key, answer)| (key.clone(), met(answer))).collect();
    let organisation = Organisation { flags: flags.to_vec(), ..Organisation::default() };
    let ground = Ground {
        known: &known,
        past: &Past::default(),
        guide: "",
        began: Clock::default(),
        item: None,
        organisation: &organisation,
    };
    holds(condition, ground) == Some(true)
}

fn every(all: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut certain = true;
    for one in all {
        match one {
            Some(false) => return Some(false),
            Some(true) => {}
            None => certain = false,
        }
    }
    certain.then_some(true)
}

fn some(any: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    every(any.map(|one| one.map(|held| !held))).map(|none| !none)
}

fn about(condition: &Condition, key: &str, ground: Ground<'_>) -> Option<bool> {
    match condition {
        Condition::All(all) => every(all.iter().map(|inner| about(inner, key, ground))),
        Condition::Any(any) => some(any.iter().map(|inner| about(inner, key, ground))),
        Condition::Not(inner) => about(inner, key, ground).map(|held| !held),
        Condition::About(key, inner) => about(inner, key, ground),
        Condition::Flag(_) => holds(condition, ground),
        Condition::Times(times, inner) => Some(often(inner, key, ground) >= usize::from(*times)),
        plain => match key.split_once('/') {
            Some((guide, key)) => {
                // In a guide its own name means an earlier conversation with it.
                let earlier = if guide == ground.guide {
                    ground.past.before(guide, key, ground.began)
                } else {
                    ground.past.newest(guide, key)
                };
                let newest = earlier.map(|earlier| Met {
                    answer: Some(earlier.answer().clone()),
                    status: Status::Answered,
                    visit: 1,
                    written: Some(earlier.head.at),
                    before: None,
                });
                put(plain, newest.as_ref(), ground.organisation)
            }
            None => put(plain, ground.known.get(key), ground.organisation),
        },
    }
}

/// For how many answers, over all conversations, a question held; in a loop only those about the same thing.
fn often(condition: &Condition, key: &str, ground: Ground<'_>) -> usize {
    let (guide, key) = key.split_once('/').unwrap_or((ground.guide, key));
    let of_item = |item: Option<&ItemId>| item.is_none() || ground.item.is_none() || item == ground.item;
    let said = ground.past.all(guide, key).iter().filter(|earlier| of_item(earlier.item));
    said.filter(|earlier| {
        says(condition, earlier.answer(), Some(earlier.head.at), None, ground.organisation) == Some(true)
    })
    .count()
}

/// Puts a question to what was met.
fn put(condition: &Condition, met: Option<&Met>, organisation: &Organisation) -> Option<bool> {
    let answer = met.filter(|met| met.status == Status::Answered).and_then(|met| met.answer.as_ref());
    match condition {
        Condition::Answered => Some(answer.is_some()),
        Condition::Empty => Some(answer.is_none()),
        Condition::Skipped => Some(met.is_some_and(|met| met.status == Status::Skipped)),
        Condition::Visit(visit) => met.map(|met| met.visit == *visit),
        plain => {
            let met = met?;
            says(plain, answer?, met.written, met.before, organisation)
        }
    }
}

/// A plain question put to an answer that is there. `None` when the question does not fit the answer.
fn says(
    condition: &Condition,
    answer: &Answer,
    written: Option<DateTime>,
    before: Option<Before>,
    organisation: &Organisation,
) -> Option<bool> {
    match (condition, answer) {
        (Condition::Below(name, otherwise), Answer::Number(number)) => {
            number.map(|number| number < organisation.threshold(name).unwrap_or(*otherwise))
        }
        (Condition::Below(name, otherwise), Answer::Numbers(numbers)) => {
            let threshold = organisation.threshold(name).unwrap_or(*otherwise);
            Some(numbers.iter().any(|(_, number)| *number < threshold))
        }
        (Condition::AtMost(most), Answer::Number(number)) => number.map(|number| number <= *most),
        (Condition::AtLeast(least), Answer::Number(number)) => number.map(|number| number >= *least),
        (Condition::Between(low, high), Answer::Number(number)) => {
            number.map(|number| (*low..=*high).contains(&number))
        }
        // With nothing to compare with, nothing fell and nothing rose.
        (Condition::Fallen(by), Answer::Number(number)) => {
            number.map(|number| before.is_some_and(|before| before.number >= number.saturating_add(*by)))
        }
        (Condition::Risen(by), Answer::Number(number)) => {
            number.map(|number| before.is_some_and(|before| number >= before.number.saturating_add(*by)))
        }
        (Condition::AnyAtMost(most), Answer::Numbers(numbers)) => {
            Some(numbers.iter().any(|(_, number)| number <= most))
        }
        (Condition::Is(option), Answer::Picked(_)) => {
            Some(answer.items().iter().any(|item| item.id.as_str() == option))
        }
        (Condition::Is(item), Answer::Checks(checks)) => Some(ticked(checks, item, Check::Yes)),
        (Condition::Is(outcome), Answer::Statuses(statuses)) => {
            let wanted = Outcome::of(outcome);
            Some(statuses.iter().any(|status| Some(status.outcome) == wanted))
        }
        (Condition::No(item), Answer::Checks(checks)) => Some(ticked(checks, item, Check::No)),
        (Condition::FewerThan(count), _) => Some(answer.items().len() < usize::from(*count)),
        (Condition::MoreThan(count), _) => Some(answer.items().len() > usize::from(*count)),
        // Without a day there is nothing that lies within days.
        (Condition::WithinDays(days), answer) => {
            Some(day_of(answer).zip(written).is_some_and(|(day, written)| within(day, written, *days)))
        }
        _ => None,
    }
}

fn ticked(checks: &[(String, Check)], item: &str, wanted: Check) -> bool {
    checks.iter().any(|(id, check)| id == item && *check == wanted)
}

fn day_of(answer: &Answer) -> Option<Date> {
    match answer {
        Answer::Goal(goal) => goal.by,
        Answer::Date(date) => *date,
        Answer::Appointment(appointment) => appointment.date,
        Answer::Tasks(tasks) => tasks.iter().filter_map(|task| task.day).min(),
        _ => None,
    }
}

fn within(day: Date, written: DateTime, days: u16) -> bool {
    day.since(written.date()).is_ok_and(|until| until.get_days() <= i32::from(days))
}
