//! Colours, sizes and distances: the only file that knows a raw colour.
//!
//! Screens ask [`tokens`] for meaning ("ink", "warm"), so that a theme is changed in one place and the contrast of
//! every pair is computed by the tests in `widgets/contrast.rs`.

use eframe::egui::{
    Color32, Context, CornerRadius, FontFamily, Id, Margin, Shadow, Stroke, Style, TextStyle, Theme, Ui, Vec2, Visuals,
    style::{ScrollAnimation, ScrollFadeStyle, ScrollStyle, WidgetVisuals},
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

/// The ground of paper in a preview, whatever the theme.
pub const PAPER: Color32 = Color32::WHITE;
/// The ink of paper in a preview.
pub const PAPER_INK: Color32 = Color32::BLACK;

/// A grey of paper, from 0 (black) to 1 (white).
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a byte")]
pub fn paper_grey(grey: f32) -> Color32 {
    Color32::from_gray((grey * 255.0).round().clamp(0.0, 255.0) as u8)
}

#[expect(clippy::disallowed_methods, reason = "this is the one file that makes colours")]
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

impl Tokens {
    /// Whether there are no colours to tell things apart by, only ink and page.
    #[must_use]
    pub fn contrast(&self) -> bool {
        self.accent == self.ink
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
    style.spacing.scroll = ScrollStyle {
        bar_width: 10.0,
        fade: ScrollFadeStyle { strength: 0.0, ..ScrollFadeStyle::default() },
        ..ScrollStyle::solid()
    };
    style.interaction.tooltip_delay = 0.3;
    style
}

fn visuals(t: &Tokens) -> Visuals {
    let mut visuals = if t.dark { Visuals::dark() } else { Visuals::light() };
    visuals.override_text_color = Some(t.ink);
    visuals.weak_text_color = Some(t.soft);
    visuals.hyperlink_color = t.accent;
    visuals.faint_bg_color = t.page;
    visuals.extreme_bg_color = t.page;
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
    // The handle of a scroll bar.
    visuals.widgets.inactive.bg_fill = t.line;
    visuals.widgets.hovered.bg_fill = t.soft;
    visuals.widgets.active.bg_fill = t.soft;
    visuals
}

/// Ground of selected text: a clear step from the card, on which ink still reads.
pub(super) fn selection(t: &Tokens) -> Color32 {
    t.card.lerp_to_gamma(t.accent, 0.3)
}
