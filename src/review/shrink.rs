//! The shortest way to a fault: answers that do not matter are left out, one by one.

use super::trial::Trial;
use super::wander::stranded;
use crate::dossier::event::Happening;
use crate::guide::ask::Ask;
use crate::guide::{Guide, Kind, Remark, Spot};

/// Answers that a message names at most.
const NAMED: usize = 12;

/// A conversation that strands at a step, told by the fewest answers that lead there.
pub(super) fn remark(guide: &Guide, trial: &Trial<'_>, step: &str) -> Remark {
    let strands = |trial: &Trial<'_>| {
        let walk = trial.walk();
        stranded(guide, &walk).is_some_and(|stop| stop.place.step == step)
    };
    let mut shortest = trial.clone();
    for event in trial.events().iter().rev() {
        let fewer = shortest.without(&event.id);
        if !matches!(event.what, Happening::RunBegan(_)) && strands(&fewer) {
            shortest = fewer;
        }
    }
    let route = told(&shortest);
    let last = lone_option(guide, &shortest, step);
    let (kind, about) = match last {
        Some(option) => (Kind::OptionWithoutWay, vec![step.to_owned(), option, route]),
        None => (Kind::DeadEnd, vec![step.to_owned(), route]),
    };
    Remark { kind, at: Spot::Step(step.to_owned()), step: Some(step.to_owned()), about }
}

/// The option that was chosen at the step, when the step alone decides and no branch names that option.
fn lone_option(guide: &Guide, trial: &Trial<'_>, step: &str) -> Option<String> {
    let walk = trial.walk();
    let last = walk.stops.last().filter(|stop| stop.place.step == step)?;
    let field = last.fields.first().filter(|field| matches!(field.ask, Ask::Choice(_) | Ask::Confirm { .. }))?;
    let items = field.answer.as_ref()?.items();
    let chosen = items.first()?;
    let mut named = false;
    for condition in guide.conditions() {
        condition.each(&mut |key, atom| {
            use crate::guide::condition::Condition;
            named |= key == Some(field.key.as_str())
                && matches!(atom, Condition::Is(option) if option == chosen.id.as_str());
        });
    }
    (!named).then(|| chosen.id.as_str().to_owned())
}

/// What is said in a trial, in one line.
fn told(trial: &Trial<'_>) -> String {
    let mut said = Vec::new();
    for event in trial.events() {
        match &event.what {
            Happening::Answered(answered) => {
                let ids: Vec<String> = match answered.answer.items().as_slice() {
                    [] => answered.answer.words().into_iter().collect(),
                    items => items.iter().map(|item| item.id.as_str().to_owned()).collect(),
                };
                said.push(format!("{} = {}", answered.at.field, ids.join(" + ")));
            }
            Happening::SetAside(aside) => said.push(format!("{} overgeslagen", aside.place.step)),
            Happening::Deepened(deepened) => said.push(format!("{} open", deepened.place.step)),
            _ => {}
        }
    }
    let more = said.len() > NAMED;
    said.truncate(NAMED);
    let ending = if more { " → …" } else { "" };
    format!("{}{ending}", said.join(" → "))
}
