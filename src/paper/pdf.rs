//! A sheet as PDF bytes: text stays text, furniture is marked as such. printpdf writes the operators and the fonts,
//! `tags` and `metadata` add with lopdf what printpdf has no words for.

use std::collections::{BTreeMap, BTreeSet};

use printpdf::{
    Codepoint, Color, CustomPdfConformance, DictItem, FontId, Greyscale, Line, LineDashPattern, LinePoint, Mm, Op,
    PaintMode, ParsedFont, PdfConformance, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Point,
    Polygon, PolygonRing, Pt, RawImage, RawImageData, RawImageFormat, TextItem, WindingOrder, XObject, XObjectId,
    XObjectTransform,
};
use sha2::{Digest as _, Sha256};
use thiserror::Error;

use super::arabic::letters_of;
use super::font::{Face, Faces};
use super::line::is_backwards;
use super::sheet::{Area, Item, Mark, PAGE_HEIGHT, Page, Run, Sheet};
use super::{metadata, tags};
use crate::guide::Picture;

/// Why there is no PDF. None of these is up to the user: each means that the program itself is damaged.
#[derive(Debug, Error)]
pub enum PaperError {
    #[error("the font {0} cannot be read")]
    Font(&'static str),
    #[error("the drawing was refused: {0}")]
    Drawing(String),
    #[error("the structure of the PDF could not be added")]
    Structure(#[from] lopdf::Error),
    #[error("the PDF could not be written")]
    Writing(#[from] std::io::Error),
}

/// Distance of a Bezier handle from a corner's start, over its radius, that makes a quarter of a circle.
const ROUND: f32 = 0.552_285;

/// Renders `sheet` as a tagged PDF 1.7 with all its fonts. The same sheet gives the same bytes.
///
/// # Errors
/// When a bundled font is damaged or the libraries refuse the document; never because of what the sheet says.
pub fn render(sheet: &Sheet) -> Result<Vec<u8>, PaperError> {
    let mut document = PdfDocument::new(&sheet.title);
    document.metadata.info.conformance = PdfConformance::Custom(CustomPdfConformance::default());
    for face in faces_used(sheet) {
        let parsed = ParsedFont::from_bytes(face.bytes(), 0, &mut Vec::new()).ok_or(PaperError::Font(face.name()))?;
        // `add_font` would name the font at random, and differently each time.
        document.resources.fonts.map.insert(font_id(face), PdfFont::new(parsed));
    }
    for picture in pictures(sheet) {
        document.resources.xobjects.map.insert(picture_id(picture), XObject::Image(raw(picture)));
    }
    let faces = Faces::load();
    let mut contents = Vec::new();
    let mut pages = Vec::new();
    for page in &sheet.pages {
        let (ops, tags) = operators(page, &faces);
        pages.push(PdfPage::new(Mm(210.0), Mm(297.0), ops));
        contents.push(tags);
    }
    document.with_pages(pages);
    let mut warnings = Vec::new();
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let mut file = document.to_lopdf_document(&options, &mut warnings);
    if let Some(warning) = warnings.first() {
        return Err(PaperError::Drawing(warning.msg.clone()));
    }
    tags::add(&mut file, sheet, &contents)?;
    metadata::add(&mut file, sheet)?;
    "1.7".clone_into(&mut file.version);
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)?;
    Ok(bytes)
}

fn faces_used(sheet: &Sheet) -> BTreeSet<Face> {
    let items = sheet.pages.iter().flat_map(|page| &page.items);
    items.filter_map(|item| if let Mark::Text(run) = &item.mark { Some(run.face) } else { None }).collect()
}

fn pictures(sheet: &Sheet) -> impl Iterator<Item = &Picture> {
    let items = sheet.pages.iter().flat_map(|page| &page.items);
    items.filter_map(|item| if let Mark::Picture { picture, .. } = &item.mark { Some(picture) } else { None })
}

/// Follows from the pixels, so that the same sheet gives the same bytes.
fn picture_id(picture: &Picture) -> XObjectId {
    let digest = Sha256::digest(picture.rgb());
    XObjectId(digest.iter().take(8).fold(String::from("P"), |id, byte| format!("{id}{byte:02x}")))
}

fn raw(picture: &Picture) -> RawImage {
    RawImage {
        pixels: RawImageData::U8(picture.rgb().to_vec()),
        width: picture.width() as usize,
        height: picture.height() as usize,
        data_format: RawImageFormat::RGB8,
        tag: Vec::new(),
    }
}

fn font_id(face: Face) -> FontId {
    FontId(face.name().to_owned())
}

/// The drawing of a page, and the element that each marked content of it belongs to.
fn operators(page: &Page, faces: &Faces) -> (Vec<Op>, Vec<usize>) {
    let mut ops = Vec::new();
    let mut tags = Vec::new();
    for group in page.items.chunk_by(|a, b| a.tag == b.tag && is_text(a) == is_text(b)) {
        match group.first() {
            Some(Item { tag: Some(tag), .. }) => {
                let number = i64::try_from(tags.len()).unwrap_or(i64::MAX);
                ops.push(begin("Span", "MCID", DictItem::Int(number)));
                tags.push(*tag);
            }
            // Words outside the structure are footers and running heads, and must say so.
            Some(item) if is_text(item) => ops.push(begin("Artifact", "Type", DictItem::Name(b"Pagination".to_vec()))),
            _ => ops.push(begin("Artifact", "Type", DictItem::Name(b"Layout".to_vec()))),
        }
        for item in group {
            draw(item, faces, &mut ops);
        }
        ops.push(Op::EndMarkedContent);
    }
    (ops, tags)
}

fn is_text(item: &Item) -> bool {
    matches!(item.mark, Mark::Text(_))
}

fn begin(tag: &str, key: &str, value: DictItem) -> Op {
    let properties = DictItem::Dict { map: BTreeMap::from([(key.to_owned(), value)]) };
    Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties }
}

fn draw(item: &Item, faces: &Faces, ops: &mut Vec<Op>) {
    match &item.mark {
        Mark::Text(run) => draw_text(run, faces, ops),
        Mark::Rule { x, y, width, thickness, dash } => {
            let dash = dash.map_or_else(LineDashPattern::solid, |length| LineDashPattern::new(0.0, &[length, length]));
            let points = vec![corner(*x, *y), corner(x + width, *y)];
            ops.push(Op::SetOutlineColor { col: grey(0.0) });
            ops.push(Op::SetOutlineThickness { pt: Pt(*thickness) });
            ops.push(Op::SetLineDashPattern { dash });
            ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
        }
        Mark::Frame { area, radius, thickness } => {
            ops.push(Op::SetOutlineColor { col: grey(0.0) });
            ops.push(Op::SetOutlineThickness { pt: Pt(*thickness) });
            ops.push(Op::SetLineDashPattern { dash: LineDashPattern::solid() });
            ops.push(Op::DrawPolygon { polygon: rounded(*area, *radius, PaintMode::Stroke) });
        }
        Mark::Picture { area, picture } => {
            let corner = point(area.x, area.y + area.height);
            let transform = XObjectTransform {
                translate_x: Some(corner.x),
                translate_y: Some(corner.y),
                scale_x: Some(area.width),
                scale_y: Some(area.height),
                no_auto_scale: true,
                ..XObjectTransform::default()
            };
            ops.push(Op::UseXobject { id: picture_id(picture), transform });
        }
        Mark::Fill { area, radius, grey: shade } => {
            ops.push(Op::SetFillColor { col: grey(*shade) });
            ops.push(Op::DrawPolygon { polygon: rounded(*area, *radius, PaintMode::Fill) });
        }
    }
}

fn draw_text(run: &Run, faces: &Faces, ops: &mut Vec<Op>) {
    if is_backwards(&run.text) {
        // Readers turn such letters back themselves, even those of an `ActualText`; `tags` says the words in order.
        show(run, vec![TextItem::GlyphIds(backwards(run, faces))], ops);
    } else if let Some(drawn) = &run.drawn {
        let mut words = vec![0xFE, 0xFF];
        words.extend(run.text.encode_utf16().flat_map(u16::to_be_bytes));
        ops.push(begin("Span", "ActualText", DictItem::String { data: words, literal: false }));
        show(run, vec![TextItem::Text(drawn.clone())], ops);
        ops.push(Op::EndMarkedContent);
    } else {
        show(run, vec![TextItem::Text(run.text.clone())], ops);
    }
}

/// Glyphs in drawing order, each with the letters it stands for.
fn backwards(run: &Run, faces: &Faces) -> Vec<Codepoint> {
    let glyph = |drawn| {
        let number = faces.glyph_number(run.face, drawn)?;
        Some(Codepoint::with_cid(number, 0.0, letters_of(drawn)))
    };
    run.drawn().chars().filter_map(glyph).collect()
}

fn show(run: &Run, items: Vec<TextItem>, ops: &mut Vec<Op>) {
    ops.push(Op::SetFillColor { col: grey(0.0) });
    ops.push(Op::StartTextSection);
    ops.push(Op::SetFont { font: PdfFontHandle::External(font_id(run.face)), size: Pt(run.size) });
    ops.push(Op::SetTextCursor { pos: point(run.x, run.y) });
    ops.push(Op::ShowText { items });
    ops.push(Op::EndTextSection);
}

fn grey(percent: f32) -> Color {
    Color::Greyscale(Greyscale { percent, icc_profile: None })
}

/// PDF counts y from the bottom.
fn point(x: f32, y: f32) -> Point {
    Point { x: Pt(x), y: Pt(PAGE_HEIGHT - y) }
}

fn corner(x: f32, y: f32) -> LinePoint {
    LinePoint { p: point(x, y), bezier: false }
}

fn handle(x: f32, y: f32) -> LinePoint {
    LinePoint { p: point(x, y), bezier: true }
}

/// Clockwise from the left end of the top edge.
fn rounded(area: Area, radius: f32, mode: PaintMode) -> Polygon {
    let (left, top) = (area.x, area.y);
    let (right, bottom) = (area.x + area.width, area.y + area.height);
    let radius = radius.min(area.width / 2.0).min(area.height / 2.0);
    let near = radius * (1.0 - ROUND);
    let points = vec![
        corner(left + radius, top),
        corner(right - radius, top),
        handle(right - near, top),
        handle(right, top + near),
        corner(right, top + radius),
        corner(right, bottom - radius),
        handle(right, bottom - near),
        handle(right - near, bottom),
        corner(right - radius, bottom),
        corner(left + radius, bottom),
        handle(left + near, bottom),
        handle(left, bottom - near),
        corner(left, bottom - radius),
        corner(left, top + radius),
        handle(left, top + near),
        handle(left + near, top),
        corner(left + radius, top),
    ];
    Polygon { rings: vec![PolygonRing { points }], mode, winding_order: WindingOrder::NonZero }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::{Letters, plan_sheet, samples};
    use crate::texts::{Language, Texts};

    #[test]
    fn the_same_plan_gives_the_same_bytes() {
        let texts = Texts::new(Language::Dutch);
        let bytes = || render(&plan_sheet(&texts, &samples::much(), Letters::Usual)).unwrap();
        assert_eq!(bytes(), bytes());
    }

    #[test]
    fn every_sample_becomes_a_tagged_file_of_reasonable_size() {
        let texts = Texts::new(Language::English);
        for (name, plan) in samples::every() {
            let bytes = render(&plan_sheet(&texts, &plan, Letters::Usual)).unwrap();
            assert!(bytes.starts_with(b"%PDF-1.7"), "{name}");
            let file = lopdf::Document::load_mem(&bytes).unwrap();
            let catalog = file.catalog().unwrap();
            assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"Lang") && catalog.has(b"Metadata"), "{name}");
        }
        let plain = render(&plan_sheet(&texts, &samples::samira(), Letters::Usual)).unwrap();
        assert!(plain.len() < 100_000, "{} bytes: a face too many is embedded", plain.len());
    }

    #[test]
    fn a_face_is_only_embedded_when_used() {
        let texts = Texts::new(Language::Dutch);
        let faces = |plan| faces_used(&plan_sheet(&texts, &plan, Letters::Usual)).into_iter().collect::<Vec<_>>();
        assert_eq!(faces(samples::samira()), [Face::Regular, Face::Bold]);
        assert_eq!(faces(samples::foreign()), Face::ALL);
    }
}
