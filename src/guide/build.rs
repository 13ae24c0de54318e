//! First half of checking: lays the tree out as nodes, and writes down every use of a name for [`super::resolve`].

use std::collections::{BTreeMap, BTreeSet};

use super::checked::{Call, Each, Offer, Proposal, Stage, Step};
use super::condition::Condition;
use super::file::{
    Audience, BranchFile, CallFile, DeeperFile, EachFile, ForWhom, GuideFile, JumpFile, NodeFile, ProposeFile, StepFile,
};
use super::finding::Kind;
use super::limits;
use super::locate::Way;
use super::node::{At, Node};
use super::words::Words;
use crate::texts::reading::Reading;

/// A fault before its place in the text is looked up.
pub(super) struct Fault {
    pub kind: Kind,
    pub trail: Vec<Way>,
    pub step: Option<String>,
    pub about: Vec<String>,
}

/// A name that is used somewhere and must mean something.
pub(super) struct Use {
    pub trail: Vec<Way>,
    pub step: Option<String>,
    pub of: Used,
}

pub(super) enum Used {
    /// A place in a text; `sure` when the walk only comes here with an answer to it.
    Prefill {
        key: String,
        safe: bool,
    },
    /// A condition, and the keys of the step it is about by default.
    Condition {
        condition: Condition,
        own: Vec<String>,
    },
    /// Options or proposals from the items of an earlier answer.
    Items {
        key: String,
    },
    Target {
        to: String,
        from: At,
        loops: Vec<usize>,
    },
    /// A question at which something is proposed, at this node.
    Proposal {
        key: String,
        from: At,
    },
    /// A number to compare with.
    Number {
        key: String,
    },
    Goal {
        key: String,
    },
    /// Tasks of which the status is asked.
    Tasks {
        key: String,
    },
    /// A key of the organisation file.
    Organisation(String),
    Source(String),
    Guide(String),
}

#[derive(Default)]
pub(super) struct Builder {
    pub stages: Vec<Stage>,
    pub steps: Vec<Step>,
    pub offers: Vec<Offer>,
    pub loops: Vec<Each>,
    pub calls: Vec<Call>,
    pub proposals: Vec<Proposal>,
    pub nodes: Vec<Node>,
    pub places: BTreeMap<String, At>,
    pub keys: BTreeMap<String, (usize, usize)>,
    /// Keys of steps under a hidden one: there is never an answer, and what a text says in their place serves.
    pub not_asked: BTreeSet<String>,
    trails: BTreeMap<String, Vec<Way>>,
    /// The way to each branch in the file, by its node.
    branches: BTreeMap<At, Vec<Way>>,
    /// The loops around each step, outermost first.
    pub loops_of: BTreeMap<String, Vec<usize>>,
    pub faults: Vec<Fault>,
    pub uses: Vec<Use>,
    pub(super) ids: BTreeSet<String>,
    pub(super) trail: Vec<Way>,
    pub(super) step: Option<String>,
    /// Loops around this point: index and word.
    pub(super) around: Vec<(usize, String)>,
    /// Keys that have an answer wherever the walk comes by here.
    pub(super) sure: Vec<String>,
    pub(super) has_second_language: bool,
    /// What is read now is for the client.
    pub(super) for_client: bool,
    /// What the client reads, measured over the whole guide.
    pub reading: Reading,
    /// Nesting that takes a step out of the core.
    outside_core: usize,
    depth: usize,
}

impl Builder {
    pub fn guide(&mut self, file: &GuideFile) {
        self.id("id", &file.id, false);
        self.text("titel", &file.title, true);
        self.text("waarvoor", &file.about, false);
        self.has_second_language = file.second_language.is_some();
        self.for_client = file.audience == Audience::Client;
        for (at, key) in file.needs.iter().enumerate() {
            self.note(&[Way::Field("nodig"), Way::Entry(at)], Used::Organisation(key.clone()));
        }
        for (at, source) in file.sources.iter().enumerate() {
            self.under(&[Way::Field("bronnen"), Way::Entry(at)], |b| b.id("id", &source.id, false));
        }
        if file.stages.is_empty() {
            self.fault(Kind::NoSteps, vec![file.title.clone()]);
        }
        for (at, stage) in file.stages.iter().enumerate() {
            self.under(&[Way::Field("fasen"), Way::Entry(at)], |b| {
                b.id("id", &stage.id, true);
                b.phrase("titel", &stage.title);
                b.stages.push(Stage { id: stage.id.clone(), title: stage.title.clone(), minutes: stage.minutes });
                if stage.nodes.is_empty() {
                    b.fault(Kind::NoSteps, vec![stage.title.polite.clone()]);
                }
                b.nodes_in("stappen", &stage.nodes);
            });
        }
        self.nodes.push(Node::End);
    }

    /// The way to a step in the file.
    pub fn trail_of(&self, step: &str) -> &[Way] {
        self.trails.get(step).map_or(&[], Vec::as_slice)
    }

    /// The way to the branch of this node.
    pub fn trail_of_branch(&self, at: At) -> &[Way] {
        self.branches.get(&at).map_or(&[], Vec::as_slice)
    }

    fn nodes_in(&mut self, field: &'static str, nodes: &[NodeFile]) {
        self.under(&[Way::Field(field)], |b| b.list(nodes));
    }

    fn list(&mut self, nodes: &[NodeFile]) {
        self.depth += 1;
        if self.depth > limits::DEPTH {
            self.fault(Kind::TooDeep, vec!["lists".to_owned(), limits::DEPTH.to_string()]);
        } else {
            for (at, node) in nodes.iter().enumerate() {
                self.under(&[Way::Entry(at)], |b| b.node(node));
            }
        }
        self.depth -= 1;
    }

    fn node(&mut self, node: &NodeFile) {
        match node {
            NodeFile::Step(step) => self.step(step),
            NodeFile::Deeper(deeper) => self.deeper(deeper),
            NodeFile::Each(each) => self.each(each),
            NodeFile::When(condition, nodes) => self.when(condition, nodes, &[]),
            NodeFile::Jump(jump) => self.jump(jump),
            NodeFile::Call(call) => self.call(call),
            NodeFile::Propose(propose) => self.propose(propose),
            NodeFile::End => self.nodes.push(Node::End),
        }
    }

    fn step(&mut self, file: &StepFile) {
        let outer = self.step.replace(file.id.clone());
        let for_client = self.for_client;
        self.for_client &= file.for_whom == ForWhom::Together;
        self.id("id", &file.id, true);
        self.phrase("titel", &file.title);
        self.text("doel", &file.goal, true);
        let fields = self.fields(file);
        let number = self.steps.len();
        for (at, field) in fields.iter().enumerate() {
            self.keys.entry(field.key.clone()).or_insert((number, at));
        }
        let own: Vec<String> = fields.iter().map(|field| field.key.clone()).collect();
        let hints = self.texts("hulp", &file.hints);
        let hints_when = self.hints_when(file, &own);
        let question = self.words("vraag", &file.question);
        let explanation = file.explanation.as_ref().map(|text| self.words("toelichting", text));
        for (name, text) in [("waarom", &file.why), ("voorbeeld", &file.example)] {
            if let Some(text) = text {
                self.phrase(name, text);
            }
        }
        for (at, source) in file.evidence.iter().enumerate() {
            self.note(&[Way::Field("bewijs"), Way::Entry(at)], Used::Source(source.clone()));
        }
        self.places.entry(file.id.clone()).or_insert(self.nodes.len());
        self.trails.entry(file.id.clone()).or_insert_with(|| self.trail.clone());
        self.loops_of.entry(file.id.clone()).or_insert_with(|| self.around.iter().map(|(each, _)| *each).collect());
        self.steps.push(Step {
            id: file.id.clone(),
            stage: self.stages.len().saturating_sub(1),
            title: file.title.clone(),
            goal: file.goal.clone(),
            for_whom: file.for_whom,
            minutes: file.minutes,
            hints,
            hints_when,
            question,
            explanation,
            why: file.why.clone(),
            example: file.example.clone(),
            evidence: file.evidence.clone(),
            fields,
            hidden: file.hidden,
            core: self.outside_core == 0 && !file.hidden,
        });
        self.for_client = for_client;
        self.nodes.push(Node::Ask(number));
        if file.hidden {
            self.not_asked.extend(file.keys_below());
        } else {
            self.branches(&file.branches, &own);
        }
        self.step = outer;
    }

    fn hints_when(&mut self, file: &StepFile, own: &[String]) -> Vec<(Condition, Words)> {
        let mut hints = Vec::new();
        for (at, (condition, hint)) in file.hints_when.iter().enumerate() {
            self.under(&[Way::Field("hulp_als"), Way::Entry(at)], |b| {
                b.under(&[Way::Entry(0)], |b| b.condition(condition, own));
                b.under(&[Way::Entry(1)], |b| {
                    b.plain(hint, true);
                    hints.push((about(condition, own), b.places(hint)));
                });
            });
        }
        hints
    }

    fn branches(&mut self, branches: &[BranchFile], own: &[String]) {
        let mut conditions = Vec::new();
        for (at, branch) in branches.iter().enumerate() {
            self.under(&[Way::Field("takken"), Way::Entry(at)], |b| match branch {
                BranchFile::When(condition, nodes) => {
                    b.when(condition, nodes, own);
                    conditions.push(about(condition, own));
                }
                BranchFile::Otherwise(nodes) => {
                    if conditions.is_empty() || at + 1 != branches.len() {
                        b.fault(Kind::MisplacedOtherwise, own.to_vec());
                    }
                    let none = Condition::Not(Box::new(Condition::Any(conditions.clone())));
                    b.tested(none, nodes, own);
                }
            });
        }
    }

    fn when(&mut self, condition: &Condition, nodes: &[NodeFile], own: &[String]) {
        self.under(&[Way::Entry(0)], |b| b.condition(condition, own));
        self.under(&[Way::Entry(1)], |b| b.tested(about(condition, own), nodes, &promised(condition, own)));
    }

    /// The steps under a condition: walked when it holds, passed over when not.
    fn tested(&mut self, condition: Condition, nodes: &[NodeFile], sure: &[String]) {
        let test = self.nodes.len();
        self.branches.insert(test, self.trail.clone());
        self.nodes.push(Node::Test { condition, otherwise: 0 });
        let known = self.sure.len();
        self.sure.extend_from_slice(sure);
        self.outside_core += 1;
        self.list(nodes);
        self.outside_core -= 1;
        self.sure.truncate(known);
        let end = self.nodes.len();
        if let Some(Node::Test { otherwise, .. }) = self.nodes.get_mut(test) {
            *otherwise = end;
        }
    }

    fn condition(&mut self, condition: &Condition, own: &[String]) {
        self.note(&[], Used::Condition { condition: condition.clone(), own: own.to_vec() });
    }

    fn deeper(&mut self, file: &DeeperFile) {
        self.id("id", &file.id, true);
        let question = self.words("vraag", &file.question);
        let (offer, node, before) = (self.offers.len(), self.nodes.len(), self.steps.len());
        let stage = self.stages.len().saturating_sub(1);
        self.offers.push(Offer { id: file.id.clone(), stage, question, minutes: file.minutes, steps: 0 });
        self.nodes.push(Node::Offer { offer, after: 0 });
        self.outside_core += 1;
        self.nodes_in("stappen", &file.nodes);
        self.outside_core -= 1;
        let (end, steps) = (self.nodes.len(), self.steps.len() - before);
        if let Some(Node::Offer { after, .. }) = self.nodes.get_mut(node) {
            *after = end;
        }
        if let Some(offer) = self.offers.get_mut(offer) {
            offer.steps = steps;
        }
    }

    fn each(&mut self, file: &EachFile) {
        self.note(&[Way::Field("uit")], Used::Items { key: file.over.clone() });
        let (each, node) = (self.loops.len(), self.nodes.len());
        self.loops.push(Each { over: file.over.clone(), name: file.name.clone(), most: file.most });
        self.nodes.push(Node::Each { each, after: 0 });
        self.around.push((each, file.name.clone()));
        if self.around.len() > limits::LOOPS {
            self.fault(Kind::TooDeep, vec!["loops".to_owned(), limits::LOOPS.to_string()]);
        }
        self.nodes_in("stappen", &file.nodes);
        self.around.pop();
        self.nodes.push(Node::Next { each_at: node });
        let end = self.nodes.len();
        if let Some(Node::Each { after, .. }) = self.nodes.get_mut(node) {
            *after = end;
        }
    }

    fn jump(&mut self, file: &JumpFile) {
        let from = self.nodes.len();
        let loops = self.around.iter().map(|(each, _)| *each).collect();
        self.note(&[Way::Field("stap")], Used::Target { to: file.to.clone(), from, loops });
        if file.cap.is_some_and(|cap| cap == 0 || cap > limits::JUMPS_BACK_MOST) {
            self.under(&[Way::Field("hoogstens")], |b| {
                b.fault(Kind::UncappedCycle, vec![file.to.clone(), limits::JUMPS_BACK_MOST.to_string()]);
            });
        }
        self.nodes.push(Node::Jump { to: 0, cap: file.cap });
    }

    fn call(&mut self, file: &CallFile) {
        self.id("id", &file.id, true);
        let question = self.words("vraag", &file.question);
        self.note(&[Way::Field("gids")], Used::Guide(file.guide.clone()));
        self.nodes.push(Node::Call(self.calls.len()));
        self.calls.push(Call {
            id: file.id.clone(),
            stage: self.stages.len().saturating_sub(1),
            guide: file.guide.clone(),
            from: file.from.clone(),
            to: file.to.clone(),
            question,
        });
    }

    fn propose(&mut self, file: &ProposeFile) {
        let text = self.words("tekst", &file.text);
        self.note(&[Way::Field("bij")], Used::Proposal { key: file.at.clone(), from: self.nodes.len() });
        self.nodes.push(Node::Propose(self.proposals.len()));
        self.proposals.push(Proposal { at: file.at.clone(), text });
    }

    pub(super) fn under(&mut self, way: &[Way], inside: impl FnOnce(&mut Self)) {
        let length = self.trail.len();
        self.trail.extend_from_slice(way);
        inside(self);
        self.trail.truncate(length);
    }

    pub(super) fn note(&mut self, way: &[Way], of: Used) {
        let trail = self.trail.iter().chain(way).cloned().collect();
        self.uses.push(Use { trail, step: self.step.clone(), of });
    }

    pub fn fault(&mut self, kind: Kind, about: Vec<String>) {
        self.faults.push(Fault { kind, trail: self.trail.clone(), step: self.step.clone(), about });
    }
}

/// The condition with its subject spelled out: the first field of the step that the branch hangs under.
fn about(condition: &Condition, own: &[String]) -> Condition {
    match (condition, own.first()) {
        (Condition::About(..) | Condition::Flag(_), _) | (_, None) => condition.clone(),
        (Condition::All(all), _) => Condition::All(all.iter().map(|c| about(c, own)).collect()),
        (Condition::Any(any), _) => Condition::Any(any.iter().map(|c| about(c, own)).collect()),
        (Condition::Not(inner), _) => Condition::Not(Box::new(about(inner, own))),
        (condition, Some(key)) => Condition::About(key.clone(), Box::new(condition.clone())),
    }
}

/// The keys that must have an answer for the condition to hold.
fn promised(condition: &Condition, own: &[String]) -> Vec<String> {
    match condition {
        Condition::Empty
        | Condition::Skipped
        | Condition::Visit(_)
        | Condition::Times(..)
        | Condition::Flag(_)
        | Condition::Any(_)
        | Condition::Not(_) => Vec::new(),
        Condition::About(key, inner) => promised(inner, std::slice::from_ref(key)),
        Condition::All(all) => all.iter().flat_map(|condition| promised(condition, own)).collect(),
        _ => own.first().cloned().into_iter().collect(),
    }
}
