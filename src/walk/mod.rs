//! Where we are: a pure function of the guides at hand, one dossier, and one of its runs.
//!
//! The route is never stored. It follows from the answers, so changing an early answer can never lose a later one.

mod bounds;
mod condition;
mod engine;
mod fields;
mod past;
mod stop;

pub use condition::would_hold;
pub use engine::STOPS;
pub use stop::{AskedField, Before, Bounds, OfferStop, Status, Stop, StopKind, Walk};
