//! What was agreed: the [`ActionPlan`], drawn up from the guides and the dossier.

mod action_plan;

pub use action_plan::{ActionPlan, Appointment, Contact, Goal, Helper, IfThen, Promise, Task};
