//! Joined forms of Arabic letters. PDF text is set glyph by glyph, so a name must bring its letters joined.
//!
//! Source: Unicode, blocks Arabic Presentation Forms-A and -B. A letter has up to four forms, in the order isolated, final,
//! initial, medial; one with two forms joins only to the letter before it.

/// Letter, its first form, number of forms.
#[rustfmt::skip] // a table reads by rows
const FORMS: [(char, u32, u32); 48] = [
    ('ء', 0xFE80, 1), ('آ', 0xFE81, 2), ('أ', 0xFE83, 2), ('ؤ', 0xFE85, 2), ('إ', 0xFE87, 2), ('ئ', 0xFE89, 4),
    ('ا', 0xFE8D, 2), ('ب', 0xFE8F, 4), ('ة', 0xFE93, 2), ('ت', 0xFE95, 4), ('ث', 0xFE99, 4), ('ج', 0xFE9D, 4),
    ('ح', 0xFEA1, 4), ('خ', 0xFEA5, 4), ('د', 0xFEA9, 2), ('ذ', 0xFEAB, 2), ('ر', 0xFEAD, 2), ('ز', 0xFEAF, 2),
    ('س', 0xFEB1, 4), ('ش', 0xFEB5, 4), ('ص', 0xFEB9, 4), ('ض', 0xFEBD, 4), ('ط', 0xFEC1, 4), ('ظ', 0xFEC5, 4),
    ('ع', 0xFEC9, 4), ('غ', 0xFECD, 4), ('ف', 0xFED1, 4), ('ق', 0xFED5, 4), ('ك', 0xFED9, 4), ('ل', 0xFEDD, 4),
    ('م', 0xFEE1, 4), ('ن', 0xFEE5, 4), ('ه', 0xFEE9, 4), ('و', 0xFEED, 2), ('ى', 0xFEEF, 2), ('ي', 0xFEF1, 4),
    ('ٱ', 0xFB50, 2), ('پ', 0xFB56, 4), ('چ', 0xFB7A, 4), ('ژ', 0xFB8A, 2), ('ک', 0xFB8E, 4), ('گ', 0xFB92, 4),
    ('ی', 0xFBFC, 4), ('ٹ', 0xFB66, 4), ('ڈ', 0xFB88, 2), ('ڑ', 0xFB8C, 2), ('ہ', 0xFBA6, 4), ('ے', 0xFBAE, 2),
];

/// Lam with one of four alefs is one glyph: the alef, its isolated form; the final form follows it.
const LAM_ALEF: [(char, u32); 4] = [('آ', 0xFEF5), ('أ', 0xFEF7), ('إ', 0xFEF9), ('ا', 0xFEFB)];

/// The form of `letter` between its neighbours (vowel signs left out of account); none when it is no joining letter.
pub(super) fn form(before: Option<char>, letter: char, after: Option<char>) -> Option<char> {
    let (first, count) = forms(letter)?;
    let joins_before = count > 1 && before.is_some_and(joins_to_next);
    let joins_after = count == 4 && after.and_then(forms).is_some_and(|(_, count)| count > 1);
    let offset = u32::from(joins_before) + 2 * u32::from(joins_after);
    char::from_u32(first + offset)
}

/// The single glyph for lam followed by `alef`, after `before`.
pub(super) fn lam_alef(before: Option<char>, alef: char) -> Option<char> {
    let (_, isolated) = LAM_ALEF.iter().find(|(letter, _)| *letter == alef)?;
    char::from_u32(isolated + u32::from(before.is_some_and(joins_to_next)))
}

/// The letters that a joined form stands for; the character itself when it is no such form.
pub(super) fn letters_of(drawn: char) -> String {
    let code = u32::from(drawn);
    if let Some((alef, _)) = LAM_ALEF.iter().find(|(_, first)| (*first..first + 2).contains(&code)) {
        return format!("ل{alef}");
    }
    let form = FORMS.iter().find(|(_, first, count)| (*first..first + count).contains(&code));
    form.map_or(drawn, |(letter, _, _)| *letter).to_string()
}

/// Vowel signs stand on a letter and do not part it from the next.
pub(super) fn is_sign(character: char) -> bool {
    matches!(character, '\u{64B}'..='\u{65F}' | '\u{670}')
}

fn joins_to_next(letter: char) -> bool {
    letter == 'ـ' || forms(letter).is_some_and(|(_, count)| count == 4)
}

fn forms(letter: char) -> Option<(u32, u32)> {
    FORMS.iter().find(|(known, _, _)| *known == letter).map(|(_, first, count)| (*first, *count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_join_by_their_neighbours() {
        assert_eq!(form(None, 'م', Some('ح')), Some('ﻣ'));
        assert_eq!(form(Some('م'), 'ح', Some('م')), Some('ﺤ'));
        assert_eq!(form(Some('م'), 'د', None), Some('ﺪ'));
        assert_eq!(form(Some('د'), 'م', None), Some('ﻡ'));
        assert_eq!(form(None, 'a', None), None);
        assert_eq!(lam_alef(Some('ب'), 'ا'), Some('ﻼ'));
        assert_eq!(letters_of('ﻼ') + &letters_of('ﺤ') + &letters_of('a'), "لاحa");
    }
}
