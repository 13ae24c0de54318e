//! What a client answered. One variant per kind of question; nothing here is ever mandatory.

use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

use super::ids::ItemId;
use crate::guide::ask::Who;

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum Answer {
    /// Read, nothing asked.
    Seen,
    Text(String),
    /// A scale from 0 to 10, or nothing when the number was taken back.
    Number(Option<u8>),
    /// Chosen options, in order; for a single choice at most one.
    Picked(Picked),
    List(Vec<Item>),
    TwoLists {
        left: Vec<Item>,
        right: Vec<Item>,
    },
    Numbers(Vec<(String, u8)>),
    Goal(Goal),
    Tasks(Vec<Task>),
    IfThen(IfThen),
    People(Vec<Person>),
    Date(Option<Date>),
    Appointment(Appointment),
    /// Item ids with yes, no or not applicable.
    Checks(Vec<(String, Check)>),
    /// How it went with each task.
    Statuses(Vec<TaskStatus>),
    /// What somebody did over the years.
    Timeline(Vec<Moment>),
}

#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Picked {
    /// Option ids with the words as they were shown, so that a record stays readable when the guide changes.
    pub options: Vec<Item>,
    /// "Something else, namely".
    #[serde(default)]
    pub other: Option<String>,
    /// What the client wants to add.
    #[serde(default)]
    pub remark: Option<String>,
}

/// One entry of a list, with an id that survives reordering and rewording.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Item {
    pub id: ItemId,
    pub text: String,
}

#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Goal {
    pub words: String,
    #[serde(default)]
    pub sign: String,
    #[serde(default)]
    pub by: Option<Date>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Task {
    pub id: ItemId,
    pub what: String,
    pub who: Who,
    /// Who of the municipality, where it is theirs to do.
    #[serde(default)]
    pub by_whom: String,
    #[serde(default)]
    pub day: Option<Date>,
    #[serde(default)]
    pub time: Option<Time>,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub how_often: String,
}

#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct IfThen {
    pub when: String,
    pub then: String,
    /// The client said it aloud.
    #[serde(default)]
    pub spoken: bool,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Person {
    pub id: ItemId,
    pub name: String,
    #[serde(default)]
    pub asked: String,
}

#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub struct Appointment {
    #[serde(default)]
    pub date: Option<Date>,
    #[serde(default)]
    pub time: Option<Time>,
    #[serde(default)]
    pub place: String,
    #[serde(default)]
    pub who_calls: String,
}

#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub enum Check {
    Yes,
    No,
    NotApplicable,
}

/// How it went with one task, in the words that the task had then.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct TaskStatus {
    pub task: ItemId,
    pub what: String,
    pub outcome: Outcome,
    /// What came between, or what helped.
    #[serde(default)]
    pub why: String,
}

/// How a task went. The names are those that a guide file uses in `Is(..)`.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub enum Outcome {
    Done,
    Partly,
    Not,
    /// It is no longer needed.
    NoLonger,
}

impl Outcome {
    pub const ALL: [Self; 4] = [Self::Done, Self::Partly, Self::Not, Self::NoLonger];

    /// The name in a guide file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Done => "gelukt",
            Self::Partly => "deels",
            Self::Not => "niet",
            Self::NoLonger => "niet-meer-nodig",
        }
    }

    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.name() == name)
    }

    /// Whether something is still to be done.
    #[must_use]
    pub fn is_open(self) -> bool {
        matches!(self, Self::Partly | Self::Not)
    }
}

/// One line of a time line.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub struct Moment {
    pub id: ItemId,
    /// "2015", "2012-2016", "na school": as it was said.
    #[serde(default)]
    pub years: String,
    pub what: String,
    #[serde(default)]
    pub why_ended: String,
}

impl Answer {
    /// Whether nothing is said: a cleared field counts as no answer.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Seen => false,
            Self::Text(text) => text.trim().is_empty(),
            Self::Number(number) => number.is_none(),
            Self::Picked(picked) => {
                picked.options.is_empty()
                    && said(picked.other.as_deref()).is_none()
                    && said(picked.remark.as_deref()).is_none()
            }
            Self::List(items) => items.is_empty(),
            Self::TwoLists { left, right } => left.is_empty() && right.is_empty(),
            Self::Numbers(numbers) => numbers.is_empty(),
            Self::Goal(goal) => goal.words.trim().is_empty() && goal.sign.trim().is_empty() && goal.by.is_none(),
            Self::Tasks(tasks) => tasks.is_empty(),
            Self::IfThen(plan) => plan.when.trim().is_empty() && plan.then.trim().is_empty(),
            Self::People(people) => people.is_empty(),
            Self::Date(date) => date.is_none(),
            Self::Appointment(a) => {
                a.date.is_none() && a.time.is_none() && a.place.trim().is_empty() && a.who_calls.trim().is_empty()
            }
            Self::Checks(checks) => checks.is_empty(),
            Self::Statuses(statuses) => statuses.is_empty(),
            Self::Timeline(moments) => moments.is_empty(),
        }
    }

    /// The things in this answer that a loop can walk or a later step can offer: id and words.
    #[must_use]
    pub fn items(&self) -> Vec<Item> {
        match self {
            Self::Picked(picked) => {
                let other =
                    said(picked.other.as_deref()).map(|text| Item { id: ItemId::other(), text: text.to_owned() });
                picked.options.iter().cloned().chain(other).collect()
            }
            Self::List(items) => items.clone(),
            Self::TwoLists { left, right } => left.iter().chain(right).cloned().collect(),
            Self::Tasks(tasks) => {
                tasks.iter().map(|task| Item { id: task.id.clone(), text: task.what.clone() }).collect()
            }
            Self::People(people) => {
                people.iter().map(|person| Item { id: person.id.clone(), text: person.name.clone() }).collect()
            }
            // Of tasks that were looked back on, what is still to be done.
            Self::Statuses(statuses) => {
                let open = statuses.iter().filter(|status| status.outcome.is_open());
                open.map(|status| Item { id: status.task.clone(), text: status.what.clone() }).collect()
            }
            Self::Timeline(moments) => {
                moments.iter().map(|moment| Item { id: moment.id.clone(), text: moment.what.clone() }).collect()
            }
            _ => Vec::new(),
        }
    }
}

fn said(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

impl Answer {
    /// The answer in words, for a place in a later question. Dates and places are left out; `None` when nothing is said.
    #[must_use]
    pub fn words(&self) -> Option<String> {
        let words = match self {
            Self::Text(text) => text.trim().to_owned(),
            Self::Number(number) => number.map(|number| number.to_string()).unwrap_or_default(),
            Self::Goal(goal) => goal.words.trim().to_owned(),
            Self::IfThen(plan) => plan.when.trim().to_owned(),
            Self::Picked(_)
            | Self::List(_)
            | Self::TwoLists { .. }
            | Self::Tasks(_)
            | Self::People(_)
            | Self::Statuses(_)
            | Self::Timeline(_) => {
                // A full stop in the middle of a list reads as its end.
                let texts = self.items().into_iter().map(|item| item.text.trim().trim_end_matches('.').to_owned());
                texts.collect::<Vec<_>>().join(", ")
            }
            Self::Seen | Self::Numbers(_) | Self::Date(_) | Self::Appointment(_) | Self::Checks(_) => String::new(),
        };
        Some(words).filter(|words| !words.is_empty())
    }
}
