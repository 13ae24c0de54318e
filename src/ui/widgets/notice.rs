//! A message where the eye already is, spoken as well as drawn.

use eframe::egui::{
    Align, CornerRadius, Frame, InnerResponse, Layout, Margin, Sense, Stroke, Ui, UiBuilder,
    accesskit::{Live, Role},
    vec2,
};

use crate::ui::fonts::Lettering;
use crate::ui::theme::{CARD_CORNER, tokens};

use super::mark::{Mark, square};
use super::words::{Ink, words};

/// How soon a screen reader says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// When what is being said is finished.
    Polite,
    /// At once.
    Assertive,
}

/// A bar with a message and room for what can be done about it.
pub fn notice<R>(
    ui: &mut Ui,
    ink: Ink,
    urgency: Urgency,
    text: &str,
    actions: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let t = tokens(ui);
    let mark = match ink {
        Ink::Good => Mark::Tick,
        _ => Mark::Attention,
    };
    Frame::new()
        .fill(ink.ground(t))
        .stroke(Stroke::new(t.stroke, ink.colour(t)))
        .corner_radius(CornerRadius::same(CARD_CORNER))
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal_top(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(20.0, Lettering::Body.line_height()), Sense::hover());
                mark.paint(ui.painter(), square(rect.center(), 18.0), ink.colour(t));
                ui.add_space(4.0);
                ui.vertical(|ui| {
                    spoken(ui, urgency, text);
                    below(ui, actions)
                })
                .inner
            })
            .inner
        })
}

/// What can be done, under the message; takes no room when there is nothing to do.
fn below<R>(ui: &mut Ui, actions: impl FnOnce(&mut Ui) -> R) -> R {
    let mut rect = ui.available_rect_before_wrap();
    rect.min.y += 4.0;
    rect.max.y = rect.min.y;
    let layout = Layout::left_to_right(Align::Center).with_main_wrap(true);
    let mut child = ui.new_child(UiBuilder::new().id_salt("actions").max_rect(rect).layout(layout));
    let inner = actions(&mut child);
    if child.min_rect().width() > 0.0 {
        ui.advance_cursor_after_rect(child.min_rect());
    }
    inner
}

fn spoken(ui: &mut Ui, urgency: Urgency, text: &str) {
    let response = words(ui, Lettering::Body, Ink::Plain, text);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        let (role, live) = match urgency {
            Urgency::Polite => (Role::Status, Live::Polite),
            Urgency::Assertive => (Role::Alert, Live::Assertive),
        };
        node.set_role(role);
        node.set_live(live);
        node.set_label(text);
        node.clear_value();
    });
}
