//! What is wrong with a part of a dossier, while the rest of it opens. Holds file names and ids, never a client's words.

use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::dossier::ids::{EventId, SegmentId};

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
    /// One event with different contents in different files: named once for each file; the earliest is used.
    #[error("event {} is told differently in {}", event.seq, file.display())]
    Contradiction { file: PathBuf, event: EventId },
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
            Self::NoSegment { .. } => "trouble-no-segment",
            Self::Foreign { .. } => "trouble-foreign",
            Self::Head { .. } => "trouble-head",
            Self::Damaged { .. } => "trouble-damaged",
            Self::Incomplete { .. } => "trouble-incomplete",
            Self::Misplaced { .. } => "trouble-misplaced",
            Self::Unknown { .. } => "trouble-unknown",
            Self::Erased { .. } => "trouble-erased",
            Self::Contradiction { .. } => "trouble-contradiction",
            Self::Missing { .. } => "trouble-missing",
        }
    }

    /// The file it was met in.
    #[must_use]
    pub fn file(&self) -> &Path {
        match self {
            Self::Unreadable { file, .. }
            | Self::NewerFormat { file }
            | Self::NoSegment { file }
            | Self::Foreign { file }
            | Self::Head { file }
            | Self::Damaged { file, .. }
            | Self::Incomplete { file }
            | Self::Misplaced { file, .. }
            | Self::Unknown { file, .. }
            | Self::Erased { file, .. }
            | Self::Contradiction { file, .. }
            | Self::Missing { named_by: file, .. } => file,
        }
    }
}
