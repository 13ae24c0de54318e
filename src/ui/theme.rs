//! Colours, sizes and distances: the only file that knows a raw colour.
//!
//! Screens ask [`tokens`] for meaning ("ink", "warm"), so that a theme is changed in one place and the contrast of
//! every pair is computed by the tests below.

use eframe::egui::{
    Color32, Context, CornerRadius, FontFamily, Id, Margin, Shadow, Stroke, Style, TextStyle, Theme, Ui, Vec2, Visuals,
    style::{ScrollAnimation, ScrollStyle, WidgetVisuals},
    vec2,
};

use super::fonts::Lettering;

/// Least height of anything that is pressed or typed in.
pub const CONTROL: f32 = 44.0;
/// Height of a small control in a bar.
pub const SMALL_CONTROL: f32 = 32.0;
/// Corner of controls.
pub const CORNER: u8 = 8;
/// Corner of cards.
pub const CARD_CORNER: u8 = 10;
/// Width of the focus ring, and the room between it and what it rings.
pub const RING: f32 = 3.0;
pub const RING_GAP: f32 = 3.0;
/// The step of all distances.
pub const STEP: f32 = 4.0;

/// The colours of one theme, by what they are for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tokens {
    pub dark: bool,
    /// Ground of the window.
    pub page: Color32,
    /// Ground of sheets and panes.
    pub card: Color32,
    pub ink: Color32,
    /// Secondary text.
    pub soft: Color32,
    /// Borders of controls.
    pub line: Color32,
    /// Separations that carry no meaning.
    pub hair: Color32,
    /// The chosen thing, the one main button, links.
    pub accent: Color32,
    pub on_accent: Color32,
    pub accent_soft: Color32,
    /// Private to the klantmanager; promises overdue.
    pub warm: Color32,
    pub warm_soft: Color32,
    pub good: Color32,
    pub good_soft: Color32,
    /// Safety, destructive.
    pub bad: Color32,
    pub bad_soft: Color32,
    /// Width of borders.
    pub stroke: f32,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

static LIGHT: Tokens = Tokens {
    dark: false,
    page: rgb(0xF7_F5F0),
    card: rgb(0xFF_FFFF),
    ink: rgb(0x1F_2A33),
    soft: rgb(0x4E_5B66),
    line: rgb(0x7D_8791),
    hair: rgb(0xD9_D6CE),
    accent: rgb(0x0B_5A6F),
    on_accent: rgb(0xFF_FFFF),
    accent_soft: rgb(0xDC_ECEF),
    warm: rgb(0x9A_4B12),
    warm_soft: rgb(0xFB_EBDD),
    good: rgb(0x22_6B3A),
    good_soft: rgb(0xE1_F0E4),
    bad: rgb(0xA3_282B),
    bad_soft: rgb(0xFA_E3E3),
    stroke: 1.0,
};

static DARK: Tokens = Tokens {
    dark: true,
    page: rgb(0x14_191D),
    card: rgb(0x1D_242A),
    ink: rgb(0xF2_F0EA),
    soft: rgb(0xB9_C2C9),
    line: rgb(0x77_838C),
    hair: rgb(0x2C_353C),
    accent: rgb(0x7C_C7D8),
    on_accent: rgb(0x0C_1A1F),
    accent_soft: rgb(0x17_343C),
    warm: rgb(0xF0_B27A),
    warm_soft: rgb(0x3A_2817),
    good: rgb(0x8F_D0A2),
    good_soft: rgb(0x17_311F),
    bad: rgb(0xF1_9A9A),
    bad_soft: rgb(0x3D_1C1E),
    stroke: 1.0,
};

static CONTRAST: Tokens = plain(false, rgb(0xFF_FFFF), rgb(0x00_0000));
static CONTRAST_DARK: Tokens = plain(true, rgb(0x00_0000), rgb(0xFF_FFFF));

/// High contrast: ink on page only, thick lines, no soft grounds.
const fn plain(dark: bool, page: Color32, ink: Color32) -> Tokens {
    Tokens {
        dark,
        page,
        card: page,
        ink,
        soft: ink,
        line: ink,
        hair: ink,
        accent: ink,
        on_accent: page,
        accent_soft: page,
        warm: ink,
        warm_soft: page,
        good: ink,
        good_soft: page,
        bad: ink,
        bad_soft: page,
        stroke: 2.0,
    }
}

/// Whether high contrast is on; not a colour of one theme, since it goes with light and with dark.
#[derive(Clone, Copy, Default)]
struct Contrast(bool);

/// The tokens in force here.
#[must_use]
pub fn tokens(ui: &Ui) -> &'static Tokens {
    let contrast = ui.data(|data| data.get_temp::<Contrast>(Id::NULL)).unwrap_or_default().0;
    choose(ui.visuals().dark_mode, contrast)
}

/// The tokens of one theme.
#[must_use]
pub fn choose(dark: bool, contrast: bool) -> &'static Tokens {
    match (dark, contrast) {
        (false, false) => &LIGHT,
        (true, false) => &DARK,
        (false, true) => &CONTRAST,
        (true, true) => &CONTRAST_DARK,
    }
}

/// Dresses both of egui's themes; which of the two shows is chosen with [`Context::set_theme`].
pub fn install(ctx: &Context, contrast: bool) {
    ctx.data_mut(|data| data.insert_temp(Id::NULL, Contrast(contrast)));
    for theme in [Theme::Light, Theme::Dark] {
        ctx.set_style_of(theme, style(choose(theme == Theme::Dark, contrast)));
    }
}

fn style(t: &Tokens) -> Style {
    let mut style = Style {
        text_styles: [
            (TextStyle::Small, Lettering::Small.font()),
            (TextStyle::Body, Lettering::Body.font()),
            (TextStyle::Button, Lettering::Strong.font()),
            (TextStyle::Heading, Lettering::Page.font()),
            (TextStyle::Monospace, eframe::egui::FontId::new(14.0, FontFamily::Monospace)),
        ]
        .into(),
        visuals: visuals(t),
        // Nothing slides or bounces.
        animation_time: 0.0,
        scroll_animation: ScrollAnimation::none(),
        ..Style::default()
    };
    style.spacing.item_spacing = vec2(2.0 * STEP, 2.0 * STEP);
    style.spacing.button_padding = vec2(4.0 * STEP, 2.0 * STEP);
    style.spacing.interact_size = Vec2::splat(SMALL_CONTROL);
    style.spacing.window_margin = Margin::same(24);
    style.spacing.menu_margin = Margin::same(8);
    style.spacing.extra_text_line_spacing = STEP;
    style.spacing.scroll = ScrollStyle { bar_width: 10.0, ..ScrollStyle::solid() };
    style.interaction.tooltip_delay = 0.3;
    style
}

fn visuals(t: &Tokens) -> Visuals {
    let mut visuals = if t.dark { Visuals::dark() } else { Visuals::light() };
    visuals.override_text_color = Some(t.ink);
    visuals.weak_text_color = Some(t.soft);
    visuals.hyperlink_color = t.accent;
    visuals.faint_bg_color = t.page;
    visuals.extreme_bg_color = t.card;
    visuals.text_edit_bg_color = Some(t.card);
    visuals.code_bg_color = t.page;
    visuals.warn_fg_color = t.warm;
    visuals.error_fg_color = t.bad;
    visuals.panel_fill = t.page;
    visuals.window_fill = t.card;
    visuals.window_stroke = Stroke::new(t.stroke, t.line);
    visuals.window_corner_radius = CornerRadius::same(CARD_CORNER);
    visuals.menu_corner_radius = CornerRadius::same(CARD_CORNER);
    visuals.window_shadow = Shadow::NONE;
    visuals.popup_shadow = Shadow::NONE;
    visuals.selection.bg_fill = selection(t);
    visuals.selection.stroke = Stroke::new(t.stroke, t.ink);
    visuals.text_cursor.stroke = Stroke::new(2.0, t.ink);
    // Nothing blinks.
    visuals.text_cursor.blink = false;

    let widget = |fill: Color32, stroke: Stroke| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: stroke,
        corner_radius: CornerRadius::same(CORNER),
        fg_stroke: Stroke::new(t.stroke, t.ink),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = widget(t.card, Stroke::new(t.stroke, t.hair));
    visuals.widgets.inactive = widget(t.card, Stroke::new(t.stroke, t.line));
    visuals.widgets.hovered = widget(t.accent_soft, Stroke::new(t.stroke, t.accent));
    visuals.widgets.active = widget(t.accent_soft, Stroke::new(t.stroke, t.accent));
    visuals.widgets.open = visuals.widgets.inactive;
    visuals
}

/// Ground of selected text: a clear step from the card, on which ink still reads.
fn selection(t: &Tokens) -> Color32 {
    t.card.lerp_to_gamma(t.accent, 0.3)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(colour: Color32) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    }

    /// The contrast ratio of WCAG 2.2.
    fn contrast(one: Color32, other: Color32) -> f64 {
        let (a, b) = (luminance(one), luminance(other));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Every pair that falls short, by name.
    fn faults(t: &Tokens) -> Vec<String> {
        let grounds = [("page", t.page), ("card", t.card)];
        let softs = [("accent_soft", t.accent_soft), ("warm_soft", t.warm_soft), ("good_soft", t.good_soft), ("bad_soft", t.bad_soft)];
        let mut pairs = vec![
            (4.5, "on_accent/accent".to_owned(), t.on_accent, t.accent),
            (4.5, "ink/selection".to_owned(), t.ink, selection(t)),
        ];
        for (name, text) in [("ink", t.ink), ("soft", t.soft), ("accent", t.accent), ("warm", t.warm), ("good", t.good), ("bad", t.bad)] {
            for (ground, colour) in grounds {
                pairs.push((4.5, format!("{name}/{ground}"), text, colour));
            }
            for (ground, colour) in softs {
                // A coloured word only ever stands on its own soft ground.
                if matches!(name, "ink" | "soft") || ground.starts_with(name) {
                    pairs.push((4.5, format!("{name}/{ground}"), text, colour));
                }
            }
        }
        pairs.extend(grounds.iter().map(|(ground, colour)| (3.0, format!("line/{ground}"), t.line, *colour)));
        pairs.into_iter().filter(|(least, _, one, other)| contrast(*one, *other) < *least).map(|(_, name, ..)| name).collect()
    }

    #[test]
    fn every_pair_of_every_theme_can_be_read() {
        for (dark, high) in [(false, false), (true, false), (false, true), (true, true)] {
            assert_eq!(faults(choose(dark, high)), Vec::<String>::new(), "dark {dark}, high contrast {high}");
        }
    }

    #[test]
    fn the_check_itself_finds_what_is_too_faint() {
        assert!((contrast(rgb(0), rgb(0xFF_FFFF)) - 21.0).abs() < 0.01);
        let faint = Tokens { soft: rgb(0x99_9999), line: rgb(0xCC_CCCC), ..LIGHT };
        let found = faults(&faint);
        assert!(found.contains(&"soft/page".to_owned()) && found.contains(&"line/card".to_owned()), "{found:?}");
    }
}
