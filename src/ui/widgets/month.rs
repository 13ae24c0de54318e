//! A month on a small grid, to pick a day from.

use eframe::egui::{Color32, CornerRadius, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role, vec2};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::texts::dates::weekday_key;
use crate::texts::{Texts, dates};
use crate::ui::fonts::{Lettering, user_job};
use crate::ui::theme::{CORNER, tokens};

use super::button::Button;
use super::focus::ring;
use super::mark::Mark;
use super::words::{Ink, words};

const CELL: f32 = 40.0;
const GAP: f32 = 4.0;

/// Draws the month of `shown`; gives the day that was picked. `fresh` puts the keyboard on the day that is chosen.
pub(super) fn month_grid(
    ui: &mut Ui,
    texts: &Texts,
    shown: &mut Date,
    chosen: Option<Date>,
    today: Date,
    fresh: bool,
) -> Option<Date> {
    ui.spacing_mut().item_spacing = vec2(GAP, GAP);
    ui.set_width(7.0 * CELL + 6.0 * GAP);
    head(ui, texts, shown);
    ui.horizontal(|ui| {
        for day in Weekday::Monday.cycle_forward().take(7) {
            let (rect, _) = ui.allocate_exact_size(vec2(CELL, 22.0), Sense::hover());
            let name = texts.say(weekday_key(day));
            let job = user_job(ui, &name, Lettering::Small, tokens(ui).soft, f32::INFINITY);
            let galley = ui.painter().layout_job(job);
            ui.painter().galley(rect.center() - galley.size() / 2.0, galley, Color32::PLACEHOLDER);
        }
    });
    let first = shown.first_of_month();
    let before = i64::from(first.weekday().to_monday_zero_offset());
    let focus = if fresh { Some(chosen.unwrap_or(today)) } else { None };
    let mut picked = None;
    for week in 0..6_i64 {
        let Ok(monday) = first.checked_add((week * 7 - before).days()) else { break };
        if monday > first.last_of_month() {
            break;
        }
        ui.horizontal(|ui| {
            for offset in 0..7_i64 {
                let Ok(day) = monday.checked_add(offset.days()) else { break };
                if day.first_of_month() != first {
                    ui.allocate_exact_size(vec2(CELL, CELL), Sense::hover());
                    continue;
                }
                let response = cell(ui, texts, day, chosen == Some(day), today == day);
                if focus == Some(day) {
                    response.request_focus();
                }
                if response.clicked() {
                    picked = Some(day);
                }
            }
        });
    }
    picked
}

/// "oktober 2026" between two arrows.
fn head(ui: &mut Ui, texts: &Texts, shown: &mut Date) {
    let (earlier, later) = (texts.say("widget-date-earlier"), texts.say("widget-date-later"));
    ui.horizontal(|ui| {
        if ui.add(Button::icon(Mark::Left, &earlier)).clicked() {
            *shown = shown.checked_sub(1.month()).unwrap_or(*shown);
        }
        let middle = ui.available_width() - 44.0 - GAP;
        ui.allocate_ui(vec2(middle, 44.0), |ui| {
            ui.set_width(middle);
            ui.centered_and_justified(|ui| {
                let name = format!("{} {}", texts.say(&format!("month-{}", shown.month())), shown.year());
                words(ui, Lettering::Strong, Ink::Plain, &name);
            });
        });
        if ui.add(Button::icon(Mark::Right, &later)).clicked() {
            *shown = shown.checked_add(1.month()).unwrap_or(*shown);
        }
    });
}

fn cell(ui: &mut Ui, texts: &Texts, day: Date, chosen: bool, is_today: bool) -> Response {
    let t = tokens(ui);
    let (_, rect) = ui.allocate_space(vec2(CELL, CELL));
    let response = ui.interact(rect, ui.make_persistent_id(("day", day.month(), day.day())), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), chosen, dates::long(texts, day)));
    let (fill, ink) = match (chosen, response.hovered()) {
        (true, _) => (t.accent, t.on_accent),
        (false, true) => (t.accent_soft, t.ink),
        (false, false) => (Color32::TRANSPARENT, t.ink),
    };
    // Today has a line around it, so that the eye has somewhere to start from.
    let line = if is_today { Stroke::new(t.stroke, t.line) } else { Stroke::NONE };
    ui.painter().rect(rect, CornerRadius::same(CORNER), fill, line, StrokeKind::Inside);
    let letters = if is_today { Lettering::Strong } else { Lettering::Body };
    let job = user_job(ui, &day.day().to_string(), letters, ink, f32::INFINITY);
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    ring(ui, &response);
    response
}
