//! How it went with each task, and what came between.

use eframe::egui::{Ui, accesskit::Role};

use crate::dossier::answer::{Answer, Item, Outcome, TaskStatus};
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Field, Ink, card, group, segments, words};

use super::{Around, Touch};

#[derive(Clone, Debug, Default)]
pub(super) struct StatusDraft(Vec<TaskStatus>);

impl StatusDraft {
    pub(super) fn of(answer: Option<&Answer>) -> Self {
        match answer {
            Some(Answer::Statuses(statuses)) => Self(statuses.clone()),
            _ => Self::default(),
        }
    }

    pub(super) fn answer(&self) -> Vec<TaskStatus> {
        self.0.clone()
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: Around<'_>, tasks: &[Item]) -> Touch {
        let texts = around.texts;
        if tasks.is_empty() {
            words(ui, Lettering::Body, Ink::Soft, &texts.say("widget-status-none"));
            return Touch::Nothing;
        }
        let names = Outcome::ALL.map(|outcome| texts.say(&format!("outcome-{}", outcome.name())));
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut touch = Touch::Nothing;
        group(ui, "statuses", Role::List, around.label, |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            for task in tasks {
                ui.push_id(&task.id, |ui| {
                    card(ui, |ui| {
                        ui.set_width(ui.available_width());
                        ui.spacing_mut().item_spacing.y = 8.0;
                        words(ui, Lettering::Strong, Ink::Plain, &task.text);
                        touch.add(self.one(ui, around, task, &names));
                    });
                });
            }
        });
        touch
    }

    fn one(&mut self, ui: &mut Ui, around: Around<'_>, task: &Item, names: &[&str]) -> Touch {
        let at = self.0.iter().position(|status| status.task == task.id);
        let now = at.and_then(|at| self.0.get(at)).map(|status| status.outcome);
        let chosen = Outcome::ALL.iter().position(|outcome| Some(*outcome) == now);
        let pressed = segments(ui, "outcome", &task.text, names, chosen).and_then(|at| Outcome::ALL.get(at).copied());
        if let Some(outcome) = pressed {
            match at {
                // Pressed again is taken back.
                Some(at) if now == Some(outcome) => {
                    self.0.remove(at);
                }
                Some(at) => self.0.iter_mut().skip(at).take(1).for_each(|status| status.outcome = outcome),
                None => {
                    let (task, what) = (task.id.clone(), task.text.clone());
                    self.0.push(TaskStatus { task, what, outcome, why: String::new() });
                }
            }
            return Touch::Done;
        }
        let Some(status) = at.and_then(|at| self.0.get_mut(at)).filter(|status| status.outcome.is_open()) else {
            return Touch::Nothing;
        };
        let why = around.texts.say("widget-status-why");
        Touch::typed(&Field::phrase("why", &why).show(ui, &mut status.why))
    }
}
