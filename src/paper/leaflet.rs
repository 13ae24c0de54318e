//! A plain paper of headings and paragraphs: the recovery sheet, the privacy sheet, all that is kept about a client.

use jiff::civil::Date;

use super::block::{Block, Text};
use super::lay_out::{Manuscript, lay_out};
use super::letters::Letters;
use super::sheet::Sheet;
use crate::plan::{Leaflet, Part};
use crate::texts::{Language, Texts, dates};

const BODY: f32 = 12.0;
const SMALL: f32 = 10.0;
/// How every age identity begins.
const PREFIX: &str = "AGE-SECRET-KEY-1";

/// The leaflet on pages.
#[must_use]
pub fn leaflet_sheet(texts: &Texts, leaflet: &Leaflet, date: Date, letters: Letters) -> Sheet {
    let mut blocks = vec![Block::Heading { level: 1, text: Text::bold(24.0, leaflet.title.as_str()) }];
    for part in &leaflet.parts {
        match part {
            Part::Heading(words) => {
                blocks.push(Block::Gap { height: 8.0, section: true });
                blocks.push(Block::Heading { level: 2, text: Text::bold(14.0, words.as_str()) });
            }
            Part::Words(words) => blocks.push(Block::Paragraph(Text::plain(BODY, words.as_str()))),
            Part::Small(words) => blocks.push(Block::Paragraph(Text::plain(SMALL, words.as_str()))),
            Part::Gap => blocks.push(Block::Gap { height: 6.0, section: true }),
            Part::Strong(words) => blocks.push(Block::Paragraph(Text::bold(BODY, words.as_str()))),
            Part::Item(words) => match blocks.last_mut() {
                Some(Block::List(items)) => items.push(Text::plain(BODY, words.as_str())),
                _ => blocks.push(Block::List(vec![Text::plain(BODY, words.as_str())])),
            },
            Part::Key(words) => {
                blocks.push(Block::Gap { height: 4.0, section: false });
                blocks.push(Block::Paragraph(Text::bold(15.0, words.as_str())));
                blocks.push(Block::Gap { height: 4.0, section: false });
            }
        }
    }
    let language = if leaflet.dutch { Language::Dutch } else { texts.language() };
    let title = leaflet.title.clone();
    let manuscript = Manuscript::plain(language, title.clone(), date, blocks, title);
    lay_out(texts, &manuscript.in_letters(letters)).sheet
}

/// The sheet with the secret recovery key, to print and keep in a safe.
#[must_use]
pub fn recovery_sheet(texts: &Texts, secret: &str, date: Date) -> Sheet {
    // The part that is always the same stands by itself; groups are easier to type over. Spaces do not count when it is read.
    let (beginning, rest) = secret.split_at_checked(PREFIX.len()).unwrap_or(("", secret));
    let letters: Vec<char> = rest.chars().collect();
    let groups: Vec<String> = letters.chunks(6).map(|group| group.iter().collect()).collect();
    let made = [("date", dates::long(texts, date).into())];
    let mut parts = vec![Part::Small(texts.say_with("recovery-made", &made)), Part::Words(texts.say("recovery-what"))];
    parts.push(Part::Heading(texts.say("recovery-key-title")));
    parts.push(Part::Key(beginning.to_owned()));
    parts.extend(groups.chunks(5).map(|line| Part::Key(line.join("  "))));
    parts.push(Part::Heading(texts.say("recovery-keep-title")));
    parts.extend((1..=4).map(|at| Part::Words(texts.say(&format!("recovery-keep-{at}")))));
    let leaflet = Leaflet { title: texts.say("recovery-title"), parts, dutch: false };
    leaflet_sheet(texts, &leaflet, date, Letters::Usual)
}
