//! What can come to the desk: wishes of the user, and answers of what was asked off the frame.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::time::Duration;

use super::notice::Notice;
use super::wish::Wish;
use crate::dossier::Card;
use crate::dossier::answer::Answer;
use crate::dossier::event::{Aside, Event, Paper, Route, When};
use crate::dossier::ids::{DossierId, EventId, Place, RunId, SegmentId};
use crate::vault::{Found, Founder, Member, Recovery, Secret};

/// An imperative wish. Everything that changes what lies on the desk comes in as one of these.
#[derive(Debug)]
pub enum Command {
    Wish(Wish),
    /// Open the folder with dossiers, or one with made-up clients, which is made when it is not there.
    OpenVault {
        demonstration: bool,
    },
    /// Make a folder with dossiers, or encrypt one from before encryption.
    MakeVault(Founder),
    /// Makes keys of one's own in a folder that others made.
    JoinVault(Founder),
    ShowSetup {
        joins: bool,
    },
    Unlock(Secret),
    /// Nobody touched keyboard or mouse for so long.
    Idle(Duration),
    /// Somebody did again.
    Awake,
    /// Makes a recovery key and shows the sheet that holds it.
    MakeRecovery,
    /// Something about what is kept of the client whose dossier is open.
    Privacy(PrivacyWish),
    /// Somebody comes or goes, or who can help when the passphrase is lost.
    Team(TeamWish),
    /// Another recovery key is to be chosen: a sheet that was made before is not this one.
    ForgetSheet,
    /// It is known that these dossiers are gone.
    LetGo,
    /// A client who does not want to be kept: the same conversation, and nothing is written.
    NewUnstored {
        name: String,
    },
    NewClient {
        name: String,
        reference: String,
    },
    RenameClient {
        name: String,
        reference: String,
    },
    OpenClient(DossierId),
    /// Begins a guide for professionals in a file of its own, never in a client's dossier.
    BeginOwn(String),
    Begin {
        guide: String,
        route: Route,
    },
    Resume(RunId),
    Answer {
        place: Place,
        field: String,
        answer: Answer,
    },
    GoTo(Place),
    SetAside {
        place: Place,
        how: Aside,
    },
    Deepen {
        place: Place,
        when: When,
    },
    WriteNote {
        place: Place,
        note: String,
    },
    /// Lets an answer that waits happen, or not.
    Settle(bool),
    /// Goes over to the newer edition of the guide.
    TakeEdition,
    SavePlanAt(PathBuf),
    /// Shows one of the papers beside the plan.
    ShowPaper(Paper),
    ReadGuideAt(PathBuf),
    Dismiss(usize),
    CloseFindings,
    /// What was asked off the frame is done.
    Reply(Reply),
}

/// What can be done about what is kept of a client.
#[derive(Clone, Debug, PartialEq)]
pub enum PrivacyWish {
    /// Show the sheet that says what is written down and who reads it.
    Sheet,
    /// Show everything that is kept, but for these, which are about somebody else.
    Inspection {
        left_out: BTreeSet<EventId>,
    },
    /// What the client wants to have said of the dossier itself; empty words take it back.
    State(String),
    /// The guidance ended, or goes on after all.
    End(bool),
    LetIn(Card),
    SendAway(Card),
    /// Take something out for good, on this ground.
    Erase {
        what: Erasing,
        ground: String,
    },
    /// Destroy the dossier, on this ground.
    Destroy(String),
}

/// What can be taken out for good.
#[derive(Clone, Debug, PartialEq)]
pub enum Erasing {
    /// What was said and noted at this asking of a step.
    Asking(Place),
    /// What the client said of the dossier itself.
    Statement,
}

/// What changes in who works in a vault.
#[derive(Clone, Debug, PartialEq)]
pub enum TeamWish {
    /// This colleague's digits were compared aloud.
    Compared(Card),
    /// They left: nothing new is for them.
    Left(Card),
    /// They were never the one that they seemed: nothing of theirs counts.
    Mistaken(Card),
    /// From now on this recovery recipient can open everything.
    Recovery(String),
}

/// Who works in a vault: the one who has it open, and whoever else has a card there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Team {
    pub own: Option<Card>,
    pub others: Vec<Member>,
    /// Not everything opens with the recovery key that was chosen last.
    pub recovery_unfinished: bool,
}

/// What comes back from work off the frame.
#[derive(Debug)]
pub enum Reply {
    VaultOpened(Box<Opened>),
    /// There is no vault at that place yet.
    NoVault,
    /// There is one, and it asks for something first.
    Closed(Found),
    /// The keys are forgotten. What comes after this was asked after locking.
    Locked,
    RecoveryMade(Recovery),
    Created {
        dossier: DossierId,
        segment: SegmentId,
        stored: bool,
    },
    Loaded {
        file: ClientFile,
        segment: SegmentId,
        guides: Vec<String>,
        /// Who can read it.
        readers: Vec<Card>,
        /// It was read anew because an answer was taken out.
        erased: bool,
    },
    /// Its files are gone, and the register says so.
    Destroyed(DossierId),
    /// These events are durable.
    Kept {
        events: Vec<EventId>,
        /// They wait on this computer until the vault's folder can be written.
        waiting: bool,
    },
    /// These events are not, and the file is as it was.
    NotKept {
        events: Vec<EventId>,
        why: Trouble,
    },
    PlanSaved {
        path: PathBuf,
    },
    PlanShown,
    SheetShown,
    /// The user closed the dialog; `at_once` when it closed faster than a person can.
    Cancelled {
        at_once: bool,
    },
    GuideRead {
        name: String,
        text: String,
    },
    Failed(Trouble),
}

/// A vault as it was opened.
#[derive(Debug)]
pub struct Opened {
    pub clients: Vec<ClientFile>,
    pub organisation: Option<String>,
    /// Dossiers that this computer saw before, and that are gone without having been destroyed.
    pub missing: Vec<DossierId>,
    /// Something waits on this computer until the vault's folder can be written.
    pub waiting: bool,
    /// The file of the logo, or why it cannot be read.
    pub logo: Result<Option<Vec<u8>>, Trouble>,
    pub guides: Vec<String>,
    /// The municipality's own layers over guides.
    pub layers: Vec<String>,
    pub also_open: bool,
    pub demonstration: bool,
    pub team: Team,
    /// It was read anew because something was done.
    pub done: Option<Notice>,
}

/// A dossier as it was read.
#[derive(Debug)]
pub struct ClientFile {
    pub dossier: DossierId,
    pub events: Vec<Event>,
    /// Keys of what was wrong with it, if anything.
    pub trouble: Vec<Trouble>,
}

/// Something that went wrong outside: the key of its words, and the path where it happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The key in `notice.ftl`; the advice has `-advice` behind it.
    pub key: String,
    pub path: Option<PathBuf>,
}

/// Work for off the frame.
#[derive(Debug, PartialEq)]
pub enum Job {
    OpenVault {
        demonstration: bool,
    },
    MakeVault(Founder),
    JoinVault(Founder),
    Unlock(Secret),
    /// Forget the keys.
    Lock,
    /// Remove papers that lie where the viewer shows them.
    PutAway,
    MakeRecovery,
    Create,
    /// Begins a dossier that is nowhere but in memory.
    CreateUnstored,
    /// Forgets all dossiers that are nowhere but in memory.
    ForgetUnstored,
    Load(DossierId),
    /// Make these durable, in this order, all or none.
    Keep {
        dossier: DossierId,
        events: Vec<Event>,
    },
    PinGuide {
        text: String,
    },
    /// Encrypt what is there once more, to everybody who may read it now.
    Readdress(DossierId),
    Team(TeamWish),
    LetGo(Vec<DossierId>),
    Erase {
        dossier: DossierId,
        events: BTreeSet<EventId>,
        ground: String,
    },
    Destroy {
        dossier: DossierId,
        ground: String,
    },
    /// Ask where, then write there.
    SavePlan {
        name: String,
        bytes: Vec<u8>,
    },
    /// Show a paper that is no plan.
    ViewSheet {
        name: String,
        bytes: Vec<u8>,
    },
    WritePlan {
        path: PathBuf,
        bytes: Vec<u8>,
    },
    /// Show in the system's viewer, which can print.
    ViewPlan {
        name: String,
        bytes: Vec<u8>,
    },
    PickGuide,
    ReadGuide {
        path: PathBuf,
    },
    /// Put text on the clipboard.
    Copy(String),
}
