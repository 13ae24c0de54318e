//! A manuscript laid out on A4 pages with footer, running head and, on page 1, a card at the foot.

use jiff::civil::Date;

use crate::texts::{Language, Texts};

use super::block::{Block, Text};
use super::font::Faces;
use super::paginate::{break_pages, height, place};
use super::set::{LEADING, Line, Piece, Setter};
use super::sheet::{EDGE, Item, MARGIN, Mark, PAGE_HEIGHT, PAGE_WIDTH, Page, Role, Sheet};

const WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;
const SMALL: f32 = 8.5;
/// Between the content and the footer's line, and between the body and the card.
const APART: f32 = 12.0;
/// From the footer's line to its words.
const UNDER_RULE: f32 = 4.0;
/// A foot taller than this part of the page goes with the text instead.
const TALLEST_FOOT: f32 = 0.4;

/// A paper before layout.
#[derive(Clone, Debug, PartialEq)]
pub struct Manuscript {
    pub title: String,
    /// BCP 47.
    pub language: String,
    pub date: Date,
    pub blocks: Vec<Block>,
    /// At the bottom of page 1, however full that is.
    pub foot: Vec<Block>,
    /// Never on page 1; shares a page with what overflowed it.
    pub after: Vec<Block>,
    /// At the top of page 2 and further.
    pub running_head: String,
    /// At the bottom of each page, before "bladzijde 1 van 2".
    pub footer: String,
}

impl Manuscript {
    /// A paper that runs from top to bottom under one title, which stands above each further page too.
    #[must_use]
    pub fn plain(language: Language, title: String, date: Date, blocks: Vec<Block>, footer: String) -> Self {
        Self {
            running_head: title.clone(),
            title,
            language: language.tag().to_owned(),
            date,
            blocks,
            foot: Vec::new(),
            after: Vec::new(),
            footer,
        }
    }
}

/// A sheet and how it came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Laid {
    pub sheet: Sheet,
    /// Pages taken by `blocks`; 1 means that page 1 stands alone.
    pub body_pages: usize,
}

/// Lays out `manuscript`. Never fails: what is too much for a page goes to the next.
#[must_use]
pub fn lay_out(texts: &Texts, manuscript: &Manuscript) -> Laid {
    let faces = Faces::load();
    let mut setter = Setter::new(&faces);
    let mut body = setter.pieces(&manuscript.blocks, MARGIN, WIDTH);
    let mut foot = setter.pieces(&manuscript.foot, MARGIN, WIDTH);
    // Who listens hears the footer once, after page 1.
    let footer = (!manuscript.footer.trim().is_empty()).then(|| setter.tree.add(Role::Paragraph, None));
    let after = setter.pieces(&manuscript.after, MARGIN, WIDTH);
    let mut foot_height = height(&foot);
    if foot_height > PAGE_HEIGHT * TALLEST_FOOT {
        body.extend(spaced(std::mem::take(&mut foot)));
        foot_height = 0.0;
    }
    let mut furniture = Furniture::new(&faces, manuscript);
    let (first_top, next_top, bottom) = (EDGE, furniture.head_bottom(), furniture.content_bottom());
    let taken = if foot.is_empty() { 0.0 } else { foot_height + APART };
    let room = |page: usize| {
        if page == 0 { bottom - taken - first_top } else { bottom - next_top }
    };

    let mut pages = break_pages(body, room);
    let body_pages = pages.len();
    if !after.is_empty() {
        // What overflowed page 1 and what is meant for page 2 share pages.
        let overflow = if body_pages > 1 { pages.pop().unwrap_or_default() } else { Vec::new() };
        let done = pages.len();
        let rest = overflow.into_iter().chain(spaced(after)).collect();
        pages.extend(break_pages(rest, |page| room(page + done)));
    }
    let count = pages.len();
    let mut foot = Some(foot);
    let pages = pages.into_iter().enumerate().map(|(at, pieces)| {
        let (top, fill) = if at == 0 { (first_top, Some(room(0))) } else { (next_top, None) };
        let mut items = furniture.of_page(texts, at, count);
        if at > 0 {
            items.extend(furniture.footer(None));
        }
        items.extend(place(pieces, &setter.grounds, top, fill));
        if at == 0 {
            let foot = foot.take().unwrap_or_default();
            items.extend(place(foot, &setter.grounds, bottom - foot_height, None));
            items.extend(furniture.footer(footer));
        }
        Page { items }
    });
    let pages = pages.collect();
    let mut notices = setter.notices;
    for character in furniture.setter.notices {
        if !notices.contains(&character) {
            notices.push(character);
        }
    }
    let sheet = Sheet {
        pages,
        tree: setter.tree,
        title: manuscript.title.clone(),
        language: manuscript.language.clone(),
        date: manuscript.date,
        notices,
    };
    Laid { sheet, body_pages }
}

/// Pieces with white above the first, which is dropped where they begin a page.
fn spaced(mut pieces: Vec<Piece>) -> Vec<Piece> {
    if let Some(first) = pieces.first_mut() {
        first.above = first.above.max(24.0);
    }
    pieces
}

/// Running head and footer.
struct Furniture<'a> {
    setter: Setter<'a>,
    head: Vec<Line>,
    footer: Vec<Line>,
}

impl<'a> Furniture<'a> {
    fn new(faces: &'a Faces, manuscript: &Manuscript) -> Self {
        let mut setter = Setter::new(faces);
        let head = setter.lines(&Text::plain(SMALL, manuscript.running_head.as_str()), MARGIN, WIDTH, 0);
        let footer = setter.lines(&Text::plain(SMALL, manuscript.footer.as_str()), MARGIN, WIDTH * 0.8, 0);
        Self { setter, head, footer }
    }

    fn head_bottom(&self) -> f32 {
        let height: f32 = self.head.iter().map(|line| line.height).sum();
        EDGE + height + if height > 0.0 { APART } else { 0.0 }
    }

    /// Where the footer's line is.
    fn rule(&self) -> f32 {
        let height: f32 = self.footer.iter().map(|line| line.height).sum();
        PAGE_HEIGHT - EDGE - height.max(SMALL * LEADING) - UNDER_RULE
    }

    fn content_bottom(&self) -> f32 {
        self.rule() - APART
    }

    /// `page` counts from 0.
    fn of_page(&mut self, texts: &Texts, page: usize, count: usize) -> Vec<Item> {
        let mut items = Vec::new();
        if page > 0 {
            add_lines(&mut items, &self.head, None, EDGE);
        }
        let rule = self.rule();
        let mark = Mark::Rule { x: MARGIN, y: rule, width: WIDTH, thickness: 0.5, dash: None };
        items.push(Item { tag: None, mark });
        let words = texts.say_with("paper-page", &[("page", (page + 1).into()), ("pages", count.into())]);
        let number = self.setter.lines(&Text::plain(SMALL, words).right(), MARGIN, WIDTH, 0);
        add_lines(&mut items, &number, None, rule + UNDER_RULE);
        items
    }

    /// The words at the foot without the page number.
    fn footer(&self, tag: Option<usize>) -> Vec<Item> {
        let mut items = Vec::new();
        add_lines(&mut items, &self.footer, tag, self.rule() + UNDER_RULE);
        items
    }
}

fn add_lines(items: &mut Vec<Item>, lines: &[Line], tag: Option<usize>, top: f32) {
    let mut y = top;
    for line in lines {
        items.extend(line.items.iter().map(|item| Item { tag, ..item.clone() }.lowered(y)));
        y += line.height;
    }
}
