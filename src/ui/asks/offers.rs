//! Words that can be taken over with one press, and soft limits said in words.

use eframe::egui::{Ui, accesskit::Role, vec2};

use crate::texts::Texts;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Ink, group, words};

/// Chips for `offered` (id and words), without those already `taken`; gives the number of the one that was pressed.
pub(super) fn chips<'a>(
    ui: &mut Ui,
    texts: &Texts,
    title: &str,
    offered: impl Iterator<Item = (&'a str, &'a str)>,
    taken: impl Fn(&str) -> bool,
) -> Option<usize> {
    let left: Vec<(usize, (&str, &str))> = offered.enumerate().filter(|(_, (_, words))| !taken(words)).collect();
    if left.is_empty() {
        return None;
    }
    let name = texts.say(title);
    words(ui, Lettering::SmallStrong, Ink::Soft, &name);
    let mut pressed = None;
    group(ui, title, Role::Group, &name, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 12.0);
            for (at, (id, text)) in left {
                let spoken = texts.say_with("widget-take", &[("item", text.into())]);
                if ui.add(Button::chip(text).spoken(&spoken).key(id)).clicked() {
                    pressed = Some(at);
                }
            }
        });
    });
    pressed
}

/// Says quietly that fewer is better; `over` is the key for when there are more. Never blocks.
pub(super) fn soft_limit(ui: &mut Ui, texts: &Texts, (under, over): (&str, &str), most: u8, now: usize) {
    let key = if now > usize::from(most) { over } else { under };
    let said = texts.say_with(key, &[("count", most.into()), ("now", now.into())]);
    words(ui, Lettering::Small, Ink::Soft, &said);
}
