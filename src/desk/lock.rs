//! Closing what lies on the desk: hidden while a conversation is silent, locked when nobody is there, and back at the same
//! place after the passphrase. Conversations that are not kept are here too, because locking would lose them.

use std::time::Duration;

use super::command::Job;
use super::notice::Notice;
use super::open::Saving;
use super::{Desk, Expected, View};
use crate::dossier::Now;
use crate::dossier::ids::{DossierId, Place, RunId};
use crate::paper;
use crate::plan::ActionPlan;
use crate::vault::{Found, Recovery};

/// After so long without a key, what can be read is hidden: any key brings it back.
const HIDE: Duration = Duration::from_mins(5);

#[derive(Debug, Default)]
pub(super) struct Lock {
    /// Nothing can be read, and any key brings it back.
    pub hidden: bool,
    /// Locked as soon as what is on its way to the disk has arrived.
    wanted: bool,
    bookmark: Option<Bookmark>,
    setup: Setup,
    /// Whoever asked to leave a conversation that is not kept was told once what that means.
    leaving: bool,
}

/// Where the two at the table were; names of places, and nothing that was said.
#[derive(Debug)]
struct Bookmark {
    dossier: DossierId,
    run: Option<RunId>,
    at: Option<Place>,
    view: View,
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
        self.lock.hidden
    }

    #[must_use]
    pub fn setup(&self) -> &Setup {
        &self.lock.setup
    }

    /// Whether a folder with dossiers is open, so that there is something to lock.
    #[must_use]
    pub fn has_vault(&self) -> bool {
        !matches!(self.view, View::Start | View::Setup | View::Unlock)
    }

    /// When the window should look again whether somebody is still there.
    #[must_use]
    pub fn patience(&self) -> Duration {
        if self.open.is_some() { HIDE } else { self.organisation().rest.elsewhere() }
    }

    /// Shows the screen for making keys.
    pub(super) fn begin_setup(&mut self, joins: bool) {
        self.lock.setup = Setup { joins, ..Setup::default() };
        self.view = View::Setup;
    }

    pub(super) fn closed(&mut self, found: Found) {
        self.lock.setup = Setup { encrypts: found == Found::Unencrypted, ..Setup::default() };
        self.view = if found == Found::Unencrypted { View::Setup } else { View::Unlock };
    }

    /// Makes the sheet that holds a new recovery key, and remembers to whom the vault is then encrypted too.
    pub(super) fn recovery_made(&mut self, recovery: &Recovery, now: Now) -> Vec<Job> {
        let sheet = paper::recovery_sheet(&self.texts, recovery.secret.reveal(), now.today());
        let Ok(bytes) = paper::render(&sheet) else {
            self.tell(Notice::trouble("plan-not-made"));
            return Vec::new();
        };
        self.lock.setup.recovery = Some(recovery.recipient.clone());
        let name = format!("{} {}.pdf", self.texts.say("recovery-file-name"), now.today());
        vec![Job::ViewSheet { name, bytes }]
    }

    /// A conversation has silences: with a client at the table what is said is hidden first, and locked much later.
    pub(super) fn idle(&mut self, idle: Duration) -> Vec<Job> {
        if !self.has_vault() {
            return Vec::new();
        }
        let rest = &self.library.organisation().rest;
        let limit = if self.open.is_some() { rest.at_the_table() } else { rest.elsewhere() };
        if idle >= limit {
            return self.lock_up();
        }
        self.lock.hidden |= self.open.is_some() && idle >= HIDE.min(limit);
        Vec::new()
    }

    /// Locks now, or as soon as what was said is safe.
    pub(super) fn lock_up(&mut self) -> Vec<Job> {
        if !self.has_vault() {
            return Vec::new();
        }
        // What cannot be kept would be lost with the lock, so that it can only be hidden.
        let unsafe_yet = self.open.as_ref().is_some_and(|open| !open.stored || open.saving == Saving::Busy);
        if unsafe_yet {
            self.lock.hidden = true;
            self.lock.wanted = !self.is_unstored();
            return Vec::new();
        }
        if self.open.as_ref().is_some_and(|open| open.saving == Saving::Failed && open.returned.is_some()) {
            self.lock.hidden = true;
            return Vec::new();
        }
        self.lock.wanted = false;
        self.lock.hidden = false;
        self.lock.bookmark = self.open.take().map(|open| Bookmark {
            dossier: open.dossier.id.clone(),
            run: open.run,
            at: open.at,
            view: self.view,
        });
        self.clients = Vec::new();
        self.expected = None;
        self.plan = ActionPlan::default();
        self.sheet = None;
        self.notices = Vec::new();
        self.findings = None;
        self.view = View::Unlock;
        vec![Job::Lock]
    }

    pub(super) fn lock_when_saved(&mut self) -> Vec<Job> {
        if self.lock.wanted { self.lock_up() } else { Vec::new() }
    }

    /// After the passphrase: the dossier that lay open is asked for again.
    pub(super) fn back_to_bookmark(&mut self) -> Vec<Job> {
        match &self.lock.bookmark {
            Some(bookmark) => {
                let dossier = bookmark.dossier.clone();
                self.ask(Job::Load(dossier))
            }
            None => Vec::new(),
        }
    }

    /// The dossier is there again: the same run, the same step, the same screen.
    pub(super) fn look_where_we_were(&mut self, now: Now) {
        let Some(bookmark) = self.lock.bookmark.take() else { return };
        let Some(open) = self.open.as_mut().filter(|open| open.dossier.id == bookmark.dossier) else { return };
        if let Some(run) = bookmark.run {
            open.resume(run, &self.library);
            open.at = bookmark.at.filter(|at| open.walk.stop(at).is_some());
            self.view = bookmark.view;
        }
        self.draw_plan(now);
    }

    /// Whether the conversation that lies open is not kept.
    pub(super) fn is_unstored(&self) -> bool {
        self.open.as_ref().is_some_and(|open| !open.stored)
    }

    pub(super) fn new_unstored(&mut self, name: &str) -> Vec<Job> {
        let Some(named) = self.named(name, "") else { return Vec::new() };
        self.expected = Some(Expected { named, guide: None });
        self.lock.leaving = false;
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
        self.view = View::Clients;
        vec![Job::ForgetUnstored]
    }
}
