//! `roer plan`: a client's paper from the command line, reproducible with `SOURCE_DATE_EPOCH`.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;

use serde::Serialize;

use super::clients::library_of;
use super::vault::note_paper;
use super::{Exit, PaperKind, Place, Streams};
use crate::desk::{Notice, Trouble, hands};
use crate::dossier::event::Paper;
use crate::dossier::ids::DossierId;
use crate::dossier::{Card, Dossier};
use crate::guide::Library;
use crate::paper::{self, Letters, Sheet};
use crate::plan::{
    ActionPlan, InspectionJson, Lack, Leaflet, Report, handover, harvest, inspection, last_number, preflight,
    privacy_sheet,
};
use crate::platform;
use crate::texts::Texts;
use crate::vault::{Folder, Store as _, VaultError};

pub(super) fn plan(
    place: Place<'_>,
    client: &str,
    (kind, letters): (PaperKind, Letters),
    out: &Path,
    streams: &mut Streams<'_>,
) -> io::Result<Exit> {
    let mut folder = match place.open(streams)? {
        Ok(folder) => folder,
        Err(exit) => return Ok(exit),
    };
    let opened = open(&folder, client).and_then(|(library, dossier, trouble)| {
        let readers = if kind == PaperKind::Inzage { folder.readers(&dossier.id)? } else { Vec::new() };
        Ok((library, dossier, trouble, readers))
    });
    let (library, dossier, trouble, readers) = match opened {
        Ok(opened) => opened,
        Err(error) => return streams.fail(&error),
    };
    // Writing down that a paper was made is going on: whoever does so is told first.
    streams.tell_all(&trouble)?;
    let bytes = match kind {
        PaperKind::Verslag => report_bytes(&library, &dossier, out, streams)?,
        PaperKind::Inzage if is_data(out) => serde_json::to_vec_pretty(&InspectionJson::of(&dossier, &readers)).ok(),
        _ => {
            let sheet = sheet_of(kind, letters, &library, &dossier, &readers, &streams.texts);
            sheet_bytes(kind, sheet, streams)?
        }
    };
    let Some(bytes) = bytes else { return Ok(Exit::Failed) };
    let written = write(out, &bytes, streams)?;
    // What shows everything about somebody is written down; the others count only when they are printed from the window.
    let noted = match kind {
        PaperKind::Inzage if is_data(out) => note_paper(&mut folder, &dossier.id, Paper::AccessData),
        PaperKind::Inzage => note_paper(&mut folder, &dossier.id, Paper::Access),
        _ => Ok(()),
    };
    match noted {
        // A vault from before encryption cannot be written; the paper is there all the same.
        Ok(()) | Err(VaultError::Unencrypted { .. }) => Ok(written),
        Err(error) => streams.fail(&error),
    }
}

/// The paper, or nothing where it has nothing to say yet.
fn sheet_of(
    kind: PaperKind,
    letters: Letters,
    library: &Library,
    dossier: &Dossier,
    readers: &[Card],
    texts: &Texts,
) -> Option<Sheet> {
    let today = platform::now().today();
    let leaflet = |leaflet: Leaflet| paper::leaflet_sheet(texts, &leaflet, today, letters);
    let plan = drawn_up(library, dossier);
    match kind {
        PaperKind::Plan => plan.says_something().then(|| paper::plan_sheet(texts, &plan, letters)),
        PaperKind::Vinklijst => paper::tick_list(texts, &plan, letters),
        PaperKind::Gedachtekaart => paper::thought_card(texts, &plan, letters),
        PaperKind::Oogst => harvest(texts, &plan).map(leaflet),
        PaperKind::Overdracht => handover(texts, library, dossier, today).map(leaflet),
        PaperKind::Privacyblad => Some(leaflet(privacy_sheet(texts, library.organisation()))),
        PaperKind::Inzage => Some(leaflet(inspection(texts, library, dossier, readers, &BTreeSet::new()))),
        PaperKind::Verslag => None,
    }
}

/// The key of what is said when a paper has nothing to say yet.
fn says_nothing(kind: PaperKind) -> &'static str {
    match kind {
        PaperKind::Overdracht => "handover-says-nothing",
        PaperKind::Oogst => "harvest-says-nothing",
        PaperKind::Vinklijst => "tick-says-nothing",
        PaperKind::Gedachtekaart => "thought-says-nothing",
        _ => "plan-says-nothing",
    }
}

#[derive(Serialize)]
struct LackJson {
    kind: &'static str,
    what: String,
    advice: String,
    about: String,
}

/// What the plan of a client does not say yet.
pub(super) fn lacks(place: Place<'_>, client: &str, json: bool, streams: &mut Streams<'_>) -> io::Result<Exit> {
    let folder = match place.open(streams)? {
        Ok(folder) => folder,
        Err(exit) => return Ok(exit),
    };
    let (library, dossier, trouble) = match open(&folder, client) {
        Ok(opened) => opened,
        Err(error) => return streams.fail(&error),
    };
    streams.tell_all(&trouble)?;
    let texts = &streams.texts;
    let lacks: Vec<LackJson> = preflight(&drawn_up(&library, &dossier))
        .into_iter()
        .map(|Lack { kind, about }| LackJson {
            kind,
            what: texts.say(&format!("lack-{kind}")),
            advice: texts.say(&format!("lack-{kind}-advice")),
            about,
        })
        .collect();
    if json {
        serde_json::to_writer_pretty(&mut *streams.out, &lacks)?;
        writeln!(streams.out)?;
        return Ok(Exit::Done);
    }
    for LackJson { what, advice, about, .. } in &lacks {
        let about = if about.is_empty() { String::new() } else { format!(": {about}") };
        writeln!(streams.out, "{what}{about} - {advice}")?;
    }
    if lacks.is_empty() {
        writeln!(streams.out, "{}", streams.texts.say("lacks-nothing"))?;
    }
    Ok(Exit::Done)
}

/// The plan as it stands, under the number of the last print; a client who never got one sees number 1.
fn drawn_up(library: &Library, dossier: &Dossier) -> ActionPlan {
    let number = last_number(dossier, Paper::Plan).max(1);
    ActionPlan::draw_up(library, dossier, platform::now().today(), number)
}

fn open(folder: &Folder, client: &str) -> Result<(Library, Dossier, Vec<Trouble>), VaultError> {
    let library = library_of(folder)?;
    let file = hands::read(folder, &DossierId::new(client))?;
    Ok((library, Dossier::from_events(file.dossier, file.events), file.trouble))
}

pub(super) fn plan_bytes(
    library: &Library,
    dossier: &Dossier,
    streams: &mut Streams<'_>,
) -> io::Result<Option<Vec<u8>>> {
    sheet_bytes(
        PaperKind::Plan,
        sheet_of(PaperKind::Plan, Letters::Usual, library, dossier, &[], &streams.texts),
        streams,
    )
}

/// The paper as PDF, or nothing after saying why there is none.
fn sheet_bytes(kind: PaperKind, sheet: Option<Sheet>, streams: &mut Streams<'_>) -> io::Result<Option<Vec<u8>>> {
    let Some(sheet) = sheet else {
        streams.tell(&Notice::trouble(says_nothing(kind)))?;
        return Ok(None);
    };
    rendered(&sheet, streams)
}

fn is_data(out: &Path) -> bool {
    out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}

/// The sheet as PDF, or nothing after saying that it could not be made.
pub(super) fn rendered(sheet: &Sheet, streams: &mut Streams<'_>) -> io::Result<Option<Vec<u8>>> {
    if !sheet.notices.is_empty() {
        let replaced: String = sheet.notices.iter().collect();
        streams.tell(&Notice::trouble("plan-characters-replaced").about(replaced))?;
    }
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
