//! A guide on paper, with room to write: for a conversation without a screen. Branches become instructions to skip.

use jiff::civil::Date;

use super::block::{Block, Text};
use super::lay_out::{Manuscript, lay_out};
use super::sheet::Sheet;
use crate::guide::ask::{Ask, Choice};
use crate::guide::file::ForWhom;
use crate::guide::{Guide, Library, Map, MapKind, MapRow, Phrase, Step};
use crate::texts::Texts;

const BODY: f32 = 12.0;
const SMALL: f32 = 10.0;
/// From one line to write on to the next.
const WRITING: f32 = 24.0;

/// The guide as pages to fill in; `core` leaves out all depth and branches. `date` is the day of the file.
#[must_use]
pub fn worksheet(texts: &Texts, library: &Library, guide: &Guide, core: bool, date: Date) -> Sheet {
    let page = Worksheet { texts, library, guide, core };
    let map = Map::of(texts, library, guide);
    let mut blocks = vec![
        Block::Heading { level: 1, text: Text::bold(24.0, guide.title()) },
        Block::Paragraph(Text::plain(BODY, guide.about())),
        Block::Gap { height: 8.0, section: true },
    ];
    let mut stage: Vec<Block> = Vec::new();
    for row in &map.rows {
        if row.kind == MapKind::Stage {
            blocks.extend(filled(std::mem::take(&mut stage)));
        }
        page.row(row, &mut stage);
    }
    blocks.extend(filled(stage));
    page.sources(&mut blocks);
    let edition = texts.say_with("guide-edition", &[("edition", guide.name().edition.as_str().into())]);
    let manuscript = Manuscript {
        title: guide.title().to_owned(),
        language: texts.language().tag().to_owned(),
        date,
        blocks,
        foot: Vec::new(),
        after: Vec::new(),
        running_head: guide.title().to_owned(),
        footer: format!("{} · {edition}", guide.title()),
    };
    lay_out(texts, &manuscript).sheet
}

/// A stage of which something is left beside its heading.
fn filled(stage: Vec<Block>) -> Vec<Block> {
    let says = |block: &Block| !matches!(block, Block::Gap { .. } | Block::Heading { level: 2, .. });
    if stage.iter().any(says) { stage } else { Vec::new() }
}

struct Worksheet<'a> {
    texts: &'a Texts,
    library: &'a Library,
    guide: &'a Guide,
    core: bool,
}

impl Worksheet<'_> {
    fn row(&self, row: &MapRow, blocks: &mut Vec<Block>) {
        let small = |key: &str| {
            let said = self.texts.say_with(key, &[("what", row.text.as_str().into())]);
            Block::Paragraph(Text::plain(SMALL, said))
        };
        match row.kind {
            MapKind::Stage => {
                blocks.push(Block::Gap { height: 10.0, section: true });
                blocks.push(Block::Heading { level: 2, text: Text::bold(16.0, row.text.as_str()) });
            }
            MapKind::Step => {
                let step = row.id.as_deref().and_then(|id| self.guide.step(id));
                if let Some(step) = step.filter(|step| step.for_whom == ForWhom::Together && (step.core || !self.core))
                {
                    self.step(step, blocks);
                }
            }
            _ if self.core => {}
            MapKind::Branch => blocks.push(small("sheet-only-if")),
            MapKind::Offer => blocks.push(small("sheet-on-request")),
            MapKind::Loop | MapKind::Way | MapKind::End => blocks.push(small("sheet-plain")),
            MapKind::Call => blocks.push(small("sheet-other-guide")),
            MapKind::Proposal => {}
        }
    }

    fn step(&self, step: &Step, blocks: &mut Vec<Block>) {
        let voice = self.library.voice();
        blocks.push(Block::Gap { height: 8.0, section: false });
        let question = step.question.said(voice).as_shown();
        blocks.push(Block::Heading { level: 3, text: Text::bold(13.0, question) });
        if let Some(explanation) = &step.explanation {
            blocks.push(Block::Paragraph(Text::plain(SMALL, explanation.said(voice).as_shown())));
        }
        for field in &step.fields {
            let label = self.library.say(&field.label);
            if !label.is_empty() {
                blocks.push(Block::Paragraph(Text::plain(BODY, label)));
            }
            self.room(&field.ask, blocks);
        }
    }

    /// Options to ring, or lines to write on.
    fn room(&self, ask: &Ask<Phrase>, blocks: &mut Vec<Block>) {
        let listed = |choices: &[Choice<Phrase>], blocks: &mut Vec<Block>| {
            let texts = choices.iter().map(|choice| Text::plain(BODY, self.library.say(&choice.text)));
            blocks.push(Block::List(texts.collect()));
        };
        let numbers = |low: &Phrase, high: &Phrase, blocks: &mut Vec<Block>| {
            let row = "0   1   2   3   4   5   6   7   8   9   10";
            let ends = format!("0 = {} · 10 = {}", self.library.say(low), self.library.say(high));
            blocks.push(Block::Paragraph(Text::plain(14.0, row)));
            blocks.push(Block::Paragraph(Text::plain(SMALL, ends)));
        };
        let mut lines = 1;
        match ask {
            Ask::Info => lines = 0,
            Ask::Confirm { options } => listed(options, blocks),
            Ask::Choice(options) | Ask::Choices(options) | Ask::Rank(options) => {
                listed(&options.own, blocks);
                lines = usize::from(options.other || options.from.is_some());
            }
            Ask::Scale { low, high, .. } => {
                numbers(low, high, blocks);
                lines = 0;
            }
            Ask::Scales { scales, low, high } => {
                listed(scales, blocks);
                numbers(low, high, blocks);
                lines = 0;
            }
            Ask::Checklist { items } => {
                listed(items, blocks);
                lines = 0;
            }
            Ask::List { .. } | Ask::Tasks { .. } | Ask::People | Ask::Timeline | Ask::TwoLists { .. } => lines = 3,
            Ask::Text { lines: wished, .. } => lines = usize::from(*wished).min(4),
            Ask::Goal { .. } | Ask::IfThen { .. } | Ask::Status { .. } => lines = 2,
            Ask::Date | Ask::Appointment | Ask::StepRef => {}
        }
        for _ in 0..lines {
            blocks.push(Block::Gap { height: WRITING, section: false });
            blocks.push(Block::Rule { thickness: 0.5, dash: None });
        }
        if lines > 0 {
            blocks.push(Block::Gap { height: 6.0, section: false });
        }
    }

    /// What to read, and on what the guide rests: lists that can be looked up.
    fn sources(&self, blocks: &mut Vec<Block>) {
        let read: Vec<String> =
            self.guide.reading_list().map(|source| format!("{} {}", source.reference(), source.read_for)).collect();
        let rest: Vec<String> =
            self.guide.sources().iter().map(|source| format!("{} {}", source.reference(), source.supports)).collect();
        for (title, list) in [("sheet-reading", read), ("sheet-sources", rest)] {
            if list.is_empty() {
                continue;
            }
            blocks.push(Block::Gap { height: 14.0, section: true });
            blocks.push(Block::Heading { level: 2, text: Text::bold(16.0, self.texts.say(title)) });
            blocks.push(Block::List(list.into_iter().map(|line| Text::plain(SMALL, line)).collect()));
        }
    }
}
