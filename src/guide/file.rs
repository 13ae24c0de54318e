//! The guide as its authors write it: RON with Dutch keys. Nothing here is checked beyond its shape;
//! [`crate::guide::Guide::check`] turns it into a guide that can be walked.

use serde::{Deserialize, Serialize};

use super::ask::{Ask, Print};
use super::condition::Condition;
use super::path::PathFile;
use super::phrase::Phrase;

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename = "Gids", deny_unknown_fields)]
pub struct GuideFile {
    #[serde(rename = "formaat")]
    pub format: u32,
    pub id: String,
    #[serde(rename = "editie")]
    pub edition: String,
    #[serde(rename = "titel")]
    pub title: String,
    /// One or two sentences: what this guide is for.
    #[serde(rename = "waarvoor", default)]
    pub about: String,
    #[serde(rename = "voor")]
    pub audience: Audience,
    /// Who wrote it and on what it rests.
    #[serde(rename = "makers", default)]
    pub makers: String,
    #[serde(rename = "licentie", default)]
    pub licence: String,
    #[serde(rename = "bronnen", default)]
    pub sources: Vec<SourceFile>,
    /// Language code of what stands under `tweede`, such as "en".
    #[serde(rename = "tweede_taal", default)]
    pub second_language: Option<String>,
    /// Words of the field that this guide explains.
    #[serde(rename = "termen", default)]
    pub terms: Vec<TermFile>,
    /// Keys of the organisation file without which this guide says less than it should.
    #[serde(rename = "nodig", default)]
    pub needs: Vec<String>,
    /// What changed, an edition a line, the newest first.
    #[serde(rename = "wijzigingen", default)]
    pub changes: Vec<String>,
    #[serde(rename = "fasen")]
    pub stages: Vec<StageFile>,
    /// Conversations that the author has thought through: what is answered, and what must follow.
    #[serde(rename = "paden", default)]
    pub paths: Vec<PathFile>,
}

/// A word of the field, explained.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename = "Term", deny_unknown_fields)]
pub struct TermFile {
    #[serde(rename = "woord")]
    pub word: String,
    #[serde(rename = "uitleg")]
    pub meaning: String,
}

#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub enum Audience {
    #[serde(rename = "klant")]
    Client,
    #[serde(rename = "professional")]
    Professional,
}

#[derive(Clone, Debug, Deserialize, Serialize, PartialEq)]
#[serde(rename = "Bron", deny_unknown_fields)]
pub struct SourceFile {
    pub id: String,
    #[serde(rename = "wie")]
    pub author: String,
    #[serde(rename = "jaar")]
    pub year: u16,
    #[serde(rename = "titel")]
    pub title: String,
    #[serde(rename = "uitgever", default)]
    pub publisher: String,
    #[serde(rename = "steunt")]
    pub supports: String,
    #[serde(rename = "sterkte")]
    pub strength: Strength,
    /// What a professional gets out of reading it; empty when it only supports steps.
    #[serde(rename = "lezen", default)]
    pub read_for: String,
}

impl SourceFile {
    /// Author, year, title and publisher, as a list of literature has them.
    #[must_use]
    pub fn reference(&self) -> String {
        let publisher = if self.publisher.is_empty() { String::new() } else { format!(" {}.", self.publisher) };
        format!("{} ({}). {}.{publisher}", self.author, self.year, self.title)
    }
}

/// How strong a source is, in words and never as a grade.
#[derive(Clone, Copy, Debug, Deserialize, Serialize, PartialEq, Eq)]
pub enum Strength {
    /// Many studies point the same way.
    #[serde(rename = "sterk")]
    Strong,
    /// There are indications.
    #[serde(rename = "aanwijzingen")]
    Indications,
    /// Known from practice.
    #[serde(rename = "praktijk")]
    Practice,
    /// From law or policy.
    #[serde(rename = "regels")]
    Rules,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename = "Fase", deny_unknown_fields)]
pub struct StageFile {
    pub id: String,
    #[serde(rename = "titel")]
    pub title: Phrase,
    #[serde(rename = "minuten", default)]
    pub minutes: u16,
    #[serde(rename = "stappen")]
    pub nodes: Vec<NodeFile>,
}

/// What may stand in a list of steps.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub enum NodeFile {
    #[serde(rename = "Stap")]
    Step(Box<StepFile>),
    /// Steps on request: "Wilt u hier verder op ingaan?"
    #[serde(rename = "Dieper")]
    Deeper(DeeperFile),
    /// The same steps for each item of an answer given before.
    #[serde(rename = "Per")]
    Each(EachFile),
    /// Steps under a condition about an earlier answer.
    #[serde(rename = "Als")]
    When(Condition, Vec<NodeFile>),
    /// Go to a step; back at most `hoogstens` times.
    #[serde(rename = "Naar")]
    Jump(JumpFile),
    /// Offer another guide, or a range of its steps, and come back.
    #[serde(rename = "Roep")]
    Call(CallFile),
    /// Offer something to take over at a later question.
    #[serde(rename = "Voorstel")]
    Propose(ProposeFile),
    /// End the guide here.
    #[serde(rename = "Einde")]
    End,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct StepFile {
    pub id: String,
    /// The name of the step in lists; short.
    #[serde(rename = "titel")]
    pub title: Phrase,
    /// Why this step is there, for the klantmanager.
    #[serde(rename = "doel")]
    pub goal: String,
    #[serde(rename = "wie", default)]
    pub for_whom: ForWhom,
    /// A soft time box; 0 when nobody knows.
    #[serde(rename = "minuten", default)]
    pub minutes: u16,
    #[serde(rename = "hulp", default)]
    pub hints: Vec<String>,
    /// Hints that are shown only when a condition holds.
    #[serde(rename = "hulp_als", default)]
    pub hints_when: Vec<(Condition, String)>,
    #[serde(rename = "vraag")]
    pub question: Phrase,
    /// A second, smaller sentence under the question.
    #[serde(rename = "toelichting", default)]
    pub explanation: Option<Phrase>,
    #[serde(rename = "waarom", default)]
    pub why: Option<Phrase>,
    #[serde(rename = "voorbeeld", default)]
    pub example: Option<Phrase>,
    #[serde(rename = "bewijs", default)]
    pub evidence: Vec<String>,
    /// One question; or use `velden` for more than one.
    #[serde(rename = "antwoord", default)]
    pub ask: Option<Ask<Phrase>>,
    #[serde(rename = "afdruk", default)]
    pub print: Print,
    /// Never on the plan or in the report unless the klantmanager adds it knowingly.
    #[serde(rename = "gevoelig", default)]
    pub sensitive: bool,
    /// Not asked, with the branches under it: a local layer leaves it out. Its answers mean what they meant.
    #[serde(rename = "verborgen", default)]
    pub hidden: bool,
    #[serde(rename = "velden", default)]
    pub fields: Vec<FieldFile>,
    #[serde(rename = "takken", default)]
    pub branches: Vec<BranchFile>,
}

impl StepFile {
    /// The keys of all steps in its branches.
    pub(super) fn keys_below(&self) -> Vec<String> {
        let mut keys = Vec::new();
        for branch in &self.branches {
            let (BranchFile::When(_, nodes) | BranchFile::Otherwise(nodes)) = branch;
            for node in nodes {
                node.keys(&mut keys);
            }
        }
        keys
    }
}

impl NodeFile {
    fn keys(&self, keys: &mut Vec<String>) {
        let nodes = match self {
            Self::Step(step) => {
                keys.push(step.id.clone());
                keys.extend(step.fields.iter().map(|field| field.id.clone()));
                keys.extend(step.keys_below());
                return;
            }
            Self::Deeper(deeper) => &deeper.nodes,
            Self::Each(each) => &each.nodes,
            Self::When(_, nodes) => nodes,
            Self::Jump(_) | Self::Call(_) | Self::Propose(_) | Self::End => return,
        };
        for node in nodes {
            node.keys(keys);
        }
    }
}

/// At the table together, or for the klantmanager alone.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, PartialEq, Eq)]
pub enum ForWhom {
    #[default]
    #[serde(rename = "samen")]
    Together,
    #[serde(rename = "klantmanager")]
    Professional,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(rename = "Veld", deny_unknown_fields)]
pub struct FieldFile {
    pub id: String,
    #[serde(rename = "label")]
    pub label: Phrase,
    #[serde(rename = "antwoord")]
    pub ask: Ask<Phrase>,
    #[serde(rename = "afdruk", default)]
    pub print: Print,
    #[serde(rename = "gevoelig", default)]
    pub sensitive: bool,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
pub enum BranchFile {
    #[serde(rename = "Als")]
    When(Condition, Vec<NodeFile>),
    /// When the step was answered and no condition above held.
    #[serde(rename = "Anders")]
    Otherwise(Vec<NodeFile>),
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DeeperFile {
    pub id: String,
    #[serde(rename = "vraag")]
    pub question: Phrase,
    #[serde(rename = "minuten", default)]
    pub minutes: u16,
    #[serde(rename = "stappen")]
    pub nodes: Vec<NodeFile>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct EachFile {
    /// Key of the answer whose items are walked.
    #[serde(rename = "uit")]
    pub over: String,
    /// The word between braces that stands for the item.
    #[serde(rename = "als")]
    pub name: String,
    /// Only for the first so many items.
    #[serde(rename = "hoogstens", default)]
    pub most: Option<u8>,
    #[serde(rename = "stappen")]
    pub nodes: Vec<NodeFile>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct JumpFile {
    #[serde(rename = "stap")]
    pub to: String,
    /// Only for a jump back: how often it is taken. Twice unless said otherwise.
    #[serde(rename = "hoogstens", default)]
    pub cap: Option<u16>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CallFile {
    pub id: String,
    #[serde(rename = "gids")]
    pub guide: String,
    #[serde(rename = "van", default)]
    pub from: Option<String>,
    #[serde(rename = "tot", default)]
    pub to: Option<String>,
    #[serde(rename = "vraag")]
    pub question: Phrase,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ProposeFile {
    /// Key of the question where it is offered.
    #[serde(rename = "bij")]
    pub at: String,
    #[serde(rename = "tekst")]
    pub text: Phrase,
}
