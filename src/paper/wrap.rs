//! Glyphs broken into lines that fit. What cannot be broken well is broken badly: nothing ever runs off the paper.

use hypher::Lang;

use super::glyphs::Glyph;

/// Dutch words of this many letters and more may be hyphenated to fill a line; shorter ones only when they would not fit on any.
const LONG_WORD: usize = 12;
/// The part of a line that must stay empty before a long word is hyphenated: a broken word is harder to read than a ragged edge.
const RAGGED: f32 = 0.45;
/// Letters that stay on either side of a hyphen.
const BESIDE_HYPHEN: usize = 3;

#[derive(Clone, Copy, Debug, PartialEq)]
enum Break {
    /// After a hyphen or slash that is there already.
    Plain,
    /// A hyphen is drawn.
    Hyphen,
}

/// Breaks `glyphs` into lines of at most `measure` points, trailing spaces not counted.
///
/// Only a single glyph wider than the measure sticks out. A line keeps its space at a soft break, so that the words
/// stay apart for who listens or copies. `hyphen` is the glyph to add for the face of the glyph before it.
pub(super) fn wrap(glyphs: &[Glyph], measure: f32, hyphen: impl Fn(&Glyph) -> Glyph) -> Vec<Vec<Glyph>> {
    let mut lines = Vec::new();
    for paragraph in glyphs.split(|glyph| glyph.text == '\n') {
        let mut line = Line { glyphs: Vec::new(), width: 0.0 };
        for word in paragraph.split_inclusive(|glyph| glyph.text == ' ') {
            set_word(word, measure, &hyphen, &mut line, &mut lines);
        }
        lines.push(line.glyphs);
    }
    lines
}

/// The width of `glyphs` without the spaces at their end.
pub(super) fn width(glyphs: &[Glyph]) -> f32 {
    let end = glyphs.iter().rposition(|glyph| glyph.text != ' ').map_or(0, |last| last + 1);
    glyphs.iter().take(end).map(|glyph| glyph.width).sum()
}

struct Line {
    glyphs: Vec<Glyph>,
    width: f32,
}

impl Line {
    fn push(&mut self, glyphs: &[Glyph]) {
        self.width += glyphs.iter().map(|glyph| glyph.width).sum::<f32>();
        self.glyphs.extend_from_slice(glyphs);
    }

    fn finish(&mut self, lines: &mut Vec<Vec<Glyph>>) {
        self.width = 0.0;
        lines.push(std::mem::take(&mut self.glyphs));
    }
}

fn set_word(
    word: &[Glyph],
    measure: f32,
    hyphen: &impl Fn(&Glyph) -> Glyph,
    line: &mut Line,
    lines: &mut Vec<Vec<Glyph>>,
) {
    let breaks = breaks(word);
    let fits_nowhere = width(word) > measure;
    let mut start = 0;
    loop {
        let rest = word.get(start..).unwrap_or_default();
        let room = measure - line.width;
        if width(rest) <= room {
            line.push(rest);
            return;
        }
        let hyphenate = fits_nowhere || (word.len() > LONG_WORD && room > measure * RAGGED);
        let found = (1..rest.len()).rev().find_map(|count| {
            let kind = (*breaks.get(start + count)?)?;
            let head = rest.get(..count)?;
            let extra = match kind {
                Break::Plain => None,
                Break::Hyphen if hyphenate => Some(hyphen(head.last()?)),
                Break::Hyphen => return None,
            };
            (width(head) + extra.map_or(0.0, |glyph| glyph.width) <= room).then_some((count, extra))
        });
        if let Some((count, extra)) = found {
            line.push(rest.get(..count).unwrap_or_default());
            line.glyphs.extend(extra);
            start += count;
        } else if line.glyphs.is_empty() {
            let count = most_that_fits(rest, room);
            line.push(rest.get(..count).unwrap_or_default());
            start += count;
        }
        line.finish(lines);
    }
}

/// How many glyphs fit in `room`, at least one, never parting a letter from its mark.
fn most_that_fits(glyphs: &[Glyph], room: f32) -> usize {
    let mut used = 0.0;
    let mut count = 0;
    for (at, glyph) in glyphs.iter().enumerate() {
        used += glyph.width;
        if used > room {
            break;
        }
        if glyphs.get(at + 1).is_none_or(|next| !is_mark(next.text)) {
            count = at + 1;
        }
    }
    count.max(1)
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{64B}'..='\u{65F}' | '\u{670}')
}

/// Per glyph of the word: whether a line may end before it.
fn breaks(word: &[Glyph]) -> Vec<Option<Break>> {
    let mut breaks = vec![None; word.len()];
    for (at, pair) in word.windows(2).enumerate() {
        let [sign, next] = pair else { continue };
        let before = at.checked_sub(1).and_then(|at| word.get(at)).map(|glyph| glyph.text);
        let inside = before.is_some_and(char::is_alphanumeric) && next.text.is_alphanumeric();
        // "012-345" and "1/2" stay whole.
        let in_number = before.is_some_and(char::is_numeric) && next.text.is_numeric();
        if matches!(sign.text, '-' | '/' | '–' | '_' | '@') && inside && !in_number {
            breaks[at + 1] = Some(Break::Plain);
        }
    }
    let mut start = 0;
    while start < word.len() {
        let letters: String =
            word.iter().skip(start).map(|glyph| glyph.text).take_while(|letter| letter.is_alphabetic()).collect();
        let length = letters.chars().count();
        for at in syllables(&letters) {
            if at >= BESIDE_HYPHEN && length - at >= BESIDE_HYPHEN {
                breaks[start + at] = Some(Break::Hyphen);
            }
        }
        start += length + 1;
    }
    breaks
}

/// The places in `word`, counted in letters, where a Dutch syllable begins.
fn syllables(word: &str) -> Vec<usize> {
    let mut places = Vec::new();
    let mut rest = word;
    let mut passed = 0;
    // Without allocation the patterns take words up to a fixed size and panic beyond, so a long word goes through in windows,
    // each beginning at a syllable of the one before.
    while !rest.is_empty() {
        let mut end = rest.len().min(hypher::MAX_INLINE_SIZE);
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        let whole = end == rest.len();
        let window = rest.get(..end).unwrap_or_default();
        let mut bytes = 0;
        for syllable in hypher::hyphenate(window, Lang::Dutch) {
            // Near the edge of a window the end of the word is not in sight, and the patterns guess.
            let near_edge = !whole && bytes + syllable.len() + 8 > end;
            if near_edge {
                break;
            }
            bytes += syllable.len();
            passed += syllable.chars().count();
            places.push(passed);
        }
        if whole || bytes == 0 {
            break;
        }
        rest = rest.get(bytes..).unwrap_or_default();
    }
    places.retain(|place| *place < word.chars().count());
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::block::Span;
    use crate::paper::font::Faces;
    use crate::paper::glyphs::glyphs;

    fn lines(text: &str, measure: f32) -> Vec<String> {
        let faces = Faces::load();
        let glyphs = glyphs(&faces, &[Span::plain(text)], 12.0, &mut Vec::new());
        let hyphen =
            |glyph: &Glyph| Glyph { text: '\u{AD}', drawn: '-', width: faces.advance(glyph.face, '-', 12.0), ..*glyph };
        let lines = wrap(&glyphs, measure, hyphen);
        for line in &lines {
            assert!(line.len() <= 1 || width(line) <= measure + 0.01, "{text} at {measure}");
        }
        lines.iter().map(|line| line.iter().map(|glyph| glyph.text).collect()).collect()
    }

    #[test]
    fn nothing_clips_and_nothing_is_lost() {
        let texts = [
            "Ik bel restaurant De Hoek om mee te lopen.",
            "Arbeidsongeschiktheidsverzekeringsmaatschappijmedewerkersoverleg",
            "https://www.voorbeeldstad.nl/werk-en-inkomen/een/heel/lang/pad?met=vragen&en=meer",
            "één-op-éénbegeleiding/jobcoach  012-345 67 89",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "eerste regel\ntweede regel\n\nvierde",
            "Nguyễn Thị Ánh Привет محمد علي",
            "",
        ];
        for text in texts {
            for measure in 1..60 {
                #[expect(clippy::cast_precision_loss, reason = "small numbers")]
                let lines = lines(text, measure as f32 * 7.0);
                let back: String = lines.concat().replace('\u{AD}', "");
                assert_eq!(back.replace([' ', '\n'], ""), text.replace([' ', '\n'], ""));
            }
        }
    }

    #[test]
    fn a_long_word_breaks_at_a_syllable() {
        assert_eq!(lines("samenwerkingsovereenkomst", 90.0), ["samenwerkings\u{AD}", "overeenkomst"]);
    }

    #[test]
    fn a_phone_number_stays_whole_and_a_compound_breaks_at_its_hyphen() {
        assert_eq!(lines("bel 012-345", 50.0), ["bel ", "012-345"]);
        assert_eq!(lines("is een-op-een", 60.0), ["is een-op-", "een"]);
    }

    #[test]
    fn short_words_are_not_hyphenated() {
        assert_eq!(lines("op donderdag", 60.0), ["op ", "donderdag"]);
    }
}
