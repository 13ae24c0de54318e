//! Text as a row of glyphs, each with a face that has it: nothing a client writes may vanish.

use super::arabic;
use super::block::Span;
use super::font::{Face, Faces};

/// One character as it is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Glyph {
    /// What was written; `'\n'` for a forced line break, U+00AD for a hyphen at a line's end.
    pub text: char,
    /// A second written character that this glyph also stands for (lam-alef).
    pub joined: Option<char>,
    pub drawn: char,
    pub face: Face,
    /// Advance in points.
    pub width: f32,
}

/// Stands in for a character that no bundled face has; in the fallback face.
const SUBSTITUTE: char = '\u{FFFD}';

/// Per mark, letters and what they make together: some keyboards and macOS send them apart, and glyph-by-glyph setting
/// would put the mark beside its letter.
const COMPOSED: [(char, &str); 10] = [
    ('\u{300}', "aàeèiìoòuùAÀEÈIÌOÒUÙ"),
    ('\u{301}', "aáeéiíoóuúyýcćnńsśzźAÁEÉIÍOÓUÚYÝCĆNŃSŚZŹ"),
    ('\u{302}', "aâeêiîoôuûAÂEÊIÎOÔUÛ"),
    ('\u{303}', "aãnñoõAÃNÑOÕ"),
    ('\u{306}', "aăgğAĂGĞ"),
    ('\u{307}', "zżIİeėZŻEĖ"),
    ('\u{308}', "aäeëiïoöuüAÄEËIÏOÖUÜ"),
    ('\u{30A}', "aåuůAÅUŮ"),
    ('\u{30C}', "cčsšzžrřeěnňCČSŠZŽRŘEĚNŇ"),
    ('\u{327}', "cçsşCÇSŞ"),
];

/// The glyphs of `spans` at `size`. White space becomes single spaces, line breaks stay, invisible signs go.
/// Characters without a face are added to `notices` once each.
pub(super) fn glyphs(faces: &Faces, spans: &[Span], size: f32, notices: &mut Vec<char>) -> Vec<Glyph> {
    let letters = clean(spans);
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(letters.len());
    let mut at = 0;
    while let Some(&(letter, wanted)) = letters.get(at) {
        at += 1;
        let before = neighbour(letters.get(..at - 1).unwrap_or_default().iter().rev());
        let after = neighbour(letters.get(at..).unwrap_or_default().iter());
        let mut joined = None;
        let mut drawn = if letter == '\u{2011}' { '-' } else { letter };
        if letter == 'ل'
            && let Some((next, _)) = letters.get(at)
            && let Some(both) = arabic::lam_alef(before, *next)
        {
            joined = Some(*next);
            drawn = both;
            at += 1;
        } else if let Some(form) = arabic::form(before, letter, after) {
            drawn = form;
        }
        let (face, drawn) = if letter == '\n' {
            (wanted, drawn)
        } else if is_space(letter) && glyphs.last().is_some_and(|last| last.face == Face::Arabic) {
            // A space inside an Arabic name must not part it: what follows would be read first.
            (Face::Arabic, drawn)
        } else if let Some(face) = faces.face_for(wanted, drawn) {
            (face, drawn)
        } else {
            if !notices.contains(&letter) {
                notices.push(letter);
            }
            if faces.has(Face::Fallback, SUBSTITUTE) { (Face::Fallback, SUBSTITUTE) } else { (wanted, '?') }
        };
        glyphs.push(Glyph { text: letter, joined, drawn, face, width: faces.advance(face, drawn, size) });
    }
    glyphs
}

/// A space that does not break keeps its kind; both are drawn as nothing.
pub(super) fn is_space(character: char) -> bool {
    matches!(character, ' ' | '\u{A0}')
}

fn neighbour<'a>(mut letters: impl Iterator<Item = &'a (char, Face)>) -> Option<char> {
    letters.find(|(letter, _)| !arabic::is_sign(*letter)).map(|(letter, _)| *letter)
}

/// Characters with the face that was asked for.
fn clean(spans: &[Span]) -> Vec<(char, Face)> {
    let mut letters: Vec<(char, Face)> = Vec::new();
    for span in spans {
        let face = if span.bold { Face::Bold } else { Face::Regular };
        for character in span.text.chars() {
            let last = letters.last().map(|(letter, _)| *letter);
            match character {
                '\n' => {
                    // The space keeps the words apart for who listens or copies.
                    if !matches!(last, None | Some(' ' | '\n')) {
                        letters.push((' ', face));
                    }
                    letters.push(('\n', face));
                }
                '\u{A0}' | '\u{202F}' | '\u{2007}' => letters.push(('\u{A0}', face)),
                _ if character.is_whitespace() => {
                    if !matches!(last, None | Some(' ' | '\n')) {
                        letters.push((' ', face));
                    }
                }
                _ if is_invisible(character) => {}
                _ => match last.and_then(|last| compose(last, character)) {
                    Some(whole) => {
                        letters.pop();
                        letters.push((whole, face));
                    }
                    None => letters.push((character, face)),
                },
            }
        }
    }
    while letters.last().is_some_and(|(letter, _)| matches!(letter, ' ' | '\n')) {
        letters.pop();
    }
    letters
}

fn compose(letter: char, mark: char) -> Option<char> {
    let (_, pairs) = COMPOSED.iter().find(|(known, _)| *known == mark)?;
    let mut pairs = pairs.chars();
    while let (Some(bare), Some(whole)) = (pairs.next(), pairs.next()) {
        if bare == letter {
            return Some(whole);
        }
    }
    None
}

/// Control characters, soft hyphens, direction and joining signs, variation selectors: they steer, they are not read.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(text: &str) -> (Vec<Glyph>, Vec<char>) {
        let mut notices = Vec::new();
        let glyphs = glyphs(&Faces::load(), &[Span::plain(text)], 12.0, &mut notices);
        (glyphs, notices)
    }

    #[test]
    fn a_character_without_a_face_is_seen_and_named_once() {
        let (glyphs, notices) = set("ሰላም Selam ሰ");
        assert_eq!(notices, ['ሰ', 'ላ', 'ም']);
        assert!(glyphs.iter().all(|glyph| glyph.width > 0.0));
        assert_eq!(glyphs[0].text, 'ሰ');
    }

    #[test]
    fn white_space_is_single_and_marks_join_their_letter() {
        let (glyphs, notices) = set(" Zoe\u{308}  \t komt\u{200B}  \n\n ja ");
        let text: String = glyphs.iter().map(|glyph| glyph.text).collect();
        assert_eq!(text, "Zoë komt \n\nja");
        assert!(notices.is_empty());
    }

    #[test]
    fn lam_alef_is_one_glyph_that_says_two_letters() {
        let (glyphs, _) = set("علاء");
        assert_eq!(glyphs.len(), 3);
        assert_eq!(glyphs[1].joined, Some('ا'));
    }
}
