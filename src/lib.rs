//! Roer: a guide in self-steering for a klantmanager and a client at one table.
//!
//! The rooms, in the order in which one answer passes through them:
//!
//! 1. [`guide`]: the text of a guide becomes a [`guide::GuideFile`], and checked a [`guide::Guide`].
//! 2. [`walk`]: guide and dossier give the route, [`walk::Walk`], with the question that is asked now.
//! 3. `ui`: a screen edits its own draft and sends a [`desk::Command`].
//! 4. [`desk`]: the command becomes a [`dossier::event::Event`], applied at once and kept off the frame.
//! 5. [`vault`]: the event is made durable in the segment of this sitting; only then it counts as saved.
//! 6. [`dossier`]: the set of all events says what stands.
//! 7. [`plan`]: what stands on the route becomes the client's [`plan::ActionPlan`].
//! 8. [`paper`]: the plan becomes a [`paper::Sheet`], which the preview draws and the PDF is written from.
//!
//! [`texts`] holds every word, [`platform`] the world outside, [`cli`] the commands without a window.

pub mod cli;
pub mod desk;
pub mod dossier;
pub mod guide;
pub mod paper;
pub mod plan;
pub mod platform;
pub mod review;
pub mod texts;
#[cfg(feature = "desktop")]
pub mod ui;
pub mod vault;
pub mod walk;
