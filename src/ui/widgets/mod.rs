//! The parts every screen is made of, drawn after `design.md`: paper, few lines, one ring for the keyboard.
//!
//! Each part has a spoken name and a role. Ids come from the caller's own keys, so that focus stays where it was when a
//! sentence appears above it. The ring stands 6 points outside its control: leave that much room inside a clip.

pub mod button;
#[cfg(test)]
mod contrast;
pub mod date_field;
pub mod date_words;
pub mod divider;
pub mod field;
pub mod focus;
pub mod frame;
pub mod heading;
pub mod kbd;
pub mod list_row;
pub mod mark;
pub mod month;
pub mod notice;
pub mod option_row;
pub mod pill;
pub mod search;
pub mod segments;
pub mod stage;
#[cfg(test)]
mod tests;
pub mod time_field;
pub mod words;

pub use button::Button;
pub use date_field::{DateEntry, date_field, set_today, today};
pub use divider::divider;
pub use field::{Field, entered, set_cautions};
pub use frame::{card, group, private, strip};
pub use heading::{Level, heading};
pub use kbd::kbd;
pub use list_row::list_row;
pub use mark::Mark;
pub use notice::{Urgency, notice};
pub use option_row::OptionRow;
pub use pill::pill;
pub use search::search_field;
pub use segments::segments;
pub use stage::{StageState, stage};
pub use time_field::{TimeEntry, time_field};
pub use words::{Ink, words};
