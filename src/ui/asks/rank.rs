//! The most important first: choose, then move up or down. No dragging.

use eframe::egui::{Align, Layout, Ui, accesskit::Role, vec2};

use crate::dossier::answer::Item;
use crate::dossier::ids::ItemId;
use crate::guide::ask::Options;
use crate::texts::Texts;
use crate::ui::fonts::Lettering;
use crate::ui::theme::CONTROL;
use crate::ui::widgets::{Button, Ink, Mark, OptionRow, group, strip, words};

use super::offers::soft_limit;
use super::pick::PickDraft;
use super::{Around, Touch};

/// What was pressed at one place in the order.
enum Move {
    Up,
    Down,
    Out,
}

impl PickDraft {
    pub(super) fn rank_ui(&mut self, ui: &mut Ui, around: Around<'_>, options: &Options) -> Touch {
        let texts = around.texts;
        ui.spacing_mut().item_spacing.y = 8.0;
        let mut touch = self.order_ui(ui, texts);
        if let Some(most) = options.most {
            soft_limit(ui, texts, ("widget-choose-most", "widget-choose-over"), most, self.chosen.len());
        }
        let rest = options.own.iter().filter(|option| !self.has(option)).collect::<Vec<_>>();
        let mut taken = None;
        if !rest.is_empty() {
            ui.add_space(8.0);
            let title = texts.say("widget-rank-rest");
            words(ui, Lettering::SmallStrong, Ink::Soft, &title);
            group(ui, "rest", Role::Group, &title, |ui| {
                for option in rest {
                    let spoken = texts.say_with("widget-rank-take", &[("item", option.text.as_str().into())]);
                    let row = OptionRow::add(&option.id, &option.text, &spoken).hint(option.hint.as_deref());
                    if row.show(ui, false).clicked() {
                        taken = Some(option);
                    }
                }
            });
        }
        if let Some(option) = taken {
            self.chosen.push(Item { id: ItemId::new(option.id.as_str()), text: option.text.clone() });
            touch.add(Touch::Done);
        }
        if options.other {
            touch.add(self.other_ui(ui, texts, false));
        }
        touch
    }

    fn order_ui(&mut self, ui: &mut Ui, texts: &Texts) -> Touch {
        let title = texts.say(if self.chosen.is_empty() { "widget-rank-empty" } else { "widget-rank-chosen" });
        words(ui, Lettering::SmallStrong, Ink::Soft, &title);
        let mut pressed = None;
        group(ui, "order", Role::List, &title, |ui| {
            let last = self.chosen.len().saturating_sub(1);
            for (at, item) in self.chosen.iter().enumerate() {
                let moved = ui.push_id(item.id.as_str(), |ui| place(ui, texts, at, last, &item.text)).inner;
                pressed = pressed.take().or(moved.map(|moved| (at, moved)));
            }
        });
        match pressed {
            Some((at, Move::Up)) if at > 0 => self.chosen.swap(at, at - 1),
            Some((at, Move::Down)) if at + 1 < self.chosen.len() => self.chosen.swap(at, at + 1),
            Some((at, Move::Out)) => drop(self.chosen.remove(at)),
            _ => return Touch::Nothing,
        }
        Touch::Done
    }
}

/// One place in the order: its number, its words, and three buttons.
fn place(ui: &mut Ui, texts: &Texts, at: usize, last: usize, text: &str) -> Option<Move> {
    let say = |key: &str| texts.say_with(key, &[("item", text.into())]);
    let (up, down, out) = (say("widget-rank-up"), say("widget-rank-down"), say("widget-rank-drop"));
    strip(ui, |ui| {
        let row = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), CONTROL + 4.0), row, |ui| {
            ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
            let in_width = |ui: &mut Ui, width: f32, letters, ink, text: &str| {
                ui.allocate_ui_with_layout(vec2(width, CONTROL), row, |ui| {
                    ui.set_width(width);
                    words(ui, letters, ink, text);
                });
            };
            in_width(
                ui,
                24.0,
                Lettering::LeadStrong,
                Ink::Accent,
                &texts.say_with("widget-rank-place", &[("number", (at + 1).into())]),
            );
            let width = (ui.available_width() - 3.0 * (CONTROL + 4.0)).max(80.0);
            in_width(ui, width, Lettering::Body, Ink::Plain, text);
            let can = |ui: &mut Ui, able: bool, mark, name: &str, key| {
                ui.add_enabled(able, Button::icon(mark, name).key(key)).clicked()
            };
            let first = can(ui, at > 0, Mark::Up, &up, "up");
            let second = can(ui, at < last, Mark::Down, &down, "down");
            let third = can(ui, true, Mark::Cross, &out, "out");
            match (first, second, third) {
                (true, ..) => Some(Move::Up),
                (_, true, _) => Some(Move::Down),
                (.., true) => Some(Move::Out),
                _ => None,
            }
        })
        .inner
    })
    .inner
}
