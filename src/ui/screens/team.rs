//! Who works in this vault: the digits that two people compare aloud before one's work counts for the other, what happens
//! when somebody leaves, and who can help when a passphrase is lost.

use eframe::egui::{CollapsingHeader, Ui};

use super::recovery::{Help, RecoveryChoice};
use crate::desk::{Command, Desk, Fingerprint, Member, Standing, TeamWish};
use crate::dossier::Card;
use crate::texts::Texts;
use crate::ui::Outbox;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Ink, Level, heading, words};

#[derive(Default)]
pub struct TeamScreen {
    /// The key of a colleague of whom it was asked what happens when they leave.
    parting: Option<String>,
    /// Choosing who can help, and whether what is missing was asked for.
    recovery: Option<(RecoveryChoice, bool)>,
}

impl TeamScreen {
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
        let (texts, team) = (desk.texts(), desk.team());
        let Some(own) = &team.own else { return };
        let title = Lettering::Body.rich(texts.say("team-title"), ui.visuals().text_color());
        CollapsingHeader::new(title).id_salt("team").show(ui, |ui| {
            words(ui, Lettering::Small, Ink::Soft, &texts.say("team-what"));
            ui.add_space(8.0);
            words(ui, Lettering::Body, Ink::Plain, &format!("{} ({})", own.name, texts.say("privacy-you")));
            words(ui, Lettering::Strong, Ink::Plain, &digits(own));
            for member in &team.others {
                ui.add_space(12.0);
                ui.push_id(&member.card.key, |ui| self.member(ui, texts, member, out));
            }
            if !desk.is_demonstration() {
                ui.add_space(24.0);
                self.recovery(ui, desk, own, out);
            }
        });
    }

    fn member(&mut self, ui: &mut Ui, texts: &Texts, member: &Member, out: &mut Outbox) {
        let card = &member.card;
        words(ui, Lettering::Body, Ink::Plain, &card.name);
        words(ui, Lettering::Strong, Ink::Plain, &digits(card));
        let ink = match member.standing {
            Some(Standing::Colleague) => Ink::Good,
            Some(Standing::Mistaken) => Ink::Bad,
            Some(Standing::Left) | None => Ink::Soft,
        };
        words(ui, Lettering::Small, ink, &texts.say(member.standing_key()));
        if self.parting.as_ref() == Some(&card.key) {
            return self.part(ui, texts, card, out);
        }
        ui.horizontal_wrapped(|ui| {
            let label = texts.say(match member.standing {
                Some(Standing::Left) => "team-returns",
                Some(Standing::Mistaken) => "team-right-after-all",
                Some(Standing::Colleague) | None => "team-compare",
            });
            let spoken = format!("{label}: {}", card.name);
            if !member.is_colleague() && ui.add(Button::secondary(&label).small().spoken(&spoken)).clicked() {
                out.send(Command::Team(TeamWish::Compared(card.clone())));
            }
            let label = texts.say("team-part");
            let spoken = format!("{label}: {}", card.name);
            if member.is_colleague() && ui.add(Button::quiet(&label).small().spoken(&spoken)).clicked() {
                self.parting = Some(card.key.clone());
            }
        });
    }

    /// What it means that somebody leaves, or was never the one that they seemed.
    fn part(&mut self, ui: &mut Ui, texts: &Texts, card: &Card, out: &mut Outbox) {
        let ways = [
            ("team-left-what", "team-left-sure", TeamWish::Left(card.clone())),
            ("team-mistaken-what", "team-mistaken-sure", TeamWish::Mistaken(card.clone())),
        ];
        for (what, sure, wish) in ways {
            ui.add_space(8.0);
            let name = [("name", card.name.as_str().into())];
            words(ui, Lettering::Body, Ink::Plain, &texts.say_with(what, &name));
            ui.add_space(4.0);
            if ui.add(Button::secondary(&texts.say_with(sure, &name)).small()).clicked() {
                self.parting = None;
                out.send(Command::Team(wish));
            }
        }
        ui.add_space(8.0);
        if ui.add(Button::quiet(&texts.say("client-cancel")).small()).clicked() {
            self.parting = None;
        }
    }

    fn recovery(&mut self, ui: &mut Ui, desk: &Desk, own: &Card, out: &mut Outbox) {
        let texts = desk.texts();
        heading(ui, Level::Card, &texts.say("setup-help"));
        let (ink, key) = match own.recovery {
            _ if desk.team().recovery_unfinished => (Ink::Warm, "team-recovery-unfinished"),
            Some(_) => (Ink::Soft, "team-recovery-set"),
            None => (Ink::Soft, "team-recovery-none"),
        };
        words(ui, Lettering::Small, ink, &texts.say(key));
        ui.add_space(8.0);
        let chosen_before = own.recovery.clone().filter(|_| desk.team().recovery_unfinished);
        if let Some(recipient) = chosen_before
            && ui.add(Button::secondary(&texts.say("team-recovery-finish")).small()).clicked()
        {
            out.send(Command::Team(TeamWish::Recovery(recipient)));
        }
        let Some((choice, tried)) = &mut self.recovery else {
            let key = if own.recovery.is_some() { "team-recovery-renew" } else { "team-recovery-choose" };
            if ui.add(Button::secondary(&texts.say(key)).small()).clicked() {
                out.send(Command::ForgetSheet);
                self.recovery = Some((RecoveryChoice::default(), false));
            }
            return;
        };
        choice.ui(ui, desk, &[Help::Sheet, Help::Organisation], out);
        if own.recovery.is_some() {
            words(ui, Lettering::Small, Ink::Soft, &texts.say("team-recovery-keep-old"));
        }
        ui.add_space(8.0);
        let chosen = choice.chosen(desk);
        if let Err(missing) = &chosen
            && *tried
        {
            words(ui, Lettering::Body, Ink::Bad, &texts.say(missing));
            ui.add_space(4.0);
        }
        let mut done = false;
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::primary(&texts.say("team-recovery-use")).small()).clicked() {
                *tried = true;
                if let Ok(Some(recipient)) = chosen {
                    out.send(Command::Team(TeamWish::Recovery(recipient)));
                    done = true;
                }
            }
            done |= ui.add(Button::quiet(&texts.say("client-cancel")).small()).clicked();
        });
        if done {
            self.recovery = None;
        }
    }
}

fn digits(card: &Card) -> String {
    Fingerprint::on(card).map(|on| on.spoken()).unwrap_or_default()
}
