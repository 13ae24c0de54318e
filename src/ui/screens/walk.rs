//! One question at a time: the question large, the client's words as the largest thing, and the ways on at the foot.

use eframe::egui::accesskit::Role;
use eframe::egui::{Align, Layout, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::{pane, rail};
use crate::desk::{Command, Desk, OpenDossier, Wish};
use crate::dossier::answer::Answer;
use crate::dossier::event::When;
use crate::dossier::ids::Place;
use crate::plan::in_words;
use crate::texts::{Texts, dates};
use crate::ui::Outbox;
use crate::ui::asks::{Draft, Edit, ask_ui};
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Ink, Level, Urgency, divider, heading, notice, words};
use crate::walk::{AskedField, OfferStop, Status, Stop, StopKind};

/// Narrower than this, rail and pane make room for the question.
const RAIL_FROM: f32 = 760.0;
const PANE_FROM: f32 = 1000.0;
const RAIL: f32 = 232.0;
const PANE: f32 = 312.0;
/// Lower than this, the foot makes room for the question.
const WAYS_FROM: f32 = 420.0;
/// Height of the foot with the ways on.
const WAYS: f32 = 76.0;
/// Lines longer than this are hard to read.
const WIDEST: f32 = 720.0;

#[derive(Default)]
pub struct WalkScreen {
    /// What the drafts are of.
    place: Option<Place>,
    fields: Vec<FieldDraft>,
    note: pane::Note,
    /// This question was not looked at yet.
    arrived: bool,
    /// An answer waited for a word when this was drawn last.
    doubted: bool,
}

/// How the screen is divided. What there is no room for is left out, and the question never is.
struct Areas {
    rail: Option<Rect>,
    question: Rect,
    /// `None` where the screen is low: the ways on then follow the answer.
    ways: Option<Rect>,
    pane: Option<Rect>,
}

impl Areas {
    fn of(whole: Rect, pane: bool) -> Self {
        let (mut middle, mut rail, mut beside) = (whole, None, None);
        if whole.width() >= RAIL_FROM {
            let (left, rest) = middle.split_left_right_at_x(whole.left() + RAIL);
            (rail, middle) = (Some(left), rest);
        }
        if pane && whole.width() >= PANE_FROM {
            let (rest, right) = middle.split_left_right_at_x(whole.right() - PANE);
            (beside, middle) = (Some(right), rest);
        }
        let mut ways = None;
        if whole.height() >= WAYS_FROM {
            let (rest, foot) = middle.split_top_bottom_at_y(whole.bottom() - WAYS);
            (middle, ways) = (rest, Some(foot.shrink2(vec2(0.0, 16.0))));
        }
        Self { rail, question: middle, ways, pane: beside }
    }
}

struct FieldDraft {
    key: String,
    draft: Draft,
    /// What the desk said when the draft was made or last agreed with it.
    base: Option<Answer>,
}

impl WalkScreen {
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
        let Some(open) = desk.open() else { return };
        self.follow(desk, open);
        let areas = Areas::of(ui.available_rect_before_wrap(), desk.look().pane);
        // In the order of reading, which is also the order of the Tab key: the question comes before what stands beside it.
        let mut question = ui.new_child(UiBuilder::new().max_rect(areas.question).id_salt("question"));
        self.question(&mut question, desk, open, &areas, out);
        if let Some(rect) = areas.ways {
            let mut foot = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("ways"));
            column(&mut foot, |ui| ways(ui, desk, open, out));
        }
        if let Some(rect) = areas.pane {
            let mut beside = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("pane"));
            pane::ui(&mut beside, desk, open, &mut self.note, out);
        }
        if let Some(rect) = areas.rail {
            let mut beside = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("rail"));
            rail::ui(&mut beside, desk, open, out);
        }
    }

    fn question(&mut self, ui: &mut Ui, desk: &Desk, open: &OpenDossier, areas: &Areas, out: &mut Outbox) {
        ScrollArea::vertical().id_salt(("question", &self.place)).auto_shrink(false).show(ui, |ui| {
            column(ui, |ui| {
                ui.add_space(if areas.rail.is_some() { 40.0 } else { 16.0 });
                if areas.rail.is_none() {
                    rail::in_a_line(ui, desk, open);
                }
                match open.stop() {
                    Some(stop) => self.stop(ui, desk, open, stop, areas, out),
                    None => end(ui, desk, open, out),
                }
                if areas.ways.is_none() {
                    ui.add_space(16.0);
                    ways(ui, desk, open, out);
                }
                if areas.pane.is_none() && desk.look().pane {
                    pane::below(ui, desk, open, &mut self.note, out);
                }
                ui.add_space(24.0);
            });
        });
    }

    /// Records what was typed and not yet left.
    ///
    /// Words that were set ready from an earlier answer count only when both go on with them, and once: what was taken away
    /// or erased is not said again by anybody but them.
    pub fn flush(&mut self, desk: &Desk, going_on: bool, out: &mut Outbox) {
        let Some(place) = &self.place else { return };
        let mint = || desk.mint().item();
        let stop = desk.open().and_then(|open| open.walk().stop(place));
        for field in &mut self.fields {
            let asked = stop.and_then(|stop| stop.field(&field.key));
            let never_said = asked.is_some_and(|asked| asked.answer.is_none() && asked.written.is_none());
            let begun = going_on && never_said && field.draft.stands_as_begun();
            let returned = desk.open().and_then(OpenDossier::returned);
            let again = returned.is_some_and(|returned| returned.place == *place && returned.field == field.key);
            if field.draft.settle(&mint) || begun || again {
                let answer = field.draft.answer();
                out.send(Command::Answer { place: place.clone(), field: field.key.clone(), answer });
            }
        }
        self.note.flush(place, out);
    }

    /// Makes drafts for a new place, and takes over what changed at the desk: undo, or a save that failed.
    fn follow(&mut self, desk: &Desk, open: &OpenDossier) {
        let Some(stop) = open.stop() else {
            self.place = None;
            self.fields.clear();
            return;
        };
        // After the word was given, the fields show what stands.
        let settled = std::mem::replace(&mut self.doubted, open.doubt().is_some()) && !self.doubted;
        if settled {
            self.fields = stop.fields.iter().map(|field| FieldDraft::of(field, desk)).collect();
        }
        if self.place.as_ref() != Some(&stop.place) {
            self.place = Some(stop.place.clone());
            self.arrived = true;
            self.note = pane::Note::of(open, &stop.place);
            self.fields = stop.fields.iter().map(|field| again(field, desk, open, stop)).collect();
        }
        for (draft, field) in self.fields.iter_mut().zip(&stop.fields) {
            if draft.base == field.answer {
                continue;
            }
            if field.answer.as_ref() == Some(&draft.draft.answer()) {
                draft.base.clone_from(&field.answer);
                continue;
            }
            *draft = again(field, desk, open, stop);
        }
    }

    fn stop(&mut self, ui: &mut Ui, desk: &Desk, open: &OpenDossier, stop: &Stop, areas: &Areas, out: &mut Outbox) {
        let texts = desk.texts();
        let stage = open.guide(desk.library()).and_then(|guide| guide.stages().get(stop.stage));
        let stage = stage.map(|stage| desk.library().say(&stage.title));
        let above = [stage, Some(stop.title.as_str())].into_iter().flatten().filter(|part| !part.is_empty());
        words(ui, Lettering::Body, Ink::Soft, &above.collect::<Vec<_>>().join(" · "));
        ui.add_space(4.0);
        // Where there is little room, large letters would push the answer out of sight.
        let size = if areas.rail.is_some() { Level::Question } else { Level::Page };
        let asked = heading(ui, size, &stop.question);
        self.look_at(ui, stop, asked.rect);
        if let Some(explanation) = &stop.explanation {
            ui.add_space(4.0);
            words(ui, Lettering::Lead, Ink::Soft, explanation);
        }
        // Most guides name the thing in the question itself; it is not said twice.
        let named = |item: &crate::dossier::answer::Item| {
            stop.question.contains(&item.text)
                || stop.explanation.as_ref().is_some_and(|text| text.contains(&item.text))
        };
        if let Some(item) = stop.item.as_ref().filter(|item| !named(item)) {
            ui.add_space(8.0);
            words(
                ui,
                Lettering::LeadStrong,
                Ink::Accent,
                &texts.say_with("walk-about", &[("item", item.text.as_str().into())]),
            );
        }
        ui.add_space(20.0);
        status(ui, texts, stop.status);
        if let StopKind::Call { .. } = stop.kind {
            call(ui, texts, stop, out);
            return;
        }
        self.editors(ui, desk, stop, out);
        if let Some(doubt) = open.doubt() {
            super::doubt::ui(ui, texts, doubt, out);
            ui.add_space(12.0);
        }
        let mut offers = open.walk().offers_at(&stop.place).peekable();
        if offers.peek().is_some() {
            ui.add_space(16.0);
            divider(ui);
            ui.add_space(8.0);
        }
        for offer in offers {
            ui.push_id(("offer", &offer.place.step), |ui| depth(ui, texts, offer, out));
            ui.add_space(12.0);
        }
    }

    /// Puts the keyboard at a question that is new: Tab then goes to its answer, and a screen reader reads it.
    fn look_at(&mut self, ui: &mut Ui, stop: &Stop, rect: Rect) {
        let id = ui.make_persistent_id(("question", &stop.place));
        let question = ui.interact(rect, id, Sense::focusable_noninteractive());
        question.widget_info(|| WidgetInfo::labeled(Role::Group, true, &stop.question));
        if std::mem::take(&mut self.arrived) {
            question.request_focus();
        }
    }

    fn editors(&mut self, ui: &mut Ui, desk: &Desk, stop: &Stop, out: &mut Outbox) {
        let texts = desk.texts();
        let mint = || desk.mint().item();
        for (draft, field) in self.fields.iter_mut().zip(&stop.fields) {
            let label = if field.label.is_empty() { stop.question.as_str() } else { field.label.as_str() };
            if !field.label.is_empty() {
                ui.add_space(8.0);
                heading(ui, Level::Card, &field.label);
                ui.add_space(4.0);
            }
            leans_on(ui, texts, field);
            match ask_ui(ui, texts, &field.key, label, &field.ask, &mut draft.draft, &mint) {
                Edit::Nothing | Edit::Typing => {}
                Edit::Done => {
                    let answer = draft.draft.answer();
                    out.send(Command::Answer { place: stop.place.clone(), field: field.key.clone(), answer });
                }
            }
            if !field.others.is_empty() {
                ui.add_space(8.0);
                ui.push_id(("two", &field.key), |ui| two_answers(ui, texts, stop, field, out));
            }
            ui.add_space(16.0);
        }
    }
}

/// A draft of a field. A save that failed left its answer here: it stands in the field again, ready to be tried once more.
fn again(field: &AskedField, desk: &Desk, open: &OpenDossier, stop: &Stop) -> FieldDraft {
    let mut draft = FieldDraft::of(field, desk);
    if let Some(returned) = open.returned().filter(|it| it.place == stop.place && it.field == field.key) {
        let asked = AskedField { answer: Some(returned.answer.clone()), ..field.clone() };
        draft.draft = FieldDraft::of(&asked, desk).draft;
    }
    draft
}

impl FieldDraft {
    fn of(field: &AskedField, desk: &Desk) -> Self {
        let mint = || desk.mint().item();
        let draft = Draft::of(&field.ask, field.answer.as_ref(), &mint);
        let draft = draft.with_proposals(field.proposals.clone()).begun_from_answer(field.begun_from_answer);
        // What was said here and taken away again stays away.
        let cleared = field.answer.is_none() && field.written.is_some();
        let draft = if cleared { draft.emptied() } else { draft };
        Self { key: field.key.clone(), draft, base: field.answer.clone() }
    }
}

/// What an answer can be held against: an earlier number, or the goal that this one is a part of.
fn leans_on(ui: &mut Ui, texts: &Texts, field: &AskedField) {
    if let Some(before) = field.before {
        let day = dates::long(texts, before.at.date());
        let said = [("number", before.number.into()), ("day", day.into())];
        words(ui, Lettering::Body, Ink::Soft, &texts.say_with("walk-before", &said));
        ui.add_space(8.0);
    }
    if let Some(goal) = &field.part_of {
        words(ui, Lettering::Body, Ink::Soft, &texts.say_with("walk-part-of", &[("goal", goal.as_str().into())]));
        ui.add_space(8.0);
    }
}

/// Keeps the question's column in the middle.
fn column(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let room = ui.available_width();
    let side = if room > WIDEST + 128.0 { (room - WIDEST) / 2.0 } else { (room * 0.06).clamp(16.0, 64.0) };
    ui.horizontal_top(|ui| {
        ui.add_space(side);
        ui.vertical(|ui| {
            ui.set_width(room - 2.0 * side);
            add(ui);
        });
    });
}

/// What was set aside says so; its answer is still there.
fn status(ui: &mut Ui, texts: &Texts, status: Status) {
    let key = match status {
        Status::Skipped => "walk-is-skipped",
        Status::Parked => "walk-is-parked",
        Status::Open | Status::Answered => return,
    };
    words(ui, Lettering::Body, Ink::Soft, &texts.say(key));
    ui.add_space(12.0);
}

/// Back, not needed, later, and the one main way on.
fn ways(ui: &mut Ui, desk: &Desk, open: &OpenDossier, out: &mut Outbox) {
    let texts = desk.texts();
    let at_end = open.stop().is_none();
    ui.horizontal(|ui| {
        let back = Wish::Back.label(texts);
        if ui.add(Button::secondary(&back)).on_hover_text(Wish::Back.hint(texts)).clicked() {
            out.wish(Wish::Back);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (label, wish) = if at_end {
                (Wish::ShowPlan.label(texts), Wish::ShowPlan)
            } else {
                (Wish::Next.label(texts), Wish::Next)
            };
            if ui.add(Button::primary(&label)).on_hover_text(wish.hint(texts)).clicked() {
                out.wish(wish);
            }
            if at_end {
                return;
            }
            for wish in [Wish::Later, Wish::NotNeeded] {
                let label = wish.label(texts);
                if ui.add(Button::quiet(&label)).on_hover_text(wish.hint(texts)).clicked() {
                    out.wish(wish);
                }
            }
        });
    });
}

/// Depth on request: quiet, under the answer, one line where there is room.
fn depth(ui: &mut Ui, texts: &Texts, offer: &OfferStop, out: &mut Outbox) {
    words(ui, Lettering::Body, Ink::Plain, &offer.question);
    ui.horizontal_wrapped(|ui| {
        let chosen = if offer.open { Some(When::Now) } else { offer.when };
        for (when, key) in [(When::Now, "offer-now"), (When::NextTime, "offer-next-time"), (When::No, "offer-no")] {
            let label = texts.say(key);
            let spoken = format!("{label}: {}", offer.question);
            let button = match (chosen == Some(when), when) {
                (true, _) => Button::chip(&label),
                (false, When::Now) => Button::secondary(&label).small(),
                (false, _) => Button::quiet(&label).small(),
            };
            if ui.add(button.spoken(&spoken)).clicked() && chosen != Some(when) {
                out.send(Command::Deepen { place: offer.place.clone(), when });
            }
        }
        let size = [("steps", offer.steps.into()), ("minutes", offer.minutes.into())];
        words(ui, Lettering::Small, Ink::Soft, &texts.say_with("offer-size", &size));
    });
}

/// The offer of another guide.
fn call(ui: &mut Ui, texts: &Texts, stop: &Stop, out: &mut Outbox) {
    ui.horizontal_wrapped(|ui| {
        for (when, key) in [(When::Now, "offer-now"), (When::NextTime, "offer-next-time"), (When::No, "offer-no")] {
            let label = texts.say(key);
            if ui.add(Button::secondary(&label)).clicked() {
                out.send(Command::Deepen { place: stop.place.clone(), when });
            }
        }
    });
}

/// Two people answered without seeing each other: both are shown, and a person chooses.
fn two_answers(ui: &mut Ui, texts: &Texts, stop: &Stop, field: &AskedField, out: &mut Outbox) {
    notice(ui, Ink::Warm, Urgency::Polite, &texts.say("walk-two-answers"), |ui| {
        let all = field.answer.iter().chain(&field.others);
        for (at, answer) in all.enumerate() {
            let said = in_words(texts, &field.ask, answer).join(", ");
            ui.push_id(at, |ui| {
                if ui.add(Button::secondary(&said).small()).clicked() {
                    let (place, field) = (stop.place.clone(), field.key.clone());
                    out.send(Command::Answer { place, field, answer: answer.clone() });
                }
            });
        }
    });
}

/// The end of the route: what is still parked, and the plan.
fn end(ui: &mut Ui, desk: &Desk, open: &OpenDossier, out: &mut Outbox) {
    let texts = desk.texts();
    heading(ui, Level::Question, &texts.say("walk-end"));
    ui.add_space(8.0);
    words(ui, Lettering::Lead, Ink::Soft, &texts.say("walk-end-what"));
    ui.add_space(12.0);
    super::plan::papers(ui, desk, out);
    ui.add_space(20.0);
    for (status, key) in [(Status::Open, "walk-end-open"), (Status::Parked, "walk-end-parked")] {
        let mut first = true;
        for stop in open.walk().with_status(status) {
            if std::mem::take(&mut first) {
                heading(ui, Level::Card, &texts.say(key));
            }
            ui.push_id(&stop.place, |ui| {
                if ui.add(Button::quiet(&stop.question)).clicked() {
                    out.send(Command::GoTo(stop.place.clone()));
                }
            });
        }
        ui.add_space(12.0);
    }
    let next_time = open.walk().offers.iter().filter(|offer| offer.when == Some(When::NextTime));
    for offer in next_time {
        words(
            ui,
            Lettering::Body,
            Ink::Soft,
            &texts.say_with("walk-end-next-time", &[("question", offer.question.as_str().into())]),
        );
    }
}
