//! Conditions in words that an author can check: "Belang: hoogstens 3".

use super::ask::Ask;
use super::checked::Guide;
use super::condition::Condition;
use super::library::Library;
use super::phrase::Phrase;
use crate::texts::Texts;

pub(super) fn in_words(texts: &Texts, library: &Library, guide: &Guide, condition: &Condition) -> String {
    let inner = |inner: &Condition| in_words(texts, library, guide, inner);
    let joined = |all: &[Condition], by: &str| {
        let all: Vec<String> = all.iter().map(inner).collect();
        all.join(&format!(" {} ", texts.say(by)))
    };
    match condition {
        Condition::All(all) => joined(all, "map-and"),
        Condition::Any(any) => joined(any, "map-or"),
        // This is how `Anders` stands in the guide.
        Condition::Not(not) if matches!(**not, Condition::Any(_)) => texts.say("map-otherwise"),
        Condition::Not(not) => texts.say_with("map-not", &[("what", inner(not).into())]),
        Condition::About(key, about) => {
            let title = title_of(library, guide, key);
            let title = title.trim_end_matches('?');
            let plain = plain(texts, library, guide.field(key).map(|field| &field.ask), about);
            texts.say_with("map-about", &[("title", title.into()), ("what", plain.into())])
        }
        Condition::Flag(flag) => texts.say_with("map-flag", &[("flag", flag.as_str().into())]),
        plain => texts.say_with("map-about", &[("title", "".into()), ("what", format!("{plain:?}").into())]),
    }
}

/// A question about one answer.
fn plain(texts: &Texts, library: &Library, ask: Option<&Ask<Phrase>>, condition: &Condition) -> String {
    let number = |key: &str, number: u16| texts.say_with(key, &[("number", number.into())]);
    match condition {
        Condition::AtMost(most) => number("map-at-most", u16::from(*most)),
        Condition::AtLeast(least) => number("map-at-least", u16::from(*least)),
        Condition::Between(low, high) => {
            texts.say_with("map-between", &[("low", (*low).into()), ("high", (*high).into())])
        }
        Condition::Is(option) => option_of(library, ask, option),
        Condition::No(item) => texts.say_with("map-no", &[("what", option_of(library, ask, item).into())]),
        Condition::FewerThan(count) => number("map-fewer", u16::from(*count)),
        Condition::MoreThan(count) => number("map-more", u16::from(*count)),
        Condition::Below(name, otherwise) => {
            let threshold = library.organisation().threshold(name).unwrap_or(*otherwise);
            number("map-below", u16::from(threshold))
        }
        Condition::AnyAtMost(most) => number("map-any-at-most", u16::from(*most)),
        Condition::WithinDays(days) => number("map-within", *days),
        Condition::Answered => texts.say("map-answered"),
        Condition::Empty => texts.say("map-empty"),
        Condition::Skipped => texts.say("map-skipped"),
        Condition::Visit(visit) => number("map-visit", *visit),
        Condition::Fallen(by) => number("map-fallen", u16::from(*by)),
        Condition::Risen(by) => number("map-risen", u16::from(*by)),
        Condition::Times(times, inner) => {
            let what = plain(texts, library, ask, inner);
            texts.say_with("map-times", &[("number", (*times).into()), ("what", what.into())])
        }
        Condition::Not(inner) => texts.say_with("map-not", &[("what", plain(texts, library, ask, inner).into())]),
        Condition::All(all) | Condition::Any(all) => {
            let by = texts.say(if matches!(condition, Condition::All(_)) { "map-and" } else { "map-or" });
            let all: Vec<String> = all.iter().map(|inner| plain(texts, library, ask, inner)).collect();
            all.join(&format!(" {by} "))
        }
        Condition::About(_, inner) => plain(texts, library, ask, inner),
        Condition::Flag(flag) => flag.clone(),
    }
}

/// What a key is about, as people call it.
pub(super) fn title_of(library: &Library, guide: &Guide, key: &str) -> String {
    let asked = |guide: &Guide, key: &str| {
        let (step, field) = (guide.step_of_key(key)?, guide.field(key)?);
        let phrase = if field.label.polite.is_empty() { &step.title } else { &field.label };
        Some(library.say(phrase).to_owned())
    };
    match key.split_once('/') {
        Some((other, key)) => library.newest(other).and_then(|other| asked(other, key)),
        None => asked(guide, key),
    }
    .unwrap_or_else(|| key.to_owned())
}

fn option_of(library: &Library, ask: Option<&Ask<Phrase>>, id: &str) -> String {
    let own = match ask {
        Some(Ask::Confirm { options }) => options.as_slice(),
        Some(Ask::Choice(options) | Ask::Choices(options) | Ask::Rank(options)) => &options.own,
        Some(Ask::Checklist { items }) => items,
        _ => &[],
    };
    let text = own.iter().find(|choice| choice.id == id).map(|choice| library.say(&choice.text));
    format!("‘{}’", text.unwrap_or(id))
}
