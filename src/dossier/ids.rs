//! Names of things in a dossier. All are random or copied from a guide; none says anything about a person.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            #[must_use]
            pub fn new(name: impl Into<String>) -> Self {
                Self(name.into())
            }

            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

id!(
    /// One client's dossier: 26 random characters of `a-z2-7`, also its folder's name.
    DossierId
);
id!(
    /// One writer's sitting: 26 random characters of `a-z2-7`, also its file's name.
    SegmentId
);
id!(
    /// One walking of a guide.
    RunId
);
id!(
    /// One entry of a list, one task, one person: unique in the dossier.
    ItemId
);

impl ItemId {
    /// The entry "something else, namely" of a choice.
    #[must_use]
    pub fn other() -> Self {
        Self("anders".to_owned())
    }
}

/// An event's own name: the segment that holds it and its number there, from 1.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EventId {
    pub segment: SegmentId,
    pub seq: u32,
}

/// One asking of one step: where an answer can stand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    pub run: RunId,
    pub step: String,
    /// The item of the innermost loop around the step.
    #[serde(default)]
    pub item: Option<ItemId>,
    /// Counts from 1; rises when a jump back asks the step again.
    pub visit: u16,
}

/// One field of a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Address {
    pub place: Place,
    pub field: String,
}
