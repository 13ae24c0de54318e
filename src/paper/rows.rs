//! Rows to tick off: number, words, day, drawn boxes, and the if-thens of a task on grey under it.

use super::block::{Row, Rows, Text};
use super::set::{BASELINE, Ground, LEADING, Piece, Setter};
use super::sheet::{Area, Item, Mark, Role};

/// Above and below the words of a row, over text size.
const PAD: f32 = 0.4;
/// Of the lines between rows.
const HAIR: f32 = 0.75;
/// Between columns.
const SPACE: f32 = 12.0;
const GREY: f32 = 0.92;
/// Width of the column of days over text size, so that lists under each other line up.
const USUAL_WHEN: f32 = 7.6;

/// Where the columns of all rows are.
struct Columns {
    x: f32,
    width: f32,
    /// Of the words.
    body: f32,
    body_width: f32,
    when: f32,
    when_width: f32,
    /// Left edge and width of each column of boxes.
    boxes: Vec<(f32, f32)>,
}

impl Setter<'_> {
    pub(super) fn rows(&mut self, rows: &Rows, x: f32, width: f32) {
        let columns = self.measure(rows, x, width);
        self.heads(rows, &columns);
        let list = self.tree.add(Role::List { numbered: rows.number_from.is_some() }, None);
        for (at, row) in rows.rows.iter().enumerate() {
            self.rule(x, width, HAIR, None);
            let number = rows.number_from.map(|first| first + at);
            self.row(rows, row, number, list, &columns);
        }
        // The closing line belongs to the last row.
        self.keep_last();
        self.rule(x, width, HAIR, None);
        self.no_keep_last();
    }

    fn measure(&mut self, rows: &Rows, x: f32, width: f32) -> Columns {
        let size = rows.rows.iter().flat_map(|row| &row.texts).map(|text| text.size).fold(0.0, f32::max);
        let indent = if rows.number_from.is_some() { size * 1.8 } else { 0.0 };
        let mut right = x + width;
        let mut boxes = Vec::new();
        for head in rows.box_heads.iter().rev() {
            let wide = self.natural_width(head).max(box_side(size));
            right -= wide;
            boxes.push((right, wide));
            right -= SPACE;
        }
        boxes.reverse();
        let mut when_width: f32 = 0.0;
        for text in rows.rows.iter().filter_map(|row| row.when.as_ref()) {
            when_width = when_width.max(self.natural_width(text));
        }
        if when_width > 0.0 {
            let head = rows.when_head.as_ref().map_or(0.0, |head| self.natural_width(head));
            // Room for a rounding error, or the day would break where it just fits.
            when_width = (when_width.max(head).max(size * USUAL_WHEN) + 0.5).min(width * 0.32);
            right -= when_width;
        }
        let when = right;
        if when_width > 0.0 {
            right -= SPACE;
        }
        Columns { x, width, body: x + indent, body_width: right - x - indent, when, when_width, boxes }
    }

    /// The heading and the heads of the columns on its last line.
    fn heads(&mut self, rows: &Rows, columns: &Columns) {
        let mut items = Vec::new();
        let mut height = 0.0;
        let mut baseline: f32 = 0.0;
        if let Some(heading) = &rows.heading {
            let tag = self.tree.add(Role::Heading(2), None);
            for line in self.lines(heading, columns.x, columns.when - columns.x - SPACE, tag) {
                items.extend(line.items.into_iter().map(|item| item.lowered(height)));
                height += line.height;
            }
            baseline = height - (LEADING - BASELINE) * heading.size;
        }
        let when = rows.when_head.iter().filter(|_| columns.when_width > 0.0);
        let when = when.map(|head| (head, columns.when, columns.when_width));
        let boxes = rows.box_heads.iter().zip(&columns.boxes).map(|(head, (x, width))| (head, *x, *width));
        for (head, x, width) in when.chain(boxes) {
            let tag = self.tree.add(Role::Paragraph, None);
            let drop = (baseline - head.size * BASELINE).max(0.0);
            for line in self.lines(head, x, width + 0.5, tag) {
                items.extend(line.items.into_iter().map(|item| item.lowered(drop)));
                height = height.max(drop + line.height);
            }
        }
        if !items.is_empty() {
            self.push(Piece { height: height + 1.0, items, keep: true, ..Piece::default() });
        }
    }

    fn row(&mut self, rows: &Rows, row: &Row, number: Option<usize>, list: usize, columns: &Columns) {
        let item = self.tree.add(Role::ListItem, Some(list));
        let size = row.texts.first().map_or(12.0, |text| text.size);
        let mut left = Vec::new();
        let mut label = Vec::new();
        if let Some(number) = number {
            let tag = self.tree.add(Role::Label, Some(item));
            let text = Text::bold(size, number.to_string());
            label = self.lines(&text, columns.x, columns.body - columns.x, tag);
        }
        let body = self.tree.add(Role::ListBody, Some(item));
        for text in &row.texts {
            let tag = self.tree.add(Role::Paragraph, Some(body));
            left.extend(self.lines(text, columns.body, columns.body_width, tag));
        }
        let mut right = Vec::new();
        if let Some(when) = &row.when {
            let tag = self.tree.add(Role::Paragraph, Some(body));
            right = self.lines(when, columns.when, columns.when_width, tag);
        }
        let boxes = self.boxes(rows, size, body, columns);
        self.push(Piece { height: PAD * size, keep: true, ..Piece::default() });
        let height = size * LEADING;
        let mut beside = right.into_iter();
        let mut first = label.into_iter().flat_map(|line| line.items).chain(boxes).collect::<Vec<_>>();
        let mut left = left.into_iter();
        loop {
            let (words, day) = (left.next(), beside.next());
            if words.is_none() && day.is_none() {
                break;
            }
            let height = words.as_ref().map_or(height, |line| line.height);
            let mut items = std::mem::take(&mut first);
            items.extend(words.into_iter().chain(day).flat_map(|line| line.items));
            self.push(Piece { height, items, keep: true, ..Piece::default() });
        }
        for text in &row.shaded {
            let tag = self.tree.add(Role::Paragraph, Some(body));
            self.gap(size * 0.25);
            let ground = Ground {
                x: columns.body - 2.0,
                width: columns.x + columns.width - columns.body + 2.0,
                pad: size * 0.25,
                fill: Some(GREY),
                stroke: None,
            };
            self.on_ground(ground, 10.0, |setter, x, width| {
                setter.paragraph(text, x, width, tag, true);
            });
            self.keep_last();
        }
        self.push(Piece { height: PAD * size, ..Piece::default() });
    }

    fn boxes(&mut self, rows: &Rows, size: f32, body: usize, columns: &Columns) -> Vec<Item> {
        let mut items = Vec::new();
        let edge = box_side(size);
        for ((x, width), spoken) in columns.boxes.iter().zip(&rows.box_spoken) {
            let tag = self.tree.add_spoken(Role::Span, spoken, Some(body));
            let area =
                Area { x: x + (width - edge) / 2.0, y: (size * LEADING - edge) / 2.0, width: edge, height: edge };
            items.push(Item { tag: Some(tag), mark: Mark::Frame { area, radius: 2.0, thickness: 1.25 } });
        }
        items
    }
}

/// Of a checkbox: large enough for a thick pen.
fn box_side(size: f32) -> f32 {
    size * 1.2
}
