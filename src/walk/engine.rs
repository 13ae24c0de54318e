//! The walk itself: follows the nodes of a guide, one after the other, and writes down each stop.

use std::collections::{BTreeMap, BTreeSet};

use super::bounds::{self, Ahead};
use super::condition::{Ground, Known, Met, holds};
use super::fields::{Lookup, local_items, number};
use super::past::Past;
use super::stop::{AskedField, Before, Bounds, OfferStop, Status, Stop, StopKind, Walk};
use crate::dossier::answer::{Answer, Item};
use crate::dossier::event::{Aside, Clock, Route, When};
use crate::dossier::ids::{Address, ItemId, Place, RunId};
use crate::dossier::{Dossier, Run};
use crate::guide::condition::Condition;
use crate::guide::{At, Call, Guide, Library, Node, Phrase, Step, Words};

/// Moves, stops and bytes of text that one walk may come to before it is cut off. A checked guide needs a small part of
/// it; the bounds are for a guide that was made to exhaust the memory.
const MOVES: usize = 400_000;
pub const STOPS: usize = 30_000;
const TEXT: usize = 32 * 1024 * 1024;

impl Walk {
    /// Walks one run of a dossier. `None` when the dossier has no such run, or its guide edition is not at hand.
    #[must_use]
    pub fn over(library: &Library, dossier: &Dossier, run: &RunId) -> Option<Self> {
        let mut walk = Self::default();
        let (past, mut chain) = (Past::of(dossier), Vec::new());
        Pass::begin(library, dossier, &past, run, None)?.walk(&mut walk, &mut chain);
        walk.aside = aside(dossier, &walk);
        Some(walk)
    }
}

/// Answers of the walked runs that are not on the route.
fn aside(dossier: &Dossier, walk: &Walk) -> Vec<Address> {
    let fields = walk.stops.iter().flat_map(|stop| stop.fields.iter().map(move |field| (stop, field)));
    let spoken = fields.filter(|(_, field)| field.answer.is_some());
    let spoken: BTreeSet<(&Place, &str)> = spoken.map(|(stop, field)| (&stop.place, field.key.as_str())).collect();
    walk.runs
        .iter()
        .flat_map(|run| dossier.answered(run))
        .filter(|(at, register)| {
            !spoken.contains(&(&at.place, at.field.as_str()))
                && register.latest().is_some_and(|head| !head.value.answer.is_empty())
        })
        .map(|(at, _)| at.clone())
        .collect()
}

struct Frame {
    each_at: At,
    name: String,
    items: Vec<Item>,
    at: usize,
}

/// One run being walked.
struct Pass<'a> {
    library: &'a Library,
    dossier: &'a Dossier,
    past: &'a Past<'a>,
    run: &'a Run,
    guide: &'a Guide,
    /// First node, and the node after which a called range ends.
    from: At,
    until: Option<At>,
    /// The stage of the caller, when this run was called.
    stage: Option<usize>,
    known: Known,
    frames: Vec<Frame>,
    visits: BTreeMap<(At, Option<ItemId>), u16>,
    jumps: BTreeMap<At, u16>,
    /// What was proposed on the way: key and words.
    proposed: Vec<(&'a str, String)>,
    ahead: Ahead,
}

impl<'a> Pass<'a> {
    fn begin(
        library: &'a Library,
        dossier: &'a Dossier,
        past: &'a Past<'a>,
        run: &RunId,
        call: Option<&Call>,
    ) -> Option<Self> {
        let run = dossier.run(run)?;
        let guide = library.edition(&run.guide)?;
        let place = |step: &Option<String>| step.as_ref().and_then(|step| guide.place_of(step));
        Some(Self {
            library,
            dossier,
            past,
            run,
            guide,
            from: call.and_then(|call| place(&call.from)).unwrap_or(0),
            until: call.and_then(|call| place(&call.to)),
            stage: call.map(|call| call.stage),
            known: Known::new(),
            frames: Vec::new(),
            visits: BTreeMap::new(),
            jumps: BTreeMap::new(),
            proposed: Vec::new(),
            ahead: Ahead::new(run.route),
        })
    }

    fn walk(mut self, walk: &mut Walk, chain: &mut Vec<String>) {
        chain.push(self.guide.name().id.clone());
        walk.runs.push(self.run.began.run.clone());
        let mut at = self.from;
        let mut moves = 0;
        while let Some(node) = self.guide.nodes().get(at) {
            moves += 1;
            if moves > MOVES || walk.stops.len() > STOPS || walk.text > TEXT {
                walk.cut_off = true;
                break;
            }
            let next = self.visit(node, at, walk, chain);
            if self.until == Some(at) {
                break;
            }
            match next {
                Some(next) => at = next,
                None => break,
            }
        }
        chain.pop();
        let items = |key: &str| self.items_ahead(key);
        walk.still = bounds::over(self.guide, self.from, self.until, self.ground(), &self.ahead, &items);
    }

    /// Does what a node says, and tells which comes next; `None` at the end of the guide.
    fn visit(&mut self, node: &Node, at: At, walk: &mut Walk, chain: &mut Vec<String>) -> Option<At> {
        match node {
            Node::Ask(step) => {
                if let Some(step) = self.guide.steps().get(*step).filter(|step| !step.hidden) {
                    self.ask(step, at, walk);
                }
                Some(at + 1)
            }
            Node::Test { condition, otherwise } => {
                if !self.holds(condition) {
                    return Some(*otherwise);
                }
                if self.run.began.caller.is_none() {
                    walk.taken.push((walk.stops.len(), at));
                }
                Some(at + 1)
            }
            Node::Offer { offer, after } => Some(if self.offer(*offer, at, walk) { at + 1 } else { *after }),
            Node::Each { each, after } => Some(self.begin_loop(*each, at).unwrap_or(*after)),
            Node::Next { each_at } => Some(self.next_item(*each_at).unwrap_or(at + 1)),
            Node::Jump { to, cap } => Some(self.jump(*to, *cap, at)),
            Node::Call(call) => {
                if let Some(call) = self.guide.calls().get(*call) {
                    self.call(call, at, walk, chain);
                }
                Some(at + 1)
            }
            Node::Propose(proposal) => {
                if let Some(proposal) = self.guide.proposals().get(*proposal) {
                    self.proposed.push((&proposal.at, self.fill(&proposal.text)));
                }
                Some(at + 1)
            }
            Node::End => None,
        }
    }

    fn item(&self) -> Option<&Item> {
        self.frames.last().and_then(|frame| frame.items.get(frame.at))
    }

    fn place(&self, step: &str, visit: u16) -> Place {
        Place {
            run: self.run.began.run.clone(),
            step: step.to_owned(),
            item: self.item().map(|item| item.id.clone()),
            visit,
        }
    }

    /// This is the so-manieth time that the walk comes by here.
    fn count(&mut self, at: At) -> u16 {
        let item = self.item().map(|item| item.id.clone());
        let visit = self.visits.entry((at, item)).or_insert(0);
        *visit = visit.saturating_add(1);
        *visit
    }

    fn ask(&mut self, step: &Step, at: At, walk: &mut Walk) {
        let visit = self.count(at);
        let place = self.place(&step.id, visit);
        let fields = self.fields(step, &place);
        let (status, touched) = self.status(&place, &fields);
        let question = self.fill(&step.question);
        let explanation = step.explanation.as_ref().map(|words| self.fill(words));
        for field in &fields {
            let (answer, written, before) = (field.answer.clone(), field.written, field.before);
            self.known.insert(field.key.clone(), Met { answer, status, visit, written, before });
        }
        let conditional = step.hints_when.iter().filter(|(condition, _)| self.holds(condition));
        let hints = step.hints.iter().chain(conditional.map(|(_, hint)| hint));
        let hints = hints.map(|hint| hint.fill(|key| self.words(key))).collect();
        self.ahead.met(at, self.item().map(|item| item.id.clone()), status);
        walk.push(Stop {
            guide: self.guide.name().clone(),
            kind: StopKind::Step,
            stage: self.stage.unwrap_or(step.stage),
            status,
            title: self.library.say(&step.title).to_owned(),
            question,
            explanation,
            hints,
            item: self.item().cloned(),
            touched,
            fields,
            place,
        });
    }

    fn fields(&self, step: &Step, place: &Place) -> Vec<AskedField> {
        let lookup = Lookup {
            library: self.library,
            dossier: self.dossier,
            run: self.run,
            past: self.past,
            items: &|key| self.items(key),
            say: &|key| self.words(key),
            number: &|key| self.number(key),
            proposed: &|key| {
                self.proposed.iter().filter(|(at, _)| *at == key).map(|(_, words)| words.clone()).collect()
            },
        };
        step.fields.iter().map(|field| lookup.asked(field, place)).collect()
    }

    fn ground(&self) -> Ground<'_> {
        Ground {
            known: &self.known,
            past: self.past,
            guide: &self.guide.name().id,
            began: self.run.clock,
            item: self.item().map(|item| &item.id),
            organisation: self.library.organisation(),
        }
    }

    fn holds(&self, condition: &Condition) -> bool {
        holds(condition, self.ground()) == Some(true)
    }

    /// A phrase in the voice of now, its places filled in.
    fn fill(&self, phrase: &Phrase<Words>) -> String {
        phrase.said(self.library.voice()).fill(|key| self.words(key))
    }

    /// The newest word on a place decides: an answer, or having been set aside.
    fn status(&self, place: &Place, fields: &[AskedField]) -> (Status, Option<Clock>) {
        let aside = self.dossier.aside(place).and_then(|register| register.latest());
        let answered = fields.iter().any(|field| field.answer.is_some());
        let newest_answer = fields
            .iter()
            .filter_map(|field| {
                let at = Address { place: place.clone(), field: field.key.clone() };
                self.dossier.answers(&at)?.latest().map(|head| (head.clock, head.event.clone()))
            })
            .max();
        let spoken = if answered { Status::Answered } else { Status::Open };
        let touched = newest_answer.as_ref().map(|(clock, _)| *clock).max(aside.map(|head| head.clock));
        let status = match aside {
            Some(head) if newest_answer.is_none_or(|newest| (head.clock, head.event.clone()) > newest) => {
                match head.value {
                    Aside::NotNeeded => Status::Skipped,
                    Aside::Later => Status::Parked,
                    Aside::TakenUp => spoken,
                }
            }
            _ => spoken,
        };
        (status, touched)
    }

    /// Writes an offer of depth down; whether its steps are on the route.
    fn offer(&mut self, offer: usize, at: At, walk: &mut Walk) -> bool {
        let Some(offer) = self.guide.offers().get(offer) else { return false };
        let visit = self.count(at);
        let place = self.place(&offer.id, visit);
        let when = self.dossier.depth(&place).and_then(|register| register.latest()).map(|head| head.value);
        let open = match when {
            Some(when) => when == When::Now,
            None => self.run.route == Route::Whole,
        };
        walk.offers.push(OfferStop {
            question: self.fill(&offer.question),
            minutes: offer.minutes,
            steps: offer.steps,
            stage: self.stage.unwrap_or(offer.stage),
            when,
            open,
            after: walk.stops.len(),
            place,
        });
        self.ahead.offer(at, open);
        open
    }

    fn begin_loop(&mut self, each: usize, at: At) -> Option<At> {
        let each = self.guide.loops().get(each)?;
        let mut items = self.items(&each.over);
        if let Some(most) = each.most {
            items.truncate(usize::from(most));
        }
        if items.is_empty() {
            return None;
        }
        self.frames.push(Frame { each_at: at, name: each.name.clone(), items, at: 0 });
        Some(at + 1)
    }

    /// The next item of the loop that ends here, or out of it.
    fn next_item(&mut self, each_at: At) -> Option<At> {
        let frame = self.frames.last_mut().filter(|frame| frame.each_at == each_at)?;
        frame.at += 1;
        if frame.at < frame.items.len() {
            return Some(each_at + 1);
        }
        self.frames.pop();
        None
    }

    fn jump(&mut self, to: At, cap: Option<u16>, at: At) -> At {
        if let Some(cap) = cap {
            let taken = self.jumps.entry(at).or_insert(0);
            if *taken >= cap {
                return at + 1;
            }
            *taken += 1;
            self.ahead.jumped(at, to);
        }
        // Loops that the target does not stand in are left.
        while let Some(frame) = self.frames.last() {
            let inside = matches!(self.guide.nodes().get(frame.each_at),
                Some(Node::Each { after, .. }) if (frame.each_at + 1..*after).contains(&to));
            if inside {
                break;
            }
            self.frames.pop();
        }
        to
    }

    /// Offers another guide; when it was accepted, its run stands here on the route.
    fn call(&mut self, call: &Call, at: At, walk: &mut Walk, chain: &mut Vec<String>) {
        if chain.contains(&call.guide) || self.library.newest(&call.guide).is_none() {
            return;
        }
        let visit = self.count(at);
        let place = self.place(&call.id, visit);
        let depth = self.dossier.depth(&place).and_then(|register| register.latest());
        let when = depth.map(|head| head.value);
        let status = match when {
            None => Status::Open,
            Some(When::Now) => Status::Answered,
            Some(When::NextTime) => Status::Parked,
            Some(When::No) => Status::Skipped,
        };
        walk.push(Stop {
            guide: self.guide.name().clone(),
            kind: StopKind::Call { guide: call.guide.clone() },
            stage: self.stage.unwrap_or(call.stage),
            status,
            title: String::new(),
            question: self.fill(&call.question),
            explanation: None,
            hints: Vec::new(),
            fields: Vec::new(),
            item: self.item().cloned(),
            touched: depth.map(|head| head.clock),
            place: place.clone(),
        });
        let mut inside = Bounds { least: 0, most: Some(0) };
        if when == Some(When::Now)
            && let Some(run) = self.dossier.called_from(&place)
            && let Some(mut child) = Pass::begin(self.library, self.dossier, self.past, &run.began.run, Some(call))
        {
            child.stage = Some(self.stage.unwrap_or(call.stage));
            child.walk(walk, chain);
            inside = walk.still;
        }
        self.ahead.called(at, status, inside);
    }

    /// The answer that speaks under a key of this conversation, or `guide/key` of another.
    fn answer(&self, key: &str) -> Option<&Answer> {
        match key.split_once('/') {
            Some((guide, key)) => self.past.newest(guide, key).map(|earlier| earlier.answer()),
            None => self.known.get(key).filter(|met| met.status == Status::Answered)?.answer.as_ref(),
        }
    }

    fn items(&self, key: &str) -> Vec<Item> {
        match key.strip_prefix(LOCAL) {
            Some(key) => local_items(self.library.organisation(), key),
            None => self.answer(key).map(Answer::items).unwrap_or_default(),
        }
    }

    /// Items as the bounds need them: `None` when the answer is still to come.
    fn items_ahead(&self, key: &str) -> Option<Vec<ItemId>> {
        if !key.contains('/') && self.known.get(key).is_none_or(|met| met.status == Status::Open) {
            return None;
        }
        Some(self.items(key).into_iter().map(|item| item.id).collect())
    }

    fn words(&self, key: &str) -> Option<String> {
        if let Some(frame) = self.frames.iter().rev().find(|frame| frame.name == key) {
            return frame.items.get(frame.at).map(|item| item.text.clone());
        }
        match key.strip_prefix(LOCAL) {
            Some(key) => self.library.organisation().words(key),
            None => self.answer(key)?.words(),
        }
    }

    fn number(&self, key: &str) -> Option<Before> {
        let met = self.known.get(key).filter(|met| met.status == Status::Answered)?;
        Some(Before { number: number(met.answer.as_ref()?)?, at: met.written? })
    }
}

/// What stands before a key of the organisation file.
const LOCAL: &str = "organisatie/";
