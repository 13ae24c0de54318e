//! A municipality's own layer over a guide: hints, examples, steps and words beside it, steps left out, nothing copied.
//!
//! A layer names the edition that it was made for. Laid over its guide it gives a new guide file, which is checked like
//! any other and kept whole with the dossiers that follow it.

use serde::Deserialize;

use super::check::placed_in;
use super::file::{BranchFile, GuideFile, NodeFile, StepFile, TermFile};
use super::finding::{Finding, Kind, Level};
use super::limits;
use super::locate::Way;
use super::organisation::begins_with;
use super::parse::read_ron;
use super::path::PathFile;
use super::phrase::Phrase;
use super::{Guide, Library};

#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "Laag", deny_unknown_fields)]
pub struct LayerFile {
    #[serde(rename = "formaat")]
    pub format: u32,
    /// Whose layer it is: shown beside the edition of the guide.
    #[serde(rename = "titel")]
    pub title: String,
    /// Id of the guide that it lies over.
    #[serde(rename = "gids")]
    pub guide: String,
    /// The edition that it was made for.
    #[serde(rename = "editie")]
    pub edition: String,
    /// Step, and hints that come after its own.
    #[serde(rename = "hulp", default)]
    pub hints: Vec<(String, Vec<String>)>,
    /// Step, and the example that takes the place of its own.
    #[serde(rename = "voorbeelden", default)]
    pub examples: Vec<(String, Phrase)>,
    /// Steps that are not asked here, with the branches under them.
    #[serde(rename = "verberg", default)]
    pub hidden: Vec<String>,
    #[serde(rename = "erbij", default)]
    pub added: Vec<AddedFile>,
    #[serde(rename = "termen", default)]
    pub terms: Vec<TermFile>,
    /// Path tests of the guide as it is here.
    #[serde(rename = "paden", default)]
    pub paths: Vec<PathFile>,
}

/// Steps of the municipality's own.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename = "Erbij", deny_unknown_fields)]
pub struct AddedFile {
    /// The step after which they come; after its branches.
    #[serde(rename = "na")]
    pub after: String,
    #[serde(rename = "stappen")]
    pub nodes: Vec<NodeFile>,
}

/// What laying a layer over its guide gives.
#[derive(Debug)]
pub struct Layered {
    /// The guide as it is here; `None` when the layer has faults.
    pub guide: Option<GuideFile>,
    pub findings: Vec<Finding>,
}

impl LayerFile {
    /// Whether a text looks like a layer.
    #[must_use]
    pub fn is_meant_by(text: &str) -> bool {
        begins_with(text, "Laag")
    }

    /// Reads a layer and lays it over its guide, as far as that is at hand.
    #[must_use]
    pub fn lay(text: &str, library: &Library) -> Layered {
        let layer: Self = match read_ron(text) {
            Ok(layer) => layer,
            Err(finding) => return Layered { guide: None, findings: vec![finding] },
        };
        if layer.format > limits::FORMAT {
            return Layered { guide: None, findings: vec![Finding::newer_format(layer.format)] };
        }
        let base = library.newest(&layer.guide).and_then(|guide| library.text(guide.name()));
        let Some(base) = base.and_then(|text| GuideFile::parse(text).ok()) else {
            let about = vec![layer.guide.clone()];
            return Layered {
                guide: None,
                findings: placed_in(text, vec![(Kind::LayerWithoutGuide, field("gids"), about)]),
            };
        };
        layer.over(base, text)
    }

    fn over(&self, base: GuideFile, text: &str) -> Layered {
        let mut faults = Vec::new();
        if base.edition != self.edition {
            faults.push((Kind::LayerOfOtherEdition, field("editie"), vec![self.edition.clone(), base.edition.clone()]));
        }
        let mut guide = base;
        guide.edition = format!("{} · {}", guide.edition, self.title);
        guide.paths.clone_from(&self.paths);
        guide.terms.extend(self.terms.iter().cloned());
        for (at, (step, hints)) in self.hints.iter().enumerate() {
            let found = with_step(&mut guide, step, |step| step.hints.extend(hints.iter().cloned()));
            missing(&mut faults, found, entry("hulp", at), step);
        }
        for (at, (step, example)) in self.examples.iter().enumerate() {
            let found = with_step(&mut guide, step, |step| step.example = Some(example.clone()));
            missing(&mut faults, found, entry("voorbeelden", at), step);
        }
        for (at, step) in self.hidden.iter().enumerate() {
            let found = with_step(&mut guide, step, |step| step.hidden = true);
            missing(&mut faults, found, entry("verberg", at), step);
        }
        for (at, added) in self.added.iter().enumerate() {
            let found = guide.stages.iter_mut().any(|stage| insert(&mut stage.nodes, added));
            missing(&mut faults, found, entry("erbij", at), &added.after);
        }
        let own = placed_in(text, faults);
        let merged = guide.to_text().unwrap_or_default();
        // What is wrong with the whole is told at the layer: the guide by itself was right.
        let whole = Guide::check(&guide, &merged, None).findings.into_iter().filter(|f| f.level() == Level::Fault);
        let whole = whole.map(|finding| {
            let at =
                finding.step.as_deref().and_then(|step| self.added.iter().position(|added| has(&added.nodes, step)));
            (finding.kind, at.map_or_else(Vec::new, |at| entry("erbij", at)), finding.about)
        });
        let findings: Vec<Finding> = own.into_iter().chain(placed_in(text, whole.collect())).collect();
        let sound = findings.iter().all(|finding| finding.level() != Level::Fault);
        Layered { guide: sound.then_some(guide), findings }
    }
}

fn field(name: &'static str) -> Vec<Way> {
    vec![Way::Field(name)]
}

fn entry(name: &'static str, at: usize) -> Vec<Way> {
    vec![Way::Field(name), Way::Entry(at)]
}

fn missing(faults: &mut Vec<(Kind, Vec<Way>, Vec<String>)>, found: bool, at: Vec<Way>, step: &str) {
    if !found {
        faults.push((Kind::DanglingTarget, at, vec![step.to_owned()]));
    }
}

/// Does something with the step of this id; whether there is one.
fn with_step(guide: &mut GuideFile, id: &str, mut work: impl FnMut(&mut StepFile)) -> bool {
    guide.stages.iter_mut().any(|stage| visit(&mut stage.nodes, id, &mut work))
}

fn visit(nodes: &mut [NodeFile], id: &str, work: &mut dyn FnMut(&mut StepFile)) -> bool {
    nodes.iter_mut().any(|node| match node {
        NodeFile::Step(step) if step.id == id => {
            work(step);
            true
        }
        NodeFile::Step(step) => step.branches.iter_mut().any(|branch| visit(inside(branch), id, work)),
        NodeFile::Deeper(deeper) => visit(&mut deeper.nodes, id, work),
        NodeFile::Each(each) => visit(&mut each.nodes, id, work),
        NodeFile::When(_, nodes) => visit(nodes, id, work),
        NodeFile::Jump(_) | NodeFile::Call(_) | NodeFile::Propose(_) | NodeFile::End => false,
    })
}

/// Puts steps after the one they name; whether that is there.
fn insert(nodes: &mut Vec<NodeFile>, added: &AddedFile) -> bool {
    let here = nodes.iter().position(|node| matches!(node, NodeFile::Step(step) if step.id == added.after));
    if let Some(at) = here {
        let rest = nodes.split_off(at + 1);
        nodes.extend(added.nodes.iter().cloned().chain(rest));
        return true;
    }
    nodes.iter_mut().any(|node| match node {
        NodeFile::Step(step) => step.branches.iter_mut().any(|branch| insert(inside(branch), added)),
        NodeFile::Deeper(deeper) => insert(&mut deeper.nodes, added),
        NodeFile::Each(each) => insert(&mut each.nodes, added),
        NodeFile::When(_, nodes) => insert(nodes, added),
        NodeFile::Jump(_) | NodeFile::Call(_) | NodeFile::Propose(_) | NodeFile::End => false,
    })
}

fn inside(branch: &mut BranchFile) -> &mut Vec<NodeFile> {
    match branch {
        BranchFile::When(_, nodes) | BranchFile::Otherwise(nodes) => nodes,
    }
}

fn has(nodes: &[NodeFile], id: &str) -> bool {
    visit(&mut nodes.to_vec(), id, &mut |_| ())
}
