//! The catalogue of what a user can wish for, with label, hint and shortcut in one place:
//! menu, button and keyboard can never disagree.

use crate::texts::Texts;

/// A wish without further words. What needs words (an answer, a name) is a [`Command`](super::Command) of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wish {
    Next,
    Back,
    NotNeeded,
    Later,
    Undo,
    ShowClients,
    ShowDossier,
    ShowGuides,
    ShowWalk,
    ShowOverview,
    ShowPlan,
    SavePlan,
    ViewPlan,
    CopyReport,
    OpenGuideFile,
    WholeRoute,
    TogglePane,
    ToggleHelpNow,
    ToggleTheme,
    ToggleLanguage,
    /// The guide speaks its second language, or Dutch again.
    SecondLanguage,
    ShowMap,
    LargerText,
    SmallerText,
    /// Papers in large letters, or in the usual ones again.
    LargePrint,
    /// Nothing can be read until the passphrase was typed again.
    Lock,
}

/// A key with its helpers; `key` is its name as egui writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shortcut {
    pub ctrl: bool,
    pub shift: bool,
    pub alt: bool,
    pub key: &'static str,
}

const fn plain(key: &'static str) -> Shortcut {
    Shortcut { ctrl: false, shift: false, alt: false, key }
}

const fn ctrl(key: &'static str) -> Shortcut {
    Shortcut { ctrl: true, shift: false, alt: false, key }
}

const fn alt(key: &'static str) -> Shortcut {
    Shortcut { ctrl: false, shift: false, alt: true, key }
}

impl Wish {
    pub const ALL: [Self; 26] = [
        Self::Next,
        Self::Back,
        Self::NotNeeded,
        Self::Later,
        Self::Undo,
        Self::ShowClients,
        Self::ShowDossier,
        Self::ShowGuides,
        Self::ShowWalk,
        Self::ShowOverview,
        Self::ShowPlan,
        Self::SavePlan,
        Self::ViewPlan,
        Self::CopyReport,
        Self::OpenGuideFile,
        Self::WholeRoute,
        Self::TogglePane,
        Self::ToggleHelpNow,
        Self::ToggleTheme,
        Self::ToggleLanguage,
        Self::SecondLanguage,
        Self::ShowMap,
        Self::LargerText,
        Self::SmallerText,
        Self::LargePrint,
        Self::Lock,
    ];

    /// The key of its words in `screen.ftl`; the hint has `-hint` behind it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Next => "wish-next",
            Self::Back => "wish-back",
            Self::NotNeeded => "wish-not-needed",
            Self::Later => "wish-later",
            Self::Undo => "wish-undo",
            Self::ShowClients => "wish-clients",
            Self::ShowDossier => "wish-dossier",
            Self::ShowGuides => "wish-guides",
            Self::ShowWalk => "wish-walk",
            Self::ShowOverview => "wish-overview",
            Self::ShowPlan => "wish-plan",
            Self::SavePlan => "wish-save-plan",
            Self::ViewPlan => "wish-view-plan",
            Self::CopyReport => "wish-copy-report",
            Self::OpenGuideFile => "wish-open-guide",
            Self::WholeRoute => "wish-whole-route",
            Self::TogglePane => "wish-pane",
            Self::ToggleHelpNow => "wish-help-now",
            Self::ToggleTheme => "wish-theme",
            Self::ToggleLanguage => "wish-language",
            Self::SecondLanguage => "wish-second",
            Self::ShowMap => "wish-map",
            Self::LargerText => "wish-larger",
            Self::SmallerText => "wish-smaller",
            Self::LargePrint => "wish-large-print",
            Self::Lock => "wish-lock",
        }
    }

    #[must_use]
    pub fn label(self, texts: &Texts) -> String {
        texts.say(self.key())
    }

    #[must_use]
    pub fn hint(self, texts: &Texts) -> String {
        texts.say(&format!("{}-hint", self.key()))
    }

    #[must_use]
    pub fn shortcut(self) -> Option<Shortcut> {
        Some(match self {
            Self::Next => ctrl("Enter"),
            Self::Back => alt("ArrowLeft"),
            Self::NotNeeded => alt("N"),
            Self::Later => alt("L"),
            Self::Undo => Shortcut { ctrl: true, shift: true, alt: false, key: "Z" },
            Self::ShowClients => ctrl("1"),
            Self::ShowDossier => ctrl("2"),
            Self::ShowWalk => ctrl("3"),
            Self::ShowOverview => ctrl("4"),
            Self::ShowPlan => ctrl("5"),
            Self::SavePlan => ctrl("S"),
            Self::ViewPlan => ctrl("P"),
            Self::CopyReport => Shortcut { ctrl: true, shift: true, alt: false, key: "C" },
            Self::TogglePane => plain("F4"),
            Self::ToggleHelpNow => plain("F9"),
            Self::ToggleTheme => plain("F8"),
            Self::Lock => ctrl("L"),
            // Zoom has the keys that the window's toolkit itself listens to; the rest is reached by Tab.
            Self::ShowGuides
            | Self::OpenGuideFile
            | Self::WholeRoute
            | Self::ToggleLanguage
            | Self::SecondLanguage
            | Self::ShowMap
            | Self::LargerText
            | Self::SmallerText
            | Self::LargePrint => return None,
        })
    }
}

impl Shortcut {
    /// As it is written beside a button: "Ctrl S".
    #[must_use]
    pub fn words(self) -> String {
        let name = match self.key {
            "ArrowLeft" => "←",
            key => key,
        };
        let helpers = [(self.ctrl, "Ctrl"), (self.shift, "Shift"), (self.alt, "Alt")];
        let helpers = helpers.into_iter().filter(|(held, _)| *held).map(|(_, name)| name);
        helpers.chain([name]).collect::<Vec<_>>().join(" ")
    }
}
