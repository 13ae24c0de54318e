//! What a paper is made of before it is laid out.

use crate::guide::Logo;

/// Words in one weight.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    pub text: String,
    pub bold: bool,
}

impl Span {
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: false }
    }

    #[must_use]
    pub fn bold(text: impl Into<String>) -> Self {
        Self { text: text.into(), bold: true }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Left,
    Right,
}

/// A stretch of text in one size (points). A line break in it is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    pub spans: Vec<Span>,
    pub size: f32,
    pub align: Align,
}

impl Text {
    #[must_use]
    pub fn plain(size: f32, text: impl Into<String>) -> Self {
        Self { spans: vec![Span::plain(text)], size, align: Align::Left }
    }

    #[must_use]
    pub fn bold(size: f32, text: impl Into<String>) -> Self {
        Self { spans: vec![Span::bold(text)], size, align: Align::Left }
    }

    #[must_use]
    pub fn of(size: f32, spans: Vec<Span>) -> Self {
        Self { spans, size, align: Align::Left }
    }

    #[must_use]
    pub fn right(self) -> Self {
        Self { align: Align::Right, ..self }
    }
}

/// A part of a paper, from top to bottom. Blocks that say nothing take no space; leaving out a heading over nothing is up to the caller.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// Stays with what follows. Level 1 to 3.
    Heading {
        level: u8,
        text: Text,
    },
    Paragraph(Text),
    /// Bullets.
    List(Vec<Text>),
    Rows(Rows),
    /// Side by side, each half the width; under each other where that would take more than a third of a page.
    Columns(Vec<Block>, Vec<Block>),
    /// In a rounded frame with a stroke of 1.5.
    Card(Vec<Block>),
    /// Over the whole width.
    Rule {
        thickness: f32,
        dash: Option<f32>,
    },
    /// As high as this at most, and as wide as half the page at most.
    Logo {
        logo: Logo,
        height: f32,
    },
    /// White space; dropped at the top of a page. A section gap grows where a first page would stay half empty.
    Gap {
        height: f32,
        section: bool,
    },
    NewPage,
}

/// Lines of a list with things to tick off, ruled above and below.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    pub rows: Vec<Row>,
    /// A heading of level 2, on one line with the heads of the columns.
    pub heading: Option<Text>,
    /// Counts the rows in bold, starting here.
    pub number_from: Option<usize>,
    /// Above the column of days.
    pub when_head: Option<Text>,
    /// One column of boxes for each; may be empty words.
    pub box_heads: Vec<Text>,
    /// What is read aloud for each box, as many as `box_heads`.
    pub box_spoken: Vec<String>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// The first is the thing itself, the others belong to it.
    pub texts: Vec<Text>,
    pub when: Option<Text>,
    /// On grey ground under the row.
    pub shaded: Vec<Text>,
}
