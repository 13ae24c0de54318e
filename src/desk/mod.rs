//! What lies open right now. Wishes come in as [`Command`]s; what follows is a changed desk and [`Job`]s for off the frame.
//!
//! The desk is a state machine without threads, clock or window: commands in, desk and jobs out.

mod change;
mod clients;
mod command;
pub mod crew;
pub mod demo;
mod handle;
pub mod hands;
mod lock;
mod mint;
mod notice;
mod open;
mod papers;
mod privacy;
mod reply;
mod script;
mod team;
mod wish;

use crate::dossier::event::{ClientNamed, Paper};
use crate::dossier::ids::DossierId;
use crate::guide::{Finding, Library, Organisation};
use crate::paper::{Letters, Sheet, plan_sheet};
use crate::plan::{ActionPlan, Leaflet, handover, next_number};
use crate::texts::{Language, Texts};

pub use crate::dossier::Now;
/// What the screens for keys need of the vault.
pub use crate::vault::{Fingerprint, Founder, Member, Secret, Standing, Strength, is_recipient, strength};
pub use change::{Doubt, EditionOffer};
pub use clients::{ClientJson, ClientLine};
pub use command::{ClientFile, Command, Erasing, Job, PrivacyWish, Reply, Team, TeamWish, Trouble};
use lock::Lock;
pub use lock::Setup;
pub use mint::Mint;
pub use notice::{Notice, Weight};
pub use open::{OpenDossier, Returned, Saving};
pub use wish::{Shortcut, Wish};

/// Which screen is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// No vault is open: make one, or look at a demonstration.
    #[default]
    Start,
    /// Making one's own keys: for a new vault, for one from before encryption, or beside those of colleagues.
    Setup,
    /// A vault is there, and asks for the passphrase.
    Unlock,
    Clients,
    /// One client: what was agreed, and where to go on.
    Dossier,
    Guides,
    Walk,
    Overview,
    Plan,
    /// The guide of the conversation as a picture.
    Map,
}

/// How the window looks; nothing about any client.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    pub dark: bool,
    /// The klantmanager's own pane is folded open.
    pub pane: bool,
    pub help_now: bool,
    /// 1.0 is 100 %.
    pub zoom: f32,
    /// How large papers are printed.
    pub letters: Letters,
}

/// A guide file that was opened and has something to say about itself.
#[derive(Debug)]
pub struct GuideFindings {
    pub file: String,
    pub findings: Vec<Finding>,
    /// Whether it was installed all the same: it had no faults, only things to know.
    pub installed: bool,
}

/// A dossier that is being made.
#[derive(Debug)]
struct Expected {
    named: ClientNamed,
    /// The guide that begins in it at once.
    guide: Option<String>,
    /// Whether it is kept.
    stored: bool,
}

#[derive(Debug)]
pub struct Desk {
    texts: Texts,
    library: Library,
    mint: Mint,
    look: Look,
    view: View,
    clients: Vec<ClientLine>,
    also_open: bool,
    open: Option<OpenDossier>,
    /// A client whose dossier was asked for or is being made.
    expected: Option<Expected>,
    plan: ActionPlan,
    sheet: Option<Sheet>,
    /// The hand-over that would be printed now.
    handover: Option<Leaflet>,
    notices: Vec<Notice>,
    findings: Option<GuideFindings>,
    busy: bool,
    lock: Lock,
    team: Team,
    /// Dossiers that are gone without having been destroyed.
    missing: Vec<DossierId>,
    demonstration: bool,
}

impl Desk {
    /// An empty desk. `mint` names new runs and list entries.
    #[must_use]
    pub fn new(language: Language, library: Library, mint: Mint) -> Self {
        Self {
            texts: Texts::new(language),
            library,
            mint,
            look: Look { dark: false, pane: true, help_now: false, zoom: 1.0, letters: Letters::Usual },
            view: View::Start,
            clients: Vec::new(),
            also_open: false,
            open: None,
            expected: None,
            plan: ActionPlan::default(),
            sheet: None,
            handover: None,
            notices: Vec::new(),
            findings: None,
            busy: false,
            lock: Lock::default(),
            team: Team::default(),
            missing: Vec::new(),
            demonstration: false,
        }
    }

    #[must_use]
    pub fn texts(&self) -> &Texts {
        &self.texts
    }

    #[must_use]
    pub fn library(&self) -> &Library {
        &self.library
    }

    #[must_use]
    pub fn organisation(&self) -> &Organisation {
        self.library.organisation()
    }

    #[must_use]
    pub fn mint(&self) -> &Mint {
        &self.mint
    }

    #[must_use]
    pub fn look(&self) -> Look {
        self.look
    }

    #[must_use]
    pub fn view(&self) -> View {
        self.view
    }

    /// All clients, by the day of their next appointment, then by name.
    #[must_use]
    pub fn clients(&self) -> &[ClientLine] {
        &self.clients
    }

    /// Another window has this vault open too.
    #[must_use]
    pub fn also_open(&self) -> bool {
        self.also_open
    }

    #[must_use]
    pub fn open(&self) -> Option<&OpenDossier> {
        self.open.as_ref()
    }

    #[must_use]
    pub fn open_id(&self) -> Option<&DossierId> {
        self.open.as_ref().map(|open| &open.dossier.id)
    }

    #[must_use]
    pub fn plan(&self) -> &ActionPlan {
        &self.plan
    }

    /// The pages that would be printed now; made when something changed, never per frame.
    #[must_use]
    pub fn sheet(&self) -> Option<&Sheet> {
        self.sheet.as_ref()
    }

    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    #[must_use]
    pub fn findings(&self) -> Option<&GuideFindings> {
        self.findings.as_ref()
    }

    /// Something was asked off the frame and is not there yet.
    #[must_use]
    pub fn is_busy(&self) -> bool {
        self.busy
    }

    /// All clients here are made up, and the passphrase is known to everybody.
    #[must_use]
    pub fn is_demonstration(&self) -> bool {
        self.demonstration && self.has_vault()
    }

    /// Who works in this vault.
    #[must_use]
    pub fn team(&self) -> &Team {
        &self.team
    }

    /// Dossiers that this computer saw before, and that are gone without having been destroyed.
    #[must_use]
    pub fn missing(&self) -> &[DossierId] {
        &self.missing
    }

    fn tell(&mut self, notice: Notice) {
        self.notices.retain(|known| *known != notice);
        self.notices.push(notice);
    }

    /// Draws the plan and its pages again, after something changed.
    fn draw_plan(&mut self, now: Now) {
        let Some(open) = &self.open else {
            self.plan = ActionPlan::default();
            self.sheet = None;
            self.handover = None;
            return;
        };
        self.handover = handover(&self.texts, &self.library, &open.dossier, now.today());
        let number = next_number(&open.dossier, Paper::Plan);
        let plan = ActionPlan::draw_up(&self.library, &open.dossier, now.today(), number);
        if plan != self.plan || self.sheet.is_none() {
            self.sheet = Some(plan_sheet(&self.texts, &plan, self.look.letters));
            self.plan = plan;
        }
    }
}
