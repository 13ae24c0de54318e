//! One stage of the guide in the rail at the left: a drawn dot, and the same in words.

use eframe::egui::{
    CornerRadius, Response, Sense, Stroke, Ui, WidgetInfo,
    accesskit::{AriaCurrent, Role},
    pos2, vec2,
};

use crate::texts::Texts;
use crate::ui::fonts::{Lettering, user_job};
use crate::ui::theme::{CORNER, tokens};

use super::focus::ring;
use super::mark::{Mark, square};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageState {
    Done,
    Current,
    Open,
}

/// A stage that can be pressed to look back or ahead.
pub fn stage(ui: &mut Ui, texts: &Texts, key: &str, name: &str, state: StageState) -> Response {
    let t = tokens(ui);
    let (letters, ink, word) = match state {
        StageState::Done => (Lettering::Body, t.soft, "widget-stage-done"),
        StageState::Current => (Lettering::Strong, t.accent, "widget-stage-current"),
        StageState::Open => (Lettering::Body, t.soft, "widget-stage-open"),
    };
    let room = ui.available_width();
    let galley = ui.painter().layout_job(user_job(ui, name, letters, ink, (room - 48.0).max(60.0)));
    let (_, rect) = ui.allocate_space(vec2(room, (galley.size().y + 18.0).max(40.0)));
    let response = ui.interact(rect, ui.make_persistent_id(("stage", key)), Sense::click());
    let spoken = texts.say_with(word, &[("stage", name.into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &spoken));
    if state == StageState::Current {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_aria_current(AriaCurrent::Step));
    }

    if state == StageState::Current || response.hovered() {
        ui.painter().rect_filled(rect, CornerRadius::same(CORNER), t.accent_soft);
    }
    let dot = pos2(rect.left() + 18.0, rect.center().y);
    let painter = ui.painter();
    match state {
        StageState::Done => {
            painter.circle_filled(dot, 7.0, t.good);
            Mark::Tick.paint(painter, square(dot, 9.0), t.card);
        }
        StageState::Current => {
            painter.circle_stroke(dot, 6.0, Stroke::new(2.0, t.accent));
            painter.circle_filled(dot, 3.0, t.accent);
        }
        StageState::Open => {
            painter.circle_stroke(dot, 6.0, Stroke::new(t.stroke.max(1.5), t.line));
        }
    }
    painter.galley(pos2(rect.left() + 34.0, rect.center().y - galley.size().y / 2.0), galley, ink);
    ring(ui, &response);
    response
}
