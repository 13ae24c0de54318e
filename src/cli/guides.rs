//! `roer guides`: the guides at hand.

use std::io;

use serde::Serialize;

use super::{Exit, Streams};
use crate::guide::file::Audience;
use crate::guide::{Library, Origin};

/// The shape of `roer guides --json`: stable.
#[derive(Debug, Serialize)]
struct GuideJson<'a> {
    id: &'a str,
    edition: &'a str,
    title: &'a str,
    audience: &'static str,
    stages: usize,
    steps: usize,
    origin: &'static str,
}

pub(super) fn guides(json: bool, streams: &mut Streams<'_>) -> io::Result<Exit> {
    let library = Library::bundled();
    let guides: Vec<GuideJson<'_>> = library
        .guides()
        .map(|(guide, origin)| GuideJson {
            id: &guide.name().id,
            edition: &guide.name().edition,
            title: guide.title(),
            audience: match guide.audience() {
                Audience::Client => "klant",
                Audience::Professional => "professional",
            },
            stages: guide.stages().len(),
            steps: guide.steps().len(),
            origin: match origin {
                Origin::Bundled => "meegeleverd",
                Origin::Vault => "uit de map",
                Origin::Layered => "met lokale laag",
            },
        })
        .collect();
    if json {
        serde_json::to_writer_pretty(&mut *streams.out, &guides)?;
        writeln!(streams.out)?;
    } else {
        for guide in &guides {
            let GuideJson { id, edition, title, stages, steps, .. } = guide;
            writeln!(streams.out, "{id} {edition}: {title} ({stages} fasen, {steps} stappen)")?;
        }
    }
    Ok(Exit::Done)
}
