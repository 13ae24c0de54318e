//! Everything that is kept about one client, for the right of access: what was said, also what was changed later, the
//! klantmanager's own notes, who can read it, and what was handed out.

use std::collections::BTreeSet;

use serde::Serialize;

use super::in_words::in_words;
use super::leaflet::{Leaflet, Part};
use crate::dossier::event::{Aside, Event, Happening, Paper, When};
use crate::dossier::ids::{EventId, Place};
use crate::dossier::{Card, Dossier};
use crate::guide::ask::Ask;
use crate::guide::{Library, Organisation};
use crate::texts::{Texts, dates};

/// The shape of the data: stable. Every event stands in it whole.
#[derive(Debug, Serialize)]
pub struct InspectionJson<'a> {
    dossier: &'a str,
    name: &'a str,
    reference: &'a str,
    /// Names of who can read the dossier now.
    readers: Vec<&'a str>,
    events: &'a [Event],
}

impl<'a> InspectionJson<'a> {
    #[must_use]
    pub fn of(dossier: &'a Dossier, readers: &'a [Card]) -> Self {
        Self {
            dossier: dossier.id.as_str(),
            name: &dossier.client().name,
            reference: &dossier.client().reference,
            readers: readers.iter().map(|card| card.name.as_str()).collect(),
            events: dossier.journal(),
        }
    }
}

/// One thing that is kept, as the paper tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    pub event: EventId,
    pub when: String,
    /// What it is.
    pub title: String,
    /// What was said, and whether it still stands.
    pub lines: Vec<String>,
    /// Whether it holds words of a person, so that somebody else may be named in it.
    pub holds_words: bool,
}

/// Everything that is kept, from old to new.
#[must_use]
pub fn entries(texts: &Texts, library: &Library, dossier: &Dossier) -> Vec<Entry> {
    let page = Inspection { texts, library, dossier, replaced: replaced(dossier) };
    dossier.journal().iter().filter_map(|event| page.entry(event)).collect()
}

/// Everything as a paper. `readers` are who can read the dossier now; what stands in `left_out` is about somebody else, and
/// the paper says that something was left out there.
#[must_use]
pub fn inspection(
    texts: &Texts,
    library: &Library,
    dossier: &Dossier,
    readers: &[Card],
    left_out: &BTreeSet<EventId>,
) -> Leaflet {
    let mut parts = who(texts, dossier, !left_out.is_empty());
    parts.push(Part::Heading(texts.say("inspection-said")));
    let mut last = String::new();
    for Entry { event, when, title, lines, .. } in entries(texts, library, dossier) {
        parts.push(Part::Gap);
        if when != last {
            parts.push(Part::Small(when.clone()));
            last = when;
        }
        if left_out.contains(&event) {
            parts.push(Part::Words(texts.say("inspection-left-out")));
            continue;
        }
        parts.push(Part::Strong(title));
        parts.extend(lines.into_iter().map(Part::Words));
    }
    parts.push(Part::Heading(texts.say("inspection-readers")));
    parts.extend(readers.iter().map(|card| Part::Words(card.name.clone())));
    parts.push(Part::Small(texts.say("inspection-readers-hint")));
    parts.push(Part::Heading(texts.say("inspection-rights")));
    parts.push(Part::Words(texts.say("inspection-rights-what")));
    parts.extend(sender(library.organisation()));
    let title = texts.say_with("inspection-title", &[("name", dossier.client().name.as_str().into())]);
    Leaflet { title, parts, dutch: false }
}

/// Of whom the paper is, and how to reach them.
pub(super) fn sender(organisation: &Organisation) -> Option<Part> {
    let lines = [&organisation.name, &organisation.general_phone, &organisation.hours];
    let said: Vec<&str> = lines.into_iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
    (!said.is_empty()).then(|| Part::Words(said.join(" · ")))
}

/// Events that something newer took the place of.
fn replaced(dossier: &Dossier) -> BTreeSet<&EventId> {
    dossier.journal().iter().flat_map(|event| event.what.replaces()).collect()
}

struct Inspection<'a> {
    texts: &'a Texts,
    library: &'a Library,
    dossier: &'a Dossier,
    replaced: BTreeSet<&'a EventId>,
}

fn who(texts: &Texts, dossier: &Dossier, something_left_out: bool) -> Vec<Part> {
    let client = dossier.client();
    let what = if something_left_out { "inspection-what-but" } else { "inspection-what" };
    let mut parts = vec![Part::Words(texts.say(what))];
    if !client.reference.is_empty() {
        let reference = [("reference", client.reference.as_str().into())];
        parts.push(Part::Words(texts.say_with("report-reference", &reference)));
    }
    parts
}

impl Inspection<'_> {
    /// What the paper tells of one event: when, what, and whether it still stands.
    fn entry(&self, event: &Event) -> Option<Entry> {
        let day = dates::long(self.texts, event.at.date());
        let mut lines = self.lines(&event.what).into_iter();
        let title = lines.next()?;
        let mut lines: Vec<String> = lines.collect();
        if self.dossier.is_retracted(&event.id) {
            lines.push(self.texts.say("inspection-retracted"));
        } else if self.replaced.contains(&event.id) {
            lines.push(self.texts.say("inspection-replaced"));
        }
        let holds_words =
            matches!(event.what, Happening::Answered(_) | Happening::NoteWritten(_) | Happening::Stated(_));
        let when = format!("{day}, {}.{:02}", event.at.hour(), event.at.minute());
        Some(Entry { event: event.id.clone(), when, title, lines, holds_words })
    }

    fn lines(&self, what: &Happening) -> Vec<String> {
        let say = |key: &str| self.texts.say(key);
        let with = |key: &str, value: &str| self.texts.say_with(key, &[("what", value.into())]);
        match what {
            Happening::ClientNamed(named) => vec![with("inspection-named", &named.name), named.reference.clone()],
            Happening::RunBegan(began) => {
                let guide = self.library.edition(&began.guide).map_or(began.guide.id.as_str(), |guide| guide.title());
                vec![with("inspection-began", guide)]
            }
            Happening::EditionChosen(chosen) => vec![with("inspection-edition", &chosen.guide.edition)],
            Happening::RouteChosen(_) => vec![say("inspection-route")],
            Happening::Answered(answered) => {
                let ask = self.ask(&answered.at.place, &answered.at.field);
                let mut lines = vec![answered.question.clone()];
                let said = in_words(self.texts, &ask, &answered.answer);
                lines.extend(if said.is_empty() { vec![say("inspection-nothing-said")] } else { said });
                lines
            }
            Happening::SetAside(aside) => {
                let how = match aside.how {
                    Aside::NotNeeded => "inspection-not-needed",
                    Aside::Later => "inspection-later",
                    Aside::TakenUp => "inspection-taken-up",
                };
                vec![with(how, &self.title(&aside.place))]
            }
            Happening::Deepened(deepened) => {
                let when = match deepened.when {
                    When::Now => "inspection-deeper",
                    When::NextTime => "inspection-deeper-later",
                    When::No => "inspection-deeper-no",
                };
                vec![with(when, &self.title(&deepened.place))]
            }
            Happening::NoteWritten(note) => {
                vec![with("inspection-note", &self.title(&note.place)), note.note.for_the_klantmanager().to_owned()]
            }
            Happening::Stated(stated) => vec![say("inspection-stated"), stated.words.clone()],
            Happening::Retracted(_) => vec![say("inspection-undone")],
            Happening::PaperMade(made) => vec![with("inspection-paper", &say(paper_key(made.paper)))],
            Happening::AccessGiven(given) => vec![with("inspection-access", &given.card.name)],
            Happening::AccessEnded(_) => vec![say("inspection-access-ended")],
            Happening::Erased(erased) => vec![with("inspection-erased", &erased.ground)],
            Happening::Ended(ended) => vec![say(if ended.ended { "inspection-ended" } else { "inspection-reopened" })],
            // Stands in the register, never in a client's own dossier.
            Happening::Destroyed(_) => Vec::new(),
        }
        .into_iter()
        .filter(|line| !line.trim().is_empty())
        .collect()
    }

    /// What the guide asks there, for the words of its options; plain text when the guide is not at hand.
    fn ask(&self, place: &Place, field: &str) -> Ask {
        let walk = crate::walk::Walk::over(self.library, self.dossier, &place.run);
        let stop = walk.as_ref().and_then(|walk| walk.stop(place));
        stop.and_then(|stop| stop.field(field)).map_or(Ask::Info, |field| field.ask.clone())
    }

    fn title(&self, place: &Place) -> String {
        let run = self.dossier.run(&place.run);
        let guide = run.and_then(|run| self.library.edition(&run.guide));
        let title = guide.and_then(|guide| {
            let step = guide.step(&place.step).map(|step| self.library.say(&step.title).to_owned());
            // What was opened is an offer, and is named by its question.
            let offered = || guide.offers().iter().find(|offer| offer.id == place.step);
            step.or_else(|| offered().map(|offer| offer.question.said(self.library.voice()).as_shown()))
        });
        title.unwrap_or_else(|| place.step.clone())
    }
}

fn paper_key(paper: Paper) -> &'static str {
    match paper {
        Paper::Plan => "paper-plan",
        Paper::Report => "paper-report",
        Paper::PrivacySheet => "paper-privacy",
        Paper::Handover => "paper-handover",
        Paper::TickList => "paper-tick-list",
        Paper::ThoughtCard => "paper-thought-card",
        Paper::Harvest => "paper-of-harvest",
        Paper::Access => "paper-access",
        Paper::AccessData => "paper-access-data",
        Paper::Bundle => "paper-bundle",
    }
}
