//! Whether an answer belongs at a question.

use super::ask::{Ask, Choice};
use crate::dossier::answer::Answer;

/// Whether an answer can stand at a question. One that cannot, from another edition, answers nothing there.
pub fn fits<T>(ask: &Ask<T>, answer: &Answer) -> bool {
    let among = |choices: &[Choice<T>], id: &str| choices.iter().any(|choice| choice.id == id);
    match (ask, answer) {
        (Ask::Confirm { options }, Answer::Picked(picked)) => {
            picked.options.iter().all(|item| among(options, item.id.as_str()))
        }
        (Ask::Choice(options) | Ask::Choices(options) | Ask::Rank(options), Answer::Picked(picked)) => {
            options.from.is_some() || picked.options.iter().all(|item| among(&options.own, item.id.as_str()))
        }
        (Ask::Scales { scales, .. }, Answer::Numbers(numbers)) => numbers.iter().all(|(id, _)| among(scales, id)),
        (Ask::Checklist { items }, Answer::Checks(checks)) => checks.iter().all(|(id, _)| among(items, id)),
        (Ask::Info, Answer::Seen)
        | (Ask::Text { .. }, Answer::Text(_))
        | (Ask::List { .. }, Answer::List(_))
        | (Ask::TwoLists { .. }, Answer::TwoLists { .. })
        | (Ask::Scale { .. }, Answer::Number(_))
        | (Ask::Goal { .. }, Answer::Goal(_))
        | (Ask::Tasks { .. }, Answer::Tasks(_))
        | (Ask::IfThen { .. }, Answer::IfThen(_))
        | (Ask::People, Answer::People(_))
        | (Ask::Date, Answer::Date(_))
        | (Ask::Appointment, Answer::Appointment(_))
        | (Ask::Status { .. }, Answer::Statuses(_))
        | (Ask::Timeline, Answer::Timeline(_))
        | (Ask::StepRef, Answer::Picked(_)) => true,
        _ => false,
    }
}
