//! One thing to do on a card. When and where stay folded until someone wants them: it must not look like a form.

use eframe::egui::{Ui, vec2};

use crate::dossier::answer::Task;
use crate::dossier::ids::ItemId;
use crate::guide::ask::Who;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, DateEntry, Field, Mark, TimeEntry, card, date_field};

use super::appointment::when_ui;
use super::list::removal;
use super::{Around, Touch};

#[derive(Clone, Debug)]
pub(super) struct TaskDraft {
    pub(super) id: ItemId,
    pub(super) what: String,
    by_whom: String,
    day: DateEntry,
    time: TimeEntry,
    place: String,
    how_often: String,
    /// When and where are unfolded.
    open: bool,
}

impl TaskDraft {
    pub(super) fn new(id: ItemId, what: String) -> Self {
        Self {
            id,
            what,
            by_whom: String::new(),
            day: DateEntry::default(),
            time: TimeEntry::default(),
            place: String::new(),
            how_often: String::new(),
            open: false,
        }
    }

    pub(super) fn of(task: &Task) -> Self {
        let filled = task.day.is_some() || task.time.is_some() || !task.place.is_empty() || !task.how_often.is_empty();
        Self {
            id: task.id.clone(),
            what: task.what.clone(),
            by_whom: task.by_whom.clone(),
            day: DateEntry::of(task.day),
            time: TimeEntry::of(task.time),
            place: task.place.clone(),
            how_often: task.how_often.clone(),
            open: filled,
        }
    }

    /// The task, or nothing where nothing is to be done.
    pub(super) fn answer(&self, who: Who) -> Option<Task> {
        let what = self.what.trim();
        (!what.is_empty()).then(|| Task {
            id: self.id.clone(),
            what: what.to_owned(),
            who,
            by_whom: self.by_whom.trim().to_owned(),
            day: self.day.date(),
            time: self.time.time(),
            place: self.place.trim().to_owned(),
            how_often: self.how_often.trim().to_owned(),
        })
    }

    /// Draws the card; gives what was touched and whether the task is to go.
    pub(super) fn ui(&mut self, ui: &mut Ui, around: Around<'_>, who: Who) -> (Touch, bool) {
        let texts = around.texts;
        card(ui, |ui| {
            ui.spacing_mut().item_spacing = vec2(8.0, 12.0);
            let mut touch = Touch::Nothing;
            let removed = self.what_ui(ui, around, who, &mut touch);
            match who {
                Who::Municipality | Who::Other => {
                    let by_whom =
                        texts.say(if who == Who::Other { "widget-task-who-other" } else { "widget-task-who" });
                    touch.add(Touch::typed(&Field::phrase("by-whom", &by_whom).show(ui, &mut self.by_whom)));
                    let before = texts.say("widget-task-before");
                    touch.add(Touch::typed(&date_field(ui, texts, "date", &before, &mut self.day)));
                }
                Who::Client => touch.add(self.details_ui(ui, around)),
            }
            (touch, removed)
        })
        .inner
    }

    fn what_ui(&mut self, ui: &mut Ui, around: Around<'_>, who: Who, touch: &mut Touch) -> bool {
        let label = around.texts.say(match who {
            Who::Client => "widget-task-client",
            Who::Municipality => "widget-task-municipality",
            Who::Other => "widget-task-other",
        });
        let spoken = removal(around.texts, &self.what);
        let width = ui.available_width() - 52.0;
        ui.horizontal(|ui| {
            let field = Field::phrase("what", &label).label_elsewhere().letters(Lettering::LeadStrong).width(width);
            let response = ui.scope(|ui| field.show(ui, &mut self.what)).inner;
            touch.add(Touch::typed(&response));
            ui.add(Button::icon(Mark::Cross, &spoken).key("remove")).clicked()
        })
        .inner
    }

    fn details_ui(&mut self, ui: &mut Ui, around: Around<'_>) -> Touch {
        let texts = around.texts;
        let shown = texts.say("widget-task-details");
        let spoken = texts.say_with("widget-task-details-of", &[("item", self.what.trim().into())]);
        let toggle = Button::quiet(&shown).small().flush().spoken(&spoken).key("details").expanded(self.open);
        if ui.add(toggle).clicked() {
            self.open = !self.open;
        }
        if !self.open {
            return Touch::Nothing;
        }
        let (place, often) = (texts.say("widget-task-place"), texts.say("widget-task-how-often"));
        let mut touch = when_ui(ui, around, ("widget-task-day", &mut self.day), ("widget-task-time", &mut self.time));
        touch.add(Touch::typed(&Field::phrase("place", &place).show(ui, &mut self.place)));
        touch.add(Touch::typed(&Field::phrase("often", &often).show(ui, &mut self.how_often)));
        touch
    }
}
