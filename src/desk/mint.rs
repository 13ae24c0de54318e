//! New names for runs and list entries: unique in a dossier, and saying nothing.

use std::cell::Cell;

use crate::dossier::ids::{ItemId, RunId};

/// Makes names from a random beginning and a count.
#[derive(Debug)]
pub struct Mint {
    beginning: String,
    count: Cell<u32>,
}

impl Mint {
    /// `beginning` must be random where names of two laptops can meet.
    #[must_use]
    pub fn new(beginning: impl Into<String>) -> Self {
        Self { beginning: beginning.into(), count: Cell::new(0) }
    }

    #[must_use]
    pub fn item(&self) -> ItemId {
        ItemId::new(self.next())
    }

    #[must_use]
    pub fn run(&self) -> RunId {
        RunId::new(self.next())
    }

    fn next(&self) -> String {
        let count = self.count.get() + 1;
        self.count.set(count);
        format!("{}-{count}", self.beginning)
    }
}
