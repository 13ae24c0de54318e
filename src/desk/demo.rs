//! Fictitious clients, made through the same commands as real ones.

use std::collections::VecDeque;

use jiff::ToSpan as _;
use sha2::{Digest as _, Sha256};

use super::Desk;
use super::command::{Command, Job, Reply};
use super::mint::Mint;
use super::script::{self, Script};
use super::wish::Wish;

use crate::dossier::Now;
use crate::dossier::event::{Route, When};
use crate::dossier::ids::DossierId;
use crate::guide::Library;
use crate::texts::Language;
use crate::vault::{Store, VaultError};
use crate::walk::OfferStop;

/// How many clients a demonstration has when nobody says.
pub const CLIENTS: usize = 5;

/// The organisation of the demonstration.
const ORGANISATION: &str = include_str!("../../guides/organisatie.voorbeeld.ron");

/// Fills a vault with fictitious clients in various stages: the same for the same seed and moment.
///
/// # Errors
/// What the store says when it cannot keep something.
pub fn fill(store: &mut dyn Store, clients: usize, seed: u64, now: Now) -> Result<(), VaultError> {
    store.put_organisation(ORGANISATION)?;
    for number in 0..clients {
        let script = script::of(number, seed, now.today());
        let names = format!("demo-{seed}-{number}");
        store.create_named(&dossier_name(&names))?;
        play(store, &script, &names, now)?;
    }
    Ok(())
}

/// The name of a fictitious client's dossier: of the shape that random names have, and the same each time.
fn dossier_name(names: &str) -> DossierId {
    const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let letters =
        Sha256::digest(names.as_bytes()).into_iter().take(26).map(|byte| char::from(LETTERS[usize::from(byte % 32)]));
    DossierId::new(letters.collect::<String>())
}

/// Plays one script at a desk of its own.
fn play(store: &mut dyn Store, script: &Script, names: &str, now: Now) -> Result<(), VaultError> {
    let now = days_before(now, script.days_ago);
    let mut table = Table { desk: Desk::new(Language::Dutch, Library::bundled(), Mint::new(names)), store, names, now };
    table.tell(Command::NewClient { name: script.name.clone(), reference: script.reference.clone() })?;
    if !script.was_held() {
        return Ok(());
    }
    table.tell(Command::Begin { guide: "zelf-aan-het-roer".to_owned(), route: Route::Core })?;
    // Every stop is passed once; the bound is for a guide that grew a cycle.
    for _ in 0..500 {
        let Some(stop) = table.desk.open().and_then(|open| open.stop()).cloned() else { break };
        if stop.place.step == script.until {
            break;
        }
        if script.later.contains(&stop.place.step.as_str()) {
            table.tell(Command::Wish(Wish::Later))?;
            continue;
        }
        for field in &stop.fields {
            if let Some(answer) = script.answer(&field.key) {
                let (place, field) = (stop.place.clone(), field.key.clone());
                table.tell(Command::Answer { place, field, answer })?;
            }
        }
        let offers: Vec<_> =
            table.desk.open().map(|open| open.walk().offers_at(&stop.place).cloned().collect()).unwrap_or_default();
        let wanted = |offer: &OfferStop| !offer.open && script.deeper.contains(&offer.place.step.as_str());
        match offers.into_iter().find(wanted) {
            // Accepting an offer goes on to its first step.
            Some(offer) => table.tell(Command::Deepen { place: offer.place, when: When::Now })?,
            None => table.tell(Command::Wish(Wish::Next))?,
        }
    }
    Ok(())
}

/// The same hour, so many days earlier.
fn days_before(now: Now, days: i64) -> Now {
    let local = now.local.checked_sub(days.days()).unwrap_or(now.local);
    Now { millis: now.millis - days * 24 * 60 * 60 * 1000, local }
}

/// A desk whose jobs are done at once.
struct Table<'a> {
    desk: Desk,
    store: &'a mut dyn Store,
    names: &'a str,
    now: Now,
}

impl Table<'_> {
    fn tell(&mut self, command: Command) -> Result<(), VaultError> {
        let mut jobs: VecDeque<Job> = self.desk.handle(command, self.now).into();
        while let Some(job) = jobs.pop_front() {
            let reply = match job {
                Job::Create => {
                    let dossier = dossier_name(self.names);
                    let segment = self.store.segment(&dossier)?;
                    Reply::Created { dossier, segment, stored: true }
                }
                Job::Keep { dossier, events } => {
                    self.store.append(&dossier, &events)?;
                    Reply::Kept { events: events.into_iter().map(|event| event.id).collect(), waiting: false }
                }
                Job::PinGuide { text } => {
                    self.store.pin_guide(&text)?;
                    continue;
                }
                _ => continue,
            };
            jobs.extend(self.desk.handle(Command::Reply(reply), self.now));
        }
        Ok(())
    }
}
