//! The answer editors: one per kind of question of a guide.
//!
//! A [`Draft`] owns what is typed; the screen owns the draft and shows it with [`ask_ui`]. `Edit::Done` is the moment to
//! record: a field was left, an option chosen, an entry added or taken away. Nothing typed lives in egui's memory.
//!
//! Layout: the label names the editor for who hears the screen and is not drawn; the screen draws its own question.

mod adder;
mod appointment;
mod checklist;
mod draft;
mod goal;
mod if_then;
mod list;
mod offers;
mod people;
mod pick;
mod rank;
mod scale;
mod status;
mod step_ref;
mod task_card;
mod tasks;
#[cfg(test)]
mod tests;
mod text;
mod timeline;
mod touch;

use eframe::egui::Ui;

use crate::dossier::ids::ItemId;
use crate::guide::ask::Ask;
use crate::texts::Texts;

pub use draft::Draft;

use draft::Kind;
use touch::Touch;

/// What happened to an editor in this frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    Nothing,
    /// Something is being typed; there is more to come.
    Typing,
    /// Record the answer now.
    Done,
}

/// What every editor needs around it.
#[derive(Clone, Copy)]
struct Around<'a> {
    texts: &'a Texts,
    label: &'a str,
    mint: &'a dyn Fn() -> ItemId,
}

/// Shows the editor for `ask`. `field_key` is the field's own key in the guide, `label` its question.
///
/// Options that come from an earlier list must already stand in `own`, and `{key}` be filled in.
pub fn ask_ui(
    ui: &mut Ui,
    texts: &Texts,
    field_key: &str,
    label: &str,
    ask: &Ask,
    draft: &mut Draft,
    mint: &dyn Fn() -> ItemId,
) -> Edit {
    let around = Around { texts, label, mint };
    let touch = ui.push_id(("ask", field_key), |ui| editor(ui, around, ask, draft)).inner;
    draft.after(touch)
}

fn editor(ui: &mut Ui, around: Around<'_>, ask: &Ask, draft: &mut Draft) -> Touch {
    let Draft { kind, proposals, .. } = draft;
    match (ask, kind) {
        (Ask::Text { lines, .. }, Kind::Text(draft)) => draft.ui(ui, around, *lines),
        (Ask::Confirm { options }, Kind::Pick(draft)) => draft.confirm_ui(ui, around, options),
        (Ask::Choice(options), Kind::Pick(draft)) => draft.choice_ui(ui, around, options, true),
        (Ask::Choices(options), Kind::Pick(draft)) => draft.choice_ui(ui, around, options, false),
        (Ask::Rank(options), Kind::Pick(draft)) => draft.rank_ui(ui, around, options),
        (Ask::List { most, wished, suggestions, .. }, Kind::List(draft)) => {
            let mut touch = draft.ui(ui, around, *most, *wished);
            touch.add(draft.offers_ui(ui, around, proposals, suggestions));
            touch
        }
        (Ask::TwoLists { left, right }, Kind::TwoLists(one, other)) => {
            list::two_ui(ui, around, (left, one), (right, other))
        }
        (Ask::Scale { low, high, .. }, Kind::Scale(draft)) => draft.ui(ui, around, low, high),
        (Ask::Scales { scales, low, high }, Kind::Scales(draft)) => draft.ui(ui, around, scales, low, high),
        (Ask::Goal { .. }, Kind::Goal(draft)) => draft.ui(ui, around, proposals),
        (Ask::Tasks { most, suggestions, .. }, Kind::Tasks(draft)) => {
            draft.ui(ui, around, *most, proposals, suggestions)
        }
        (Ask::IfThen { .. }, Kind::IfThen(draft)) => draft.ui(ui, around),
        (Ask::People, Kind::People(draft)) => draft.ui(ui, around),
        (Ask::Date, Kind::Date(entry)) => appointment::day_ui(ui, around, entry),
        (Ask::Appointment, Kind::Appointment(draft)) => draft.ui(ui, around),
        (Ask::Checklist { items }, Kind::Checks(draft)) => draft.ui(ui, around, items),
        (Ask::Status { .. }, Kind::Status(draft)) => draft.ui(ui, around, proposals),
        (Ask::Timeline, Kind::Timeline(draft)) => draft.ui(ui, around),
        (Ask::StepRef, Kind::StepRef(draft)) => draft.ui(ui, around, proposals),
        // Info asks nothing; a draft of another kind belongs to another step and is left alone.
        _ => Touch::Nothing,
    }
}
