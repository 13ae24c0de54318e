//! The field at the foot of a list: type, Enter, type on; and lists of entries that are more than a line.

use eframe::egui::{Id, Ui, accesskit::Role, vec2};

use crate::dossier::ids::ItemId;
use crate::texts::Texts;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Field, Ink, entered, group, words};

use super::{Around, Touch};

/// What the field at the foot reports.
pub(super) enum Added {
    Nothing,
    Typing,
    /// Complete words, to be made an entry. The field is empty again.
    Words(String),
}

/// Entries that are more than a line, each with a cross of its own, and the field under them to add one more.
pub(super) struct Entries<'a, T> {
    pub key: &'a str,
    /// Over the field.
    pub label: &'a str,
    pub id: fn(&T) -> &ItemId,
    /// Draws one; gives what was touched and whether it is to go.
    pub row: fn(&mut Ui, &Texts, &mut T) -> (Touch, bool),
    pub new: fn(ItemId, String) -> T,
}

impl<T> Entries<'_, T> {
    pub(super) fn ui(&self, ui: &mut Ui, around: Around<'_>, entries: &mut Vec<T>, typed: &mut String) -> Touch {
        let texts = around.texts;
        let mut touch = Touch::Nothing;
        let mut gone = None;
        group(ui, self.key, Role::List, around.label, |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            for (at, entry) in entries.iter_mut().enumerate() {
                let (edited, removed) = ui.push_id((self.id)(entry).clone(), |ui| (self.row)(ui, texts, entry)).inner;
                touch.add(edited);
                if removed {
                    gone = Some(at);
                }
            }
            let drawn = words(ui, Lettering::SmallStrong, Ink::Soft, self.label).id;
            match adder(ui, texts, self.label, Some(drawn), typed) {
                Added::Words(said) => {
                    entries.push((self.new)((around.mint)(), said));
                    touch.add(Touch::Done);
                }
                Added::Typing => touch.add(Touch::Typing),
                Added::Nothing => {}
            }
        });
        if let Some(at) = gone {
            entries.remove(at);
            touch.add(Touch::Done);
        }
        touch
    }
}

/// Draws the field with its button; `drawn` is the label above it, if it has one of its own. Words that were typed are also added when the field is left, so that none are lost.
pub(super) fn adder(ui: &mut Ui, texts: &Texts, label: &str, drawn: Option<Id>, typed: &mut String) -> Added {
    let add = texts.say("widget-add");
    let spoken = texts.say_with("widget-add-spoken", &[("field", label.into())]);
    let example = texts.say("widget-add-first");
    // What does not fit beside the field comes under it: at 200% zoom a row is narrow.
    let button = Button::secondary(&add).spoken(&spoken).key("add-button");
    let beside = button.width(ui) + 8.0;
    let narrow = ui.available_width() < 260.0;
    let width = if narrow { ui.available_width() } else { ui.available_width() - beside };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        let field = Field::phrase("add", label);
        let field = match drawn {
            Some(drawn) => field.labelled_by(drawn),
            None => field.label_elsewhere(),
        };
        let field = field.example(&example).width(width);
        let response = ui.scope(|ui| field.show(ui, typed)).inner;
        let button = ui.add(button);
        let left = response.lost_focus() || entered(&response) || button.clicked();
        if left && !typed.trim().is_empty() {
            let words = typed.trim().to_owned();
            typed.clear();
            if button.clicked() {
                // Back to the field: who adds one thing often adds another.
                response.request_focus();
            }
            return Added::Words(words);
        }
        if response.changed() { Added::Typing } else { Added::Nothing }
    })
    .inner
}
