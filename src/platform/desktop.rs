//! Real dialogs and the real viewer.

use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::{Desktop, Picked, write_whole};
use crate::guide::limits;

/// A dialog that closes faster than this was never shown.
const NO_PERSON: Duration = Duration::from_millis(50);

/// The system that the program runs on.
#[derive(Debug)]
pub struct SystemDesktop {
    out: Option<PathBuf>,
}

impl SystemDesktop {
    /// `out` is where papers lie while the viewer shows them; it is emptied now and when this goes away.
    #[must_use]
    pub fn new(out: Option<PathBuf>) -> Self {
        let desktop = Self { out };
        desktop.sweep();
        desktop
    }

    fn sweep(&self) {
        let Some(entries) = self.out.as_ref().and_then(|out| fs::read_dir(out).ok()) else { return };
        for entry in entries.flatten() {
            // A viewer may still hold the file; the next start tries again.
            let _ = fs::remove_file(entry.path());
        }
    }
}

impl Drop for SystemDesktop {
    fn drop(&mut self) {
        self.sweep();
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place for dialogs and for files that the user points at"
)]
impl Desktop for SystemDesktop {
    fn pick_guide(&mut self) -> Picked {
        let shown = Instant::now();
        picked(rfd::FileDialog::new().add_filter("Gids", &["ron"]).pick_file(), shown)
    }

    fn save_as(&mut self, name: &str) -> Picked {
        let shown = Instant::now();
        picked(rfd::FileDialog::new().add_filter("PDF", &["pdf"]).set_file_name(name).save_file(), shown)
    }

    fn write(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        write_whole(path, bytes)
    }

    fn read_guide(&mut self, path: &Path) -> io::Result<String> {
        let mut text = String::new();
        let limit = limits::FILE_BYTES as u64 + 1;
        fs::File::open(path)?.take(limit).read_to_string(&mut text)?;
        Ok(text)
    }

    fn put_away(&mut self) {
        self.sweep();
    }

    fn view(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let out = self.out.clone().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))?;
        fs::create_dir_all(&out)?;
        let path = out.join(name);
        self.write(&path, bytes)?;
        opener::open(&path).map_err(io::Error::other)
    }
}

fn picked(path: Option<PathBuf>, shown: Instant) -> Picked {
    path.map_or_else(|| Picked::Nothing { at_once: shown.elapsed() < NO_PERSON }, Picked::Path)
}
