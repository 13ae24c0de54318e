//! The guide of this conversation as a picture: rows as deep as they lie, ways as lines beside them, the route lit.

use std::collections::BTreeSet;

use eframe::egui::{Pos2, Rect, ScrollArea, Stroke, Ui, pos2, vec2};

use crate::desk::{Command, Desk};
use crate::guide::{Map, MapKind, MapRow};
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::theme::tokens;
use crate::ui::widgets::{Button, Ink, Level, heading, words};

const ROW: f32 = 34.0;
const INDENT: f32 = 26.0;
const LANE: f32 = 9.0;

/// The map that was drawn last; made again when guide, route or language changes.
#[derive(Default)]
pub struct MapScreen {
    map: Map,
    of: Option<(String, bool, crate::texts::Language)>,
}

impl MapScreen {
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
        let texts = desk.texts();
        let Some(open) = desk.open() else { return };
        let Some(guide) = open.guide(desk.library()) else { return };
        let of = (guide.name().digest.clone(), desk.library().voice().second, texts.language());
        if self.of.as_ref() != Some(&of) {
            self.map = Map::of(texts, desk.library(), guide);
            self.of = Some(of);
        }
        heading(ui, Level::Page, &texts.say("map-title"));
        words(ui, Lettering::Body, Ink::Soft, &texts.say("map-what"));
        ui.add_space(12.0);
        let route: BTreeSet<&str> = open.walk().stops.iter().map(|stop| stop.place.step.as_str()).collect();
        let offers = open.walk().offers.iter().filter(|offer| offer.open).map(|offer| offer.place.step.as_str());
        let lit: BTreeSet<&str> = route.iter().copied().chain(offers).collect();
        let gutter = self.map.lanes as f32 * LANE + 12.0;
        ui.spacing_mut().item_spacing.y = 0.0;
        let shown = ScrollArea::vertical().id_salt("map").auto_shrink(false);
        shown.show_rows(ui, ROW, self.map.rows.len(), |ui, rows| {
            let top = ui.cursor().left_top();
            for row in self.map.rows.get(rows.clone()).unwrap_or_default() {
                let on = row.id.as_deref().is_some_and(|id| lit.contains(id));
                ui.allocate_ui_with_layout(
                    vec2(ui.available_width(), ROW),
                    eframe::egui::Layout::left_to_right(eframe::egui::Align::Center),
                    |ui| {
                        ui.set_min_height(ROW);
                        ui.add_space(gutter + row.depth as f32 * INDENT);
                        if let Some(to) = entry(ui, desk, row, on)
                            && let Some(stop) = open.walk().stops.iter().find(|stop| stop.place.step == to)
                        {
                            out.send(Command::GoTo(stop.place.clone()));
                        }
                    },
                );
            }
            self.arrows(ui, top, rows.start, gutter);
        });
    }

    /// The ways that pass the rows in sight, in their lanes at the left.
    fn arrows(&self, ui: &Ui, top: Pos2, first: usize, gutter: f32) {
        let t = tokens(ui);
        let line = Stroke::new(1.5, t.line);
        let y = |row: usize| top.y + (row as f32 - first as f32 + 0.5) * ROW;
        let clip = Rect::from_min_max(pos2(top.x, ui.clip_rect().top()), ui.clip_rect().max);
        let painter = ui.painter().with_clip_rect(clip);
        for arrow in &self.map.arrows {
            let x = top.x + gutter - 12.0 - arrow.lane as f32 * LANE;
            let depth = |row: usize| self.map.rows.get(row).map_or(0.0, |row| row.depth as f32 * INDENT);
            let (from, to) = (y(arrow.from), y(arrow.to));
            painter.line_segment([pos2(top.x + gutter + depth(arrow.from) - 4.0, from), pos2(x, from)], line);
            painter.line_segment([pos2(x, from), pos2(x, to)], line);
            let tip = pos2(top.x + gutter + depth(arrow.to) - 4.0, to);
            painter.arrow(pos2(x, to), tip - pos2(x, to), Stroke::new(1.5, t.accent));
        }
    }
}

/// Filled on the route, open beside it.
fn dot(ui: &mut Ui, on: bool) {
    let t = tokens(ui);
    let (_, rect) = ui.allocate_space(vec2(16.0, 16.0));
    if on {
        ui.painter().circle_filled(rect.center(), 5.0, t.accent);
    } else {
        ui.painter().circle_stroke(rect.center(), 4.0, Stroke::new(1.5, t.line));
    }
}

/// One row; the id of its step when it was chosen.
fn entry<'a>(ui: &mut Ui, desk: &Desk, row: &'a MapRow, on: bool) -> Option<&'a str> {
    match row.kind {
        MapKind::Stage => {
            words(ui, Lettering::LeadStrong, Ink::Plain, &row.text);
        }
        MapKind::Step => {
            dot(ui, on);
            let spoken = format!("{}, {}", row.text, desk.texts().say("map-on-route"));
            if !on {
                words(ui, Lettering::Body, Ink::Soft, &row.text);
            } else if ui.add(Button::quiet(&row.text).small().flush().spoken(&spoken)).clicked() {
                return row.id.as_deref();
            }
        }
        MapKind::Offer | MapKind::Call => {
            words(ui, Lettering::Body, if on { Ink::Accent } else { Ink::Soft }, &format!("+ {}", row.text));
        }
        MapKind::Branch | MapKind::Loop => {
            words(ui, Lettering::Small, Ink::Soft, &row.text);
        }
        MapKind::Proposal => {
            words(ui, Lettering::Small, Ink::Soft, &format!("“{}”", row.text));
        }
        MapKind::Way | MapKind::End => {
            words(ui, Lettering::Small, Ink::Accent, &row.text);
        }
    }
    None
}
