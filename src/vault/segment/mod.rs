//! The file of one sitting: a list of RON records, one on each line, so that one damage costs one event.
//!
//! ```ron
//! [
//! Segment(head: (format: 2, dossier: "..", segment: "..", writer: "..", nonce: "..", previous: None), check: "<hash>"),
//! Event(head: (dossier: "..", segment: "..", seq: 1, clock: (..), at: "..", kind: "Answered", digest: "<hash>"),
//!     check: "<hash>", salt: "<32 hexadecimal digits>", payload: Answered((..))),
//! End(events: 1, chain: "<hash>", signature: Some((key: "..", signature: ".."))),
//! ]
//! ```
//!
//! (In the file an event stands on one line.) All hashes are SHA-256 in hexadecimal, over text just as it stands in the file:
//! `check` over the head before it, `digest` over salt and payload, `chain` over all heads in order, each followed by a
//! newline. So a payload can be erased (`Erased(head, check)` takes the event's place) while the chain still verifies, and
//! the salt keeps anyone from guessing an erased "ja" by its hash. The signature is over the chain, and `writer` is the
//! fingerprint of its key. The segment's own name follows from writer and nonce, so that nobody can claim another's segment.
//!
//! Format 1 had no nonce and no signature, and its files were not encrypted.
//!
//! In every text format the first record keeps its shape, `head` a struct with `format` and `check` over it: by it an older
//! Roer knows that a file is not damaged but newer.

mod read;
mod write;

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::names;
use crate::dossier::event::Clock;
use crate::dossier::ids::{DossierId, SegmentId};

pub(super) use read::{Reading, parse, read};
pub(super) use write::{Sitting, erase, pad};

/// The format that is written, and the newest that is read.
pub(super) const FORMAT: u32 = 2;
/// The format from before encryption, still read.
const UNSIGNED: u32 = 1;
/// Bytes of a segment file: refused beyond it, both when reading and when writing.
pub(super) const LIMIT: u64 = 64 * 1024 * 1024;
/// The ending of an encrypted original from before encryption of which not all could be read: kept, and not read.
pub(super) const OLD: &str = ".oud";
/// The ending of a segment file. A file with another ending is read too when it holds a segment.
pub(super) const ENDING: &str = ".roer";

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SegmentHead {
    pub format: u32,
    pub dossier: DossierId,
    pub segment: SegmentId,
    pub writer: String,
    /// 32 hexadecimal digits from which the segment's name follows; empty in what came over from format 1.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub nonce: String,
    /// In the segments of who founded the dossier: 32 hexadecimal digits from which the dossier's name follows.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub founding: String,
    /// The writer's segment before this one in the same dossier.
    #[serde(default)]
    pub previous: Option<Previous>,
}

impl SegmentHead {
    /// Whether its writer founded the dossier.
    pub fn is_founders(&self) -> bool {
        !self.founding.is_empty() && dossier_name(&self.writer, &self.founding) == self.dossier.as_str()
    }

    /// Whether nobody but its writer can have begun a segment of this name.
    pub fn is_bound(&self) -> bool {
        !self.nonce.is_empty() && name_of(&self.writer, &self.nonce) == self.segment.as_str()
    }
}

/// The name of the dossier that this writer founds with this nonce.
pub(super) fn dossier_name(writer: &str, nonce: &str) -> String {
    names::letters(&Sha256::digest(format!("roer-dossier-name-1\n{writer}\n{nonce}\n")))
}

/// The name of the segment that this writer begins with this nonce.
fn name_of(writer: &str, nonce: &str) -> String {
    names::letters(&Sha256::digest(format!("roer-segment-name-1\n{writer}\n{nonce}\n")))
}

/// What is signed for a chain.
fn to_sign(chain: &str) -> String {
    format!("roer-segment-2\n{chain}")
}

/// How far a segment had come when its writer began another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Previous {
    pub segment: SegmentId,
    pub events: u32,
    /// The chain over its head and those events.
    pub chain: String,
}

/// Names dossier and segment itself, so that it vouches for itself when the segment's own head is damaged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct EventHead {
    dossier: DossierId,
    segment: SegmentId,
    seq: u32,
    clock: Clock,
    at: DateTime,
    kind: String,
    digest: String,
}
