//! A row to choose: the whole row is the target, its box or ring is drawn.

use eframe::egui::{
    Color32, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, pos2, vec2,
};

use crate::ui::fonts::{Lettering, user_job};
use crate::ui::theme::{CONTROL, CORNER, Tokens, tokens};

use super::focus::ring;
use super::mark::{Mark, square};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Radio,
    Check,
    Add,
}

/// A row with a ring (one of several) or a box (any of several). `key` is the option's own id.
#[derive(Clone, Copy)]
#[must_use = "call `show`"]
pub struct OptionRow<'a> {
    kind: Kind,
    key: &'a str,
    words: &'a str,
    spoken: Option<&'a str>,
    hint: Option<&'a str>,
    framed: bool,
}

impl<'a> OptionRow<'a> {
    pub fn radio(key: &'a str, words: &'a str) -> Self {
        Self { kind: Kind::Radio, key, words, spoken: None, hint: None, framed: true }
    }

    pub fn check(key: &'a str, words: &'a str) -> Self {
        Self { kind: Kind::Check, ..Self::radio(key, words) }
    }

    /// A row that is taken over when it is pressed, and is then gone. `spoken` says what pressing does.
    pub fn add(key: &'a str, words: &'a str, spoken: &'a str) -> Self {
        Self { kind: Kind::Add, spoken: Some(spoken), ..Self::radio(key, words) }
    }

    /// What is read aloud, where the words alone stand on more rows.
    pub fn spoken(mut self, spoken: &'a str) -> Self {
        self.spoken = Some(spoken);
        self
    }

    /// One line under the words.
    pub fn hint(mut self, hint: Option<&'a str>) -> Self {
        self.hint = hint;
        self
    }

    /// Without a frame, for a single box under other fields.
    pub fn bare(mut self) -> Self {
        self.framed = false;
        self
    }

    /// Draws the row. It was chosen or taken back when the response is clicked.
    pub fn show(self, ui: &mut Ui, on: bool) -> Response {
        let t = tokens(ui);
        let room = ui.available_width();
        let pad = if self.framed { 14.0 } else { 0.0 };
        let left = pad + 20.0 + 12.0;
        let wrap = (room - left - pad).max(60.0);
        let words = ui.painter().layout_job(user_job(ui, self.words, Lettering::Body, t.ink, wrap));
        let hint = self.hint.map(|hint| ui.painter().layout_job(user_job(ui, hint, Lettering::Small, t.soft, wrap)));
        let text = words.size().y + hint.as_ref().map_or(0.0, |hint| hint.size().y);
        let (_, rect) = ui.allocate_space(vec2(room, (text + 16.0).max(CONTROL)));
        let response = ui.interact(rect, ui.make_persistent_id(("option", self.key)), Sense::click());
        let name = self.spoken.unwrap_or(self.words);
        response.widget_info(|| match self.kind {
            Kind::Radio => WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, name),
            Kind::Check => WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), on, name),
            Kind::Add => WidgetInfo::labeled(Role::Button, ui.is_enabled(), name),
        });
        if let Some(hint) = self.hint {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(hint));
        }
        if ui.is_rect_visible(rect.expand(8.0)) {
            if self.framed {
                ground(ui, t, rect, on, response.hovered());
            }
            let top = rect.center().y - text / 2.0;
            // Beside the first line, also when the words take more.
            let first = words.rows.first().map_or(0.0, |row| row.height());
            self.sign(ui, t, square(pos2(rect.left() + pad + 10.0, top + first / 2.0), 20.0), on);
            let below = top + words.size().y;
            ui.painter().galley(pos2(rect.left() + left, top), words, t.ink);
            if let Some(hint) = hint {
                ui.painter().galley(pos2(rect.left() + left, below), hint, t.soft);
            }
            ring(ui, &response);
        }
        response
    }

    fn sign(self, ui: &Ui, t: &Tokens, rect: Rect, on: bool) {
        let painter = ui.painter();
        let line = Stroke::new(2.0, if on { t.accent } else { t.line });
        match self.kind {
            Kind::Radio => {
                painter.circle(rect.center(), 9.0, t.card, line);
                if on {
                    painter.circle_filled(rect.center(), 5.0, t.accent);
                }
            }
            Kind::Add => Mark::Plus.paint(painter, rect.shrink(3.0), t.accent),
            Kind::Check => {
                let fill = if on { t.accent } else { t.card };
                painter.rect(rect, CornerRadius::same(4), fill, line, StrokeKind::Inside);
                if on {
                    Mark::Tick.paint(painter, rect.shrink(3.0), t.on_accent);
                }
            }
        }
    }
}

fn ground(ui: &Ui, t: &Tokens, rect: Rect, on: bool, hovered: bool) {
    let fill: Color32 = if on || hovered { t.accent_soft } else { t.card };
    let stroke = Stroke::new(if on { t.stroke + 1.0 } else { t.stroke }, if on { t.accent } else { t.line });
    ui.painter().rect(rect, CornerRadius::same(CORNER), fill, stroke, StrokeKind::Inside);
}
