//! Many conversations with one guide, each with other answers: does any of them strand, and is there a branch that none
//! of them takes?
//!
//! Answers are chosen on both sides of every boundary. A branch that chance did not take gets conversations of its own,
//! with answers that make its condition hold.

use std::collections::{BTreeMap, BTreeSet};

use super::answers::Boundaries;
use super::chance::Chance;
use super::elsewhere;
use super::guard::{Can, Wanted, can_hold, guards};
use super::shrink;
use super::trial::Trial;
use crate::dossier::answer::Answer;
use crate::dossier::event::{Aside, Route, When};
use crate::dossier::ids::Place;
use crate::guide::condition::Condition;
use crate::guide::{At, Guide, Kind, Library, Node, Organisation, Remark, Spot, Step};
use crate::walk::{STOPS, Status, Stop, StopKind, Walk};

/// Conversations by chance that a guide of ordinary size gets.
pub const WALKS: usize = 200;
/// Steps times conversations, so that a large guide takes no longer than a small one.
const WORK: usize = 40_000;
/// A conversation is looked at again after each round of answers; jumps back take a round each.
const ROUNDS: usize = 60;

/// How many conversations by chance a guide of so many steps gets: 200, and fewer for more than 200 steps, at least 4.
#[must_use]
pub fn walks_for(steps: usize) -> usize {
    WORK.checked_div(steps).unwrap_or(WALKS).clamp(4, WALKS)
}

/// What walking a guide shows.
pub(super) fn remarks(library: &Library, guide: &Guide) -> Vec<Remark> {
    let mut wanderer = Wanderer::new(library, guide);
    let mut remarks = wanderer.too_long();
    if !remarks.is_empty() {
        return remarks;
    }
    let walks = walks_for(guide.steps().len());
    for seed in 0..walks {
        wanderer.by_chance(u64::try_from(seed).unwrap_or(0));
    }
    remarks.extend(wanderer.branches_not_taken(walks * 2));
    remarks.extend(wanderer.stranded.into_values());
    remarks
}

struct Wanderer<'a> {
    library: Library,
    guide: &'a Guide,
    boundaries: Boundaries,
    /// Keys of other guides that it leans on, with the answers to try there.
    elsewhere: Vec<(String, Vec<Answer>)>,
    flags: Vec<String>,
    taken: BTreeSet<At>,
    /// Steps that some conversation came by.
    reached: BTreeSet<String>,
    /// By the step where a conversation strands.
    stranded: BTreeMap<String, Remark>,
}

impl<'a> Wanderer<'a> {
    fn new(library: &Library, guide: &'a Guide) -> Self {
        Self {
            library: library.clone(),
            guide,
            elsewhere: elsewhere::answers(library, guide),
            boundaries: Boundaries::of(guide),
            flags: guide.flags().into_iter().collect(),
            taken: BTreeSet::new(),
            reached: BTreeSet::new(),
            stranded: BTreeMap::new(),
        }
    }

    /// A guide whose longest route is cut off.
    fn too_long(&self) -> Vec<Remark> {
        let mut trial = Trial::new(&self.library);
        trial.begin(self.guide.name(), Route::Whole);
        let most = trial.walk().still.most.filter(|most| *most > STOPS);
        let about = |most: usize| vec![STOPS.to_string(), most.to_string()];
        let remark = |most| Remark { kind: Kind::TooLongRoute, at: Spot::Start, step: None, about: about(most) };
        most.map(remark).into_iter().collect()
    }

    fn by_chance(&mut self, seed: u64) {
        let mut chance = Chance::new(seed);
        let flags = self.flags.iter().filter(|_| chance.happens(50)).cloned().collect();
        let route = if chance.happens(50) { Route::Whole } else { Route::Core };
        let before = usize::from(chance.happens(30));
        self.converse((BTreeMap::new(), flags), route, before, &mut chance);
    }

    /// Holds a conversation, after `before` earlier ones with the same wanted answers.
    fn converse(&mut self, (wanted, flags): Wanted, route: Route, before: usize, chance: &mut Chance) {
        self.library.serve(Organisation { flags, ..Organisation::default() });
        let mut trial = Trial::new(&self.library);
        for (key, answers) in &self.elsewhere {
            let said = chance.happens(75);
            let by_chance = chance.pick(answers).filter(|_| said);
            let answer = wanted.get(key).map_or(by_chance, Option::as_ref);
            if let (Some((guide, key)), Some(answer)) = (key.split_once('/'), answer) {
                trial.earlier(guide, key, None, answer.clone());
            }
        }
        let mut seen = Seen::default();
        for earlier in (0..=before).rev() {
            trial.begin(self.guide.name(), route);
            let talk = Talk { guide: self.guide, boundaries: &self.boundaries, wanted: &wanted, extreme: earlier > 0 };
            talk.hold(&mut trial, chance, &mut seen);
        }
        let walk = trial.walk();
        seen.add(&walk);
        let stuck = stranded(self.guide, &walk).map(|stop| stop.place.step.clone());
        if let Some(step) = stuck.filter(|step| !self.stranded.contains_key(step)) {
            let remark = shrink::remark(self.guide, &trial, &step);
            self.stranded.insert(step, remark);
        }
        self.taken.extend(seen.taken);
        self.reached.extend(seen.reached);
    }

    /// Branches that no conversation took: told when no answers can make them hold, or when even conversations that were
    /// made for them did not come there. At most so many branches are tried.
    fn branches_not_taken(&mut self, most: usize) -> Vec<Remark> {
        let tests = self.guide.nodes().iter().enumerate().filter(|(_, node)| matches!(node, Node::Test { .. }));
        let all: Vec<At> = tests.map(|(at, _)| at).collect();
        let mut remarks = Vec::new();
        let mut tried = 0;
        for at in all {
            // What lies in a branch that is never taken is told once, at the branch.
            if self.is_known(at) || tried >= most || self.lies_in(at, &remarks) {
                continue;
            }
            tried += 1;
            let around = guards(self.guide, at);
            match can_hold(self.guide, &around, &self.boundaries, Trial::new(&self.library).day()) {
                Can::Never => remarks.push((at, self.never(at))),
                Can::Unknown => {}
                Can::Hold(wanted) => {
                    let before = around.iter().map(|condition| conversations_before(condition)).max().unwrap_or(0);
                    for seed in 0..6 {
                        let route = if seed % 2 == 0 { Route::Whole } else { Route::Core };
                        self.converse(wanted.clone(), route, before.min(3), &mut Chance::new(1_000 + seed));
                        if self.is_known(at) {
                            break;
                        }
                    }
                    if !self.is_known(at) {
                        remarks.push((at, self.not_reached(at)));
                    }
                }
            }
        }
        remarks.into_iter().map(|(_, remark)| remark).collect()
    }

    /// Whether some conversation took this branch, or came by one of its steps from elsewhere.
    fn is_known(&self, at: At) -> bool {
        self.taken.contains(&at) || self.steps_of(at).any(|step| self.reached.contains(&step.id))
    }

    fn steps_of(&self, at: At) -> impl Iterator<Item = &Step> {
        let after = match self.guide.nodes().get(at) {
            Some(Node::Test { otherwise, .. }) => *otherwise,
            _ => at,
        };
        let nodes = self.guide.nodes().get(at..after).unwrap_or_default().iter();
        nodes.filter_map(|node| match node {
            Node::Ask(step) => self.guide.steps().get(*step),
            _ => None,
        })
    }

    fn lies_in(&self, at: At, told: &[(At, Remark)]) -> bool {
        told.iter().any(|(from, _)| {
            matches!(self.guide.nodes().get(*from), Some(Node::Test { otherwise, .. }) if (*from..*otherwise).contains(&at))
        })
    }

    fn never(&self, at: At) -> Remark {
        let mut keys = Vec::new();
        if let Some(Node::Test { condition, .. }) = self.guide.nodes().get(at) {
            condition.each(&mut |key, _| keys.extend(key.map(str::to_owned)));
        }
        keys.dedup();
        Remark { kind: Kind::ConditionNeverHolds, at: Spot::Branch(at), step: None, about: vec![keys.join(", ")] }
    }

    fn not_reached(&self, at: At) -> Remark {
        let at_branch = |kind, step: Option<String>| {
            let about = step.iter().cloned().collect();
            Remark { kind, at: Spot::Branch(at), step, about }
        };
        match self.steps_of(at).next() {
            Some(step) => at_branch(Kind::UnreachableStep, Some(step.id.clone())),
            None => at_branch(Kind::UnreachableBranch, None),
        }
    }
}

/// How many conversations must have come before for a condition to hold.
fn conversations_before(condition: &Condition) -> usize {
    let mut before = 0;
    condition.each(&mut |_, atom| {
        before = before.max(match atom {
            Condition::Times(times, _) => usize::from(*times).saturating_sub(1),
            Condition::Fallen(_) | Condition::Risen(_) => 1,
            _ => 0,
        });
    });
    before
}

/// What conversations came by.
#[derive(Default)]
struct Seen {
    taken: BTreeSet<At>,
    reached: BTreeSet<String>,
}

impl Seen {
    fn add(&mut self, walk: &Walk) {
        self.taken.extend(walk.taken.iter().map(|(_, at)| *at));
        for stop in &walk.stops {
            if !self.reached.contains(&stop.place.step) {
                self.reached.insert(stop.place.step.clone());
            }
        }
    }
}

/// One conversation, answered until nothing new is asked.
struct Talk<'a> {
    guide: &'a Guide,
    boundaries: &'a Boundaries,
    wanted: &'a BTreeMap<String, Option<Answer>>,
    /// An earlier conversation, in which numbers are as far away as they can be.
    extreme: bool,
}

impl Talk<'_> {
    /// Answers everything that comes.
    fn hold(&self, trial: &mut Trial<'_>, chance: &mut Chance, seen: &mut Seen) {
        let mut done: BTreeSet<Place> = BTreeSet::new();
        for _ in 0..ROUNDS {
            let walk = trial.walk();
            seen.add(&walk);
            let before = done.len();
            for offer in walk.offers.iter().filter(|offer| !offer.open) {
                if done.insert(offer.place.clone()) && chance.happens(60) {
                    trial.deepen(&offer.place, When::Now, None);
                }
            }
            for stop in &walk.stops {
                if stop.place.run == *trial.run() && done.insert(stop.place.clone()) {
                    self.answer(trial, stop, chance);
                }
            }
            if done.len() == before {
                break;
            }
        }
    }

    fn answer(&self, trial: &mut Trial<'_>, stop: &Stop, chance: &mut Chance) {
        if matches!(stop.kind, StopKind::Call { .. }) {
            // Another guide is reviewed by itself.
            trial.deepen(&stop.place, When::No, None);
            return;
        }
        let aside = stop.fields.iter().any(|field| matches!(self.wanted.get(&field.key), Some(None)));
        let wanted = stop.fields.iter().any(|field| self.wanted.contains_key(&field.key));
        if aside || (!wanted && chance.happens(8)) {
            trial.set_aside(&stop.place, Aside::NotNeeded);
            return;
        }
        for field in &stop.fields {
            let answer = match self.wanted.get(&field.key) {
                Some(Some(Answer::Number(_))) if self.extreme => Some(self.far_away(&field.key)),
                Some(answer) => answer.clone(),
                None if chance.happens(8) => None,
                None => {
                    let all = self.boundaries.answers(&field.key, &field.ask, &field.proposals, trial.day());
                    chance.pick(&all).cloned()
                }
            };
            let fits = answer
                .filter(|answer| self.guide.field(&field.key).is_some_and(|own| crate::guide::fits(&own.ask, answer)));
            if let Some(answer) = fits {
                trial.say_first(&stop.place, &field.key, answer);
            }
        }
    }

    /// The number from which what is wanted fell or rose the most.
    fn far_away(&self, key: &str) -> Answer {
        let mut rises = false;
        for condition in self.guide.conditions() {
            condition.each(&mut |about, atom| rises |= about == Some(key) && matches!(atom, Condition::Risen(_)));
        }
        Answer::Number(Some(if rises { 0 } else { 10 }))
    }
}

/// Answers a stop that was not answered yet, or sets it aside, by chance: for whoever holds conversations of their own.
pub fn answer_by_chance(trial: &mut Trial<'_>, guide: &Guide, stop: &Stop, chance: &mut Chance) {
    let (boundaries, wanted) = (Boundaries::of(guide), BTreeMap::new());
    let talk = Talk { guide, boundaries: &boundaries, wanted: &wanted, extreme: false };
    if stop.status == Status::Open {
        talk.answer(trial, stop, chance);
    }
}

/// The stop at which a walk ends although its step sends every answer elsewhere: no branch held for this one.
pub(super) fn stranded<'a>(guide: &Guide, walk: &'a Walk) -> Option<&'a Stop> {
    let last = walk.stops.last().filter(|stop| stop.status == Status::Answered)?;
    if last.guide != *guide.name() || !is_junction(guide, guide.place_of(&last.place.step)?) {
        return None;
    }
    let held = walk.taken.iter().any(|(stops, _)| *stops == walk.stops.len());
    (!held).then_some(last)
}

/// Whether a step is followed by branches that all lead away, and by the end of the guide.
fn is_junction(guide: &Guide, step: At) -> bool {
    let nodes = guide.nodes();
    let (mut at, mut branches) = (step + 1, 0);
    while let Some(Node::Test { otherwise, .. }) = nodes.get(at) {
        let last = otherwise.checked_sub(1).filter(|last| *last > at).and_then(|last| nodes.get(last));
        if !matches!(last, Some(Node::Jump { .. } | Node::End)) {
            return false;
        }
        branches += 1;
        at = *otherwise;
    }
    branches > 0 && matches!(nodes.get(at), Some(Node::End) | None)
}
