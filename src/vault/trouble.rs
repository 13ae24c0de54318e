//! What is wrong with a part of a dossier, while the rest of it opens. Holds file names and ids, never a client's words.

use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::dossier::ids::{DossierId, EventId, SegmentId};

/// Nothing that is named here was changed or deleted on disk.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Error)]
#[non_exhaustive]
pub enum Trouble {
    /// The file could not be read; `why` is the key of a [`super::VaultError`].
    #[error("{} could not be read ({why})", file.display())]
    Unreadable { file: PathBuf, why: &'static str },
    /// Written by a newer Roer, or encrypted by one.
    #[error("{} was written by a newer Roer", file.display())]
    NewerFormat { file: PathBuf },
    /// Encrypted, and not to whoever has the vault open.
    #[error("{} is not for this person", file.display())]
    NotForUs { file: PathBuf },
    /// A segment that nobody encrypted, in a vault where all are: anybody may have written it, so it was not read.
    #[error("{} is not encrypted", file.display())]
    Unencrypted { file: PathBuf },
    /// Its signature does not fit, or it claims to be another writer's segment; it was not read.
    #[error("{} is not what its writer signed", file.display())]
    Forged { file: PathBuf },
    /// Signed by somebody whose fingerprint was never compared; it was not read.
    #[error("{} was written by someone unknown ({writer})", file.display())]
    UnknownWriter { file: PathBuf, writer: String },
    /// By its name a segment, by its contents not.
    #[error("{} holds no segment", file.display())]
    NoSegment { file: PathBuf },
    /// A segment of another dossier, which was not read.
    #[error("{} belongs to another dossier", file.display())]
    Foreign { file: PathBuf },
    /// The first record, which names writer and sitting, is damaged; the events were read.
    #[error("the head of {} is damaged", file.display())]
    Head { file: PathBuf },
    /// Damaged records; the others of the file were read.
    #[error("{} is damaged at line {line} ({lines} lines)", file.display())]
    Damaged {
        file: PathBuf,
        /// Counts from 1.
        line: u32,
        /// How many damaged lines follow each other here.
        lines: u32,
        /// The event it was, where its head could still be read.
        event: Option<EventId>,
    },
    /// The end is missing, or the file holds other events than its end says.
    #[error("{} is incomplete", file.display())]
    Incomplete { file: PathBuf },
    /// An undamaged event that says it belongs elsewhere.
    #[error("event {} in {} belongs to another segment", event.seq, file.display())]
    Misplaced { file: PathBuf, event: EventId },
    /// An undamaged event of a kind that only a newer Roer understands. It stays in its file.
    #[error("event {} in {} is of an unknown kind ({kind})", event.seq, file.display())]
    Unknown { file: PathBuf, event: EventId, kind: String },
    /// Its contents were erased under privacy law; that it was there remains.
    #[error("event {} in {} was erased", event.seq, file.display())]
    Erased { file: PathBuf, event: EventId },
    /// It was erased, and this copy still has its contents: a sync program brought it back. It was not read.
    #[error("event {} was erased and is still in {}", event.seq, file.display())]
    Lingers { file: PathBuf, event: EventId },
    /// One event with different contents in different files: named once for each file; the earliest is used.
    #[error("event {} is told differently in {}", event.seq, file.display())]
    Contradiction { file: PathBuf, event: EventId },
    /// The dossier was destroyed, and comes back with an old copy. It was not taken in.
    #[error("dossier {dossier} was destroyed")]
    Returned { dossier: DossierId },
    /// A segment is here in an older state than another one builds on: somebody put an old copy back.
    #[error("segment {segment} is older than {} says", named_by.display())]
    Older { segment: SegmentId, named_by: PathBuf },
    /// A segment that another one names as its predecessor is not here: not yet synchronised, or lost.
    #[error("segment {segment} is missing, named by {}", named_by.display())]
    Missing { segment: SegmentId, named_by: PathBuf },
}

impl Trouble {
    /// Stable name of the class, for looking up message and advice.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "trouble-unreadable",
            Self::NewerFormat { .. } => "trouble-newer-format",
            Self::NotForUs { .. } => "trouble-not-for-us",
            Self::Unencrypted { .. } => "trouble-unencrypted",
            Self::Forged { .. } => "trouble-forged",
            Self::UnknownWriter { .. } => "trouble-unknown-writer",
            Self::NoSegment { .. } => "trouble-no-segment",
            Self::Foreign { .. } => "trouble-foreign",
            Self::Head { .. } => "trouble-head",
            Self::Damaged { .. } => "trouble-damaged",
            Self::Incomplete { .. } => "trouble-incomplete",
            Self::Misplaced { .. } => "trouble-misplaced",
            Self::Unknown { .. } => "trouble-unknown",
            Self::Erased { .. } => "trouble-erased",
            Self::Lingers { .. } => "trouble-lingers",
            Self::Contradiction { .. } => "trouble-contradiction",
            Self::Returned { .. } => "trouble-returned",
            Self::Older { .. } => "trouble-older",
            Self::Missing { .. } => "trouble-missing",
        }
    }

    /// The file it was met in.
    /// The segment that is gone, or older than it was.
    #[must_use]
    pub(super) fn segment(&self) -> Option<&SegmentId> {
        match self {
            Self::Older { segment, .. } | Self::Missing { segment, .. } => Some(segment),
            _ => None,
        }
    }

    #[must_use]
    pub fn file(&self) -> &Path {
        match self {
            Self::Returned { dossier } => Path::new(dossier.as_str()),
            Self::Unreadable { file, .. }
            | Self::NewerFormat { file }
            | Self::NotForUs { file }
            | Self::Unencrypted { file }
            | Self::Forged { file }
            | Self::UnknownWriter { file, .. }
            | Self::NoSegment { file }
            | Self::Foreign { file }
            | Self::Head { file }
            | Self::Damaged { file, .. }
            | Self::Incomplete { file }
            | Self::Misplaced { file, .. }
            | Self::Unknown { file, .. }
            | Self::Erased { file, .. }
            | Self::Lingers { file, .. }
            | Self::Contradiction { file, .. }
            | Self::Older { named_by: file, .. }
            | Self::Missing { named_by: file, .. } => file,
        }
    }
}
