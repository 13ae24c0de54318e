//! The short answers of a path test, made into the answers that a conversation gives.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::dossier::answer::{
    Answer, Appointment, Check, Goal, IfThen, Item, Moment, Outcome, Person, Picked, Task, TaskStatus,
};
use crate::dossier::ids::ItemId;
use crate::guide::ask::{Ask, Choice, Who};
use crate::guide::path::Said;
use crate::walk::AskedField;

/// The answer at a field, on `day`; `Err` says what is not there.
pub(super) fn answer(said: &Said, field: &AskedField, day: Date) -> Result<Answer, String> {
    let ask = &field.ask;
    let made = match (said, ask) {
        (Said::Picked(ids), Ask::StepRef) => picked(ids, &as_choices(&field.proposals), false)?,
        (Said::Picked(ids), Ask::Confirm { options }) => picked(ids, options, false)?,
        (Said::Picked(ids), Ask::Choice(options) | Ask::Choices(options) | Ask::Rank(options)) => {
            picked(ids, &options.own, options.other)?
        }
        (Said::List(lines), Ask::Timeline) => Answer::Timeline(items(&field.key, lines).map(moment).collect()),
        (Said::Tasks(whats), Ask::Tasks { who, .. }) => tasks(&field.key, whats, *who),
        (Said::Statuses(names), Ask::Status { .. }) => statuses(names, &field.proposals)?,
        (Said::Checks { yes, no }, Ask::Checklist { items }) => checks(yes, no, items)?,
        (Said::InDays(days), Ask::Appointment) => {
            Answer::Appointment(Appointment { date: in_days(day, *days), ..Appointment::default() })
        }
        (Said::InDays(days), Ask::Date) => Answer::Date(in_days(day, *days)),
        (Said::Numbers(numbers), Ask::Scales { .. }) => Answer::Numbers(numbers.clone()),
        _ => plain(said, &field.key, day),
    };
    if crate::guide::fits(ask, &made) { Ok(made) } else { Err("dit soort antwoord past niet bij de vraag".to_owned()) }
}

/// The answer where nobody knows the question: in an earlier conversation with a guide that may not be at hand.
pub(super) fn plain(said: &Said, key: &str, day: Date) -> Answer {
    match said {
        Said::Text(text) => Answer::Text(text.clone()),
        Said::Number(number) => Answer::Number(Some(*number)),
        Said::Picked(ids) => {
            let options = ids.iter().map(|id| Item { id: ItemId::new(id), text: id.clone() }).collect();
            Answer::Picked(Picked { options, ..Picked::default() })
        }
        Said::List(lines) => Answer::List(items(key, lines).collect()),
        Said::TwoLists(left, right) => Answer::TwoLists {
            left: items(&format!("{key}-links"), left).collect(),
            right: items(&format!("{key}-rechts"), right).collect(),
        },
        Said::Numbers(numbers) => Answer::Numbers(numbers.clone()),
        Said::Goal(words) => goal(words, None),
        Said::GoalIn(words, days) => goal(words, in_days(day, *days)),
        Said::Tasks(whats) => tasks(key, whats, Who::Client),
        Said::IfThen(when, then) => Answer::IfThen(IfThen { when: when.clone(), then: then.clone(), spoken: false }),
        Said::People(names) => {
            let person = |item: Item| Person { id: item.id, name: item.text, asked: String::new() };
            Answer::People(items(key, names).map(person).collect())
        }
        Said::InDays(days) => Answer::Date(in_days(day, *days)),
        Said::Checks { yes, no } => {
            let all = yes.iter().map(|id| (id, Check::Yes)).chain(no.iter().map(|id| (id, Check::No)));
            Answer::Checks(all.map(|(id, check)| (id.clone(), check)).collect())
        }
        Said::Statuses(names) => {
            let status = |(at, name): (usize, &String)| {
                let (task, what) = (ItemId::new(format!("{key}-{at}")), name.clone());
                Some(TaskStatus { task, what, outcome: Outcome::of(name)?, why: String::new() })
            };
            Answer::Statuses(names.iter().enumerate().filter_map(status).collect())
        }
        _ => Answer::Seen,
    }
}

fn picked(ids: &[String], options: &[Choice], other: bool) -> Result<Answer, String> {
    let mut picked = Picked::default();
    for id in ids {
        match options.iter().find(|option| option.id == *id || option.text == *id) {
            Some(option) => {
                picked.options.push(Item { id: ItemId::new(option.id.as_str()), text: option.text.clone() });
            }
            None if other => picked.other = Some(id.clone()),
            None => return Err(format!("er is geen keuze ‘{id}’")),
        }
    }
    Ok(Answer::Picked(picked))
}

fn as_choices(items: &[Item]) -> Vec<Choice> {
    let choice = |item: &Item| Choice { id: item.id.as_str().to_owned(), text: item.text.clone(), hint: None };
    items.iter().map(choice).collect()
}

fn checks(yes: &[String], no: &[String], items: &[Choice]) -> Result<Answer, String> {
    let all = yes.iter().map(|id| (id, Check::Yes)).chain(no.iter().map(|id| (id, Check::No)));
    let mut checks = Vec::new();
    for (id, check) in all {
        if !items.iter().any(|item| item.id == *id) {
            return Err(format!("er is geen punt ‘{id}’"));
        }
        checks.push((id.clone(), check));
    }
    Ok(Answer::Checks(checks))
}

fn statuses(names: &[String], tasks: &[Item]) -> Result<Answer, String> {
    let mut statuses = Vec::new();
    for (at, name) in names.iter().enumerate() {
        let Some(outcome) = Outcome::of(name) else { return Err(format!("‘{name}’ is geen status")) };
        let Some(task) = tasks.get(at) else { return Err("er zijn minder acties dan statussen".to_owned()) };
        statuses.push(TaskStatus { task: task.id.clone(), what: task.text.clone(), outcome, why: String::new() });
    }
    Ok(Answer::Statuses(statuses))
}

fn tasks(key: &str, whats: &[String], who: Who) -> Answer {
    let task = |item: Item| Task {
        id: item.id,
        what: item.text,
        who,
        by_whom: String::new(),
        day: None,
        time: None,
        place: String::new(),
        how_often: String::new(),
    };
    Answer::Tasks(items(key, whats).map(task).collect())
}

fn moment(item: Item) -> Moment {
    Moment { id: item.id, years: String::new(), what: item.text, why_ended: String::new() }
}

fn items(key: &str, lines: &[String]) -> impl Iterator<Item = Item> {
    let entry = move |(at, line): (usize, &String)| Item { id: ItemId::new(format!("{key}-{at}")), text: line.clone() };
    lines.iter().enumerate().map(entry)
}

fn goal(words: &str, by: Option<Date>) -> Answer {
    Answer::Goal(Goal { words: words.to_owned(), sign: String::new(), by })
}

fn in_days(day: Date, days: u16) -> Option<Date> {
    day.checked_add(i64::from(days).days()).ok()
}
