//! The contents of a plain paper.

/// Headings and paragraphs under a title.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leaflet {
    pub title: String,
    pub parts: Vec<Part>,
    /// Written in Dutch whatever the language of the screen.
    pub dutch: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    Heading(String),
    Words(String),
    Strong(String),
    /// With a bullet.
    Item(String),
    Small(String),
    /// Some room before what follows.
    Gap,
    /// Letters to type over.
    Key(String),
}
