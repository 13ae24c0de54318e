//! Who makes a vault, or joins one.

use super::keys::Secret;

/// Who makes a vault, or joins one.
#[derive(Clone, Debug, PartialEq)]
pub struct Founder {
    /// A name or an alias, for colleagues.
    pub name: String,
    pub passphrase: Secret,
    /// An age recipient whose secret key lies outside the vault.
    pub recovery: Option<String>,
}

/// The passphrase of every demonstration, so that it is no secret and protects nobody.
pub const DEMONSTRATION: &str = "demonstratie";

impl Founder {
    /// Who makes a demonstration.
    #[must_use]
    pub fn of_demonstration() -> Self {
        Self { name: "Oefening".to_owned(), passphrase: Secret::new(DEMONSTRATION), recovery: None }
    }
}
