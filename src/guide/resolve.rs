//! Second half of checking: every name that is used must mean something, and every step must be reachable.

use super::ask::{Ask, Choice};
use super::build::{Builder, Fault, Use, Used};
use super::build_text::is_id;
use super::condition::Condition;
use super::file::GuideFile;
use super::finding::Kind;
use super::limits;
use super::node::{At, Node};
use super::organisation::Organisation;
use super::phrase::Phrase;
use crate::dossier::answer::Outcome;

/// Resolves all uses; adds a fault for each that means nothing. `known` are the ids of the guides at hand.
pub(super) fn resolve(builder: &mut Builder, file: &GuideFile, known: Option<&[String]>) {
    let uses = std::mem::take(&mut builder.uses);
    for used in &uses {
        match &used.of {
            Used::Prefill { key, safe } => prefill(builder, used, key, *safe),
            Used::Condition { condition, own } => conditions(builder, used, condition, own),
            Used::Items { key } => named(builder, used, key, has_items, Kind::NothingToLoopOver),
            Used::Number { key } => {
                named(builder, used, key, |ask| matches!(ask, Ask::Scale { .. }), Kind::UnfitAnswer);
            }
            Used::Goal { key } => named(builder, used, key, |ask| matches!(ask, Ask::Goal { .. }), Kind::UnfitAnswer),
            Used::Tasks { key } => named(builder, used, key, |ask| matches!(ask, Ask::Tasks { .. }), Kind::UnfitAnswer),
            Used::Target { to, from, loops } => target(builder, used, to, *from, loops),
            Used::Proposal { key, from } => proposal(builder, used, key, *from),
            Used::Organisation(key) if !Organisation::KEYS.contains(&key.as_str()) => {
                fault(builder, used, Kind::UnknownKey, vec![key.clone()]);
            }
            Used::Source(id) if !file.sources.iter().any(|source| source.id == *id) => {
                fault(builder, used, Kind::UnknownSource, vec![id.clone()]);
            }
            Used::Guide(id) if known.is_some_and(|known| !known.contains(id)) => {
                fault(builder, used, Kind::UnknownGuide, vec![id.clone()]);
            }
            Used::Source(_) | Used::Guide(_) | Used::Organisation(_) => {}
        }
    }
    unreachable_steps(builder);
}

fn fault(builder: &mut Builder, used: &Use, kind: Kind, about: Vec<String>) {
    builder.faults.push(Fault { kind, trail: used.trail.clone(), step: used.step.clone(), about });
}

/// A key of another guide, `guide/key`, can only be checked beside that guide; one of the organisation file at once.
fn elsewhere(builder: &mut Builder, used: &Use, key: &str) -> bool {
    let Some((place, rest)) = key.split_once('/') else { return false };
    if place == Organisation::PLACE && !Organisation::KEYS.contains(&rest) {
        fault(builder, used, Kind::UnknownKey, vec![key.to_owned()]);
    }
    true
}

fn ask_of<'a>(builder: &'a Builder, key: &str) -> Option<&'a Ask<Phrase>> {
    let (step, field) = *builder.keys.get(key)?;
    builder.steps.get(step)?.fields.get(field).map(|field| &field.ask)
}

fn prefill(builder: &mut Builder, used: &Use, key: &str, safe: bool) {
    let known = elsewhere(builder, used, key) || builder.keys.contains_key(key) || builder.not_asked.contains(key);
    if !known {
        fault(builder, used, Kind::UnknownKey, vec![key.to_owned()]);
    } else if !safe {
        fault(builder, used, Kind::EmptyPrefill, vec![key.to_owned()]);
    }
}

/// An answer that is named must be there and be of a kind that serves.
fn named(builder: &mut Builder, used: &Use, key: &str, serves: impl Fn(&Ask<Phrase>) -> bool, otherwise: Kind) {
    if elsewhere(builder, used, key) {
        return;
    }
    match ask_of(builder, key) {
        None => fault(builder, used, Kind::UnknownKey, vec![key.to_owned()]),
        Some(ask) if !serves(ask) => fault(builder, used, otherwise, vec![key.to_owned()]),
        Some(_) => {}
    }
}

fn has_items(ask: &Ask<Phrase>) -> bool {
    matches!(
        ask,
        Ask::List { .. }
            | Ask::TwoLists { .. }
            | Ask::Choice(_)
            | Ask::Choices(_)
            | Ask::Rank(_)
            | Ask::Tasks { .. }
            | Ask::People
            | Ask::Status { .. }
            | Ask::Timeline
    )
}

/// What is proposed must come before the question where it can be taken over.
fn proposal(builder: &mut Builder, used: &Use, key: &str, from: At) {
    if key.contains('/') {
        return fault(builder, used, Kind::UnknownKey, vec![key.to_owned()]);
    }
    let takes = |ask: &Ask<Phrase>| matches!(ask, Ask::Tasks { .. } | Ask::List { .. } | Ask::Goal { .. });
    named(builder, used, key, takes, Kind::UnfitAnswer);
    let step = builder.keys.get(key).and_then(|(step, _)| builder.steps.get(*step));
    if step.and_then(|step| builder.places.get(&step.id)).is_some_and(|at| *at < from) {
        fault(builder, used, Kind::ProposalTooLate, vec![key.to_owned()]);
    }
}

fn target(builder: &mut Builder, used: &Use, to: &str, from: At, loops: &[usize]) {
    let Some(place) = builder.places.get(to).copied() else {
        return fault(builder, used, Kind::DanglingTarget, vec![to.to_owned()]);
    };
    // Out of a loop is fine; into one would need an item that nobody chose.
    let inside = builder.loops_of.get(to).cloned().unwrap_or_default();
    if !loops.starts_with(&inside) {
        fault(builder, used, Kind::JumpIntoLoop, vec![to.to_owned()]);
    }
    if let Some(Node::Jump { to, cap }) = builder.nodes.get_mut(from) {
        *to = place;
        *cap = if place <= from { Some(cap.unwrap_or(limits::JUMPS_BACK)) } else { None };
    }
}

fn conditions(builder: &mut Builder, used: &Use, condition: &Condition, own: &[String]) {
    match condition {
        Condition::All(all) | Condition::Any(all) => {
            for inner in all {
                conditions(builder, used, inner, own);
            }
        }
        Condition::Not(inner) => conditions(builder, used, inner, own),
        Condition::About(key, inner) => conditions(builder, used, inner, std::slice::from_ref(key)),
        Condition::Flag(flag) if is_id(flag) => {}
        Condition::Flag(flag) => fault(builder, used, Kind::BadId, vec![flag.clone()]),
        plain => match own.first() {
            None => fault(builder, used, Kind::UnknownKey, vec![String::new()]),
            Some(key) => question(builder, used, plain, key),
        },
    }
}

/// Whether a question can be put to the answer that a key means.
fn question(builder: &mut Builder, used: &Use, condition: &Condition, key: &str) {
    if let Some((place, _)) = key.split_once('/') {
        if place == Organisation::PLACE {
            fault(builder, used, Kind::ConditionNeverHolds, vec![key.to_owned()]);
        }
        return;
    }
    let Some(ask) = ask_of(builder, key) else {
        return fault(builder, used, Kind::UnknownKey, vec![key.to_owned()]);
    };
    if let Err(kind) = fits(condition, ask) {
        let mut about = vec![key.to_owned()];
        if let (Kind::UnknownOption | Kind::BadId, Some(option)) = (kind, option_of(condition)) {
            about.insert(0, option.to_owned());
        }
        fault(builder, used, kind, about);
    }
}

/// Whether a question makes sense for this kind of answer.
fn fits(condition: &Condition, ask: &Ask<Phrase>) -> Result<(), Kind> {
    let sense = match condition {
        Condition::Is(option) => return has_option(ask, option),
        Condition::No(item) => match ask {
            Ask::Checklist { .. } => return has_option(ask, item),
            _ => false,
        },
        Condition::AtMost(number) | Condition::AtLeast(number) => matches!(ask, Ask::Scale { .. }) && *number <= 10,
        Condition::Between(low, high) => matches!(ask, Ask::Scale { .. }) && low <= high && *high <= 10,
        Condition::Fallen(by) | Condition::Risen(by) => {
            (1..=10).contains(by) && matches!(ask, Ask::Scale { compare, .. } if !compare.is_empty())
        }
        Condition::Below(name, number) => {
            if !is_id(name) {
                return Err(Kind::BadId);
            }
            matches!(ask, Ask::Scale { .. } | Ask::Scales { .. }) && (1..=10).contains(number)
        }
        Condition::AnyAtMost(_) => matches!(ask, Ask::Scales { .. }),
        Condition::FewerThan(count) => has_items(ask) && *count > 0,
        Condition::MoreThan(_) => has_items(ask),
        Condition::WithinDays(_) => {
            matches!(ask, Ask::Goal { .. } | Ask::Date | Ask::Appointment | Ask::Tasks { .. })
        }
        // Whether there is an answer is the same for every answer that there is.
        Condition::Times(_, inner)
            if matches!(**inner, Condition::Answered | Condition::Empty | Condition::Skipped | Condition::Visit(_)) =>
        {
            false
        }
        Condition::Times(times, inner) => {
            return if *times == 0 { Err(Kind::ConditionNeverHolds) } else { fits(inner, ask) };
        }
        _ => true,
    };
    if sense { Ok(()) } else { Err(Kind::ConditionNeverHolds) }
}

fn option_of(condition: &Condition) -> Option<&str> {
    match condition {
        Condition::Is(option) | Condition::No(option) | Condition::Below(option, _) => Some(option),
        Condition::Times(_, inner) => option_of(inner),
        _ => None,
    }
}

/// Whether an option may be chosen there. Where options come from an earlier answer, any may turn up.
fn has_option(ask: &Ask<Phrase>, option: &str) -> Result<(), Kind> {
    let (choices, free): (&[Choice<Phrase>], bool) = match ask {
        Ask::Confirm { options } => (options, false),
        Ask::Choice(options) | Ask::Choices(options) | Ask::Rank(options) => {
            (&options.own, options.from.is_some() || options.other)
        }
        Ask::Checklist { items } => (items, false),
        Ask::Status { .. } => (&[], Outcome::of(option).is_some()),
        _ => return Err(Kind::ConditionNeverHolds),
    };
    if free || choices.iter().any(|choice| choice.id == option) { Ok(()) } else { Err(Kind::UnknownOption) }
}

fn unreachable_steps(builder: &mut Builder) {
    let mut seen = vec![false; builder.nodes.len()];
    let mut open = vec![0];
    while let Some(at) = open.pop() {
        let Some(mark) = seen.get_mut(at) else { continue };
        if std::mem::replace(mark, true) {
            continue;
        }
        match builder.nodes.get(at) {
            Some(Node::Test { otherwise, .. }) => open.extend([at + 1, *otherwise]),
            Some(Node::Offer { after, .. } | Node::Each { after, .. }) => open.extend([at + 1, *after]),
            Some(Node::Next { each_at }) => open.push(*each_at),
            // A jump back falls through once its cap is reached; a jump ahead never does.
            Some(Node::Jump { to, cap: Some(_) }) => open.extend([*to, at + 1]),
            Some(Node::Jump { to, cap: None }) => open.push(*to),
            Some(Node::End) | None => {}
            Some(Node::Ask(_) | Node::Call(_) | Node::Propose(_)) => open.push(at + 1),
        }
    }
    let lost: Vec<String> = builder
        .places
        .iter()
        .filter(|(_, at)| !seen.get(**at).copied().unwrap_or(false))
        .map(|(id, _)| id.clone())
        .collect();
    for id in lost {
        builder.faults.push(Fault {
            kind: Kind::UnreachableStep,
            trail: Vec::new(),
            step: Some(id.clone()),
            about: vec![id],
        });
    }
}
