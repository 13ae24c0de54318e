//! What was reached, and what the client goes on doing: the sheet for when a goal is behind them.

use super::action_plan::ActionPlan;
use super::leaflet::{Leaflet, Part};
use crate::texts::{Texts, dates};

/// `None` as long as no goal was reached.
#[must_use]
pub fn harvest(texts: &Texts, plan: &ActionPlan) -> Option<Leaflet> {
    if plan.harvest.is_empty() {
        return None;
    }
    let heading = |key: &str| Part::Heading(texts.say(key));
    let mut parts = vec![Part::Small(format!("{} · {}", plan.name, dates::long(texts, plan.date)))];
    if let Some(goal) = &plan.reached {
        parts.extend([heading("paper-goal"), Part::Strong(goal.words.clone())]);
        parts.extend(goal.sign.clone().map(Part::Words));
    }
    parts.push(heading("paper-harvest"));
    parts.extend(plan.harvest.iter().cloned().map(Part::Item));
    if !plan.strengths.is_empty() {
        parts.push(heading("paper-strengths"));
        parts.extend(plan.strengths.iter().cloned().map(Part::Item));
    }
    if !plan.helpers.is_empty() {
        parts.push(heading("paper-helpers"));
        parts.extend(plan.helpers.iter().map(|helper| Part::Item(helper.name.clone())));
    }
    Some(Leaflet { title: texts.say("harvest-title"), parts, dutch: false })
}
