//! The words of screen, paper, findings and notices, Dutch first and English beside it.
//!
//! Fluent files lie in `assets/locale/`, one per kind of text; a key that a language lacks falls back to Dutch.

pub mod caution;
pub mod dates;
pub mod reading;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// The languages of screen and paper. Guides carry their own language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    Dutch,
    English,
}

impl Language {
    /// As a document names it (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Dutch => "nl-NL",
            Self::English => "en-GB",
        }
    }
}

const DUTCH: [&str; 5] = [
    include_str!("../../assets/locale/nl/screen.ftl"),
    include_str!("../../assets/locale/nl/widget.ftl"),
    include_str!("../../assets/locale/nl/paper.ftl"),
    include_str!("../../assets/locale/nl/notice.ftl"),
    include_str!("../../assets/locale/nl/finding.ftl"),
];
const ENGLISH: [&str; 5] = [
    include_str!("../../assets/locale/en/screen.ftl"),
    include_str!("../../assets/locale/en/widget.ftl"),
    include_str!("../../assets/locale/en/paper.ftl"),
    include_str!("../../assets/locale/en/notice.ftl"),
    include_str!("../../assets/locale/en/finding.ftl"),
];

/// A store of phrases by key.
pub struct Texts {
    language: Language,
    /// The chosen language first, Dutch last.
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl Texts {
    #[must_use]
    pub fn new(language: Language) -> Self {
        let bundles = match language {
            Language::Dutch => vec![bundle(Language::Dutch)],
            Language::English => vec![bundle(Language::English), bundle(Language::Dutch)],
        };
        Self { language, bundles }
    }

    #[must_use]
    pub fn language(&self) -> Language {
        self.language
    }

    /// The phrase for `key`; the key itself where no language has it, so that a gap is seen and nothing fails.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    /// The phrase for `key` with its places filled in.
    #[must_use]
    pub fn say_with(&self, key: &str, args: &[(&str, FluentValue<'_>)]) -> String {
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        for bundle in &self.bundles {
            if let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) {
                let mut errors = Vec::new();
                return bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
            }
        }
        key.to_owned()
    }

    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundles.iter().any(|bundle| bundle.has_message(key))
    }
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Texts").field("language", &self.language).finish_non_exhaustive()
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let (id, sources) = match language {
        Language::Dutch => ("nl", DUTCH),
        Language::English => ("en", ENGLISH),
    };
    let id: LanguageIdentifier = id.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The invisible marks around each filled-in word would be printed as boxes.
    bundle.set_use_isolating(false);
    for source in sources {
        // A faulty line is dropped here and found by the tests, which read both languages whole.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
        bundle.add_resource_overriding(resource);
    }
    bundle
}
