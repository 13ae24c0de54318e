//! What goes on paper: an [`ActionPlan`](crate::plan::ActionPlan) becomes a [`Sheet`] of placed and tagged pages, a sheet becomes PDF bytes.
//!
//! The way of one sentence: words of the plan -> [`Block`]s of a [`Manuscript`] (`plan_page`) -> glyphs with a face that has
//! them (`glyphs`) -> lines that fit (`wrap`) -> runs in visual order (`line`) -> pieces of known height (`set`) -> pages
//! (`paginate`, `lay_out`) -> marks on a [`Sheet`] -> drawing operators (`pdf`) and a structure tree (`tags`).
//! The preview on screen draws the very same marks.
//!
//! Everything is a pure function: no files, no clock, the same input gives the same bytes. All lengths are points (1/72 inch);
//! y runs down from the top edge of the page.

mod arabic;
mod block;
mod card;
mod font;
mod glyphs;
mod lay_out;
mod leaflet;
mod letters;
mod line;
mod metadata;
mod paginate;
mod pdf;
mod plan_page;
mod plan_words;
mod read_back;
mod rows;
mod set;
mod sheet;
mod tags;
mod thought_card;
mod tick_list;
mod worksheet;
mod wrap;

pub use block::{Align, Block, Row, Rows, Span, Text};
pub use font::Face;
pub use lay_out::{Laid, Manuscript, lay_out};
pub use leaflet::{leaflet_sheet, recovery_sheet};
pub use letters::Letters;
pub use pdf::{PaperError, render};
pub use plan_page::plan_sheet;
pub use read_back::text_of;
pub use sheet::{Area, EDGE, Element, Item, MARGIN, Mark, PAGE_HEIGHT, PAGE_WIDTH, Page, Role, Run, Sheet, Tree};
pub use thought_card::thought_card;
pub use tick_list::tick_list;
pub use worksheet::worksheet;

#[cfg(test)]
mod samples;
