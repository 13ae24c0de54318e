//! Three writers who do not see each other, a sync program that delays, copies and renames, and one dossier in the end.

use std::path::PathBuf;

use proptest::prelude::*;

use super::super::segment::{Reading, SegmentHead};
use super::super::union::unite;
use super::crash_disk::Dice;
use super::samples::{dossier, event, said};
use crate::dossier::event::{Clock, Event};
use crate::dossier::ids::SegmentId;

/// A file as it is read: the segment of one sitting, up to some event.
fn file(name: &str, segment: &SegmentId, events: &[Event]) -> (PathBuf, Reading) {
    let head = SegmentHead {
        format: 2,
        dossier: dossier(),
        segment: segment.clone(),
        writer: "w".repeat(26),
        nonce: String::new(),
        founding: String::new(),
        previous: None,
    };
    (name.into(), Reading { head: Some(head), events: events.to_vec(), ..Reading::default() })
}

/// What one writer has in mind: sittings, each a segment that grows.
struct Writer {
    seen: Clock,
    /// Some clocks are years wrong.
    skew: i64,
    sittings: Vec<(SegmentId, Vec<Event>)>,
}

/// One history: the files that lie in the folder in the end, and every event that was ever saved.
fn history(dice: &mut Dice) -> (Vec<(PathBuf, Reading)>, Vec<Event>) {
    const YEAR: usize = 365 * 24 * 3600 * 1000;
    let mut writers: Vec<Writer> = (0..3)
        .map(|_| {
            let skew = i64::try_from(dice.below(20 * YEAR)).unwrap() - i64::try_from(10 * YEAR).unwrap();
            Writer { seen: Clock::default(), skew, sittings: Vec::new() }
        })
        .collect();
    let mut folder: Vec<(PathBuf, Reading)> = Vec::new();
    let mut saved = Vec::new();
    for step in 0..3 + dice.below(12) {
        let number = dice.below(3);
        let writer = &mut writers[number];
        match dice.below(6) {
            // Sits down anew.
            0 => writer.sittings.push((SegmentId::new(format!("{number}-{step}")), Vec::new())),
            // Sees what has come in, so that its clock goes on from there.
            1 => {
                let newest = folder.iter().flat_map(|(_, reading)| &reading.events).map(|event| event.clock).max();
                writer.seen = writer.seen.max(newest.unwrap_or_default());
            }
            // The sync program keeps an old state under another name.
            2 if !folder.is_empty() => {
                let (path, reading) = &folder[dice.below(folder.len())];
                let name = format!("{}.sync-conflict-{step}.roer", path.display());
                let upto = dice.below(reading.events.len() + 1);
                let segment = reading.head.as_ref().unwrap().segment.clone();
                let copy = file(&name, &segment, &reading.events[..upto]);
                folder.push(copy);
            }
            // Writes, and the sync program takes the whole file along.
            _ => {
                if writer.sittings.is_empty() {
                    writer.sittings.push((SegmentId::new(format!("{number}-{step}")), Vec::new()));
                }
                let (segment, events) = writer.sittings.last_mut().unwrap();
                let seq = u32::try_from(events.len()).unwrap() + 1;
                let mut event = event(segment, seq, said("x"));
                writer.seen = writer.seen.after(1_790_000_000_000 + i64::try_from(step).unwrap() + writer.skew);
                event.clock = writer.seen;
                events.push(event.clone());
                saved.push(event);
                let name = format!("{segment}.roer");
                folder.retain(|(path, _)| path.as_os_str() != name.as_str());
                folder.push(file(&name, segment, events));
            }
        }
    }
    (folder, saved)
}

fn shuffled(dice: &mut Dice, files: &[(PathBuf, Reading)]) -> Vec<(PathBuf, Reading)> {
    let mut left: Vec<usize> = (0..files.len()).collect();
    let mut order = Vec::new();
    while !left.is_empty() {
        order.push(left.swap_remove(dice.below(left.len())));
    }
    order.into_iter().map(|at| again(&files[at])).collect()
}

/// The same file read once more.
fn again((path, reading): &(PathBuf, Reading)) -> (PathBuf, Reading) {
    file(&path.to_string_lossy(), &reading.head.as_ref().unwrap().segment, &reading.events)
}

#[test]
fn a_hundred_thousand_histories_lose_nothing_in_whatever_order_they_arrive() {
    let (mut histories, mut events, mut copies) = (0, 0, 0);
    for seed in 0..100_000_u64 {
        let mut dice = Dice::new(seed + 1);
        let (folder, mut saved) = history(&mut dice);
        copies += folder.iter().filter(|(path, _)| path.to_string_lossy().contains("conflict")).count();
        let one = unite(shuffled(&mut dice, &folder));
        saved.sort_by(|a, b| (a.clock, &a.id).cmp(&(b.clock, &b.id)));
        assert_eq!(one.events, saved, "seed {seed}");
        assert_eq!(one.trouble, [], "seed {seed}");
        assert_eq!(unite(shuffled(&mut dice, &folder)).events, one.events, "seed {seed}");
        histories += 1;
        events += saved.len();
    }
    println!("histories: {histories}, events: {events}, conflict copies: {copies}");
    assert!(events > 300_000 && copies > 50_000);
}

#[test]
fn a_file_that_a_writer_overwrites_for_another_would_be_noticed() {
    // The guard fails once: with one file for all writers, events are lost.
    let mut lost = 0;
    for seed in 0..1_000_u64 {
        let (folder, saved) = history(&mut Dice::new(seed + 1));
        let only: Vec<_> = folder.iter().rev().take(1).map(again).collect();
        lost += usize::from(unite(only).events.len() < saved.len());
    }
    assert!(lost > 500);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]
    /// Joining folders is a union: order, grouping and repetition do not matter.
    #[test]
    fn joining_is_commutative_associative_and_idempotent(seed in any::<u64>()) {
        let mut dice = Dice::new(seed);
        let parts: Vec<Vec<(PathBuf, Reading)>> = (0..3).map(|_| history(&mut dice).0).collect();
        // Segments of different histories have different names.
        let part = |at: usize| parts[at].iter().map(|(path, reading)| {
            let rename = |event: &Event| {
                let mut event = event.clone();
                event.id.segment = SegmentId::new(format!("{at}-{}", event.id.segment));
                event
            };
            let events: Vec<Event> = reading.events.iter().map(rename).collect();
            file(&format!("{at}-{}", path.display()), &SegmentId::new(format!("{at}-x")), &events)
        }).collect::<Vec<_>>();
        let joined = |orders: &[usize]| unite(orders.iter().flat_map(|at| part(*at)).collect()).events;
        let all = joined(&[0, 1, 2]);
        prop_assert_eq!(&joined(&[2, 0, 1]), &all);
        prop_assert_eq!(&joined(&[1, 2, 0, 1, 2, 0]), &all);
        // Two that were joined before, as one file, and the third.
        let two = unite(part(0).into_iter().chain(part(1)).collect()).events;
        let as_one = file("samen", &SegmentId::new("samen"), &two);
        prop_assert_eq!(&unite(std::iter::once(as_one).chain(part(2)).collect()).events, &all);
    }
}
