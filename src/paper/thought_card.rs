//! A card to cut out and carry along: what helps when it gets hard. The thought that stands in the way is never on it.

use crate::plan::ActionPlan;
use crate::texts::Texts;

use super::block::{Block, Text};
use super::lay_out::{Manuscript, lay_out};
use super::letters::Letters;
use super::plan_words::{if_then, said_of};
use super::sheet::Sheet;

const SIZE: f32 = 14.0;
/// What is cut out is about as wide as a postcard; more than this does not stay short.
const LINES: usize = 4;

/// `None` when nothing was agreed for when it gets hard.
#[must_use]
pub fn thought_card(texts: &Texts, plan: &ActionPlan, letters: Letters) -> Option<Sheet> {
    let whole = |half: &str| texts.say_with("paper-safety-then", &[("then", half.into())]);
    let helps = said_of(&plan.safety_net).into_iter().map(|half| Text::bold(SIZE, whole(half)));
    let if_thens = plan.tasks.iter().flat_map(|task| &task.if_thens).filter_map(|both| if_then(texts, both, SIZE));
    let lines: Vec<Text> = helps.chain(if_thens).take(LINES).collect();
    if lines.is_empty() {
        return None;
    }
    let gap = |height| Block::Gap { height, section: false };
    let title = texts.say("thought-title");
    let mut inside = vec![Block::Heading { level: 1, text: Text::bold(16.0, title.as_str()) }];
    for line in lines {
        inside.extend([gap(8.0), Block::Paragraph(line)]);
    }
    let phone = plan.contact.phone.as_ref().or(plan.contact.general_phone.as_ref());
    if let Some(phone) = phone {
        let words = texts.say_with("thought-call", &[("phone", phone.as_str().into())]);
        inside.extend([gap(12.0), Block::Paragraph(Text::plain(12.0, words))]);
    }
    let blocks = vec![
        Block::Columns(vec![Block::Card(inside)], Vec::new()),
        gap(10.0),
        Block::Paragraph(Text::plain(10.0, texts.say("thought-cut"))),
    ];
    let footer = plan.contact.municipality.clone().unwrap_or_default();
    let manuscript = Manuscript::plain(texts.language(), title, plan.date, blocks, footer);
    Some(lay_out(texts, &manuscript.in_letters(letters)).sheet)
}
