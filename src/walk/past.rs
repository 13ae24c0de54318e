//! What was said before, in this conversation or another: looked up by guide and key.

use std::collections::BTreeMap;

use crate::dossier::answer::Answer;
use crate::dossier::event::{Answered, Clock};
use crate::dossier::ids::ItemId;
use crate::dossier::{Dossier, Head};

/// One answer that stands, with the run that it belongs to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Earlier<'a> {
    /// When that run began.
    pub began: Clock,
    pub item: Option<&'a ItemId>,
    pub head: &'a Head<Answered>,
}

impl<'a> Earlier<'a> {
    pub fn answer(&self) -> &'a Answer {
        &self.head.value.answer
    }
}

/// All answers that stand in a dossier, by guide id and key, the newest last.
#[derive(Debug, Default)]
pub(super) struct Past<'a>(BTreeMap<&'a str, BTreeMap<&'a str, Vec<Earlier<'a>>>>);

impl<'a> Past<'a> {
    pub fn of(dossier: &'a Dossier) -> Self {
        let mut past: BTreeMap<_, BTreeMap<_, Vec<Earlier<'a>>>> = BTreeMap::new();
        for (at, register) in dossier.all_answers() {
            let (Some(run), Some(head)) = (dossier.run(&at.place.run), register.latest()) else { continue };
            if head.value.answer.is_empty() || dossier.stays_behind(&head.event) {
                continue;
            }
            let earlier = Earlier { began: run.clock, item: at.place.item.as_ref(), head };
            past.entry(run.guide.id.as_str()).or_default().entry(at.field.as_str()).or_default().push(earlier);
        }
        for said in past.values_mut().flat_map(BTreeMap::values_mut) {
            said.sort_by(|a, b| (a.head.clock, &a.head.event).cmp(&(b.head.clock, &b.head.event)));
        }
        Self(past)
    }

    /// Everything said under a key of a guide, over all conversations.
    pub fn all(&self, guide: &str, key: &str) -> &[Earlier<'a>] {
        self.0.get(guide).and_then(|said| said.get(key)).map_or(&[], Vec::as_slice)
    }

    /// The newest answer to a key of a guide.
    pub fn newest(&self, guide: &str, key: &str) -> Option<Earlier<'a>> {
        self.all(guide, key).last().copied()
    }

    /// The newest answer that was given in a conversation with this guide that began before `began`.
    pub fn before(&self, guide: &str, key: &str, began: Clock) -> Option<Earlier<'a>> {
        self.all(guide, key).iter().rev().find(|earlier| earlier.began < began).copied()
    }
}
