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
    /// The beginning is a whole answer that was given before: going on with it is saying it again.
    pub(super) counts: bool,
}

impl Begun {
    pub(super) fn of(starter: Option<&str>, said: Option<&str>) -> Self {
        let starter = starter.unwrap_or_default().to_owned();
        let words = said.filter(|said| !said.trim().is_empty()).unwrap_or(&starter).to_owned();
        Self { words, starter, counts: false }
    }

    /// What was said; the beginning alone is nothing, unless it was said before.
    pub(super) fn said(&self) -> String {
        let words = self.words.trim();
        if words == self.starter.trim() && !self.counts { String::new() } else { words.to_owned() }
    }

    /// Whether an earlier answer stands here and nobody changed it.
    pub(super) fn stands(&self) -> bool {
        let words = self.words.trim();
        self.counts && !words.is_empty() && words == self.starter.trim()
    }
}

#[derive(Clone, Debug)]
pub(super) struct TextDraft(pub(super) Begun);

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

    pub(super) fn ui(&mut self, ui: &mut Ui, around: Around<'_>, lines: u8) -> Touch {
        let field = Field::area("text", around.label, lines).label_elsewhere().letters(Lettering::Lead);
        let response = field.show(ui, &mut self.0.words);
        Touch::typed(&response)
    }
}
