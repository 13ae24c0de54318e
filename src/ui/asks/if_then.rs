//! If this, then that: one sentence with two gaps.

use eframe::egui::Ui;

use crate::dossier::answer::{Answer, IfThen};
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Field, Ink, OptionRow, card, words};

use super::text::Begun;
use super::{Around, Touch};

#[derive(Clone, Debug)]
pub(super) struct IfThenDraft {
    when: Begun,
    then: String,
    spoken: bool,
}

impl IfThenDraft {
    pub(super) fn of(starter: Option<&str>, answer: Option<&Answer>) -> Self {
        let plan = match answer {
            Some(Answer::IfThen(plan)) => plan.clone(),
            _ => IfThen::default(),
        };
        Self { when: Begun::of(starter, Some(&plan.when)), then: plan.then, spoken: plan.spoken }
    }

    pub(super) fn answer(&self) -> IfThen {
        // With the other half there the sentence stands as it is read.
        let whole = !self.then.trim().is_empty();
        let when = if whole { self.when.words.trim().to_owned() } else { self.when.said() };
        IfThen { when, then: self.then.trim().to_owned(), spoken: self.spoken }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: Around<'_>) -> Touch {
        let say = |key| around.texts.say(key);
        let (when, then) = (say("widget-if-label"), say("widget-then-label"));
        let mut touch = Touch::Nothing;
        card(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            // The words of the sentence are the labels; the field's own name says the same with more.
            words(ui, Lettering::LeadStrong, Ink::Accent, &say("widget-if"));
            let field = Field::phrase("when", &when).label_elsewhere().letters(Lettering::Lead);
            touch.add(Touch::typed(&field.show(ui, &mut self.when.words)));
            words(ui, Lettering::LeadStrong, Ink::Accent, &say("widget-then"));
            let field = Field::phrase("then", &then).label_elsewhere().letters(Lettering::Lead);
            touch.add(Touch::typed(&field.show(ui, &mut self.then)));
            if OptionRow::check("spoken", &say("widget-then-spoken")).bare().show(ui, self.spoken).clicked() {
                self.spoken = !self.spoken;
                touch.add(Touch::Done);
            }
        });
        touch
    }
}
