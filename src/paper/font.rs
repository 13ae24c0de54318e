//! The bundled faces: which characters they have and how wide these are.

use ttf_parser::GlyphId;

/// The faces on paper. The last two only serve characters that the first two lack; they have one weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Face {
    Regular,
    Bold,
    /// Cyrillic, Greek, Vietnamese, Hebrew.
    Fallback,
    Arabic,
}

impl Face {
    pub const ALL: [Self; 4] = [Self::Regular, Self::Bold, Self::Fallback, Self::Arabic];

    /// The PostScript name, by which the PDF names the font too.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Regular => "AtkinsonHyperlegibleNext-Regular",
            Self::Bold => "AtkinsonHyperlegibleNext-Bold",
            Self::Fallback => "OpenSans-Regular",
            Self::Arabic => "NotoSansArabic-Regular",
        }
    }

    /// The TrueType file.
    #[must_use]
    pub fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf"),
            Self::Bold => include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf"),
            Self::Fallback => include_bytes!("../../assets/fonts/OpenSans-Regular.ttf"),
            Self::Arabic => include_bytes!("../../assets/fonts/NotoSansArabic-Regular.ttf"),
        }
    }
}

/// The parsed faces.
pub struct Faces {
    /// In the order of [`Face::ALL`]. A file that does not parse counts as a face without characters; a test reads them all.
    faces: [Option<ttf_parser::Face<'static>>; 4],
}

impl Faces {
    #[must_use]
    pub fn load() -> Self {
        Self { faces: Face::ALL.map(|face| ttf_parser::Face::parse(face.bytes(), 0).ok()) }
    }

    #[must_use]
    pub fn has(&self, face: Face, character: char) -> bool {
        self.glyph(face, character).is_some()
    }

    /// The advance in points at `size`; 0 where the face lacks the character.
    #[must_use]
    pub fn advance(&self, face: Face, character: char, size: f32) -> f32 {
        let Some((font, glyph)) = self.glyph(face, character) else {
            return 0.0;
        };
        let units = f32::from(font.glyph_hor_advance(glyph).unwrap_or_default());
        units / f32::from(font.units_per_em()) * size
    }

    /// The face to draw `character` with where `wanted` is asked for; none when no bundled face has it.
    #[must_use]
    pub fn face_for(&self, wanted: Face, character: char) -> Option<Face> {
        [wanted, Face::Fallback, Face::Arabic].into_iter().find(|face| self.has(*face, character))
    }

    /// The number of the glyph within the font file.
    #[must_use]
    pub fn glyph_number(&self, face: Face, character: char) -> Option<u16> {
        self.glyph(face, character).map(|(_, glyph)| glyph.0)
    }

    fn glyph(&self, face: Face, character: char) -> Option<(&ttf_parser::Face<'static>, GlyphId)> {
        let font = self.faces.get(face as usize)?.as_ref()?;
        font.glyph_index(character).map(|glyph| (font, glyph))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_parses_under_its_own_name() {
        for face in Face::ALL {
            let font = ttf_parser::Face::parse(face.bytes(), 0).unwrap();
            let named = font.names().into_iter().filter(|name| name.name_id == 6).find_map(|name| name.to_string());
            assert_eq!(named.as_deref(), Some(face.name()));
        }
    }

    #[test]
    fn names_of_clients_have_a_face() {
        let faces = Faces::load();
        for character in "ëïéóüçğışİŞłżąćęőțșđčžßøåæñ€–—‘’“”…·•ĳ".chars()
        {
            assert_eq!(faces.face_for(Face::Bold, character), Some(Face::Bold), "{character}");
        }
        for character in "ПриветΕλλάδαạễữשלום".chars() {
            assert!(faces.face_for(Face::Bold, character).is_some(), "{character}");
        }
        assert_eq!(faces.face_for(Face::Regular, 'م'), Some(Face::Arabic));
        assert_eq!(faces.face_for(Face::Regular, 'ሰ'), None);
    }
}
