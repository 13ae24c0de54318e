//! A step of any guide at hand: search, and choose one.

use eframe::egui::{Ui, accesskit::Role};

use crate::dossier::answer::{Answer, Item, Picked};
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Ink, OptionRow, group, search_field, words};

use super::{Around, Touch};

/// More than this are found by typing on.
const SHOWN: usize = 8;

#[derive(Clone, Debug, Default)]
pub(super) struct StepRefDraft {
    chosen: Option<Item>,
    search: String,
}

impl StepRefDraft {
    pub(super) fn of(answer: Option<&Answer>) -> Self {
        match answer {
            Some(Answer::Picked(picked)) => Self { chosen: picked.options.first().cloned(), search: String::new() },
            _ => Self::default(),
        }
    }

    pub(super) fn answer(&self) -> Picked {
        Picked { options: self.chosen.iter().cloned().collect(), ..Picked::default() }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: Around<'_>, steps: &[Item]) -> Touch {
        let texts = around.texts;
        let mut touch = Touch::Nothing;
        search_field(ui, texts, "step-search", &texts.say("widget-step-search"), &mut self.search);
        let search = self.search.to_lowercase();
        let fits = |item: &&Item| {
            let line = item.text.to_lowercase();
            search.split_whitespace().all(|word| line.contains(word))
        };
        let mut found: Vec<&Item> =
            if search.trim().is_empty() { Vec::new() } else { steps.iter().filter(fits).collect() };
        let more = found.len().saturating_sub(SHOWN);
        found.truncate(SHOWN);
        group(ui, "steps", Role::RadioGroup, around.label, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            let chosen = self.chosen.clone();
            let first = chosen.iter().filter(|chosen| !found.iter().any(|item| item.id == chosen.id));
            for item in first.chain(found.iter().copied()) {
                let on = self.chosen.as_ref().is_some_and(|chosen| chosen.id == item.id);
                if OptionRow::radio(item.id.as_str(), &item.text).show(ui, on).clicked() {
                    self.chosen = (!on).then(|| item.clone());
                    touch = Touch::Done;
                }
            }
        });
        if more > 0 {
            words(ui, Lettering::Small, Ink::Soft, &texts.say_with("widget-step-more", &[("count", more.into())]));
        }
        touch
    }
}
