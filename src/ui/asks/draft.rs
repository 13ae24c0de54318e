//! What is being answered, kind by kind, from what was answered before and back to an answer.

use crate::dossier::answer::{Answer, Item};
use crate::dossier::ids::ItemId;
use crate::guide::ask::Ask;
use crate::ui::widgets::DateEntry;

use super::Edit;
use super::appointment::AppointmentDraft;
use super::checklist::ChecklistDraft;
use super::goal::GoalDraft;
use super::if_then::IfThenDraft;
use super::list::ListDraft;
use super::people::PeopleDraft;
use super::pick::PickDraft;
use super::scale::{ScaleDraft, ScalesDraft};
use super::status::StatusDraft;
use super::step_ref::StepRefDraft;
use super::tasks::TasksDraft;
use super::text::TextDraft;
use super::timeline::TimelineDraft;
use super::touch::Touch;

/// An answer while it is being given. Owns every word that is typed.
#[derive(Clone, Debug)]
pub struct Draft {
    pub(super) kind: Kind,
    /// What can be taken over, or what the question is about: tasks to look back on, steps to choose from.
    pub(super) proposals: Vec<Item>,
    /// Typed since the last time there was something to record.
    dirty: bool,
}

#[derive(Clone, Debug)]
pub(super) enum Kind {
    Info,
    Text(TextDraft),
    Pick(PickDraft),
    List(ListDraft),
    TwoLists(ListDraft, ListDraft),
    Scale(ScaleDraft),
    Scales(ScalesDraft),
    Goal(GoalDraft),
    Tasks(TasksDraft),
    IfThen(IfThenDraft),
    People(PeopleDraft),
    Date(DateEntry),
    Appointment(AppointmentDraft),
    Checks(ChecklistDraft),
    Status(StatusDraft),
    Timeline(TimelineDraft),
    StepRef(StepRefDraft),
}

impl Draft {
    /// A draft for `ask` that starts from `answer`. An answer of another kind, from an older guide, is not read.
    #[must_use]
    pub fn of(ask: &Ask, answer: Option<&Answer>, mint: &dyn Fn() -> ItemId) -> Self {
        let kind = match (ask, answer) {
            (Ask::Info, _) => Kind::Info,
            (Ask::Text { starter, .. }, answer) => Kind::Text(TextDraft::of(starter.as_deref(), answer)),
            (Ask::Confirm { .. } | Ask::Choice(_) | Ask::Choices(_) | Ask::Rank(_), answer) => {
                Kind::Pick(PickDraft::of(answer))
            }
            (Ask::List { .. }, Some(Answer::List(items))) => Kind::List(ListDraft::of(items)),
            (Ask::List { .. }, _) => Kind::List(ListDraft::default()),
            (Ask::TwoLists { .. }, Some(Answer::TwoLists { left, right })) => {
                Kind::TwoLists(ListDraft::of(left), ListDraft::of(right))
            }
            (Ask::TwoLists { .. }, _) => Kind::TwoLists(ListDraft::default(), ListDraft::default()),
            (Ask::Scale { .. }, answer) => Kind::Scale(ScaleDraft::of(answer)),
            (Ask::Scales { scales, .. }, answer) => Kind::Scales(ScalesDraft::of(scales, answer)),
            (Ask::Goal { starter, .. }, answer) => Kind::Goal(GoalDraft::of(starter.as_deref(), answer)),
            (Ask::Tasks { who, .. }, answer) => Kind::Tasks(TasksDraft::of(*who, answer, mint)),
            (Ask::IfThen { starter }, answer) => Kind::IfThen(IfThenDraft::of(starter.as_deref(), answer)),
            (Ask::People, answer) => Kind::People(PeopleDraft::of(answer)),
            (Ask::Date, Some(Answer::Date(date))) => Kind::Date(DateEntry::of(*date)),
            (Ask::Date, _) => Kind::Date(DateEntry::default()),
            (Ask::Appointment, answer) => Kind::Appointment(AppointmentDraft::of(answer)),
            (Ask::Checklist { .. }, answer) => Kind::Checks(ChecklistDraft::of(answer)),
            (Ask::Status { .. }, answer) => Kind::Status(StatusDraft::of(answer)),
            (Ask::Timeline, answer) => Kind::Timeline(TimelineDraft::of(answer)),
            (Ask::StepRef, answer) => Kind::StepRef(StepRefDraft::of(answer)),
        };
        Self { kind, proposals: Vec::new(), dirty: false }
    }

    /// Hands over what the walk found for this question, see [`crate::walk::AskedField::proposals`].
    #[must_use]
    pub fn with_proposals(mut self, proposals: Vec<Item>) -> Self {
        self.proposals = proposals;
        self
    }

    /// The words to begin from are an earlier answer, see [`crate::walk::AskedField::begun_from_answer`].
    #[must_use]
    pub fn begun_from_answer(mut self, begun: bool) -> Self {
        match &mut self.kind {
            Kind::Text(draft) => draft.0.counts = begun,
            Kind::Goal(draft) => draft.words.counts = begun,
            _ => {}
        }
        self
    }

    /// Without the words to begin from.
    #[must_use]
    pub fn emptied(mut self) -> Self {
        match &mut self.kind {
            Kind::Text(draft) => draft.0.words.clear(),
            Kind::Goal(draft) => draft.words.words.clear(),
            _ => {}
        }
        self
    }

    /// The answer as it stands. Words that were only begun for the client count as nothing said.
    #[must_use]
    pub fn answer(&self) -> Answer {
        match &self.kind {
            Kind::Info => Answer::Seen,
            Kind::Text(draft) => Answer::Text(draft.answer()),
            Kind::Pick(draft) => Answer::Picked(draft.answer()),
            Kind::List(draft) => Answer::List(draft.answer()),
            Kind::TwoLists(left, right) => Answer::TwoLists { left: left.answer(), right: right.answer() },
            Kind::Scale(draft) => Answer::Number(draft.number),
            Kind::Scales(draft) => Answer::Numbers(draft.answer()),
            Kind::Goal(draft) => Answer::Goal(draft.answer()),
            Kind::Tasks(draft) => Answer::Tasks(draft.answer()),
            Kind::IfThen(draft) => Answer::IfThen(draft.answer()),
            Kind::People(draft) => Answer::People(draft.answer()),
            Kind::Date(entry) => Answer::Date(entry.date()),
            Kind::Appointment(draft) => Answer::Appointment(draft.answer()),
            Kind::Checks(draft) => Answer::Checks(draft.answer()),
            Kind::Status(draft) => Answer::Statuses(draft.answer()),
            Kind::Timeline(draft) => Answer::Timeline(draft.answer()),
            Kind::StepRef(draft) => Answer::Picked(draft.answer()),
        }
    }

    /// Whether the words of an earlier answer stand here as they were put in: nobody typed, and yet it is an answer.
    #[must_use]
    pub fn stands_as_begun(&self) -> bool {
        match &self.kind {
            Kind::Text(draft) => draft.0.stands(),
            Kind::Goal(draft) => draft.words.stands(),
            _ => false,
        }
    }

    /// Whether something was typed that no `Edit::Done` has reported yet.
    #[cfg(test)]
    pub fn unsaved(&self) -> bool {
        self.dirty
    }

    /// Takes in what stands in a field "add one more" and counts all as reported. Call it before going on to another
    /// step; gives whether there is something to record.
    pub fn settle(&mut self, mint: &dyn Fn() -> ItemId) -> bool {
        let added = match &mut self.kind {
            Kind::List(draft) => draft.settle(mint),
            Kind::TwoLists(left, right) => left.settle(mint) | right.settle(mint),
            Kind::Tasks(draft) => draft.settle(mint),
            Kind::People(draft) => draft.settle(mint),
            Kind::Timeline(draft) => draft.settle(mint),
            _ => false,
        };
        std::mem::take(&mut self.dirty) || added
    }

    /// Turns what the controls report into what the screen must know.
    pub(super) fn after(&mut self, touch: Touch) -> Edit {
        match touch {
            Touch::Typing => {
                self.dirty = true;
                Edit::Typing
            }
            Touch::Left if self.dirty => {
                self.dirty = false;
                Edit::Done
            }
            Touch::Done => {
                self.dirty = false;
                Edit::Done
            }
            Touch::Nothing | Touch::Left => Edit::Nothing,
        }
    }
}
