//! The sheet for the first conversation: what is written down, who reads it, how long, how to see and correct it.
//!
//! Its words stand in `assets/papers/privacyblad.md`, once for each way of addressing and once in English. A line that names
//! something the municipality did not say is left out.

use super::leaflet::{Leaflet, Part};
use crate::guide::{Address, Organisation};
use crate::texts::{Language, Texts};

const WORDS: &str = include_str!("../../assets/papers/privacyblad.md");

/// The sheet in the words of this municipality.
#[must_use]
pub fn privacy_sheet(texts: &Texts, organisation: &Organisation) -> Leaflet {
    let english = texts.language() == Language::English;
    let version = match organisation.address {
        _ if english => "<!-- en -->",
        Address::Polite => "<!-- u -->",
        Address::Familiar => "<!-- je -->",
    };
    let words = WORDS.split_once(version).map_or("", |(_, words)| words);
    let words = words.split("<!--").next().unwrap_or_default();
    let mut leaflet = Leaflet { dutch: !english, ..Leaflet::default() };
    // Sentences of one section run on as one paragraph, or the sheet would be two pages.
    let mut paragraph: Vec<String> = Vec::new();
    for line in words.lines().map(str::trim) {
        if let Some(title) = line.strip_prefix("## ") {
            title.clone_into(&mut leaflet.title);
        } else if let Some(heading) = line.strip_prefix("### ") {
            leaflet.parts.push(Part::Heading(heading.to_owned()));
        } else if line.is_empty() {
            leaflet.parts.extend(joined(&mut paragraph));
        } else {
            paragraph.extend(filled(line, organisation, english));
        }
    }
    leaflet.parts.extend(joined(&mut paragraph));
    leaflet
}

fn joined(paragraph: &mut Vec<String>) -> Option<Part> {
    (!paragraph.is_empty()).then(|| Part::Words(std::mem::take(paragraph).join(" ")))
}

/// The line with the municipality's own words, as far as it said them.
fn filled(line: &str, organisation: &Organisation, english: bool) -> Option<String> {
    let mut rest = line;
    let mut said = String::new();
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}')?;
        said.push_str(before);
        let value = value(name, organisation, english)?;
        // At the beginning of a sentence.
        let begins = said.is_empty() || said.ends_with(". ");
        match value.chars().next().filter(|_| begins) {
            Some(first) => {
                said.extend(first.to_uppercase());
                said.push_str(value.get(first.len_utf8()..).unwrap_or_default());
            }
            None => said.push_str(value),
        }
        rest = after;
    }
    said.push_str(rest);
    let ended = said.ends_with(['.', '?', '!']);
    Some(if ended { said } else { said + "." })
}

fn value<'a>(name: &str, organisation: &'a Organisation, english: bool) -> Option<&'a str> {
    let said = match name {
        "klantmanager" if organisation.case_manager.is_empty() && english => "your klantmanager",
        "klantmanager" if organisation.case_manager.is_empty() => match organisation.address {
            Address::Polite => "uw klantmanager",
            Address::Familiar => "je klantmanager",
        },
        "klantmanager" => &organisation.case_manager,
        "telefoon" => &organisation.phone,
        "gemeente" => &organisation.name,
        "algemeen_nummer" => &organisation.general_phone,
        "bereikbaar" => &organisation.hours,
        "bewaartermijn" => &organisation.retention,
        "klachten" => &organisation.complaints,
        "privacycontact" => &organisation.privacy_contact,
        "privacyverklaring" => &organisation.privacy_statement,
        _ => "",
    };
    Some(said).filter(|said| !said.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(leaflet: &Leaflet) -> String {
        let parts = leaflet.parts.iter().filter_map(|part| match part {
            Part::Heading(words) | Part::Words(words) => Some(words.as_str()),
            _ => None,
        });
        parts.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn every_version_has_all_sections_and_no_open_place() {
        let organisation = Organisation::parse(include_str!("../../guides/organisatie.voorbeeld.ron")).unwrap();
        for (language, address) in [
            (Language::Dutch, Address::Polite),
            (Language::Dutch, Address::Familiar),
            (Language::English, Address::Polite),
        ] {
            let organisation = Organisation { address, ..organisation.clone() };
            let sheet = privacy_sheet(&Texts::new(language), &organisation);
            let headings = sheet.parts.iter().filter(|part| matches!(part, Part::Heading(_))).count();
            assert_eq!(headings, 7, "{language:?} {address:?}");
            assert!(!words(&sheet).contains('{') && !sheet.title.is_empty());
        }
    }

    #[test]
    fn what_the_municipality_did_not_say_is_left_out() {
        let sheet = privacy_sheet(&Texts::new(Language::Dutch), &Organisation::default());
        assert!(words(&sheet).contains("uw klantmanager") && !words(&sheet).contains("Meer lezen"));
    }
}
