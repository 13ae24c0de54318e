//! What a careful colleague would say of a guide after walking it many times: whether its paths hold, whether some
//! answers strand a conversation, whether every branch can be taken.
//!
//! A guide is walked as data, on dossiers that exist nowhere. Nothing here reads a clock or is random: the same guide
//! gives the same findings.

mod answers;
mod chance;
mod elsewhere;
mod guard;
mod paths;
mod said;
mod shrink;
mod trial;
mod wander;

use crate::dossier::event::GuideRef;
use crate::guide::{FLAGS, Finding, Guide, Kind, Library, Organisation, Remark, Spot, THRESHOLDS, pointed};

pub use chance::Chance;
pub use paths::{PathFault, hold};
pub use trial::Trial;
pub use wander::{WALKS, answer_by_chance, walks_for};

/// Everything that only walking shows. The library holds the guide, and others that it may call.
#[must_use]
pub fn review(library: &Library, name: &GuideRef) -> Vec<Finding> {
    let Some((guide, text)) = library.edition(name).zip(library.text(name)) else { return Vec::new() };
    let mut remarks = Vec::new();
    for (at, fault) in paths::faults(library, guide) {
        let about = vec![fault.path, fault.what];
        remarks.push(Remark { kind: Kind::PathFails, at: Spot::Path(at), step: None, about });
    }
    remarks.extend(wander::remarks(library, guide));
    remarks.extend(unknown_names(library.organisation(), guide));
    remarks.extend(elsewhere::unknown(library, guide));
    pointed(text, remarks)
}

/// What a guide needs of an organisation file that says nothing there.
#[must_use]
pub fn missing(organisation: &Organisation, guide: &Guide) -> Vec<Finding> {
    let missing = guide.needs().iter().filter(|key| organisation.lines(key).is_empty());
    let about = |key: &String| vec![key.clone(), guide.title().to_owned()];
    let remark = |key| Remark { kind: Kind::MissingOrganisationKey, at: Spot::Start, step: None, about: about(key) };
    pointed("", missing.map(remark).collect())
}

/// Flags and thresholds that neither the handbook nor the organisation file knows.
fn unknown_names(organisation: &Organisation, guide: &Guide) -> Vec<Remark> {
    let remark = |kind, name: String| Remark { kind, at: Spot::Start, step: None, about: vec![name] };
    let flags = guide.flags().into_iter();
    let flags = flags.filter(|flag| !FLAGS.contains(&flag.as_str()) && !organisation.flags.contains(flag));
    let thresholds = guide.thresholds().into_iter();
    let thresholds =
        thresholds.filter(|name| !THRESHOLDS.contains(&name.as_str()) && organisation.threshold(name).is_none());
    flags
        .map(|flag| remark(Kind::UnknownFlag, flag))
        .chain(thresholds.map(|name| remark(Kind::UnknownThreshold, name)))
        .collect()
}
