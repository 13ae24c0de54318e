//! Which segments count: those of writers whose fingerprint was compared, and of whom such writers let into the dossier.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::Trouble;
use super::keys::{Book, Fingerprint, Ring, genuine};
use super::segment::Reading;
use crate::dossier::Card;
use crate::dossier::event::{Event, Happening};
use crate::dossier::ids::DossierId;

type Readings = Vec<(PathBuf, Reading)>;

/// The segments of known writers; of the others only what is wrong with them is left.
pub(super) fn of_known(readings: Readings, own: &Fingerprint, book: &Book) -> Readings {
    let mut readings: Readings = readings.into_iter().map(signed).collect();
    set_aside_claims(&mut readings);
    let introduced = introduced(&readings, own, book);
    for (file, reading) in &mut readings {
        if let Some(writer) = reading.signer.as_ref().filter(|writer| !introduced.contains(writer.as_str())) {
            let trouble = Trouble::UnknownWriter { file: file.clone(), writer: writer.as_str().to_owned() };
            *reading = Reading { trouble: vec![trouble], ..Reading::default() };
        }
    }
    readings
}

/// What holds a segment and is not signed is set aside; what could not be read says so itself.
fn signed((file, reading): (PathBuf, Reading)) -> (PathBuf, Reading) {
    if reading.signer.is_some() || (reading.head.is_none() && reading.events.is_empty() && reading.erased.is_empty()) {
        return (file, reading);
    }
    let trouble = vec![Trouble::Forged { file: file.clone() }];
    (file, Reading { trouble, ..Reading::default() })
}

/// A segment's name belongs to the writer from whom it follows; whoever else signs under it is set aside.
fn set_aside_claims(readings: &mut Readings) {
    let named = |reading: &Reading| reading.head.as_ref().map(|head| (head.segment.clone(), head.is_bound()));
    let bound: BTreeSet<_> = readings
        .iter()
        .filter_map(|(_, reading)| named(reading))
        .filter_map(|(name, bound)| bound.then_some(name))
        .collect();
    for (file, reading) in readings {
        // A nonce that does not give the name is a claim too.
        let wrong = reading.head.as_ref().is_some_and(|head| !head.nonce.is_empty() && !head.is_bound());
        if wrong || named(reading).is_some_and(|(name, is_bound)| !is_bound && bound.contains(&name)) {
            *reading = Reading { trouble: vec![Trouble::Forged { file: file.clone() }], ..Reading::default() };
        }
    }
}

/// The fingerprints of all whose segments count. Letting somebody in counts only when it was done by one of them.
fn introduced(readings: &Readings, own: &Fingerprint, book: &Book) -> BTreeSet<String> {
    let mut known: BTreeSet<String> = book.writers().cloned().collect();
    known.insert(own.as_str().to_owned());
    loop {
        let before = known.len();
        for (_, reading) in readings {
            if reading.signer.as_ref().is_some_and(|signer| known.contains(signer.as_str())) {
                let let_in = reading.events.iter().filter_map(lets_in).map(|found| found.as_str().to_owned());
                known.extend(let_in.filter(|found| !book.is_mistaken(found)));
            }
        }
        if known.len() == before {
            return known;
        }
    }
}

/// Who may read what is written from now on, besides the owner of the book; by key. Who went is none of them, whoever let
/// them in.
pub(super) fn readers(
    dossier: &DossierId,
    readings: &[(PathBuf, Reading)],
    own: &Fingerprint,
    book: &Book,
) -> BTreeMap<String, Card> {
    let mut readers = let_in_to(dossier, readings, own, book);
    readers.retain(|who, _| book.may_read(who));
    readers.into_values().map(|card| (card.key.clone(), card)).collect()
}

/// Who was let in to a dossier, besides the owner of the book; by fingerprint.
///
/// The dossier's founder may, and whom somebody let in who could read it then, until such a one sent them away. Who is not
/// let in by that line (the founder's key was lost, or nothing proves who founded it) begins with themselves and whoever let
/// them in. Being known is not enough: any colleague can lay a segment here.
pub(super) fn let_in_to(
    dossier: &DossierId,
    readings: &[(PathBuf, Reading)],
    own: &Fingerprint,
    book: &Book,
) -> BTreeMap<String, Card> {
    let heads = readings.iter().filter_map(|(_, reading)| reading.head.as_ref());
    let founder = heads.filter(|head| head.dossier == *dossier).find(|head| head.is_founders());
    let mut changes: Vec<(&Fingerprint, &Event)> = Vec::new();
    for (_, reading) in readings {
        changes.extend(reading.signer.iter().flat_map(|by| reading.events.iter().map(move |event| (by, event))));
    }
    changes.sort_by(|(_, a), (_, b)| (a.clock, &a.id).cmp(&(b.clock, &b.id)));
    let mut beginning: BTreeSet<String> = founder.iter().map(|head| head.writer.clone()).collect();
    let mut cards = book.cards().clone();
    // What they gave who went does not count; whoever parted with them gave it anew.
    changes.retain(|(by, event)| book.may_read(by.as_str()) || lets_in(event).is_none());
    let mut may = let_in_from(beginning.clone(), &changes, &mut cards);
    if !may.contains(own.as_str()) {
        let givers = changes.iter().filter(|(_, event)| lets_in(event).as_ref() == Some(own));
        beginning.extend(givers.map(|(by, _)| by.as_str().to_owned()));
        beginning.insert(own.as_str().to_owned());
        may = let_in_from(beginning, &changes, &mut cards);
    }
    may.remove(own.as_str());
    cards.retain(|who, _| may.contains(who));
    cards
}

/// Who may read after these events of one who may write them, besides the owner of the ring; by key.
pub(super) fn after(readers: &BTreeMap<String, Card>, events: &[Event], ring: &Ring) -> BTreeMap<String, Card> {
    let mut readers = readers.clone();
    for event in events {
        match &event.what {
            Happening::AccessGiven(given) if may_be_let_in(&given.card, ring) => {
                readers.insert(given.card.key.clone(), given.card.clone());
            }
            Happening::AccessEnded(gone) => {
                readers.remove(&gone.key);
            }
            _ => {}
        }
    }
    readers
}

/// Whether somebody else is on this card who did not go.
fn may_be_let_in(card: &Card, ring: &Ring) -> bool {
    let on = Fingerprint::on(card).filter(|on| on != ring.own() && ring.book.may_read(on.as_str()));
    on.is_some() && genuine(card)
}

/// Everybody who may read when these may to begin with; the cards of who was let in go with the others.
fn let_in_from(
    mut may: BTreeSet<String>,
    changes: &[(&Fingerprint, &Event)],
    cards: &mut BTreeMap<String, Card>,
) -> BTreeSet<String> {
    for (by, event) in changes {
        match &event.what {
            _ if !may.contains(by.as_str()) => {}
            Happening::AccessGiven(given) => {
                if let Some(who) = lets_in(event) {
                    may.insert(who.as_str().to_owned());
                    let card = cards.entry(who.as_str().to_owned()).or_insert_with(|| given.card.clone());
                    if card.turn < given.card.turn {
                        card.clone_from(&given.card);
                    }
                }
            }
            Happening::AccessEnded(gone) => {
                let who = Fingerprint::on(&Card { key: gone.key.clone(), ..Card::default() });
                may.retain(|known| who.as_ref().is_none_or(|who| known != who.as_str()));
            }
            _ => {}
        }
    }
    may
}

/// Whom this event lets in.
fn lets_in(event: &Event) -> Option<Fingerprint> {
    match &event.what {
        Happening::AccessGiven(given) if genuine(&given.card) => Fingerprint::on(&given.card),
        _ => None,
    }
}
