//! Pieces divided over pages and put in their places.

use super::set::{Ground, Piece};
use super::sheet::{Area, Item, Mark};

/// By how much one section gap may grow to fill a page.
const STRETCH: f32 = 24.0;

/// The pieces of each page; `room` gives the height for content by page, counted from 0.
///
/// Pieces that must stay together do so unless they are taller than a page. At least one page.
pub(super) fn break_pages(pieces: Vec<Piece>, room: impl Fn(usize) -> f32) -> Vec<Vec<Piece>> {
    let mut pages: Vec<Vec<Piece>> = Vec::new();
    let mut page: Vec<Piece> = Vec::new();
    let mut chain: Vec<Piece> = Vec::new();
    for piece in pieces {
        let keep = piece.keep;
        chain.push(piece);
        if keep {
            continue;
        }
        add_chain(std::mem::take(&mut chain), &mut page, &mut pages, &room);
    }
    add_chain(chain, &mut page, &mut pages, &room);
    pages.push(page);
    pages
}

fn add_chain(chain: Vec<Piece>, page: &mut Vec<Piece>, pages: &mut Vec<Vec<Piece>>, room: &impl Fn(usize) -> f32) {
    let new_page = chain.iter().any(|piece| piece.new_page);
    let fits_here = height(page.iter().chain(&chain)) <= room(pages.len());
    let fits_next = height(&chain) <= room(pages.len() + 1);
    if !page.is_empty() && (new_page || (!fits_here && fits_next)) {
        pages.push(std::mem::take(page));
    }
    for piece in chain {
        let full = height(page.iter().chain([&piece])) > room(pages.len());
        if full && !page.is_empty() && !piece.items.is_empty() {
            pages.push(std::mem::take(page));
        }
        // White at the top of a page is no use.
        if !page.is_empty() || !piece.items.is_empty() || piece.ground.is_some() {
            page.push(piece);
        }
    }
}

/// The height of pieces on one page, the white above the first left out.
pub(super) fn height<'a>(pieces: impl IntoIterator<Item = &'a Piece>) -> f32 {
    let mut total = 0.0;
    for (at, piece) in pieces.into_iter().enumerate() {
        total += piece.height + if at > 0 { piece.above } else { 0.0 };
    }
    total
}

/// The items of one page from `top` down, in drawing order. Where `fill` is a height, section gaps grow towards it.
pub(super) fn place(pieces: Vec<Piece>, grounds: &[Ground], top: f32, fill: Option<f32>) -> Vec<Item> {
    let extra = fill.map_or(0.0, |fill| stretch(&pieces, fill));
    let mut items = Vec::new();
    let mut behind = Vec::new();
    // The ground under way: its index, top and bottom of what lies on it.
    let mut open: Option<(usize, f32, f32)> = None;
    let mut y = top;
    for (at, piece) in pieces.into_iter().enumerate() {
        if at > 0 {
            y += piece.above + if piece.section { extra } else { 0.0 };
        }
        let bottom = y + piece.height;
        if piece.ground.is_some() && !piece.items.is_empty() {
            open = match (open, piece.ground) {
                (Some((index, start, _)), Some(ground)) if index == ground => Some((index, start, bottom)),
                (before, Some(ground)) => {
                    behind.extend(before.and_then(|open| close(open, grounds)));
                    Some((ground, y, bottom))
                }
                (before, None) => before,
            };
        }
        items.extend(piece.items.into_iter().map(|item| item.lowered(y)));
        y = bottom;
    }
    behind.extend(open.and_then(|open| close(open, grounds)));
    behind.extend(items);
    // Grounds below everything, furniture before words, words in reading order.
    behind.sort_by_key(|item| match (&item.mark, item.tag) {
        (Mark::Fill { .. }, _) => (0, 0),
        (_, None) => (1, 0),
        (_, Some(tag)) => (2, tag),
    });
    behind
}

fn stretch(pieces: &[Piece], fill: f32) -> f32 {
    let sections = pieces.iter().skip(1).filter(|piece| piece.section).count();
    let left = fill - height(pieces);
    if sections == 0 || left <= 0.0 {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful of sections")]
    let share = left / sections as f32;
    share.min(STRETCH)
}

fn close((index, top, bottom): (usize, f32, f32), grounds: &[Ground]) -> Option<Item> {
    let ground = grounds.get(index)?;
    let area = Area { x: ground.x, y: top - ground.pad, width: ground.width, height: bottom - top + 2.0 * ground.pad };
    let fill = ground.fill.map(|grey| Mark::Fill { area, radius: 4.0, grey });
    let frame = ground.stroke.map(|thickness| {
        // The stroke stays within the width of the text block.
        let half = thickness / 2.0;
        let area = Area { x: area.x + half, width: area.width - thickness, ..area };
        Mark::Frame { area, radius: 8.0, thickness }
    });
    fill.or(frame).map(|mark| Item { tag: None, mark })
}
