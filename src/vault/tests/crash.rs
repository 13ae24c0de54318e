//! A power cut after every operation, with everything it may leave: what was saved is there, what was being saved is there or
//! not, nothing is damaged, and the next sitting goes on.

use std::collections::BTreeSet;
use std::path::Path;

use super::super::keys::Ring;
use super::super::slot::Slot;
use super::super::{Folder, Store, Trouble, VaultError, marker, names};
use super::crash_disk::{Dice, Flaw, SimDisk};
use super::samples::{CANARY, HARD, I, event, numbered, said};
use crate::dossier::event::Event;
use crate::dossier::ids::DossierId;

/// In a folder that is not there at first, either.
const ROOT: &str = "/team/kluis";

/// Makes the vault on a disk.
fn make(disk: &SimDisk) -> Result<(), VaultError> {
    marker::prepare(disk, Path::new(ROOT))?;
    marker::put(disk, Path::new(ROOT), marker::Mark::Encrypted)
}

/// Begins a sitting in it.
fn open(disk: &SimDisk) -> Result<Folder, VaultError> {
    marker::check(disk, Path::new(ROOT))?;
    let ring = Ring::of_tests(Path::new(ROOT), I);
    Ok(Folder::on(Box::new(disk.clone()), Path::new(ROOT), Slot::none(), Some(ring)))
}

/// What was asked of the vault.
#[derive(Clone)]
enum What {
    Vault,
    Dossier,
    Answers(Vec<Event>),
    Guide { digest: String, text: String },
    Organisation(String),
}

#[derive(Clone)]
struct Call {
    what: What,
    /// How many operations the disk had done before it.
    began: usize,
    /// And when it returned; nothing when it never did.
    ended: Option<usize>,
}

impl Call {
    fn is_done(&self, after: usize) -> bool {
        self.ended.is_some_and(|ended| ended <= after)
    }

    /// Neither done nor still to come: it may turn up or not.
    fn is_under_way(&self, after: usize) -> bool {
        self.began < after && !self.is_done(after)
    }
}

/// Some sittings of one writer, and what was asked in them.
struct Story {
    disk: SimDisk,
    dossier: DossierId,
    calls: Vec<Call>,
    dice: Dice,
}

impl Story {
    /// A vault is made.
    fn begin(flaw: Option<Flaw>, seed: u64) -> Self {
        let mut story = Self {
            disk: SimDisk::new(flaw),
            dossier: DossierId::new(names::random().unwrap()),
            calls: Vec::new(),
            dice: Dice::new(seed),
        };
        story.call(What::Vault, |story| make(&story.disk));
        story
    }

    fn call<T>(&mut self, what: What, work: impl FnOnce(&Self) -> Result<T, VaultError>) {
        let began = self.disk.operations();
        work(self).unwrap();
        self.calls.push(Call { what, began, ended: Some(self.disk.operations()) });
    }

    fn sitting(&mut self, appends: usize) {
        let vault = &mut open(&self.disk).unwrap();
        if vault.dossiers().unwrap().is_empty() {
            self.call(What::Dossier, |story| vault.create_named(&story.dossier));
        }
        let segment = vault.segment(&self.dossier).unwrap();
        let mut seq = 0;
        for append in 0..appends {
            let number = self.calls.len();
            if append % 3 == 0 {
                let text = format!("organisation {number} {}", CANARY.repeat(self.dice.below(800)));
                self.call(What::Organisation(text.clone()), |_| vault.put_organisation(&text));
            } else if append % 3 == 1 {
                // Now and then one that is kept already.
                let text = format!("guide {} {}", self.dice.below(3), HARD.repeat(30));
                let digest = names::digest(text.as_bytes());
                self.call(What::Guide { digest, text: text.clone() }, |_| vault.pin_guide(&text));
            }
            let mut events = numbered(&segment, seq + 1, seq + 1 + u32::try_from(self.dice.below(3)).unwrap());
            seq = events.last().unwrap().id.seq;
            match self.dice.below(6) {
                0 => events[0].what = said(HARD),
                1 => events[0].what = said(&HARD.repeat(6)),
                _ => {}
            }
            self.call(What::Answers(events.clone()), |story| vault.append(&story.dossier, &events));
        }
    }

    /// The next sitting, on what was found after operation `after`: the same disk, or one that counts anew.
    fn resumed(&self, disk: SimDisk, after: usize, anew: bool) -> Self {
        let number = |at: usize| if anew { 0 } else { at };
        let calls = self.calls.iter().filter(|call| call.began < after).map(|call| Call {
            what: call.what.clone(),
            began: number(call.began),
            ended: call.ended.filter(|ended| *ended <= after).map(number),
        });
        let dossier = self.dossier.clone();
        let mut story = Self { disk, dossier, calls: calls.collect(), dice: Dice::new(after as u64) };
        if open(&story.disk).is_err() {
            story.call(What::Vault, |story| make(&story.disk));
        }
        story.sitting(2);
        story
    }

    /// Cuts the power after operation `from` and all later ones.
    fn cuts(&self, from: usize, rounds: usize, seed: u64) -> Outcome {
        let mut outcome = Outcome::default();
        self.disk.cuts(from, rounds, &mut Dice::new(seed), |cut| {
            outcome.states.insert(cut.fingerprint);
            outcome.seen_by_the_vault.insert(cut.seen_by_the_vault);
            if let Err(bad) = self.judge(&cut.disk, cut.after) {
                outcome.bad.push((cut.after, bad));
            }
        });
        outcome
    }

    fn all(&self, is: impl Fn(&Call) -> bool) -> Vec<&What> {
        self.calls.iter().filter(|call| is(call)).map(|call| &call.what).collect()
    }

    /// Whether `disk`, cut after so many operations, holds what it must and nothing else, and can be gone on with.
    fn judge(&self, disk: &SimDisk, after: usize) -> Result<(), Bad> {
        let done = self.all(|call| call.is_done(after));
        let under_way = self.all(|call| call.is_under_way(after));
        match make(disk) {
            Ok(()) if !done.is_empty() => return Err(Bad::Lost("vault")),
            Ok(()) | Err(VaultError::AlreadyAVault { .. }) => {}
            Err(error) => return Err(error.into()),
        }
        let mut vault = open(disk)?;

        let dossiers = vault.dossiers()?;
        let of = |calls: &[&What]| calls.iter().any(|what| matches!(what, What::Dossier));
        match dossiers.as_slice() {
            [] if of(&done) || done.iter().any(|what| matches!(what, What::Answers(_))) => {
                return Err(Bad::Lost("dossier"));
            }
            [] => {}
            [one] if *one == self.dossier && (of(&done) || of(&under_way)) => {}
            _ => return Err(Bad::Invented("dossier")),
        }
        let answers = if dossiers.is_empty() { Vec::new() } else { judge_answers(&vault, self, &done, &under_way)? };
        judge_guides(&vault, &done, &under_way)?;
        self.judge_organisation(&vault, after)?;

        if dossiers.is_empty() {
            vault.create_named(&self.dossier)?;
        }
        let next = event(&vault.segment(&self.dossier)?, 1, said("the next answer"));
        vault.append(&self.dossier, std::slice::from_ref(&next))?;
        let loaded = vault.load(&self.dossier)?;
        let all = in_order([answers, vec![next]].concat());
        if loaded.events == all && loaded.trouble.is_empty() { Ok(()) } else { Err(Bad::Lost("next answer")) }
    }

    /// The last that was put, or one that was being put after it.
    fn judge_organisation(&self, vault: &Folder, after: usize) -> Result<(), Bad> {
        let mut may_be = vec![None];
        for call in &self.calls {
            let What::Organisation(text) = &call.what else { continue };
            if call.is_done(after) {
                may_be = vec![Some(text)];
            } else if call.is_under_way(after) {
                may_be.push(Some(text));
            }
        }
        let found = vault.organisation()?;
        if may_be.contains(&found.as_ref()) { Ok(()) } else { Err(Bad::Lost("organisation")) }
    }
}

fn in_order(mut events: Vec<Event>) -> Vec<Event> {
    events.sort_by(|a, b| (a.clock, &a.id).cmp(&(b.clock, &b.id)));
    events
}

/// All answers that must be there, and of an append under way all or none. Gives what is there.
fn judge_answers(vault: &Folder, story: &Story, done: &[&What], under_way: &[&What]) -> Result<Vec<Event>, Bad> {
    let loaded = vault.load(&story.dossier)?;
    let answers = |what: &&What| if let What::Answers(events) = what { events.clone() } else { Vec::new() };
    let mut expected: Vec<Event> = done.iter().flat_map(answers).collect();
    if expected.iter().any(|event| !loaded.events.contains(event)) {
        return Err(Bad::Lost("answer"));
    }
    if !loaded.trouble.is_empty() {
        return Err(Bad::Trouble(loaded.trouble));
    }
    let may_be = under_way.iter().map(answers);
    expected.extend(may_be.filter(|all| all.iter().any(|event| loaded.events.contains(event))).flatten());
    if loaded.events == in_order(expected) { Ok(loaded.events) } else { Err(Bad::Invented("answer")) }
}

fn judge_guides(vault: &Folder, done: &[&What], under_way: &[&What]) -> Result<(), Bad> {
    let kept = vault.pinned_guides()?;
    for what in done {
        if matches!(what, What::Guide { digest, .. } if !kept.contains(digest)) {
            return Err(Bad::Lost("guide"));
        }
    }
    for found in kept {
        let text = vault.pinned_guide(&found)?;
        let is_asked =
            |what: &&&What| matches!(what, What::Guide { digest, text: asked } if *digest == found && *asked == text);
        if !done.iter().chain(under_way).any(|what| is_asked(&what)) {
            return Err(Bad::Invented("guide"));
        }
    }
    Ok(())
}

#[derive(Debug)]
#[expect(dead_code, reason = "what is wrong is shown when a test fails")]
enum Bad {
    Lost(&'static str),
    Invented(&'static str),
    Trouble(Vec<Trouble>),
    Refused(VaultError),
}

impl From<VaultError> for Bad {
    fn from(error: VaultError) -> Self {
        Self::Refused(error)
    }
}

#[derive(Default)]
struct Outcome {
    states: BTreeSet<u64>,
    seen_by_the_vault: BTreeSet<u64>,
    bad: Vec<(usize, Bad)>,
}

impl Outcome {
    fn add(&mut self, other: Self) {
        self.states.extend(other.states);
        self.seen_by_the_vault.extend(other.seen_by_the_vault);
        self.bad.extend(other.bad);
    }

    #[track_caller]
    fn is_good(&self) {
        let first = self.bad.first();
        assert!(first.is_none(), "{} of {} states are bad, first {first:?}", self.bad.len(), self.states.len());
    }
}

/// Some sittings in a new vault.
fn story(flaw: Option<Flaw>, seed: u64, sittings: usize) -> Story {
    let mut story = Story::begin(flaw, seed);
    (0..sittings).for_each(|_| story.sitting(2));
    story
}

#[test]
fn whatever_a_power_cut_leaves_nothing_saved_is_lost_and_nothing_is_damaged() {
    let mut outcome = Outcome::default();
    for (seed, sittings) in (1..).zip([3, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]) {
        outcome.add(story(None, seed, sittings).cuts(0, 240, seed));
    }
    outcome.is_good();
    let n = outcome.states.len();
    println!("crash states: {n}");
    // The others differ in a temporary file: torn as it may be, it must not matter.
    println!("different for the vault: {}", outcome.seen_by_the_vault.len());
    assert!(n >= 10_000);
}

#[test]
fn nor_does_a_second_power_cut_in_the_sitting_after_it() {
    let story = story(None, 20, 2);
    let mut outcome = Outcome::default();
    let mut number = 0;
    story.disk.cuts(0, 4, &mut Dice::new(20), |cut| {
        number += 1;
        if number % 3 == 0 {
            outcome.add(story.resumed(cut.disk.clone(), cut.after, true).cuts(1, 4, number));
        }
    });
    outcome.is_good();
    assert!(outcome.states.len() >= 1_000);
}

/// The next sitting sees what is not flushed, builds on it, and then the power is cut.
#[test]
fn nor_does_one_after_a_program_was_killed() {
    let story = story(None, 21, 2);
    let mut outcome = Outcome::default();
    for after in 0..=story.disk.operations() {
        outcome.add(story.resumed(story.disk.as_it_was(after), after, false).cuts(after, 4, 21));
    }
    outcome.is_good();
    assert!(outcome.states.len() >= 1_000);
}

#[test]
fn a_disk_that_forgets_names_loses_answers() {
    let bad = story(Some(Flaw::ForgetsNames), 22, 3).cuts(0, 2, 22).bad;
    assert!(bad.iter().any(|(_, bad)| matches!(bad, Bad::Lost("answer"))));
}

#[test]
fn a_disk_that_forgets_bytes_damages_or_loses_answers() {
    let bad = story(Some(Flaw::ForgetsBytes), 23, 3).cuts(0, 6, 23).bad;
    assert!(bad.iter().any(|(_, bad)| matches!(bad, Bad::Lost("answer") | Bad::Trouble(_))));
}

#[test]
fn a_disk_that_copies_over_files_damages_them() {
    let bad = story(Some(Flaw::Copies), 24, 3).cuts(0, 12, 24).bad;
    assert!(bad.iter().any(|(_, bad)| matches!(bad, Bad::Trouble(_))));
}
