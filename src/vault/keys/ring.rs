//! The folder `sleutels`: key files, cards and books.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use age::secrecy::ExposeSecret as _;

use super::super::disk::{Disk, EntryKind};
use super::super::founder::Founder;
use super::super::marker::KEYS;
use super::super::{VaultError, durable, names};
use super::book::Book;
use super::person::{Keys, Refused};
use super::seal::{self, Opened, recipient};
use super::{Fingerprint, Secret, genuine};
use crate::dossier::Card;

/// The format of key files, cards and books.
pub(super) const FORMAT: u32 = 1;
const LIMIT: u64 = 1024 * 1024;
/// A key file and its double: without it nothing opens, so one damage must not be enough.
const KEY_ENDINGS: [&str; 2] = [".sleutel", ".reserve"];
const CARD_ENDING: &str = ".kaart";
/// The book and its double: the second is found by the first part of its ending too.
const BOOK_ENDINGS: [&str; 2] = [".boek", ".boek2"];

/// One person's keys and book, open.
pub(in super::super) struct Ring {
    dir: PathBuf,
    pub keys: Keys,
    pub book: Book,
}

/// A recovery identity that is made for a vault and kept outside it, on the recovery sheet.
#[derive(Clone, Debug)]
pub struct Recovery {
    /// `AGE-SECRET-KEY-1..`, 74 characters.
    pub secret: Secret,
    /// `age1..`
    pub recipient: String,
}

impl Recovery {
    #[must_use]
    pub fn generate() -> Self {
        let identity = age::x25519::Identity::generate();
        let secret = Secret::new(identity.to_string().expose_secret());
        Self { secret, recipient: identity.to_public().to_string() }
    }
}

/// New keys for `founder` in the vault at `root`, durable on return; `pending` while it is brought over from before encryption.
pub(in super::super) fn found(
    disk: &dyn Disk,
    root: &Path,
    founder: &Founder,
    pending: bool,
) -> Result<Ring, VaultError> {
    let dir = root.join(KEYS);
    let recovery = match founder.recovery.as_deref() {
        Some(text) => Some(recipient(text).ok_or(VaultError::BadName { what: "recipient" })?.to_string()),
        None => None,
    };
    durable::ensure_dir(disk, &dir)?;
    let keys = Keys::generate().ok_or(VaultError::NoRandomness)?;
    let ring = Ring { dir, keys, book: Book { name: founder.name.clone(), recovery, pending, ..Book::default() } };
    // The key file comes last: a key without a book would be in the way of the next attempt.
    ring.keep_book(disk)?;
    ring.keep_card(disk)?;
    ring.lock_with(disk, &founder.passphrase)?;
    Ok(ring)
}

/// The keys that open with `passphrase`. Half a second for each person that the vault holds keys of.
///
/// # Errors
/// [`VaultError::NoKey`], [`VaultError::WrongPassphrase`], or what is wrong with the key files.
pub(in super::super) fn unlock(disk: &dyn Disk, root: &Path, passphrase: &Secret) -> Result<Ring, VaultError> {
    let dir = root.join(KEYS);
    let mut unread = None;
    let mut worst: Option<(Refused, PathBuf)> = None;
    let mut tried = BTreeSet::new();
    for path in files(disk, &dir, &KEY_ENDINGS)? {
        let bytes = match durable::read(disk, &path, LIMIT) {
            Ok(bytes) => bytes,
            // One that cannot be read must not shut out everybody.
            Err(error) => {
                unread = Some(error);
                continue;
            }
        };
        // A key file and its double are the same, unless one is damaged.
        if !tried.insert(bytes.clone()) {
            continue;
        }
        match Keys::unwrap(&bytes, passphrase) {
            Ok(keys) => match read_book(disk, &dir, &keys)? {
                Some(book) => {
                    let mut ring = Ring { dir, keys, book };
                    ring.mend(disk, &path, &bytes);
                    ring.refresh(disk);
                    return Ok(ring);
                }
                // Without the book nobody else's work would be known, and nothing encrypted to the recovery recipient.
                None => worst = Some((Refused::Damaged, path.with_extension("boek"))),
            },
            Err(refused) => {
                // A wrong passphrase is the first thing to think of.
                if worst.as_ref().is_none_or(|(known, _)| *known != Refused::WrongPassphrase) {
                    worst = Some((refused, path));
                }
            }
        }
    }
    Err(match worst {
        None if unread.is_some() => unread.unwrap_or(VaultError::NoRandomness),
        None => VaultError::NoKey { path: dir },
        Some((Refused::WrongPassphrase, path)) => VaultError::WrongPassphrase { path },
        Some((Refused::Damaged, path)) => VaultError::Damaged { path },
        Some((Refused::Newer, path)) => VaultError::NewerFormat { path, found: FORMAT + 1, known: FORMAT },
        Some((Refused::TooCostly, path)) => VaultError::TooCostly { path },
    })
}

/// The owner's book, from all copies of it that can be read; none when there is none.
fn read_book(disk: &dyn Disk, dir: &Path, keys: &Keys) -> Result<Option<Book>, VaultError> {
    let mut book: Option<Book> = None;
    for path in files(disk, dir, &BOOK_ENDINGS[..1])? {
        let Ok(bytes) = durable::read(disk, &path, LIMIT) else { continue };
        let Opened::Text(text) = seal::open(&bytes, keys.identity()) else { continue };
        let Some(read) = String::from_utf8(text).ok().and_then(|text| Book::read(&text, keys.fingerprint())) else {
            continue;
        };
        match &mut book {
            Some(known) => known.join(read),
            None => book = Some(read),
        }
    }
    Ok(book)
}

/// All genuine cards that lie in the vault, of whoever put them there.
pub(in super::super) fn cards(disk: &dyn Disk, root: &Path) -> Result<Vec<Card>, VaultError> {
    all_cards(disk, &root.join(KEYS))
}

/// The signed books that this identity opens, with who signed each.
pub(in super::super) fn books(
    disk: &dyn Disk,
    root: &Path,
    identity: &age::x25519::Identity,
) -> Vec<(Fingerprint, Book)> {
    let files = files(disk, &root.join(KEYS), &BOOK_ENDINGS[..1]).unwrap_or_default().into_iter();
    let opened = files.filter_map(|path| match seal::open(&durable::read(disk, &path, LIMIT).ok()?, identity) {
        Opened::Text(text) => String::from_utf8(text).ok(),
        _ => None,
    });
    opened.filter_map(|text| Book::read_signed(&text)).collect()
}

fn all_cards(disk: &dyn Disk, dir: &Path) -> Result<Vec<Card>, VaultError> {
    let mut cards: Vec<Card> = files(disk, dir, &[CARD_ENDING])?
        .iter()
        .filter_map(|path| durable::read_text(disk, path, LIMIT).ok())
        .filter_map(|text| ron::from_str::<Card>(&text).ok())
        .filter(genuine)
        .collect();
    // Whoever can write there can put an older one beside it.
    cards.sort_by(|a, b| (&a.key, b.turn, a).cmp(&(&b.key, a.turn, b)));
    cards.dedup_by(|a, b| a.key == b.key);
    Ok(cards)
}

fn files(disk: &dyn Disk, dir: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, VaultError> {
    if !disk.is_dir(dir).map_err(VaultError::reading(dir))? {
        return Ok(Vec::new());
    }
    let entries = disk.list(dir).map_err(VaultError::reading(dir))?.into_iter();
    let ours = entries.filter(|entry| entry.kind == EntryKind::File && !names::is_temporary(&entry.name));
    let ours = ours.filter(|entry| endings.iter().any(|ending| entry.name.contains(ending)));
    Ok(ours.map(|entry| dir.join(entry.name)).collect())
}

impl Ring {
    /// Whom the owner is to others.
    pub fn card(&self) -> Card {
        self.keys.card(&self.book.name, self.book.recovery.as_deref(), self.book.recovery_turn)
    }

    pub fn own(&self) -> &Fingerprint {
        self.keys.fingerprint()
    }

    /// Keeps the keys under this passphrase. After an error one of the two files may still open with the one before.
    pub fn lock_with(&self, disk: &dyn Disk, passphrase: &Secret) -> Result<(), VaultError> {
        let bytes = self.keys.wrap(passphrase).ok_or(VaultError::NoRandomness)?;
        for ending in KEY_ENDINGS {
            self.put(disk, ending, &bytes)?;
        }
        Ok(())
    }

    /// Encrypts to the owner, to these colleagues and to the recovery recipients of all of them; `None` when the system gives
    /// no random numbers.
    pub fn seal<'a>(&self, text: &[u8], readers: impl Iterator<Item = &'a Card>) -> Option<Vec<u8>> {
        let mut to = BTreeSet::from([self.keys.identity().to_public().to_string()]);
        to.extend(self.book.recovery.clone());
        for card in readers {
            to.insert(card.recipient.clone());
            to.extend(card.recovery.clone());
        }
        let to: Vec<_> = to.iter().filter_map(|to| recipient(to)).collect();
        let sealed = seal::seal(text, to.iter().map(|to| to as &dyn age::Recipient))?;
        // A file that we could not open again would be lost without anybody knowing.
        (seal::open(&sealed, self.keys.identity()) == Opened::Text(text.to_vec())).then_some(sealed)
    }

    /// Takes in what another window or computer of the same person wrote in the book, and newer cards of who is known. Best
    /// effort: what cannot be read now is taken in another time.
    pub fn refresh(&mut self, disk: &dyn Disk) {
        if let Ok(Some(there)) = read_book(disk, &self.dir, &self.keys) {
            self.book.join(there);
        }
        if let Ok(cards) = all_cards(disk, &self.dir) {
            self.book.renew(cards.into_iter());
        }
    }

    /// Keeps the book as it is now. One of its two files is enough; the double is made good when it is opened next.
    pub fn keep_book(&self, disk: &dyn Disk) -> Result<(), VaultError> {
        let path = self.file(BOOK_ENDINGS[0]);
        let text = self.book.write(&self.keys).ok_or_else(|| VaultError::Damaged { path: path.clone() })?;
        let own = self.keys.identity().to_public();
        let recovery = self.book.recovery.as_deref().and_then(recipient);
        let to = std::iter::once(&own).chain(&recovery).map(|to| to as &dyn age::Recipient);
        let bytes = seal::seal(text.as_bytes(), to).ok_or(VaultError::NoRandomness)?;
        let [first, double] = BOOK_ENDINGS.map(|ending| self.put(disk, ending, &bytes));
        first.or(double)
    }

    /// The signed text of the book, to hold a later one against.
    pub fn book_text(&self) -> Option<String> {
        self.book.write(&self.keys)
    }

    /// Keeps the card as it is now.
    pub fn keep_card(&self, disk: &dyn Disk) -> Result<(), VaultError> {
        let text = ron::ser::to_string_pretty(&self.card(), ron::ser::PrettyConfig::new()).unwrap_or_default();
        self.put(disk, CARD_ENDING, text.as_bytes())
    }

    /// Lays somebody else's card beside one's own, unless it is there: comparing comes later.
    pub fn keep_card_of(&self, disk: &dyn Disk, card: &Card) -> Result<(), VaultError> {
        let Some(on) = Fingerprint::on(card) else { return Ok(()) };
        let path = self.dir.join(format!("{}{CARD_ENDING}", on.as_str()));
        if durable::read(disk, &path, LIMIT).is_ok() {
            return Ok(());
        }
        let text = ron::ser::to_string_pretty(card, ron::ser::PrettyConfig::new()).unwrap_or_default();
        durable::replace(disk, &path, text.as_bytes(), None)
    }

    /// Makes the doubles good after something was cut short. Only from the key file itself: its double may still be under the
    /// passphrase of before. Best effort: checking tells what is left.
    fn mend(&self, disk: &dyn Disk, opened: &Path, bytes: &[u8]) {
        let double = durable::read(disk, &self.file(KEY_ENDINGS[1]), LIMIT).ok();
        if opened == self.file(KEY_ENDINGS[0]) && double.as_deref() != Some(bytes) {
            let _ = self.put(disk, KEY_ENDINGS[1], bytes);
        }
        let [book, double] = BOOK_ENDINGS.map(|ending| durable::read(disk, &self.file(ending), LIMIT).ok());
        if book != double {
            let _ = self.keep_book(disk);
        }
        let card = durable::read_text(disk, &self.file(CARD_ENDING), LIMIT).ok();
        if card.and_then(|text| ron::from_str::<Card>(&text).ok()).is_none_or(|card| card != self.card()) {
            let _ = self.keep_card(disk);
        }
    }

    /// What is wrong with the owner's own files.
    pub fn verify(&self, disk: &dyn Disk) -> Option<VaultError> {
        let differs = |endings: [&str; 2]| {
            let [one, double] = endings.map(|ending| durable::read(disk, &self.file(ending), LIMIT));
            match (one, double) {
                (Ok(one), Ok(double)) if one == double => None,
                (Ok(_), Ok(_)) => Some(VaultError::Damaged { path: self.file(endings[1]) }),
                (Err(error), _) | (_, Err(error)) => Some(error),
            }
        };
        differs(KEY_ENDINGS).or_else(|| differs(BOOK_ENDINGS))
    }

    fn put(&self, disk: &dyn Disk, ending: &str, bytes: &[u8]) -> Result<(), VaultError> {
        let path = self.file(ending);
        let before = durable::read(disk, &path, LIMIT).ok();
        durable::replace(disk, &path, bytes, before.as_deref())
    }

    /// The same keys for the same name as long as the tests run, without a passphrase and without files.
    #[cfg(test)]
    pub fn of_tests(root: &Path, who: &'static str) -> Self {
        static KNOWN: std::sync::Mutex<std::collections::BTreeMap<&str, Keys>> =
            std::sync::Mutex::new(std::collections::BTreeMap::new());
        let keys = KNOWN.lock().unwrap().entry(who).or_insert_with(|| Keys::generate().unwrap()).twin();
        Self { book: Book { name: who.to_owned(), ..Book::default() }, ..Self::with_keys(root, keys) }
    }

    #[cfg(test)]
    pub fn with_keys(root: &Path, keys: Keys) -> Self {
        Self { dir: root.join(KEYS), keys, book: Book::default() }
    }

    fn file(&self, ending: &str) -> PathBuf {
        self.dir.join(format!("{}{ending}", self.own().as_str()))
    }
}
