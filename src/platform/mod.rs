//! The world outside: the clock, paths, dialogs, and the system's viewer. Each behind a small face, with a fake for tests.

#[cfg(feature = "desktop")]
mod away;
mod clock;
mod console;
#[cfg(feature = "desktop")]
mod desktop;
mod dumps;
pub mod fake;
mod panics;
mod paths;
mod random;
mod whole;

use std::io;
use std::path::{Path, PathBuf};

#[cfg(feature = "desktop")]
pub use away::when_away;
pub use clock::now;
pub use console::print_where_called;
#[cfg(feature = "desktop")]
pub use desktop::SystemDesktop;
pub use dumps::keep_out_of_dumps;
pub use panics::say_only_where;
pub use paths::{default_vault, local_folder, out_folder};
pub use random::beginning;
pub use whole::write_whole;

/// How a dialog ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    Path(PathBuf),
    /// Closed without a choice; `at_once` when it closed faster than a person can, as it does where no dialog can be shown.
    Nothing {
        at_once: bool,
    },
}

/// Dialogs, files that the user points at, and the system's viewer. Called off the frame; may block.
pub trait Desktop: Send {
    /// Asks for a guide file.
    fn pick_guide(&mut self) -> Picked;

    /// Asks where to save; `name` is offered.
    fn save_as(&mut self, name: &str) -> Picked;

    /// Writes a file where the user chose.
    ///
    /// # Errors
    /// What the system says, such as a full disk.
    fn write(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Reads a file that the user chose, up to the size limit of a guide file.
    ///
    /// # Errors
    /// What the system says; `InvalidData` when the file is too large or is no text.
    fn read_guide(&mut self, path: &Path) -> io::Result<String>;

    /// Removes the files that the viewer showed, as far as it lets go of them.
    fn put_away(&mut self);

    /// Shows a PDF in the system's viewer, from a file that is removed when the program is locked or ends.
    ///
    /// # Errors
    /// What the system says, such as no viewer for PDF.
    fn view(&mut self, name: &str, bytes: &[u8]) -> io::Result<()>;
}
