//! Days, phone numbers and half sentences of a plan, worded for paper.

use jiff::civil::{Date, Time};

use crate::plan::{Goal, Helper, IfThen, Promise, Task};
use crate::texts::{Texts, dates};

use super::block::{Row, Span, Text};

/// The words, if there are any.
pub(super) fn said(words: Option<&String>) -> Option<&str> {
    words.map(|words| words.trim()).filter(|words| !words.is_empty())
}

/// Those of `all` that say something.
pub(super) fn said_of(all: &[String]) -> Vec<&str> {
    all.iter().filter_map(|words| said(Some(words))).collect()
}

/// "do 16 okt 2026", unbroken.
pub(super) fn day(texts: &Texts, date: Date) -> String {
    unbroken(&format!("{} {}", dates::short(texts, date), date.year()))
}

/// "10.00 uur", unbroken.
pub(super) fn clock(texts: &Texts, time: Time) -> String {
    unbroken(&dates::time(texts, time))
}

/// With spaces at which no line breaks: a phone number over two lines gets misread.
pub(super) fn unbroken(words: &str) -> String {
    words.trim().replace(' ', "\u{A0}")
}

/// A goal that says something.
pub(super) fn goal(goal: Option<&Goal>) -> Option<&Goal> {
    goal.filter(|goal| !goal.words.trim().is_empty())
}

/// "Fatima (zus): oefent het telefoongesprek met mij".
pub(super) fn helper(helper: &Helper) -> Option<String> {
    match (said(Some(&helper.name)), said(helper.asked.as_ref())) {
        (Some(name), Some(asked)) => Some(format!("{name}: {asked}")),
        (name, asked) => name.or(asked).map(str::to_owned),
    }
}

pub(super) fn task_row(texts: &Texts, task: &Task, size: f32) -> Row {
    let mut words = vec![Text::plain(size, task.what.trim())];
    let place = said(task.place.as_ref()).map(|place| texts.say_with("paper-where", &[("place", place.into())]));
    let often =
        said(task.how_often.as_ref()).map(|often| texts.say_with("paper-how-often", &[("often", often.into())]));
    words.extend(place.into_iter().chain(often).map(|line| Text::plain(beside(size), line)));
    let date = task.first_day.map(|date| day(texts, date));
    let time = task.first_time.map(|time| clock(texts, time));
    let when: Vec<String> = date.into_iter().chain(time).collect();
    Row {
        texts: words,
        when: (!when.is_empty()).then(|| Text::bold(size, when.join("\n"))),
        shaded: task.if_thens.iter().filter_map(|both| if_then(texts, both, size)).collect(),
    }
}

pub(super) fn promise_row(texts: &Texts, promise: &Promise, size: f32) -> Row {
    let mut words = vec![Text::plain(size, capitalised(promise.what.trim()))];
    // "Peter regelt kinderopvang" has said who already.
    if let Some(who) = said(promise.who.as_ref()).filter(|who| !promise.what.contains(who)) {
        let line = texts.say_with("paper-who", &[("who", who.into())]);
        words.push(Text::plain(beside(size), line));
    }
    Row { texts: words, when: promise.by.map(|date| Text::bold(size, day(texts, date))), shaded: Vec::new() }
}

/// With a capital, as the sentences around it have.
fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The size of what comes with a row: a little smaller, never under 12.
fn beside(size: f32) -> f32 {
    (size - 1.0).max(12.0)
}

/// "Als ..., dan ...", with one comma and one full stop whatever the client wrote.
pub(super) fn if_then(texts: &Texts, both: &IfThen, size: f32) -> Option<Text> {
    let when = said(Some(&both.when))?.trim_end_matches([',', '.', ';', ' ']);
    let then = said(Some(&both.then))?;
    let stop = if then.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    let spans = vec![
        Span::bold(texts.say("paper-if")),
        Span::plain(format!(" {when}, ")),
        Span::bold(texts.say("paper-then")),
        Span::plain(format!(" {then}{stop}")),
    ];
    Some(Text::of(size, spans))
}
