//! Choosing: a confirmation, one of several, any of several.

use eframe::egui::{Ui, accesskit::Role};

use crate::dossier::answer::{Answer, Item, Picked};
use crate::dossier::ids::ItemId;
use crate::guide::ask::{Choice, Options};
use crate::texts::Texts;
use crate::ui::widgets::{Field, OptionRow, group, segments};

use super::offers::soft_limit;
use super::{Around, Touch};

/// What is chosen so far.
#[derive(Clone, Debug, Default)]
pub(super) struct PickDraft {
    pub(super) chosen: Vec<Item>,
    /// "Something else, namely" is chosen, whether or not it has words yet.
    other_on: bool,
    other: String,
    remark: String,
}

impl PickDraft {
    pub(super) fn of(answer: Option<&Answer>) -> Self {
        let Some(Answer::Picked(picked)) = answer else { return Self::default() };
        Self {
            chosen: picked.options.clone(),
            other_on: picked.other.is_some(),
            other: picked.other.clone().unwrap_or_default(),
            remark: picked.remark.clone().unwrap_or_default(),
        }
    }

    pub(super) fn answer(&self) -> Picked {
        let said = |words: &str| Some(words.trim().to_owned()).filter(|words| !words.is_empty());
        Picked {
            options: self.chosen.clone(),
            other: said(&self.other).filter(|_| self.other_on),
            remark: said(&self.remark),
        }
    }

    /// Two or three labelled options and room for a remark.
    pub(super) fn confirm_ui(&mut self, ui: &mut Ui, around: Around<'_>, options: &[Choice]) -> Touch {
        ui.spacing_mut().item_spacing.y = 16.0;
        let words: Vec<&str> = options.iter().map(|option| option.text.as_str()).collect();
        let now = options.iter().position(|option| self.has(option));
        let mut touch = Touch::Nothing;
        if let Some(option) = segments(ui, "options", around.label, &words, now).and_then(|at| options.get(at)) {
            self.press(option, true);
            touch = Touch::Done;
        }
        let label = around.texts.say("widget-remark");
        let response = Field::area("remark", &label, 2).show(ui, &mut self.remark);
        touch.add(Touch::typed(&response));
        touch
    }

    /// Rows to choose from; `single` lets the last choice take the place of the one before.
    pub(super) fn choice_ui(&mut self, ui: &mut Ui, around: Around<'_>, options: &Options, single: bool) -> Touch {
        let role = if single { Role::RadioGroup } else { Role::Group };
        let mut touch = Touch::Nothing;
        group(ui, "options", role, around.label, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            for option in &options.own {
                let row = if single {
                    OptionRow::radio(&option.id, &option.text)
                } else {
                    OptionRow::check(&option.id, &option.text)
                };
                if row.hint(option.hint.as_deref()).show(ui, self.has(option)).clicked() {
                    self.press(option, single);
                    touch = Touch::Done;
                }
            }
            if !single {
                // In the guide's own order, whatever the order of pressing.
                let place = |item: &Item| options.own.iter().position(|option| option.id == item.id.as_str());
                self.chosen.sort_by_key(|item| place(item).unwrap_or(usize::MAX));
            }
            if options.other {
                touch.add(self.other_ui(ui, around.texts, single));
            }
        });
        if let Some(most) = options.most.filter(|_| !single) {
            ui.add_space(4.0);
            let now = self.chosen.len() + usize::from(self.other_on);
            soft_limit(ui, around.texts, ("widget-choose-most", "widget-choose-over"), most, now);
        }
        touch
    }

    /// "Something else, namely", with a field once it is chosen.
    pub(super) fn other_ui(&mut self, ui: &mut Ui, texts: &Texts, single: bool) -> Touch {
        let name = texts.say("widget-other");
        let row = if single { OptionRow::radio("anders", &name) } else { OptionRow::check("anders", &name) };
        let row = row.show(ui, self.other_on);
        let mut touch = Touch::Nothing;
        if row.clicked() {
            self.other_on = !self.other_on;
            if self.other_on && single {
                self.chosen.clear();
            }
            touch = Touch::Done;
        }
        if self.other_on {
            let label = texts.say("widget-other-field");
            let response = Field::phrase("other", &label).show(ui, &mut self.other);
            if row.clicked() {
                response.request_focus();
            }
            touch.add(Touch::typed(&response));
        }
        touch
    }

    pub(super) fn has(&self, option: &Choice) -> bool {
        self.chosen.iter().any(|item| item.id.as_str() == option.id)
    }

    /// Chooses an option, or takes it back: nothing is ever mandatory.
    fn press(&mut self, option: &Choice, single: bool) {
        let had = self.has(option);
        if single {
            self.chosen.clear();
            self.other_on = false;
        } else {
            self.chosen.retain(|item| item.id.as_str() != option.id);
        }
        if !had {
            self.chosen.push(Item { id: ItemId::new(option.id.as_str()), text: option.text.clone() });
        }
    }
}
