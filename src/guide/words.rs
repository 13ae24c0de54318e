//! Text with places to fill in: `U kiest een {belang|getal}.`

/// A text of a guide, cut at its places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<Piece>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Said(String),
    /// The words of an earlier answer, and what to say when there are none.
    Key {
        key: String,
        otherwise: Option<String>,
    },
}

impl Words {
    /// Cuts a text. A brace that is never closed is kept as it stands.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let Some((inside, after)) = after.split_once('}') else { break };
            if !before.is_empty() {
                pieces.push(Piece::Said(before.to_owned()));
            }
            let (key, otherwise) = match inside.split_once('|') {
                Some((key, otherwise)) => (key, Some(otherwise.to_owned())),
                None => (inside, None),
            };
            pieces.push(Piece::Key { key: key.trim().to_owned(), otherwise });
            rest = after;
        }
        if !rest.is_empty() {
            pieces.push(Piece::Said(rest.to_owned()));
        }
        Self(pieces)
    }

    /// The text with its places filled. A place without an answer and without other words becomes "…".
    #[must_use]
    pub fn fill(&self, mut answer: impl FnMut(&str) -> Option<String>) -> String {
        self.0
            .iter()
            .map(|piece| match piece {
                Piece::Said(text) => text.clone(),
                Piece::Key { key, otherwise } => {
                    answer(key).or_else(|| otherwise.clone()).unwrap_or_else(|| "…".to_owned())
                }
            })
            .collect()
    }

    /// The text with its places left open, for where there is no conversation.
    #[must_use]
    pub fn as_shown(&self) -> String {
        self.fill(|_| None)
    }

    /// The text as its author wrote it, places and all.
    #[must_use]
    pub fn as_written(&self) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Said(text) => text.clone(),
            Piece::Key { key, otherwise: None } => format!("{{{key}}}"),
            Piece::Key { key, otherwise: Some(otherwise) } => format!("{{{key}|{otherwise}}}"),
        };
        self.0.iter().map(piece).collect()
    }

    /// The keys it names, and whether each has other words to fall back on.
    pub fn keys(&self) -> impl Iterator<Item = (&str, bool)> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Said(_) => None,
            Piece::Key { key, otherwise } => Some((key.as_str(), otherwise.is_some())),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::Words;

    #[test]
    fn fills_places_falls_back_and_keeps_a_stray_brace() {
        for (text, expected) in [
            ("U kiest een {belang}.", "U kiest een 7."),
            ("Dat is {richting|die kant} op.", "Dat is die kant op."),
            ("Leeg: {niets}", "Leeg: …"),
            ("Een { zonder eind", "Een { zonder eind"),
            ("", ""),
        ] {
            let filled = Words::of(text).fill(|key| (key == "belang").then(|| "7".to_owned()));
            assert_eq!(filled, expected, "{text}");
        }
    }
}
