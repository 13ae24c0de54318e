//! A fault in a guide: where it is, what it is, and what its author can do.

use crate::texts::Texts;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// "fout": the guide is not installed.
    Fault,
    /// "let op": the guide works; its author will want to know.
    Notice,
}

/// What kind of fault. The names are stable: scripts of guide authors rely on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Syntax,
    TooLarge,
    TooDeep,
    TooManySteps,
    NewerFormat,
    BadId,
    DuplicateId,
    EmptyText,
    TextTooLong,
    ForbiddenCharacter,
    NoSteps,
    NoQuestion,
    DanglingTarget,
    JumpIntoLoop,
    UncappedCycle,
    UnreachableStep,
    UnknownKey,
    UnknownSource,
    UnknownOption,
    ConditionNeverHolds,
    MisplacedOtherwise,
    NothingToLoopOver,
    EmptyPrefill,
    UnknownGuide,
    VariantDiffers,
    NoSecondLanguage,
    UnfitAnswer,
    ProposalTooLate,
    MissingOrganisationKey,
    UnknownFlag,
    UnknownThreshold,
    DeadEnd,
    OptionWithoutWay,
    UnreachableBranch,
    TooLongRoute,
    PathFails,
    TooHardToRead,
    LayerWithoutGuide,
    LayerOfOtherEdition,
}

impl Kind {
    pub const ALL: [Self; 39] = [
        Self::Syntax,
        Self::TooLarge,
        Self::TooDeep,
        Self::TooManySteps,
        Self::NewerFormat,
        Self::BadId,
        Self::DuplicateId,
        Self::EmptyText,
        Self::TextTooLong,
        Self::ForbiddenCharacter,
        Self::NoSteps,
        Self::NoQuestion,
        Self::DanglingTarget,
        Self::JumpIntoLoop,
        Self::UncappedCycle,
        Self::UnreachableStep,
        Self::UnknownKey,
        Self::UnknownSource,
        Self::UnknownOption,
        Self::ConditionNeverHolds,
        Self::MisplacedOtherwise,
        Self::NothingToLoopOver,
        Self::EmptyPrefill,
        Self::UnknownGuide,
        Self::VariantDiffers,
        Self::NoSecondLanguage,
        Self::UnfitAnswer,
        Self::ProposalTooLate,
        Self::MissingOrganisationKey,
        Self::UnknownFlag,
        Self::UnknownThreshold,
        Self::DeadEnd,
        Self::OptionWithoutWay,
        Self::UnreachableBranch,
        Self::TooLongRoute,
        Self::PathFails,
        Self::TooHardToRead,
        Self::LayerWithoutGuide,
        Self::LayerOfOtherEdition,
    ];

    /// The stable kebab-case name, also the key of its words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::TooLarge => "too-large",
            Self::TooDeep => "too-deep",
            Self::TooManySteps => "too-many-steps",
            Self::NewerFormat => "newer-format",
            Self::BadId => "bad-id",
            Self::DuplicateId => "duplicate-id",
            Self::EmptyText => "empty-text",
            Self::TextTooLong => "text-too-long",
            Self::ForbiddenCharacter => "forbidden-character",
            Self::NoSteps => "no-steps",
            Self::NoQuestion => "no-question",
            Self::DanglingTarget => "dangling-target",
            Self::JumpIntoLoop => "jump-into-loop",
            Self::UncappedCycle => "uncapped-cycle",
            Self::UnreachableStep => "unreachable-step",
            Self::UnknownKey => "unknown-key",
            Self::UnknownSource => "unknown-source",
            Self::UnknownOption => "unknown-option",
            Self::ConditionNeverHolds => "condition-never-holds",
            Self::MisplacedOtherwise => "misplaced-otherwise",
            Self::NothingToLoopOver => "nothing-to-loop-over",
            Self::EmptyPrefill => "empty-prefill",
            Self::UnknownGuide => "unknown-guide",
            Self::VariantDiffers => "variant-differs",
            Self::NoSecondLanguage => "no-second-language",
            Self::UnfitAnswer => "unfit-answer",
            Self::ProposalTooLate => "proposal-too-late",
            Self::MissingOrganisationKey => "missing-organisation-key",
            Self::UnknownFlag => "unknown-flag",
            Self::UnknownThreshold => "unknown-threshold",
            Self::DeadEnd => "dead-end",
            Self::OptionWithoutWay => "option-without-way",
            Self::UnreachableBranch => "unreachable-branch",
            Self::TooLongRoute => "too-long-route",
            Self::PathFails => "path-fails",
            Self::TooHardToRead => "too-hard-to-read",
            Self::LayerWithoutGuide => "layer-without-guide",
            Self::LayerOfOtherEdition => "layer-of-other-edition",
        }
    }

    #[must_use]
    pub fn level(self) -> Level {
        match self {
            Self::EmptyPrefill
            | Self::UnknownGuide
            | Self::NoSecondLanguage
            | Self::MissingOrganisationKey
            | Self::UnknownFlag
            | Self::UnknownThreshold
            | Self::TooHardToRead
            | Self::LayerOfOtherEdition => Level::Notice,
            _ => Level::Fault,
        }
    }
}

/// One fault, with its place in the text. Lines and columns count from 1, columns in characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: Kind,
    pub line: usize,
    pub column: usize,
    /// The step it is in, where there is one.
    pub step: Option<String>,
    /// The words that the message names, in the order of its places: `{ $a }`, `{ $b }`.
    pub about: Vec<String>,
}

impl Finding {
    #[must_use]
    pub fn level(&self) -> Level {
        self.kind.level()
    }

    /// What is wrong.
    #[must_use]
    pub fn message(&self, texts: &Texts) -> String {
        self.words(texts, "")
    }

    /// What the author can do now.
    #[must_use]
    pub fn advice(&self, texts: &Texts) -> String {
        self.words(texts, "-advice")
    }

    fn words(&self, texts: &Texts, ending: &str) -> String {
        let args: Vec<(&str, fluent_bundle::FluentValue<'_>)> =
            ["a", "b", "c", "d"].into_iter().zip(self.about.iter().map(|word| word.as_str().into())).collect();
        texts.say_with(&format!("finding-{}{ending}", self.kind.name()), &args)
    }
}
