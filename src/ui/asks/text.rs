//! Free words.

use eframe::egui::Ui;

use crate::dossier::answer::Answer;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::Field;

use super::{Around, Touch};

/// Words with a beginning that the guide gave.
#[derive(Clone, Debug, Default)]
pub(super) struct Begun {
    pub(super) words: String,
    starter: String,
}

impl Begun {
    pub(super) fn of(starter: Option<&str>, said: Option<&str>) -> Self {
        let starter = starter.unwrap_or_default().to_owned();
        let words = said.filter(|said| !said.trim().is_empty()).unwrap_or(&starter).to_owned();
        Self { words, starter }
    }

    /// What was said; the beginning alone is nothing.
    pub(super) fn said(&self) -> String {
        let words = self.words.trim();
        if words == self.starter.trim() { String::new() } else { words.to_owned() }
    }
}

#[derive(Clone, Debug)]
pub(super) struct TextDraft(Begun);

impl TextDraft {
    pub(super) fn of(starter: Option<&str>, answer: Option<&Answer>) -> Self {
        let said = match answer {
            Some(Answer::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        Self(Begun::of(starter, said))
    }

    pub(super) fn answer(&self) -> String {
        self.0.said()
    }

    /// The words that were put in, when nobody changed them.
    pub(super) fn as_begun(&self) -> Option<&str> {
        let words = self.0.words.trim();
        (!words.is_empty() && words == self.0.starter.trim()).then_some(words)
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: Around<'_>, lines: u8) -> Touch {
        let field = Field::area("text", around.label, lines).label_elsewhere().letters(Lettering::Lead);
        let response = field.show(ui, &mut self.0.words);
        Touch::typed(&response)
    }
}
