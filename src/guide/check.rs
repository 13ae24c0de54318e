//! [`GuideFile`] to [`Guide`]: all faults of meaning at once, each with its place.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::build::{Builder, Fault};
use super::checked::Guide;
use super::file::GuideFile;
use super::finding::{Finding, Kind, Level};
use super::limits;
use super::locate::{Way, locate};
use super::node::At;
use super::resolve::resolve;
use crate::dossier::event::GuideRef;
use crate::texts::reading::Reading;

/// A guide whose client texts together score less is hard to read: Douma called 60 to 70 ordinary, 80 to 90 easy.
const FLESCH_DOUMA: f64 = 75.0;

/// What checking found: the guide where it can be walked, and everything there is to say about it.
#[derive(Debug)]
pub struct Checked {
    pub guide: Option<Guide>,
    /// In the order of the text.
    pub findings: Vec<Finding>,
    /// What the client reads, measured.
    pub reading: Reading,
}

impl Guide {
    /// Reads and checks a guide. `known` are the ids of the other guides at hand; `None` when nobody knows.
    #[must_use]
    pub fn read(text: &str, known: Option<&[String]>) -> Checked {
        match GuideFile::parse(text) {
            Ok(file) => Self::check(&file, text, known),
            Err(finding) => Checked { guide: None, findings: vec![finding], reading: Reading::default() },
        }
    }

    /// Checks a guide that was read from `text`.
    #[must_use]
    pub fn check(file: &GuideFile, text: &str, known: Option<&[String]>) -> Checked {
        if file.format > limits::FORMAT {
            let about = vec![file.format.to_string(), limits::FORMAT.to_string()];
            let fault = Fault { kind: Kind::NewerFormat, trail: vec![Way::Field("formaat")], step: None, about };
            let findings = placed(text, &[fault], &Builder::default());
            return Checked { guide: None, findings, reading: Reading::default() };
        }
        let mut builder = Builder::default();
        builder.guide(file);
        if builder.steps.len() > limits::STEPS {
            builder.fault(Kind::TooManySteps, vec![builder.steps.len().to_string(), limits::STEPS.to_string()]);
        }
        resolve(&mut builder, file, known);
        let reading = builder.reading;
        if let Some(ease) = reading.flesch_douma().filter(|ease| *ease < FLESCH_DOUMA) {
            let about =
                vec![file.title.clone(), "whole-guide".to_owned(), format!("{ease:.0}"), format!("{FLESCH_DOUMA:.0}")];
            builder.fault(Kind::TooHardToRead, about);
        }
        let faults = std::mem::take(&mut builder.faults);
        let findings = placed(text, &faults, &builder);
        let sound = findings.iter().all(|finding| finding.level() != Level::Fault);
        Checked { guide: sound.then(|| finish(builder, file, text)), findings, reading }
    }
}

fn finish(builder: Builder, file: &GuideFile, text: &str) -> Guide {
    Guide {
        name: GuideRef { id: file.id.clone(), edition: file.edition.clone(), digest: digest(text) },
        title: file.title.clone(),
        about: file.about.clone(),
        audience: file.audience,
        makers: file.makers.clone(),
        licence: file.licence.clone(),
        sources: file.sources.clone(),
        second_language: file.second_language.clone(),
        terms: file.terms.clone(),
        needs: file.needs.clone(),
        changes: file.changes.clone(),
        paths: file.paths.clone(),
        stages: builder.stages,
        steps: builder.steps,
        offers: builder.offers,
        loops: builder.loops,
        calls: builder.calls,
        proposals: builder.proposals,
        nodes: builder.nodes,
        places: builder.places,
        keys: builder.keys,
    }
}

/// SHA-256 of a guide's text, 64 hexadecimal digits.
#[must_use]
pub fn digest(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a String cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// Something that was found by walking a checked guide.
#[derive(Clone, Debug)]
pub struct Remark {
    pub kind: Kind,
    pub at: Spot,
    pub step: Option<String>,
    pub about: Vec<String>,
}

/// A place in a guide, told without its text at hand.
#[derive(Clone, Debug)]
pub enum Spot {
    Start,
    Step(String),
    /// The branch of this node.
    Branch(At),
    /// The path test with this number.
    Path(usize),
}

/// Remarks as findings, each with its place in the text that the guide was read from.
#[must_use]
pub fn pointed(text: &str, remarks: Vec<Remark>) -> Vec<Finding> {
    let mut builder = Builder::default();
    if !remarks.is_empty()
        && let Ok(file) = GuideFile::parse(text)
    {
        builder.guide(&file);
    }
    let fault = |remark: Remark| {
        let trail = match &remark.at {
            Spot::Start => Vec::new(),
            Spot::Step(step) => builder.trail_of(step).to_vec(),
            Spot::Branch(at) => builder.trail_of_branch(*at).to_vec(),
            Spot::Path(at) => vec![Way::Field("paden"), Way::Entry(*at)],
        };
        Fault { kind: remark.kind, trail, step: remark.step, about: remark.about }
    };
    let faults: Vec<Fault> = remarks.into_iter().map(fault).collect();
    placed(text, &faults, &builder)
}

/// Faults of a file that is no guide, each with its place.
pub(super) fn placed_in(text: &str, faults: Vec<(Kind, Vec<Way>, Vec<String>)>) -> Vec<Finding> {
    let faults: Vec<Fault> =
        faults.into_iter().map(|(kind, trail, about)| Fault { kind, trail, step: None, about }).collect();
    placed(text, &faults, &Builder::default())
}

fn placed(text: &str, faults: &[Fault], builder: &Builder) -> Vec<Finding> {
    if faults.is_empty() {
        return Vec::new();
    }
    let trails: Vec<&[Way]> = faults
        .iter()
        .map(|fault| match &fault.step {
            // A fault that is only known by its step is placed where the step is named.
            Some(step) if fault.trail.is_empty() => builder.trail_of(step),
            _ => fault.trail.as_slice(),
        })
        .collect();
    let places = locate(text, &trails);
    let mut findings: Vec<Finding> = faults
        .iter()
        .zip(places)
        .map(|(fault, (line, column))| Finding {
            kind: fault.kind,
            line,
            column,
            step: fault.step.clone(),
            about: fault.about.clone(),
        })
        .collect();
    findings.sort_by_key(|finding| (finding.line, finding.column, finding.kind));
    findings.dedup();
    findings
}
