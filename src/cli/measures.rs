//! `roer check --maten`: what the client reads in each guide, measured, as rows of a table for `guides/README.md`.

use std::io;

use super::Streams;
use crate::guide::{Checked, Guide};

/// Head of the table.
const HEAD: &str = "| gids | stappen | paden | zinnen | woorden | woorden per zin | letters per woord | Flesch-Douma |\n|---|---|---|---|---|---|---|---|";

pub(super) fn measures<'a>(texts: impl Iterator<Item = &'a str>, streams: &mut Streams<'_>) -> io::Result<()> {
    writeln!(streams.out, "{HEAD}")?;
    for text in texts {
        let Checked { guide: Some(guide), reading, .. } = Guide::read(text, None) else { continue };
        let number = |measure: Option<f64>| measure.map_or_else(|| "–".to_owned(), in_dutch);
        let name = guide.name();
        writeln!(
            streams.out,
            "| `{}` {} | {} | {} | {} | {} | {} | {} | {} |",
            name.id,
            name.edition,
            guide.steps().len(),
            guide.paths().len(),
            reading.sentences,
            reading.words,
            number(reading.words_per_sentence()),
            number(reading.letters_per_word()),
            reading.flesch_douma().map_or_else(|| "–".to_owned(), |ease| format!("{ease:.0}")),
        )?;
    }
    Ok(())
}

/// One digit after a comma.
fn in_dutch(number: f64) -> String {
    format!("{number:.1}").replace('.', ",")
}
