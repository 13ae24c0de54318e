//! The ring around what the keyboard holds.

use eframe::egui::{CornerRadius, EventFilter, Rect, Response, Stroke, StrokeKind, Ui};

use crate::ui::theme::{CORNER, RING, RING_GAP, tokens};

/// Rings `response` when it has the keyboard, and keeps Escape from taking the keyboard away.
pub fn ring(ui: &Ui, response: &Response) {
    ring_around(ui, response, response.rect, CORNER);
}

/// As [`ring`], around another place or a rounder shape.
pub fn ring_around(ui: &Ui, response: &Response, rect: Rect, corner: u8) {
    if !response.has_focus() {
        return;
    }
    // Without this egui drops focus altogether, and who works by keyboard starts again at the top of the window.
    hold(ui, response, EventFilter { escape: true, ..EventFilter::default() });
    let around = rect.expand(RING_GAP + RING / 2.0);
    let corner = CornerRadius::same(corner.saturating_add(4));
    ui.painter().rect_stroke(around, corner, Stroke::new(RING, tokens(ui).accent), StrokeKind::Middle);
}

/// Which keys stay with the control that has focus.
pub fn hold(ui: &Ui, response: &Response, filter: EventFilter) {
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
}
