//! An answer as people read it: lines for the overview and for the report.

use crate::dossier::answer::{Answer, Appointment, Check, Goal, IfThen, Moment, Picked, Task, TaskStatus};
use crate::guide::ask::{Ask, Choice};
use crate::texts::{Texts, dates};

/// The answer in words, a line for each thing that was said.
#[must_use]
pub fn in_words(texts: &Texts, ask: &Ask, answer: &Answer) -> Vec<String> {
    match answer {
        Answer::Seen => Vec::new(),
        Answer::Text(text) => text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect(),
        Answer::Number(number) => number.map(|number| number.to_string()).into_iter().collect(),
        Answer::Picked(picked) => chosen(ask, picked),
        Answer::List(_) | Answer::TwoLists { .. } => two_lists(ask, answer),
        Answer::Numbers(numbers) => {
            numbers.iter().map(|(id, number)| format!("{}: {number}", label(ask, id))).collect()
        }
        Answer::Goal(goal) => goal_lines(texts, goal),
        Answer::Tasks(tasks) => tasks.iter().map(|task| task_line(texts, task)).collect(),
        Answer::IfThen(plan) => if_then(texts, plan).into_iter().collect(),
        Answer::People(people) => people.iter().map(|person| joined(&person.name, &person.asked)).collect(),
        Answer::Date(date) => date.map(|date| dates::long(texts, date)).into_iter().collect(),
        Answer::Appointment(appointment) => appointment_line(texts, appointment).into_iter().collect(),
        Answer::Statuses(statuses) => statuses.iter().map(|status| status_line(texts, status)).collect(),
        Answer::Timeline(moments) => moments.iter().map(moment_line).collect(),
        Answer::Checks(checks) => checks.iter().map(|(id, check)| check_line(texts, ask, id, *check)).collect(),
    }
}

/// Options in the words that they have in the question now; those it does not have, in the words of then.
fn chosen(ask: &Ask, picked: &Picked) -> Vec<String> {
    let own: &[Choice] = match ask {
        Ask::Confirm { options } => options,
        Ask::Choice(options) | Ask::Choices(options) | Ask::Rank(options) => &options.own,
        _ => &[],
    };
    let now = |id: &str| own.iter().find(|choice| choice.id == id).map(|choice| choice.text.clone());
    let options = picked.options.iter().map(|item| now(item.id.as_str()).unwrap_or_else(|| item.text.clone()));
    let rest = [&picked.other, &picked.remark].into_iter().flatten().filter(|text| !text.trim().is_empty()).cloned();
    options.chain(rest).collect()
}

fn two_lists(ask: &Ask, answer: &Answer) -> Vec<String> {
    let Answer::TwoLists { left, right } = answer else {
        return answer.items().into_iter().map(|item| item.text).collect();
    };
    let (left_name, right_name) = match ask {
        Ask::TwoLists { left, right } => (left.as_str(), right.as_str()),
        _ => ("", ""),
    };
    let named = |name: &str, text: &str| if name.is_empty() { text.to_owned() } else { format!("{name}: {text}") };
    let left = left.iter().map(|item| named(left_name, &item.text));
    left.chain(right.iter().map(|item| named(right_name, &item.text))).collect()
}

fn goal_lines(texts: &Texts, goal: &Goal) -> Vec<String> {
    let by = goal.by.map(|by| texts.say_with("said-by-date", &[("date", dates::long(texts, by).into())]));
    [Some(goal.words.trim().to_owned()), Some(goal.sign.trim().to_owned()), by]
        .into_iter()
        .flatten()
        .filter(|line| !line.is_empty())
        .collect()
}

fn task_line(texts: &Texts, task: &Task) -> String {
    let day = task.day.map(|day| dates::long(texts, day));
    let time = task.time.map(|time| dates::time(texts, time));
    let parts = [Some(task.by_whom.clone()), day, time, Some(task.place.clone()), Some(task.how_often.clone())];
    let details: Vec<String> = parts.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect();
    if details.is_empty() { task.what.clone() } else { format!("{} ({})", task.what, details.join(", ")) }
}

fn if_then(texts: &Texts, plan: &IfThen) -> Option<String> {
    let (when, then) = (plan.when.trim(), plan.then.trim());
    (!when.is_empty() || !then.is_empty())
        .then(|| texts.say_with("said-if-then", &[("when", when.into()), ("then", then.into())]))
}

fn appointment_line(texts: &Texts, appointment: &Appointment) -> Option<String> {
    let day = appointment.date.map(|day| dates::long(texts, day));
    let time = appointment.time.map(|time| dates::time(texts, time));
    let parts = [day, time, Some(appointment.place.clone()), Some(appointment.who_calls.clone())];
    let said: Vec<String> = parts.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect();
    (!said.is_empty()).then(|| said.join(", "))
}

fn check_line(texts: &Texts, ask: &Ask, id: &str, check: Check) -> String {
    let word = match check {
        Check::Yes => texts.say("said-yes"),
        Check::No => texts.say("said-no"),
        Check::NotApplicable => texts.say("said-not-applicable"),
    };
    format!("{}: {word}", label(ask, id))
}

fn status_line(texts: &Texts, status: &TaskStatus) -> String {
    let outcome = texts.say(&format!("outcome-{}", status.outcome.name()));
    let line = joined(&status.what, &outcome);
    if status.why.trim().is_empty() { line } else { format!("{line} ({})", status.why.trim()) }
}

fn moment_line(moment: &Moment) -> String {
    let parts = [&moment.years, &moment.what, &moment.why_ended];
    let said: Vec<&str> = parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
    said.join(", ")
}

fn label(ask: &Ask, id: &str) -> String {
    let choices: &[Choice] = match ask {
        Ask::Scales { scales, .. } => scales,
        Ask::Checklist { items } => items,
        _ => &[],
    };
    choices.iter().find(|choice| choice.id == id).map_or_else(|| id.to_owned(), |choice| choice.text.clone())
}

fn joined(name: &str, more: &str) -> String {
    if more.trim().is_empty() { name.to_owned() } else { format!("{name}: {more}") }
}
