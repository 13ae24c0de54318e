//! What follows when an answer changes, said before it changes: steps that fall away, steps that appear, lines of the
//! plan that go and come.

use jiff::civil::Date;

use super::action_plan::ActionPlan;
use crate::dossier::Dossier;
use crate::dossier::event::Event;
use crate::dossier::ids::{Place, RunId};
use crate::guide::Library;
use crate::walk::{Stop, Walk};

/// The difference between two moments of one run.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consequences {
    pub falls_away: Vec<Passed>,
    pub appears: Vec<Passed>,
    pub plan_loses: Vec<String>,
    pub plan_gains: Vec<String>,
}

/// A stop that is on one of the two routes only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passed {
    pub place: Place,
    /// The question as it was or would be shown.
    pub question: String,
    /// Something was said there; it is kept aside.
    pub said: bool,
}

impl Consequences {
    /// What would follow if this event happened now. Nothing happens.
    #[must_use]
    pub fn of(library: &Library, dossier: &Dossier, run: &RunId, event: Event, today: Date) -> Self {
        let look = |dossier: &Dossier| {
            let walk = Walk::over(library, dossier, run).unwrap_or_default();
            (walk, ActionPlan::draw_up(library, dossier, today, 0))
        };
        let before = look(dossier);
        let mut then = dossier.clone();
        then.apply(event);
        let after = look(&then);
        Self::between((&before.0, &before.1), (&after.0, &after.1))
    }

    /// What differs between two moments.
    #[must_use]
    pub fn between(before: (&Walk, &ActionPlan), after: (&Walk, &ActionPlan)) -> Self {
        let (lines_before, lines_after) = (before.1.lines(), after.1.lines());
        Self {
            falls_away: only(&before.0.stops, &after.0.stops),
            appears: only(&after.0.stops, &before.0.stops),
            plan_loses: lines_before.iter().filter(|line| !lines_after.contains(line)).cloned().collect(),
            plan_gains: lines_after.iter().filter(|line| !lines_before.contains(line)).cloned().collect(),
        }
    }

    /// Whether something that was said falls away: reason to tell before it happens.
    #[must_use]
    pub fn takes_something(&self) -> bool {
        self.falls_away.iter().any(|passed| passed.said)
    }
}

fn only(here: &[Stop], not_there: &[Stop]) -> Vec<Passed> {
    let there: std::collections::BTreeSet<&Place> = not_there.iter().map(|stop| &stop.place).collect();
    let here = here.iter().filter(|stop| !there.contains(&stop.place));
    here.map(|stop| Passed {
        place: stop.place.clone(),
        question: stop.question.clone(),
        said: stop.fields.iter().any(|field| field.answer.is_some()),
    })
    .collect()
}
