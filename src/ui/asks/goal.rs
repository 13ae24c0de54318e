//! A goal: the client's own words, large; a sign of success; a day.

use eframe::egui::Ui;

use crate::dossier::answer::{Answer, Goal, Item};
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{DateEntry, Field, date_field};

use super::offers::chips;
use super::text::Begun;
use super::{Around, Touch};

#[derive(Clone, Debug)]
pub(super) struct GoalDraft {
    pub(super) words: Begun,
    sign: String,
    by: DateEntry,
}

impl GoalDraft {
    pub(super) fn of(starter: Option<&str>, answer: Option<&Answer>) -> Self {
        let goal = match answer {
            Some(Answer::Goal(goal)) => goal.clone(),
            _ => Goal::default(),
        };
        Self { words: Begun::of(starter, Some(&goal.words)), sign: goal.sign, by: DateEntry::of(goal.by) }
    }

    pub(super) fn answer(&self) -> Goal {
        Goal { words: self.words.said(), sign: self.sign.trim().to_owned(), by: self.by.date() }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: Around<'_>, proposals: &[Item]) -> Touch {
        let say = |key| around.texts.say(key);
        ui.spacing_mut().item_spacing.y = 16.0;
        let field = Field::area("words", around.label, 2).label_elsewhere().letters(Lettering::Page);
        let mut touch = Touch::typed(&field.show(ui, &mut self.words.words));
        let offered = proposals.iter().map(|item| (item.id.as_str(), item.text.as_str()));
        let taken = |words: &str| self.words.words == words;
        if let Some(item) =
            chips(ui, around.texts, "widget-goal-proposals", offered, taken).and_then(|at| proposals.get(at))
        {
            self.words.words.clone_from(&item.text);
            touch.add(Touch::Done);
        }
        let sign = say("widget-goal-sign");
        touch.add(Touch::typed(&Field::area("sign", &sign, 2).show(ui, &mut self.sign)));
        touch.add(Touch::typed(&date_field(ui, around.texts, "by", &say("widget-goal-by"), &mut self.by)));
        touch
    }
}
