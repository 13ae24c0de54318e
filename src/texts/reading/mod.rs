//! How hard a Dutch text is to read: what can be counted, and which sentences and words to look at again.
//!
//! Counted are sentences, words, syllables and letters. From these follows the Flesch-Douma score: 0 is very hard,
//! 100 very easy; Douma called 60 to 70 ordinary and 80 to 90 easy.
//!
//! A score is only a rule of thumb. It sees length and nothing else: not whether the order is logical, whether the
//! reader knows the subject, or whether the text helps to do something. Cutting sentences raises it even when the
//! links between them get lost. Nor does it say that a text "is B1": the levels of the European framework (CEFR)
//! describe what people can do in a language, not texts (C. Jansen, "Taalniveau B1: de nieuwste kleren van de keizer",
//! Onze Taal 82, 2013, p. 56-57). So [`too_hard`] points at places and gives a plainer word, a person decides, and
//! only trying a text out with readers tells whether they understand it.

mod difficult;
mod sentences;
mod syllables;

use sentences::{Sentence, Word};

/// A sentence of more words is too long.
pub const SENTENCE_WORDS: usize = 15;
/// A word, or a part of it between hyphens, of more letters is too long.
pub const WORD_LETTERS: usize = 14;

/// What a place, a number or an address counts for: about as much as an everyday word.
const PLAIN_SYLLABLES: usize = 2;
const PLAIN_LETTERS: usize = 5;

/// What was counted in a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    pub sentences: usize,
    pub words: usize,
    pub syllables: usize,
    pub letters: usize,
}

impl Reading {
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut reading = Self::default();
        for sentence in sentences::sentences(text) {
            reading.sentences += 1;
            reading.words += sentence.words.len();
            for word in &sentence.words {
                let (syllables, letters) = match word {
                    Word::Said(said) => (syllables::syllables(said), letters(said)),
                    Word::Plain => (PLAIN_SYLLABLES, PLAIN_LETTERS),
                };
                reading.syllables += syllables;
                reading.letters += letters;
            }
        }
        reading
    }

    /// Takes in another text, so that a whole guide is measured and not the average of its pieces.
    pub fn add(&mut self, other: Self) {
        self.sentences += other.sentences;
        self.words += other.words;
        self.syllables += other.syllables;
        self.letters += other.letters;
    }

    /// Flesch's reading ease as Douma fitted it to Dutch; `None` without words.
    ///
    /// 206.84 - 0.77 x syllables per hundred words - 0.93 x words per sentence: W.H. Douma, "De leesbaarheid van
    /// landbouwbladen" (Wageningen, 1960), as given with his table of scores at
    /// <https://dbnl.org/tekst/_taa014197701_01/_taa014197701_01_0089.php> (there rounded to 206.8) and used by Yoast
    /// (<https://github.com/Yoast/YoastSEO.js/issues/267>).
    pub fn flesch_douma(&self) -> Option<f64> {
        let syllables_per_hundred = 100.0 * ratio(self.syllables, self.words)?;
        Some(206.84 - 0.77 * syllables_per_hundred - 0.93 * self.words_per_sentence()?)
    }

    /// `None` without words.
    pub fn words_per_sentence(&self) -> Option<f64> {
        ratio(self.words, self.sentences)
    }

    /// `None` without words.
    pub fn letters_per_word(&self) -> Option<f64> {
        ratio(self.letters, self.words)
    }
}

fn ratio(part: usize, whole: usize) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn letters(word: &str) -> usize {
    word.chars().filter(|letter| letter.is_alphabetic()).count()
}

/// A place to look at again. The sentence is as it was written, so that an author can find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TooHard {
    LongSentence { sentence: String, words: usize },
    LongWord { sentence: String, word: String, letters: usize },
    DifficultWord { sentence: String, word: String, instead: String },
}

/// Every sentence and word to look at again, in the order of the sentences. A word that is long and difficult is only
/// told as difficult, since that says what to write instead; a word is told once per sentence.
#[must_use]
pub fn too_hard(text: &str) -> Vec<TooHard> {
    let mut found = Vec::new();
    for sentence in sentences::sentences(text) {
        let hits = difficult::difficult(&sentence.words);
        found.extend(long_sentence(&sentence));
        let mut words = long_words(&sentence, &hits);
        words.extend(hits.into_iter().map(|(word, instead)| TooHard::DifficultWord {
            sentence: sentence.text.to_owned(),
            word,
            instead: instead.to_owned(),
        }));
        for word in words {
            if !found.contains(&word) {
                found.push(word);
            }
        }
    }
    found
}

fn long_sentence(sentence: &Sentence<'_>) -> Option<TooHard> {
    let words = sentence.words.len();
    (words > SENTENCE_WORDS).then(|| TooHard::LongSentence { sentence: sentence.text.to_owned(), words })
}

fn long_words(sentence: &Sentence<'_>, difficult: &[(String, &str)]) -> Vec<TooHard> {
    sentence
        .words
        .iter()
        .filter_map(Word::said)
        .filter(|said| !difficult.iter().any(|(word, _)| word == said))
        .flat_map(|said| said.split('-'))
        .filter(|part| letters(part) > WORD_LETTERS && !difficult::known(part))
        .map(|part| TooHard::LongWord {
            sentence: sentence.text.to_owned(),
            word: part.to_owned(),
            letters: letters(part),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Reading, TooHard, too_hard};

    #[test]
    fn counts_what_is_there() {
        for (text, sentences, words, syllables, letters) in [
            ("", 0, 0, 0, 0),
            (" … - ", 0, 0, 0, 0),
            ("De kat slaapt.", 1, 3, 3, 11),
            ("Hoe gaat het? Goed.", 2, 4, 4, 14),
            ("U kiest een {belang|heel lang getal}.", 1, 4, 5, 14),
            ("Om 10.00 uur", 1, 3, 4, 10),
            ("Het als-danplan", 1, 2, 4, 13),
        ] {
            assert_eq!(Reading::of(text), Reading { sentences, words, syllables, letters }, "{text}");
        }
    }

    #[test]
    fn the_score_follows_the_formula() {
        // 3 words, 4 syllables, 1 sentence.
        let score = Reading::of("Ik eet brood-pap.").flesch_douma().expect("words");
        assert!((score - (206.84 - 0.77 * (400.0 / 3.0) - 0.93 * 3.0)).abs() < 1e-9, "{score}");
        assert_eq!(Reading::default().flesch_douma(), None);
        assert_eq!(Reading::default().words_per_sentence(), None);
        assert_eq!(Reading::default().letters_per_word(), None);
        assert_eq!(Reading::of("De kat. De grote hond.").words_per_sentence(), Some(2.5));
    }

    #[test]
    fn adding_is_measuring_together() {
        let (first, second) = ("Wat wilt u?", "U kiest zelf een doel.");
        let mut both = Reading::of(first);
        both.add(Reading::of(second));
        assert_eq!(both, Reading::of(&format!("{first} {second}")));
    }

    #[test]
    fn plain_text_scores_higher_than_the_language_of_letters() {
        let plain = Reading::of("U zoekt werk. Dat doet u zelf. Ik help u erbij.");
        let letter =
            Reading::of("Teneinde arbeidsinschakeling te bewerkstelligen dient u sollicitaties te verrichten.");
        assert!(plain.flesch_douma() > Some(90.0), "{plain:?}");
        assert!(letter.flesch_douma() < Some(30.0), "{letter:?}");
    }

    /// The words that are told, with `*` before a long word and the count for a sentence.
    fn told(text: &str) -> Vec<String> {
        too_hard(text)
            .into_iter()
            .map(|found| match found {
                TooHard::LongSentence { words, .. } => words.to_string(),
                TooHard::LongWord { word, letters, .. } => format!("*{word} {letters}"),
                TooHard::DifficultWord { word, instead, .. } => format!("{word}: {instead}"),
            })
            .collect()
    }

    #[test]
    fn points_at_long_sentences_and_hard_words() {
        let fifteen = "een ".repeat(15);
        let sixteen = "een ".repeat(16);
        for (text, expected) in [
            ("Wat wilt u?", vec![]),
            (fifteen.as_str(), vec![]),
            (sixteen.as_str(), vec!["16"]),
            // Fourteen letters and a hyphen are fine, fifteen letters are not.
            ("Het telefoonnummer van de als-dangesprek", vec![]),
            ("Een boodschappentas of gezondheidsbeleving.", vec!["*boodschappentas 15", "*gezondheidsbeleving 19"]),
            ("U zoekt vrijwilligerswerk. Bel uw klantmanager.", vec![]),
            ("‘Verantwoordelijk’ is te lang.", vec!["*Verantwoordelijk 16"]),
            ("Thans tekent u, thans.", vec!["Thans: nu", "thans: nu"]),
            ("U bent thans hier en thans daar.", vec!["thans: nu"]),
            ("Uw arbeidsovereenkomst", vec!["arbeidsovereenkomst: contract"]),
            ("Kies {zelfredzaamheid|thans een verantwoordelijkheid}.", vec![]),
            ("Mail naar vrijwilligersadministratie@gemeente.nl", vec![]),
        ] {
            assert_eq!(told(text), expected, "{text}");
        }
    }

    #[test]
    fn shows_the_sentence_as_it_was_written() {
        let text = "Dag. Zeg: ‘Dat kiest u thans {zelf|nu}.’ En dan?";
        let expected = TooHard::DifficultWord {
            sentence: "‘Dat kiest u thans {zelf|nu}.’".to_owned(),
            word: "thans".to_owned(),
            instead: "nu".to_owned(),
        };
        assert_eq!(too_hard(text), [expected]);
    }
}
