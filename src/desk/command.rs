//! What can come to the desk: wishes of the user, and answers of what was asked off the frame.

use std::path::PathBuf;

use super::wish::Wish;
use crate::dossier::answer::Answer;
use crate::dossier::event::{Aside, Event, Route, When};
use crate::dossier::ids::{DossierId, EventId, Place, RunId, SegmentId};

/// An imperative wish. Everything that changes what lies on the desk comes in as one of these.
#[derive(Debug)]
pub enum Command {
    Wish(Wish),
    /// Open a folder with dossiers, or make one; with fictitious clients when asked.
    OpenVault {
        make: bool,
        demonstration: bool,
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
    ReadGuideAt(PathBuf),
    Dismiss(usize),
    CloseFindings,
    /// What was asked off the frame is done.
    Reply(Reply),
}

/// What comes back from work off the frame.
#[derive(Debug)]
pub enum Reply {
    VaultOpened {
        clients: Vec<ClientFile>,
        organisation: Option<String>,
        guides: Vec<String>,
        /// The municipality's own layers over guides.
        layers: Vec<String>,
        also_open: bool,
    },
    /// There is no vault at that place yet.
    NoVault,
    Created {
        dossier: DossierId,
        segment: SegmentId,
    },
    Loaded {
        file: ClientFile,
        segment: SegmentId,
        guides: Vec<String>,
    },
    /// These events are durable.
    Kept(Vec<EventId>),
    /// These events are not, and the file is as it was.
    NotKept {
        events: Vec<EventId>,
        why: Trouble,
    },
    PlanSaved {
        path: PathBuf,
    },
    PlanShown,
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
        make: bool,
        demonstration: bool,
    },
    Create,
    Load(DossierId),
    /// Make these durable, in this order, all or none.
    Keep {
        dossier: DossierId,
        events: Vec<Event>,
    },
    PinGuide {
        text: String,
    },
    /// Ask where, then write there.
    SavePlan {
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
