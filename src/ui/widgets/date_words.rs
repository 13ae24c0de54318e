//! Days as people type them: "14-10-2026", "14 okt", "di 14 oktober", "morgen".

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use crate::texts::Texts;
use crate::texts::dates::weekday_key;

/// A day that was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Understood {
    pub date: Date,
    /// The day of the week that was typed, when the date falls on another.
    pub not: Option<Weekday>,
}

/// Why no day was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Not a date at all.
    Words,
    /// A date that no calendar has, such as 31 april.
    NoSuchDay,
}

/// Reads `typed`; a day without a year is the first one from `today` on.
///
/// # Errors
/// When no day can be read in it.
pub fn read(texts: &Texts, today: Date, typed: &str) -> Result<Understood, Trouble> {
    let lower = typed.to_lowercase();
    let parts: Vec<&str> =
        lower.split(|c: char| c.is_whitespace() || "-/.,".contains(c)).filter(|part| !part.is_empty()).collect();
    if let [word] = parts.as_slice()
        && let Some(date) = near(texts, today, word)
    {
        return Ok(Understood { date, not: None });
    }
    let (weekday, parts) = match parts.as_slice() {
        [first, rest @ ..] if !rest.is_empty() => match weekday(texts, first) {
            Some(day) => (Some(day), rest),
            None => (None, parts.as_slice()),
        },
        all => (None, all),
    };
    let date = match parts {
        [year, month, day] if year.len() == 4 => on(number(year)?, month_number(texts, month)?, number(day)?)?,
        [day, month, year] => on(full_year(year)?, month_number(texts, month)?, number(day)?)?,
        [day, month] => coming(today, month_number(texts, month)?, number(day)?)?,
        _ => return Err(Trouble::Words),
    };
    Ok(Understood { date, not: weekday.filter(|typed| *typed != date.weekday()) })
}

/// "vandaag", "morgen", "maandag": the first such day.
fn near(texts: &Texts, today: Date, word: &str) -> Option<Date> {
    for (days, key) in [(0, "widget-date-today"), (1, "widget-date-tomorrow"), (2, "widget-date-day-after")] {
        if texts.say(key) == word {
            return today.checked_add(days.days()).ok();
        }
    }
    today.nth_weekday(1, weekday(texts, word)?).ok()
}

/// "di", "dins", "dinsdag".
fn weekday(texts: &Texts, word: &str) -> Option<Weekday> {
    let days = Weekday::Monday.cycle_forward().take(7);
    let whole = texts.say("widget-date-weekdays").to_lowercase();
    days.zip(whole.split_whitespace())
        .find(|(day, name)| {
            let short = texts.say(weekday_key(*day)).to_lowercase();
            word.starts_with(&short) && name.starts_with(word)
        })
        .map(|(day, _)| day)
}

/// "10", "okt", "oktober".
fn month_number(texts: &Texts, word: &str) -> Result<i16, Trouble> {
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        return number(word);
    }
    (1..=12)
        .find(|month| {
            let name = texts.say(&format!("month-{month}")).to_lowercase();
            let short = texts.say(&format!("month-short-{month}")).to_lowercase();
            word == short || (word.len() >= 3 && name.starts_with(word))
        })
        .ok_or(Trouble::Words)
}

fn number(word: &str) -> Result<i16, Trouble> {
    // "14e" and "1st" are days too.
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic());
    digits.parse().map_err(|_| Trouble::Words)
}

fn full_year(word: &str) -> Result<i16, Trouble> {
    match (word.len(), number(word)?) {
        (2, year) => Ok(2000 + year),
        (4, year) if (1900..=2200).contains(&year) => Ok(year),
        _ => Err(Trouble::Words),
    }
}

fn on(year: i16, month: i16, day: i16) -> Result<Date, Trouble> {
    let part = |number: i16| i8::try_from(number).map_err(|_| Trouble::NoSuchDay);
    Date::new(year, part(month)?, part(day)?).map_err(|_| Trouble::NoSuchDay)
}

fn coming(today: Date, month: i16, day: i16) -> Result<Date, Trouble> {
    // 29 februari may be eight years away.
    let years = (0..=8).map(|more| on(today.year() + more, month, day));
    years.flatten().find(|date| *date >= today).ok_or(Trouble::NoSuchDay)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::texts::Language;

    const TODAY: Date = date(2026, 11, 24); // a Tuesday

    fn day(typed: &str) -> Option<Date> {
        read(&Texts::new(Language::Dutch), TODAY, typed).ok().map(|found| found.date)
    }

    #[test]
    fn the_ways_people_write_a_day() {
        for typed in [
            "14-10-2027",
            "14/10/2027",
            "14.10.27",
            "14 okt",
            "14 oktober",
            "do 14 oktober",
            "donderdag 14 okt. 2027",
            "2027-10-14",
            "14 10",
        ] {
            assert_eq!(day(typed), Some(date(2027, 10, 14)), "{typed}");
        }
        assert_eq!(day("1 mrt"), Some(date(2027, 3, 1)));
        assert_eq!(day("14e maart"), Some(date(2027, 3, 14)));
        assert_eq!(day("Vandaag"), Some(TODAY));
        assert_eq!(day("morgen"), Some(date(2026, 11, 25)));
        assert_eq!(day("dinsdag"), Some(date(2026, 12, 1)));
        assert_eq!(day("ma"), Some(date(2026, 11, 30)));
        assert_eq!(day("29-2"), Some(date(2028, 2, 29)));
    }

    #[test]
    fn the_wrong_weekday_is_noticed_and_not_held_against_the_date() {
        let found = read(&Texts::new(Language::Dutch), TODAY, "di 14 oktober 2026");
        assert_eq!(found, Ok(Understood { date: date(2026, 10, 14), not: Some(Weekday::Tuesday) }));
    }

    #[test]
    fn what_is_no_day_says_why() {
        let trouble = |typed| read(&Texts::new(Language::Dutch), TODAY, typed).err();
        assert_eq!(trouble("31 april"), Some(Trouble::NoSuchDay));
        assert_eq!(trouble("14-13-2026"), Some(Trouble::NoSuchDay));
        for typed in ["straks", "14", "volgende week", "14-10-12026", "1 1 1 1", "99999 mei"] {
            assert_eq!(trouble(typed), Some(Trouble::Words), "{typed}");
        }
    }

    #[test]
    fn english_words_are_read_on_an_english_screen() {
        let texts = Texts::new(Language::English);
        let found = read(&texts, TODAY, "Thu 14 October").map(|found| found.date);
        assert_eq!(found, Ok(date(2027, 10, 14)));
        assert_eq!(read(&texts, TODAY, "tomorrow").map(|found| found.date), Ok(date(2026, 11, 25)));
    }
}
