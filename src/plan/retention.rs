//! Until when a dossier may be kept. The term is the municipality's; without an end there is no term.

use jiff::ToSpan as _;
use jiff::civil::Date;

use crate::dossier::Dossier;

/// The day from which a dossier is to be destroyed: so many years after the guidance ended.
#[must_use]
pub fn due(dossier: &Dossier, years: u8) -> Option<Date> {
    dossier.ended()?.date().checked_add(i64::from(years).years()).ok()
}
