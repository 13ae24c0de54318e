//! Colleagues in this vault: the digits that two people compare aloud before one's work counts for the other.

use eframe::egui::{CollapsingHeader, Ui};

use crate::desk::{Command, Desk, Fingerprint};
use crate::dossier::Card;
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Ink, words};

pub fn ui(ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
    let (texts, team) = (desk.texts(), desk.team());
    let Some(own) = &team.own else { return };
    let title = Lettering::Body.rich(texts.say("team-title"), ui.visuals().text_color());
    CollapsingHeader::new(title).id_salt("team").show(ui, |ui| {
        words(ui, Lettering::Small, Ink::Soft, &texts.say("team-what"));
        ui.add_space(8.0);
        words(ui, Lettering::Body, Ink::Plain, &format!("{} ({})", own.name, texts.say("privacy-you")));
        words(ui, Lettering::Strong, Ink::Plain, &digits(own));
        for (card, known) in &team.others {
            ui.add_space(12.0);
            words(ui, Lettering::Body, Ink::Plain, &card.name);
            words(ui, Lettering::Strong, Ink::Plain, &digits(card));
            if *known {
                words(ui, Lettering::Small, Ink::Good, &texts.say("team-known"));
                continue;
            }
            let label = texts.say("team-compare");
            let spoken = format!("{label}: {}", card.name);
            if ui.add(Button::secondary(&label).small().spoken(&spoken)).clicked() {
                out.send(Command::Trust(card.clone()));
            }
        }
    });
}

fn digits(card: &Card) -> String {
    Fingerprint::on(card).map(|on| on.spoken()).unwrap_or_default()
}
