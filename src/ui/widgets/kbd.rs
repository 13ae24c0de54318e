//! The cap of a key, beside what the key does.

use std::sync::Arc;

use eframe::egui::{
    Galley, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit::Role, vec2,
};

use crate::ui::fonts::{Lettering, user_job};
use crate::ui::theme::tokens;

const HEIGHT: f32 = 20.0;

/// A key cap on its own, as in the foot of the window.
pub fn kbd(ui: &mut Ui, key: &str) -> Response {
    let cap = Cap::new(ui, key);
    let (rect, response) = ui.allocate_exact_size(cap.size(), Sense::hover());
    cap.paint(ui, rect.min, false);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, key));
    response
}

/// A key cap that was measured and can be drawn inside another control.
pub(super) struct Cap(Arc<Galley>);

impl Cap {
    pub(super) fn new(ui: &Ui, key: &str) -> Self {
        let mut job = user_job(ui, key, Lettering::SmallStrong, tokens(ui).soft, f32::INFINITY);
        for section in &mut job.sections {
            // Two points under the smallest text: a cap is a picture of a key, its words are also in the manual.
            section.format.font_id.size = 12.0;
        }
        Self(ui.painter().layout_job(job))
    }

    pub(super) fn size(&self) -> Vec2 {
        vec2((self.0.size().x + 10.0).max(HEIGHT).round(), HEIGHT)
    }

    pub(super) fn paint(self, ui: &Ui, min: Pos2, on_accent: bool) {
        let t = tokens(ui);
        let rect = Rect::from_min_size(min, self.size());
        let colour = if on_accent { t.on_accent } else { t.soft };
        let line = if on_accent { t.on_accent } else { t.line };
        ui.painter().rect_stroke(rect, 4.0, Stroke::new(t.stroke, line), StrokeKind::Inside);
        let at = rect.center() - self.0.size() / 2.0;
        ui.painter().galley_with_override_text_color(at, self.0, colour);
    }
}
