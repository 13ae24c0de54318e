//! Randomness for names that must not meet those of another laptop.

use std::fmt::Write as _;

/// Twelve random hexadecimal digits to begin names with.
///
/// # Errors
/// When the system gives no random numbers.
pub fn beginning() -> Result<String, getrandom::Error> {
    let mut bytes = [0_u8; 6];
    getrandom::fill(&mut bytes)?;
    Ok(bytes.iter().fold(String::with_capacity(12), |mut name, byte| {
        // Writing to a String cannot fail.
        let _ = write!(name, "{byte:02x}");
        name
    }))
}
