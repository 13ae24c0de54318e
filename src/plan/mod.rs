//! What was agreed: the [`ActionPlan`], drawn up from the guides and the dossier, and the [`Report`] of a conversation.

mod action_plan;
mod consequences;
mod draw_up;
mod handover;
mod harvest;
mod in_words;
mod inspection;
mod leaflet;
mod lines;
mod preflight;
mod privacy;
mod report;
mod retention;

pub use action_plan::{ActionPlan, Appointment, Contact, Goal, Helper, IfThen, Promise, Task};
pub use consequences::{Consequences, Passed};
pub use draw_up::{last_number, next_number};
pub use handover::handover;
pub use harvest::harvest;
pub use in_words::in_words;
pub use inspection::{Entry, InspectionJson, entries, inspection};
pub use leaflet::{Leaflet, Part};
pub use preflight::{Lack, preflight};
pub use privacy::privacy_sheet;
pub use report::{Chapter, Report};
pub use retention::due;
