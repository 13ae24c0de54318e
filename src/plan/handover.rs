//! The hand-over on paper: what the next klantmanager must know, as it was written down together.

use jiff::civil::Date;

use super::inspection::sender;
use super::leaflet::{Leaflet, Part};
use super::report::Report;
use crate::dossier::Dossier;
use crate::guide::Library;
use crate::texts::{Texts, dates};

/// The guide that a hand-over is walked with; a municipality's own guide of this id serves as well.
const GUIDE: &str = "overdracht";

/// The newest hand-over. `None` when none was walked, or nothing was said in it that may be printed.
#[must_use]
pub fn handover(texts: &Texts, library: &Library, dossier: &Dossier, date: Date) -> Option<Leaflet> {
    let report = Report::of_guide(texts, library, dossier, date, GUIDE).filter(|report| !report.chapters.is_empty())?;
    let mut parts = vec![Part::Small(format!("{} · {}", dates::long(texts, date), report.guide))];
    for chapter in report.chapters {
        parts.push(Part::Heading(chapter.title));
        for (question, answer) in chapter.said {
            parts.push(Part::Strong(question));
            parts.extend(answer.into_iter().map(Part::Words));
            parts.push(Part::Gap);
        }
    }
    if !report.statement.is_empty() {
        parts.push(Part::Heading(texts.say("statement-on-paper")));
        parts.extend(report.statement.into_iter().map(Part::Words));
    }
    parts.extend(sender(library.organisation()));
    let title = texts.say_with("handover-title", &[("name", report.name.as_str().into())]);
    Some(Leaflet { title, parts, dutch: true })
}
