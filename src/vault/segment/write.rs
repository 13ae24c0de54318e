//! One's own sitting, kept in memory and written whole each time.

use std::collections::BTreeSet;
use std::io::ErrorKind;
use std::path::Path;

use ron::ser::PrettyConfig;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::super::keys::Keys;
use super::super::{VaultError, names};
use super::{EventHead, FORMAT, LIMIT, Previous, SegmentHead, name_of, to_sign};
use crate::dossier::event::{Event, Happening};
use crate::dossier::ids::{DossierId, EventId, SegmentId};

/// For who opens the file in an editor, perhaps many years from now.
const PREAMBLE: &str = "\
// Roer (zelfsturing): een deel van een dossier, in RON. Een gebeurtenis per regel. Niet met de hand wijzigen.
// SHA-256: check van de tekst van head; digest van salt en payload; chain van elke head met een regeleinde.
// Ed25519: signature van \"roer-segment-2\", een regeleinde en chain.
";

/// What this program has written in one dossier since it began there.
#[derive(Clone)]
pub(in super::super) struct Sitting {
    head: SegmentHead,
    /// The records so far, a line each.
    lines: String,
    chain: Sha256,
    events: u32,
    last: u32,
}

impl Sitting {
    /// Nothing is written yet: a sitting without events leaves no file.
    ///
    /// `founding` proves that the writer founded the dossier; empty when they did not.
    pub fn begin(
        dossier: &DossierId,
        writer: &str,
        founding: String,
        previous: Option<Previous>,
    ) -> Result<Self, VaultError> {
        let nonce = names::hex(&names::random_bytes::<16>()?);
        let segment = SegmentId::new(name_of(writer, &nonce));
        Self::headed(SegmentHead {
            format: FORMAT,
            dossier: dossier.clone(),
            segment,
            writer: writer.to_owned(),
            nonce,
            founding,
            previous,
        })
    }

    /// A segment that takes the place of an unsigned one of the same name.
    pub fn taking_over(dossier: &DossierId, segment: &SegmentId, writer: &str) -> Result<Self, VaultError> {
        let (writer, nonce, founding) = (writer.to_owned(), String::new(), String::new());
        let (dossier, segment) = (dossier.clone(), segment.clone());
        Self::headed(SegmentHead { format: FORMAT, dossier, segment, writer, nonce, founding, previous: None })
    }

    fn headed(head: SegmentHead) -> Result<Self, VaultError> {
        let text = one_line(&head).map_err(|_| VaultError::Unwritable { seq: 0 })?;
        let mut chain = Sha256::new();
        link(&mut chain, &text);
        let lines = format!("Segment(head: {text}, check: \"{}\"),\n", names::digest(text.as_bytes()));
        Ok(Self { head, lines, chain, events: 0, last: 0 })
    }

    pub fn id(&self) -> &SegmentId {
        &self.head.segment
    }

    /// The number of its newest event; 0 before the first.
    pub fn last(&self) -> u32 {
        self.last
    }

    /// How far it has come.
    pub fn reach(&self) -> Previous {
        let chain = names::hex(&self.chain.clone().finalize());
        Previous { segment: self.head.segment.clone(), events: self.events, chain }
    }

    /// Takes the contents of these events out of what will be written.
    pub fn erase(&mut self, events: &BTreeSet<EventId>) {
        self.lines = erase(&self.lines, events);
    }

    /// This sitting with `events` behind it.
    ///
    /// # Errors
    /// [`VaultError::OutOfTurn`] when an event is of another segment or its number does not rise;
    /// [`VaultError::Unwritable`] when it would not read back the same.
    pub fn with(&self, events: &[Event]) -> Result<Self, VaultError> {
        let mut next = self.clone();
        for event in events {
            next.push(event)?;
        }
        Ok(next)
    }

    fn push(&mut self, event: &Event) -> Result<(), VaultError> {
        let seq = event.id.seq;
        if event.id.segment != self.head.segment || seq <= self.last {
            return Err(VaultError::OutOfTurn { seq });
        }
        let unwritable = |_| VaultError::Unwritable { seq };
        let payload = one_line(&event.what).map_err(unwritable)?;
        let salt = names::hex(&names::random_bytes::<16>()?);
        let head = EventHead {
            dossier: self.head.dossier.clone(),
            segment: event.id.segment.clone(),
            seq,
            clock: event.clock,
            at: event.at,
            kind: payload.split('(').next().unwrap_or_default().to_owned(),
            digest: names::digest(format!("{salt}{payload}").as_bytes()),
        };
        let text = one_line(&head).map_err(unwritable)?;
        // An event that cannot be read back would be lost without anybody knowing: better to refuse it now.
        let same = ron::from_str::<Happening>(&payload).is_ok_and(|what| what == event.what)
            && ron::from_str::<EventHead>(&text).is_ok_and(|found| found == head);
        if !same || payload.contains('\n') || text.contains('\n') {
            return Err(VaultError::Unwritable { seq });
        }
        let check = names::digest(text.as_bytes());
        let record = format!("Event(head: {text}, check: \"{check}\", salt: \"{salt}\", payload: {payload}),\n");
        self.lines.push_str(&record);
        link(&mut self.chain, &text);
        self.events += 1;
        self.last = seq;
        Ok(())
    }

    /// The whole text, signed; nothing before the first event.
    ///
    /// # Errors
    /// [`VaultError::Full`] when the file would be larger than may be read; `path` is only named.
    pub fn text(&self, path: &Path, keys: &Keys) -> Result<Option<String>, VaultError> {
        if self.events == 0 {
            return Ok(None);
        }
        let (lines, events) = (&self.lines, self.events);
        let chain = names::hex(&self.chain.clone().finalize());
        let witness = keys.sign(to_sign(&chain).as_bytes());
        let witness = one_line(&witness).map_err(|_| VaultError::Unwritable { seq: self.last })?;
        let mut text =
            format!("{PREAMBLE}[\n{lines}End(events: {events}, chain: \"{chain}\", signature: Some({witness})),\n]\n");
        pad(&mut text);
        if text.len() as u64 > LIMIT {
            return Err(VaultError::writing(path)(ErrorKind::FileTooLarge.into()));
        }
        Ok(Some(text))
    }
}

/// A segment's text without the contents of these events. Heads stay, so that chain and signature stand.
pub(in super::super) fn erase(text: &str, events: &BTreeSet<EventId>) -> String {
    let named = |line: &str| {
        let head: Option<EventHead> = line
            .strip_prefix("Event(head: ")
            .and_then(|rest| rest.split_once(", check: \""))
            .and_then(|(head, _)| ron::from_str(head).ok());
        head.is_some_and(|head| events.contains(&EventId { segment: head.segment, seq: head.seq }))
    };
    let mut erased = String::with_capacity(text.len());
    for line in text.trim_end_matches(' ').split_inclusive('\n') {
        match line.split_once(", salt: \"") {
            Some((head, _)) if named(line) => {
                erased.push_str(&head.replacen("Event(", "Erased(", 1));
                erased.push_str("),\n");
            }
            _ => erased.push_str(line),
        }
    }
    erased
}

/// Fills up with spaces to a whole KiB, and above 16 KiB to 4 KiB, so that the size of a file says little about what was said.
pub(in super::super) fn pad(text: &mut String) {
    let step = if text.len() < 16 * 1024 { 1024 } else { 4096 };
    let room = text.len().next_multiple_of(step) - text.len();
    text.extend(std::iter::repeat_n(' ', room));
}

pub(super) fn link(chain: &mut Sha256, head: &str) {
    chain.update(head.as_bytes());
    chain.update(b"\n");
}

/// RON with spaces but without line breaks; those inside texts are escaped.
fn one_line<T: Serialize>(value: &T) -> Result<String, ron::Error> {
    let config = PrettyConfig::new().compact_arrays(true).compact_structs(true).compact_maps(true);
    ron::ser::to_string_pretty(value, config)
}
