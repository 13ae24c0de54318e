//! A few short choices side by side, of which one can be taken.

use eframe::egui::{Color32, CornerRadius, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, vec2};

use crate::ui::fonts::{Lettering, user_job};
use crate::ui::theme::{CONTROL, CORNER, tokens};

use super::focus::ring;
use super::frame::group;

/// Draws `choices` side by side; gives the number of the one that was pressed. `name` is what they are about.
pub fn segments(ui: &mut Ui, key: &str, name: &str, choices: &[&str], chosen: Option<usize>) -> Option<usize> {
    let mut pressed = None;
    group(ui, key, Role::RadioGroup, name, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
            for (at, words) in choices.iter().enumerate() {
                if segment(ui, at, name, words, chosen == Some(at)).clicked() {
                    pressed = Some(at);
                }
            }
        });
    });
    pressed
}

fn segment(ui: &mut Ui, at: usize, name: &str, text: &str, on: bool) -> Response {
    let t = tokens(ui);
    let galley = ui.painter().layout_job(user_job(ui, text, Lettering::Strong, Color32::PLACEHOLDER, f32::INFINITY));
    let (_, rect) = ui.allocate_space(vec2((galley.size().x + 28.0).max(56.0), CONTROL));
    let response = ui.interact(rect, ui.make_persistent_id(("segment", at)), Sense::click());
    // With what it is about: "ja" alone says nothing to who hears one control at a time.
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, format!("{name}: {text}")));
    let (fill, ink) = match (on, response.hovered()) {
        (true, _) => (t.accent, t.on_accent),
        (false, true) => (t.accent_soft, t.ink),
        (false, false) => (t.card, t.ink),
    };
    let line = Stroke::new(t.stroke, if on { t.accent } else { t.line });
    ui.painter().rect(rect, CornerRadius::same(CORNER), fill, line, StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    ring(ui, &response);
    response
}
