//! The moment a command is handled, handed in from outside: no room but the platform reads a clock.

use jiff::civil::{Date, DateTime};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// Milliseconds since 1970.
    pub millis: i64,
    /// The wall clock where the user sits.
    pub local: DateTime,
}

impl Now {
    #[must_use]
    pub fn today(self) -> Date {
        self.local.date()
    }
}
