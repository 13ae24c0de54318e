//! A line of glyphs as runs from left to right, with Arabic and Hebrew words turned the right way within Dutch.

use unicode_bidi::{BidiInfo, Level};

use super::font::Face;
use super::glyphs::Glyph;
use super::sheet::Run;

/// The runs of one line, starting at `x` on the baseline `y`. The line as a whole runs from left to right, whatever it begins with.
pub(super) fn runs(line: &[Glyph], x: f32, y: f32, size: f32) -> Vec<Run> {
    let mut setting = Setting { runs: Vec::new(), x, y, size };
    if line.iter().all(|glyph| is_left_to_right(glyph.text)) {
        setting.add_part(line, false);
        return setting.runs;
    }
    let mut text = String::new();
    // The glyph to which each byte of the text belongs.
    let mut owners = Vec::new();
    for (at, glyph) in line.iter().enumerate() {
        text.push(glyph.text);
        text.extend(glyph.joined);
        owners.resize(text.len(), at);
    }
    let bidi = BidiInfo::new(&text, Some(Level::ltr()));
    for paragraph in &bidi.paragraphs {
        let (levels, parts) = bidi.visual_runs(paragraph, paragraph.range.clone());
        for part in parts {
            let backwards = levels.get(part.start).is_some_and(Level::is_rtl);
            let first = owners.get(part.start).copied().unwrap_or_default();
            let last = owners.get(part.end.saturating_sub(1)).copied().unwrap_or_default();
            setting.add_part(line.get(first..=last).unwrap_or_default(), backwards);
        }
    }
    setting.runs
}

/// Whether a run with this text is drawn from its end.
pub(super) fn is_backwards(text: &str) -> bool {
    !text.chars().all(is_left_to_right)
}

/// Outside the blocks of Unicode whose letters run from right to left.
fn is_left_to_right(character: char) -> bool {
    !matches!(character, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

struct Setting {
    runs: Vec<Run>,
    x: f32,
    y: f32,
    size: f32,
}

impl Setting {
    /// Adds glyphs of one direction, cut where the face changes or where the drawing differs from the text.
    fn add_part(&mut self, part: &[Glyph], backwards: bool) {
        let mut groups: Vec<&[Glyph]> =
            part.chunk_by(|a, b| a.face == b.face && (backwards || differs(a) == differs(b))).collect();
        if backwards {
            groups.reverse();
        }
        for group in groups {
            self.add_run(group, backwards);
        }
    }

    fn add_run(&mut self, group: &[Glyph], backwards: bool) {
        let mut text = String::new();
        for glyph in group {
            text.push(glyph.text);
            text.extend(glyph.joined);
        }
        let drawn: String = if backwards {
            group.iter().rev().map(|glyph| glyph.drawn).collect()
        } else {
            group.iter().map(|glyph| glyph.drawn).collect()
        };
        let width: f32 = group.iter().map(|glyph| glyph.width).sum();
        let face = group.first().map_or(Face::Regular, |glyph| glyph.face);
        let drawn = (drawn != text).then_some(drawn);
        self.runs.push(Run { x: self.x, y: self.y, width, size: self.size, face, text, drawn });
        self.x += width;
    }
}

fn differs(glyph: &Glyph) -> bool {
    glyph.text != glyph.drawn
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::block::Span;
    use crate::paper::font::Faces;
    use crate::paper::glyphs::glyphs;

    fn drawn(text: &str) -> Vec<String> {
        let glyphs = glyphs(&Faces::load(), &[Span::plain(text)], 12.0, &mut Vec::new());
        runs(&glyphs, 0.0, 0.0, 12.0).iter().map(|run| run.drawn().to_owned()).collect()
    }

    #[test]
    fn an_arabic_name_does_not_turn_the_dutch_around() {
        assert_eq!(drawn("محمد komt morgen"), ["ﺪﻤﺤﻣ", " ", "komt morgen"]);
        assert_eq!(drawn("Ik bel محمد علي morgen")[..2], ["Ik bel ", "ﻲﻠﻋ ﺪﻤﺤﻣ"]);
    }

    #[test]
    fn runs_follow_each_other_without_gap() {
        let glyphs = glyphs(&Faces::load(), &[Span::plain("Привет Ewa")], 12.0, &mut Vec::new());
        let runs = runs(&glyphs, 10.0, 0.0, 12.0);
        assert_eq!(runs.len(), 2);
        assert!((runs[0].x + runs[0].width - runs[1].x).abs() < 0.001);
    }
}
