//! Everything that a plan says, a line each: to search in, and to hold two plans beside each other.

use super::action_plan::{ActionPlan, Appointment, Goal};

impl ActionPlan {
    /// The client's own words on this plan, part by part. Names, numbers and headings are not among them.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        lines.extend(self.goal.iter().chain(&self.first_part).flat_map(goal));
        lines.extend(self.wish.iter().chain(&self.why).cloned());
        for part in [&self.first_this, &self.strengths, &self.safety_net, &self.duties, &self.keep_track, &self.harvest]
        {
            lines.extend(part.iter().cloned());
        }
        for task in &self.tasks {
            let day = task.first_day.map(|day| day.to_string());
            lines.push(joined([Some(task.what.clone()), day, task.place.clone(), task.how_often.clone()]));
            lines.extend(task.if_thens.iter().map(|plan| format!("{} → {}", plan.when, plan.then)));
        }
        lines.extend(self.promises.iter().map(|promise| {
            joined([Some(promise.what.clone()), promise.who.clone(), promise.by.map(|by| by.to_string())])
        }));
        lines.extend(self.helpers.iter().map(|helper| joined([Some(helper.name.clone()), helper.asked.clone()])));
        lines.extend(self.look_back.as_ref().map(appointment));
        lines.extend(self.more.iter().flat_map(|(_, said)| said.iter().cloned()));
        lines
    }
}

fn goal(goal: &Goal) -> impl Iterator<Item = String> {
    let by = goal.by.map(|by| by.to_string());
    [Some(joined([Some(goal.words.clone()), by])), goal.sign.clone()].into_iter().flatten()
}

fn appointment(at: &Appointment) -> String {
    let day = at.date.map(|day| day.to_string());
    joined([day, at.time.map(|time| time.to_string()), at.place.clone(), at.who_calls.clone()])
}

fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    let said: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    said.join(" · ")
}
