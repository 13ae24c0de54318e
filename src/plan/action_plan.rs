//! What was agreed, in the client's words: everything that "Mijn plan" says and nothing else.
//!
//! The types hold no private notes, no numbers about the person, no sensitive answers: what is not here cannot be printed.

use jiff::civil::{Date, Time};

use crate::guide::Logo;

/// One client's plan on one day. Every part may be missing; a part that is missing gets no heading.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ActionPlan {
    pub name: String,
    /// The day the plan was drawn up.
    pub date: Date,
    /// Counts the papers made for this client, from 1.
    pub number: u32,
    /// Titles of the guides it rests on, with edition: "Zelf aan het roer 1.0".
    pub guides: Vec<String>,
    pub goal: Option<Goal>,
    /// What the client dreams of: shown when there is no goal yet.
    pub wish: Option<String>,
    /// What has to be settled before any plan. With no goal, the paper is called "Eerst dit".
    pub first_this: Vec<String>,
    pub why: Option<String>,
    pub first_part: Option<Goal>,
    pub strengths: Vec<String>,
    /// At most three go on page 1.
    pub tasks: Vec<Task>,
    /// What helps when it gets hard: the helpful half only, never the thought.
    pub safety_net: Vec<String>,
    pub promises: Vec<Promise>,
    pub duties: Vec<String>,
    pub helpers: Vec<Helper>,
    pub look_back: Option<Appointment>,
    pub keep_track: Vec<String>,
    /// What the client goes on doing, once a goal was reached.
    pub harvest: Vec<String>,
    /// The goal that was reached then; a new one may stand beside it.
    pub reached: Option<Goal>,
    /// Heading and paragraphs, for page 2.
    pub more: Vec<(String, Vec<String>)>,
    pub contact: Contact,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Goal {
    pub words: String,
    /// "Daaraan zie ik het".
    pub sign: Option<String>,
    pub by: Option<Date>,
    /// A goal to learn, not to reach.
    pub learning: bool,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Task {
    pub what: String,
    pub first_day: Option<Date>,
    pub first_time: Option<Time>,
    pub place: Option<String>,
    pub how_often: Option<String>,
    pub if_thens: Vec<IfThen>,
}

/// "Als ... , dan ...", in the client's words, without the words "als" and "dan" themselves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IfThen {
    pub when: String,
    pub then: String,
}

/// What the municipality does.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Promise {
    pub what: String,
    pub who: Option<String>,
    pub by: Option<Date>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Helper {
    pub name: String,
    pub asked: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Appointment {
    pub date: Option<Date>,
    pub time: Option<Time>,
    /// A place, or "telefoon".
    pub place: Option<String>,
    pub who_calls: Option<String>,
}

/// Whom to call when it does not work out. All of it comes from the organisation file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contact {
    pub municipality: Option<String>,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub general_phone: Option<String>,
    /// When somebody answers: "ma-do 9.00-16.00 uur".
    pub hours: Option<String>,
    pub logo: Option<Logo>,
}

impl ActionPlan {
    /// Whether there is anything to print at all.
    #[must_use]
    pub fn says_something(&self) -> bool {
        self.goal.is_some()
            || self.wish.is_some()
            || !self.first_this.is_empty()
            || !self.tasks.is_empty()
            || !self.safety_net.is_empty()
            || !self.promises.is_empty()
            || !self.more.is_empty()
            || !self.harvest.is_empty()
            || self.look_back.is_some()
    }

    /// The "Eerst dit" page: something urgent, and no goal.
    #[must_use]
    pub fn is_first_this(&self) -> bool {
        self.goal.is_none() && !self.first_this.is_empty()
    }
}
