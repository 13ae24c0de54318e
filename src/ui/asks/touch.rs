//! What one control reports, before it is known whether there is anything to record.

use eframe::egui::Response;

use crate::ui::widgets::entered;

/// In order of weight: of several controls in one frame the heaviest counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Touch {
    #[default]
    Nothing,
    /// A field was left or Enter pressed, whether or not it had changed.
    Left,
    Typing,
    /// Chosen, added or taken away.
    Done,
}

impl Touch {
    /// Of a field that is typed in.
    pub(super) fn typed(response: &Response) -> Self {
        match (response.changed(), response.has_focus()) {
            // Changed from outside: a day that was picked, or words that a screen reader set.
            (true, false) => Self::Done,
            (true, true) => Self::Typing,
            (false, _) if response.lost_focus() || entered(response) => Self::Left,
            (false, _) => Self::Nothing,
        }
    }

    /// Of something that is done at once.
    pub(super) fn done(happened: bool) -> Self {
        if happened { Self::Done } else { Self::Nothing }
    }

    pub(super) fn add(&mut self, other: Self) {
        *self = (*self).max(other);
    }
}
