//! The guides at hand, and a guide from a file: installed when it has no faults, its findings shown when it has.

use std::path::PathBuf;

use eframe::egui::Ui;

use crate::desk::{Command, Desk, GuideFindings, Wish};
use crate::guide::file::Audience;
use crate::guide::{Level as Weight, Origin};
use crate::texts::Texts;
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Field, Ink, Level, card, divider, heading, pill, words};

/// More findings than this are told as a number; mending the first ones mostly mends the rest.
const SHOWN: usize = 100;

#[derive(Default)]
pub struct Guides {
    /// A path typed by hand, for where no file dialog can be shown.
    path: String,
}

impl Guides {
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
        let texts = desk.texts();
        heading(ui, Level::Page, &texts.say("guides-title"));
        ui.add_space(12.0);
        self.open_file(ui, texts, out);
        ui.add_space(20.0);
        if let Some(findings) = desk.findings() {
            show_findings(ui, texts, findings, out);
            ui.add_space(16.0);
        }
        for (guide, origin) in desk.library().guides() {
            ui.push_id(&guide.name().digest, |ui| {
                card(ui, |ui| {
                    ui.set_width(ui.available_width());
                    heading(ui, Level::Card, guide.title());
                    words(ui, Lettering::Body, Ink::Plain, guide.about());
                    let (stages, steps) = (guide.stages().len(), guide.steps().len());
                    let size = texts.say_with("guide-size", &[("stages", stages.into()), ("steps", steps.into())]);
                    let from = texts.say(match origin {
                        Origin::Bundled => "guide-bundled",
                        Origin::Vault => "guide-from-file",
                        Origin::Layered => "guide-layered",
                    });
                    let edition = texts.say_with("guide-edition", &[("edition", guide.name().edition.as_str().into())]);
                    words(ui, Lettering::Small, Ink::Soft, &[edition, size, from].join(" · "));
                    words(ui, Lettering::Small, Ink::Soft, &[guide.makers(), guide.licence()].join(" · "));
                    if guide.audience() == Audience::Professional {
                        ui.add_space(8.0);
                        let begin = texts.say("guide-begin-own");
                        if ui
                            .add(Button::secondary(&begin).small())
                            .on_hover_text(texts.say("guide-begin-own-hint"))
                            .clicked()
                        {
                            out.send(Command::BeginOwn(guide.name().id.clone()));
                        }
                    }
                    let read = guide.reading_list().map(|source| (source.reference(), source.read_for.as_str()));
                    folded(ui, texts, "guide-reading", guide.reading_list().count(), Lettering::Small, read);
                    let rest = guide.sources().iter().map(|source| (source.reference(), source.supports.as_str()));
                    folded(ui, texts, "guide-sources", guide.sources().len(), Lettering::Small, rest);
                    let terms = guide.terms().iter().map(|term| (term.word.clone(), term.meaning.as_str()));
                    folded(ui, texts, "guide-terms", guide.terms().len(), Lettering::SmallStrong, terms);
                    changes(ui, texts, guide);
                });
            });
            ui.add_space(8.0);
        }
    }

    fn open_file(&mut self, ui: &mut Ui, texts: &Texts, out: &mut Outbox) {
        if ui.add(Button::primary(&Wish::OpenGuideFile.label(texts))).clicked() {
            out.wish(Wish::OpenGuideFile);
        }
        ui.add_space(12.0);
        let label = texts.say("guides-path");
        Field::line("guide-path", &label).show(ui, &mut self.path);
        if !self.path.trim().is_empty() && ui.add(Button::secondary(&texts.say("guides-path-open"))).clicked() {
            out.send(Command::ReadGuideAt(PathBuf::from(self.path.trim())));
        }
    }
}

/// So many things with what is said of each, folded; nothing where there are none.
fn folded<'a>(
    ui: &mut Ui,
    texts: &Texts,
    title: &str,
    count: usize,
    lettering: Lettering,
    rows: impl Iterator<Item = (String, &'a str)>,
) {
    if count == 0 {
        return;
    }
    let title = texts.say_with(title, &[("count", count.into())]);
    ui.collapsing(Lettering::Body.rich(title, ui.visuals().text_color()), |ui| {
        for (what, said) in rows {
            words(ui, lettering, Ink::Plain, &what);
            words(ui, Lettering::Small, Ink::Soft, said);
            ui.add_space(4.0);
        }
    });
}

fn changes(ui: &mut Ui, texts: &Texts, guide: &crate::guide::Guide) {
    if guide.changes().is_empty() {
        return;
    }
    ui.collapsing(Lettering::Body.rich(texts.say("guide-changes"), ui.visuals().text_color()), |ui| {
        for change in guide.changes() {
            words(ui, Lettering::Small, Ink::Soft, change);
        }
    });
}

fn show_findings(ui: &mut Ui, texts: &Texts, found: &GuideFindings, out: &mut Outbox) {
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        heading(ui, Level::Card, &found.file);
        let key = if found.installed { "findings-installed" } else { "findings-not-installed" };
        words(ui, Lettering::Body, Ink::Plain, &texts.say(key));
        divider(ui);
        for (at, finding) in found.findings.iter().take(SHOWN).enumerate() {
            ui.push_id(at, |ui| {
                let place = [("line", finding.line.into()), ("column", finding.column.into())];
                ui.horizontal_wrapped(|ui| {
                    let (ink, key) = match finding.level() {
                        Weight::Fault => (Ink::Bad, "finding-fault"),
                        Weight::Notice => (Ink::Warm, "finding-notice"),
                    };
                    pill(ui, ink, &texts.say(key));
                    words(ui, Lettering::SmallStrong, Ink::Soft, &texts.say_with("finding-place", &place));
                });
                words(ui, Lettering::Body, Ink::Plain, &finding.message(texts));
                words(ui, Lettering::Body, Ink::Soft, &finding.advice(texts));
                ui.add_space(8.0);
            });
        }
        if found.findings.len() > SHOWN {
            let more = found.findings.len() - SHOWN;
            words(ui, Lettering::Body, Ink::Soft, &texts.say_with("findings-more", &[("count", more.into())]));
        }
        if ui.add(Button::secondary(&texts.say("findings-close"))).clicked() {
            out.send(Command::CloseFindings);
        }
    });
}
