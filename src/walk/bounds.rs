//! How many steps may still come: true bounds over the guide's graph, never an estimate.
//!
//! The nodes lie in reading order, so every way that does not jump back is a way through a graph without cycles.
//! The fewest is the shortest such way; a jump back to where a shorter way leads is looked at too. The most is the
//! longest such way plus, for each jump back that may still be taken, the steps it passes again.

use std::collections::BTreeMap;

use super::condition::{Ground, holds};
use super::stop::{Bounds, Status};
use crate::dossier::event::Route;
use crate::dossier::ids::ItemId;
use crate::guide::ask::Ask;
use crate::guide::condition::Condition;
use crate::guide::{At, Guide, Node};

/// What the walk found at each node.
#[derive(Debug, Default)]
pub(super) struct Ahead {
    steps: BTreeMap<(At, Option<ItemId>), Status>,
    offers: BTreeMap<At, bool>,
    /// Whether an offer that was not met yet will be open: so it is on the whole route.
    whole: bool,
    jumps: BTreeMap<At, u16>,
    /// Stops that are still open and lie before a jump back that the route takes.
    passed_open: usize,
    calls: BTreeMap<At, (Status, Bounds)>,
}

impl Ahead {
    pub fn new(route: Route) -> Self {
        Self { whole: route == Route::Whole, ..Self::default() }
    }

    fn is_open(&self, offer: At) -> bool {
        self.offers.get(&offer).copied().unwrap_or(self.whole)
    }

    pub fn met(&mut self, at: At, item: Option<ItemId>, status: Status) {
        self.steps.insert((at, item), status);
    }

    pub fn offer(&mut self, at: At, open: bool) {
        self.offers.insert(at, open);
    }

    /// A jump back was taken: what lies between is asked again, so what it said before no longer counts as settled.
    pub fn jumped(&mut self, at: At, to: At) {
        *self.jumps.entry(at).or_insert(0) += 1;
        let open = self.steps.iter().filter(|((step, _), status)| (to..=at).contains(step) && **status == Status::Open);
        self.passed_open += open.count();
        self.steps.retain(|(step, _), _| !(to..=at).contains(step));
    }

    pub fn called(&mut self, at: At, status: Status, inside: Bounds) {
        self.calls.insert(at, (status, inside));
    }
}

/// More than any walk can have: stands for "no limit".
const NO_LIMIT: usize = usize::MAX / 4;

/// The items of an earlier answer; `None` when that answer is still to come.
type Items<'a> = dyn Fn(&str) -> Option<Vec<ItemId>> + 'a;

/// The bounds for the run that `ahead` was gathered over.
pub(super) fn over(
    guide: &Guide,
    from: At,
    until: Option<At>,
    ground: Ground<'_>,
    ahead: &Ahead,
    items: &Items<'_>,
) -> Bounds {
    let mut sum = Sum { guide, until, ground, ahead, items, reach: vec![false; guide.nodes().len() + 1] };
    sum.look_ahead(from);
    let end = guide.nodes().len();
    let ways = sum.ways(from, end, None, None);
    let first = ways.first().copied().unwrap_or_default();
    let again: usize = sum
        .jumps_back(from)
        .map(|(at, to, left)| left.saturating_mul(sum.steps_between(to, at)))
        .fold(0, usize::saturating_add);
    let longest = sum
        .jumps_back(from)
        .filter_map(|(_, to, _)| ways.get(to.checked_sub(from)?))
        .fold(first.most, |most, way| most.max(way.most));
    let most = longest.saturating_add(again).saturating_add(ahead.passed_open);
    Bounds { least: first.least, most: (most < NO_LIMIT).then_some(most) }
}

#[derive(Clone, Copy, Debug, Default)]
struct Way {
    least: usize,
    most: usize,
}

impl Way {
    fn then(self, next: Self) -> Self {
        Self { least: self.least + next.least, most: self.most.saturating_add(next.most).min(NO_LIMIT) }
    }

    fn or(self, other: Self) -> Self {
        Self { least: self.least.min(other.least), most: self.most.max(other.most) }
    }

    fn times(self, times: usize) -> Self {
        Self { least: self.least * times, most: self.most.saturating_mul(times).min(NO_LIMIT) }
    }
}

struct Sum<'a> {
    guide: &'a Guide,
    until: Option<At>,
    ground: Ground<'a>,
    ahead: &'a Ahead,
    items: &'a Items<'a>,
    /// Nodes that the walk can come by from where it stands.
    reach: Vec<bool>,
}

impl Sum<'_> {
    fn reached(&self, at: At) -> bool {
        self.reach.get(at).copied().unwrap_or(false)
    }

    fn set(&mut self, at: At) {
        if let Some(mark) = self.reach.get_mut(at) {
            *mark = true;
        }
    }

    /// Marks what can be reached. One pass is enough: a jump back only leads to what was marked before.
    fn look_ahead(&mut self, from: At) {
        self.set(from);
        for at in from..self.guide.nodes().len() {
            if !self.reached(at) || self.until.is_some_and(|until| at >= until) {
                continue;
            }
            match self.guide.nodes().get(at) {
                Some(Node::Test { condition, otherwise }) => {
                    let (may_hold, may_fail) = self.fate(condition);
                    if may_hold {
                        self.set(at + 1);
                    }
                    if may_fail {
                        self.set(*otherwise);
                    }
                }
                Some(Node::Offer { after, .. }) => {
                    if self.ahead.is_open(at) {
                        self.set(at + 1);
                    }
                    self.set(*after);
                }
                Some(Node::Each { each, after }) => {
                    let some = self.guide.loops().get(*each).and_then(|each| (self.items)(&each.over));
                    if some.is_none_or(|items| !items.is_empty()) {
                        self.set(at + 1);
                    }
                    self.set(*after);
                }
                Some(Node::Jump { to, cap: None }) => self.set(*to),
                Some(Node::Ask(_) | Node::Call(_) | Node::Propose(_) | Node::Next { .. } | Node::Jump { .. }) => {
                    self.set(at + 1);
                }
                Some(Node::End) | None => {}
            }
        }
    }

    /// Whether a condition may come to hold, and whether it may come to fail.
    fn fate(&self, condition: &Condition) -> (bool, bool) {
        if self.is_undecided(condition) {
            return (true, true);
        }
        let held = holds(condition, self.ground) == Some(true);
        (held, !held)
    }

    fn is_undecided(&self, condition: &Condition) -> bool {
        match condition {
            Condition::All(all) | Condition::Any(all) => all.iter().any(|inner| self.is_undecided(inner)),
            Condition::Not(inner) => self.is_undecided(inner),
            Condition::About(key, _) => match self.ground.known.get(key) {
                Some(met) => met.status == Status::Open,
                // Not met on this route: it matters only if the route may still come by it.
                None => self
                    .guide
                    .step_of_key(key)
                    .and_then(|step| self.guide.place_of(&step.id))
                    .is_some_and(|at| self.reached(at)),
            },
            _ => false,
        }
    }

    /// The ways from each node of `from..to` to `to`, where `to` itself costs nothing.
    fn ways(&self, from: At, to: At, item: Option<&ItemId>, skip: Option<At>) -> Vec<Way> {
        let mut ways = vec![Way::default(); to.saturating_sub(from) + 1];
        // The second round lets a jump back use what the first found behind it.
        for _ in 0..2 {
            let mut at = to;
            while at > from {
                at -= 1;
                if let Some(Node::Next { each_at }) = self.guide.nodes().get(at)
                    && *each_at >= from
                    && Some(*each_at) != skip
                {
                    at = *each_at;
                }
                let way = self.way(at, from, &ways, item);
                if let Some(slot) = ways.get_mut(at - from) {
                    *slot = way;
                }
            }
        }
        ways
    }

    fn way(&self, at: At, from: At, ways: &[Way], item: Option<&ItemId>) -> Way {
        let to = |target: At| target.checked_sub(from).and_then(|at| ways.get(at)).copied().unwrap_or_default();
        let next = if self.until == Some(at) { Way::default() } else { to(at + 1) };
        match self.guide.nodes().get(at) {
            Some(Node::Ask(step)) if self.guide.steps().get(*step).is_some_and(|step| step.hidden) => next,
            Some(Node::Ask(_)) => {
                let status = self.ahead.steps.get(&(at, item.cloned())).copied().unwrap_or(Status::Open);
                one(status).then(next)
            }
            Some(Node::Call(_)) => match self.ahead.calls.get(&at) {
                Some((status, inside)) => {
                    let inside = Way { least: inside.least, most: inside.most.unwrap_or(NO_LIMIT) };
                    one(*status).then(inside).then(next)
                }
                None => next,
            },
            Some(Node::Test { condition, otherwise }) => match self.fate(condition) {
                (true, true) => next.or(to(*otherwise)),
                (true, false) => next,
                _ => to(*otherwise),
            },
            Some(Node::Offer { after, .. }) => {
                if self.ahead.is_open(at) {
                    next
                } else {
                    to(*after)
                }
            }
            Some(Node::Each { each, after }) => self.loop_way(*each, at, *after).then(to(*after)),
            Some(Node::Jump { to: target, cap: None }) => to(*target),
            Some(Node::Jump { to: target, cap: Some(_) }) => Way { least: next.least.min(to(*target).least), ..next },
            Some(Node::Propose(_)) => next,
            Some(Node::Next { .. } | Node::End) | None => Way::default(),
        }
    }

    /// A loop's steps, for every item there is or may be.
    fn loop_way(&self, each: usize, at: At, after: At) -> Way {
        let Some(each) = self.guide.loops().get(each) else { return Way::default() };
        let cap = each.most.map(usize::from);
        let body = |item: Option<&ItemId>| {
            self.ways(at + 1, after.saturating_sub(1), item, Some(at)).first().copied().unwrap_or_default()
        };
        if let Some(items) = (self.items)(&each.over) {
            let items = items.iter().take(cap.unwrap_or(usize::MAX));
            return items.map(|item| body(Some(item))).fold(Way::default(), Way::then);
        }
        let most = cap.or_else(|| self.guide.field(&each.over).and_then(|field| most_items(&field.ask)));
        Way { least: 0, ..body(None).times(most.unwrap_or(NO_LIMIT)) }
    }

    /// Jumps back that may still be taken: where they stand, where they lead, and how often.
    fn jumps_back(&self, from: At) -> impl Iterator<Item = (At, At, usize)> {
        let nodes = self.guide.nodes().iter().enumerate().skip(from).filter(|(at, _)| self.reached(*at));
        nodes.filter_map(|(at, node)| match node {
            Node::Jump { to, cap: Some(cap) } => {
                let taken = self.ahead.jumps.get(&at).copied().unwrap_or(0);
                Some((at, *to, usize::from(cap.saturating_sub(taken)))).filter(|(_, _, left)| *left > 0)
            }
            _ => None,
        })
    }

    /// The steps that one jump back passes again at most.
    fn steps_between(&self, to: At, at: At) -> usize {
        let mut count: usize = 0;
        for node in self.guide.nodes().get(to..at).unwrap_or_default() {
            match node {
                Node::Ask(_) => count = count.saturating_add(1),
                Node::Each { .. } => return NO_LIMIT,
                _ => {}
            }
        }
        count
    }
}

fn one(status: Status) -> Way {
    let count = usize::from(status == Status::Open);
    Way { least: count, most: count }
}

fn most_items<T>(ask: &Ask<T>) -> Option<usize> {
    match ask {
        Ask::List { most, .. } => most.map(usize::from),
        Ask::Tasks { most, .. } => Some(usize::from(*most)),
        Ask::Choice(_) => Some(1),
        Ask::Choices(options) | Ask::Rank(options) => options
            .most
            .map(usize::from)
            .or_else(|| options.from.is_none().then(|| options.own.len() + usize::from(options.other))),
        _ => None,
    }
}
