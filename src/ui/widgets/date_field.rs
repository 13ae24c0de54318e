//! A field for a day: typed as people say it, or picked from a month; the day it understood stands under it in words.

use eframe::egui::{Context, Id, Popup, PopupCloseBehavior, Response, Ui, vec2};
use jiff::civil::Date;

use crate::texts::dates::weekday_key;
use crate::texts::{Texts, dates};

use super::button::Button;
use super::date_words::{self, Trouble};
use super::field::{Field, said_line, trouble_line};
use super::mark::Mark;
use super::month::month_grid;
use super::words::Ink;

/// What is typed in a date field, and the day it means. The typed words stay, also when they mean nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DateEntry {
    typed: String,
    date: Option<Date>,
    trouble: Option<Trouble>,
    /// The weekday that was typed, where the date falls on another.
    not: Option<jiff::civil::Weekday>,
    /// The month in the little calendar.
    shown: Option<Date>,
}

impl DateEntry {
    #[must_use]
    pub fn of(date: Option<Date>) -> Self {
        let typed = date.map(|date| format!("{}-{}-{}", date.day(), date.month(), date.year())).unwrap_or_default();
        Self { typed, date, ..Self::default() }
    }

    #[must_use]
    pub fn date(&self) -> Option<Date> {
        self.date
    }

    /// Whether nothing was typed, understood or not.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.typed.trim().is_empty()
    }

    fn read(&mut self, texts: &Texts, today: Date) {
        let read = if self.is_empty() { Ok(None) } else { date_words::read(texts, today, &self.typed).map(Some) };
        (self.date, self.not, self.trouble) = match read {
            Ok(found) => (found.map(|found| found.date), found.and_then(|found| found.not), None),
            Err(trouble) => (None, None, Some(trouble)),
        };
    }
}

#[derive(Clone, Copy)]
struct Today(Date);

/// Tells the date fields which day it is. Call it once a frame, or once a day.
pub fn set_today(ctx: &Context, today: Date) {
    ctx.data_mut(|data| data.insert_temp(Id::NULL, Today(today)));
}

/// The day that [`set_today`] told; the system's own when nobody did.
#[must_use]
pub fn today(ctx: &Context) -> Date {
    ctx.data(|data| data.get_temp::<Today>(Id::NULL)).map_or_else(|| jiff::ZonedDateTime::now().date(), |today| today.0)
}

/// Draws the field. The response is `changed` when the entry did, also by picking, and `lost_focus` when it was left.
pub fn date_field(ui: &mut Ui, texts: &Texts, key: &str, label: &str, entry: &mut DateEntry) -> Response {
    ui.push_id(key, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        let now = today(ui.ctx());
        let example = texts.say("widget-date-example");
        let field = Field::line("typed", label).example(&example).width(240.0);
        let named = field.label(ui);
        let response = ui
            .horizontal(|ui| {
                let narrow = (ui.available_width() - 52.0).clamp(80.0, 240.0);
                let mut response = field.width(narrow).edit(ui, named, &mut entry.typed);
                if response.changed() {
                    entry.read(texts, now);
                }
                if let Some(picked) = calendar(ui, texts, label, entry, now) {
                    *entry = DateEntry::of(Some(picked));
                    response.mark_changed();
                }
                response
            })
            .inner;
        understood(ui, texts, entry, response.has_focus());
        response
    })
    .inner
}

/// The button with the calendar, and the month it opens.
fn calendar(ui: &mut Ui, texts: &Texts, label: &str, entry: &mut DateEntry, now: Date) -> Option<Date> {
    let spoken = texts.say_with("widget-date-pick", &[("field", label.into())]);
    let button = ui.add(Button::icon(Mark::Calendar, &spoken).framed().key("calendar"));
    let id = Popup::default_response_id(&button);
    let open = Popup::is_id_open(ui.ctx(), id);
    if button.clicked() {
        entry.shown = Some(entry.date.unwrap_or(now));
    }
    let shown = entry.shown.get_or_insert(entry.date.unwrap_or(now));
    let popup = Popup::from_toggle_button_response(&button)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .accessible_name(&spoken)
        .show(|ui| month_grid(ui, texts, shown, entry.date, now, !open));
    let picked = popup.and_then(|popup| popup.inner);
    if picked.is_some() {
        Popup::close_id(ui.ctx(), id);
    }
    if open && !Popup::is_id_open(ui.ctx(), id) && !button.clicked_elsewhere() {
        // Back to where the keyboard came from.
        button.request_focus();
    }
    picked
}

fn understood(ui: &mut Ui, texts: &Texts, entry: &DateEntry, typing: bool) {
    if let Some(date) = entry.date {
        let day = dates::long(texts, date);
        let said = match entry.not {
            Some(not) => {
                let not = texts.say(weekday_key(not));
                texts.say_with("widget-date-other-weekday", &[("day", day.into()), ("not", not.into())])
            }
            None => day,
        };
        said_line(ui, if entry.not.is_some() { Ink::Warm } else { Ink::Soft }, &said);
    } else if let Some(trouble) = entry.trouble
        && !typing
    {
        // Not while someone still types: half a date is no mistake.
        let said = match trouble {
            Trouble::Words => texts.say("widget-date-unclear"),
            Trouble::NoSuchDay => texts.say("widget-date-no-such-day"),
        };
        trouble_line(ui, &said);
    }
}
