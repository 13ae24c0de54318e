//! What happened with one client: a journal of immutable events, and the state that follows from it.

pub mod answer;
mod card;
pub mod event;
pub mod ids;
mod note;
mod now;
mod register;
mod state;

pub use card::Card;
pub use event::guides_of;
pub use note::PrivateNote;
pub use now::Now;
pub use register::{Head, Register};
pub use state::{Dossier, Run};
