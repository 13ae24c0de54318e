//! What a step asks, and where the answer goes on paper. Shared by the raw file and the checked guide.

use serde::{Deserialize, Serialize};

/// What one field of a step asks. The Dutch names are those of the guide file.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub enum Ask {
    /// Nothing: read and go on.
    Info,
    /// Two or three labelled options and room for a remark.
    #[serde(rename = "Bevestiging")]
    Confirm {
        #[serde(rename = "opties")]
        options: Vec<Choice>,
    },
    /// Free words.
    #[serde(rename = "Tekst")]
    Text {
        /// Height of the box, in lines.
        #[serde(rename = "regels", default = "three")]
        lines: u8,
        /// Words to begin from; may hold `{key}`.
        #[serde(rename = "begin", default)]
        starter: Option<String>,
    },
    /// Several short answers.
    #[serde(rename = "Lijst")]
    List {
        #[serde(rename = "hoogstens", default)]
        most: Option<u8>,
        /// A soft wish; never blocks.
        #[serde(rename = "liefst", default)]
        wished: Option<u8>,
        #[serde(rename = "suggesties", default)]
        suggestions: Vec<String>,
        /// What the municipality has fixed is offered too, from the organisation file.
        #[serde(rename = "kaders", default)]
        frames: bool,
    },
    /// Two lists side by side.
    #[serde(rename = "Tweelijst")]
    TwoLists {
        #[serde(rename = "links")]
        left: String,
        #[serde(rename = "rechts")]
        right: String,
    },
    /// One of several options.
    #[serde(rename = "Keuze")]
    Choice(Options),
    /// Any of several options.
    #[serde(rename = "Meerkeuze")]
    Choices(Options),
    /// The most important first.
    #[serde(rename = "Rang")]
    Rank(Options),
    /// A whole number from 0 to 10.
    #[serde(rename = "Schaal")]
    Scale {
        #[serde(rename = "laag")]
        low: String,
        #[serde(rename = "hoog")]
        high: String,
    },
    /// Several small scales on one page.
    #[serde(rename = "SchaalGroep")]
    Scales {
        #[serde(rename = "schalen")]
        scales: Vec<Choice>,
        #[serde(rename = "laag")]
        low: String,
        #[serde(rename = "hoog")]
        high: String,
    },
    /// A goal: own words, sign of success, date.
    #[serde(rename = "Doel")]
    Goal {
        /// Words to begin from, such as "Ik leer "; may hold `{key}`.
        #[serde(rename = "begin", default)]
        starter: Option<String>,
        /// A goal to learn something, not to reach something.
        #[serde(rename = "leren", default)]
        learning: bool,
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
        #[serde(rename = "suggesties", default)]
        suggestions: Vec<String>,
    },
    /// If this, then that.
    #[serde(rename = "AlsDan")]
    IfThen {
        /// Words to begin the "if" from; may hold `{key}`.
        #[serde(rename = "begin", default)]
        starter: Option<String>,
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
        items: Vec<Choice>,
    },
}

fn three() -> u8 {
    3
}

/// Where options come from, and how many may be taken.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Options {
    #[serde(rename = "opties", default)]
    pub own: Vec<Choice>,
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
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(rename = "Optie", deny_unknown_fields)]
pub struct Choice {
    pub id: String,
    #[serde(rename = "tekst")]
    pub text: String,
    /// One line under the option, for who wants to know what it means.
    #[serde(rename = "hulp", default)]
    pub hint: Option<String>,
}

/// Whose thing it is to do.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub enum Who {
    #[serde(rename = "klant")]
    Client,
    #[serde(rename = "gemeente")]
    Municipality,
}

/// Where an answer may be printed.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
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
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
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
    /// What the law asks, apart from what the client chose.
    #[serde(rename = "moet_van_de_wet")]
    Duties,
}
