//! A few words on a soft round ground.

use eframe::egui::{CornerRadius, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, vec2};

use crate::ui::fonts::{Lettering, user_job};
use crate::ui::theme::tokens;

use super::words::Ink;

/// Words on the ground of their ink, such as "We sturen samen" or "gelukt".
pub fn pill(ui: &mut Ui, ink: Ink, text: &str) -> Response {
    let t = tokens(ui);
    let colour = ink.colour(t);
    let room = if ui.layout().main_wrap { ui.max_rect().width() } else { ui.available_width() };
    let job = user_job(ui, text, Lettering::SmallStrong, colour, (room - 20.0).max(60.0));
    let galley = ui.painter().layout_job(job);
    let size = vec2((galley.size().x + 20.0).ceil(), galley.size().y.max(20.0) + 5.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    let ground = ink.ground(t);
    // Where there are no soft grounds, a line keeps the words together.
    let line = if ground == t.page { Stroke::new(t.stroke, t.line) } else { Stroke::NONE };
    ui.painter().rect(rect, CornerRadius::same(13), ground, line, StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, colour);
    response
}
