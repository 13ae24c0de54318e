//! Which vault a command is about, and its passphrase: from a file or typed, never from an argument.

use std::io::{self, IsTerminal as _};
use std::path::Path;

use super::{Exit, Streams};
use crate::desk::Notice;
use crate::vault::{DEMONSTRATION, Folder, Found, Secret, Store as _};

#[derive(Clone, Copy, Debug, Default)]
pub struct Place<'a> {
    pub vault: Option<&'a Path>,
    /// Its first line is the passphrase.
    pub passphrase_file: Option<&'a Path>,
    /// Where this computer keeps what belongs to a vault.
    pub local: Option<&'a Path>,
}

impl<'a> Place<'a> {
    /// The vault that was named, or how the command ends without one.
    pub(super) fn named(self, streams: &mut Streams<'_>) -> io::Result<Result<&'a Path, Exit>> {
        if let Some(vault) = self.vault {
            return Ok(Ok(vault));
        }
        streams.tell(&Notice::trouble("call-needs-vault"))?;
        Ok(Err(Exit::Unusable))
    }

    /// The vault, open, or how the command ends.
    pub(super) fn open(self, streams: &mut Streams<'_>) -> io::Result<Result<Folder, Exit>> {
        let vault = match self.named(streams)? {
            Ok(vault) => vault,
            Err(exit) => return Ok(Err(exit)),
        };
        let found = Folder::look(vault);
        let local = self.local.filter(|_| matches!(found, Ok(Found::Encrypted)));
        let passphrase = match found {
            Ok(Found::Unencrypted) => Secret::default(),
            Ok(Found::Demonstration) if self.passphrase_file.is_none() => Secret::new(DEMONSTRATION),
            Ok(Found::Demonstration | Found::Encrypted | Found::Encrypting) => match self.passphrase(streams)? {
                Ok(passphrase) => passphrase,
                Err(exit) => return Ok(Err(exit)),
            },
            Err(error) => return streams.fail(&error).map(Err),
        };
        match Folder::open(vault, &passphrase) {
            Ok(mut folder) => {
                if let Some(local) = local {
                    at_home(&mut folder, local, streams)?;
                }
                Ok(Ok(folder))
            }
            Err(error) => streams.fail(&error).map(Err),
        }
    }

    /// A new passphrase, typed twice; or how the command ends without one.
    pub(super) fn new_passphrase(self, streams: &mut Streams<'_>) -> io::Result<Result<Secret, Exit>> {
        let first = self.passphrase(streams)?;
        if self.passphrase_file.is_some() {
            return Ok(first);
        }
        let Ok(first) = first else { return Ok(first) };
        let again = rpassword::prompt_password(streams.texts.say("passphrase-again")).map(Secret::new);
        if again.is_ok_and(|again| again == first) {
            return Ok(Ok(first));
        }
        streams.tell(&Notice::trouble("passphrases-differ"))?;
        Ok(Err(Exit::Failed))
    }

    /// The passphrase, or how the command ends without one.
    pub(super) fn passphrase(self, streams: &mut Streams<'_>) -> io::Result<Result<Secret, Exit>> {
        if let Some(file) = self.passphrase_file {
            return read_secret(file, streams);
        }
        if !io::stdin().is_terminal() {
            streams.tell(&Notice::trouble("call-needs-passphrase"))?;
            return Ok(Err(Exit::Unusable));
        }
        if let Ok(typed) = rpassword::prompt_password(streams.texts.say("passphrase-prompt")) {
            return Ok(Ok(Secret::new(typed)));
        }
        streams.tell(&Notice::trouble("call-needs-passphrase"))?;
        Ok(Err(Exit::Unusable))
    }
}

/// Brings over what waits on this computer, and holds what is there against what was seen here before.
fn at_home(folder: &mut Folder, local: &Path, streams: &mut Streams<'_>) -> io::Result<()> {
    let brought = folder.keep_at(local);
    if folder.is_waiting() {
        streams.tell(&Notice::trouble("outbox-waiting"))?;
    } else if brought.is_ok_and(|brought| brought > 0) {
        streams.tell(&Notice::done("outbox-delivered"))?;
    }
    Ok(())
}

/// All of a file that holds a secret key, which may be typed over from paper in several lines.
pub(super) fn read_key(file: &Path, streams: &mut Streams<'_>) -> io::Result<Result<Secret, Exit>> {
    let read = std::fs::read_to_string(file).map(Secret::new);
    if let Some(secret) = read.ok().filter(|text| !text.reveal().trim().is_empty()) {
        return Ok(Ok(secret));
    }
    unreadable(file, streams)
}

/// The first line of a file that holds a passphrase.
pub(super) fn read_secret(file: &Path, streams: &mut Streams<'_>) -> io::Result<Result<Secret, Exit>> {
    let first = |text: &Secret| Secret::new(text.reveal().lines().next().unwrap_or_default());
    match read_key(file, streams)?.map(|text| first(&text)) {
        Ok(line) if line.is_empty() => unreadable(file, streams),
        read => Ok(read),
    }
}

fn unreadable(file: &Path, streams: &mut Streams<'_>) -> io::Result<Result<Secret, Exit>> {
    streams.tell(&Notice::trouble("passphrase-file-unreadable").about(file.display().to_string()))?;
    Ok(Err(Exit::Unusable))
}
