//! The tree of a guide, laid out in reading order so that the walk needs neither recursion nor search.
//!
//! What follows a node is the next node in the list, unless the node says otherwise.

use super::condition::Condition;

/// Index into [`super::Guide::nodes`].
pub type At = usize;

#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Ask step number `.0`.
    Ask(usize),
    /// Go on when the condition holds, otherwise to `.otherwise`.
    Test { condition: Condition, otherwise: At },
    /// Depth on request: offer number `.offer`; its steps end at `.after`.
    Offer { offer: usize, after: At },
    /// For each item of an answer walk the nodes up to the matching [`Node::Next`].
    Each { each: usize, after: At },
    /// The end of a loop's steps; back to the [`Node::Each`] at `.each_at`.
    Next { each_at: At },
    /// Go elsewhere. A jump back has a cap.
    Jump { to: At, cap: Option<u16> },
    /// Offer another guide: call number `.0`.
    Call(usize),
    /// Offer something to take over later: proposal number `.0`.
    Propose(usize),
    /// The guide ends here.
    End,
}
