//! What comes back from work off the frame, and what it changes on the desk.

use super::clients::ClientLine;
use super::command::{ClientFile, Job, Opened, Reply, Trouble};
use super::notice::Notice;
use super::open::{OpenDossier, Saving};
use super::{Desk, Expected, GuideFindings, View};
use crate::dossier::Dossier;
use crate::dossier::Now;
use crate::dossier::event::{Happening, Paper, PaperMade, Route};
use crate::dossier::ids::{DossierId, EventId, SegmentId};
use crate::guide::{Guide, LayerFile, Level, Organisation, Origin};
use crate::plan::next_number;
use crate::review::review;

impl Desk {
    pub(super) fn reply(&mut self, reply: Reply, now: Now) -> Vec<Job> {
        if !matches!(reply, Reply::Kept { .. } | Reply::NotKept { .. }) {
            self.busy = false;
        }
        if self.is_unwanted(&reply) {
            return Vec::new();
        }
        match reply {
            Reply::Locked => self.locked(),
            Reply::VaultOpened(opened) => return self.vault_opened(*opened, now),
            Reply::NoVault => self.view = View::Start,
            Reply::Closed(found) => self.closed(found),
            Reply::RecoveryMade(recovery) => return self.recovery_made(&recovery, now),
            Reply::SheetShown => self.sheet_shown(),
            Reply::Created { dossier, segment, stored } => return self.created(dossier, segment, stored, now),
            Reply::Loaded { file, segment, guides, readers, erased } => {
                if erased {
                    self.tell(Notice::done("answer-erased"));
                }
                self.loaded(file, segment, &guides, now);
                if let Some(open) = &mut self.open {
                    open.readers = readers;
                }
            }
            Reply::Destroyed(dossier) => self.destroyed(&dossier),
            Reply::Kept { events, waiting } => {
                self.waiting(waiting);
                if let Some(open) = &mut self.open {
                    open.kept(&events, now);
                    self.notices.retain(|notice| !notice.key.starts_with("vault-"));
                    if self.view == View::Clients && open.saving != Saving::Busy {
                        self.open = None;
                    }
                }
                return self.lock_when_saved(now);
            }
            Reply::NotKept { events, why } => {
                self.not_kept(&events, &why, now);
                // What could not be saved goes along behind the lock, and is there again after it.
                return self.lock_when_saved(now);
            }
            Reply::PlanSaved { path } => {
                self.tell(Notice::done("plan-saved").about(path.display().to_string()));
                return self.paper_made(now);
            }
            Reply::PlanShown => {
                self.tell(Notice::done("plan-shown"));
                return self.paper_made(now);
            }
            Reply::Cancelled { at_once: true } => self.tell(Notice::trouble("dialog-closed-at-once")),
            Reply::Cancelled { at_once: false } => {}
            Reply::GuideRead { name, text } => return self.guide_read(name, &text),
            Reply::Failed(trouble) => {
                self.expected = None;
                self.lock_forgets_sheet();
                self.tell(Notice::from(&trouble));
            }
        }
        Vec::new()
    }

    /// The organisation file of a vault, with the logo beside it.
    fn serve(&mut self, organisation: Option<&str>, logo: Result<Option<Vec<u8>>, Trouble>) {
        let mut organisation = match organisation.map(Organisation::parse) {
            Some(Ok(organisation)) => organisation,
            Some(Err(_)) => return self.tell(Notice::trouble("organisation-unreadable")),
            None => return,
        };
        if organisation.wants_logo() {
            match logo {
                Ok(Some(png)) if organisation.set_logo(&png).is_ok() => {}
                Ok(None) => self.tell(Notice::trouble("logo-missing")),
                Ok(Some(_)) | Err(_) => self.tell(Notice::trouble("logo-unusable")),
            }
        }
        self.library.serve(organisation);
    }

    /// Guides and layers of a vault.
    fn at_hand(&mut self, guides: &[String], layers: &[String]) {
        for text in guides {
            // A pinned guide passed the check when it was pinned; one that no longer does simply is not there.
            let _ = self.library.add_pinned(text);
        }
        for text in layers {
            if self.library.add_layer(text).is_err() {
                self.tell(Notice::trouble("layer-unusable"));
            }
        }
    }

    /// Tells once that answers wait on this computer, and once that they no longer do.
    fn waiting(&mut self, waiting: bool) {
        let told = self.notices.iter().any(|notice| notice.key == "outbox-waiting");
        if waiting {
            self.tell(Notice::trouble("outbox-waiting"));
        } else if told {
            self.notices.retain(|notice| notice.key != "outbox-waiting");
            self.tell(Notice::done("outbox-delivered"));
        }
    }

    fn vault_opened(&mut self, opened: Opened, now: Now) -> Vec<Job> {
        self.at_hand(&opened.guides, &opened.layers);
        self.serve(opened.organisation.as_deref(), opened.logo);
        self.team = opened.team;
        self.forget_sheet();
        self.missing = opened.missing;
        self.demonstration = opened.demonstration;
        self.notices.retain(|notice| !notice.key.starts_with("vault-"));
        self.list(opened.clients, opened.also_open);
        self.waiting(opened.waiting);
        if let Some(done) = opened.done {
            self.notices.retain(|notice| !notice.key.starts_with("team-"));
            self.tell(done);
        }
        self.back_to_bookmark(now)
    }

    fn list(&mut self, files: Vec<ClientFile>, also_open: bool) {
        self.also_open = also_open;
        self.clients = files
            .into_iter()
            .map(|file| {
                let trouble = file.trouble.iter().map(|trouble| trouble.key.clone()).collect();
                ClientLine::of(&self.library, &Dossier::from_events(file.dossier, file.events), trouble)
            })
            .collect();
        self.sort_clients();
        self.view = View::Clients;
    }

    fn created(&mut self, dossier: DossierId, segment: SegmentId, stored: bool, now: Now) -> Vec<Job> {
        let Some(Expected { named, guide, .. }) = self.expected.take_if(|expected| expected.stored == stored) else {
            return Vec::new();
        };
        let mut open = OpenDossier::new(Dossier::from_events(dossier, Vec::new()), segment, &self.library);
        open.stored = stored;
        self.open = Some(open);
        self.view = View::Dossier;
        let mut jobs = self.record(vec![Happening::ClientNamed(named)], now);
        if let Some(guide) = guide {
            jobs.extend(self.begin(&guide, Route::Core, now));
        }
        jobs
    }

    fn loaded(&mut self, file: ClientFile, segment: SegmentId, guides: &[String], now: Now) {
        for text in guides {
            let _ = self.library.add_pinned(text);
        }
        for notice in Notice::of_each_kind(&file.trouble) {
            self.tell(notice);
        }
        self.open = Some(OpenDossier::new(Dossier::from_events(file.dossier, file.events), segment, &self.library));
        self.view = View::Dossier;
        self.draw_plan(now);
        self.look_where_we_were(now);
    }

    fn not_kept(&mut self, events: &[EventId], why: &Trouble, now: Now) {
        self.tell(Notice::from(why));
        let Some(open) = &mut self.open else { return };
        open.not_kept(events, &self.library);

        if open.run.is_some() {
            self.view = View::Walk;
        }
        self.draw_plan(now);
    }

    fn paper_made(&mut self, now: Now) -> Vec<Job> {
        let Some(open) = &self.open else { return Vec::new() };
        let made = PaperMade { paper: Paper::Plan, number: next_number(&open.dossier, Paper::Plan) };
        self.record(vec![Happening::PaperMade(made)], now)
    }

    /// A guide or a layer that was opened from a file: installed when it has no faults, its findings shown when it has.
    fn guide_read(&mut self, file: String, text: &str) -> Vec<Job> {
        self.view = View::Guides;
        // Walked on a library of its own: a guide that strands people is told before it is installed.
        let mut with = self.library.clone();
        let (mut findings, added) = if LayerFile::is_meant_by(text) {
            (LayerFile::lay(text, &self.library).findings, with.add_layer(text))
        } else {
            let known: Vec<String> = self.library.guides().map(|(guide, _)| guide.name().id.clone()).collect();
            (Guide::read(text, Some(&known)).findings, with.add(text, Origin::Vault))
        };
        if let Ok(name) = &added {
            findings.extend(review(&with, name));
        }
        let installed = added.ok().filter(|_| findings.iter().all(|finding| finding.level() != Level::Fault));
        let mut jobs = Vec::new();
        if let Some(text) = installed.as_ref().and_then(|name| with.text(name)) {
            jobs.push(Job::PinGuide { text: text.to_owned() });
            self.library = with;
            if let Some(open) = &mut self.open {
                open.look_again(&self.library);
            }
            self.tell(Notice::done("guide-installed").about(file.clone()));
        }
        let installed = installed.is_some();
        self.findings = (!findings.is_empty()).then_some(GuideFindings { file, findings, installed });
        jobs
    }
}
