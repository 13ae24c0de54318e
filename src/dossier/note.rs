//! The klantmanager's own note. A type of its own, so that the client's screen and paper cannot receive it by accident.

use serde::{Deserialize, Serialize};

/// Words for the klantmanager alone. They do fall under the client's right of access.
///
/// There is no `Display` and no `Deref`: whoever reads it must say so.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PrivateNote(String);

impl PrivateNote {
    #[must_use]
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }

    /// For the klantmanager's own pane and the client's right of access, and nowhere else.
    #[must_use]
    pub fn for_the_klantmanager(&self) -> &str {
        &self.0
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl std::fmt::Debug for PrivateNote {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PrivateNote(..)")
    }
}
