//! What somebody did over the years: a line each, in any order, with rough years.

use eframe::egui::{Ui, accesskit::Role, vec2};

use crate::dossier::answer::{Answer, Moment};
use crate::dossier::ids::ItemId;
use crate::texts::Texts;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Field, Ink, Mark, card, group, words};

use super::adder::{Added, adder};
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
        let texts = around.texts;
        let mut touch = Touch::Nothing;
        let mut gone = None;
        group(ui, "moments", Role::List, around.label, |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            for (at, moment) in self.moments.iter_mut().enumerate() {
                let (edited, removed) = ui.push_id(moment.id.clone(), |ui| moment_ui(ui, texts, moment)).inner;
                touch.add(edited);
                if removed {
                    gone = Some(at);
                }
            }
            let label = texts.say("widget-moment-add");
            let drawn = words(ui, Lettering::SmallStrong, Ink::Soft, &label).id;
            match adder(ui, texts, &label, Some(drawn), &mut self.typed) {
                Added::Words(what) => {
                    self.moments.push(new((around.mint)(), what));
                    touch.add(Touch::Done);
                }
                Added::Typing => touch.add(Touch::Typing),
                Added::Nothing => {}
            }
        });
        if let Some(at) = gone {
            self.moments.remove(at);
            touch.add(Touch::Done);
        }
        touch
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
