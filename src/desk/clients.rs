//! A client as they stand in the list: what a klantmanager wants to know before opening the dossier.

use jiff::civil::{Date, DateTime};
use serde::Serialize;

use crate::dossier::Dossier;
use crate::dossier::ids::DossierId;
use crate::guide::Library;
use crate::plan::{ActionPlan, Appointment, due};
use crate::walk::Walk;

#[derive(Clone, Debug, PartialEq)]
pub struct ClientLine {
    pub id: DossierId,
    pub name: String,
    pub reference: String,
    /// Title of the guide of the last run.
    pub guide: Option<String>,
    /// The stage that comes next; `None` when the route is at its end or no guide was begun.
    pub stage: Option<String>,
    /// Whether the route of the last run came to its end.
    pub finished: bool,
    pub next: Option<Appointment>,
    pub last: Option<DateTime>,
    /// The day from which the dossier is to be destroyed, where the municipality said how long it may be kept.
    pub due: Option<Date>,
    /// Keys of what was wrong with the dossier on disk.
    pub trouble: Vec<String>,
}

/// The shape of `roer clients --json`: stable.
#[derive(Debug, Serialize)]
pub struct ClientJson<'a> {
    id: &'a str,
    name: &'a str,
    guide: Option<&'a str>,
    stage: Option<&'a str>,
    next: Option<Date>,
}

impl ClientLine {
    #[must_use]
    pub fn of(library: &Library, dossier: &Dossier, trouble: Vec<String>) -> Self {
        let run = dossier.runs().into_iter().rfind(|run| run.began.caller.is_none());
        let guide = run.and_then(|run| library.edition(&run.guide));
        let walk = run.and_then(|run| Walk::over(library, dossier, &run.began.run));
        let here = walk.as_ref().and_then(Walk::here);
        let stage =
            here.and_then(|stop| guide?.stages().get(stop.stage)).map(|stage| library.say(&stage.title).to_owned());
        let years = library.organisation().retention_years;
        let plan = ActionPlan::draw_up(library, dossier, Date::default(), 0);
        Self {
            id: dossier.id.clone(),
            name: dossier.client().name.clone(),
            reference: dossier.client().reference.clone(),
            guide: guide.map(|guide| guide.title().to_owned()),
            finished: walk.is_some() && here.is_none(),
            stage,
            next: plan.look_back,
            last: dossier.last_written(),
            due: (years > 0).then(|| due(dossier, years)).flatten(),
            trouble,
        }
    }

    /// Whether it was kept as long as it may be.
    #[must_use]
    pub fn is_due(&self, today: Date) -> bool {
        self.due.is_some_and(|day| day <= today)
    }

    #[must_use]
    pub fn json(&self) -> ClientJson<'_> {
        ClientJson {
            id: self.id.as_str(),
            name: &self.name,
            guide: self.guide.as_deref(),
            stage: self.stage.as_deref(),
            next: self.next.as_ref().and_then(|next| next.date),
        }
    }

    /// Whether the words of a search are all somewhere in this line, whatever their case.
    #[must_use]
    pub fn matches(&self, search: &str) -> bool {
        let place = self.next.as_ref().and_then(|next| next.place.as_deref()).unwrap_or_default();
        let guide = self.guide.as_deref().unwrap_or_default();
        let line = [self.name.as_str(), &self.reference, guide, place].join(" ").to_lowercase();
        search.to_lowercase().split_whitespace().all(|word| line.contains(word))
    }
}
