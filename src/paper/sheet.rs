//! Pages as plain data: marks at fixed places, each either part of the text (tagged) or furniture.

use jiff::civil::Date;

use super::font::Face;
use crate::guide::Picture;

/// A4.
pub const PAGE_WIDTH: f32 = 595.28;
/// A4.
pub const PAGE_HEIGHT: f32 = 841.89;
/// Left and right, 18 mm.
pub const MARGIN: f32 = 51.0;
/// Above and below, 15 mm.
pub const EDGE: f32 = 43.0;

/// A finished paper, ready to be drawn on screen or rendered as PDF.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub pages: Vec<Page>,
    pub tree: Tree,
    /// What a PDF viewer shows in its title bar.
    pub title: String,
    /// BCP 47: "nl-NL".
    pub language: String,
    /// The day that counts as the day the file was made.
    pub date: Date,
    /// Characters that no bundled face can draw, in order of first appearance. On paper each is a visible substitute.
    pub notices: Vec<char>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// In drawing order; of the tagged items that is also the reading order.
    pub items: Vec<Item>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Index in [`Tree::elements`]; none for furniture that a screen reader passes over.
    pub tag: Option<usize>,
    pub mark: Mark,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    Text(Run),
    /// A horizontal line with its centre on y. `dash` is the length of dashes and gaps, none for a solid line.
    Rule {
        x: f32,
        y: f32,
        width: f32,
        thickness: f32,
        dash: Option<f32>,
    },
    /// An outline with rounded corners, its stroke centred on the area's edge. Also the checkboxes.
    Frame {
        area: Area,
        radius: f32,
        thickness: f32,
    },
    Picture {
        area: Area,
        picture: Picture,
    },
    /// A ground, drawn under everything else. `grey` runs from 0 (black) to 1 (white).
    Fill {
        area: Area,
        radius: f32,
        grey: f32,
    },
}

/// A rectangle by its top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

/// Text in one face and size on one baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub x: f32,
    /// Of the baseline.
    pub y: f32,
    /// The sum of the advances.
    pub width: f32,
    pub size: f32,
    pub face: Face,
    /// What it says, in logical order, with the space at a soft line break and U+00AD at a hyphenated one.
    pub text: String,
    /// The characters to draw from left to right, where they differ from `text`: a hyphen, joined Arabic letters, a substitute.
    pub drawn: Option<String>,
}

impl Run {
    /// The characters to draw from left to right, one glyph each.
    #[must_use]
    pub fn drawn(&self) -> &str {
        self.drawn.as_deref().unwrap_or(&self.text)
    }
}

/// What the document consists of, as a screen reader hears it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    /// In reading order, parents before their children.
    pub elements: Vec<Element>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    pub role: Role,
    /// None for an element right under the document.
    pub parent: Option<usize>,
    /// Read aloud in place of the marks: "vakje: gedaan".
    pub spoken: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Heading(u8),
    Paragraph,
    List {
        numbered: bool,
    },
    ListItem,
    /// The number or bullet of a list item.
    Label,
    /// What a list item says; holds paragraphs.
    ListBody,
    /// A drawn thing that is spoken as words.
    Span,
    /// A picture; its words say what it shows.
    Figure,
}

impl Tree {
    /// Adds an element after all others and gives its index.
    pub fn add(&mut self, role: Role, parent: Option<usize>) -> usize {
        self.elements.push(Element { role, parent, spoken: None });
        self.elements.len() - 1
    }

    /// Adds a drawn thing that is spoken as `words`.
    pub fn add_spoken(&mut self, role: Role, words: &str, parent: Option<usize>) -> usize {
        self.elements.push(Element { role, parent, spoken: Some(words.to_owned()) });
        self.elements.len() - 1
    }
}

impl Item {
    /// The space the mark takes up.
    #[must_use]
    pub fn area(&self) -> Area {
        match &self.mark {
            Mark::Text(run) => Area { x: run.x, y: run.y - run.size * 0.75, width: run.width, height: run.size },
            Mark::Rule { x, y, width, thickness, .. } => {
                Area { x: *x, y: y - thickness / 2.0, width: *width, height: *thickness }
            }
            Mark::Frame { area, .. } | Mark::Picture { area, .. } | Mark::Fill { area, .. } => *area,
        }
    }

    /// The item moved down by `dy`.
    #[must_use]
    pub fn lowered(mut self, dy: f32) -> Self {
        match &mut self.mark {
            Mark::Text(run) => run.y += dy,
            Mark::Rule { y, .. } => *y += dy,
            Mark::Frame { area, .. } | Mark::Picture { area, .. } | Mark::Fill { area, .. } => area.y += dy,
        }
        self
    }
}
