//! Roer: a guide in self-steering for a klantmanager and a client at one table.

pub mod dossier;
pub mod guide;
pub mod plan;
pub mod texts;
pub mod walk;
