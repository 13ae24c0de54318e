//! What is done to a vault as a whole, or to a dossier as a file: letting colleagues in, moving, erasing, checking, copying,
//! recovering, and bringing over what was written before encryption.

mod access;
mod backup;
mod bundle;
mod encrypt;
mod erase;
mod recover;
mod team;
mod verify;

pub use backup::Backup;
pub use bundle::Merged;
pub use recover::Recovered;
pub use team::Member;
pub use verify::Verdict;

#[cfg(test)]
pub(super) use encrypt::encrypt_on;
