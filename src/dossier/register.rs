//! What stands at one address: usually one thing, two when two people wrote without seeing each other.

use jiff::civil::DateTime;

use super::event::Clock;
use super::ids::EventId;

/// One thing that stands in a register, with the event that put it there.
#[derive(Clone, Debug, PartialEq)]
pub struct Head<T> {
    pub event: EventId,
    pub clock: Clock,
    pub at: DateTime,
    pub value: T,
}

/// The heads of one address, the latest clock last.
#[derive(Clone, Debug, PartialEq)]
pub struct Register<T>(Vec<Head<T>>);

impl<T> Default for Register<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Register<T> {
    pub(super) fn push(&mut self, head: Head<T>) {
        self.0.push(head);
        self.0.sort_by(|a, b| (a.clock, &a.event).cmp(&(b.clock, &b.event)));
    }

    /// The head that speaks: the one with the latest clock.
    #[must_use]
    pub fn latest(&self) -> Option<&Head<T>> {
        self.0.last()
    }

    /// All heads; more than one means that a person has to choose.
    #[must_use]
    pub fn heads(&self) -> &[Head<T>] {
        &self.0
    }

    /// What a new event in this register replaces.
    #[must_use]
    pub fn standing(&self) -> Vec<EventId> {
        self.0.iter().map(|head| head.event.clone()).collect()
    }
}
