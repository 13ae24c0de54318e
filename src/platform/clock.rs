//! The only place that reads the clock.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::dossier::Now;

/// The moment it is. `SOURCE_DATE_EPOCH` (seconds since 1970, UTC) fixes it for output that must be reproducible.
#[must_use]
#[expect(clippy::disallowed_methods, reason = "this is the one clock")]
pub fn now() -> Now {
    match std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok()) {
        Some(seconds) => at(Duration::from_secs(seconds), &TimeZone::UTC),
        None => at(SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default(), &TimeZone::system()),
    }
}

fn at(since_1970: Duration, zone: &TimeZone) -> Now {
    let millis = i64::try_from(since_1970.as_millis()).unwrap_or(i64::MAX);
    let moment = Timestamp::from_millisecond(millis).unwrap_or(Timestamp::MAX);
    Now { millis, local: zone.to_datetime(moment) }
}
