//! Why the vault could not do what was asked. Holds paths and ids, never a client's words.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use thiserror::Error;

/// The message and the advice for people are looked up elsewhere by [`VaultError::key`]; the words here are for logs.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum VaultError {
    #[error("{} is no vault", path.display())]
    NotAVault { path: PathBuf },
    #[error("{} already holds a vault", path.display())]
    AlreadyAVault { path: PathBuf },
    #[error("{} holds other files", path.display())]
    NotEmpty { path: PathBuf },
    #[error("{} has format {found}, newer than {known}", path.display())]
    NewerFormat { path: PathBuf, found: u32, known: u32 },
    #[error("{} is damaged", path.display())]
    Damaged { path: PathBuf },
    #[error("{} is larger than {limit} bytes", path.display())]
    TooLarge { path: PathBuf, limit: u64 },
    /// What was given is not repeated: it may be anything that a person typed.
    #[error("not a valid {what}")]
    BadName { what: &'static str },
    /// The passphrase opens none of the key files.
    #[error("the passphrase does not open {}", path.display())]
    WrongPassphrase { path: PathBuf },
    /// Encrypted to somebody else.
    #[error("{} is not for this person", path.display())]
    NotForUs { path: PathBuf },
    /// The vault holds no key file at all.
    #[error("there are no keys in {}", path.display())]
    NoKey { path: PathBuf },
    /// A key file that asks for more work than any that Roer makes.
    #[error("{} asks for too much work", path.display())]
    TooCostly { path: PathBuf },
    /// A vault from before encryption can be read, and is written to only after it was encrypted.
    #[error("{} is not encrypted", path.display())]
    Unencrypted { path: PathBuf },
    #[error("there is no dossier at {}", path.display())]
    NoSuchDossier { path: PathBuf },
    /// The register says that it was destroyed; its files came back.
    #[error("the dossier at {} was destroyed", path.display())]
    Destroyed { path: PathBuf },
    #[error("there is no pinned guide at {}", path.display())]
    NoSuchGuide { path: PathBuf },
    /// The event belongs to another sitting, or its number does not rise: a fault in the program.
    #[error("an event with number {seq} is not the next of this sitting")]
    OutOfTurn { seq: u32 },
    /// The event would not be read back as it was written: a fault in the program.
    #[error("event {seq} cannot be written so that it reads back the same")]
    Unwritable { seq: u32 },
    #[error("{} did not read back as it was written", path.display())]
    NotVerified { path: PathBuf },
    #[error("no space left for {}", path.display())]
    Full { path: PathBuf, source: io::Error },
    #[error("{} may not be written", path.display())]
    ReadOnly { path: PathBuf, source: io::Error },
    #[error("{} may not be read", path.display())]
    NoAccess { path: PathBuf, source: io::Error },
    #[error("{} is gone or out of reach", path.display())]
    Vanished { path: PathBuf, source: io::Error },
    /// Another window has it open, which would write what it remembers over what is done here.
    #[error("{} is open elsewhere", path.display())]
    InUse { path: PathBuf },
    #[error("{} is held by another program", path.display())]
    Busy { path: PathBuf, source: io::Error },
    #[error("the system gives no random numbers")]
    NoRandomness,
    #[error("input or output failed at {}", path.display())]
    Io { path: PathBuf, source: io::Error },
}

impl VaultError {
    /// Stable name of the class, for looking up message and advice.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::NotAVault { .. } => "vault-not-a-vault",
            Self::AlreadyAVault { .. } => "vault-already-there",
            Self::NotEmpty { .. } => "vault-not-empty",
            Self::NewerFormat { .. } => "vault-newer-format",
            Self::Damaged { .. } => "vault-damaged",
            Self::TooLarge { .. } => "vault-too-large",
            Self::BadName { what: "recipient" | "identity" | "card" } => "vault-bad-key",
            Self::BadName { .. } => "vault-bad-name",
            Self::WrongPassphrase { .. } => "vault-wrong-passphrase",
            Self::NotForUs { .. } => "vault-not-for-us",
            Self::NoKey { .. } => "vault-no-key",
            Self::TooCostly { .. } => "vault-too-costly",
            Self::Unencrypted { .. } => "vault-unencrypted",
            Self::NoSuchDossier { .. } => "vault-no-such-dossier",
            Self::Destroyed { .. } => "trouble-returned",
            Self::NoSuchGuide { .. } => "vault-no-such-guide",
            Self::OutOfTurn { .. } => "vault-out-of-turn",
            Self::Unwritable { .. } => "vault-unwritable",
            Self::NotVerified { .. } => "vault-not-verified",
            Self::Full { .. } => "vault-full",
            Self::ReadOnly { .. } => "vault-read-only",
            Self::NoAccess { .. } => "vault-no-access",
            Self::Vanished { .. } => "vault-vanished",
            Self::InUse { .. } => "vault-in-use",
            Self::Busy { .. } => "vault-busy",
            Self::NoRandomness => "vault-no-randomness",
            Self::Io { .. } => "vault-io",
        }
    }

    /// Whether it is the place that refuses, and not what is written: another place may take it.
    #[must_use]
    pub(super) fn is_of_place(&self) -> bool {
        matches!(
            self,
            Self::Full { .. }
                | Self::ReadOnly { .. }
                | Self::NoAccess { .. }
                | Self::Vanished { .. }
                | Self::Busy { .. }
                | Self::NotVerified { .. }
                | Self::Io { .. }
        )
    }

    /// The file or folder it happened at.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::NotAVault { path }
            | Self::AlreadyAVault { path }
            | Self::NotEmpty { path }
            | Self::NewerFormat { path, .. }
            | Self::Damaged { path }
            | Self::TooLarge { path, .. }
            | Self::WrongPassphrase { path }
            | Self::NotForUs { path }
            | Self::NoKey { path }
            | Self::TooCostly { path }
            | Self::Unencrypted { path }
            | Self::NoSuchDossier { path }
            | Self::Destroyed { path }
            | Self::NoSuchGuide { path }
            | Self::NotVerified { path }
            | Self::Full { path, .. }
            | Self::ReadOnly { path, .. }
            | Self::NoAccess { path, .. }
            | Self::Vanished { path, .. }
            | Self::InUse { path }
            | Self::Busy { path, .. }
            | Self::Io { path, .. } => Some(path),
            Self::BadName { .. } | Self::OutOfTurn { .. } | Self::Unwritable { .. } | Self::NoRandomness => None,
        }
    }

    /// The class of an error met while reading `path`.
    pub(super) fn reading(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| match source.kind() {
            ErrorKind::PermissionDenied if !is_busy(&source) => Self::NoAccess { path, source },
            _ => Self::either_way(path, source),
        }
    }

    /// The class of an error met while writing `path`.
    pub(super) fn writing(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| match source.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Self::Full { path, source },
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem if !is_busy(&source) => {
                Self::ReadOnly { path, source }
            }
            _ => Self::either_way(path, source),
        }
    }

    fn either_way(path: PathBuf, source: io::Error) -> Self {
        match source.kind() {
            ErrorKind::NotFound
            | ErrorKind::NotADirectory
            | ErrorKind::StaleNetworkFileHandle
            | ErrorKind::HostUnreachable
            | ErrorKind::NetworkUnreachable
            | ErrorKind::NetworkDown
            | ErrorKind::NotConnected
            | ErrorKind::ConnectionAborted
            | ErrorKind::ConnectionReset
            | ErrorKind::TimedOut => Self::Vanished { path, source },
            ErrorKind::ResourceBusy => Self::Busy { path, source },
            _ if is_busy(&source) => Self::Busy { path, source },
            _ => Self::Io { path, source },
        }
    }
}

/// Whether a virus scanner or a sync client holds the file for a moment, as they do on Windows.
pub(super) fn is_busy(error: &io::Error) -> bool {
    const SHARING_VIOLATION: i32 = 32;
    const LOCK_VIOLATION: i32 = 33;
    cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION))
}
