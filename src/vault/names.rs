//! Names of files and folders: random or hashes, so that they say nothing about a person, and checked before they touch a disk.

use sha2::{Digest, Sha256};

use super::VaultError;
use crate::dossier::ids::{DossierId, SegmentId};

/// Length of a random name; 5 bits a character make 130 bits.
const LENGTH: usize = 26;
const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
/// Stands between the name of a file and the random end of the temporary file that will replace it.
const TEMPORARY: &str = ".tmp-";

/// 26 characters that nobody can guess.
pub(super) fn random() -> Result<String, VaultError> {
    Ok(letters(&random_bytes::<LENGTH>()?))
}

/// A letter for each byte, of which five bits count; 26 at most.
pub(super) fn letters(bytes: &[u8]) -> String {
    let letters = bytes.iter().take(LENGTH).filter_map(|byte| LETTERS.get(usize::from(byte % 32)));
    letters.copied().map(char::from).collect()
}

pub(super) fn random_bytes<const N: usize>() -> Result<[u8; N], VaultError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| VaultError::NoRandomness)?;
    Ok(bytes)
}

pub(super) fn is_random(name: &str) -> bool {
    name.len() == LENGTH && name.bytes().all(|byte| LETTERS.contains(&byte))
}

/// The id as a folder name, or an error before any disk is touched.
pub(super) fn dossier(id: &DossierId) -> Result<&str, VaultError> {
    if is_random(id.as_str()) { Ok(id.as_str()) } else { Err(VaultError::BadName { what: "dossier" }) }
}

pub(super) fn segment_file(id: &SegmentId) -> String {
    format!("{id}.roer")
}

/// The segment once more, encrypted to more people by the person with this fingerprint.
pub(super) fn copy_file(id: &SegmentId, by: &str, number: &str) -> String {
    format!("{id}.{by}{number}.roer")
}

/// `gidsen/<this>`, or an error before any disk is touched.
pub(super) fn guide_file(digest: &str) -> Result<String, VaultError> {
    if is_digest(digest) { Ok(format!("{digest}.ron")) } else { Err(VaultError::BadName { what: "digest" }) }
}

pub(super) fn digest_of_guide_file(name: &str) -> Option<&str> {
    name.strip_suffix(".ron").filter(|digest| is_digest(digest))
}

fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// A name beside `file` for what will replace it.
pub(super) fn temporary(file: &str) -> Result<String, VaultError> {
    Ok(format!("{file}{TEMPORARY}{}", random()?))
}

/// Whether we made this name with [`temporary`]; nobody else's file is ever swept.
pub(super) fn is_temporary(name: &str) -> bool {
    name.rsplit_once(TEMPORARY).is_some_and(|(file, end)| !file.is_empty() && is_random(end))
}

/// The bytes of `2 * N` hexadecimal digits in lower case.
pub(super) fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let text = text.as_bytes();
    if text.len() != 2 * N {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
        let [high, low] = pair else { return None };
        *byte = digit(*high)? << 4 | digit(*low)?;
    }
    Some(bytes)
}

/// SHA-256, as 64 hexadecimal digits.
pub(super) fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
