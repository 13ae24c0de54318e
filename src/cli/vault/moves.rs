//! A dossier in a file, and back.

use std::io;
use std::path::Path;

use super::super::plan::write;
use super::super::{Exit, Streams};
use super::team::{read_card, spoken, unknown_card};
use super::{finish, said};
use crate::desk::{Notice, hands};
use crate::dossier::Dossier;
use crate::dossier::event::{Happening, Paper, PaperMade};
use crate::dossier::ids::DossierId;
use crate::plan::next_number;
use crate::platform;
use crate::vault::{Folder, Store as _, VaultError};

pub(super) fn merge(folder: &mut Folder, from: &Path, streams: &mut Streams<'_>) -> io::Result<Exit> {
    let merged = match folder.merge(from) {
        Ok(merged) => merged,
        Err(error) => return streams.fail(&error),
    };
    for (_, trouble) in &merged.trouble {
        streams.tell(&Notice::trouble(trouble.key()).about(trouble.file().display().to_string()))?;
    }
    if let Some(card) = &merged.unknown {
        let from = format!("{} · {}", card.name, spoken(card));
        streams.tell(&Notice::trouble("bundle-from-unknown").about(from))?;
    }
    let count = [("dossiers", merged.dossiers.len().into())];
    writeln!(streams.out, "{}", streams.texts.say_with("vault-merged", &count))?;
    for dossier in &merged.dossiers {
        writeln!(streams.out, "{dossier}")?;
    }
    Ok(Exit::Done)
}

pub(super) fn export(
    folder: &mut Folder,
    client: &str,
    to: Option<&Path>,
    out: &Path,
    streams: &mut Streams<'_>,
) -> io::Result<Exit> {
    let dossier = DossierId::new(client);
    let card = match to {
        Some(file) => match read_card(file) {
            Some(card) => Ok(card),
            None => return unknown_card(&file.display().to_string(), streams),
        },
        None => folder.card(),
    };
    let bundled = card.and_then(|card| folder.bundle(&dossier, &card));
    let bytes = match bundled {
        Ok(bytes) => bytes,
        Err(error) => return streams.fail(&error),
    };
    let written = write(out, &bytes, streams)?;
    if written != Exit::Done {
        return Ok(written);
    }
    // Writing down that it was made is going on: whoever does so is told what is wrong first.
    if let Ok(file) = hands::read(folder, &dossier) {
        streams.tell_all(&file.trouble)?;
    }
    let noted = note_paper(folder, &dossier, Paper::Bundle);
    finish(noted.map(|()| said(streams, "vault-exported", &out.display().to_string())), streams)
}

/// Writes down that something left the vault.
pub fn note_paper(folder: &mut Folder, id: &DossierId, paper: Paper) -> Result<(), VaultError> {
    let dossier = Dossier::from_events(id.clone(), folder.load(id)?.events);
    let made = PaperMade { paper, number: next_number(&dossier, paper) };
    folder.write_down(id, Happening::PaperMade(made), platform::now()).map(drop)
}
