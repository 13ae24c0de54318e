//! What must never crash: any text at all, read as a guide, checked, and walked with the answers that follow it.
//!
//! The first byte chooses what the text is taken for and seeds the answers; the rest is the text.

use roer::dossier::event::Route;
use roer::guide::{Guide, LayerFile, Library, Organisation, Origin};
use roer::review::{Chance, Trial, answer_by_chance};
use roer::texts::{Language, Texts};

/// Takes any bytes; how many stops were walked.
pub fn swallow(data: &[u8]) -> usize {
    let Some((seed, rest)) = data.split_first() else { return 0 };
    let text = String::from_utf8_lossy(rest);
    match seed % 8 {
        0 => usize::from(Organisation::parse(&text).is_ok()),
        1 => usize::from(LayerFile::lay(&text, &Library::default()).guide.is_some()),
        _ => guide(&text, u64::from(*seed)),
    }
}

/// Reads, checks and walks; every finding must have words and a place.
fn guide(text: &str, seed: u64) -> usize {
    let texts = Texts::new(Language::Dutch);
    let checked = Guide::read(text, None);
    for finding in &checked.findings {
        assert!(!finding.message(&texts).is_empty() && finding.line > 0, "{finding:?}");
    }
    let Some(guide) = checked.guide else { return 0 };
    let mut library = Library::default();
    let Ok(name) = library.add(text, Origin::Vault) else { panic!("a guide that passed its check can be added") };
    let mut chance = Chance::new(seed);
    let mut trial = Trial::new(&library);
    trial.begin(&name, if chance.happens(50) { Route::Whole } else { Route::Core });
    let mut stops = 0;
    for _ in 0..4 {
        let walk = trial.walk();
        assert!(walk.still.most.is_none_or(|most| walk.still.least <= most), "{:?}", walk.still);
        for stop in walk.stops.iter().take(50) {
            answer_by_chance(&mut trial, &guide, stop, &mut chance);
        }
        stops += walk.stops.len();
    }
    let _ = trial.plan();
    stops
}
