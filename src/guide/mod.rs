//! What a guide says: text to [`GuideFile`] (raw) to [`Guide`] (checked), with findings that tell its author what to mend.

pub mod ask;
mod build;
mod build_ask;
mod build_text;
mod check;
mod checked;
pub mod condition;
mod edition;
pub mod file;
mod finding;
mod fit;
mod library;
pub mod limits;
mod locate;
mod node;
mod organisation;
mod parse;
pub mod path;
mod phrase;
mod resolve;
mod words;

pub use ask::Print;
pub use check::{Checked, Remark, Spot, digest, pointed};
pub use checked::{Call, Each, Field, Guide, Offer, Proposal, Stage, Step};
pub use edition::{Comparison, Fate, StepChange, carries};
pub use file::GuideFile;
pub use finding::{Finding, Kind, Level};
pub use fit::fits;
pub use library::{BUNDLED, Library, Origin};
pub use node::{At, Node};
pub use organisation::{FLAGS, Help, Organisation, line_id};
pub use phrase::{Phrase, Voice};
pub use words::Words;
