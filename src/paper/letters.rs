//! Large print: the same paper with all its letters larger, over as many pages as that takes.

use super::block::{Block, Row, Rows, Text};
use super::lay_out::Manuscript;

/// How large a paper is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    #[default]
    Usual,
    /// The body in 16 points, for who reads small print badly.
    Large,
}

/// The body in points.
const BODY: f32 = 16.0;
/// Sixteen over the usual twelve.
const LARGER: f32 = BODY / 12.0;

impl Manuscript {
    /// The same words in letters of this size.
    #[must_use]
    pub fn in_letters(self, letters: Letters) -> Self {
        let larger = |size: f32| size * LARGER;
        match letters {
            Letters::Usual => self,
            Letters::Large => Self {
                blocks: sized(self.blocks, larger),
                // What is on the card is large as it is; days and telephone numbers must not break.
                foot: sized(self.foot, |size| size.max(BODY)),
                after: sized(self.after, larger),
                ..self
            },
        }
    }
}

fn sized(blocks: Vec<Block>, size: impl Fn(f32) -> f32 + Copy) -> Vec<Block> {
    let text = |text: Text| Text { size: size(text.size), ..text };
    let texts = |texts: Vec<Text>| texts.into_iter().map(text).collect();
    let block = |block| match block {
        Block::Heading { level, text: words } => Block::Heading { level, text: text(words) },
        Block::Paragraph(words) => Block::Paragraph(text(words)),
        Block::List(items) => Block::List(texts(items)),
        Block::Rows(rows) => Block::Rows(sized_rows(rows, text)),
        Block::Columns(left, right) => Block::Columns(sized(left, size), sized(right, size)),
        Block::Card(blocks) => Block::Card(sized(blocks, size)),
        Block::Gap { .. } | Block::Logo { .. } | Block::Rule { .. } | Block::NewPage => block,
    };
    blocks.into_iter().map(block).collect()
}

fn sized_rows(rows: Rows, text: impl Fn(Text) -> Text + Copy) -> Rows {
    let all = |texts: Vec<Text>| texts.into_iter().map(text).collect();
    let row = |row: Row| Row { texts: all(row.texts), when: row.when.map(text), shaded: all(row.shaded) };
    Rows {
        rows: rows.rows.into_iter().map(row).collect(),
        heading: rows.heading.map(text),
        when_head: rows.when_head.map(text),
        box_heads: all(rows.box_heads),
        ..rows
    }
}
