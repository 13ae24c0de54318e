//! Reading a segment file that may be cut off, damaged, forged or of a later time.

use std::path::{Path, PathBuf};

use ron::value::RawValue;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::super::keys::{self, Fingerprint, Opened, Witness};
use super::super::{Trouble, names};
use super::write::link;
use super::{ENDING, EventHead, FORMAT, Previous, SegmentHead, UNSIGNED, to_sign};
use crate::dossier::event::{Event, Happening};
use crate::dossier::ids::{DossierId, EventId};

/// All that one file says.
#[derive(Default)]
pub(in super::super) struct Reading {
    /// Where undamaged and of this dossier.
    pub head: Option<SegmentHead>,
    pub events: Vec<Event>,
    pub erased: Vec<EventId>,
    /// How far the undamaged part of it goes.
    pub reach: Option<Previous>,
    pub trouble: Vec<Trouble>,
    /// Who signed it, where the signature fits all of it.
    pub signer: Option<Fingerprint>,
    /// The text as it was signed, for encrypting it to more people and for erasing.
    pub text: String,
}

#[derive(Deserialize)]
enum Record {
    Segment {
        head: Box<RawValue>,
        check: String,
    },
    Event {
        head: Box<RawValue>,
        check: String,
        salt: String,
        payload: Box<RawValue>,
    },
    Erased {
        head: Box<RawValue>,
        check: String,
    },
    End {
        events: u32,
        chain: String,
        #[serde(default)]
        signature: Option<Witness>,
    },
}

/// Where a record begins. In a client's words every quote has a backslash before it, so what parses from here is a record.
const BEGINNINGS: [&str; 4] =
    ["Event(head: (dossier: \"", "Erased(head: (dossier: \"", "Segment(head: (format: ", "End(events: "];
/// How many records are looked for in one damaged line; a bound, so that a forged file cannot keep the program busy.
const TRIES: u32 = 16;

/// The segment in `bytes`, decrypted with `identity`, or not encrypted when there is none; nothing when it is no segment and
/// `file` does not claim to be one.
pub(in super::super) fn read(
    file: &Path,
    bytes: &[u8],
    dossier: &DossierId,
    identity: Option<&dyn age::Identity>,
) -> Option<Reading> {
    let only = |trouble: fn(PathBuf) -> Trouble| {
        Some(Reading { trouble: vec![trouble(file.to_owned())], ..Reading::default() })
    };
    let named = file.to_string_lossy().contains(ENDING);
    let Some(identity) = identity else {
        let sealed = keys::is_sealed(bytes);
        return if sealed { only(|file| Trouble::NotForUs { file }) } else { parse(file, bytes, dossier) };
    };
    if !keys::is_sealed(bytes) {
        return match parse(file, bytes, dossier) {
            // Rubbish where a segment should be is damage; anything that holds one was never encrypted.
            Some(reading) if matches!(reading.trouble[..], [Trouble::NoSegment { .. }]) => {
                only(|file| Trouble::Unreadable { file, why: "vault-damaged" })
            }
            Some(_) => only(|file| Trouble::Unencrypted { file }),
            None => None,
        };
    }
    match keys::open(bytes, identity) {
        Opened::Text(text) => parse(file, &text, dossier),
        _ if !named => None,
        Opened::NotForUs => only(|file| Trouble::NotForUs { file }),
        Opened::Newer => only(|file| Trouble::NewerFormat { file }),
        Opened::Damaged | Opened::TooCostly => only(|file| Trouble::Unreadable { file, why: "vault-damaged" }),
    }
}

/// The segment in text that is not encrypted, or was.
pub(in super::super) fn parse(file: &Path, bytes: &[u8], dossier: &DossierId) -> Option<Reading> {
    let named = file.to_string_lossy().contains(ENDING);
    // A damaged byte must not hide the rest: it becomes a character that makes its own record fail its check.
    let text = String::from_utf8_lossy(bytes);
    let mut reader = Reader { file, dossier, reading: Reading::default(), damage: None, whole: true };
    let records = reader.records(&text);
    if records.is_empty() {
        let trouble = vec![Trouble::NoSegment { file: file.to_owned() }];
        return named.then(|| Reading { trouble, ..Reading::default() });
    }
    reader.understand(records);
    let mut reading = reader.reading;
    reading.text = text.into_owned();
    Some(reading)
}

struct Reader<'a> {
    file: &'a Path,
    dossier: &'a DossierId,
    reading: Reading,
    /// First and last line of the damage that is being passed.
    damage: Option<(u32, u32)>,
    /// Whether all went well so far.
    whole: bool,
}

impl Reader<'_> {
    /// All records that can be made out, with their line.
    fn records(&mut self, text: &str) -> Vec<(u32, Record)> {
        let mut records = Vec::new();
        for (line, text) in (1..).zip(text.split('\n')) {
            let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
            if !text.starts_with("//") && !matches!(text, "" | "[" | "]") {
                self.line(line, text, &mut records);
            }
        }
        self.settle_damage();
        records
    }

    /// One line is one record, unless the break between two was damaged.
    fn line(&mut self, line: u32, text: &str, records: &mut Vec<(u32, Record)>) {
        let mut rest = text;
        for _ in 0..TRIES {
            let after = if let Some((record, after)) = first_record(rest) {
                records.push((line, record));
                if after.is_empty() {
                    return;
                }
                after
            } else if BEGINNINGS.iter().any(|beginning| rest.starts_with(beginning)) {
                // Past the beginning that led nowhere; it begins with a letter of one byte.
                rest.get(1..).unwrap_or_default()
            } else {
                rest
            };
            self.damaged(line, None);
            let Some(next) = next_record(after) else { return };
            rest = next;
        }
    }

    fn understand(&mut self, records: Vec<(u32, Record)>) {
        if !self.find_head(&records) {
            return;
        }
        let mut chain = Sha256::new();
        let mut count = 0;
        let mut end = None;
        for (line, record) in records {
            match record {
                Record::Segment { head, .. } => link(&mut chain, head.get_ron()),
                Record::Event { ref head, ref check, .. } | Record::Erased { ref head, ref check } => {
                    if names::digest(head.get_ron().as_bytes()) == *check {
                        link(&mut chain, head.get_ron());
                        count += 1;
                        self.event(line, &record);
                    } else {
                        self.damaged(line, None);
                    }
                }
                Record::End { events, chain, signature } => end = Some((events, chain, signature)),
            }
        }
        self.settle_damage();
        let chain = names::hex(&chain.finalize());
        let complete = end.as_ref().is_some_and(|(events, told, _)| (*events, told) == (count, &chain));
        if end.is_none() || (self.whole && !complete) {
            self.trouble(|file| Trouble::Incomplete { file });
        }
        let witness = end.and_then(|(_, _, witness)| witness).filter(|_| complete);
        let signer = witness.and_then(|witness| keys::is_witnessed(to_sign(&chain).as_bytes(), &witness));
        self.reading.signer =
            signer.filter(|signer| self.reading.head.as_ref().is_some_and(|head| head.writer == signer.as_str()));
        let segment = self.reading.head.as_ref().map(|head| head.segment.clone());
        self.reading.reach = segment.map(|segment| Previous { segment, events: count, chain });
    }

    /// Finds the segment's own head; false when the file is not to be read further, and then there is only that to say of it.
    fn find_head(&mut self, records: &[(u32, Record)]) -> bool {
        #[derive(Deserialize)]
        struct OnlyFormat {
            format: u32,
        }
        let head = records.iter().find_map(|(_, record)| match record {
            Record::Segment { head, check } if names::digest(head.get_ron().as_bytes()) == *check => {
                Some(head.get_ron())
            }
            _ => None,
        });
        if head.and_then(|head| ron::from_str::<OnlyFormat>(head).ok()).is_some_and(|head| head.format > FORMAT) {
            self.reading.trouble = vec![Trouble::NewerFormat { file: self.file.to_owned() }];
            return false;
        }
        let head = head
            .and_then(|head| ron::from_str::<SegmentHead>(head).ok())
            .filter(|head| matches!(head.format, UNSIGNED | FORMAT) && names::is_random(head.segment.as_str()));
        match head {
            Some(head) if head.dossier != *self.dossier => {
                self.reading.trouble = vec![Trouble::Foreign { file: self.file.to_owned() }];
                return false;
            }
            Some(head) => self.reading.head = Some(head),
            None => {
                self.whole = false;
                self.trouble(|file| Trouble::Head { file });
            }
        }
        true
    }

    /// Takes in an event whose head is undamaged.
    fn event(&mut self, line: u32, record: &Record) {
        let (Record::Event { head, .. } | Record::Erased { head, .. }) = record else { return };
        let Ok(EventHead { dossier, segment, seq, clock, at, kind, digest }) = ron::from_str(head.get_ron()) else {
            return self.damaged(line, None);
        };
        let at_home = self.reading.head.as_ref().is_none_or(|head| head.segment == segment);
        let misplaced = dossier != *self.dossier || !at_home || !names::is_random(segment.as_str()) || seq == 0;
        let id = EventId { segment, seq };
        if misplaced {
            return self.trouble(|file| Trouble::Misplaced { file, event: id });
        }
        let Record::Event { salt, payload, .. } = record else {
            self.reading.erased.push(id.clone());
            return self.trouble(|file| Trouble::Erased { file, event: id });
        };
        if names::digest(format!("{salt}{}", payload.get_ron()).as_bytes()) != digest {
            return self.damaged(line, Some(id));
        }
        match ron::from_str::<Happening>(payload.get_ron()) {
            Ok(what) => self.reading.events.push(Event { id, clock, at, what }),
            Err(_) => self.trouble(|file| Trouble::Unknown { file, event: id, kind: plain(&kind) }),
        }
    }

    fn trouble(&mut self, of: impl FnOnce(PathBuf) -> Trouble) {
        self.reading.trouble.push(of(self.file.to_owned()));
    }

    /// Notes a damaged line; lines that follow each other become one trouble, or a file of rubbish would fill the memory.
    fn damaged(&mut self, line: u32, event: Option<EventId>) {
        self.whole = false;
        match &mut self.damage {
            _ if event.is_some() => {
                self.settle_damage();
                self.trouble(|file| Trouble::Damaged { file, line, lines: 1, event });
            }
            Some((_, last)) if line <= *last + 1 => *last = line,
            _ => {
                self.settle_damage();
                self.damage = Some((line, line));
            }
        }
    }

    fn settle_damage(&mut self) {
        if let Some((line, last)) = self.damage.take() {
            self.trouble(|file| Trouble::Damaged { file, line, lines: last - line + 1, event: None });
        }
    }
}

/// The record that `text` begins with, and what stands behind it.
fn first_record(text: &str) -> Option<(Record, &str)> {
    let mut ron = ron::de::Deserializer::from_str(text).ok()?;
    let record = Record::deserialize(&mut ron).ok()?;
    Some((record, ron.remainder().trim_start_matches([',', ' '])))
}

/// `text` from where the next record begins in it.
fn next_record(text: &str) -> Option<&str> {
    let start = BEGINNINGS.iter().filter_map(|beginning| text.find(beginning)).min()?;
    text.get(start..)
}

/// The kind as a program writes it, so that a forged file cannot bring other words onto a screen.
fn plain(kind: &str) -> String {
    kind.chars().filter(char::is_ascii_alphanumeric).take(40).collect()
}
