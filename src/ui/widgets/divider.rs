//! A hairline between sections; carries no meaning, so it need not be seen by all.

use eframe::egui::{Sense, Stroke, Ui, vec2};

use crate::ui::theme::tokens;

pub fn divider(ui: &mut Ui) {
    let t = tokens(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(1.0, t.hair));
}
