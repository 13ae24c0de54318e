//! What a step asks, and where the answer goes on paper. Shared by the raw file and the checked guide.
//!
//! `T` is the text that is read: a [`Phrase`](super::Phrase) in a guide, plain words once it is asked.

use serde::{Deserialize, Serialize};

/// What one field of a step asks. The Dutch names are those of the guide file.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub enum Ask<T = String> {
    /// Nothing: read and go on.
    Info,
    /// Two or three labelled options and room for a remark.
    #[serde(rename = "Bevestiging")]
    Confirm {
        #[serde(rename = "opties")]
        options: Vec<Choice<T>>,
    },
    /// Free words.
    #[serde(rename = "Tekst")]
    Text {
        /// Height of the box, in lines.
        #[serde(rename = "regels", default = "three")]
        lines: u8,
        /// Words to begin from; may hold `{key}`.
        #[serde(rename = "begin", default = "none")]
        starter: Option<T>,
    },
    /// Several short answers.
    #[serde(rename = "Lijst")]
    List {
        #[serde(rename = "hoogstens", default)]
        most: Option<u8>,
        /// A soft wish; never blocks.
        #[serde(rename = "liefst", default)]
        wished: Option<u8>,
        #[serde(rename = "suggesties", default = "Vec::new")]
        suggestions: Vec<T>,
        /// What the municipality has fixed is offered too, from the organisation file.
        #[serde(rename = "kaders", default)]
        frames: bool,
    },
    /// Two lists side by side.
    #[serde(rename = "Tweelijst")]
    TwoLists {
        #[serde(rename = "links")]
        left: T,
        #[serde(rename = "rechts")]
        right: T,
    },
    /// One of several options.
    #[serde(rename = "Keuze")]
    Choice(Options<T>),
    /// Any of several options.
    #[serde(rename = "Meerkeuze")]
    Choices(Options<T>),
    /// The most important first.
    #[serde(rename = "Rang")]
    Rank(Options<T>),
    /// A whole number from 0 to 10.
    #[serde(rename = "Schaal")]
    Scale {
        #[serde(rename = "laag")]
        low: T,
        #[serde(rename = "hoog")]
        high: T,
        /// Keys of earlier numbers, of which the newest is shown beside this one.
        #[serde(rename = "vergelijk", default)]
        compare: Vec<String>,
    },
    /// Several small scales on one page.
    #[serde(rename = "SchaalGroep")]
    Scales {
        #[serde(rename = "schalen")]
        scales: Vec<Choice<T>>,
        #[serde(rename = "laag")]
        low: T,
        #[serde(rename = "hoog")]
        high: T,
    },
    /// A goal: own words, sign of success, date.
    #[serde(rename = "Doel")]
    Goal {
        /// Words to begin from, such as "Ik leer "; may hold `{key}`.
        #[serde(rename = "begin", default = "none")]
        starter: Option<T>,
        /// A goal to learn something, not to reach something.
        #[serde(rename = "leren", default)]
        learning: bool,
        /// Key of the goal that this one is a part of.
        #[serde(rename = "ouder", default)]
        parent: Option<String>,
    },
    /// Things to do.
    #[serde(rename = "Actie")]
    Tasks {
        #[serde(rename = "wie")]
        who: Who,
        #[serde(rename = "hoogstens", default = "three")]
        most: u8,
        /// Key of a list whose items are offered to choose from.
        #[serde(rename = "uit", default)]
        from: Option<String>,
        /// Things that could be done, offered to choose from.
        #[serde(rename = "suggesties", default = "Vec::new")]
        suggestions: Vec<T>,
    },
    /// If this, then that.
    #[serde(rename = "AlsDan")]
    IfThen {
        /// Words to begin the "if" from; may hold `{key}`.
        #[serde(rename = "begin", default = "none")]
        starter: Option<T>,
    },
    /// People, and what is asked of each.
    #[serde(rename = "Personen")]
    People,
    /// A day.
    #[serde(rename = "Datum")]
    Date,
    /// A day, a time, a place, and who calls.
    #[serde(rename = "Afspraak")]
    Appointment,
    /// Yes, no or not applicable for each item.
    #[serde(rename = "Checklist")]
    Checklist {
        #[serde(rename = "punten")]
        items: Vec<Choice<T>>,
    },
    /// How it went with each task of an earlier answer.
    Status {
        /// Key of the answer with the tasks.
        #[serde(rename = "uit")]
        from: String,
    },
    /// Years, what it was, and why it stopped.
    #[serde(rename = "Tijdlijn")]
    Timeline,
    /// A step of any guide at hand.
    #[serde(rename = "StapRef")]
    StepRef,
}

fn three() -> u8 {
    3
}

/// `Option::default`, without asking anything of `T`.
fn none<T>() -> Option<T> {
    None
}

impl<T> Ask<T> {
    /// The same question with each of its texts made into something else.
    pub fn map<U>(&self, mut make: impl FnMut(&T) -> U) -> Ask<U> {
        let make = &mut make;
        match self {
            Self::Info => Ask::Info,
            Self::Confirm { options } => Ask::Confirm { options: choices(options, make) },
            Self::Text { lines, starter } => Ask::Text { lines: *lines, starter: starter.as_ref().map(make) },
            Self::List { most, wished, suggestions, frames } => Ask::List {
                most: *most,
                wished: *wished,
                suggestions: suggestions.iter().map(make).collect(),
                frames: *frames,
            },
            Self::TwoLists { left, right } => Ask::TwoLists { left: make(left), right: make(right) },
            Self::Choice(options) => Ask::Choice(options.map(make)),
            Self::Choices(options) => Ask::Choices(options.map(make)),
            Self::Rank(options) => Ask::Rank(options.map(make)),
            Self::Scale { low, high, compare } => {
                Ask::Scale { low: make(low), high: make(high), compare: compare.clone() }
            }
            Self::Scales { scales, low, high } => {
                Ask::Scales { scales: choices(scales, make), low: make(low), high: make(high) }
            }
            Self::Goal { starter, learning, parent } => {
                Ask::Goal { starter: starter.as_ref().map(make), learning: *learning, parent: parent.clone() }
            }
            Self::Tasks { who, most, from, suggestions } => Ask::Tasks {
                who: *who,
                most: *most,
                from: from.clone(),
                suggestions: suggestions.iter().map(make).collect(),
            },
            Self::IfThen { starter } => Ask::IfThen { starter: starter.as_ref().map(make) },
            Self::People => Ask::People,
            Self::Date => Ask::Date,
            Self::Appointment => Ask::Appointment,
            Self::Checklist { items } => Ask::Checklist { items: choices(items, make) },
            Self::Status { from } => Ask::Status { from: from.clone() },
            Self::Timeline => Ask::Timeline,
            Self::StepRef => Ask::StepRef,
        }
    }
}

impl<T> Options<T> {
    fn map<U>(&self, make: &mut impl FnMut(&T) -> U) -> Options<U> {
        Options { own: choices(&self.own, make), from: self.from.clone(), most: self.most, other: self.other }
    }
}

fn choices<T, U>(choices: &[Choice<T>], make: &mut impl FnMut(&T) -> U) -> Vec<Choice<U>> {
    let one = |choice: &Choice<T>| Choice {
        id: choice.id.clone(),
        text: make(&choice.text),
        hint: choice.hint.as_ref().map(&mut *make),
    };
    choices.iter().map(one).collect()
}

/// Where options come from, and how many may be taken.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Options<T = String> {
    #[serde(rename = "opties", default = "Vec::new")]
    pub own: Vec<Choice<T>>,
    /// Key of an earlier list whose items are the options.
    #[serde(rename = "uit", default)]
    pub from: Option<String>,
    #[serde(rename = "hoogstens", default)]
    pub most: Option<u8>,
    /// Also "iets anders, namelijk".
    #[serde(rename = "anders", default)]
    pub other: bool,
}

/// An option, an item to tick, a small scale: a stable id and words that may change.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename = "Optie", deny_unknown_fields)]
pub struct Choice<T = String> {
    pub id: String,
    #[serde(rename = "tekst")]
    pub text: T,
    /// One line under the option, for who wants to know what it means.
    #[serde(rename = "hulp", default = "none")]
    pub hint: Option<T>,
}

/// Whose thing it is to do.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub enum Who {
    #[serde(rename = "klant")]
    Client,
    #[serde(rename = "gemeente")]
    Municipality,
    /// Somebody else than these two.
    #[serde(rename = "ander")]
    Other,
}

/// Where an answer may be printed.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Serialize)]
pub enum Print {
    /// In its part of the client's plan, and in the report.
    #[serde(rename = "Plan")]
    Plan(Part),
    /// Under a heading of its own on page 2 of the plan, and in the report.
    #[serde(rename = "Kop")]
    Heading(String),
    /// In the report for the municipality's own file only.
    #[default]
    #[serde(rename = "Verslag")]
    Report,
    /// Nowhere; it still falls under the client's right of access.
    #[serde(rename = "Nooit")]
    Never,
}

/// The parts of the plan that a guide can fill.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Part {
    /// What the client dreams of; stands in for a goal that is not there yet.
    #[serde(rename = "wens")]
    Wish,
    #[serde(rename = "doel")]
    Goal,
    #[serde(rename = "waarom")]
    Why,
    #[serde(rename = "eerste_stuk")]
    FirstPart,
    #[serde(rename = "sterk")]
    Strengths,
    #[serde(rename = "acties")]
    Tasks,
    #[serde(rename = "gemeente")]
    Promises,
    /// If-then plans; inside a loop over tasks each goes under its own task.
    #[serde(rename = "als_dan")]
    IfThens,
    /// If-then plans for when it gets hard: only the helpful half is printed.
    #[serde(rename = "vangnet")]
    SafetyNet,
    #[serde(rename = "hulp")]
    Helpers,
    #[serde(rename = "terugkijken")]
    LookBack,
    /// What has to be settled before any plan.
    #[serde(rename = "eerst_dit")]
    FirstThis,
    /// How the client keeps track.
    #[serde(rename = "bijhouden")]
    KeepTrack,
    /// What the client goes on doing once a goal was reached.
    #[serde(rename = "oogst")]
    Harvest,
    /// What the law asks, apart from what the client chose.
    #[serde(rename = "moet_van_de_wet")]
    Duties,
}
