//! Roer: a guide in self-steering for a klantmanager and a client at one table.

pub mod cli;
pub mod desk;
pub mod dossier;
pub mod guide;
pub mod paper;
pub mod plan;
pub mod platform;
pub mod texts;
#[cfg(feature = "desktop")]
pub mod ui;
pub mod vault;
pub mod walk;
