//! The window. Screens own drafts, borrow the desk, and send commands; nothing here touches a file.

mod app;
mod asks;
mod bars;
mod fonts;
mod hidden;
mod keys;
mod screens;
mod start;
pub mod theme;
mod widgets;

pub use app::App;
pub use start::{Wake, Wiring, run};

use crate::desk::{Command, Wish};

/// The commands of one frame.
#[derive(Debug, Default)]
pub struct Outbox(Vec<Command>);

impl Outbox {
    pub fn send(&mut self, command: Command) {
        self.0.push(command);
    }

    pub fn wish(&mut self, wish: Wish) {
        self.0.push(Command::Wish(wish));
    }

    fn take(&mut self) -> Vec<Command> {
        std::mem::take(&mut self.0)
    }
}
