//! One row of a list: a card that opens as a whole and may hold controls of its own.

use eframe::egui::{
    Align, CornerRadius, Frame, InnerResponse, Layout, Margin, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo,
    accesskit::Role, vec2,
};

use crate::ui::theme::{CARD_CORNER, CONTROL, tokens};

use super::focus::ring_around;

/// A row that can be pressed. `key` is the domain's own id of the thing; `name` is spoken. The response is the row's.
pub fn list_row<R>(
    ui: &mut Ui,
    key: &str,
    name: &str,
    chosen: bool,
    add: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let t = tokens(ui);
    let id = ui.make_persistent_id(("row", key));
    // Sensed under its own content, so that a button in the row still gets its clicks.
    let builder = UiBuilder::new().scope_id(id).sense(Sense::click());
    let shown = ui.scope_builder(builder, |ui| {
        let under = ui.painter().add(Shape::Noop);
        // Words that can be selected would take the click that opens the row.
        ui.style_mut().interaction.selectable_labels = false;
        let frame = Frame::new().inner_margin(Margin::symmetric(20, 10));
        let inner = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            let size = vec2(ui.available_width(), CONTROL - 4.0);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), add).inner
        });
        let hovered = ui.response().hovered();
        let fill = if chosen || hovered { t.accent_soft } else { t.card };
        let line = Stroke::new(t.stroke, if chosen || hovered { t.accent } else { t.hair });
        let ground = Frame::new().fill(fill).stroke(line).corner_radius(CornerRadius::same(CARD_CORNER));
        ui.painter().set(under, ground.paint(inner.response.rect));
        inner.inner
    });
    shown.response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    ring_around(ui, &shown.response, shown.response.rect, CARD_CORNER);
    shown
}
