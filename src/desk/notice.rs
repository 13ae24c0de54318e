//! What the user is told: what happened, and what to do now.

use std::collections::BTreeSet;

use super::command::Trouble;
use crate::texts::Texts;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The key of its words in `notice.ftl`; the advice has `-advice` behind it.
    pub key: String,
    pub weight: Weight,
    /// Fills `{ $a }`; never a client's words.
    pub about: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Something was done.
    Done,
    /// Something asks for attention.
    Trouble,
}

impl Notice {
    #[must_use]
    pub fn done(key: &str) -> Self {
        Self { key: key.to_owned(), weight: Weight::Done, about: String::new() }
    }

    #[must_use]
    pub fn trouble(key: &str) -> Self {
        Self { key: key.to_owned(), weight: Weight::Trouble, about: String::new() }
    }

    #[must_use]
    pub fn about(self, about: impl Into<String>) -> Self {
        Self { about: about.into(), ..self }
    }

    /// What is wrong with a dossier, one of each kind: `roer vault verify` names every file.
    pub fn of_each_kind(trouble: &[Trouble]) -> impl Iterator<Item = Self> {
        let mut told = BTreeSet::new();
        trouble.iter().filter(move |trouble| told.insert(&trouble.key)).map(Self::from)
    }

    /// What happened.
    #[must_use]
    pub fn what(&self, texts: &Texts) -> String {
        texts.say_with(&self.key, &[("a", self.about.as_str().into())])
    }

    /// What to do now; empty where nothing needs doing.
    #[must_use]
    pub fn what_now(&self, texts: &Texts) -> String {
        let key = format!("{}-advice", self.key);
        if texts.has(&key) { texts.say_with(&key, &[("a", self.about.as_str().into())]) } else { String::new() }
    }
}

impl From<&Trouble> for Notice {
    fn from(trouble: &Trouble) -> Self {
        let about = trouble.path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        Self { key: trouble.key.clone(), weight: Weight::Trouble, about }
    }
}
