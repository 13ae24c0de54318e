//! What a plan does not say yet. It is told by name, and holds nothing up.

use super::action_plan::ActionPlan;
use crate::texts::reading::too_hard;

/// Something that a plan does not say, or says in hard words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lack {
    /// Stable; its words are `lack-<kind>` and `lack-<kind>-advice`.
    pub kind: &'static str,
    /// What it is about, where that is one of several.
    pub about: String,
}

/// All that the plan lacks, in the order of the paper.
#[must_use]
pub fn preflight(plan: &ActionPlan) -> Vec<Lack> {
    let lack = |kind| Lack { kind, about: String::new() };
    let mut lacks = Vec::new();
    // What is urgent comes first; a goal can wait then.
    if !plan.is_first_this() {
        lacks.extend(plan.goal.is_none().then(|| lack("no-goal")));
        lacks.extend(plan.tasks.is_empty().then(|| lack("no-task")));
    }
    let without_day = plan.tasks.iter().filter(|task| task.first_day.is_none() && task.how_often.is_none());
    lacks.extend(without_day.map(|task| Lack { kind: "task-without-day", about: task.what.clone() }));
    lacks.extend(plan.promises.is_empty().then(|| lack("no-promise")));
    let open = plan.promises.iter().filter(|promise| promise.by.is_none());
    lacks.extend(open.map(|promise| Lack { kind: "promise-without-day", about: promise.what.clone() }));
    lacks.extend(plan.duties.is_empty().then(|| lack("no-duties")));
    lacks.extend(plan.look_back.as_ref().is_none_or(|back| back.date.is_none()).then(|| lack("no-look-back")));
    let contact = &plan.contact;
    lacks.extend((contact.phone.is_none() && contact.general_phone.is_none()).then(|| lack("no-contact")));
    // The client's own words are never too hard; the municipality's may be.
    let ours = plan.promises.iter().map(|promise| &promise.what).chain(&plan.duties);
    let hard = ours.filter(|words| !too_hard(words).is_empty());
    lacks.extend(hard.map(|words| Lack { kind: "hard-words", about: words.clone() }));
    lacks
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::plan::{Appointment, Contact, Goal, Promise, Task};

    /// A plan that says all that belongs on it.
    fn whole() -> ActionPlan {
        let day = Some(date(2026, 12, 4));
        ActionPlan {
            goal: Some(Goal { words: "Ik werk in een keuken".to_owned(), ..Goal::default() }),
            tasks: vec![Task { what: "Ik bel Ali".to_owned(), first_day: day, ..Task::default() }],
            promises: vec![Promise { what: "Peter belt de school".to_owned(), who: None, by: day }],
            duties: vec!["Ik zeg het als ik verhuis.".to_owned()],
            look_back: Some(Appointment { date: day, ..Appointment::default() }),
            contact: Contact { phone: Some("014 012".to_owned()), ..Contact::default() },
            ..ActionPlan::default()
        }
    }

    #[test]
    fn what_is_not_there_is_named_and_nothing_else() {
        let lacks = |change: fn(&mut ActionPlan)| {
            let mut plan = whole();
            change(&mut plan);
            preflight(&plan).into_iter().map(|lack| lack.kind).collect::<Vec<_>>()
        };
        assert_eq!(lacks(|_| ()), [] as [&str; 0]);
        assert_eq!(lacks(|plan| plan.goal = None), ["no-goal"]);
        assert_eq!(lacks(|plan| plan.tasks.clear()), ["no-task"]);
        assert_eq!(lacks(|plan| plan.tasks[0].first_day = None), ["task-without-day"]);
        assert_eq!(lacks(|plan| plan.promises.clear()), ["no-promise"]);
        assert_eq!(lacks(|plan| plan.promises[0].by = None), ["promise-without-day"]);
        assert_eq!(lacks(|plan| plan.duties.clear()), ["no-duties"]);
        assert_eq!(lacks(|plan| plan.look_back = None), ["no-look-back"]);
        assert_eq!(lacks(|plan| plan.contact = Contact::default()), ["no-contact"]);
        let hard =
            "De gemeente draagt zorg voor de bekostiging van noodzakelijke arbeidsmarkttoeleidingsvoorzieningen.";
        let mut plan = whole();
        plan.promises[0].what = hard.to_owned();
        plan.goal = Some(Goal { words: hard.to_owned(), ..Goal::default() });
        let [Lack { kind, about }] = &preflight(&plan)[..] else { panic!("the client's words are never too hard") };
        assert_eq!((*kind, about.as_str()), ("hard-words", hard));
        // What is urgent comes before goal and tasks.
        plan = ActionPlan { goal: None, tasks: Vec::new(), first_this: vec!["Eerst de huur".to_owned()], ..whole() };
        assert_eq!(preflight(&plan), []);
    }
}
