//! Blocks set into pieces: lines of text and drawn things of known height that no page break will cut.

use super::block::{Align, Block, Span, Text};
use super::font::Faces;
use super::glyphs::{Glyph, glyphs};
use super::line::runs;
use super::sheet::{Area, Item, Mark, PAGE_HEIGHT, Role, Tree};
use super::wrap::{width, wrap};
use crate::guide::Logo;

/// Line height over text size.
pub(super) const LEADING: f32 = 1.4;
/// Where the baseline lies in a line: the capitals stand in its middle.
pub(super) const BASELINE: f32 = 1.034;
/// Between two columns.
const GUTTER: f32 = 24.0;

/// Something that stays whole. Its items have their final x; y counts from the top of the piece.
#[derive(Debug, Default)]
pub(super) struct Piece {
    /// White above, dropped at the top of a page.
    pub above: f32,
    /// The white above may grow.
    pub section: bool,
    pub height: f32,
    pub items: Vec<Item>,
    /// Stays on the page of the piece after it.
    pub keep: bool,
    pub new_page: bool,
    /// Index in [`Setter::grounds`].
    pub ground: Option<usize>,
}

/// What lies behind consecutive pieces; on each page it closes around what is there.
#[derive(Debug)]
pub(super) struct Ground {
    pub x: f32,
    pub width: f32,
    /// Above and below the text.
    pub pad: f32,
    pub fill: Option<f32>,
    pub stroke: Option<f32>,
}

pub(super) struct Setter<'a> {
    pub faces: &'a Faces,
    pub tree: Tree,
    pub notices: Vec<char>,
    pub grounds: Vec<Ground>,
    pieces: Vec<Piece>,
    gap: f32,
    section: bool,
    new_page: bool,
    ground: Option<usize>,
}

/// One set line: its items, y from the line's top.
pub(super) struct Line {
    pub items: Vec<Item>,
    pub height: f32,
}

impl<'a> Setter<'a> {
    pub fn new(faces: &'a Faces) -> Self {
        Self {
            faces,
            tree: Tree::default(),
            notices: Vec::new(),
            grounds: Vec::new(),
            pieces: Vec::new(),
            gap: 0.0,
            section: false,
            new_page: false,
            ground: None,
        }
    }

    /// The pieces of `blocks` between `x` and `x + width`.
    pub fn pieces(&mut self, blocks: &[Block], x: f32, width: f32) -> Vec<Piece> {
        let around = std::mem::take(&mut self.pieces);
        let gap = std::mem::take(&mut self.gap);
        for block in blocks {
            self.block(block, x, width);
        }
        self.gap = gap;
        std::mem::replace(&mut self.pieces, around)
    }

    /// Adds white before the next piece; the larger of two gaps counts.
    pub fn gap(&mut self, height: f32) {
        self.gap = self.gap.max(height);
    }

    pub fn push(&mut self, piece: Piece) {
        self.pieces.push(Piece {
            above: std::mem::take(&mut self.gap),
            section: std::mem::take(&mut self.section),
            new_page: std::mem::take(&mut self.new_page),
            ground: self.ground,
            ..piece
        });
    }

    /// The last piece must stay with what comes after it.
    pub fn keep_last(&mut self) {
        if let Some(last) = self.pieces.last_mut() {
            last.keep = true;
        }
    }

    /// The last piece may be parted from what comes after it.
    pub fn no_keep_last(&mut self) {
        if let Some(last) = self.pieces.last_mut() {
            last.keep = false;
        }
    }

    /// Sets what `inside` adds on a ground of its own; it gets the x and width within the padding.
    pub fn on_ground(&mut self, ground: Ground, pad_x: f32, inside: impl FnOnce(&mut Self, f32, f32)) {
        let (x, width, pad) = (ground.x + pad_x, ground.width - 2.0 * pad_x, ground.pad);
        self.grounds.push(ground);
        let around = self.ground.replace(self.grounds.len() - 1);
        self.push(Piece { height: pad, keep: true, ..Piece::default() });
        inside(self, x, width);
        self.keep_last();
        self.gap = 0.0;
        self.push(Piece { height: pad, ..Piece::default() });
        self.ground = around;
    }

    /// Lines of `text`, all belonging to `tag`.
    pub fn lines(&mut self, text: &Text, x: f32, measure: f32, tag: usize) -> Vec<Line> {
        let glyphs = glyphs(self.faces, &text.spans, text.size, &mut self.notices);
        if glyphs.is_empty() {
            return Vec::new();
        }
        let faces = self.faces;
        let hyphen = |glyph: &Glyph| Glyph {
            text: '\u{AD}',
            joined: None,
            drawn: '-',
            face: glyph.face,
            width: faces.advance(glyph.face, '-', text.size),
        };
        let set = wrap(&glyphs, measure, hyphen).into_iter().map(|line| {
            let start = match text.align {
                Align::Left => x,
                Align::Right => x + (measure - width(&line)).max(0.0),
            };
            let runs = runs(&line, start, text.size * BASELINE, text.size);
            let items = runs.into_iter().map(|run| Item { tag: Some(tag), mark: Mark::Text(run) }).collect();
            Line { items, height: text.size * LEADING }
        });
        set.collect()
    }

    /// The width of `text` on one line, or of its widest line where it has forced breaks.
    pub fn natural_width(&mut self, text: &Text) -> f32 {
        let glyphs = glyphs(self.faces, &text.spans, text.size, &mut self.notices);
        glyphs.split(|glyph| glyph.text == '\n').map(width).fold(0.0, f32::max)
    }

    /// A paragraph whose first two and last two lines stay together; all of them where `whole`.
    pub fn paragraph(&mut self, text: &Text, x: f32, width: f32, tag: usize, whole: bool) {
        let lines = self.lines(text, x, width, tag);
        let count = lines.len();
        for (at, line) in lines.into_iter().enumerate() {
            let last = at + 1 == count;
            let keep = !last && (whole || at == 0 || at + 2 == count);
            self.push(Piece { height: line.height, items: line.items, keep, ..Piece::default() });
        }
    }

    fn block(&mut self, block: &Block, x: f32, width: f32) {
        match block {
            Block::Heading { level, text } => {
                let tag = self.tree.add(Role::Heading(*level), None);
                self.paragraph(text, x, width, tag, true);
                self.keep_last();
            }
            Block::Paragraph(text) => {
                let tag = self.tree.add(Role::Paragraph, None);
                self.paragraph(text, x, width, tag, false);
            }
            Block::List(items) => self.list(items, x, width),
            Block::Rows(rows) => self.rows(rows, x, width),
            Block::Columns(left, right) => self.columns(left, right, x, width),
            Block::Card(blocks) => {
                let ground = Ground { x, width, pad: 10.0, fill: None, stroke: Some(1.5) };
                self.on_ground(ground, 16.0, |setter, x, width| {
                    for block in blocks {
                        setter.block(block, x, width);
                    }
                });
            }
            Block::Logo { logo, height } => self.logo(logo, x, width / 2.0, *height),
            Block::Rule { thickness, dash } => self.rule(x, width, *thickness, *dash),
            Block::Gap { height, section } => {
                self.gap(*height);
                self.section |= section;
            }
            Block::NewPage => self.new_page = true,
        }
    }

    pub fn rule(&mut self, x: f32, width: f32, thickness: f32, dash: Option<f32>) {
        let mark = Mark::Rule { x, y: thickness / 2.0, width, thickness, dash };
        self.push(Piece { height: thickness, items: vec![Item { tag: None, mark }], keep: true, ..Piece::default() });
    }

    fn logo(&mut self, logo: &Logo, x: f32, widest: f32, highest: f32) {
        let (wide, high) = (logo.picture.width() as f32, logo.picture.height() as f32);
        let scale = (highest / high).min(widest / wide);
        let area = Area { x, y: 0.0, width: wide * scale, height: high * scale };
        let tag = self.tree.add_spoken(Role::Figure, &logo.words, None);
        let mark = Mark::Picture { area, picture: logo.picture.clone() };
        let items = vec![Item { tag: Some(tag), mark }];
        self.push(Piece { height: area.height, items, keep: true, ..Piece::default() });
    }

    fn list(&mut self, items: &[Text], x: f32, width: f32) {
        let list = self.tree.add(Role::List { numbered: false }, None);
        for text in items {
            let indent = text.size * 1.1;
            let item = self.tree.add(Role::ListItem, Some(list));
            let label = self.tree.add(Role::Label, Some(item));
            let bullet = Text { spans: vec![Span::plain("•")], size: text.size, align: Align::Left };
            let bullet = self.lines(&bullet, x, indent, label);
            let body = self.tree.add(Role::ListBody, Some(item));
            let first = self.pieces.len();
            self.paragraph(text, x + indent, width - indent, body, false);
            if let Some(piece) = self.pieces.get_mut(first) {
                piece.items.extend(bullet.into_iter().flat_map(|line| line.items));
            }
        }
    }

    /// Two columns as one piece, which is what keeps them side by side.
    fn columns(&mut self, left: &[Block], right: &[Block], x: f32, width: f32) {
        let before = self.tree.elements.len();
        let half = (width - GUTTER) / 2.0;
        let ground = self.ground.take();
        let section = std::mem::take(&mut self.section);
        let new_page = std::mem::take(&mut self.new_page);
        let left_pieces = self.pieces(left, x, half);
        let right_pieces = self.pieces(right, x + half + GUTTER, half);
        (self.ground, self.section, self.new_page) = (ground, section, new_page);
        let (mut items, left_height) = stack(left_pieces);
        let (right_items, right_height) = stack(right_pieces);
        let height = left_height.max(right_height);
        if height <= PAGE_HEIGHT / 3.0 {
            items.extend(right_items);
            self.push(Piece { height, items, ..Piece::default() });
            return;
        }
        self.tree.elements.truncate(before);
        for block in left.iter().chain(&[Block::Gap { height: 12.0, section: false }]).chain(right) {
            self.block(block, x, width);
        }
    }
}

/// Pieces one under the other: their items, y from the top, and the height of all.
fn stack(pieces: Vec<Piece>) -> (Vec<Item>, f32) {
    let mut items = Vec::new();
    let mut y = 0.0;
    for piece in pieces {
        if y > 0.0 {
            y += piece.above;
        }
        items.extend(piece.items.into_iter().map(|item| item.lowered(y)));
        y += piece.height;
    }
    (items, y)
}
