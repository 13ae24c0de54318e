//! The answers worth trying at a question: on both sides of every boundary that a condition of the guide draws.

use std::collections::{BTreeMap, BTreeSet};

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::dossier::answer::{
    Answer, Appointment, Check, Goal, IfThen, Item, Moment, Outcome, Person, Picked, Task, TaskStatus,
};
use crate::dossier::ids::ItemId;
use crate::guide::Guide;
use crate::guide::ask::{Ask, Choice, Options};
use crate::guide::condition::Condition;

/// Lists longer than this are no longer tried.
const LONGEST: usize = 6;

/// What conditions ask of each key: numbers, counts and days where something changes.
#[derive(Debug, Default)]
pub(super) struct Boundaries(BTreeMap<String, BTreeSet<u16>>);

impl Boundaries {
    pub fn of(guide: &Guide) -> Self {
        let mut all: BTreeMap<String, BTreeSet<u16>> = BTreeMap::new();
        for condition in guide.conditions() {
            condition.each(&mut |key, atom| {
                let Some(key) = key else { return };
                let at = all.entry(key.to_owned()).or_default();
                match atom {
                    Condition::AtMost(number) | Condition::AnyAtMost(number) => {
                        at.extend([u16::from(*number), u16::from(*number) + 1]);
                    }
                    Condition::AtLeast(number) | Condition::Below(_, number) => {
                        at.extend([u16::from(*number).saturating_sub(1), u16::from(*number)]);
                    }
                    Condition::Between(low, high) => {
                        let (low, high) = (u16::from(*low), u16::from(*high));
                        at.extend([low.saturating_sub(1), low, high, high + 1]);
                    }
                    Condition::Fallen(by) => at.extend([10 - u16::from(*by).min(10), 10]),
                    Condition::Risen(by) => at.extend([0, u16::from(*by)]),
                    Condition::FewerThan(count) => at.extend([u16::from(*count).saturating_sub(1), u16::from(*count)]),
                    Condition::MoreThan(count) => at.extend([u16::from(*count), u16::from(*count) + 1]),
                    Condition::WithinDays(days) => at.extend([*days, days.saturating_add(1)]),
                    _ => {}
                }
            });
        }
        Self(all)
    }

    fn at(&self, key: &str) -> impl Iterator<Item = u16> {
        self.0.get(key).into_iter().flatten().copied()
    }

    fn numbers(&self, key: &str) -> Vec<u8> {
        let bounded = self.at(key).filter_map(|number| u8::try_from(number).ok()).filter(|number| *number <= 10);
        bounded.chain([0, 10]).collect::<BTreeSet<u8>>().into_iter().collect()
    }

    fn counts(&self, key: &str) -> Vec<usize> {
        let bounded = self.at(key).map(usize::from).filter(|count| (1..=LONGEST).contains(count));
        bounded.chain([1, 2]).collect::<BTreeSet<usize>>().into_iter().collect()
    }

    fn days(&self, key: &str) -> Vec<Option<u16>> {
        self.at(key).map(Some).chain([None, Some(14)]).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Answers to a question that reach both sides of every boundary. `about` are the things it is about.
    pub fn answers(&self, key: &str, ask: &Ask, about: &[Item], day: Date) -> Vec<Answer> {
        match ask {
            Ask::Info => vec![Answer::Seen],
            Ask::Confirm { options } => options.iter().map(one).collect(),
            Ask::Choice(options) => chosen(options, false),
            Ask::Choices(options) | Ask::Rank(options) => chosen(options, true),
            Ask::Text { .. } => vec![Answer::Text("tekst".to_owned())],
            Ask::List { .. } => self.lists(key, Answer::List),
            Ask::TwoLists { .. } => self.lists(key, |left| Answer::TwoLists { left, right: Vec::new() }),
            Ask::Scale { .. } => self.numbers(key).into_iter().map(|number| Answer::Number(Some(number))).collect(),
            Ask::Scales { scales, .. } => {
                let all = |number: u8| scales.iter().map(|scale| (scale.id.clone(), number)).collect();
                self.numbers(key).into_iter().map(|number| Answer::Numbers(all(number))).collect()
            }
            Ask::Goal { .. } => {
                let goal = |by| Goal { words: "ik werk".to_owned(), sign: String::new(), by };
                self.days(key).into_iter().map(|days| Answer::Goal(goal(in_days(day, days)))).collect()
            }
            Ask::Tasks { who, .. } => self.lists(key, |items| {
                let days = self.at(key).next();
                let task = |item: Item| Task {
                    id: item.id,
                    what: item.text,
                    who: *who,
                    by_whom: String::new(),
                    day: in_days(day, days),
                    time: None,
                    place: String::new(),
                    how_often: String::new(),
                };
                Answer::Tasks(items.into_iter().map(task).collect())
            }),
            Ask::IfThen { .. } => {
                let plan = IfThen { when: "het dinsdag is".to_owned(), then: "bel ik".to_owned(), spoken: false };
                vec![Answer::IfThen(plan)]
            }
            Ask::People => self.lists(key, |items| {
                let person = |item: Item| Person { id: item.id, name: item.text, asked: String::new() };
                Answer::People(items.into_iter().map(person).collect())
            }),
            Ask::Date => self.days(key).into_iter().map(|days| Answer::Date(in_days(day, days.or(Some(14))))).collect(),
            Ask::Appointment => {
                let at = |date| Answer::Appointment(Appointment { date, ..Appointment::default() });
                self.days(key).into_iter().map(|days| at(in_days(day, days.or(Some(14))))).collect()
            }
            Ask::Checklist { items } => checks(items),
            Ask::Status { .. } => statuses(about),
            Ask::Timeline => self.lists(key, |items| {
                let moment = |item: Item| Moment {
                    id: item.id,
                    years: String::new(),
                    what: item.text,
                    why_ended: String::new(),
                };
                Answer::Timeline(items.into_iter().map(moment).collect())
            }),
            Ask::StepRef => about.first().map(|item| picked(vec![item.clone()], false)).into_iter().collect(),
        }
    }

    fn lists(&self, key: &str, make: impl Fn(Vec<Item>) -> Answer) -> Vec<Answer> {
        let item = |at: usize| Item { id: ItemId::new(format!("{key}-{at}")), text: format!("{key} {at}") };
        self.counts(key).into_iter().map(|count| make((0..count).map(item).collect())).collect()
    }
}

fn item(choice: &Choice) -> Item {
    Item { id: ItemId::new(choice.id.as_str()), text: choice.text.clone() }
}

fn one(choice: &Choice) -> Answer {
    picked(vec![item(choice)], false)
}

fn picked(options: Vec<Item>, other: bool) -> Answer {
    Answer::Picked(Picked { options, other: other.then(|| "iets anders".to_owned()), remark: None })
}

/// Each option alone; where more may be chosen also each with the next, and all.
fn chosen(options: &Options, more: bool) -> Vec<Answer> {
    let mut answers: Vec<Answer> = options.own.iter().map(one).collect();
    if options.other {
        answers.push(picked(Vec::new(), true));
    }
    if more {
        answers.extend(options.own.windows(2).map(|pair| picked(pair.iter().map(item).collect(), false)));
        answers.push(picked(options.own.iter().map(item).collect(), false));
    }
    answers.retain(|answer| !answer.is_empty());
    answers
}

fn checks(items: &[Choice]) -> Vec<Answer> {
    let all = |check: Check| items.iter().map(|item| (item.id.clone(), check)).collect::<Vec<_>>();
    let mut answers = vec![Answer::Checks(all(Check::Yes)), Answer::Checks(all(Check::No))];
    answers.extend((0..items.len()).map(|no| {
        let one = |(at, item): (usize, &Choice)| (item.id.clone(), if at == no { Check::No } else { Check::Yes });
        Answer::Checks(items.iter().enumerate().map(one).collect())
    }));
    answers
}

/// All the same, and each outcome once with the rest done.
fn statuses(tasks: &[Item]) -> Vec<Answer> {
    let status = |task: &Item, outcome| TaskStatus {
        task: task.id.clone(),
        what: task.text.clone(),
        outcome,
        why: String::new(),
    };
    let all = |outcome| Answer::Statuses(tasks.iter().map(|task| status(task, outcome)).collect());
    Outcome::ALL.into_iter().map(all).filter(|answer| !answer.is_empty()).collect()
}

fn in_days(day: Date, days: Option<u16>) -> Option<Date> {
    days.and_then(|days| day.checked_add(i64::from(days).days()).ok())
}
