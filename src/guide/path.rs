//! Path tests: a conversation that the author has thought through, and what must come of it.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename = "Pad", deny_unknown_fields)]
pub struct PathFile {
    #[serde(rename = "naam")]
    pub name: String,
    /// Key and what is said there, in the order in which it is said. `key#2` is the second asking, `key@2` the second
    /// thing of a loop.
    #[serde(rename = "antwoorden")]
    pub answers: Vec<(String, Said)>,
    /// Flags of the organisation file.
    #[serde(rename = "kenmerken", default)]
    pub flags: Vec<String>,
    /// What was said in an earlier conversation: `guide/key` and answer.
    #[serde(rename = "eerder", default)]
    pub earlier: Vec<(String, Said)>,
    /// Steps on the route, in this order; others may stand between.
    #[serde(rename = "langs", default)]
    pub along: Vec<String>,
    /// Steps that are not on the route.
    #[serde(rename = "niet", default)]
    pub not: Vec<String>,
    /// The last step of the route.
    #[serde(rename = "eindigt", default)]
    pub ends: Option<String>,
    /// What is offered to take over: the key of the question, and words of the proposal.
    #[serde(rename = "voorstellen", default)]
    pub proposed: Vec<(String, String)>,
    /// Words that stand on the client's plan.
    #[serde(rename = "plan", default)]
    pub plan: Vec<String>,
    #[serde(rename = "niet_op_plan", default)]
    pub not_on_plan: Vec<String>,
}

/// What is said at one step, short enough to write by hand.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
pub enum Said {
    /// An `Info` was read.
    #[serde(rename = "Gelezen")]
    Seen,
    #[serde(rename = "Tekst")]
    Text(String),
    #[serde(rename = "Cijfer")]
    Number(u8),
    #[serde(rename = "Kies")]
    Picked(Vec<String>),
    /// Lines of a list or a time line.
    #[serde(rename = "Lijst")]
    List(Vec<String>),
    #[serde(rename = "Lijsten")]
    TwoLists(Vec<String>, Vec<String>),
    #[serde(rename = "Cijfers")]
    Numbers(Vec<(String, u8)>),
    #[serde(rename = "Doel")]
    Goal(String),
    /// A goal that is to be ready in so many days.
    #[serde(rename = "DoelOver")]
    GoalIn(String, u16),
    #[serde(rename = "Acties")]
    Tasks(Vec<String>),
    #[serde(rename = "AlsDan")]
    IfThen(String, String),
    #[serde(rename = "Mensen")]
    People(Vec<String>),
    /// A day or an appointment in so many days.
    #[serde(rename = "OverDagen")]
    InDays(u16),
    #[serde(rename = "Punten")]
    Checks {
        #[serde(rename = "ja", default)]
        yes: Vec<String>,
        #[serde(rename = "nee", default)]
        no: Vec<String>,
    },
    /// How it went with each task, in their order.
    #[serde(rename = "Statussen")]
    Statuses(Vec<String>),
    /// The step is set aside as not needed.
    #[serde(rename = "Overslaan")]
    Skip,
    /// The step is kept for later.
    #[serde(rename = "Bewaren")]
    Park,
    /// An offer of depth or of another guide is taken up.
    #[serde(rename = "Nu")]
    Now,
    #[serde(rename = "Straks")]
    NextTime,
    #[serde(rename = "Nee")]
    No,
}
