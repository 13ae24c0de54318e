//! Headings that a screen reader can jump between.

use eframe::egui::{Response, Ui, accesskit::Role};

use crate::ui::fonts::Lettering;

use super::words::{Ink, words};

/// Which heading. A screen has exactly one of the first three.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Page,
    Question,
    /// Title of a card or pane.
    Card,
    /// Small words above a group.
    Group,
}

impl Level {
    fn look(self) -> (Lettering, Ink, usize) {
        match self {
            Self::Page => (Lettering::Page, Ink::Plain, 1),
            Self::Question => (Lettering::Question, Ink::Plain, 1),
            Self::Card => (Lettering::Card, Ink::Plain, 2),
            Self::Group => (Lettering::SmallStrong, Ink::Soft, 3),
        }
    }
}

/// A heading in its level's letters.
pub fn heading(ui: &mut Ui, level: Level, text: &str) -> Response {
    heading_in(ui, level, level.look().1, text)
}

/// A heading in another ink, such as that of private notes.
pub fn heading_in(ui: &mut Ui, level: Level, ink: Ink, text: &str) -> Response {
    let (letters, _, depth) = level.look();
    let response = words(ui, letters, ink, text);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_level(depth);
        // A label keeps its words in `value`; a heading is found by its name.
        node.set_label(text);
        node.clear_value();
    });
    response
}
