//! `roer check`: a finding a line, or all of them as JSON.

use std::io;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::measures::measures;
use super::{Exit, Streams};
use crate::desk::Notice;
use crate::guide::{
    BUNDLED, Checked, Finding, Guide, GuideFile, LayerFile, Level, Library, Organisation, Origin, limits,
};
use crate::review::{missing, review};

/// The shape of `roer check --json`: stable.
#[derive(Debug, Serialize)]
struct FindingJson {
    file: String,
    line: usize,
    column: usize,
    level: &'static str,
    kind: &'static str,
    step: Option<String>,
    message: String,
    advice: String,
}

pub(super) fn check(paths: &[PathBuf], json: bool, maten: bool, streams: &mut Streams<'_>) -> io::Result<Exit> {
    let mut files = Vec::new();
    for path in paths {
        if let Err(error) = gather(path, &mut files) {
            streams.tell(&Notice::trouble("check-unreadable").about(format!("{} ({error})", path.display())))?;
            return Ok(Exit::Unusable);
        }
    }
    files.sort();
    let mut texts = Vec::new();
    for file in &files {
        match read(file) {
            Ok(text) => texts.push((file, text)),
            Err(error) => {
                streams.tell(&Notice::trouble("check-unreadable").about(format!("{} ({error})", file.display())))?;
                return Ok(Exit::Unusable);
            }
        }
    }
    let found = findings(&texts);
    let faults = found.iter().any(|(_, finding)| finding.level() == Level::Fault);
    if json {
        let all: Vec<FindingJson> = found.into_iter().map(|(file, finding)| in_json(streams, file, finding)).collect();
        serde_json::to_writer_pretty(&mut *streams.out, &all)?;
        writeln!(streams.out)?;
    } else {
        for (file, finding) in &found {
            let (message, advice) = (finding.message(&streams.texts), finding.advice(&streams.texts));
            let Finding { line, column, .. } = finding;
            writeln!(streams.out, "{file}:{line}:{column}: {}: {message} - {advice}", level(finding.level()))?;
        }
    }
    if maten {
        let guides = texts.iter().map(|(_, text)| text.as_str());
        measures(guides.filter(|text| !Organisation::is_meant_by(text) && !LayerFile::is_meant_by(text)), streams)?;
    }
    Ok(if faults { Exit::Failed } else { Exit::Done })
}

/// What there is to say about each file, file by file.
fn findings(texts: &[(&PathBuf, String)]) -> Vec<(String, Finding)> {
    let known = ids(texts);
    // Guides that call each other are walked together.
    let mut library = Library::bundled();
    let mut organisation = None;
    for (_, text) in texts {
        if Organisation::is_meant_by(text) {
            organisation = Organisation::parse(text).ok().or(organisation);
        } else if !LayerFile::is_meant_by(text) {
            // Its findings are told below.
            let _ = library.add(text, Origin::Vault);
        }
    }
    library.serve(organisation.clone().unwrap_or_default());
    let mut found = Vec::new();
    for (file, text) in texts {
        let findings = if Organisation::is_meant_by(text) {
            Organisation::parse(text).err().into_iter().collect()
        } else if LayerFile::is_meant_by(text) {
            layer(&library, text)
        } else {
            let Checked { guide, mut findings, .. } = Guide::read(text, Some(&known));
            if let Some(guide) = guide {
                findings.extend(review(&library, guide.name()));
                findings.extend(organisation.iter().flat_map(|organisation| missing(organisation, &guide)));
            }
            findings
        };
        found.extend(findings.into_iter().map(|finding| (file.display().to_string(), finding)));
    }
    found
}

/// What there is to say about a layer, and about its guide with the layer over it.
fn layer(library: &Library, text: &str) -> Vec<Finding> {
    let mut findings = LayerFile::lay(text, library).findings;
    let mut with = library.clone();
    if let Ok(name) = with.add_layer(text) {
        // Places in the guide as it was put together say nothing to the author of a layer.
        findings.extend(review(&with, &name).into_iter().map(|finding| Finding { line: 1, column: 1, ..finding }));
    }
    findings
}

/// The ids of the guides in these texts and of the bundled ones: what a call may name.
fn ids(texts: &[(&PathBuf, String)]) -> Vec<String> {
    let own = texts.iter().map(|(_, text)| text.as_str());
    own.chain(BUNDLED).filter_map(|text| GuideFile::parse(text).ok()).map(|file| file.id).collect()
}

/// A file itself; of a folder every `*.ron` below it.
fn gather(path: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in std::fs::read_dir(path)? {
        let entry = entry?.path();
        // A link may lead back up; a guide folder needs none.
        if entry.is_symlink() {
            continue;
        }
        if entry.is_dir() || entry.extension().is_some_and(|ending| ending == "ron") {
            gather(&entry, files)?;
        }
    }
    Ok(())
}

/// Reads as much as the size limit and one byte more, so that a huge file is a finding and no burden.
fn read(file: &Path) -> io::Result<String> {
    use std::io::Read as _;
    let mut bytes = Vec::new();
    std::fs::File::open(file)?.take(limits::FILE_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Fault => "fout",
        Level::Notice => "let op",
    }
}

fn in_json(streams: &Streams<'_>, file: String, finding: Finding) -> FindingJson {
    FindingJson {
        file,
        line: finding.line,
        column: finding.column,
        level: level(finding.level()),
        kind: finding.kind.name(),
        message: finding.message(&streams.texts),
        advice: finding.advice(&streams.texts),
        step: finding.step,
    }
}
