//! `roer print-guide`: a guide on paper, for a conversation without a screen.

use std::io;
use std::path::Path;

use super::plan::{rendered, write};
use super::{Exit, Streams};
use crate::desk::Notice;
use crate::guide::{Library, Origin};
use crate::paper;
use crate::platform;

/// `name` is the id of a guide at hand, or a file.
pub(super) fn print_guide(name: &str, core: bool, out: &Path, streams: &mut Streams<'_>) -> io::Result<Exit> {
    let mut library = Library::bundled();
    let mut id = name.to_owned();
    if let Ok(text) = std::fs::read_to_string(name)
        && let Ok(added) = library.add(&text, Origin::Vault)
    {
        id = added.id;
    }
    let Some(guide) = library.newest(&id) else {
        streams.tell(&Notice::trouble("no-such-guide").about(name))?;
        return Ok(Exit::Failed);
    };
    let sheet = paper::worksheet(&streams.texts, &library, guide, core, platform::now().today());
    let Some(bytes) = rendered(&sheet, streams)? else { return Ok(Exit::Failed) };
    write(out, &bytes, streams)
}
