//! Buttons: one main button a screen, the others in quieter dress.

use eframe::egui::{
    Color32, CornerRadius, Rect, Response, Sense, Stroke, StrokeKind, Ui, Widget, WidgetInfo, accesskit::Role, pos2,
    vec2,
};

use crate::ui::fonts::{Lettering, user_job};
use crate::ui::theme::{CONTROL, CORNER, SMALL_CONTROL, Tokens, tokens};

use super::focus::ring;
use super::kbd::Cap;
use super::mark::{Mark, square};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Dress {
    Primary,
    Secondary,
    Quiet,
    Chip,
    Icon,
}

/// A button. Its words are its name, unless [`Button::spoken`] says more.
///
/// The id follows from the name and the surrounding `push_id`: two buttons of one name in one group are a fault.
#[derive(Clone, Copy)]
#[must_use = "add it to a Ui"]
pub struct Button<'a> {
    words: &'a str,
    dress: Dress,
    small: bool,
    wide: bool,
    flush: bool,
    cap: Option<&'a str>,
    mark: Option<Mark>,
    spoken: Option<&'a str>,
    key: Option<&'a str>,
    expanded: Option<bool>,
}

impl<'a> Button<'a> {
    /// The one main thing to do.
    pub fn primary(words: &'a str) -> Self {
        Self::new(words, Dress::Primary)
    }

    pub fn secondary(words: &'a str) -> Self {
        Self::new(words, Dress::Secondary)
    }

    /// Looks like a link.
    pub fn quiet(words: &'a str) -> Self {
        Self::new(words, Dress::Quiet)
    }

    /// A proposal that can be taken over.
    pub fn chip(words: &'a str) -> Self {
        Self { mark: Some(Mark::Plus), small: true, ..Self::new(words, Dress::Chip) }
    }

    /// Only a drawing; `spoken` is its name and what appears on hover.
    pub fn icon(mark: Mark, spoken: &'a str) -> Self {
        Self { mark: Some(mark), spoken: Some(spoken), ..Self::new("", Dress::Icon) }
    }

    fn new(words: &'a str, dress: Dress) -> Self {
        Self {
            words,
            dress,
            small: false,
            wide: false,
            flush: false,
            cap: None,
            mark: None,
            spoken: None,
            key: None,
            expanded: None,
        }
    }

    /// 32 high instead of 44.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// In line with the words above and below it, like a link.
    pub fn flush(mut self) -> Self {
        self.flush = true;
        self
    }

    /// With a border, for a drawing that stands alone.
    pub fn framed(mut self) -> Self {
        self.dress = Dress::Secondary;
        self
    }

    /// The key that does the same.
    pub fn cap(mut self, key: &'a str) -> Self {
        self.cap = Some(key);
        self
    }

    /// A fuller name for who hears the screen.
    pub fn spoken(mut self, name: &'a str) -> Self {
        self.spoken = Some(name);
        self
    }

    /// An id of its own, for a button whose words change.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// Says that this opens and closes something.
    pub fn expanded(mut self, open: bool) -> Self {
        self.expanded = Some(open);
        self.mark = Some(if open { Mark::Up } else { Mark::Down });
        self
    }

    /// How wide it will be, for who shares a row with it.
    #[must_use]
    pub fn width(&self, ui: &Ui) -> f32 {
        let job = user_job(ui, self.words, self.letters(), Color32::PLACEHOLDER, f32::INFINITY);
        (ui.painter().layout_job(job).size().x + 2.0 * self.pad()).ceil()
    }

    fn letters(&self) -> Lettering {
        if self.small { Lettering::SmallStrong } else { Lettering::Strong }
    }

    fn pad(&self) -> f32 {
        match (self.words.is_empty() || self.flush, self.small) {
            (true, _) => 0.0,
            (false, true) => 12.0,
            (false, false) => 16.0,
        }
    }

    fn name(&self) -> &'a str {
        self.spoken.unwrap_or(self.words)
    }

    fn paint(self, t: &Tokens, busy: bool) -> (Color32, Stroke, Color32) {
        // Where grounds have no colour of their own, the pointer is answered by a thicker line.
        let lined = |colour| Stroke::new(if busy { t.stroke * 1.5 } else { t.stroke }, colour);
        match self.dress {
            Dress::Primary => {
                (if busy { t.accent.lerp_to_gamma(t.ink, 0.3) } else { t.accent }, Stroke::NONE, t.on_accent)
            }
            Dress::Secondary => {
                (if busy { t.accent_soft } else { t.card }, lined(if busy { t.accent } else { t.line }), t.ink)
            }
            Dress::Quiet => (if busy { t.accent_soft } else { Color32::TRANSPARENT }, Stroke::NONE, t.accent),
            Dress::Icon => (if busy { t.accent_soft } else { Color32::TRANSPARENT }, Stroke::NONE, t.soft),
            Dress::Chip => {
                (if busy { t.accent_soft } else { t.card }, lined(if busy { t.accent } else { t.line }), t.accent)
            }
        }
    }
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let t = tokens(ui);
        let letters = self.letters();
        let least = if self.small { SMALL_CONTROL } else { CONTROL };
        let bare = self.words.is_empty();
        let pad = self.pad();
        let icon = if self.small { 12.0 } else { 16.0 };
        let cap = self.cap.map(|key| Cap::new(ui, key));
        let before = if self.mark.is_some() && !bare { icon + 8.0 } else { 0.0 };
        let after = cap.as_ref().map_or(0.0, |cap| cap.size().x + 8.0);
        // In a row that wraps, a long button moves to the next line before its words are broken.
        let room = if ui.layout().main_wrap { ui.max_rect().width() } else { ui.available_width() };
        let job =
            user_job(ui, self.words, letters, Color32::PLACEHOLDER, (room - 2.0 * pad - before - after).max(CONTROL));
        let galley = ui.painter().layout_job(job);

        let content = before + galley.size().x + after;
        let width = if bare { least } else { (content + 2.0 * pad).ceil().max(least) };
        let size = vec2(if self.wide { room.max(width) } else { width }, (galley.size().y + 10.0).max(least));
        let (_, rect) = ui.allocate_space(size);
        let id = ui.make_persistent_id(("button", self.key.unwrap_or(self.name())));
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.name()));
        if let Some(open) = self.expanded {
            ui.ctx().accesskit_node_builder(id, |node| node.set_expanded(open));
        }

        if ui.is_rect_visible(rect.expand(8.0)) {
            let busy = response.hovered() || response.is_pointer_button_down_on();
            let (fill, stroke, ink) = self.paint(t, busy);
            let corner = if self.dress == Dress::Chip { CornerRadius::same(16) } else { CornerRadius::same(CORNER) };
            ui.painter().rect(rect, corner, fill, stroke, StrokeKind::Inside);
            let left = rect.center().x - content / 2.0;
            if let Some(mark) = self.mark {
                let middle = if bare { rect.center() } else { pos2(left + icon / 2.0, rect.center().y) };
                mark.paint(ui.painter(), square(middle, icon), ink);
            }
            let at = pos2(left + before, rect.center().y - galley.size().y / 2.0);
            if self.dress == Dress::Quiet && t.contrast() {
                let words = Rect::from_min_size(at, galley.size());
                ui.painter().hline(words.x_range(), words.bottom() - 2.0, Stroke::new(t.stroke, ink));
            }
            let end = at.x + galley.size().x + 8.0;
            ui.painter().galley(at, galley, ink);
            if let Some(cap) = cap {
                let top = rect.center().y - cap.size().y / 2.0;
                cap.paint(ui, pos2(end, top), self.dress == Dress::Primary);
            }
            ring(ui, &response);
        }
        if bare { response.on_hover_text(self.name()) } else { response }
    }
}
