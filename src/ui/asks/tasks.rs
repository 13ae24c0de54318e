//! Things to do: a card each, and a field to think of another.

use eframe::egui::{Ui, accesskit::Role};

use crate::dossier::answer::{Answer, Item, Task};
use crate::dossier::ids::ItemId;
use crate::guide::ask::Who;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Ink, group, words};

use super::adder::{Added, adder};
use super::offers::{chips, soft_limit};
use super::task_card::TaskDraft;
use super::{Around, Touch};

#[derive(Clone, Debug)]
pub(super) struct TasksDraft {
    who: Who,
    tasks: Vec<TaskDraft>,
    typed: String,
}

impl TasksDraft {
    pub(super) fn of(who: Who, answer: Option<&Answer>, mint: &dyn Fn() -> ItemId) -> Self {
        let given = match answer {
            Some(Answer::Tasks(tasks)) => tasks.as_slice(),
            _ => &[],
        };
        // A task without a name of its own, from another hand, could not be told apart from its neighbour.
        let named = |task: &Task| {
            let mut draft = TaskDraft::of(task);
            if draft.id.as_str().is_empty() {
                draft.id = mint();
            }
            draft
        };
        Self { who, tasks: given.iter().map(named).collect(), typed: String::new() }
    }

    pub(super) fn answer(&self) -> Vec<Task> {
        self.tasks.iter().filter_map(|task| task.answer(self.who)).collect()
    }

    pub(super) fn settle(&mut self, mint: &dyn Fn() -> ItemId) -> bool {
        let what = std::mem::take(&mut self.typed).trim().to_owned();
        let said = !what.is_empty();
        if said {
            self.tasks.push(TaskDraft::new(mint(), what));
        }
        said
    }

    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        around: Around<'_>,
        most: u8,
        proposals: &[Item],
        suggestions: &[String],
    ) -> Touch {
        let texts = around.texts;
        ui.spacing_mut().item_spacing.y = 12.0;
        let mut touch = Touch::Nothing;
        let mut gone = None;
        group(ui, "tasks", Role::List, around.label, |ui| {
            for (at, task) in self.tasks.iter_mut().enumerate() {
                let (edited, removed) =
                    ui.push_id(task.id.as_str().to_owned(), |ui| task.ui(ui, around, self.who)).inner;
                touch.add(edited);
                if removed {
                    gone = Some(at);
                }
            }
        });
        if let Some(at) = gone {
            self.tasks.remove(at);
            touch.add(Touch::Done);
        }
        if let Some(what) = self.offered(ui, around, proposals, suggestions) {
            self.tasks.push(TaskDraft::new(what.id, what.text));
            touch.add(Touch::Done);
        }
        let label = texts.say(match (self.tasks.is_empty(), self.who) {
            (true, Who::Client) => "widget-task-client",
            (true, Who::Municipality) => "widget-task-municipality",
            (true, Who::Other) => "widget-task-other",
            (false, Who::Client) => "widget-task-another",
            (false, Who::Municipality) => "widget-task-another-municipality",
            (false, Who::Other) => "widget-task-another-other",
        });
        let drawn = words(ui, Lettering::SmallStrong, Ink::Soft, &label).id;
        match adder(ui, texts, &label, Some(drawn), &mut self.typed) {
            Added::Words(what) => {
                self.tasks.push(TaskDraft::new((around.mint)(), what));
                touch.add(Touch::Done);
            }
            Added::Typing => touch.add(Touch::Typing),
            Added::Nothing => {}
        }
        soft_limit(ui, texts, ("widget-most", "widget-most-over"), most, self.tasks.len());
        touch
    }

    /// The client's own ideas and earlier tasks first, then the guide's; gives what was taken over. A task that comes back
    /// keeps its name, so that later conversations know it again.
    fn offered(&self, ui: &mut Ui, around: Around<'_>, proposals: &[Item], suggestions: &[String]) -> Option<Item> {
        let texts = around.texts;
        let taken = |words: &str| self.tasks.iter().any(|task| task.what == words);
        let ideas = proposals.iter().map(|item| (item.id.as_str(), item.text.as_str()));
        let idea = chips(ui, texts, "widget-proposals", ideas, taken).and_then(|at| proposals.get(at)).cloned();
        let examples = suggestions.iter().map(|words| (words.as_str(), words.as_str()));
        let example =
            chips(ui, texts, "widget-suggestions", examples, taken).and_then(|at| suggestions.get(at)).cloned();
        idea.or_else(|| example.map(|text| Item { id: (around.mint)(), text }))
    }
}
