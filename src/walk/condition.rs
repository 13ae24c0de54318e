//! Whether a condition holds. Three-valued: about a step without an answer nothing holds, and neither does its opposite.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};

use super::stop::Status;
use crate::dossier::answer::{Answer, Check};
use crate::guide::condition::Condition;

/// What the walk met under one key, newest visit last.
#[derive(Clone, Debug)]
pub(super) struct Met {
    pub answer: Option<Answer>,
    pub status: Status,
    pub visit: u16,
    pub written: Option<DateTime>,
}

pub(super) type Known = BTreeMap<String, Met>;

/// `None`: it cannot be said, because the answer is not there.
pub(super) fn holds(condition: &Condition, known: &Known) -> Option<bool> {
    match condition {
        Condition::All(all) => all
            .iter()
            .try_fold(true, |so_far, inner| match (so_far, holds(inner, known)) {
                (_, Some(false)) => Err(false),
                (_, None) => Ok(false),
                (so_far, Some(true)) => Ok(so_far),
            })
            .map_or(Some(false), |certain| certain.then_some(true)),
        Condition::Any(any) => {
            let answers: Vec<Option<bool>> = any.iter().map(|inner| holds(inner, known)).collect();
            if answers.contains(&Some(true)) {
                Some(true)
            } else if answers.contains(&None) {
                None
            } else {
                Some(false)
            }
        }
        Condition::Not(inner) => holds(inner, known).map(|held| !held),
        Condition::About(key, inner) => about(inner, known.get(key), key, known),
        // A bare question has no subject; checking gives every question one.
        _ => None,
    }
}

fn about(condition: &Condition, met: Option<&Met>, key: &str, known: &Known) -> Option<bool> {
    let status = met.map(|met| met.status);
    match condition {
        Condition::Answered => Some(status == Some(Status::Answered) && met.is_some_and(|met| met.answer.is_some())),
        Condition::Empty => Some(status != Some(Status::Answered) || met.is_none_or(|met| met.answer.is_none())),
        Condition::Skipped => Some(status == Some(Status::Skipped)),
        Condition::Visit(visit) => met.map(|met| met.visit == *visit),
        Condition::All(all) => holds(&Condition::All(all.iter().map(|inner| subject(key, inner)).collect()), known),
        Condition::Any(any) => holds(&Condition::Any(any.iter().map(|inner| subject(key, inner)).collect()), known),
        Condition::Not(inner) => about(inner, met, key, known).map(|held| !held),
        Condition::About(key, inner) => about(inner, known.get(key), key, known),
        plain => {
            let met = met.filter(|met| met.status == Status::Answered)?;
            says(plain, met.answer.as_ref()?, met.written)
        }
    }
}

fn subject(key: &str, condition: &Condition) -> Condition {
    Condition::About(key.to_owned(), Box::new(condition.clone()))
}

/// A plain question put to an answer that is there. `None` when the question does not fit the answer.
fn says(condition: &Condition, answer: &Answer, written: Option<DateTime>) -> Option<bool> {
    match (condition, answer) {
        (Condition::AtMost(most), Answer::Number(number)) => number.map(|number| number <= *most),
        (Condition::AtLeast(least), Answer::Number(number)) => number.map(|number| number >= *least),
        (Condition::Between(low, high), Answer::Number(number)) => {
            number.map(|number| (*low..=*high).contains(&number))
        }
        (Condition::AnyAtMost(most), Answer::Numbers(numbers)) => {
            Some(numbers.iter().any(|(_, number)| number <= most))
        }
        (Condition::Is(option), Answer::Picked(_)) => {
            Some(answer.items().iter().any(|item| item.id.as_str() == option))
        }
        (Condition::Is(item), Answer::Checks(checks)) => Some(ticked(checks, item, Check::Yes)),
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
