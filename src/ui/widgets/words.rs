//! Running words in one of the theme's inks.

use eframe::egui::{Color32, Label, Response, Ui};

use crate::ui::fonts::{Lettering, has_rtl, user_job};
use crate::ui::theme::{Tokens, tokens};

/// What a colour says. A word or a shape always says it too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ink {
    #[default]
    Plain,
    Soft,
    Accent,
    Warm,
    Good,
    Bad,
}

impl Ink {
    #[must_use]
    pub fn colour(self, t: &Tokens) -> Color32 {
        match self {
            Self::Plain => t.ink,
            Self::Soft => t.soft,
            Self::Accent => t.accent,
            Self::Warm => t.warm,
            Self::Good => t.good,
            Self::Bad => t.bad,
        }
    }

    /// The ground that goes with it.
    #[must_use]
    pub fn ground(self, t: &Tokens) -> Color32 {
        match self {
            Self::Plain | Self::Soft => t.page,
            Self::Accent => t.accent_soft,
            Self::Warm => t.warm_soft,
            Self::Good => t.good_soft,
            Self::Bad => t.bad_soft,
        }
    }
}

/// Words that wrap. Also for what people typed: Arabic beside Dutch stays in order.
pub fn words(ui: &mut Ui, kind: Lettering, ink: Ink, text: &str) -> Response {
    let width = ui.available_width();
    let job = user_job(ui, text, kind, ink.colour(tokens(ui)), width);
    let response = ui.add(Label::new(job).wrap());
    if has_rtl(text) {
        // What is drawn stands in the order of sight; what is spoken must stand in the order of reading.
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_value(text));
    }
    response
}
