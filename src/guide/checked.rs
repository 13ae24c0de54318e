//! A guide that was checked: everything after it can trust its ids, its jumps and its keys.

use std::collections::BTreeMap;

use super::ask::{Ask, Print};
use super::condition::Condition;
use super::file::{Audience, ForWhom, SourceFile};
use super::node::{At, Node};
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
    pub(super) stages: Vec<Stage>,
    pub(super) steps: Vec<Step>,
    pub(super) offers: Vec<Offer>,
    pub(super) loops: Vec<Each>,
    pub(super) calls: Vec<Call>,
    pub(super) nodes: Vec<Node>,
    /// Where each step stands in `nodes`.
    pub(super) places: BTreeMap<String, At>,
    /// Which step, and which of its fields, a key means.
    pub(super) keys: BTreeMap<String, (usize, usize)>,
}

#[derive(Clone, Debug)]
pub struct Stage {
    pub id: String,
    pub title: String,
    /// How long it takes, for the klantmanager's pane; 0 when nobody knows.
    pub minutes: u16,
}

#[derive(Clone, Debug)]
pub struct Step {
    pub id: String,
    /// Index into [`Guide::stages`].
    pub stage: usize,
    pub title: String,
    pub goal: String,
    pub for_whom: ForWhom,
    pub hints: Vec<Words>,
    pub hints_when: Vec<(Condition, Words)>,
    pub question: Words,
    pub explanation: Option<Words>,
    pub why: Option<String>,
    pub example: Option<String>,
    /// Ids of sources.
    pub evidence: Vec<String>,
    pub fields: Vec<Field>,
    /// Whether it belongs to the core: on the route without anything being opened or branched into.
    pub core: bool,
}

#[derive(Clone, Debug)]
pub struct Field {
    pub key: String,
    /// Empty when the step has only this field: then the question is its label.
    pub label: String,
    pub ask: Ask,
    pub print: Print,
    pub sensitive: bool,
}

/// Depth on request.
#[derive(Clone, Debug)]
pub struct Offer {
    pub id: String,
    pub stage: usize,
    pub question: Words,
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
    pub question: Words,
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

    /// Where a step stands among the nodes.
    #[must_use]
    pub fn place_of(&self, step: &str) -> Option<At> {
        self.places.get(step).copied()
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
