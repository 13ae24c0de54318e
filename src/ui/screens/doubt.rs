//! An answer that would take others off the route: told before it happens, with the way back as large as the way on.

use eframe::egui::Ui;

use crate::desk::{Command, Doubt};
use crate::texts::Texts;
use crate::ui::Outbox;
use crate::ui::widgets::{Button, Ink, Urgency, notice};

/// More than this are told as a number.
const NAMED: usize = 5;

pub fn ui(ui: &mut Ui, texts: &Texts, doubt: &Doubt, out: &mut Outbox) {
    let gone: Vec<String> = doubt
        .consequences
        .falls_away
        .iter()
        .filter(|passed| passed.said)
        .map(|passed| passed.question.clone())
        .collect();
    let mut text = texts.say("doubt-title");
    list(&mut text, texts, &gone);
    if !doubt.consequences.plan_loses.is_empty() {
        text.push('\n');
        text.push_str(&texts.say("doubt-plan"));
        list(&mut text, texts, &doubt.consequences.plan_loses);
    }
    text.push('\n');
    text.push_str(&texts.say("doubt-kept"));
    notice(ui, Ink::Warm, Urgency::Polite, &text, |ui| {
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::secondary(&texts.say("doubt-yes"))).clicked() {
                out.send(Command::Settle(true));
            }
            if ui.add(Button::secondary(&texts.say("doubt-no"))).clicked() {
                out.send(Command::Settle(false));
            }
        });
    });
}

fn list(text: &mut String, texts: &Texts, lines: &[String]) {
    for line in lines.iter().take(NAMED) {
        text.push_str("\n– ");
        text.push_str(line);
    }
    if lines.len() > NAMED {
        text.push_str("\n– ");
        text.push_str(&texts.say_with("doubt-more", &[("count", (lines.len() - NAMED).into())]));
    }
}
