//! The foot of a plan: a card to tear off, with the next appointment and whom to call.

use crate::plan::ActionPlan;
use crate::texts::{Texts, dates};

use super::block::{Block, Span, Text};
use super::plan_words::{clock, said, unbroken};

/// Appointment and phone number: the largest after the goal.
const LARGE: f32 = 18.0;
const MIDDLE: f32 = 14.0;
const LABEL: f32 = 12.0;

/// The dashed line and the card; nothing when there is neither appointment nor phone number.
pub(super) fn tear_off(texts: &Texts, plan: &ActionPlan) -> Vec<Block> {
    let back = look_back(texts, plan);
    let call = call(texts, plan);
    let inside = match (back.is_empty(), call.is_empty()) {
        (true, true) => return Vec::new(),
        (false, false) => vec![Block::Columns(back, call)],
        (true, false) => call,
        (false, true) => back,
    };
    vec![
        Block::Rule { thickness: 0.75, dash: Some(4.0) },
        Block::Gap { height: 10.0, section: false },
        Block::Card(inside),
    ]
}

fn look_back(texts: &Texts, plan: &ActionPlan) -> Vec<Block> {
    let Some(appointment) = &plan.look_back else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    let date = appointment.date.map(|date| unbroken(&dates::long(texts, date)));
    let time = appointment.time.map(|time| clock(texts, time));
    lines.extend(date.into_iter().chain(time).map(|words| Text::bold(LARGE, words)));
    lines.extend(said(appointment.place.as_ref()).map(|place| Text::plain(MIDDLE, place)));
    if let Some(who) = said(appointment.who_calls.as_ref()) {
        lines.push(Text::plain(MIDDLE, texts.say_with("paper-who-calls", &[("who", who.into())])));
    }
    under(&texts.say("paper-look-back"), lines)
}

fn call(texts: &Texts, plan: &ActionPlan) -> Vec<Block> {
    let contact = &plan.contact;
    let mut lines = Vec::new();
    let direct = said(contact.phone.as_ref());
    let general = said(contact.general_phone.as_ref());
    if direct.is_none() && general.is_none() {
        return Vec::new();
    }
    lines.extend(said(contact.name.as_ref()).map(|name| Text::plain(LABEL, name)));
    lines.extend(direct.map(|phone| Text::bold(LARGE, unbroken(phone))));
    lines.extend(general.map(|phone| {
        if direct.is_none() {
            return Text::bold(LARGE, unbroken(phone));
        }
        let words = texts.say("paper-general-phone");
        Text::of(MIDDLE, vec![Span::plain(format!("{words} ")), Span::bold(unbroken(phone))])
    }));
    lines.extend(said(contact.hours.as_ref()).map(|hours| Text::plain(LABEL, hours)));
    under(&texts.say("paper-call"), lines)
}

fn under(heading: &str, lines: Vec<Text>) -> Vec<Block> {
    if lines.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Heading { level: 2, text: Text::bold(LABEL, heading) }];
    blocks.extend(lines.into_iter().map(Block::Paragraph));
    blocks
}
