//! A field for a time of day: "10.00", "10:00", "9u30". "Half tien" is asked again: people mean different things by it.

use eframe::egui::{Response, Ui};
use jiff::civil::Time;

use crate::texts::{Texts, dates};

use super::field::{Field, said_line, trouble_line};
use super::words::Ink;

/// What is typed in a time field, and the time it means.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TimeEntry {
    typed: String,
    time: Option<Time>,
}

impl TimeEntry {
    #[must_use]
    pub fn of(time: Option<Time>) -> Self {
        let typed = time.map(|time| format!("{}.{:02}", time.hour(), time.minute())).unwrap_or_default();
        Self { typed, time }
    }

    #[must_use]
    pub fn time(&self) -> Option<Time> {
        self.time
    }

    /// Whether nothing was typed, understood or not.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.typed.trim().is_empty()
    }
}

/// Reads "10", "10.00", "10:00", "9u30", "9.30 uur".
#[must_use]
pub fn read(typed: &str) -> Option<Time> {
    let lower = typed.trim().to_lowercase();
    let bare = lower.trim_end_matches("uur").trim_end_matches(['u', 'h']).trim();
    let (hour, minute) = match bare.split_once(['.', ':', 'u', 'h']) {
        Some((hour, minute)) if minute.trim().len() == 2 => (hour, minute),
        Some(_) => return None,
        None => (bare, "0"),
    };
    Time::new(hour.trim().parse().ok()?, minute.trim().parse().ok()?, 0, 0).ok()
}

/// Draws the field; under it stands the time it understood, or what to type instead.
pub fn time_field(ui: &mut Ui, texts: &Texts, key: &str, label: &str, entry: &mut TimeEntry) -> Response {
    ui.push_id(key, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let example = texts.say("widget-time-example");
        let response = Field::line("typed", label).example(&example).width(120.0).show(ui, &mut entry.typed);
        if response.changed() {
            entry.time = read(&entry.typed);
        }
        if let Some(time) = entry.time {
            said_line(ui, Ink::Soft, &dates::time(texts, time));
        } else if !entry.is_empty() && !response.has_focus() {
            trouble_line(ui, &texts.say("widget-time-unclear"));
        }
        response
    })
    .inner
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    #[test]
    fn the_ways_people_write_a_time() {
        for typed in ["10.00", "10:00", "10", "10u", "10 uur", "10.00 uur", " 10u00 "] {
            assert_eq!(read(typed), Some(time(10, 0, 0, 0)), "{typed}");
        }
        assert_eq!(read("9u30"), Some(time(9, 30, 0, 0)));
        for typed in ["", "straks", "25.00", "10.5", "10.75", "half tien"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
