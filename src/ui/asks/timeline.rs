//! What somebody did over the years: a line each, in any order, with rough years.

use eframe::egui::{Ui, vec2};

use crate::dossier::answer::{Answer, Moment};
use crate::dossier::ids::ItemId;
use crate::texts::Texts;
use crate::ui::widgets::{Button, Field, Mark, card};

use super::adder::Entries;
use super::list::removal;
use super::{Around, Touch};

#[derive(Clone, Debug, Default)]
pub(super) struct TimelineDraft {
    moments: Vec<Moment>,
    typed: String,
}

impl TimelineDraft {
    pub(super) fn of(answer: Option<&Answer>) -> Self {
        match answer {
            Some(Answer::Timeline(moments)) => Self { moments: moments.clone(), typed: String::new() },
            _ => Self::default(),
        }
    }

    pub(super) fn answer(&self) -> Vec<Moment> {
        let trimmed = self.moments.iter().map(|moment| Moment {
            id: moment.id.clone(),
            years: moment.years.trim().to_owned(),
            what: moment.what.trim().to_owned(),
            why_ended: moment.why_ended.trim().to_owned(),
        });
        trimmed.filter(|moment| !moment.what.is_empty() || !moment.years.is_empty()).collect()
    }

    pub(super) fn settle(&mut self, mint: &dyn Fn() -> ItemId) -> bool {
        let what = std::mem::take(&mut self.typed).trim().to_owned();
        let said = !what.is_empty();
        if said {
            self.moments.push(new(mint(), what));
        }
        said
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: Around<'_>) -> Touch {
        let label = around.texts.say("widget-moment-add");
        let entries = Entries { key: "moments", label: &label, id: |moment: &Moment| &moment.id, row: moment_ui, new };
        entries.ui(ui, around, &mut self.moments, &mut self.typed)
    }
}

fn new(id: ItemId, what: String) -> Moment {
    Moment { id, years: String::new(), what, why_ended: String::new() }
}

fn moment_ui(ui: &mut Ui, texts: &Texts, moment: &mut Moment) -> (Touch, bool) {
    let spoken = removal(texts, &moment.what);
    card(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 12.0);
        let mut touch = Touch::Nothing;
        let width = ui.available_width() - 52.0;
        let what = texts.say("widget-moment-what");
        let removed = ui
            .horizontal(|ui| {
                let field = Field::phrase("what", &what).label_elsewhere().width(width);
                let response = ui.scope(|ui| field.show(ui, &mut moment.what)).inner;
                touch.add(Touch::typed(&response));
                ui.add(Button::icon(Mark::Cross, &spoken).key("remove")).clicked()
            })
            .inner;
        for (key, label, text) in
            [("years", "widget-moment-years", &mut moment.years), ("why", "widget-moment-why", &mut moment.why_ended)]
        {
            touch.add(Touch::typed(&Field::phrase(key, &texts.say(label)).show(ui, text)));
        }
        (touch, removed)
    })
    .inner
}
