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
use super::samples::{I, add, create, open_as, said};
use crate::dossier::Card;
use crate::dossier::event::{AccessGiven, Happening};
use crate::dossier::ids::DossierId;

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
    let (mut first, second, shared, own) = two_in_a_team(dir.path());
    let left = second.card().unwrap();
    assert_eq!(first.load(&shared).unwrap().events.len(), 3);
    assert_eq!(first.part(&left, Standing::Left, now()).unwrap(), 1, "in one dossier only");
    assert_eq!(first.part(&left, Standing::Left, now()).unwrap(), 0, "and once");
    drop(first);

    let mut first = Folder::open(dir.path(), &Secret::new("de zin van de eerste")).unwrap();
    assert_eq!(first.members().unwrap()[0].standing, Some(Standing::Left));
    let new = add(&mut first, &shared, 1, said("daarna"));
    add(&mut first, &own, 1, said("ook daarna"));
    assert_eq!(first.readers(&shared).unwrap(), [first.card().unwrap()]);
    let loaded = first.load(&shared).unwrap();
    assert!(loaded.events.len() == 5 && loaded.trouble.is_empty(), "{:?}", loaded.trouble);
    assert!(!second.load(&shared).unwrap().events.contains(&new));
    // Also not when somebody else lets them in again: who left is compared anew first.
    let_in(&mut first, &shared, &left);
    assert_eq!(first.readers(&shared).unwrap(), [first.card().unwrap()]);
    first.trust(&left).unwrap();
    assert_eq!(first.readers(&shared).unwrap().len(), 2);
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
    // A colleague sees that the card changed, and asks.
    let renewed = |vault: &Folder| vault.members().unwrap()[0].renewed;
    assert!(renewed(&second));
    second.trust(&first.card().unwrap()).unwrap();
    assert!(!renewed(&second));

    // In a copy, where new keys are in nobody's way.
    let opens = |recovery: &Recovery| {
        let copy = tempfile::tempdir().unwrap();
        let root = copy.path().join("kluis");
        Folder::open(dir.path(), &Secret::new("de zin van de eerste")).unwrap().back_up(&root).unwrap();
        let recovered = Folder::recover(&root, &recovery.secret, &founder("negen tien elf twaalf"));
        recovered.map_or(0, |(vault, _)| vault.load(&dossier).unwrap().events.len())
    };
    assert_eq!(opens(&new), 3);
    assert!(opens(&old) < 3, "what came later is not for the old sheet");
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
        let book = vault.ring().unwrap().book.clone();
        drop(vault);
        let disk = FailingDisk::default();
        let on = |disk: &FailingDisk, book: &Book| {
            let mut ring = Ring::of_tests(dir.path(), I);
            ring.book = book.clone();
            Folder::on(Box::new(disk.clone()), dir.path(), Slot::none(), Some(ring))
        };
        let mut vault = on(&disk, &book);
        let recovery = Recovery::generate();
        disk.begin(plan);
        let parted = vault.part(&colleague, Standing::Left, now());
        let chosen = vault.choose_recovery(&recovery.recipient);
        let calls = disk.end();
        // Once the word is in the book nothing is for who left, also where the rest is still to be done.
        let went = vault.ring().unwrap().book.clone();
        let has_word_of = |book: &Book| book.standing(Fingerprint::on(&colleague).unwrap().as_str());
        assert!(parted.is_err() || has_word_of(&went) == Some(Standing::Left));
        for dossier in &dossiers {
            let to_them = vault.readers(dossier).unwrap().contains(&colleague);
            assert!(!to_them || has_word_of(&went) != Some(Standing::Left), "{plan:?} {parted:?}");
            assert!(vault.load(dossier).unwrap().events.iter().any(|event| event.what == said("blijft")), "{plan:?}");
        }
        let mut vault = on(&FailingDisk::default(), &went);
        vault.part(&colleague, Standing::Left, now()).unwrap();
        vault.choose_recovery(&recovery.recipient).unwrap();
        let identity: age::x25519::Identity = recovery.secret.reveal().parse().unwrap();
        for dossier in &dossiers {
            assert_eq!(vault.readers(dossier).unwrap().len(), 1, "{plan:?}");
            let dir = dir.path().join("dossiers").join(dossier.as_str());
            let opened = fs::read_dir(dir).unwrap().filter(|entry| {
                let bytes = fs::read(entry.as_ref().unwrap().path()).unwrap();
                matches!(keys::open(&bytes, &identity), Opened::Text(_))
            });
            assert!(opened.count() >= 2, "both sittings: {plan:?} {chosen:?}");
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
