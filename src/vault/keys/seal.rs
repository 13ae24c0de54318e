//! Age files in memory.

use std::io::{Read, Write};

use age::{DecryptError, Decryptor, Encryptor};

/// What every age file begins with.
const BEGINNING: &[u8] = b"age-encryption.org/";

/// Bytes within which a header must end: room for hundreds of recipients.
const HEADER: usize = 64 * 1024;

pub(in super::super) fn is_sealed(bytes: &[u8]) -> bool {
    bytes.starts_with(BEGINNING)
}

/// How opening ended.
#[derive(Debug, PartialEq)]
pub(in super::super) enum Opened {
    Text(Vec<u8>),
    /// It is whole as far as can be seen, and encrypted to others.
    NotForUs,
    Damaged,
    /// A later version of age.
    Newer,
    /// It asks for more work than any honest file.
    TooCostly,
}

/// The recipient in `text`.
pub(in super::super) fn recipient(text: &str) -> Option<age::x25519::Recipient> {
    text.trim().parse().ok()
}

/// Whether this is the line of an organisation that dossiers can be encrypted to.
#[must_use]
pub fn is_recipient(text: &str) -> bool {
    recipient(text).is_some()
}

/// Encrypts to each of `to`; `None` when nobody is named or the system gives no random numbers.
pub(in super::super) fn seal<'a>(text: &[u8], to: impl Iterator<Item = &'a dyn age::Recipient>) -> Option<Vec<u8>> {
    let encryptor = Encryptor::with_recipients(to).ok()?;
    let mut bytes = Vec::with_capacity(text.len() + 1024);
    let mut writer = encryptor.wrap_output(&mut bytes).ok()?;
    writer.write_all(text).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

/// Decrypts with `identity`.
pub(in super::super) fn open(bytes: &[u8], identity: &dyn age::Identity) -> Opened {
    // The header ends with a line of its own. Without this bound a planted file of rubbish would keep the reader busy for ages.
    let header = &bytes[..bytes.len().min(HEADER)];
    if is_sealed(bytes) && !is_newer(bytes) && !header.windows(4).any(|found| found == b"\n---") {
        return Opened::Damaged;
    }
    let decrypted = Decryptor::new(bytes).and_then(|decryptor| decryptor.decrypt(std::iter::once(identity)));
    let mut reader = match decrypted {
        Ok(reader) => reader,
        Err(DecryptError::NoMatchingKeys | DecryptError::DecryptionFailed) => return Opened::NotForUs,
        Err(DecryptError::ExcessiveWork { .. }) => return Opened::TooCostly,
        Err(DecryptError::UnknownFormat) if is_newer(bytes) => return Opened::Newer,
        Err(_) => return Opened::Damaged,
    };
    let mut text = Vec::with_capacity(bytes.len());
    match reader.read_to_end(&mut text) {
        Ok(_) => Opened::Text(text),
        Err(_) => Opened::Damaged,
    }
}

/// A first line such as `age-encryption.org/v2`; anything else that is unknown is damage.
fn is_newer(bytes: &[u8]) -> bool {
    let line = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let version = line.strip_prefix(b"age-encryption.org/v");
    version.is_some_and(|version| version != b"1" && !version.is_empty() && version.iter().all(u8::is_ascii_digit))
}
