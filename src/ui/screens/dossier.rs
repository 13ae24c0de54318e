//! One client: what was agreed, and where to go on. No other client's name appears here.

use eframe::egui::Ui;

use crate::desk::{Command, Desk, OpenDossier, Wish};
use crate::dossier::Run;
use crate::dossier::event::Route;
use crate::guide::Guide;
use crate::guide::file::Audience;
use crate::texts::dates;
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Field, Ink, Level, card, heading, words};
use crate::walk::{Status, Walk};

#[derive(Default)]
pub struct DossierScreen {
    /// Name and reference while they are being changed.
    renaming: Option<(String, String)>,
    privacy: super::privacy::Privacy,
}

impl DossierScreen {
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
        let (Some(open), texts) = (desk.open(), desk.texts()) else { return };
        if self.privacy.inspection(ui, desk, open, out) {
            return;
        }
        if open.dossier().journal().is_empty() {
            heading(ui, Level::Page, &texts.say("client-of-others"));
            ui.add_space(8.0);
            words(ui, Lettering::Body, Ink::Soft, &texts.say("client-of-others-what"));
            return;
        }
        let client = open.dossier().client();
        heading(ui, Level::Page, &client.name);
        if !client.reference.is_empty() {
            words(ui, Lettering::Body, Ink::Soft, &client.reference);
        }
        self.rename(ui, desk, open, out);
        ui.add_space(16.0);
        let last = open.last();
        if let Some((run, walk)) = last {
            go_on(ui, desk, open, run, walk, out);
            ui.add_space(16.0);
            if let Some(offer) = open.edition_offer() {
                super::edition::ui(ui, desk, offer, out);
                ui.add_space(16.0);
            }
            agreed(ui, desk, out);
            ui.add_space(16.0);
        }
        begin(ui, desk, last.is_some(), out);
        ui.add_space(24.0);
        self.privacy.ui(ui, desk, open, out);
    }

    /// Sends what was typed and not yet kept.
    pub fn flush(&mut self, desk: &Desk, out: &mut Outbox) {
        if let Some(open) = desk.open() {
            self.privacy.flush(open, out);
        }
    }

    fn rename(&mut self, ui: &mut Ui, desk: &Desk, open: &OpenDossier, out: &mut Outbox) {
        let texts = desk.texts();
        let Some((name, reference)) = &mut self.renaming else {
            if ui.add(Button::quiet(&texts.say("dossier-rename")).small()).clicked() {
                let client = open.dossier().client();
                self.renaming = Some((client.name.clone(), client.reference.clone()));
            }
            return;
        };
        let mut done = false;
        card(ui, |ui| {
            ui.set_width(ui.available_width());
            Field::line("name", &texts.say("client-name")).show(ui, name);
            Field::line("reference", &texts.say("client-reference"))
                .help(&texts.say("client-reference-help"))
                .show(ui, reference);
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                if ui.add(Button::primary(&texts.say("dossier-rename-done"))).clicked() {
                    done = !name.trim().is_empty();
                    out.send(Command::RenameClient { name: name.clone(), reference: reference.clone() });
                }
                if ui.add(Button::quiet(&texts.say("client-cancel"))).clicked() {
                    done = true;
                }
            });
        });
        if done {
            self.renaming = None;
        }
    }
}

/// Where the last conversation stopped, with its date, and the way on.
fn go_on(ui: &mut Ui, desk: &Desk, open: &OpenDossier, run: &Run, walk: &Walk, out: &mut Outbox) {
    let (texts, library) = (desk.texts(), desk.library());
    let Some(guide) = library.edition(&run.guide) else {
        words(
            ui,
            Lettering::Body,
            Ink::Warm,
            &texts.say_with("dossier-guide-missing", &[("guide", run.began.guide.id.as_str().into())]),
        );
        return;
    };
    let stage = walk.here().and_then(|stop| guide.stages().get(stop.stage)).map(|stage| library.say(&stage.title));
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, Level::Card, guide.title());
        ui.add_space(4.0);
        let date = open.dossier().last_written().map_or(run.at, |last| last).date();
        let date = dates::long(texts, date);
        let said = match stage {
            Some(stage) => texts.say_with("dossier-stopped", &[("date", date.into()), ("stage", stage.into())]),
            None => texts.say_with("dossier-finished", &[("date", date.into())]),
        };
        words(ui, Lettering::Body, Ink::Soft, &said);
        let parked = walk.with_status(Status::Parked).count();
        if parked > 0 {
            words(ui, Lettering::Body, Ink::Soft, &texts.say_with("walk-parked", &[("count", parked.into())]));
        }
        ui.add_space(12.0);
        let label = texts.say(if stage.is_some() { "dossier-go-on" } else { "dossier-look-back" });
        if ui.add(Button::primary(&label)).clicked() {
            out.send(Command::Resume(run.began.run.clone()));
        }
    });
}

/// What is agreed, in the client's words.
fn agreed(ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
    let (texts, plan) = (desk.texts(), desk.plan());
    if !plan.says_something() {
        return;
    }
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        if let Some(words_of) = plan.goal.as_ref().map(|goal| &goal.words).or(plan.wish.as_ref()) {
            words(ui, Lettering::Small, Ink::Soft, &texts.say("dossier-own-words"));
            heading(ui, Level::Card, words_of);
            ui.add_space(8.0);
        }
        for task in &plan.tasks {
            let day = task.first_day.map(|day| format!(" · {}", dates::short(texts, day))).unwrap_or_default();
            words(ui, Lettering::Body, Ink::Plain, &format!("– {}{day}", task.what));
        }
        // Where nothing else was agreed, what stands under headings of its own is what there is.
        for (title, lines) in plan.more.iter().filter(|_| plan.goal.is_none() && plan.tasks.is_empty()) {
            words(ui, Lettering::Small, Ink::Soft, title);
            for line in lines {
                words(ui, Lettering::Body, Ink::Plain, line);
            }
        }
        if !plan.promises.is_empty() {
            ui.add_space(4.0);
            words(ui, Lettering::Small, Ink::Soft, &texts.say("paper-promises"));
        }
        for promise in &plan.promises {
            let day = promise.by.map(|day| format!(" · {}", dates::short(texts, day))).unwrap_or_default();
            words(ui, Lettering::Body, Ink::Plain, &format!("– {}{day}", promise.what));
        }
        if let Some(day) = plan.look_back.as_ref().and_then(|look_back| look_back.date) {
            ui.add_space(8.0);
            words(
                ui,
                Lettering::Body,
                Ink::Plain,
                &texts.say_with("dossier-next", &[("date", dates::long(texts, day).into())]),
            );
        }
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            for wish in [Wish::ShowPlan, Wish::CopyReport] {
                if ui.add(Button::secondary(&wish.label(texts)).small()).on_hover_text(wish.hint(texts)).clicked() {
                    out.wish(wish);
                }
            }
        });
    });
}

/// The guides for a conversation with a client.
fn begin(ui: &mut Ui, desk: &Desk, again: bool, out: &mut Outbox) {
    let texts = desk.texts();
    heading(ui, Level::Card, &texts.say(if again { "dossier-begin-again" } else { "dossier-begin" }));
    ui.add_space(8.0);
    // A file of the professional's own goes on with such guides, a client's dossier never holds one.
    let own = desk.open().and_then(OpenDossier::last).and_then(|(run, _)| desk.library().edition(&run.guide));
    let audience = own.map_or(Audience::Client, Guide::audience);
    let guides = desk.library().guides().filter(|(guide, _)| guide.audience() == audience);
    for (at, (guide, _)) in guides.enumerate() {
        ui.push_id(&guide.name().digest, |ui| {
            card(ui, |ui| {
                ui.set_width(ui.available_width());
                heading(ui, Level::Card, guide.title());
                words(ui, Lettering::Body, Ink::Plain, guide.about());
                ui.add_space(8.0);
                ui.horizontal_wrapped(|ui| {
                    let begin = texts.say("dossier-begin-core");
                    let whole = texts.say("dossier-begin-whole");
                    // One main way: the core guide of a first conversation.
                    let core = if again || at > 0 { Button::secondary(&begin) } else { Button::primary(&begin) };
                    let spoken = [&begin, &whole].map(|words| format!("{words}: {}", guide.title()));
                    if ui.add(core.spoken(&spoken[0])).on_hover_text(texts.say("dossier-begin-core-hint")).clicked() {
                        out.send(Command::Begin { guide: guide.name().id.clone(), route: Route::Core });
                    }
                    if ui
                        .add(Button::quiet(&whole).spoken(&spoken[1]))
                        .on_hover_text(texts.say("dossier-begin-whole-hint"))
                        .clicked()
                    {
                        out.send(Command::Begin { guide: guide.name().id.clone(), route: Route::Whole });
                    }
                });
            });
        });
        ui.add_space(8.0);
    }
    if ui.add(Button::quiet(&Wish::OpenGuideFile.label(texts))).clicked() {
        out.wish(Wish::OpenGuideFile);
    }
}
