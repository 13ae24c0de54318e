//! How hard a passphrase is to guess for who has stolen a laptop.

use super::Secret;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Guessed in seconds to days.
    Weak,
    /// Takes years, or so many words that it does.
    Strong,
}

/// Four words of at least three letters, or what zxcvbn counts as more than 10^8 guesses: each guess costs an attacker half a
/// second and 128 MiB. Dutch words are not in its lists, so that short phrases of them are judged by their length.
#[must_use]
pub fn strength(passphrase: &Secret) -> Strength {
    let words: Vec<&str> = passphrase.reveal().split_whitespace().filter(|word| word.chars().count() >= 3).collect();
    let different: std::collections::BTreeSet<&str> = words.iter().copied().collect();
    let guessed = zxcvbn::zxcvbn(passphrase.reveal(), &["roer", "demonstratie", "wachtwoord", "gemeente", "welkom"]);
    let long_enough = passphrase.reveal().chars().count() >= 12;
    if long_enough && (different.len() >= 4 || guessed.score() >= zxcvbn::Score::Three) {
        Strength::Strong
    } else {
        Strength::Weak
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_short_or_common_is_weak() {
        for weak in
            ["", "geheim", "Welkom2026!", "demonstratie", "12345678901234", "aaa aaa aaa aaa", "aaaaaaaaaaaaaaaa"]
        {
            assert_eq!(strength(&Secret::new(weak)), Strength::Weak, "{weak}");
        }
        for strong in ["fiets regen koffie maandag", "kT9#vq2!mZx7wP", "de kat zat op de grote stoel"] {
            assert_eq!(strength(&Secret::new(strong)), Strength::Strong, "{strong}");
        }
    }
}
