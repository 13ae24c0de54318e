//! What is wrong with a vault, for people and as JSON.

use std::io;

use serde::Serialize;

use super::super::{Exit, Streams};
use crate::desk::{Notice, Trouble};
use crate::dossier::ids::DossierId;
use crate::vault::{Folder, Store as _, Verdict};

#[derive(Serialize)]
struct VerdictJson<'a> {
    dossiers: usize,
    events: usize,
    guides: usize,
    closed: usize,
    clean: bool,
    faults: Vec<FaultJson<'a>>,
}

#[derive(Serialize)]
struct FaultJson<'a> {
    kind: &'a str,
    dossier: Option<&'a str>,
    file: Option<String>,
}

pub(super) fn verify(folder: &Folder, json: bool, streams: &mut Streams<'_>) -> io::Result<Exit> {
    let verdict = match folder.verify() {
        Ok(verdict) => verdict,
        Err(error) => return streams.fail(&error),
    };
    for (_, trouble) in &verdict.trouble {
        streams.tell(&Notice::trouble(trouble.key()).about(trouble.file().display().to_string()))?;
    }
    for error in &verdict.errors {
        streams.tell(&Notice::from(&Trouble::from(error)))?;
    }
    for (key, dossier) in whole(&verdict) {
        streams.tell(&Notice::trouble(key).about(dossier.as_str()))?;
    }
    if folder.recovery_is_unfinished() {
        streams.tell(&Notice::trouble("team-recovery-unfinished"))?;
    }
    if json {
        serde_json::to_writer_pretty(&mut *streams.out, &verdict_json(&verdict))?;
        writeln!(streams.out)?;
    } else {
        let faults = verdict.trouble.len() + verdict.errors.len() + whole(&verdict).count();
        let counts = [
            ("dossiers", verdict.dossiers.into()),
            ("events", verdict.events.into()),
            ("guides", verdict.guides.into()),
            ("closed", verdict.closed.into()),
            ("faults", faults.into()),
        ];
        writeln!(streams.out, "{}", streams.texts.say_with("vault-verified", &counts))?;
    }
    Ok(if verdict.is_clean() { Exit::Done } else { Exit::Failed })
}

/// What is wrong with whole dossiers.
fn whole(verdict: &Verdict) -> impl Iterator<Item = (&'static str, &DossierId)> {
    let returned = verdict.returned.iter().map(|dossier| ("trouble-returned", dossier));
    returned.chain(verdict.missing.iter().map(|dossier| ("trouble-gone", dossier)))
}

fn verdict_json(verdict: &Verdict) -> VerdictJson<'_> {
    let trouble = verdict.trouble.iter().map(|(dossier, trouble)| FaultJson {
        kind: trouble.key(),
        dossier: Some(dossier.as_str()),
        file: Some(trouble.file().display().to_string()),
    });
    let errors = verdict.errors.iter().map(|error| FaultJson {
        kind: error.key(),
        dossier: None,
        file: error.path().map(|path| path.display().to_string()),
    });
    let dossiers =
        whole(verdict).map(|(kind, dossier)| FaultJson { kind, dossier: Some(dossier.as_str()), file: None });
    VerdictJson {
        dossiers: verdict.dossiers,
        events: verdict.events,
        guides: verdict.guides,
        closed: verdict.closed,
        clean: verdict.is_clean(),
        faults: trouble.chain(errors).chain(dossiers).collect(),
    }
}
