//! Closing what lies on the desk: hidden while a conversation is silent, locked when nobody is there, and back at the same
//! place after the passphrase. Conversations that are not kept are here too, because locking would lose them.

use std::time::Duration;

use super::command::{Job, Reply};
use super::notice::Notice;
use super::open::{OpenDossier, Returned, Saving};
use super::{Desk, Expected, Team, View};
use crate::dossier::ids::{DossierId, Place, RunId};
use crate::dossier::{Card, Now};
use crate::paper;
use crate::plan::ActionPlan;
use crate::vault::{Found, Recovery};

/// After so long without a key, what can be read is hidden: any key brings it back.
const HIDE: Duration = Duration::from_mins(5);

#[derive(Debug, Default)]
pub(super) struct Lock {
    cover: Cover,
    /// Locked, and replies may still come to what was asked before: they are no longer wanted.
    stale: bool,
    bookmark: Option<Bookmark>,
    setup: Setup,
    /// The recipient of a recovery sheet that is on its way to the viewer.
    sheet: Option<String>,
    /// Whoever asked to leave a conversation that is not kept was told once what that means.
    pub leaving: bool,
}

/// What lies over the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Cover {
    #[default]
    None,
    /// Nothing can be read, and any key brings it back.
    Silence,
    /// Locked as soon as what is on its way to the disk has arrived; no key brings it back before.
    Locking,
}

/// Where the two at the table were.
#[derive(Debug)]
struct Bookmark {
    /// Who had the vault open: it is nobody else's place.
    own: Option<Card>,
    place: Kept,
    view: View,
}

#[derive(Debug)]
enum Kept {
    /// Names of places, and nothing that was said; but what could not be saved is nowhere else.
    Stored { dossier: DossierId, run: Option<RunId>, at: Option<Place>, returned: Option<Box<Returned>> },
    /// A conversation that is kept nowhere would be lost with the lock, so that it waits behind it.
    Unstored(Box<OpenDossier>),
}

/// What the screen for making keys is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Setup {
    /// Dossiers from before encryption lie there already.
    pub encrypts: bool,
    /// Colleagues have keys there already.
    pub joins: bool,
    /// The recipient of a recovery sheet that was shown.
    pub recovery: Option<String>,
}

impl Desk {
    /// Nothing can be read now; any key brings it back.
    #[must_use]
    pub fn is_hidden(&self) -> bool {
        self.lock.cover != Cover::None
    }

    #[must_use]
    pub fn setup(&self) -> &Setup {
        &self.lock.setup
    }

    /// A recovery sheet was put to use, or not wanted: the next one is another.
    pub(super) fn forget_sheet(&mut self) {
        self.lock.setup.recovery = None;
    }

    /// Whether a folder with dossiers is open, so that there is something to lock.
    #[must_use]
    pub fn has_vault(&self) -> bool {
        !matches!(self.view, View::Start | View::Setup | View::Unlock)
    }

    /// When the window should look again whether somebody is still there.
    #[must_use]
    pub fn patience(&self) -> Duration {
        if self.open.is_some() { HIDE.min(self.limit()) } else { self.limit() }
    }

    fn limit(&self) -> Duration {
        let rest = self.library.organisation().rest;
        if self.open.is_some() { rest.at_the_table() } else { rest.elsewhere() }
    }

    /// Shows the screen for making keys.
    pub(super) fn begin_setup(&mut self, joins: bool) {
        self.lock.setup = Setup { joins, ..Setup::default() };
        self.view = View::Setup;
    }

    pub(super) fn closed(&mut self, found: Found) {
        let encrypts = matches!(found, Found::Unencrypted | Found::Encrypting);
        self.lock.setup = Setup { encrypts, ..Setup::default() };
        self.view = if encrypts { View::Setup } else { View::Unlock };
    }

    /// Makes the sheet that holds a new recovery key, and remembers to whom the vault is then encrypted too.
    pub(super) fn recovery_made(&mut self, recovery: &Recovery, now: Now) -> Vec<Job> {
        let sheet = paper::recovery_sheet(&self.texts, recovery.secret.reveal(), now.today());
        let Ok(bytes) = paper::render(&sheet) else { return self.not_made() };
        self.lock.sheet = Some(recovery.recipient.clone());
        let name = format!("{} {}.pdf", self.texts.say("recovery-file-name"), now.today());
        vec![Job::ViewSheet { name, bytes }]
    }

    /// The viewer has it: only now the vault may lean on that sheet.
    pub(super) fn sheet_shown(&mut self) {
        if let Some(recipient) = self.lock.sheet.take() {
            self.lock.setup.recovery = Some(recipient);
        }
        self.tell(Notice::done("sheet-shown"));
    }

    /// The sheet could not be shown: nobody has it.
    pub(super) fn lock_forgets_sheet(&mut self) {
        self.lock.sheet = None;
    }

    /// A conversation has silences: with a client at the table what is said is hidden first, and locked much later.
    pub(super) fn idle(&mut self, idle: Duration, now: Now) -> Vec<Job> {
        if !self.has_vault() {
            return Vec::new();
        }
        if idle >= self.limit() {
            return self.lock_up(now);
        }
        if self.lock.cover == Cover::None && self.open.is_some() && idle >= self.patience() {
            self.lock.cover = Cover::Silence;
        }
        Vec::new()
    }

    pub(super) fn awake(&mut self) {
        if self.lock.cover == Cover::Silence {
            self.lock.cover = Cover::None;
        }
    }

    /// Locks now, or as soon as what was said is safe.
    pub(super) fn lock_up(&mut self, now: Now) -> Vec<Job> {
        if !self.has_vault() {
            return Vec::new();
        }
        // An answer that waits for a word was given all the same.
        let mut jobs = self.settle(true, now);
        if self.open.as_ref().is_some_and(|open| open.stored && open.saving == Saving::Busy) {
            self.lock.cover = Cover::Locking;
            return jobs;
        }
        self.lock.cover = Cover::None;
        self.lock.stale = true;
        self.set_bookmark();
        self.clients = Vec::new();
        self.team = Team::default();
        self.missing = Vec::new();
        self.expected = None;
        self.plan = ActionPlan::default();
        self.sheet = None;
        self.handover = None;
        self.notices = Vec::new();
        self.findings = None;
        self.view = View::Unlock;
        jobs.extend([Job::Lock, Job::PutAway]);
        jobs
    }

    /// Closes the dossier, and remembers where the two were looking.
    pub(super) fn set_bookmark(&mut self) {
        let (own, view) = (self.team.own.clone(), self.view);
        self.lock.bookmark = self.open.take().map(|open| {
            let place = if open.stored {
                let OpenDossier { dossier, run, at, returned, .. } = open;
                Kept::Stored { dossier: dossier.id, run, at, returned: returned.map(Box::new) }
            } else {
                Kept::Unstored(Box::new(open))
            };
            Bookmark { own, place, view }
        });
    }

    /// The keys are forgotten.
    pub(super) fn locked(&mut self) {
        self.lock.stale = false;
    }

    /// Whether this reply belongs to what was asked before locking, or to a screen that is closed.
    pub(super) fn is_unwanted(&self, reply: &Reply) -> bool {
        let always = matches!(reply, Reply::Kept { .. } | Reply::NotKept { .. } | Reply::Locked);
        let opens = matches!(
            reply,
            Reply::VaultOpened(_)
                | Reply::NoVault
                | Reply::Closed(_)
                | Reply::RecoveryMade(_)
                | Reply::SheetShown
                | Reply::Failed(_)
        );
        !always && (self.lock.stale || (self.view == View::Unlock && !opens))
    }

    pub(super) fn lock_when_saved(&mut self, now: Now) -> Vec<Job> {
        if self.lock.cover == Cover::Locking { self.lock_up(now) } else { Vec::new() }
    }

    /// After the passphrase: the dossier that lay open is asked for again.
    pub(super) fn back_to_bookmark(&mut self, now: Now) -> Vec<Job> {
        // A colleague who opens the vault with another passphrase is no guest at this table.
        let key = |card: &Option<Card>| card.as_ref().map(|card| card.key.clone());
        let same = self.lock.bookmark.as_ref().is_some_and(|bookmark| key(&bookmark.own) == key(&self.team.own));
        match self.lock.bookmark.take_if(|bookmark| !same || matches!(bookmark.place, Kept::Unstored(_))) {
            Some(Bookmark { place: Kept::Unstored(open), view, .. }) if same => {
                self.open = Some(*open);
                self.view = view;
                self.draw_plan(now);
                Vec::new()
            }
            Some(_) => vec![Job::ForgetUnstored],
            None => match &self.lock.bookmark {
                Some(Bookmark { place: Kept::Stored { dossier, .. }, .. }) => {
                    let dossier = dossier.clone();
                    self.ask(Job::Load(dossier))
                }
                _ => Vec::new(),
            },
        }
    }

    /// The dossier is there again: the same run, the same step, the same screen.
    pub(super) fn look_where_we_were(&mut self, now: Now) {
        let Some(Bookmark { place: Kept::Stored { dossier, run, at, returned }, view, .. }) = self.lock.bookmark.take()
        else {
            return;
        };
        let Some(open) = self.open.as_mut().filter(|open| open.dossier.id == dossier) else { return };
        if let Some(run) = run {
            open.resume(run, &self.library);
            open.at = at.filter(|at| open.walk.stop(at).is_some());
            open.returned = returned.map(|returned| *returned);
            self.view = view;
        }
        self.draw_plan(now);
    }

    /// Whether the conversation that lies open is not kept.
    pub(super) fn is_unstored(&self) -> bool {
        self.open.as_ref().is_some_and(|open| !open.stored)
    }

    pub(super) fn new_unstored(&mut self, name: &str) -> Vec<Job> {
        let Some(named) = self.named(name, "") else { return Vec::new() };
        self.expected = Some(Expected { named, guide: None, stored: false });
        self.ask(Job::CreateUnstored)
    }

    /// The first time it is told what leaving means; the second time it is done.
    pub(super) fn leave_unstored(&mut self) -> Vec<Job> {
        if !std::mem::replace(&mut self.lock.leaving, true) {
            self.tell(Notice::trouble("unstored-leaving"));
            return Vec::new();
        }
        self.notices.retain(|notice| notice.key != "unstored-leaving");
        self.open = None;
        self.sheet = None;
        self.handover = None;
        self.view = View::Clients;
        vec![Job::ForgetUnstored]
    }
}
