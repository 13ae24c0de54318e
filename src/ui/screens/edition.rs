//! A newer edition of the guide: what would change, and the choice to go over. Nothing happens until a person chooses.

use eframe::egui::{CollapsingHeader, Ui};

use crate::desk::{Command, Desk, EditionOffer};
use crate::guide::{Fate, StepChange};
use crate::texts::Texts;
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Ink, Level, card, heading, words};

pub fn ui(ui: &mut Ui, desk: &Desk, offer: &EditionOffer, out: &mut Outbox) {
    let texts = desk.texts();
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        let edition = [("edition", offer.to.edition.as_str().into())];
        heading(ui, Level::Card, &texts.say_with("edition-title", &edition));
        words(ui, Lettering::Body, Ink::Plain, &texts.say("edition-what"));
        words(ui, Lettering::Body, Ink::Soft, &texts.say_with("edition-stays", &[("count", offer.stays.len().into())]));
        ui.add_space(8.0);
        let title = Lettering::Body.rich(texts.say("edition-look"), ui.visuals().text_color());
        CollapsingHeader::new(title).id_salt("edition").show(ui, |ui| steps(ui, texts, &offer.comparison.steps));
        ui.add_space(8.0);
        if ui.add(Button::secondary(&texts.say("edition-take"))).clicked() {
            out.send(Command::TakeEdition);
        }
    });
}

/// The words of a kind of change, and whether a change is of it.
type OfKind = (&'static str, fn(&Fate) -> bool);

/// What is different, kind by kind; what stays the same is only counted.
fn steps(ui: &mut Ui, texts: &Texts, steps: &[StepChange]) {
    let same = steps.iter().filter(|step| step.fate == Fate::Same).count();
    words(ui, Lettering::Body, Ink::Soft, &texts.say_with("edition-same", &[("count", same.into())]));
    let kinds: [OfKind; 4] = [
        ("edition-reworded", |fate| matches!(fate, Fate::Reworded(_))),
        ("edition-moved", |fate| *fate == Fate::Moved),
        ("edition-gone", |fate| *fate == Fate::Gone),
        ("edition-new", |fate| *fate == Fate::New),
    ];
    for (key, is) in kinds {
        let mut of_kind = steps.iter().filter(|step| is(&step.fate)).peekable();
        if of_kind.peek().is_none() {
            continue;
        }
        ui.add_space(8.0);
        words(ui, Lettering::Strong, Ink::Plain, &texts.say(key));
        for step in of_kind {
            words(ui, Lettering::Body, Ink::Plain, &step.title);
            if let Fate::Reworded(wording) = &step.fate {
                for (was, is) in wording {
                    for (key, said) in [("edition-before", was), ("edition-after", is)] {
                        if !said.is_empty() {
                            let said = texts.say_with(key, &[("words", said.as_str().into())]);
                            words(ui, Lettering::Small, Ink::Soft, &said);
                        }
                    }
                }
            }
        }
    }
}
