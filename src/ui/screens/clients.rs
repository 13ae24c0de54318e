//! The klantmanager's own list: who comes when, and who has no appointment yet. Never shown while a client sits beside.

use eframe::egui::{Align, Layout, Ui, vec2};

use jiff::civil::Date;

use crate::desk::{ClientLine, Command, Desk};
use crate::texts::{Texts, dates};
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{
    Button, Field, Ink, Level, OptionRow, card, entered, heading, list_row, pill, search_field, today, words,
};

#[derive(Default)]
pub struct Clients {
    search: String,
    new: Option<NewClient>,
    team: super::team::TeamScreen,
}

#[derive(Default)]
struct NewClient {
    name: String,
    reference: String,
    unstored: bool,
}

impl Clients {
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
        let texts = desk.texts();
        heading(ui, Level::Page, &texts.say("clients-title"));
        ui.add_space(16.0);
        if desk.clients().is_empty() && self.new.is_none() {
            words(ui, Lettering::Lead, Ink::Soft, &texts.say("clients-none"));
            ui.add_space(16.0);
        }
        missing(ui, desk, out);
        self.search_and_new(ui, texts);
        if let Some(new) = &mut self.new {
            ui.add_space(16.0);
            if new.ui(ui, texts, out) {
                self.new = None;
            }
        }
        ui.add_space(16.0);
        self.list(ui, desk, out);
        ui.add_space(24.0);
        self.team.ui(ui, desk, out);
    }

    fn search_and_new(&mut self, ui: &mut Ui, texts: &Texts) {
        let size = vec2(ui.available_width(), 44.0);
        ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
            if self.new.is_none() && ui.add(Button::primary(&texts.say("clients-new"))).clicked() {
                self.new = Some(NewClient::default());
            }
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                search_field(ui, texts, "clients", &texts.say("clients-search"), &mut self.search);
            });
        });
    }

    fn list(&self, ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
        let (texts, now) = (desk.texts(), today(ui.ctx()));
        let mut group = None;
        let mut shown = 0;
        let due = desk.clients().iter().filter(|line| line.is_due(now)).count();
        if due > 0 {
            words(ui, Lettering::Body, Ink::Warm, &texts.say_with("clients-due-count", &[("count", due.into())]));
        }
        for line in desk.clients().iter().filter(|line| line.matches(&self.search)) {
            shown += 1;
            let this = Group::of(line, now);
            if group != Some(this) {
                ui.add_space(12.0);
                heading(ui, Level::Group, &texts.say(this.key()));
                ui.add_space(4.0);
                group = Some(this);
            }
            row(ui, texts, line, now, out);
            ui.add_space(8.0);
        }
        if shown == 0 && !desk.clients().is_empty() {
            words(
                ui,
                Lettering::Body,
                Ink::Soft,
                &texts.say_with("clients-not-found", &[("search", self.search.as_str().into())]),
            );
        }
    }
}

impl NewClient {
    /// Whether the form is done with.
    fn ui(&mut self, ui: &mut Ui, texts: &Texts, out: &mut Outbox) -> bool {
        let mut done = false;
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            heading(ui, Level::Card, &texts.say("clients-new"));
            ui.add_space(8.0);
            let (name, help) = (texts.say("client-name"), texts.say("client-name-help"));
            let field = Field::line("new-name", &name).help(&help).show(ui, &mut self.name);
            if self.name.is_empty() && ui.memory(|memory| memory.focused().is_none()) {
                field.request_focus();
            }
            let entered_name = entered(&field);
            ui.add_space(8.0);
            let (reference, help) = (texts.say("client-reference"), texts.say("client-reference-help"));
            let field = Field::line("new-reference", &reference).help(&help).show(ui, &mut self.reference);
            let entered_reference = entered(&field);
            ui.add_space(8.0);
            let (label, hint) = (texts.say("client-unstored"), texts.say("client-unstored-hint"));
            let row = OptionRow::check("unstored", &label).hint(Some(&hint)).bare();
            if row.show(ui, self.unstored).clicked() {
                self.unstored = !self.unstored;
            }
            ui.add_space(12.0);
            ui.horizontal(|ui| {
                let make = ui.add(Button::primary(&texts.say("client-make"))).clicked();
                if make || entered_name || entered_reference {
                    done = !self.name.trim().is_empty();
                    let name = self.name.clone();
                    out.send(if self.unstored {
                        Command::NewUnstored { name }
                    } else {
                        Command::NewClient { name, reference: self.reference.clone() }
                    });
                }
                if ui.add(Button::quiet(&texts.say("client-cancel"))).clicked() {
                    done = true;
                }
            });
        });
        done
    }
}

/// When somebody comes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Earlier,
    Today,
    ThisWeek,
    Later,
    NoDate,
    /// The guidance ended.
    Ended,
    /// Kept as long as it may be.
    Due,
}

impl Group {
    fn of(line: &ClientLine, today: Date) -> Self {
        if line.due.is_some() {
            return if line.is_due(today) { Self::Due } else { Self::Ended };
        }
        let Some(day) = line.next.as_ref().and_then(|next| next.date) else { return Self::NoDate };
        match day.since(today).map_or(0, |span| span.get_days()) {
            ..0 => Self::Earlier,
            0 => Self::Today,
            1..7 => Self::ThisWeek,
            _ => Self::Later,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Earlier => "clients-earlier",
            Self::Today => "clients-today",
            Self::ThisWeek => "clients-week",
            Self::Later => "clients-later",
            Self::NoDate => "clients-no-date",
            Self::Ended => "clients-ended",
            Self::Due => "clients-due",
        }
    }
}

fn row(ui: &mut Ui, texts: &Texts, line: &ClientLine, today: Date, out: &mut Outbox) {
    let spoken = texts.say_with("client-open", &[("name", line.name.as_str().into())]);
    let clicked = list_row(ui, line.id.as_str(), &spoken, false, |ui| {
        ui.set_height(44.0);
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| columns(ui, texts, line, today));
    })
    .response
    .clicked();
    if clicked {
        out.send(Command::OpenClient(line.id.clone()));
    }
}

fn columns(ui: &mut Ui, texts: &Texts, line: &ClientLine, today: Date) {
    let wide = ui.available_width();
    column(ui, wide * 0.26, |ui| {
        if line.name.is_empty() {
            words(ui, Lettering::Body, Ink::Soft, &texts.say("client-of-others"));
        } else {
            words(ui, Lettering::Strong, Ink::Plain, &line.name);
        }
        if !line.reference.is_empty() {
            words(ui, Lettering::Small, Ink::Soft, &line.reference);
        }
    });
    column(ui, wide * 0.26, |ui| {
        words(ui, Lettering::Body, Ink::Soft, &when(texts, line, today));
    });
    column(ui, ui.available_width(), |ui| stands(ui, texts, line));
}

fn column(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width.max(80.0), 40.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width.max(80.0));
        ui.spacing_mut().item_spacing.y = 0.0;
        add(ui);
    });
}

fn when(texts: &Texts, line: &ClientLine, today: Date) -> String {
    if let Some(due) = line.due {
        return texts.say_with("client-kept-until", &[("date", dates::long(texts, due).into())]);
    }
    let Some(next) = &line.next else {
        return line
            .last
            .map(|last| texts.say_with("client-last", &[("date", dates::short(texts, last.date()).into())]))
            .unwrap_or_default();
    };
    let day = next.date.filter(|day| *day != today).map(|day| dates::short(texts, day));
    let time = next.time.map(|time| dates::time(texts, time));
    [day, time, next.place.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// How the conversation stands, in words.
fn stands(ui: &mut Ui, texts: &Texts, line: &ClientLine) {
    if !line.trouble.is_empty() {
        pill(ui, Ink::Warm, &texts.say("client-trouble"));
        return;
    }
    let said = match (&line.guide, &line.stage) {
        (None, _) => texts.say("client-not-begun"),
        (Some(guide), Some(stage)) => {
            texts.say_with("client-stage", &[("guide", guide.as_str().into()), ("stage", stage.as_str().into())])
        }
        (Some(guide), None) => texts.say_with("client-finished", &[("guide", guide.as_str().into())]),
    };
    words(ui, Lettering::Body, Ink::Soft, &said);
}

/// Dossiers that were here and are not, as long as nobody said to know that.
fn missing(ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
    let texts = desk.texts();
    if desk.missing().is_empty() {
        return;
    }
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        let count = [("count", desk.missing().len().into())];
        words(ui, Lettering::Strong, Ink::Warm, &texts.say_with("missing-title", &count));
        words(ui, Lettering::Body, Ink::Plain, &texts.say("missing-what"));
        for dossier in desk.missing() {
            words(ui, Lettering::Small, Ink::Soft, dossier.as_str());
        }
        ui.add_space(8.0);
        if ui.add(Button::secondary(&texts.say("missing-known")).small()).clicked() {
            out.send(Command::LetGo);
        }
    });
    ui.add_space(16.0);
}
