//! A guide that was checked: everything after it can trust its ids, its jumps and its keys.

use std::collections::{BTreeMap, BTreeSet};

use super::ask::{Ask, Print};
use super::condition::Condition;
use super::file::{Audience, ForWhom, SourceFile, TermFile};
use super::node::{At, Node};
use super::path::PathFile;
use super::phrase::Phrase;
use super::words::Words;
use crate::dossier::event::GuideRef;

/// One edition of a guide. Only checking makes one, see [`Guide::read`](super::Guide::read).
#[derive(Clone, Debug)]
pub struct Guide {
    pub(super) name: GuideRef,
    pub(super) title: String,
    pub(super) about: String,
    pub(super) audience: Audience,
    pub(super) makers: String,
    pub(super) licence: String,
    pub(super) sources: Vec<SourceFile>,
    pub(super) second_language: Option<String>,
    pub(super) terms: Vec<TermFile>,
    pub(super) needs: Vec<String>,
    pub(super) changes: Vec<String>,
    pub(super) paths: Vec<PathFile>,
    pub(super) stages: Vec<Stage>,
    pub(super) steps: Vec<Step>,
    pub(super) offers: Vec<Offer>,
    pub(super) loops: Vec<Each>,
    pub(super) calls: Vec<Call>,
    pub(super) proposals: Vec<Proposal>,
    pub(super) nodes: Vec<Node>,
    /// Where each step stands in `nodes`.
    pub(super) places: BTreeMap<String, At>,
    /// Which step, and which of its fields, a key means.
    pub(super) keys: BTreeMap<String, (usize, usize)>,
}

#[derive(Clone, Debug)]
pub struct Stage {
    pub id: String,
    pub title: Phrase,
    /// How long it takes, for the klantmanager's pane; 0 when nobody knows.
    pub minutes: u16,
}

#[derive(Clone, Debug)]
pub struct Step {
    pub id: String,
    /// Index into [`Guide::stages`].
    pub stage: usize,
    pub title: Phrase,
    pub goal: String,
    pub for_whom: ForWhom,
    /// A soft time box; 0 when nobody knows.
    pub minutes: u16,
    pub hints: Vec<Words>,
    pub hints_when: Vec<(Condition, Words)>,
    pub question: Phrase<Words>,
    pub explanation: Option<Phrase<Words>>,
    pub why: Option<Phrase>,
    pub example: Option<Phrase>,
    /// Ids of sources.
    pub evidence: Vec<String>,
    pub fields: Vec<Field>,
    /// Left out by a local layer: it is there and never asked.
    pub hidden: bool,
    /// Whether it belongs to the core: on the route without anything being opened or branched into.
    pub core: bool,
}

#[derive(Clone, Debug)]
pub struct Field {
    pub key: String,
    /// Empty when the step has only this field: then the question is its label.
    pub label: Phrase,
    pub ask: Ask<Phrase>,
    pub print: Print,
    pub sensitive: bool,
}

/// Depth on request.
#[derive(Clone, Debug)]
pub struct Offer {
    pub id: String,
    pub stage: usize,
    pub question: Phrase<Words>,
    pub minutes: u16,
    /// How many steps it holds.
    pub steps: usize,
}

#[derive(Clone, Debug)]
pub struct Each {
    /// Key of the answer whose items are walked.
    pub over: String,
    /// The word that stands for the item.
    pub name: String,
    pub most: Option<u8>,
}

/// Another guide, or a range of its steps.
#[derive(Clone, Debug)]
pub struct Call {
    pub id: String,
    pub stage: usize,
    pub guide: String,
    pub from: Option<String>,
    pub to: Option<String>,
    pub question: Phrase<Words>,
}

/// Something to take over at a later question.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// Key of the question where it is offered.
    pub at: String,
    pub text: Phrase<Words>,
}

impl Guide {
    #[must_use]
    pub fn name(&self) -> &GuideRef {
        &self.name
    }

    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    #[must_use]
    pub fn about(&self) -> &str {
        &self.about
    }

    #[must_use]
    pub fn audience(&self) -> Audience {
        self.audience
    }

    #[must_use]
    pub fn makers(&self) -> &str {
        &self.makers
    }

    #[must_use]
    pub fn licence(&self) -> &str {
        &self.licence
    }

    #[must_use]
    pub fn sources(&self) -> &[SourceFile] {
        &self.sources
    }

    /// The sources that a professional gets something out of reading.
    pub fn reading_list(&self) -> impl Iterator<Item = &SourceFile> {
        self.sources.iter().filter(|source| !source.read_for.trim().is_empty())
    }

    #[must_use]
    pub fn source(&self, id: &str) -> Option<&SourceFile> {
        self.sources.iter().find(|source| source.id == id)
    }

    #[must_use]
    pub fn stages(&self) -> &[Stage] {
        &self.stages
    }

    /// Every step in the tree, in reading order.
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    #[must_use]
    pub fn step(&self, id: &str) -> Option<&Step> {
        match self.nodes.get(*self.places.get(id)?)? {
            Node::Ask(step) => self.steps.get(*step),
            _ => None,
        }
    }

    #[must_use]
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    #[must_use]
    pub fn offers(&self) -> &[Offer] {
        &self.offers
    }

    #[must_use]
    pub fn loops(&self) -> &[Each] {
        &self.loops
    }

    #[must_use]
    pub fn calls(&self) -> &[Call] {
        &self.calls
    }

    #[must_use]
    pub fn proposals(&self) -> &[Proposal] {
        &self.proposals
    }

    /// Language code of the second language, where it has one.
    #[must_use]
    pub fn second_language(&self) -> Option<&str> {
        self.second_language.as_deref()
    }

    /// Words of the field that it explains.
    #[must_use]
    pub fn terms(&self) -> &[TermFile] {
        &self.terms
    }

    /// Keys of the organisation file that it leans on.
    #[must_use]
    pub fn needs(&self) -> &[String] {
        &self.needs
    }

    /// What changed, an edition a line, the newest first.
    #[must_use]
    pub fn changes(&self) -> &[String] {
        &self.changes
    }

    /// The conversations that its author has thought through.
    #[must_use]
    pub fn paths(&self) -> &[PathFile] {
        &self.paths
    }

    /// Where a step stands among the nodes.
    #[must_use]
    pub fn place_of(&self, step: &str) -> Option<At> {
        self.places.get(step).copied()
    }

    /// Every condition in it: of branches, by their node, and of hints.
    pub fn conditions(&self) -> impl Iterator<Item = &Condition> {
        let branches = self.nodes.iter().filter_map(|node| match node {
            Node::Test { condition, .. } => Some(condition),
            _ => None,
        });
        branches.chain(self.steps.iter().flat_map(|step| step.hints_when.iter().map(|(condition, _)| condition)))
    }

    /// Flags of the organisation file that its conditions name.
    #[must_use]
    pub fn flags(&self) -> BTreeSet<String> {
        self.named(|atom| if let Condition::Flag(flag) = atom { Some(flag) } else { None })
    }

    /// Thresholds of the organisation file that its conditions name.
    #[must_use]
    pub fn thresholds(&self) -> BTreeSet<String> {
        self.named(|atom| if let Condition::Below(name, _) = atom { Some(name) } else { None })
    }

    fn named(&self, name_in: impl Fn(&Condition) -> Option<&String>) -> BTreeSet<String> {
        let mut names = BTreeSet::new();
        for condition in self.conditions() {
            condition.each(&mut |_, atom| names.extend(name_in(atom).cloned()));
        }
        names
    }

    /// The innermost loop around a step.
    #[must_use]
    pub fn loop_around(&self, step: &str) -> Option<&Each> {
        let at = self.place_of(step)?;
        let mut around = self.nodes.iter().enumerate().take(at).rev().filter_map(|(from, node)| match node {
            Node::Each { each, after } if (from..*after).contains(&at) => Some(*each),
            _ => None,
        });
        self.loops.get(around.next()?)
    }

    /// The field that a key means.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&Field> {
        let (step, field) = *self.keys.get(key)?;
        self.steps.get(step)?.fields.get(field)
    }

    /// The step that asks for a key.
    #[must_use]
    pub fn step_of_key(&self, key: &str) -> Option<&Step> {
        let (step, _) = *self.keys.get(key)?;
        self.steps.get(step)
    }
}
