//! Years of a team: somebody leaves, somebody was compared by mistake, and the recovery sheet is made anew.

use std::fs;
use std::path::Path;

use proptest::prelude::*;

use super::super::keys::{self, Book, Opened, Ring, Standing};
use super::super::slot::Slot;
use super::super::{Fingerprint, Folder, Founder, Recovery, Secret, Store, Trouble};
use super::care::{founder, now};
use super::disks::FailingDisk;
use super::failing::at_every_call_with;
use super::samples::{I, add, create, event, open_as, said};
use crate::dossier::Card;
use crate::dossier::event::{AccessEnded, AccessGiven, Clock, Event, Happening};
use crate::dossier::ids::{DossierId, EventId};

fn let_in(vault: &mut Folder, dossier: &DossierId, card: &Card) {
    let given = Happening::AccessGiven(AccessGiven { card: card.clone() });
    vault.write_down(dossier, given, now()).unwrap();
    vault.readdress(dossier).unwrap();
}

/// A vault of the first, in which the second reads one of two dossiers; and their folders.
fn two_in_a_team(root: &Path) -> (Folder, Folder, DossierId, DossierId) {
    let mut first = Folder::create(root, &founder("de zin van de eerste")).unwrap();
    let mut second = Folder::join(root, &founder("de zin van de tweede")).unwrap();
    first.trust(&second.card().unwrap()).unwrap();
    second.trust(&first.card().unwrap()).unwrap();
    let (shared, own) = (first.create().unwrap(), first.create().unwrap());
    add(&mut first, &shared, 1, said("van de eerste"));
    add(&mut first, &own, 1, said("alleen van de eerste"));
    let_in(&mut first, &shared, &second.card().unwrap());
    add(&mut second, &shared, 1, said("van de tweede"));
    (first, second, shared, own)
}

#[test]
fn who_left_reads_nothing_new_and_what_they_wrote_counts() {
    let dir = tempfile::tempdir().unwrap();
    let (first, second, shared, own) = two_in_a_team(dir.path());
    let left = second.card().unwrap();
    assert_eq!(first.load(&shared).unwrap().events.len(), 3);
    // What they destroyed stays destroyed, on the word of who parted with them.
    let mut second = second;
    let theirs = second.create().unwrap();
    add(&mut second, &theirs, 1, said("weg ermee"));
    drop(first);
    second.destroy(&theirs, "voorbij", now()).unwrap();
    let second = second;
    let mut first = Folder::open(dir.path(), &Secret::new("de zin van de eerste")).unwrap();
    assert!(first.destroyed().unwrap().contains(&theirs));
    assert_eq!(first.part(&left, Standing::Left, now()).unwrap(), 1, "in one dossier only");
    assert_eq!(first.part(&left, Standing::Left, now()).unwrap(), 0, "and once");
    assert!(first.destroyed().unwrap().contains(&theirs));
    let ended = |event: &Event| event.what == Happening::AccessEnded(AccessEnded { key: left.key.clone() });
    assert_eq!(first.load(&shared).unwrap().events.iter().filter(|event| ended(event)).count(), 1);
    drop(first);

    let mut first = Folder::open(dir.path(), &Secret::new("de zin van de eerste")).unwrap();
    assert_eq!(first.members().unwrap()[0].standing, Some(Standing::Left));
    let new = add(&mut first, &shared, 1, said("daarna"));
    add(&mut first, &own, 1, said("ook daarna"));
    assert_eq!(first.readers(&shared).unwrap(), [first.card().unwrap()]);
    let loaded = first.load(&shared).unwrap();
    assert!(loaded.events.len() == 5 && loaded.trouble.is_empty(), "{:?}", loaded.trouble);
    assert!(!second.load(&shared).unwrap().events.contains(&new));
    // Also not when they are let in again: who left is compared anew first.
    let again = write(&mut first, &shared, AccessGiven { card: left.clone() });
    first.readdress(&shared).unwrap();
    assert!(!second.load(&shared).unwrap().events.iter().any(|event| event.id == again));
    assert_eq!(first.readers(&shared).unwrap(), [first.card().unwrap()]);
    first.trust(&left).unwrap();
    assert_eq!(first.readers(&shared).unwrap().len(), 2);
}

fn write(vault: &mut Folder, dossier: &DossierId, given: AccessGiven) -> EventId {
    vault.write_down(dossier, Happening::AccessGiven(given), now()).unwrap()
}

#[test]
fn whom_they_let_in_reads_on_and_whom_they_let_in_afterwards_does_not() {
    let dir = tempfile::tempdir().unwrap();
    let (mut first, mut second, shared, _) = two_in_a_team(dir.path());
    let mut third = Folder::join(dir.path(), &founder("de zin van de derde")).unwrap();
    let fourth = open_as(dir.path(), "zij").unwrap().card().unwrap();
    let stranger = open_as(dir.path(), "vreemd").unwrap().card().unwrap();
    second.trust(&third.card().unwrap()).unwrap();
    for card in [first.card().unwrap(), second.card().unwrap()] {
        third.trust(&card).unwrap();
    }
    third.trust(&fourth).unwrap();
    for card in [third.card().unwrap(), fourth.clone()] {
        first.trust(&card).unwrap();
    }
    let_in(&mut second, &shared, &third.card().unwrap());
    let_in(&mut third, &shared, &fourth);
    let left = second.card().unwrap();
    let mut all = [first.card().unwrap().key, third.card().unwrap().key, fourth.key.clone()];
    all.sort();
    let readers = |vault: &Folder| {
        let mut keys: Vec<String> = vault.readers(&shared).unwrap().into_iter().map(|card| card.key).collect();
        keys.sort();
        keys
    };
    // Also where their own access had ended before.
    first.write_down(&shared, Happening::AccessEnded(AccessEnded { key: left.key.clone() }), now()).unwrap();
    assert_eq!(readers(&first), all);
    first.part(&left, Standing::Left, now()).unwrap();
    assert_eq!(readers(&first), all, "by whomever they were let in");
    let both = all;
    // Whoever left may write what time they like on what they write: from before they were sent away.
    let events = second.load(&shared).unwrap().events;
    let gave = events.iter().find(
        |event| matches!(&event.what, Happening::AccessGiven(given) if given.card.key == third.card().unwrap().key),
    );
    let Event { id, clock, at, .. } = gave.unwrap().clone();
    let segment = second.segment(&shared).unwrap();
    assert_eq!(id.segment, segment);
    let backdated = Event {
        id: EventId { segment, seq: id.seq + 1 },
        clock: Clock { tick: clock.tick + 1, ..clock },
        at,
        what: Happening::AccessGiven(AccessGiven { card: stranger }),
    };
    second.append(&shared, &[backdated]).unwrap();
    assert_eq!(readers(&first), both, "a key that nobody knows comes in by nobody who left");
}

#[test]
fn an_older_book_that_was_put_back_brings_back_nobody_where_more_was_seen() {
    let dir = tempfile::tempdir().unwrap();
    let (root, place) = (dir.path().join("kluis"), dir.path().join("gezien"));
    let (mut first, second, shared, _) = two_in_a_team(&root);
    let left = second.card().unwrap();
    let book =
        root.join("sleutels").join(format!("{}.boek", Fingerprint::on(&first.card().unwrap()).unwrap().as_str()));
    let before = fs::read(&book).unwrap();
    first.remember_in(&place);
    first.part(&left, Standing::Left, now()).unwrap();
    drop(first);
    for path in [book.clone(), book.with_extension("boek2")] {
        fs::write(path, &before).unwrap();
    }
    let open = || Folder::open(&root, &Secret::new("de zin van de eerste")).unwrap();
    assert_eq!(open().members().unwrap()[0].standing, Some(Standing::Colleague), "nobody told this computer");
    let mut first = open();
    first.remember_in(&place);
    assert_eq!(first.members().unwrap()[0].standing, Some(Standing::Left));
    drop(first);
    assert_eq!(open().members().unwrap()[0].standing, Some(Standing::Left), "and it was written down again");
    assert_eq!(open().readers(&shared).unwrap().len(), 1);
    // Nor does who tidies away their card make them somebody nobody knows.
    fs::remove_file(root.join("sleutels").join(format!("{}.kaart", Fingerprint::on(&left).unwrap().as_str()))).unwrap();
    assert_eq!(open().members().unwrap()[0].standing, Some(Standing::Left));
}

#[test]
fn nothing_of_a_card_that_was_compared_by_mistake_counts() {
    let dir = tempfile::tempdir().unwrap();
    let (mut first, second, shared, _) = two_in_a_team(dir.path());
    let wrong = second.card().unwrap();
    first.part(&wrong, Standing::Mistaken, now()).unwrap();
    let loaded = first.load(&shared).unwrap();
    assert!(matches!(loaded.trouble[..], [Trouble::UnknownWriter { .. }]), "{:?}", loaded.trouble);
    assert!(loaded.events.iter().all(|event| event.what != said("van de tweede")));
    // Being let in once does not make it count either, and nothing is gone.
    let_in(&mut first, &shared, &wrong);
    assert_eq!(first.load(&shared).unwrap().trouble.len(), 1);
    first.trust(&wrong).unwrap();
    let loaded = first.load(&shared).unwrap();
    assert!(loaded.trouble.is_empty() && loaded.events.iter().any(|event| event.what == said("van de tweede")));
}

#[test]
fn a_recovery_sheet_made_later_opens_everything_and_the_one_before_nothing_new() {
    let dir = tempfile::tempdir().unwrap();
    let (old, new) = (Recovery::generate(), Recovery::generate());
    let owner = Founder { recovery: Some(old.recipient.clone()), ..founder("de zin van de eerste") };
    let mut first = Folder::create(dir.path(), &owner).unwrap();
    let mut second = Folder::join(dir.path(), &founder("de zin van de tweede")).unwrap();
    first.trust(&second.card().unwrap()).unwrap();
    second.trust(&first.card().unwrap()).unwrap();
    let dossier = second.create().unwrap();
    add(&mut second, &dossier, 1, said("van een collega"));
    let_in(&mut second, &dossier, &first.card().unwrap());
    assert_eq!(first.choose_recovery("age1onzin").unwrap_err().key(), "vault-bad-key");
    first.choose_recovery(&new.recipient).unwrap();
    // Also what is written in a sitting that was open, and by who opens the vault anew.
    add(&mut first, &dossier, 1, said("daarna"));
    drop(first);
    let first = Folder::open(dir.path(), &Secret::new("de zin van de eerste")).unwrap();
    assert_eq!(first.card().unwrap().recovery.as_ref(), Some(&new.recipient));
    assert!(!first.recovery_is_unfinished());
    // What a colleague writes from their next sitting on is for the new key too, although they let in the card of before.
    let mut second = Folder::open(dir.path(), &Secret::new("de zin van de tweede")).unwrap();
    add(&mut second, &dossier, 1, said("van een collega, daarna"));
    // Whoever puts the card of before back changes nothing: the later one was seen.
    drop(second);
    let second = Folder::open(dir.path(), &Secret::new("de zin van de tweede")).unwrap();
    assert_eq!(second.readers(&dossier).unwrap()[1], first.card().unwrap());

    // In a copy, where new keys are in nobody's way.
    let opens = |recovery: &Recovery| {
        let copy = tempfile::tempdir().unwrap();
        let root = copy.path().join("kluis");
        Folder::open(dir.path(), &Secret::new("de zin van de eerste")).unwrap().back_up(&root).unwrap();
        let recovered = Folder::recover(&root, &recovery.secret, &founder("negen tien elf twaalf"));
        recovered.map_or(0, |(vault, _)| vault.load(&dossier).unwrap().events.len())
    };
    assert_eq!(opens(&new), 4);
    assert_eq!(opens(&old), 2, "what came later is not for the old sheet");
}

#[test]
fn parting_and_another_recovery_stop_anywhere_and_are_done_again() {
    let tried = at_every_call_with(&[std::io::ErrorKind::Other], |plan| {
        let dir = tempfile::tempdir().unwrap();
        let mut vault = create(dir.path()).unwrap();
        let colleague = open_as(dir.path(), "zij").unwrap().card().unwrap();
        fs::create_dir(dir.path().join("sleutels")).unwrap();
        let dossiers = [vault.create().unwrap(), vault.create().unwrap()];
        for dossier in &dossiers {
            add(&mut vault, dossier, 1, said("blijft"));
        }
        vault.trust(&colleague).unwrap();
        for dossier in &dossiers {
            let_in(&mut vault, dossier, &colleague);
        }
        drop(vault);
        let disk = FailingDisk::default();
        // The book is read from the disk each time, as when the vault is opened.
        let on = |disk: &FailingDisk| {
            let mut ring = Ring::of_tests(dir.path(), I);
            ring.refresh(disk);
            Folder::on(Box::new(disk.clone()), dir.path(), Slot::none(), Some(ring))
        };
        let standing =
            |vault: &Folder| vault.ring().unwrap().book.standing(Fingerprint::on(&colleague).unwrap().as_str());
        let mut vault = on(&disk);
        assert_eq!(standing(&vault), Some(Standing::Colleague));
        let recovery = Recovery::generate();
        disk.begin(plan);
        let parted = vault.part(&colleague, Standing::Left, now());
        let chosen = vault.choose_recovery(&recovery.recipient);
        let calls = disk.end();
        drop(vault);
        let mut vault = on(&FailingDisk::default());
        assert!(parted.is_err() || standing(&vault) == Some(Standing::Left), "{plan:?}");
        let began = vault.card().unwrap().recovery.is_some();
        assert!(chosen.is_err() || (began && !vault.recovery_is_unfinished()), "{plan:?}");
        for dossier in &dossiers {
            assert!(vault.load(dossier).unwrap().events.iter().any(|event| event.what == said("blijft")), "{plan:?}");
        }
        vault.part(&colleague, Standing::Left, now()).unwrap();
        vault.choose_recovery(&recovery.recipient).unwrap();
        let new = vault.segment(&dossiers[0]).unwrap();
        vault.append(&dossiers[0], &[event(&new, 1, said("daarna"))]).unwrap();
        let identity: age::x25519::Identity = recovery.secret.reveal().parse().unwrap();
        for dossier in &dossiers {
            let events = vault.load(dossier).unwrap().events;
            assert!(events.iter().any(|event| matches!(event.what, Happening::AccessEnded(_))), "{plan:?}");
            let dir = dir.path().join("dossiers").join(dossier.as_str());
            let text = |identity: &age::x25519::Identity| -> String {
                let files = fs::read_dir(&dir).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap());
                files
                    .filter_map(|bytes| match keys::open(&bytes, identity) {
                        Opened::Text(text) => String::from_utf8(text).ok(),
                        _ => None,
                    })
                    .collect()
            };
            let opened = text(&identity);
            for event in &events {
                assert!(opened.contains(&event.id.segment.to_string()), "all of it opens: {plan:?}");
            }
            let theirs = text(Ring::of_tests(Path::new(""), "zij").keys.identity());
            assert!(!theirs.contains("daarna"), "{plan:?}");
        }
        calls
    });
    println!("faults while somebody leaves: {tried}");
}

#[derive(Clone, Debug)]
enum Said {
    Take,
    Word(Standing),
    Recovery(u8),
}

fn said_of_one() -> impl Strategy<Value = Said> {
    prop_oneof![
        Just(Said::Take),
        Just(Said::Word(Standing::Left)),
        Just(Said::Word(Standing::Mistaken)),
        (0..3_u8).prop_map(Said::Recovery),
    ]
}

fn book(said: &[Said], card: &Card, who: &str) -> Book {
    let mut book = Book::default();
    for said in said {
        match said {
            Said::Take => book.take(card.clone()),
            Said::Word(standing) => book.say(who, *standing),
            Said::Recovery(which) => book.choose_recovery(which.to_string()),
        }
    }
    book
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Two copies of a book that a sync program kept: whichever is read first, the later word holds, and of two at once the
    /// more careful one.
    #[test]
    fn copies_of_a_book_join_alike_in_any_order(
        one in proptest::collection::vec(said_of_one(), 0..6),
        other in proptest::collection::vec(said_of_one(), 0..6),
    ) {
        let ring = Ring::of_tests(Path::new(""), "zij");
        let (card, who) = (ring.card(), ring.own().as_str().to_owned());
        let (one, other) = (book(&one, &card, &who), book(&other, &card, &who));
        let (mut there, mut back) = (one.clone(), other.clone());
        there.join(other.clone());
        back.join(one.clone());
        prop_assert_eq!(there.standing(&who), back.standing(&who));
        prop_assert_eq!(&there.recovery, &back.recovery);
        let mut again = there.clone();
        again.join(other);
        prop_assert_eq!(&again, &there);
        // What is written is read back the same.
        let owner = Ring::of_tests(Path::new(""), I);
        let text = there.write(&owner.keys).unwrap();
        prop_assert_eq!(Book::read(&text, owner.own()).unwrap().standing(&who), there.standing(&who));
    }
}

#[test]
fn whom_a_colleague_parted_with_does_not_come_back_by_recovery() {
    let dir = tempfile::tempdir().unwrap();
    let recovery = Recovery::generate();
    let owner = Founder { recovery: Some(recovery.recipient.clone()), ..founder("de zin van de eerste") };
    let mut first = Folder::create(dir.path(), &owner).unwrap();
    let mut second = Folder::join(dir.path(), &founder("de zin van de tweede")).unwrap();
    first.trust(&second.card().unwrap()).unwrap();
    second.trust(&first.card().unwrap()).unwrap();
    let shared = first.create().unwrap();
    add(&mut first, &shared, 1, said("van de eerste"));
    let_in(&mut first, &shared, &second.card().unwrap());
    add(&mut second, &shared, 1, said("van een bedrieger"));
    first.part(&second.card().unwrap(), Standing::Mistaken, now()).unwrap();
    drop(first);
    let (vault, recovered) = Folder::recover(dir.path(), &recovery.secret, &founder("negen tien elf twaalf")).unwrap();
    assert_eq!(recovered.writers.len(), 2, "both wrote what the sheet opens");
    let events = vault.load(&shared).unwrap().events;
    assert!(events.iter().any(|event| event.what == said("van de eerste")));
    assert!(events.iter().all(|event| event.what != said("van een bedrieger")));
}
