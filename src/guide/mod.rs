//! What a guide says: text to [`GuideFile`] (raw) to [`Guide`] (checked), with findings that tell its author what to mend.

pub mod ask;
mod build;
mod build_ask;
mod build_text;
mod check;
mod checked;
pub mod condition;
pub mod file;
mod finding;
mod library;
pub mod limits;
mod locate;
mod node;
mod organisation;
mod parse;
mod resolve;
mod words;

pub use ask::Print;
pub use check::{Checked, digest};
pub use checked::{Call, Each, Field, Guide, Offer, Stage, Step};
pub use file::GuideFile;
pub use finding::{Finding, Kind, Level};
pub use library::{BUNDLED, Library, Origin};
pub use node::{At, Node};
pub use organisation::{Help, Organisation};
pub use words::Words;
