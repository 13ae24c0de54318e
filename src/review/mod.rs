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
use crate::guide::{FLAGS, Finding, Guide, Kind, Library, Organisation, Remark, Spot, pointed};

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
    remarks.extend(flags(library.organisation(), guide));
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

/// Flags that neither the handbook nor the organisation file knows.
fn flags(organisation: &Organisation, guide: &Guide) -> Vec<Remark> {
    let known = |flag: &&String| FLAGS.contains(&flag.as_str()) || organisation.flags.contains(*flag);
    let unknown = guide.flags().into_iter().filter(|flag| !known(&flag));
    unknown
        .map(|flag| Remark { kind: Kind::UnknownFlag, at: Spot::Start, step: None, about: vec![flag.clone()] })
        .collect()
}
