//! `roer plan`: a client's paper from the command line, reproducible with `SOURCE_DATE_EPOCH`.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use super::clients::library_of;
use super::vault::note_paper;
use super::{Exit, PaperKind, Place, Streams};
use crate::desk::{Notice, hands};
use crate::dossier::Dossier;
use crate::dossier::event::Paper;
use crate::dossier::ids::DossierId;
use crate::guide::Library;
use crate::paper::{self, Sheet};
use crate::plan::{ActionPlan, InspectionJson, Leaflet, Report, handover, inspection, last_number, privacy_sheet};
use crate::platform;
use crate::vault::{Folder, Store as _, VaultError};

pub(super) fn plan(
    place: Place<'_>,
    client: &str,
    kind: PaperKind,
    out: &Path,
    streams: &mut Streams<'_>,
) -> io::Result<Exit> {
    let mut folder = match place.open(streams)? {
        Ok(folder) => folder,
        Err(exit) => return Ok(exit),
    };
    let (library, dossier) = match open(&folder, client) {
        Ok(opened) => opened,
        Err(error) => return streams.fail(&error),
    };
    let bytes = match kind {
        PaperKind::Plan => plan_bytes(&library, &dossier, streams)?,
        PaperKind::Verslag => report_bytes(&library, &dossier, out, streams)?,
        PaperKind::Overdracht => {
            if let Some(leaflet) = handover(&streams.texts, &library, &dossier, platform::now().today()) {
                leaflet_bytes(&leaflet, streams)?
            } else {
                streams.tell(&Notice::trouble("handover-says-nothing"))?;
                None
            }
        }
        PaperKind::Privacyblad => leaflet_bytes(&privacy_sheet(&streams.texts, library.organisation()), streams)?,
        PaperKind::Inzage => {
            let readers = match folder.readers(&dossier.id) {
                Ok(readers) => readers,
                Err(error) => return streams.fail(&error),
            };
            if is_data(out) {
                serde_json::to_vec_pretty(&InspectionJson::of(&dossier, &readers)).ok()
            } else {
                leaflet_bytes(&inspection(&streams.texts, &library, &dossier, &readers, &BTreeSet::new()), streams)?
            }
        }
    };
    let Some(bytes) = bytes else { return Ok(Exit::Failed) };
    let written = write(out, &bytes, streams)?;
    // What shows everything about somebody is written down; a plan counts only when it is printed from the window.
    let noted = match kind {
        PaperKind::Inzage if is_data(out) => note_paper(&mut folder, &dossier.id, Paper::AccessData),
        PaperKind::Inzage => note_paper(&mut folder, &dossier.id, Paper::Access),
        PaperKind::Plan | PaperKind::Verslag | PaperKind::Overdracht | PaperKind::Privacyblad => Ok(()),
    };
    match noted {
        // A vault from before encryption cannot be written; the paper is there all the same.
        Ok(()) | Err(VaultError::Unencrypted { .. }) => Ok(written),
        Err(error) => streams.fail(&error),
    }
}

fn open(folder: &Folder, client: &str) -> Result<(Library, Dossier), VaultError> {
    let library = library_of(folder)?;
    let file = hands::read(folder, &DossierId::new(client))?;
    Ok((library, Dossier::from_events(file.dossier, file.events)))
}

pub(super) fn plan_bytes(
    library: &Library,
    dossier: &Dossier,
    streams: &mut Streams<'_>,
) -> io::Result<Option<Vec<u8>>> {
    // Paper made here is numbered as the last print; a client who never got one sees number 1.
    let number = last_number(dossier, Paper::Plan).max(1);
    let plan = ActionPlan::draw_up(library, dossier, platform::now().today(), number);
    if !plan.says_something() {
        streams.tell(&Notice::trouble("plan-says-nothing"))?;
        return Ok(None);
    }
    let sheet = paper::plan_sheet(&streams.texts, &plan);
    if !sheet.notices.is_empty() {
        let replaced: String = sheet.notices.iter().collect();
        streams.tell(&Notice::trouble("plan-characters-replaced").about(replaced))?;
    }
    rendered(&sheet, streams)
}

fn is_data(out: &Path) -> bool {
    out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}

fn leaflet_bytes(leaflet: &Leaflet, streams: &mut Streams<'_>) -> io::Result<Option<Vec<u8>>> {
    let sheet = paper::leaflet_sheet(&streams.texts, leaflet, platform::now().today());
    rendered(&sheet, streams)
}

/// The sheet as PDF, or nothing after saying that it could not be made.
pub(super) fn rendered(sheet: &Sheet, streams: &mut Streams<'_>) -> io::Result<Option<Vec<u8>>> {
    if let Ok(bytes) = paper::render(sheet) {
        return Ok(Some(bytes));
    }
    streams.tell(&Notice::trouble("plan-not-made"))?;
    Ok(None)
}

fn report_bytes(
    library: &Library,
    dossier: &Dossier,
    out: &Path,
    streams: &mut Streams<'_>,
) -> io::Result<Option<Vec<u8>>> {
    if out.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case("txt")) {
        streams.tell(&Notice::trouble("report-only-text"))?;
        return Ok(None);
    }
    let Some(report) = Report::draw_up(&streams.texts, library, dossier, platform::now().today()) else {
        streams.tell(&Notice::trouble("report-says-nothing"))?;
        return Ok(None);
    };
    Ok(Some(report.to_text(&streams.texts).into_bytes()))
}

/// Writes the paper, or says why that failed.
pub(super) fn write(out: &Path, bytes: &[u8], streams: &mut Streams<'_>) -> io::Result<Exit> {
    let Err(error) = platform::write_whole(out, bytes) else { return Ok(Exit::Done) };
    streams.tell(&Notice::trouble("plan-not-written").about(format!("{} ({error})", out.display())))?;
    Ok(Exit::Failed)
}
