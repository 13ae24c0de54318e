//! What a walk is made of: the stops on the route, what is offered along it, and what fell off it.

use jiff::civil::DateTime;

use crate::dossier::answer::{Answer, Item};
use crate::dossier::event::{Clock, GuideRef, When};
use crate::dossier::ids::{Address, Place, RunId};
use crate::guide::ask::Ask;
use crate::guide::{At, Print};

/// One run as it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Walk {
    /// Every stop of the route, from the first step to the end of the guide, child runs in their place.
    pub stops: Vec<Stop>,
    /// Depth that can be opened, or was.
    pub offers: Vec<OfferStop>,
    /// Answers that were given and are not on the route now. They come back when the route does.
    pub aside: Vec<Address>,
    /// How many steps may still come.
    pub still: Bounds,
    /// Child runs on the route, this run first.
    pub runs: Vec<RunId>,
    /// Whether the walk was cut off because a guide asks too much of it. Checked guides stay far below.
    pub cut_off: bool,
    /// Branches that were taken: the node of each condition of the outermost guide that held, with the number of stops
    /// before it.
    pub taken: Vec<(usize, At)>,
    /// Bytes of text that the stops hold.
    pub(super) text: usize,
}

/// One asking of one step, on the route.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    pub place: Place,
    /// The guide edition it belongs to.
    pub guide: GuideRef,
    pub kind: StopKind,
    /// Index into the stages of the outermost guide.
    pub stage: usize,
    pub status: Status,
    /// The name of the step; empty for the offer of another guide.
    pub title: String,
    /// The question with its places filled in, as it is shown.
    pub question: String,
    pub explanation: Option<String>,
    pub hints: Vec<String>,
    pub fields: Vec<AskedField>,
    /// The item of the innermost loop.
    pub item: Option<Item>,
    /// When something was last said or set aside here.
    pub touched: Option<Clock>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StopKind {
    /// A step of the guide, by its id in `place.step`.
    Step,
    /// The offer of another guide, by its id.
    Call { guide: String },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    Open,
    Answered,
    /// "Niet nodig".
    Skipped,
    /// "Later".
    Parked,
}

/// One field of a stop, ready to be shown: options taken from earlier answers, prefills filled in.
#[derive(Clone, Debug, PartialEq)]
pub struct AskedField {
    pub key: String,
    pub label: String,
    pub ask: Ask,
    pub print: Print,
    pub sensitive: bool,
    pub answer: Option<Answer>,
    /// What else was answered here by someone who had not seen the answer above.
    pub others: Vec<Answer>,
    pub written: Option<DateTime>,
    /// What can be taken over here; for a status the tasks, for a step of a guide all steps.
    pub proposals: Vec<Item>,
    /// An earlier number to hold beside this one.
    pub before: Option<Before>,
    /// The words to begin from came from an earlier answer: who goes on with them has said them.
    pub begun_from_answer: bool,
    /// The goal that this one is a part of, in its words.
    pub part_of: Option<String>,
}

/// A number that was given earlier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    pub number: u8,
    pub at: DateTime,
}

/// An offer of depth, by the place it has in the run.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferStop {
    pub place: Place,
    pub question: String,
    pub minutes: u16,
    pub steps: usize,
    pub stage: usize,
    /// What was answered to it.
    pub when: Option<When>,
    /// Whether its steps are on the route.
    pub open: bool,
    /// It stands after this many stops.
    pub after: usize,
}

/// The fewest and the most steps that may still be asked on this route.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    pub least: usize,
    /// `None` when an answer of unlimited length decides.
    pub most: Option<usize>,
}

impl Walk {
    pub(super) fn push(&mut self, stop: Stop) {
        let texts = [&stop.question].into_iter().chain(&stop.explanation).chain(&stop.hints);
        self.text += texts.map(String::len).sum::<usize>();
        self.stops.push(stop);
    }

    /// Where the two at the table go on: the first open stop after the one where something was last said, else the first
    /// open stop. What was passed without a word stays open and holds nobody up.
    #[must_use]
    pub fn here(&self) -> Option<&Stop> {
        let open = |stop: &&Stop| stop.status == Status::Open;
        let touched = self.stops.iter().enumerate().filter_map(|(at, stop)| Some((stop.touched?, at))).max();
        let after = touched.map_or(0, |(_, at)| at + 1);
        self.stops.iter().skip(after).find(open).or_else(|| self.stops.iter().find(open))
    }

    #[must_use]
    pub fn stop(&self, place: &Place) -> Option<&Stop> {
        self.stops.iter().find(|stop| stop.place == *place)
    }

    #[must_use]
    pub fn position(&self, place: &Place) -> Option<usize> {
        self.stops.iter().position(|stop| stop.place == *place)
    }

    pub fn with_status(&self, status: Status) -> impl Iterator<Item = &Stop> {
        self.stops.iter().filter(move |stop| stop.status == status)
    }

    /// The depth that is offered with this stop: what comes right after it in its stage, and what opens the stage before it.
    pub fn offers_at<'a>(&'a self, place: &Place) -> impl Iterator<Item = &'a OfferStop> {
        let at = self.position(place);
        self.offers.iter().filter(move |offer| at.is_some_and(|at| self.belongs(offer, at)))
    }

    fn belongs(&self, offer: &OfferStop, at: usize) -> bool {
        let in_stage = |at: usize| self.stops.get(at).is_some_and(|stop| stop.stage == offer.stage);
        let follows = offer.after == at + 1 && in_stage(at);
        let opens_stage = offer.after == at && !at.checked_sub(1).is_some_and(in_stage);
        follows || opens_stage
    }

    /// The first stop of depth that was opened.
    #[must_use]
    pub fn first_of(&self, offer: &Place) -> Option<&Stop> {
        let offer = self.offers.iter().find(|known| known.place == *offer && known.open)?;
        self.stops.get(offer.after)
    }
}

impl AskedField {
    /// Whether something with these words can be taken over here.
    #[must_use]
    pub fn offers(&self, words: &str) -> bool {
        let suggestions = match &self.ask {
            Ask::List { suggestions, .. } | Ask::Tasks { suggestions, .. } => suggestions.as_slice(),
            _ => &[],
        };
        let proposals = self.proposals.iter().map(|item| &item.text);
        proposals.chain(suggestions).any(|text| text.contains(words))
    }
}

impl Stop {
    /// Two people answered here without seeing each other, and nobody has chosen yet.
    #[must_use]
    pub fn has_two_answers(&self) -> bool {
        self.fields.iter().any(|field| !field.others.is_empty())
    }

    #[must_use]
    pub fn field(&self, key: &str) -> Option<&AskedField> {
        self.fields.iter().find(|field| field.key == key)
    }
}
