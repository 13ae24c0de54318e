//! Making keys: for a new vault, for one from before encryption, beside those of others, or with the recovery key.

use std::io;
use std::path::Path;

use super::super::place::read_key;
use super::super::plan::{rendered, write};
use super::super::{Exit, Place, Streams};
use super::team::spoken;
use super::{finish, said, warn_when_weak};
use crate::desk::Notice;
use crate::paper;
use crate::platform;
use crate::vault::{Folder, Found, Founder, Recovery, Store as _, VaultError};

pub(super) fn init(
    place: Place<'_>,
    name: &str,
    recovery: Option<&str>,
    sheet: Option<&Path>,
    join: bool,
    streams: &mut Streams<'_>,
) -> io::Result<Exit> {
    let root = match place.named(streams)? {
        Ok(root) => root,
        Err(exit) => return Ok(exit),
    };
    let found = Folder::look(root);
    if !join && matches!(found, Ok(Found::Encrypted | Found::Demonstration)) {
        return streams.fail(&VaultError::AlreadyAVault { path: root.to_owned() });
    }
    let passphrase = match place.new_passphrase(streams)? {
        Ok(passphrase) => passphrase,
        Err(exit) => return Ok(exit),
    };
    warn_when_weak(&passphrase, streams)?;
    let mut recovery = recovery.map(str::to_owned);
    if let Some(sheet) = sheet {
        let Some(made) = write_sheet(sheet, streams)? else { return Ok(Exit::Failed) };
        recovery = Some(made);
    } else if recovery.is_none() && !join {
        streams.tell(&Notice::trouble("vault-no-recovery"))?;
    }
    let founder = Founder { name: name.to_owned(), passphrase, recovery };
    let made = match found {
        Ok(Found::Unencrypted | Found::Encrypting) => Folder::encrypt(root, &founder),
        Ok(_) => Folder::join(root, &founder),
        Err(_) => Folder::create(root, &founder),
    };
    let made = made.and_then(|folder| folder.card());
    finish(made.map(|card| said(streams, "vault-made", &spoken(&card))), streams)
}

/// Another recovery recipient, for all that can be read here.
pub(super) fn choose_recovery(
    folder: &mut Folder,
    recipient: Option<&str>,
    sheet: Option<&Path>,
    streams: &mut Streams<'_>,
) -> io::Result<Exit> {
    let recipient = match sheet {
        Some(sheet) => match write_sheet(sheet, streams)? {
            Some(made) => made,
            None => return Ok(Exit::Failed),
        },
        None => recipient.unwrap_or_default().to_owned(),
    };
    let done = folder.choose_recovery(&recipient);
    finish(done.map(|()| said(streams, "vault-recovery-chosen", "")), streams)
}

/// Writes a new recovery sheet, and gives its recipient: first the sheet, then what leans on it. There must be no vault whose
/// sheet could not be written.
fn write_sheet(sheet: &Path, streams: &mut Streams<'_>) -> io::Result<Option<String>> {
    let made = Recovery::generate();
    let page = paper::recovery_sheet(&streams.texts, made.secret.reveal(), platform::now().today());
    let Some(bytes) = rendered(&page, streams)? else { return Ok(None) };
    Ok((write(sheet, &bytes, streams)? == Exit::Done).then_some(made.recipient))
}

pub(super) fn recover(place: Place<'_>, file: &Path, name: &str, streams: &mut Streams<'_>) -> io::Result<Exit> {
    let root = match place.named(streams)? {
        Ok(root) => root,
        Err(exit) => return Ok(exit),
    };
    let secret = match read_key(file, streams)? {
        Ok(secret) => secret,
        Err(exit) => return Ok(exit),
    };
    let passphrase = match place.new_passphrase(streams)? {
        Ok(passphrase) => passphrase,
        Err(exit) => return Ok(exit),
    };
    warn_when_weak(&passphrase, streams)?;
    let founder = Founder { name: name.to_owned(), passphrase, recovery: None };
    match Folder::recover(root, &secret, &founder) {
        Ok((_, recovered)) => {
            let counts = [
                ("dossiers", recovered.dossiers.into()),
                ("segments", recovered.segments.into()),
                ("closed", recovered.closed.into()),
            ];
            writeln!(streams.out, "{}", streams.texts.say_with("vault-recovered", &counts))?;
            for (writer, card) in &recovered.writers {
                let name = card.as_ref().map_or("?", |card| card.name.as_str());
                writeln!(streams.out, "{writer}  {name}")?;
            }
            Ok(if recovered.closed == 0 { Exit::Done } else { Exit::Failed })
        }
        Err(error) => streams.fail(&error),
    }
}
