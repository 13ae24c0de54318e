//! Every command has its place here: what it changes on the desk, and what it asks off the frame.

use super::clients::ClientLine;
use super::command::{Command, Job};
use super::notice::{Notice, Weight};
use super::open::{OpenDossier, Saving};
use super::wish::Wish;
use super::{Desk, Expected, View};
use crate::dossier::Now;
use crate::dossier::answer::Answer;
use crate::dossier::event::{
    Answered, Aside, ClientNamed, Deepened, Event, Happening, NoteWritten, Route, RouteChosen, RunBegan, SetAside, When,
};
use crate::dossier::ids::{Address, Place, RunId};
use crate::dossier::{PrivateNote, Register};
use crate::guide::Library;
use crate::guide::ask::Ask;
use crate::texts::{Language, Texts};
use crate::walk::{Status, StopKind};

/// Between 100 and 200 %, in steps of a tenth.
const ZOOM: (f32, f32) = (1.0, 2.0);

impl Desk {
    /// Does one command. What it asks off the frame comes back later as [`Command::Reply`].
    pub fn handle(&mut self, command: Command, now: Now) -> Vec<Job> {
        // Going on with something else is the word that an answer in doubt waited for. Nothing is lost by it: what falls
        // away is kept, and undoing brings it back.
        if !matches!(command, Command::Wish(Wish::ShowClients) | Command::Reply(_) | Command::Idle(_) | Command::Awake)
        {
            self.lock.leaving = false;
        }
        let mut jobs = match &command {
            Command::Reply(_)
            | Command::Dismiss(_)
            | Command::WriteNote { .. }
            | Command::Settle(_)
            | Command::Idle(_)
            | Command::Awake => Vec::new(),
            Command::Wish(Wish::Undo) if self.in_doubt() => return self.settle(false, now),
            Command::Answer { place, field, .. } if self.doubts(place, field) => self.settle(false, now),
            _ => self.settle(true, now),
        };
        jobs.extend(self.take(command, now));
        if self.is_unstored() {
            // Nothing of such a conversation is written, not even which guide was used.
            jobs.retain(|job| !matches!(job, Job::PinGuide { .. }));
        }
        jobs
    }

    fn take(&mut self, command: Command, now: Now) -> Vec<Job> {
        // What was done is known once somebody goes on; what asks for attention stays.
        if matches!(command, Command::Wish(Wish::Next | Wish::Back) | Command::GoTo(_) | Command::OpenClient(_)) {
            self.notices.retain(|notice| notice.weight == Weight::Trouble);
        }
        // What is wrong with one dossier is no matter of the next.
        if matches!(command, Command::OpenClient(_) | Command::Wish(Wish::ShowClients)) {
            self.notices.retain(|notice| !notice.key.starts_with("trouble-"));
        }
        match command {
            Command::Wish(wish) => self.wish(wish, now),
            Command::OpenVault { demonstration } => self.ask(Job::OpenVault { demonstration }),
            Command::MakeVault(founder) => self.ask(Job::MakeVault(founder)),
            Command::JoinVault(founder) => self.ask(Job::JoinVault(founder)),
            Command::ShowSetup { joins } => {
                self.begin_setup(joins);
                Vec::new()
            }
            Command::Unlock(passphrase) => self.ask(Job::Unlock(passphrase)),
            Command::MakeRecovery => self.ask(Job::MakeRecovery),
            Command::Idle(idle) => self.idle(idle, now),
            Command::Awake => {
                self.awake();
                Vec::new()
            }
            Command::Privacy(wish) => self.privacy(wish, now),
            Command::Team(wish) => self.change_team(wish),
            Command::ForgetSheet => {
                self.forget_sheet();
                Vec::new()
            }
            Command::LetGo => vec![Job::LetGo(std::mem::take(&mut self.missing))],
            Command::NewUnstored { name } => self.new_unstored(&name),
            Command::NewClient { name, reference } => self.new_client(&name, &reference, None),
            Command::RenameClient { name, reference } => self.rename(&name, &reference, now),
            Command::BeginOwn(guide) => self.begin_own(&guide),
            Command::OpenClient(_) if self.is_unstored() => self.leave_unstored(),
            Command::OpenClient(dossier) => self.ask(Job::Load(dossier)),
            Command::Begin { guide, route } => self.begin(&guide, route, now),
            Command::Resume(run) => self.resume(run, now),
            Command::Answer { place, field, answer } => self.answer(place, field, answer, now),
            Command::GoTo(place) => self.go_to(place),
            Command::SetAside { place, how } => self.set_aside(place, how, now),
            Command::Deepen { place, when } => self.deepen(place, when, now),
            Command::WriteNote { place, note } => self.write_note(place, note, now),
            Command::Settle(change) => self.settle(change, now),
            Command::TakeEdition => self.take_edition(now),
            Command::SavePlanAt(path) => self.with_pdf(|bytes| Job::WritePlan { path, bytes }),
            Command::ShowPaper(paper) => self.show_paper(paper, now),
            Command::ReadGuideAt(path) => vec![Job::ReadGuide { path }],
            Command::Dismiss(at) => {
                if at < self.notices.len() {
                    self.notices.remove(at);
                }
                Vec::new()
            }
            Command::CloseFindings => {
                self.findings = None;
                Vec::new()
            }
            Command::Reply(reply) => self.reply(reply, now),
        }
    }

    fn wish(&mut self, wish: Wish, now: Now) -> Vec<Job> {
        match wish {
            Wish::Next => return self.next(now),
            Wish::Back => self.back(),
            Wish::NotNeeded => return self.set_here_aside(Aside::NotNeeded, now),
            Wish::Later => return self.set_here_aside(Aside::Later, now),
            Wish::Undo => return self.undo(now),
            Wish::ShowClients => return self.close_client(),
            Wish::ShowDossier => self.show(View::Dossier),
            Wish::ShowGuides => self.view = View::Guides,
            Wish::ShowWalk => self.show(View::Walk),
            Wish::ShowOverview => self.show(View::Overview),
            Wish::ShowPlan => self.show(View::Plan),
            Wish::SavePlan => {
                let name = self.plan_file_name(now);
                return self.with_pdf(|bytes| Job::SavePlan { name, bytes });
            }
            Wish::ViewPlan => {
                let name = self.plan_file_name(now);
                return self.with_pdf(|bytes| Job::ViewPlan { name, bytes });
            }
            Wish::CopyReport => return self.copy_report(now),
            Wish::OpenGuideFile => {
                self.busy = true;
                return vec![Job::PickGuide];
            }
            Wish::WholeRoute => return self.change_route(now),
            Wish::TogglePane => self.look.pane = !self.look.pane,
            Wish::ToggleHelpNow => self.look.help_now = !self.look.help_now,
            Wish::ToggleTheme => self.look.dark = !self.look.dark,
            Wish::ToggleLanguage => {
                let language = match self.texts.language() {
                    Language::Dutch => Language::English,
                    Language::English => Language::Dutch,
                };
                self.texts = Texts::new(language);
            }
            Wish::SecondLanguage => self.second_language(now),
            Wish::ShowMap => self.show(View::Map),
            Wish::Lock => return self.lock_up(now),
            Wish::LargerText => self.look.zoom = (self.look.zoom + 0.1).min(ZOOM.1),
            Wish::SmallerText => self.look.zoom = (self.look.zoom - 0.1).max(ZOOM.0),
            Wish::LargePrint => self.large_print(now),
        }
        Vec::new()
    }

    /// Views of one client are shown only while a dossier is open.
    fn show(&mut self, view: View) {
        let Some(open) = &self.open else { return };
        self.view = if view == View::Walk && open.run.is_none() { View::Dossier } else { view };
    }

    /// Asks something off the frame that the window waits for.
    pub(super) fn ask(&mut self, job: Job) -> Vec<Job> {
        self.busy = true;
        vec![job]
    }

    fn close_client(&mut self) -> Vec<Job> {
        if matches!(self.view, View::Start | View::Setup | View::Unlock) {
            return Vec::new();
        }
        if self.is_unstored() {
            return self.leave_unstored();
        }
        if let Some(open) = &self.open {
            let line = ClientLine::of(&self.library, &open.dossier, Vec::new());
            self.clients.retain(|known| known.id != line.id);
            self.clients.push(line);
            self.sort_clients();
        }
        // While a save is on its way the dossier stays, so that a failure can still be told and mended.
        if self.open.as_ref().is_none_or(|open| open.saving != Saving::Busy) {
            self.open = None;
            self.sheet = None;
            self.handover = None;
        }
        self.view = View::Clients;
        Vec::new()
    }

    pub(super) fn sort_clients(&mut self) {
        self.clients.sort_by_cached_key(|line| {
            let day = line.next.as_ref().and_then(|next| next.date);
            (
                line.due.is_some(),
                std::cmp::Reverse(line.due),
                day.is_none(),
                day,
                line.name.to_lowercase(),
                line.id.clone(),
            )
        });
    }

    fn new_client(&mut self, name: &str, reference: &str, guide: Option<String>) -> Vec<Job> {
        let Some(named) = self.named(name, reference) else { return Vec::new() };
        if self.is_unstored() {
            return self.leave_unstored();
        }
        self.expected = Some(Expected { named, guide, stored: true });
        self.ask(Job::Create)
    }

    /// A file of the professional's own, named after the guide.
    fn begin_own(&mut self, guide: &str) -> Vec<Job> {
        let Some(title) = self.library.newest(guide).map(|guide| guide.title().to_owned()) else { return Vec::new() };
        self.new_client(&title, "", Some(guide.to_owned()))
    }

    fn rename(&mut self, name: &str, reference: &str, now: Now) -> Vec<Job> {
        let Some(named) = self.named(name, reference) else { return Vec::new() };
        self.record(vec![Happening::ClientNamed(named)], now)
    }

    /// A client as typed; says so when there is no name.
    pub(super) fn named(&mut self, name: &str, reference: &str) -> Option<ClientNamed> {
        if name.trim().is_empty() {
            self.tell(Notice::trouble("client-needs-a-name"));
            return None;
        }
        Some(ClientNamed { name: name.trim().to_owned(), reference: reference.trim().to_owned() })
    }

    pub(super) fn begin(&mut self, guide: &str, route: Route, now: Now) -> Vec<Job> {
        let Some(guide) = self.library.newest(guide) else { return Vec::new() };
        let name = guide.name().clone();
        if self.open.is_none() {
            return Vec::new();
        }
        let run = self.mint.run();
        let text = self.library.text(&name).map(str::to_owned);
        let began = RunBegan { run: run.clone(), guide: name, route, caller: None };
        let mut jobs: Vec<Job> = text.map(|text| Job::PinGuide { text }).into_iter().collect();
        jobs.extend(self.record(vec![Happening::RunBegan(began)], now));
        jobs.extend(self.resume(run, now));
        jobs
    }

    fn resume(&mut self, run: RunId, now: Now) -> Vec<Job> {
        if let Some(open) = &mut self.open {
            open.resume(run, &self.library);
            self.view = View::Walk;
            self.draw_plan(now);
        }
        Vec::new()
    }

    /// Records what happened: applied at once, kept off the frame.
    pub(super) fn record(&mut self, what: Vec<Happening>, now: Now) -> Vec<Job> {
        self.keep(now, |open, library| open.record(what, now, library))
    }

    /// Has the open dossier make events, and asks to keep them.
    fn keep(&mut self, now: Now, make: impl FnOnce(&mut OpenDossier, &Library) -> Vec<Event>) -> Vec<Job> {
        let Some(open) = &mut self.open else { return Vec::new() };
        let events = make(open, &self.library);
        let dossier = open.dossier.id.clone();
        self.draw_plan(now);
        if events.is_empty() { Vec::new() } else { vec![Job::Keep { dossier, events }] }
    }

    fn undo(&mut self, now: Now) -> Vec<Job> {
        self.keep(now, |open, library| open.undo(now, library))
    }

    /// Records an answer, unless it says what already stands there.
    fn answer(&mut self, place: Place, field: String, answer: Answer, now: Now) -> Vec<Job> {
        let Some(open) = &mut self.open else { return Vec::new() };
        if open.returned.as_ref().is_some_and(|returned| returned.place == place && returned.field == field) {
            open.returned = None;
        }
        let Some(stop) = open.walk.stop(&place) else { return Vec::new() };
        let question = match stop.field(&field) {
            Some(asked) if asked.label.is_empty() => stop.question.clone(),
            Some(asked) => format!("{} {}", stop.question, asked.label),
            None => return Vec::new(),
        };
        let at = Address { place, field };
        let register = open.dossier.answers(&at);
        let standing = register.and_then(|register| register.latest());
        let chosen = register.is_none_or(|register| register.heads().len() <= 1);
        let same =
            standing.is_some_and(|head| head.value.answer == answer) || (standing.is_none() && answer.is_empty());
        // An answer that was set aside speaks again when it is given again.
        let speaks = matches!(stop.status, Status::Answered | Status::Open);
        if same && chosen && speaks {
            return Vec::new();
        }
        let replaces = register.map(Register::standing).unwrap_or_default();
        let earlier = standing.is_some_and(|head| !head.value.answer.is_empty());
        let change = Answered { at, question, answer, replaces };
        if earlier && self.doubt(&change, now) {
            return Vec::new();
        }
        self.record(vec![Happening::Answered(change)], now)
    }

    /// On to the next stop. What asks nothing is seen now; what was left open and empty stays open.
    fn next(&mut self, now: Now) -> Vec<Job> {
        let Some(open) = &self.open else { return Vec::new() };
        let Some(stop) = open.stop() else {
            self.view = View::Plan;
            return Vec::new();
        };
        let (place, question) = (stop.place.clone(), stop.question.clone());
        let unread: Vec<String> = stop
            .fields
            .iter()
            .filter(|field| matches!(field.ask, Ask::Info) && field.answer.is_none())
            .map(|field| field.key.clone())
            .collect();
        let seen = |field| {
            let at = Address { place: place.clone(), field };
            Happening::Answered(Answered { at, question: question.clone(), answer: Answer::Seen, replaces: Vec::new() })
        };
        let what: Vec<Happening> = unread.into_iter().map(seen).collect();
        let jobs = if what.is_empty() { Vec::new() } else { self.record(what, now) };
        if let Some(open) = &mut self.open {
            open.at = open.following();
        }
        jobs
    }

    fn back(&mut self) {
        if let Some(open) = &mut self.open
            && let Some(place) = open.preceding()
        {
            open.at = Some(place);
        }
    }

    fn go_to(&mut self, place: Place) -> Vec<Job> {
        if let Some(open) = &mut self.open
            && open.walk.stop(&place).is_some()
        {
            open.at = Some(place);
            self.view = View::Walk;
        }
        Vec::new()
    }

    fn set_here_aside(&mut self, how: Aside, now: Now) -> Vec<Job> {
        let Some(stop) = self.open.as_ref().and_then(OpenDossier::stop) else { return Vec::new() };
        let place = stop.place.clone();
        if matches!(stop.kind, StopKind::Call { .. }) {
            let when = if how == Aside::Later { When::NextTime } else { When::No };
            return self.deepen(place, when, now);
        }
        let following = self.open.as_ref().and_then(OpenDossier::following);
        let jobs = self.set_aside(place, how, now);
        if let Some(open) = &mut self.open {
            // Setting aside takes branches off the route; the step that came next may be one of them.
            open.at = open.following().or(following.filter(|next| open.walk.stop(next).is_some()));
        }
        jobs
    }

    fn set_aside(&mut self, place: Place, how: Aside, now: Now) -> Vec<Job> {
        let Some(open) = &self.open else { return Vec::new() };
        let replaces = open.dossier.aside(&place).map(Register::standing).unwrap_or_default();
        self.record(vec![Happening::SetAside(SetAside { place, how, replaces })], now)
    }

    /// Answers an offer of depth or of another guide. "Now" on another guide begins its run.
    fn deepen(&mut self, place: Place, when: When, now: Now) -> Vec<Job> {
        let Some(open) = &self.open else { return Vec::new() };
        let replaces = open.dossier.depth(&place).map(Register::standing).unwrap_or_default();
        let called = match open.walk.stop(&place).map(|stop| &stop.kind) {
            Some(StopKind::Call { guide }) if when == When::Now && open.dossier.called_from(&place).is_none() => {
                self.library.newest(guide).map(|guide| guide.name().clone())
            }
            _ => None,
        };
        let offer = place.clone();
        let is_call = open.walk.stop(&place).is_some();
        let mut what = vec![Happening::Deepened(Deepened { place: place.clone(), when, replaces })];
        let mut jobs = Vec::new();
        if let Some(guide) = called {
            let text = self.library.text(&guide).map(str::to_owned);
            jobs.extend(text.map(|text| Job::PinGuide { text }));
            let began = RunBegan { run: self.mint.run(), guide, route: Route::Core, caller: Some(place) };
            what.push(Happening::RunBegan(began));
        }
        jobs.extend(self.record(what, now));
        if let Some(open) = &mut self.open {
            let first = open.walk.first_of(&offer).map(|stop| stop.place.clone());
            if is_call {
                open.at = open.following();
            } else if when == When::Now && first.is_some() {
                open.at = first;
            }
        }
        jobs
    }

    fn write_note(&mut self, place: Place, note: String, now: Now) -> Vec<Job> {
        let Some(open) = &self.open else { return Vec::new() };
        let register = open.dossier.note(&place);
        let note = PrivateNote::new(note);
        let same = match register.and_then(|register| register.latest()) {
            Some(head) => head.value == note,
            None => note.is_empty(),
        };
        if same {
            return Vec::new();
        }
        let replaces = register.map(Register::standing).unwrap_or_default();
        self.record(vec![Happening::NoteWritten(NoteWritten { place, note, replaces })], now)
    }

    fn change_route(&mut self, now: Now) -> Vec<Job> {
        let Some(open) = &self.open else { return Vec::new() };
        let Some(run) = open.run.as_ref().and_then(|run| open.dossier.run(run)) else { return Vec::new() };
        let route = match run.route {
            Route::Core => Route::Whole,
            Route::Whole => Route::Core,
        };
        let chosen = RouteChosen { run: run.began.run.clone(), route };
        self.record(vec![Happening::RouteChosen(chosen)], now)
    }
}
