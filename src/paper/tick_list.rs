//! What the client does, with a box for each week: writing down that it was done is what helps.

use crate::plan::ActionPlan;
use crate::texts::{Texts, dates};

use super::block::{Block, Row, Rows, Text};
use super::lay_out::{Manuscript, lay_out};
use super::letters::Letters;
use super::plan_page::WEEKS;
use super::plan_words::said_of;
use super::sheet::Sheet;

const SIZE: f32 = 14.0;

/// `None` when nothing was agreed that can be ticked off.
#[must_use]
pub fn tick_list(texts: &Texts, plan: &ActionPlan, letters: Letters) -> Option<Sheet> {
    let tasks: Vec<String> = plan.tasks.iter().map(|task| task.what.clone()).collect();
    let all: Vec<&str> = said_of(&tasks).into_iter().chain(said_of(&plan.keep_track)).collect();
    if all.is_empty() {
        return None;
    }
    let row = |words: &str| Row { texts: vec![Text::plain(SIZE, words)], ..Row::default() };
    let week = |number: usize| texts.say_with("paper-week", &[("week", number.into())]);
    let spoken = |number| texts.say_with("paper-box-week", &[("week", week(number).into())]);
    let rows = Rows {
        rows: all.into_iter().map(row).collect(),
        box_heads: (1..=WEEKS).map(|number| Text::plain(SIZE - 2.0, week(number))).collect(),
        box_spoken: (1..=WEEKS).map(spoken).collect(),
        ..Rows::default()
    };
    let title = texts.say("tick-title");
    let who = format!("{} · {}", plan.name, dates::long(texts, plan.date));
    let gap = |height| Block::Gap { height, section: false };
    let blocks = vec![
        Block::Heading { level: 1, text: Text::bold(28.0, title.as_str()) },
        Block::Paragraph(Text::plain(12.0, who)),
        gap(12.0),
        Block::Paragraph(Text::plain(SIZE, texts.say("tick-what"))),
        gap(12.0),
        Block::Rows(rows),
    ];
    let footer = plan.contact.municipality.clone().unwrap_or_default();
    let manuscript = Manuscript::plain(texts.language(), title, plan.date, blocks, footer);
    Some(lay_out(texts, &manuscript.in_letters(letters)).sheet)
}
