//! A dossier is the union of its segments, whatever the files are called and in whatever order they come.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::segment::{Previous, Reading};
use super::{Loaded, Trouble};
use crate::dossier::event::{Event, Happening};
use crate::dossier::ids::EventId;

/// All events once, sorted by clock and then id, and all that is wrong.
pub(super) fn unite(readings: Vec<(PathBuf, Reading)>) -> Loaded {
    let mut trouble = missing(&readings);
    // The original of a copy that was made for us says nothing that the copy does not.
    let read: BTreeSet<String> =
        readings.iter().filter_map(|(_, reading)| Some(reading.head.as_ref()?.segment.to_string())).collect();
    let mut told: BTreeMap<EventId, Vec<(Event, PathBuf)>> = BTreeMap::new();
    for (file, reading) in readings {
        trouble.extend(reading.trouble);
        for event in reading.events {
            told.entry(event.id.clone()).or_default().push((event, file.clone()));
        }
    }
    // An old copy must not bring back what was erased. Where a ground was given it needs no telling any more.
    let by_word: BTreeSet<EventId> = told.values().flatten().flat_map(|(event, _)| erased_by(event)).cloned().collect();
    trouble.retain(|trouble| !matches!(trouble, Trouble::Erased { event, .. } if by_word.contains(event)));
    for (id, told) in told.iter().filter(|(id, _)| by_word.contains(id)) {
        trouble.extend(told.iter().map(|(_, file)| Trouble::Lingers { file: file.clone(), event: id.clone() }));
    }
    trouble.retain(|trouble| {
        !matches!(trouble, Trouble::NotForUs { file } if read.iter().any(|segment| named_after(file, segment)))
    });
    // A line that says "erased" counts only when it was asked for: anybody who could read a segment can write one.
    trouble.retain(|trouble| !matches!(trouble, Trouble::Erased { event, .. } if told.contains_key(event)));
    told.retain(|id, _| !by_word.contains(id));
    let mut events: Vec<Event> = told.into_values().filter_map(|told| one(told, &mut trouble)).collect();
    events.sort_by(|a, b| (a.clock, &a.id).cmp(&(b.clock, &b.id)));
    Loaded { events, trouble }
}

fn erased_by(event: &Event) -> &[EventId] {
    match &event.what {
        Happening::Erased(erased) => &erased.events,
        _ => &[],
    }
}

/// What the files say of one event. Where they differ the choice follows from the contents, so that every machine makes it alike.
fn one(mut told: Vec<(Event, PathBuf)>, trouble: &mut Vec<Trouble>) -> Option<Event> {
    let first = told.first()?;
    if told.iter().any(|(event, _)| *event != first.0) {
        told.sort_by_cached_key(|(event, file)| {
            (event.clock, event.at, ron::to_string(&event.what).ok(), file.clone())
        });
        trouble.extend(
            told.iter().map(|(event, file)| Trouble::Contradiction { file: file.clone(), event: event.id.clone() }),
        );
    }
    told.into_iter().next().map(|(event, _)| event)
}

/// Segments that a later one of the same writer builds on, but of which no file is here.
fn missing(readings: &[(PathBuf, Reading)]) -> Vec<Trouble> {
    let previous =
        readings.iter().filter_map(|(file, reading)| Some((file.as_path(), reading.head.as_ref()?.previous.as_ref()?)));
    lacking(readings, previous)
}

/// Of what is known to have been there, with who says so: what is gone, or older than it was.
pub(super) fn lacking<'a>(
    readings: &[(PathBuf, Reading)],
    known: impl Iterator<Item = (&'a Path, &'a Previous)>,
) -> Vec<Trouble> {
    let here = |segment: &str, (file, reading): &(PathBuf, Reading)| {
        // By its name too: a file that cannot be read is in trouble already, and not missing.
        named_after(file, segment) || reading.head.as_ref().is_some_and(|head| head.segment.as_str() == segment)
    };
    let reaches = |previous: &Previous, (_, reading): &(PathBuf, Reading)| {
        reading.reach.as_ref().is_some_and(|reach| reach.segment == previous.segment && reach.events >= previous.events)
    };
    let mut trouble = Vec::new();
    for (file, previous) in known {
        let (segment, named_by) = (previous.segment.clone(), file.to_owned());
        if !readings.iter().any(|reading| here(segment.as_str(), reading)) {
            trouble.push(Trouble::Missing { segment, named_by });
        } else if !readings.iter().any(|reading| reaches(previous, reading))
            && readings.iter().any(|(_, reading)| reading.head.as_ref().is_some_and(|head| head.segment == segment))
        {
            // The files of it that are here were whole once, and are older than what its writer built on.
            trouble.push(Trouble::Older { segment, named_by });
        }
    }
    trouble
}

fn named_after(file: &Path, segment: &str) -> bool {
    file.file_name().and_then(|name| name.to_str()).is_some_and(|name| name.starts_with(segment))
}
