//! `roer clients`: who is in a vault. A damaged dossier is named and hides nobody.

use std::io;

use super::{Exit, Place, Streams};
use crate::desk::{ClientJson, ClientLine, Notice, Trouble, hands};
use crate::dossier::Dossier;
use crate::dossier::ids::DossierId;
use crate::guide::{Library, Organisation};
use crate::texts::dates;
use crate::vault::{Folder, Store, VaultError};

pub(super) fn clients(place: Place<'_>, json: bool, streams: &mut Streams<'_>) -> io::Result<Exit> {
    let folder = match place.open(streams)? {
        Ok(folder) => folder,
        Err(exit) => return Ok(exit),
    };
    let listed = library_of(&folder).and_then(|library| folder.dossiers().map(|dossiers| (library, dossiers)));
    let (library, dossiers) = match listed {
        Ok(opened) => opened,
        Err(error) => return streams.fail(&error),
    };
    let mut lines = Vec::new();
    for dossier in dossiers {
        lines.extend(line(&folder, &library, &dossier, streams)?);
    }
    lines.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    if json {
        let all: Vec<ClientJson<'_>> = lines.iter().map(ClientLine::json).collect();
        serde_json::to_writer_pretty(&mut *streams.out, &all)?;
        writeln!(streams.out)?;
    } else {
        for line in &lines {
            let next = line.next.as_ref().and_then(|next| next.date).map(|day| dates::long(&streams.texts, day));
            let parts = [Some(line.name.clone()), line.guide.clone(), line.stage.clone(), next];
            let words: Vec<String> = parts.into_iter().flatten().collect();
            writeln!(streams.out, "{}  {}", line.id, words.join(" · "))?;
        }
    }
    Ok(Exit::Done)
}

/// The bundled guides and those that the vault keeps, in the words of its organisation file; one that is missing or
/// unreadable says nothing.
pub(super) fn library_of(store: &dyn Store) -> Result<Library, VaultError> {
    let mut library = Library::bundled();
    for digest in store.pinned_guides()? {
        if let Ok(text) = store.pinned_guide(&digest) {
            // A guide that no longer passes the check leaves its dossiers without a stage, and everything else stands.
            let _ = library.add_pinned(&text);
        }
    }
    for layer in store.layers()? {
        // ‘roer check’ tells what is wrong with a layer; without it the guide serves as it is.
        let _ = library.add_layer(&layer);
    }
    let organisation = store.organisation()?.and_then(|text| Organisation::parse(&text).ok());
    let mut organisation = organisation.unwrap_or_default();
    if let Some(png) = store.logo().ok().flatten() {
        // A plan without its logo is a plan; the window says what is wrong with the file.
        let _ = organisation.set_logo(&png);
    }
    library.serve(organisation);
    Ok(library)
}

fn line(
    folder: &Folder,
    library: &Library,
    id: &DossierId,
    streams: &mut Streams<'_>,
) -> io::Result<Option<ClientLine>> {
    let file = match hands::read(folder, id) {
        Ok(file) => file,
        Err(error) => {
            streams.tell(&Notice::from(&Trouble::from(&error)))?;
            return Ok(None);
        }
    };
    for trouble in &file.trouble {
        streams.tell(&Notice::from(trouble).about(format!("dossiers/{id}")))?;
    }
    if file.events.is_empty() && !file.trouble.is_empty() {
        return Ok(None);
    }
    let dossier = Dossier::from_events(file.dossier, file.events);
    Ok(Some(ClientLine::of(library, &dossier, Vec::new())))
}
