//! A disk in memory whose power can be cut. Every change is logged, and after any of them it tells what a cut may leave.
//!
//! Harder on the vault than common file systems are: what was not flushed may be lost, kept or torn, names may reach the
//! disk in another order than they were made in, and a new name may be there before the bytes of its file. Only what was
//! flushed is sure, the bytes of a file by `sync` and the names in a folder by `sync_entry`. One name changes in one step.

use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::super::disk::{Disk, Entry, EntryKind, NewFile};
use super::super::names;

const SECTOR: usize = 512;
/// So many unflushed names are tried in every combination; of more, [`SAMPLES`] combinations.
const ALL: usize = 6;
const SAMPLES: usize = 64;

type Bytes = Arc<[u8]>;
/// By whole path. Paths compare by their parts, so `/vault/.` is `/vault`.
type Names = BTreeMap<PathBuf, Node>;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Node {
    Folder,
    /// By number; two names may have one file.
    File(usize),
}

enum Op {
    Make(PathBuf, Node),
    /// All that the file holds from here on.
    Write(usize, Bytes),
    Sync(usize),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
    SyncFolder(PathBuf),
}

/// How a disk may be worse than promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    ForgetsNames,
    ForgetsBytes,
    /// Renames by copying over the old file.
    Copies,
}

/// Chance that falls the same way each time: xorshift.
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// One of `0..sides`; 0 when there are none.
    pub fn below(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides.max(1)
    }
}

#[derive(Clone)]
struct Contents {
    flushed: Bytes,
    /// As programs see it. The same allocation as `flushed` when there is nothing to flush.
    cached: Bytes,
}

impl Contents {
    fn is_flushed(&self) -> bool {
        Arc::ptr_eq(&self.flushed, &self.cached)
    }

    /// What a cut leaves. The first three rounds are the plain ways, one each; the others are as the dice fall.
    fn left(&self, round: usize, dice: &mut Dice) -> Bytes {
        let (old, new) = (&self.flushed, &self.cached);
        if self.is_flushed() {
            return new.clone();
        }
        match if round < 3 { round } else { dice.below(9) } {
            0 => old.clone(),
            1 => new.clone(),
            2 => vec![0; new.len()].into(),
            3..6 => new[..dice.below(new.len())].into(),
            _ => {
                let mut torn = new.to_vec();
                for (number, sector) in torn.chunks_mut(SECTOR).enumerate() {
                    if dice.below(2) == 0 {
                        let old = old.get(number * SECTOR..).unwrap_or_default();
                        let kept = old.len().min(sector.len());
                        sector.fill(0);
                        sector[..kept].copy_from_slice(&old[..kept]);
                    }
                }
                torn.into()
            }
        }
    }
}

/// The plates and what the system has in memory of them.
#[derive(Clone)]
struct Medium {
    files: Vec<Contents>,
    /// As programs see them.
    names: Names,
    flushed: Names,
    /// Changes to names since, in order: what the name stands for, or that it is gone.
    pending: Vec<(PathBuf, Option<Node>)>,
}

fn put(names: &mut Names, path: &Path, node: Option<Node>) {
    match node {
        Some(node) => names.insert(path.to_owned(), node),
        None => names.remove(path),
    };
}

impl Medium {
    fn empty() -> Self {
        let names = Names::from([(PathBuf::from("/"), Node::Folder)]);
        Self { files: Vec::new(), flushed: names.clone(), names, pending: Vec::new() }
    }

    fn name(&mut self, path: &Path, node: Option<Node>) {
        put(&mut self.names, path, node);
        self.pending.push((path.to_owned(), node));
    }

    fn apply(&mut self, op: &Op) {
        match op {
            Op::Make(path, node) => {
                if let Node::File(_) = node {
                    let nothing = Bytes::from([]);
                    self.files.push(Contents { flushed: nothing.clone(), cached: nothing });
                }
                self.name(path, Some(*node));
            }
            Op::Write(file, bytes) => self.files[*file].cached = bytes.clone(),
            Op::Sync(file) => self.files[*file].flushed = self.files[*file].cached.clone(),
            // Two changes: a cut between them may leave both names.
            Op::Rename(from, to) => {
                self.name(to, self.names.get(from).copied());
                self.name(from, None);
            }
            Op::Remove(path) => self.name(path, None),
            Op::SyncFolder(folder) => {
                let is_inside = |(path, _): &(PathBuf, Option<Node>)| path.parent() == Some(folder.as_path());
                let (done, pending): (Vec<_>, _) = std::mem::take(&mut self.pending).into_iter().partition(is_inside);
                self.pending = pending;
                for (path, node) in done {
                    put(&mut self.flushed, &path, node);
                }
            }
        }
    }

    /// Which of the pending changes a cut may leave: all combinations, or a journal cut short and loose changes in turn.
    fn choices(&self, dice: &mut Dice) -> Vec<Vec<bool>> {
        let count = self.pending.len();
        if count <= ALL {
            return (0..1 << count).map(|bits| (0..count).map(|at| bits >> at & 1 == 1).collect()).collect();
        }
        let loose = |dice: &mut Dice| (0..count).map(|_| dice.below(2) == 1).collect();
        (0..SAMPLES).map(|round| if round % 2 == 0 { self.journal(dice) } else { loose(dice) }).collect()
    }

    /// Of each folder the first few changes.
    fn journal(&self, dice: &mut Dice) -> Vec<bool> {
        let mut room: BTreeMap<Option<&Path>, usize> = BTreeMap::new();
        for (path, _) in &self.pending {
            *room.entry(path.parent()).or_default() += 1;
        }
        for room in room.values_mut() {
            *room = dice.below(*room + 1);
        }
        let kept = self.pending.iter().map(|(path, _)| {
            let room = room.entry(path.parent()).or_default();
            let kept = *room > 0;
            *room = room.saturating_sub(1);
            kept
        });
        kept.collect()
    }

    /// The names that are found when the power is back.
    fn names_left(&self, kept: &[bool]) -> Names {
        let mut there = self.flushed.clone();
        for ((path, node), _) in self.pending.iter().zip(kept).filter(|(_, kept)| **kept) {
            put(&mut there, path, *node);
        }
        // With a folder everything in it is lost.
        let is_reached = |path: &Path| path.ancestors().skip(1).all(|folder| there.get(folder) == Some(&Node::Folder));
        there.iter().filter(|(path, _)| is_reached(path)).map(|(path, node)| (path.clone(), *node)).collect()
    }

    /// Whether all that these names stand for is sure.
    fn is_flushed(&self, names: &Names) -> bool {
        names.values().all(|node| match node {
            Node::Folder => true,
            Node::File(file) => self.files[*file].is_flushed(),
        })
    }

    /// What stands under these names when the power is back.
    fn left(&self, names: &Names, round: usize, dice: &mut Dice) -> Self {
        let files = self.files.iter().map(|file| {
            let left = file.left(round, dice);
            Contents { flushed: left.clone(), cached: left }
        });
        Self { files: files.collect(), flushed: names.clone(), names: names.clone(), pending: Vec::new() }
    }

    /// Equal for what programs cannot tell apart; with `temporary` false, the vault neither.
    fn fingerprint(&self, temporary: bool) -> u64 {
        let mut hasher = DefaultHasher::new();
        for (path, node) in &self.names {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if !temporary && names::is_temporary(name) {
                continue;
            }
            path.hash(&mut hasher);
            match node {
                Node::Folder => hasher.write_u8(0),
                Node::File(file) => self.files[*file].cached.hash(&mut hasher),
            }
        }
        hasher.finish()
    }
}

struct State {
    start: Medium,
    log: Vec<Arc<Op>>,
    now: Medium,
    flaw: Option<Flaw>,
    age: Duration,
}

impl State {
    fn carry_out(&mut self, op: Op) {
        self.now.apply(&op);
        self.log.push(Arc::new(op));
    }

    fn node(&self, path: &Path) -> io::Result<Node> {
        self.now.names.get(path).copied().ok_or_else(|| ErrorKind::NotFound.into())
    }

    fn file(&self, path: &Path) -> io::Result<usize> {
        match self.node(path)? {
            Node::File(file) => Ok(file),
            Node::Folder => Err(ErrorKind::InvalidInput.into()),
        }
    }

    fn folder_of(&self, path: &Path) -> io::Result<PathBuf> {
        let folder = path.parent().unwrap_or(path);
        if self.node(folder)? == Node::Folder { Ok(folder.to_owned()) } else { Err(ErrorKind::NotADirectory.into()) }
    }

    fn make(&mut self, path: &Path, node: Node) -> io::Result<()> {
        self.folder_of(path)?;
        if self.now.names.contains_key(path) {
            return Err(ErrorKind::AlreadyExists.into());
        }
        self.carry_out(Op::Make(path.to_owned(), node));
        Ok(())
    }

    /// Flushed on the way, as careful copying is; still not one step.
    fn copy_over(&mut self, from: usize, to: &Path) -> io::Result<()> {
        if !self.now.names.contains_key(to) {
            self.make(to, Node::File(self.now.files.len()))?;
        }
        let target = self.file(to)?;
        self.carry_out(Op::Write(target, self.now.files[from].cached.clone()));
        self.carry_out(Op::Sync(target));
        Ok(())
    }
}

/// What a power cut left, once for each operation it may have followed.
pub struct Cut {
    /// So many operations had been done.
    pub after: usize,
    pub disk: SimDisk,
    /// Equal for equal states.
    pub fingerprint: u64,
    /// Equal for states that differ in temporary files only.
    pub seen_by_the_vault: u64,
}

/// Clones are the same disk.
#[derive(Clone)]
pub struct SimDisk(Arc<Mutex<State>>);

impl SimDisk {
    pub fn new(flaw: Option<Flaw>) -> Self {
        Self::with(Medium::empty(), flaw, Duration::ZERO)
    }

    fn with(now: Medium, flaw: Option<Flaw>, age: Duration) -> Self {
        Self(Arc::new(Mutex::new(State { start: now.clone(), log: Vec::new(), now, flaw, age })))
    }

    /// How many operations were done.
    pub fn operations(&self) -> usize {
        self.0.lock().unwrap().log.len()
    }

    /// The same disk had the program been killed after so many operations. Nothing is lost by that, and nothing flushed.
    pub fn as_it_was(&self, operations: usize) -> Self {
        let state = self.0.lock().unwrap();
        let log = state.log[..operations].to_vec();
        let mut now = state.start.clone();
        for op in &log {
            now.apply(op);
        }
        Self(Arc::new(Mutex::new(State { start: state.start.clone(), log, now, flaw: state.flaw, age: state.age })))
    }

    /// Cuts the power after operation `from` and after each later one, in every way or in many; of each way that contents
    /// may be torn, `rounds` tries.
    pub fn cuts(&self, from: usize, rounds: usize, dice: &mut Dice, mut each: impl FnMut(&Cut)) {
        let (mut medium, log) = {
            let state = self.0.lock().unwrap();
            (state.start.clone(), state.log.clone())
        };
        for after in 0..=log.len() {
            if let Some(op) = after.checked_sub(1).and_then(|last| log.get(last)) {
                medium.apply(op);
            }
            if after < from {
                continue;
            }
            let mut met = BTreeSet::new();
            for kept in medium.choices(dice) {
                let names = medium.names_left(&kept);
                for round in 0..if medium.is_flushed(&names) { 1 } else { rounds } {
                    let left = medium.left(&names, round, dice);
                    let fingerprint = left.fingerprint(true);
                    if met.insert(fingerprint) {
                        let seen_by_the_vault = left.fingerprint(false);
                        // The next sitting is at once, or after the weekend.
                        let age = Duration::from_hours(if dice.below(2) == 0 { 0 } else { 60 });
                        each(&Cut { after, disk: Self::with(left, None, age), fingerprint, seen_by_the_vault });
                    }
                }
            }
        }
    }
}

struct SimFile(SimDisk, usize);

impl NewFile for SimFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut state = self.0.0.lock().unwrap();
        let all = [&*state.now.files[self.1].cached, bytes].concat();
        state.carry_out(Op::Write(self.1, all.into()));
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut state = self.0.0.lock().unwrap();
        if state.flaw != Some(Flaw::ForgetsBytes) {
            state.carry_out(Op::Sync(self.1));
        }
        Ok(())
    }
}

impl Disk for SimDisk {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let mut state = self.0.lock().unwrap();
        let number = state.now.files.len();
        state.make(path, Node::File(number))?;
        Ok(Box::new(SimFile(self.clone(), number)))
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let state = self.0.lock().unwrap();
        let bytes = &state.now.files[state.file(path)?].cached;
        if bytes.len() as u64 > limit { Err(ErrorKind::FileTooLarge.into()) } else { Ok(bytes.to_vec()) }
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.0.lock().unwrap();
        let file = state.file(from)?;
        assert_eq!(from.parent(), to.parent(), "which folder would have to be flushed?");
        if state.flaw == Some(Flaw::Copies) {
            state.copy_over(file, to)?;
            state.carry_out(Op::Remove(from.to_owned()));
        } else {
            state.carry_out(Op::Rename(from.to_owned(), to.to_owned()));
        }
        Ok(())
    }

    fn sync_entry(&self, path: &Path) -> io::Result<()> {
        let mut state = self.0.lock().unwrap();
        let folder = state.folder_of(path)?;
        if state.flaw != Some(Flaw::ForgetsNames) {
            state.carry_out(Op::SyncFolder(folder));
        }
        Ok(())
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.0.lock().unwrap().make(path, Node::Folder)
    }

    fn remove_file(&self, path: &Path) -> io::Result<()> {
        let mut state = self.0.lock().unwrap();
        state.file(path)?;
        state.carry_out(Op::Remove(path.to_owned()));
        Ok(())
    }

    fn remove_dir(&self, path: &Path) -> io::Result<()> {
        self.remove_file(path)
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<Entry>> {
        let state = self.0.lock().unwrap();
        if state.node(dir)? != Node::Folder {
            return Err(ErrorKind::NotADirectory.into());
        }
        let inside = state.now.names.iter().filter(|(path, _)| path.parent() == Some(dir));
        let entries = inside.filter_map(|(path, node)| {
            let name = path.file_name()?.to_str()?.to_owned();
            let kind = if *node == Node::Folder { EntryKind::Folder } else { EntryKind::File };
            Some(Entry { name, kind, age: Some(state.age) })
        });
        Ok(entries.collect())
    }

    fn is_dir(&self, path: &Path) -> io::Result<bool> {
        Ok(self.0.lock().unwrap().now.names.get(path) == Some(&Node::Folder))
    }
}
