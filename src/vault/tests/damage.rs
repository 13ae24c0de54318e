//! Every truncation and every damaged byte: no panic, nothing altered, every undamaged event there.

use std::ops::Range;
use std::path::Path;

use proptest::prelude::*;

use super::super::Trouble;
use super::super::segment::{Reading, parse};
use super::samples::{HARD, all, dossier, said, segment_file};
use crate::dossier::event::Event;

fn reading(bytes: &[u8]) -> Reading {
    parse(Path::new("x.roer"), bytes, &dossier()).unwrap()
}

/// Where each event stands in the file, from its first letter to its last bracket.
fn spans(bytes: &[u8]) -> Vec<Range<usize>> {
    let mut start = 0;
    let mut spans = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if line.starts_with(b"Event(") {
            spans.push(start..start + line.len() - ",\n".len());
        }
        start += line.len();
    }
    spans
}

/// Checks what is read from damaged bytes, where `untouched` says which events are whole.
fn check(
    bytes: &[u8],
    events: &[Event],
    untouched: impl Fn(&Range<usize>) -> bool,
    spans: &[Range<usize>],
    what: &str,
) {
    let found = reading(bytes);
    for event in &found.events {
        assert!(events.contains(event), "altered: {what}");
    }
    for (event, span) in events.iter().zip(spans) {
        assert!(!untouched(span) || found.events.contains(event), "lost {}: {what}", event.id.seq);
    }
    assert!(found.events == events || !found.trouble.is_empty(), "silent: {what}");
}

fn small() -> (Vec<u8>, Vec<Event>) {
    segment_file(vec![said("Ik wil leren lassen."), said(HARD), said("é"), said("")])
}

#[test]
fn every_truncation() {
    let (bytes, events) = small();
    let spans = spans(&bytes);
    assert_eq!(spans.len(), events.len());
    for length in 0..bytes.len() {
        check(&bytes[..length], &events, |span| span.end <= length, &spans, &format!("cut at {length}"));
    }
    // Without the closing bracket nothing is missing; without the last record that is said.
    assert_eq!(reading(&bytes[..bytes.len() - 2]).trouble, []);
    let end = bytes.windows(4).rposition(|found| found == b"End(").unwrap();
    assert_eq!(reading(&bytes[..end]).trouble, [Trouble::Incomplete { file: "x.roer".into() }]);
}

#[test]
fn every_byte() {
    let (bytes, events) = small();
    let spans = spans(&bytes);
    for at in 0..bytes.len() {
        for mask in [0x01, 0x20, 0x80, 0xff] {
            let mut damaged = bytes.clone();
            damaged[at] ^= mask;
            check(&damaged, &events, |span| !span.contains(&at), &spans, &format!("byte {at} mask {mask:x}"));
        }
        for byte in [b'\n', b'"', b')'] {
            let mut damaged = bytes.clone();
            damaged[at] = byte;
            check(&damaged, &events, |span| !span.contains(&at), &spans, &format!("byte {at} set to {byte}"));
        }
    }
}

#[test]
fn every_byte_cut_out_and_one_put_in() {
    let (bytes, events) = small();
    let spans = spans(&bytes);
    for at in 0..bytes.len() {
        let mut damaged = bytes.clone();
        damaged.remove(at);
        check(&damaged, &events, |span| !span.contains(&at), &spans, &format!("byte {at} gone"));
        for byte in [b'X', b')', b'\n', b'"', 0xff] {
            let mut damaged = bytes.clone();
            damaged.insert(at, byte);
            // What now stands behind the new byte was not touched by it.
            check(
                &damaged,
                &events,
                |span| at <= span.start || at >= span.end,
                &spans,
                &format!("{byte} put in at {at}"),
            );
        }
    }
}

#[test]
fn a_zeroed_sector_costs_what_lay_in_it() {
    let (bytes, events) = segment_file(all());
    let spans = spans(&bytes);
    for start in (0..bytes.len()).step_by(512) {
        let hole = start..(start + 512).min(bytes.len());
        let mut damaged = bytes.clone();
        damaged[hole.clone()].fill(0);
        let whole = |span: &Range<usize>| span.end <= hole.start || span.start >= hole.end;
        check(&damaged, &events, whole, &spans, &format!("hole at {start}"));
    }
}

#[test]
fn taking_out_an_event_is_noticed() {
    let (bytes, events) = small();
    let text = String::from_utf8(bytes).unwrap();
    let without: Vec<&str> = text.split_inclusive('\n').filter(|line| !line.contains("seq: 2,")).collect();
    let found = reading(without.concat().as_bytes());
    assert_eq!(found.events.len(), events.len() - 1);
    assert_eq!(found.trouble, [Trouble::Incomplete { file: "x.roer".into() }]);
}

#[test]
fn an_event_of_another_sitting_is_not_taken_in() {
    let (bytes, events) = small();
    let (foreign, _) = small();
    let foreign = String::from_utf8(foreign).unwrap();
    let line = foreign.lines().find(|line| line.contains("seq: 3,")).unwrap();
    let text = String::from_utf8(bytes).unwrap().replacen("\nEnd(", &format!("\n{line}\nEnd("), 1);
    let found = reading(text.as_bytes());
    assert_eq!(found.events, events);
    assert!(matches!(found.trouble[..], [Trouble::Misplaced { .. }, Trouble::Incomplete { .. }]));
}

#[test]
fn rubbish_is_named_once() {
    let file = || "x.roer".into();
    for rubbish in [&b"rubbish\n"[..], b"\n", b"(", b"\0\0\0\0", b"[[[[[[", b"Event(head: (dossier: \""] {
        assert_eq!(reading(&rubbish.repeat(5000)).trouble, [Trouble::NoSegment { file: file() }]);
    }
    assert!(parse(Path::new("notes.txt"), b"rubbish", &dossier()).is_none());
    let (bytes, events) = small();
    let found = reading(&[bytes, b"x\n".repeat(100_000)].concat());
    assert_eq!(found.events, events);
    assert!(matches!(found.trouble[..], [Trouble::Damaged { lines: 100_000, event: None, .. }]));
}

#[test]
fn brackets_without_end_do_not_bring_it_down() {
    let (bytes, events) = small();
    for bomb in ["(", "[", "{", "Some(", "Event(head: (", "End(events: ", "/*", "\"", "r#"] {
        let bomb = [&bytes[..], bomb.repeat(1 << 18).as_bytes(), b"\n"].concat();
        let found = reading(&bomb);
        assert_eq!(found.events, events);
        assert!(!found.trouble.is_empty());
    }
}

proptest! {
    #[test]
    fn many_damages_at_once(hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40)) {
        let (bytes, events) = small();
        let spans = spans(&bytes);
        let mut damaged = bytes.clone();
        for (at, byte) in &hits {
            damaged[at.index(bytes.len())] = *byte;
        }
        // With more than one damage two records can lie on one line with rubbish between; both are still found.
        let whole = |span: &Range<usize>| damaged[span.clone()] == bytes[span.clone()];
        check(&damaged, &events, whole, &spans, &format!("{hits:?}"));
    }
}
