//! A day; and a day with a time, a place, and who calls.

use eframe::egui::{Ui, vec2};

use crate::dossier::answer::{Answer, Appointment};
use crate::ui::widgets::{DateEntry, Field, TimeEntry, date_field, time_field};

use super::{Around, Touch};

/// A day on its own.
pub(super) fn day_ui(ui: &mut Ui, around: Around<'_>, entry: &mut DateEntry) -> Touch {
    let response = date_field(ui, around.texts, "date", around.label, entry);
    Touch::typed(&response)
}

#[derive(Clone, Debug)]
pub(super) struct AppointmentDraft {
    date: DateEntry,
    time: TimeEntry,
    place: String,
    who_calls: String,
}

impl AppointmentDraft {
    pub(super) fn of(answer: Option<&Answer>) -> Self {
        let given = match answer {
            Some(Answer::Appointment(given)) => given.clone(),
            _ => Appointment::default(),
        };
        Self {
            date: DateEntry::of(given.date),
            time: TimeEntry::of(given.time),
            place: given.place,
            who_calls: given.who_calls,
        }
    }

    pub(super) fn answer(&self) -> Appointment {
        Appointment {
            date: self.date.date(),
            time: self.time.time(),
            place: self.place.trim().to_owned(),
            who_calls: self.who_calls.trim().to_owned(),
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: Around<'_>) -> Touch {
        let texts = around.texts;
        let say = |key| texts.say(key);
        ui.spacing_mut().item_spacing.y = 16.0;
        let mut touch = when_ui(
            ui,
            around,
            ("widget-appointment-date", &mut self.date),
            ("widget-appointment-time", &mut self.time),
        );
        let (place, help, calls) =
            (say("widget-appointment-place"), say("widget-appointment-place-help"), say("widget-appointment-calls"));
        touch.add(Touch::typed(&Field::phrase("place", &place).help(&help).show(ui, &mut self.place)));
        touch.add(Touch::typed(&Field::phrase("calls", &calls).show(ui, &mut self.who_calls)));
        touch
    }
}

/// Day and time beside each other, or under each other where it is narrow.
pub(super) fn when_ui(
    ui: &mut Ui,
    around: Around<'_>,
    (day_key, day): (&str, &mut DateEntry),
    (time_key, time): (&str, &mut TimeEntry),
) -> Touch {
    let texts = around.texts;
    let (day_label, time_label) = (texts.say(day_key), texts.say(time_key));
    let mut both = |ui: &mut Ui| {
        let mut touch = Touch::typed(&ui.vertical(|ui| date_field(ui, texts, "date", &day_label, day)).inner);
        touch.add(Touch::typed(&ui.vertical(|ui| time_field(ui, texts, "time", &time_label, time)).inner));
        touch
    };
    if ui.available_width() < 480.0 {
        ui.vertical(both).inner
    } else {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = vec2(24.0, 0.0);
            both(ui)
        })
        .inner
    }
}
