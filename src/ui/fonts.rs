//! The bundled fonts, the sizes of letters, and text that may hold Arabic or Hebrew.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use eframe::egui::epaint::text::{FontsView, LayoutJob, TextFormat};
use eframe::egui::{Color32, Context, FontData, FontDefinitions, FontFamily, FontId, FontTweak, RichText, Ui};
use unicode_bidi::{BidiInfo, Level};

use crate::paper::Face;

static SEMIBOLD: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name("semibold".into()));
static BOLD: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name("bold".into()));
/// Letters that run from right to left. Kept apart: in the fallback row of Latin they would turn whole lines around.
static RTL: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name("rtl".into()));

/// The kinds of letters on a screen. There are no others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lettering {
    Small,
    SmallStrong,
    Body,
    Strong,
    /// The sentence under a question.
    Lead,
    /// Numbers of a scale, the client's own words.
    LeadStrong,
    Card,
    Page,
    Question,
}

impl Lettering {
    /// Size in points at zoom 1.
    #[must_use]
    pub fn size(self) -> f32 {
        match self {
            Self::Small | Self::SmallStrong => 14.0,
            Self::Body | Self::Strong => 16.0,
            Self::Card => 18.0,
            Self::Lead | Self::LeadStrong => 20.0,
            Self::Page => 26.0,
            Self::Question => 36.0,
        }
    }

    #[must_use]
    pub fn font(self) -> FontId {
        let family = match self {
            Self::Small | Self::Body | Self::Lead => FontFamily::Proportional,
            Self::SmallStrong | Self::Strong | Self::LeadStrong | Self::Card => SEMIBOLD.clone(),
            Self::Page | Self::Question => BOLD.clone(),
        };
        FontId::new(self.size(), family)
    }

    /// Distance from line to line; large letters need less air between them.
    #[must_use]
    pub fn line_height(self) -> f32 {
        let factor = if self.size() > 20.0 { 1.25 } else { 1.45 };
        (self.size() * factor).round()
    }

    /// Words in these letters, for egui's own widgets.
    #[must_use]
    pub fn rich(self, words: impl Into<String>, colour: Color32) -> RichText {
        RichText::new(words).font(self.font()).line_height(Some(self.line_height())).color(colour)
    }

    fn format(self, colour: Color32) -> TextFormat {
        TextFormat { line_height: Some(self.line_height()), ..TextFormat::simple(self.font(), colour) }
    }
}

/// Gives egui the bundled fonts and no others, so that text is the same on every machine.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

/// The letters of the paper, for its preview.
#[must_use]
pub fn on_paper(face: Face) -> FontFamily {
    match face {
        Face::Regular | Face::Fallback => FontFamily::Proportional,
        Face::Bold => BOLD.clone(),
        Face::Arabic => RTL.clone(),
    }
}

fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    let files: [(&str, &'static [u8]); 4] = [
        ("regular", include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Regular.ttf")),
        ("semibold", include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-SemiBold.ttf")),
        ("bold", include_bytes!("../../assets/fonts/AtkinsonHyperlegibleNext-Bold.ttf")),
        ("fallback", include_bytes!("../../assets/fonts/OpenSans-Regular.ttf")),
    ];
    for (name, bytes) in files {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let arabic = FontData {
        // Its line is higher than Latin's, which lifts the letters off the common baseline.
        tweak: FontTweak { y_offset_factor: 0.04, ..FontTweak::default() },
        ..FontData::from_static(include_bytes!("../../assets/fonts/NotoSansArabic-Regular.ttf"))
    };
    fonts.font_data.insert("arabic".to_owned(), Arc::new(arabic));
    for (family, first) in [
        (FontFamily::Proportional, "regular"),
        (FontFamily::Monospace, "regular"),
        (SEMIBOLD.clone(), "semibold"),
        (BOLD.clone(), "bold"),
        (RTL.clone(), "arabic"),
    ] {
        fonts.families.insert(family, vec![first.to_owned(), "fallback".to_owned()]);
    }
    fonts
}

/// Whether any letter runs from right to left. Dutch is done after one look at its bytes.
#[must_use]
pub fn has_rtl(text: &str) -> bool {
    text.bytes().any(|byte| byte >= 0xD6)
        && text.chars().any(|c| {
            matches!(c, '\u{590}'..='\u{8FF}' | '\u{200F}' | '\u{202B}' | '\u{202E}' | '\u{2067}'
                | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
        })
}

/// One field of a person's own words, laid out so that neither script turns the other around.
///
/// Give one field at a time: by the rules of Unicode a number beside Arabic changes places.
#[must_use]
pub fn user_job(ui: &Ui, text: &str, kind: Lettering, colour: Color32, width: f32) -> LayoutJob {
    let mut job = if has_rtl(text) {
        let lines = ui.fonts_mut(|fonts| lines(fonts, text, kind, width));
        visual_job(&lines, kind, colour)
    } else {
        LayoutJob::single_section(text.to_owned(), kind.format(colour))
    };
    job.wrap.max_width = width;
    job
}

/// Words while they are typed. Runs keep the order of typing, since the cursor counts in it; each is shaped in its own
/// direction, so Arabic words join and Dutch ones stay as they are.
#[must_use]
pub fn typed_job(text: &str, kind: Lettering, colour: Color32, width: f32) -> LayoutJob {
    let mut job = LayoutJob { keep_trailing_whitespace: true, ..LayoutJob::default() };
    if has_rtl(text) {
        let bidi = BidiInfo::new(text, Some(Level::ltr()));
        let mut start = 0;
        for (at, _) in text.char_indices().skip(1) {
            if bidi.levels.get(at) != bidi.levels.get(start) {
                append(&mut job, &text[start..at], is_rtl(&bidi, start), kind, colour);
                start = at;
            }
        }
        append(&mut job, &text[start..], is_rtl(&bidi, start), kind, colour);
    } else {
        job.append(text, 0.0, kind.format(colour));
    }
    job.wrap.max_width = width;
    job
}

/// Breaks lines before the runs are put in order of sight: breaking after it would put the lines themselves in disorder.
fn lines(fonts: &mut FontsView<'_>, text: &str, kind: Lettering, width: f32) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_inclusive(' ') {
            let longer = format!("{line}{word}");
            let job = visual_job(&[Cow::Borrowed(longer.as_str())], kind, Color32::PLACEHOLDER);
            if !line.is_empty() && fonts.layout_job(job).size().x > width {
                lines.push(std::mem::replace(&mut line, word.to_owned()));
            } else {
                line = longer;
            }
        }
        lines.push(line);
    }
    lines
}

fn visual_job<S: AsRef<str>>(lines: &[S], kind: Lettering, colour: Color32) -> LayoutJob {
    let mut job = LayoutJob::default();
    for (number, line) in lines.iter().enumerate() {
        if number > 0 {
            job.append("\n", 0.0, kind.format(colour));
        }
        let line = line.as_ref();
        let bidi = BidiInfo::new(line, Some(Level::ltr()));
        for paragraph in &bidi.paragraphs {
            let (levels, runs) = bidi.visual_runs(paragraph, paragraph.range.clone());
            for run in runs {
                let rtl = levels.get(run.start).is_some_and(Level::is_rtl);
                append(&mut job, &line[run], rtl, kind, colour);
            }
        }
    }
    job
}

fn is_rtl(bidi: &BidiInfo<'_>, at: usize) -> bool {
    bidi.levels.get(at).is_some_and(Level::is_rtl)
}

fn append(job: &mut LayoutJob, text: &str, rtl: bool, kind: Lettering, colour: Color32) {
    let mut format = kind.format(colour);
    if rtl {
        format.font_id.family = RTL.clone();
    }
    job.append(text, 0.0, format);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn runs(job: &LayoutJob) -> Vec<(&str, bool)> {
        let text = |range: &eframe::egui::text::ByteRange| &job.text[range.start.0..range.end.0];
        job.sections.iter().map(|section| (text(&section.byte_range), section.format.font_id.family == *RTL)).collect()
    }

    #[test]
    fn dutch_and_its_neighbours_go_the_fast_way() {
        for text in ["Ik wil weer werken in een keuken.", "één reden, café, € 3", "Nguyễn", "Ολγα", "Łukasz", "Ольга"]
        {
            assert!(!has_rtl(text), "{text}");
        }
        assert!(has_rtl("Naam: محمد") && has_rtl("שלום"));
    }

    #[test]
    fn a_name_in_arabic_never_turns_dutch_around() {
        let job = visual_job(&["محمد علي komt morgen"], Lettering::Body, Color32::BLACK);
        assert_eq!(runs(&job), [("محمد علي", true), (" komt morgen", false)]);
        let job = typed_job("Ik bel محمد morgen", Lettering::Body, Color32::BLACK, 100.0);
        assert_eq!(runs(&job), [("Ik bel ", false), ("محمد", true), (" morgen", false)]);
    }

    #[test]
    fn numbers_keep_their_own_direction_beside_arabic() {
        let job = visual_job(&["علي 12"], Lettering::Body, Color32::BLACK);
        assert_eq!(runs(&job), [("12", false), ("علي ", true)]);
    }

    #[test]
    fn long_arabic_text_breaks_into_lines_in_reading_order() {
        let ctx = Context::default();
        install(&ctx);
        let mut broken = Vec::new();
        let mut output = ctx.run_ui(eframe::egui::RawInput::default(), |ui| {
            broken = ui.fonts_mut(|fonts| lines(fonts, "محمد علي komt morgen naar de keuken", Lettering::Body, 120.0));
        });
        output.textures_delta.clear();
        assert_eq!(broken.concat(), "محمد علي komt morgen naar de keuken");
        assert!(broken.len() > 1 && broken[0].starts_with("محمد"), "{broken:?}");
    }
}
