//! Grounds to put things on: card, sheet, the dashed frame of private notes, and a named group.

use eframe::egui::{
    CornerRadius, Frame, InnerResponse, Margin, Pos2, Rect, Shape, Stroke, Ui, UiBuilder, accesskit::Role, pos2,
};

use crate::ui::theme::{CARD_CORNER, tokens};

/// A card: one thing on the page.
pub fn card<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    framed(ui, Margin::same(16), add)
}

/// A low card, for one line of a list.
pub fn strip<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    framed(ui, Margin::symmetric(16, 4), add)
}

fn framed<R>(ui: &mut Ui, margin: Margin, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let t = tokens(ui);
    Frame::new()
        .fill(t.card)
        .stroke(Stroke::new(t.stroke, t.hair))
        .corner_radius(CornerRadius::same(CARD_CORNER))
        .inner_margin(margin)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add(ui)
        })
}

/// The dashed warm frame: what stands in it is the klantmanager's own, on every screen alike.
pub fn private<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let t = tokens(ui);
    let shown = Frame::new()
        .fill(t.warm_soft)
        .corner_radius(CornerRadius::same(CARD_CORNER))
        .inner_margin(Margin::same(16))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add(ui)
        });
    let outline = outline(shown.response.rect.shrink(t.stroke / 2.0), f32::from(CARD_CORNER));
    ui.painter().extend(Shape::dashed_line(&outline, Stroke::new(t.stroke.max(1.5), t.warm), 5.0, 4.0));
    shown
}

/// The closed path of a rounded rectangle; egui's own frame has no dashes.
fn outline(rect: Rect, corner: f32) -> Vec<Pos2> {
    const STEPS: u8 = 6;
    let corners = [
        (pos2(rect.right() - corner, rect.top() + corner), -90.0_f32),
        (pos2(rect.right() - corner, rect.bottom() - corner), 0.0),
        (pos2(rect.left() + corner, rect.bottom() - corner), 90.0),
        (pos2(rect.left() + corner, rect.top() + corner), 180.0),
    ];
    let mut path = Vec::with_capacity(30);
    for (middle, from) in corners {
        for step in 0..=STEPS {
            let angle = (from + 90.0 * f32::from(step) / f32::from(STEPS)).to_radians();
            path.push(middle + corner * eframe::egui::vec2(angle.cos(), angle.sin()));
        }
    }
    path.extend(path.first().copied());
    path
}

/// Controls that belong together, with a name that is spoken once.
pub fn group<R>(ui: &mut Ui, key: &str, role: Role, name: &str, add: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    ui.scope_builder(UiBuilder::new().id_salt(key).accessibility_role(role).accessibility_label(name), add)
}
