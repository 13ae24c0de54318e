//! Second half of checking: every name that is used must mean something, and every step must be reachable.

use super::ask::{Ask, Choice, Who};
use super::build::{Builder, Fault, Use, Used};
use super::condition::Condition;
use super::file::GuideFile;
use super::finding::Kind;
use super::limits;
use super::node::{At, Node};

/// Resolves all uses; adds a fault for each that means nothing. `known` are the ids of the guides at hand.
pub(super) fn resolve(builder: &mut Builder, file: &GuideFile, known: Option<&[String]>) {
    let uses = std::mem::take(&mut builder.uses);
    for used in &uses {
        match &used.of {
            Used::Prefill { key, safe } => prefill(builder, used, key, *safe),
            Used::Condition { condition, own } => conditions(builder, used, condition, own),
            Used::Items { key } => items(builder, used, key),
            Used::Target { to, from, loops } => target(builder, used, to, *from, loops),
            Used::Source(id) if !file.sources.iter().any(|source| source.id == *id) => {
                fault(builder, used, Kind::UnknownSource, vec![id.clone()]);
            }
            Used::Guide(id) if known.is_some_and(|known| !known.contains(id)) => {
                fault(builder, used, Kind::UnknownGuide, vec![id.clone()]);
            }
            Used::Source(_) | Used::Guide(_) => {}
        }
    }
    unreachable_steps(builder);
}

fn fault(builder: &mut Builder, used: &Use, kind: Kind, about: Vec<String>) {
    builder.faults.push(Fault { kind, trail: used.trail.clone(), step: used.step.clone(), about });
}

/// A key of another guide, `guide/key`, can only be checked when the walk meets it.
fn is_elsewhere(key: &str) -> bool {
    key.contains('/')
}

fn ask_of<'a>(builder: &'a Builder, key: &str) -> Option<&'a Ask> {
    let (step, field) = *builder.keys.get(key)?;
    builder.steps.get(step)?.fields.get(field).map(|field| &field.ask)
}

fn prefill(builder: &mut Builder, used: &Use, key: &str, safe: bool) {
    if is_elsewhere(key) {
        return;
    }
    if !builder.keys.contains_key(key) {
        fault(builder, used, Kind::UnknownKey, vec![key.to_owned()]);
    } else if !safe {
        fault(builder, used, Kind::EmptyPrefill, vec![key.to_owned()]);
    }
}

fn items(builder: &mut Builder, used: &Use, key: &str) {
    if is_elsewhere(key) {
        return;
    }
    match ask_of(builder, key) {
        None => fault(builder, used, Kind::UnknownKey, vec![key.to_owned()]),
        Some(ask) if !has_items(ask) => fault(builder, used, Kind::NothingToLoopOver, vec![key.to_owned()]),
        Some(_) => {}
    }
}

fn has_items(ask: &Ask) -> bool {
    matches!(
        ask,
        Ask::List { .. }
            | Ask::TwoLists { .. }
            | Ask::Choice(_)
            | Ask::Choices(_)
            | Ask::Rank(_)
            | Ask::Tasks { .. }
            | Ask::People
    )
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
        plain => match own.first() {
            None => fault(builder, used, Kind::UnknownKey, vec![String::new()]),
            Some(key) => question(builder, used, plain, key),
        },
    }
}

/// Whether a question can be put to the answer that a key means.
fn question(builder: &mut Builder, used: &Use, condition: &Condition, key: &str) {
    let Some(ask) = ask_of(builder, key) else {
        return fault(builder, used, Kind::UnknownKey, vec![key.to_owned()]);
    };
    let wrong =
        match condition {
            Condition::Is(option) => match options(ask) {
                Some((choices, free)) => (!free && !choices.iter().any(|choice| choice.id == *option))
                    .then(|| (Kind::UnknownOption, vec![option.clone(), key.to_owned()])),
                None => never(key),
            },
            Condition::No(item) => match ask {
                Ask::Checklist { items } if items.iter().any(|choice| choice.id == *item) => None,
                Ask::Checklist { .. } => Some((Kind::UnknownOption, vec![item.clone(), key.to_owned()])),
                _ => never(key),
            },
            Condition::AtMost(number) | Condition::AtLeast(number) => {
                if matches!(ask, Ask::Scale { .. }) && *number <= 10 { None } else { never(key) }
            }
            Condition::Between(low, high) => {
                if matches!(ask, Ask::Scale { .. }) && low <= high && *low <= 10 {
                    None
                } else {
                    never(key)
                }
            }
            Condition::AnyAtMost(_) => {
                if matches!(ask, Ask::Scales { .. }) {
                    None
                } else {
                    never(key)
                }
            }
            Condition::FewerThan(count) => {
                if has_items(ask) && *count > 0 {
                    None
                } else {
                    never(key)
                }
            }
            Condition::MoreThan(_) => {
                if has_items(ask) {
                    None
                } else {
                    never(key)
                }
            }
            Condition::WithinDays(_) => match ask {
                Ask::Goal { .. }
                | Ask::Date
                | Ask::Appointment
                | Ask::Tasks { who: Who::Client | Who::Municipality, .. } => None,
                _ => never(key),
            },
            _ => None,
        };
    if let Some((kind, about)) = wrong {
        fault(builder, used, kind, about);
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the arms of a match want one shape")]
fn never(key: &str) -> Option<(Kind, Vec<String>)> {
    Some((Kind::ConditionNeverHolds, vec![key.to_owned()]))
}

/// The options of an ask, and whether others may turn up while walking.
fn options(ask: &Ask) -> Option<(&[Choice], bool)> {
    match ask {
        Ask::Confirm { options } => Some((options, false)),
        Ask::Choice(options) | Ask::Choices(options) | Ask::Rank(options) => {
            Some((&options.own, options.from.is_some() || options.other))
        }
        Ask::Checklist { items } => Some((items, false)),
        _ => None,
    }
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
            Some(Node::Ask(_) | Node::Call(_)) => open.push(at + 1),
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
