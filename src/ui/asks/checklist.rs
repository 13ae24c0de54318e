//! Yes, no or not applicable for each of a few things.

use eframe::egui::{Ui, accesskit::Role};

use crate::dossier::answer::{Answer, Check};
use crate::guide::ask::Choice;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Ink, divider, group, segments, words};

use super::{Around, Touch};

const ALL: [Check; 3] = [Check::Yes, Check::No, Check::NotApplicable];

#[derive(Clone, Debug, Default)]
pub(super) struct ChecklistDraft(Vec<(String, Check)>);

impl ChecklistDraft {
    pub(super) fn of(answer: Option<&Answer>) -> Self {
        match answer {
            Some(Answer::Checks(checks)) => Self(checks.clone()),
            _ => Self::default(),
        }
    }

    pub(super) fn answer(&self) -> Vec<(String, Check)> {
        self.0.clone()
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: Around<'_>, items: &[Choice]) -> Touch {
        let names = ["widget-check-yes", "widget-check-no", "widget-check-na"].map(|key| around.texts.say(key));
        let names = [names[0].as_str(), names[1].as_str(), names[2].as_str()];
        let mut touch = Touch::Nothing;
        group(ui, "checks", Role::List, around.label, |ui| {
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    ui.add_space(8.0);
                    divider(ui);
                    ui.add_space(8.0);
                }
                let now = self.0.iter().find(|(id, _)| *id == item.id).map(|(_, check)| *check);
                let chosen = ALL.iter().position(|check| Some(*check) == now);
                words(ui, Lettering::Body, Ink::Plain, &item.text);
                if let Some(hint) = &item.hint {
                    words(ui, Lettering::Small, Ink::Soft, hint);
                }
                if let Some(pressed) = segments(ui, &item.id, &item.text, &names, chosen).and_then(|at| ALL.get(at)) {
                    self.0.retain(|(id, _)| *id != item.id);
                    // Pressed again is taken back.
                    if now != Some(*pressed) {
                        self.0.push((item.id.clone(), *pressed));
                    }
                    touch = Touch::Done;
                }
            }
        });
        touch
    }
}
