//! Days and times as people say them: "di 14 oktober 2026", "10.00 uur".

use jiff::civil::{Date, Time, Weekday};

use super::Texts;

/// "di 14 oktober 2026": with the year, since paper hangs on a fridge for a long time.
#[must_use]
pub fn long(texts: &Texts, date: Date) -> String {
    format!("{} {} {} {}", weekday(texts, date), date.day(), month(texts, date), date.year())
}

/// "di 14 okt": where space is short and the year is near.
#[must_use]
pub fn short(texts: &Texts, date: Date) -> String {
    format!("{} {} {}", weekday(texts, date), date.day(), texts.say(&format!("month-short-{}", date.month())))
}

/// "14 oktober 2026".
#[must_use]
pub fn plain(texts: &Texts, date: Date) -> String {
    format!("{} {} {}", date.day(), month(texts, date), date.year())
}

/// "10.00 uur".
#[must_use]
pub fn time(texts: &Texts, time: Time) -> String {
    let clock = format!("{}.{:02}", time.hour(), time.minute());
    texts.say_with("time-of-day", &[("clock", clock.into())])
}

fn month(texts: &Texts, date: Date) -> String {
    texts.say(&format!("month-{}", date.month()))
}

fn weekday(texts: &Texts, date: Date) -> String {
    texts.say(weekday_key(date.weekday()))
}

/// The key of a weekday's short name.
#[must_use]
pub fn weekday_key(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "day-mon",
        Weekday::Tuesday => "day-tue",
        Weekday::Wednesday => "day-wed",
        Weekday::Thursday => "day-thu",
        Weekday::Friday => "day-fri",
        Weekday::Saturday => "day-sat",
        Weekday::Sunday => "day-sun",
    }
}
