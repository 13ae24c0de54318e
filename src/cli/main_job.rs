//! The main job without a window, for a machine without a display: a fictitious client walks the core guide, and the plan
//! is written.

use std::io;
use std::path::Path;

use super::clients::library_of;
use super::plan::{plan_bytes, write};
use super::{Exit, Streams};
use crate::desk::{Notice, demo, hands};
use crate::dossier::Dossier;
use crate::platform;
use crate::vault::{Folder, Store, VaultError};
use crate::walk::{Status, Walk};

/// Walks the core guide for a fictitious client, a line per stage, and writes the plan to `out`.
///
/// # Errors
/// Only when the streams cannot be written.
pub fn main_job(out: &Path, streams: &mut Streams<'_>) -> io::Result<Exit> {
    streams.tell(&Notice::done("no-display"))?;
    let folder = tempfile::tempdir()?;
    let place = folder.path().join("demonstratie");
    let made = Folder::create_demonstration(&place).and_then(|mut store| {
        demo::fill(&mut store, 1, 0, platform::now())?;
        Ok((library_of(&store)?, first(&store)?))
    });
    let (library, dossier) = match made {
        Ok(made) => made,
        Err(error) => return streams.fail(&error),
    };
    let Some(run) = dossier.runs().first().map(|run| run.began.clone()) else { return Ok(Exit::Failed) };
    let (Some(guide), Some(walk)) = (library.edition(&run.guide), Walk::over(&library, &dossier, &run.run)) else {
        return Ok(Exit::Failed);
    };
    writeln!(streams.out, "{} · {} {}", dossier.client().name, guide.title(), guide.name().edition)?;
    for (at, stage) in guide.stages().iter().enumerate() {
        let stops = walk.stops.iter().filter(|stop| stop.stage == at);
        let (mut asked, mut answered) = (0_usize, 0_usize);
        for stop in stops {
            asked += 1;
            answered += usize::from(stop.status == Status::Answered);
        }
        let words =
            [("stage", library.say(&stage.title).into()), ("asked", asked.into()), ("answered", answered.into())];
        writeln!(streams.out, "{}", streams.texts.say_with("main-job-stage", &words))?;
    }
    let Some(bytes) = plan_bytes(&library, &dossier, streams)? else { return Ok(Exit::Failed) };
    let written = write(out, &bytes, streams)?;
    if written != Exit::Done {
        return Ok(written);
    }
    writeln!(
        streams.out,
        "{}",
        streams.texts.say_with("main-job-plan", &[("file", out.display().to_string().into())])
    )?;
    Ok(Exit::Done)
}

fn first(store: &dyn Store) -> Result<Dossier, VaultError> {
    let mut dossiers = store.dossiers()?;
    let Some(id) = dossiers.pop() else { return Ok(Dossier::default()) };
    let file = hands::read(store, &id)?;
    Ok(Dossier::from_events(file.dossier, file.events))
}
