//! A field made ready to be shown: its answer looked up, its options taken from earlier answers, its places filled in.

use super::past::Past;
use super::stop::{AskedField, Before};
use crate::dossier::answer::{Answer, Item};
use crate::dossier::event::Answered;
use crate::dossier::ids::{Address, ItemId, Place};
use crate::dossier::{Dossier, Head, Run};
use crate::guide::ask::{Ask, Choice, Options};
use crate::guide::{Field, Library, Organisation, Phrase, Words, fits, line_id};

/// What a field may lean on, at one point of a walk.
pub(super) struct Lookup<'a> {
    pub library: &'a Library,
    pub dossier: &'a Dossier,
    pub run: &'a Run,
    pub past: &'a Past<'a>,
    /// The things in an earlier answer.
    pub items: &'a dyn Fn(&str) -> Vec<Item>,
    /// The words of an earlier answer.
    pub say: &'a dyn Fn(&str) -> Option<String>,
    /// The number under a key of this conversation.
    pub number: &'a dyn Fn(&str) -> Option<Before>,
    /// What was proposed on the way, for each key.
    pub proposed: &'a dyn Fn(&str) -> Vec<String>,
}

impl Lookup<'_> {
    pub fn asked(&self, field: &Field, place: &Place) -> AskedField {
        let at = Address { place: place.clone(), field: field.key.clone() };
        let register = self.dossier.answers(&at);
        let speaking =
            |head: &&Head<Answered>| !self.dossier.stays_behind(&head.event) && fits(&field.ask, &head.value.answer);
        let latest = register.and_then(|register| register.latest()).filter(speaking);
        let others = register.map_or(&[][..], |register| register.heads());
        let ask = self.resolved(field);
        AskedField {
            key: field.key.clone(),
            label: self.library.say(&field.label).to_owned(),
            proposals: self.proposals(field),
            ask,
            print: field.print.clone(),
            sensitive: field.sensitive,
            answer: latest.map(|head| head.value.answer.clone()).filter(|answer| !answer.is_empty()),
            others: differing(others, latest),
            written: latest.map(|head| head.at),
            begun_from_answer: self.begun_from_answer(field),
            before: self.before(field),
            part_of: match &field.ask {
                Ask::Goal { parent: Some(parent), .. } => (self.say)(parent),
                _ => None,
            },
        }
    }

    /// The question in the voice of now, with its places filled in and its options complete.
    fn resolved(&self, field: &Field) -> Ask {
        let mut ask = field.ask.map(|phrase: &Phrase| self.library.say(phrase).to_owned());
        let local = || self.library.organisation().suggestions_at(&field.key).map(str::to_owned);
        match &mut ask {
            Ask::Choice(options) | Ask::Choices(options) | Ask::Rank(options) => self.complete(options),
            Ask::Text { starter: Some(text), .. }
            | Ask::Goal { starter: Some(text), .. }
            | Ask::IfThen { starter: Some(text) } => *text = Words::of(text).fill(self.say),
            Ask::Tasks { suggestions, .. } => suggestions.extend(local()),
            Ask::List { suggestions, .. } => {
                suggestions.extend((self.proposed)(&field.key));
                suggestions.extend(local());
            }
            _ => {}
        }
        ask
    }

    fn begun_from_answer(&self, field: &Field) -> bool {
        let (Ask::Text { starter: Some(starter), .. } | Ask::Goal { starter: Some(starter), .. }) = &field.ask else {
            return false;
        };
        let words = self.library.say(starter).trim();
        // Half a sentence of the guide with an answer in it is no answer.
        let alone = words.starts_with('{') && words.ends_with('}') && words.matches('{').count() == 1;
        alone && Words::of(words).keys().any(|(key, _)| (self.say)(key).is_some())
    }

    fn complete(&self, options: &mut Options) {
        if let Some(key) = options.from.take() {
            let taken = (self.items)(&key).into_iter();
            options.own.extend(taken.map(|item| Choice {
                id: item.id.as_str().to_owned(),
                text: item.text,
                hint: None,
            }));
        }
    }

    /// What the question is about, or what can be taken over there.
    fn proposals(&self, field: &Field) -> Vec<Item> {
        let lines = |lines: Vec<String>| -> Vec<Item> {
            lines.into_iter().map(|text| Item { id: ItemId::new(line_id(&text)), text }).collect()
        };
        match &field.ask {
            Ask::Tasks { from, .. } => {
                let mut items = from.iter().flat_map(|key| (self.items)(key)).collect::<Vec<Item>>();
                items.extend(lines((self.proposed)(&field.key)));
                items
            }
            Ask::Goal { .. } => lines((self.proposed)(&field.key)),
            Ask::List { frames: true, .. } => lines(self.library.organisation().frames.clone()),
            Ask::Status { from } => (self.items)(from),
            Ask::StepRef => self.steps(),
            _ => Vec::new(),
        }
    }

    /// Every step of every guide at hand.
    fn steps(&self) -> Vec<Item> {
        let steps = self.library.guides().flat_map(|(guide, _)| guide.steps().iter().map(move |step| (guide, step)));
        steps
            .map(|(guide, step)| Item {
                id: ItemId::new(format!("{}/{}", guide.name().id, step.id)),
                text: format!("{}: {}", guide.title(), self.library.say(&step.title)),
            })
            .collect()
    }

    /// The newest number to compare with: of this conversation first, then of earlier ones.
    fn before(&self, field: &Field) -> Option<Before> {
        let Ask::Scale { compare, .. } = &field.ask else { return None };
        let own = &self.run.guide.id;
        let here = compare.iter().filter(|key| **key != field.key).filter_map(|key| (self.number)(key));
        let earlier = compare.iter().filter_map(|key| match key.split_once('/') {
            Some((guide, key)) if guide != own => self.past.newest(guide, key),
            Some((_, key)) => self.past.before(own, key, self.run.clock),
            None => self.past.before(own, key, self.run.clock),
        });
        here.last().or_else(|| {
            let newest = earlier.max_by_key(|earlier| earlier.head.clock)?;
            number(newest.answer()).map(|number| Before { number, at: newest.head.at })
        })
    }
}

pub(super) fn number(answer: &Answer) -> Option<u8> {
    match answer {
        Answer::Number(number) => *number,
        _ => None,
    }
}

/// What stands in the organisation file, as things to choose from.
pub(super) fn local_items(organisation: &Organisation, key: &str) -> Vec<Item> {
    let lines = organisation.lines(key).into_iter();
    lines.map(|line| Item { id: ItemId::new(line_id(line)), text: line.to_owned() }).collect()
}

fn differing(heads: &[Head<Answered>], latest: Option<&Head<Answered>>) -> Vec<Answer> {
    heads
        .iter()
        .map(|head| &head.value.answer)
        .filter(|answer| latest.is_some_and(|latest| latest.value.answer != **answer))
        .cloned()
        .collect()
}
