//! Several short answers, and two such lists side by side.

use eframe::egui::{Ui, accesskit::Role, vec2};

use crate::dossier::answer::Item;
use crate::dossier::ids::ItemId;
use crate::texts::Texts;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Field, Ink, Mark, group, words};

use super::adder::{Added, adder};
use super::offers::{chips, soft_limit};
use super::{Around, Touch};

/// The entries of a list, and what is being typed under them.
#[derive(Clone, Debug, Default)]
pub(super) struct ListDraft {
    items: Vec<Item>,
    typed: String,
}

impl ListDraft {
    pub(super) fn of(items: &[Item]) -> Self {
        Self { items: items.to_vec(), typed: String::new() }
    }

    /// An entry that was emptied is no answer.
    pub(super) fn answer(&self) -> Vec<Item> {
        let said = self.items.iter().filter(|item| !item.text.trim().is_empty());
        said.map(|item| Item { id: item.id.clone(), text: item.text.trim().to_owned() }).collect()
    }

    pub(super) fn settle(&mut self, mint: &dyn Fn() -> ItemId) -> bool {
        let text = std::mem::take(&mut self.typed).trim().to_owned();
        let said = !text.is_empty();
        if said {
            self.items.push(Item { id: mint(), text });
        }
        said
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: Around<'_>, most: Option<u8>, wished: Option<u8>) -> Touch {
        let texts = around.texts;
        ui.spacing_mut().item_spacing.y = 12.0;
        if let Some(wished) = wished {
            words(ui, Lettering::Small, Ink::Soft, &texts.say_with("widget-wished", &[("count", wished.into())]));
        }
        let touch = self.lines(ui, around);
        if let Some(most) = most {
            soft_limit(ui, texts, ("widget-most", "widget-most-over"), most, self.items.len());
        }
        touch
    }

    /// What can be taken over: what the screen proposes (such as what the municipality has fixed), then the guide's own.
    pub(super) fn offers_ui(
        &mut self,
        ui: &mut Ui,
        around: Around<'_>,
        proposals: &[Item],
        suggestions: &[String],
    ) -> Touch {
        let taken = |words: &str| self.items.iter().any(|item| item.text == words);
        let fixed = proposals.iter().map(|item| (item.id.as_str(), item.text.as_str()));
        let one = chips(ui, around.texts, "widget-fixed", fixed, taken)
            .and_then(|at| proposals.get(at))
            .map(|item| item.text.clone());
        let examples = suggestions.iter().map(|words| (words.as_str(), words.as_str()));
        let other =
            chips(ui, around.texts, "widget-suggestions", examples, taken).and_then(|at| suggestions.get(at)).cloned();
        let Some(text) = one.or(other) else { return Touch::Nothing };
        self.items.push(Item { id: (around.mint)(), text });
        Touch::Done
    }

    /// The entries and the field under them.
    fn lines(&mut self, ui: &mut Ui, around: Around<'_>) -> Touch {
        let texts = around.texts;
        let mut touch = Touch::Nothing;
        let mut gone = None;
        group(ui, "lines", Role::List, around.label, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            for (at, item) in self.items.iter_mut().enumerate() {
                let (edited, removed) =
                    ui.push_id(item.id.as_str(), |ui| line(ui, texts, at + 1, &mut item.text)).inner;
                touch.add(edited);
                if removed {
                    gone = Some(at);
                }
            }
            match adder(ui, texts, around.label, None, &mut self.typed) {
                Added::Words(text) => {
                    self.items.push(Item { id: (around.mint)(), text });
                    touch.add(Touch::Done);
                }
                Added::Typing => touch.add(Touch::Typing),
                Added::Nothing => {}
            }
        });
        if let Some(at) = gone {
            self.items.remove(at);
            touch.add(Touch::Done);
        }
        touch
    }
}

/// One entry: its words, which stay editable, and a cross.
fn line(ui: &mut Ui, texts: &Texts, number: usize, text: &mut String) -> (Touch, bool) {
    let label = texts.say_with("widget-item", &[("number", number.into())]);
    let spoken = removal(texts, text);
    let width = ui.available_width() - 52.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
        let response = ui.scope(|ui| Field::phrase("item", &label).label_elsewhere().width(width).show(ui, text)).inner;
        let removed = ui.add(Button::icon(Mark::Cross, &spoken).key("remove")).clicked();
        (Touch::typed(&response), removed)
    })
    .inner
}

/// "Verwijder: op tijd komen".
pub(super) fn removal(texts: &Texts, what: &str) -> String {
    if what.trim().is_empty() {
        texts.say("widget-remove-empty")
    } else {
        texts.say_with("widget-remove", &[("item", what.trim().into())])
    }
}

/// Two lists side by side, or under each other where it is narrow.
pub(super) fn two_ui(
    ui: &mut Ui,
    around: Around<'_>,
    left: (&str, &mut ListDraft),
    right: (&str, &mut ListDraft),
) -> Touch {
    let mut touch = Touch::Nothing;
    let mut one = |ui: &mut Ui, key: &str, (label, draft): (&str, &mut ListDraft)| {
        ui.push_id(key, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            words(ui, Lettering::Strong, Ink::Plain, label);
            touch.add(draft.lines(ui, Around { label, ..around }));
        });
    };
    if ui.available_width() < 520.0 {
        one(ui, "left", left);
        ui.add_space(16.0);
        one(ui, "right", right);
    } else {
        ui.spacing_mut().item_spacing.x = 32.0;
        ui.columns_const(|[first, second]| {
            one(first, "left", left);
            one(second, "right", right);
        });
    }
    touch
}
