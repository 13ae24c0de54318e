//! A guide as a picture: rows in reading order, each as deep as it lies, and arrows where the way jumps. Only data; the
//! window and the paper draw it, each in its own way.

use super::checked::Guide;
use super::condition::Condition;
use super::library::Library;
use super::map_words::in_words;
use super::node::{At, Node};
use crate::texts::Texts;

/// Rows count from 0, from the top.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    pub rows: Vec<MapRow>,
    pub arrows: Vec<Arrow>,
    /// Lanes that the arrows need beside the rows, so that no two lie over each other.
    pub lanes: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MapRow {
    pub kind: MapKind,
    pub text: String,
    /// Lists that it lies in: 0 for a stage.
    pub depth: usize,
    /// The id of the step, the offer or the call.
    pub id: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MapKind {
    Stage,
    Step,
    /// A condition, over the rows that lie deeper under it.
    Branch,
    Loop,
    Offer,
    Call,
    Proposal,
    Way,
    End,
}

/// From a way to the row where it leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrow {
    pub from: usize,
    pub to: usize,
    /// 0 lies next to the rows.
    pub lane: usize,
}

impl Map {
    /// The map of a guide, in the voice of now.
    #[must_use]
    pub fn of(texts: &Texts, library: &Library, guide: &Guide) -> Self {
        let mut drawing = Drawing { texts, library, guide, map: Self::default(), ways: Vec::new(), stage: None };
        drawing.draw();
        let rows_of: Vec<(usize, At)> = std::mem::take(&mut drawing.ways);
        let mut map = drawing.map;
        for (from, target) in rows_of {
            let id = guide.nodes().get(target).and_then(|node| match node {
                Node::Ask(step) => guide.steps().get(*step).map(|step| step.id.as_str()),
                _ => None,
            });
            if let Some(to) = map.rows.iter().position(|row| row.kind == MapKind::Step && row.id.as_deref() == id) {
                map.arrows.push(Arrow { from, to, lane: 0 });
            }
        }
        map.give_lanes();
        map
    }

    /// Short arrows lie inside long ones, and none crosses another's lane.
    fn give_lanes(&mut self) {
        self.arrows.sort_by_key(|arrow| (arrow.from.abs_diff(arrow.to), arrow.from));
        let mut lanes: Vec<Vec<(usize, usize)>> = Vec::new();
        for arrow in &mut self.arrows {
            let (top, bottom) = (arrow.from.min(arrow.to), arrow.from.max(arrow.to));
            let free = |lane: &Vec<(usize, usize)>| lane.iter().all(|(from, to)| bottom < *from || top > *to);
            let at = lanes.iter().position(free).unwrap_or(lanes.len());
            if at == lanes.len() {
                lanes.push(Vec::new());
            }
            if let Some(lane) = lanes.get_mut(at) {
                lane.push((top, bottom));
            }
            arrow.lane = at;
        }
        self.lanes = lanes.len();
    }
}

struct Drawing<'a> {
    texts: &'a Texts,
    library: &'a Library,
    guide: &'a Guide,
    map: Map,
    /// Row of a way, and the node where it leads.
    ways: Vec<(usize, At)>,
    stage: Option<usize>,
}

impl Drawing<'_> {
    fn draw(&mut self) {
        // Nodes after which a list ends: how deep a node lies is the number of lists that have not ended yet.
        let mut ends: Vec<At> = Vec::new();
        for (at, node) in self.guide.nodes().iter().enumerate() {
            ends.retain(|end| *end > at);
            let depth = ends.len() + 1;
            match node {
                Node::Ask(step) => self.step(*step, depth),
                Node::Test { condition, otherwise } => {
                    let text = self.condition(condition);
                    let last = text == self.texts.say("map-otherwise");
                    let text = if last { text } else { self.texts.say_with("map-if", &[("what", text.into())]) };
                    self.row(MapKind::Branch, text, depth, None);
                    ends.push(*otherwise);
                }
                Node::Offer { offer, after } => {
                    if let Some(offer) = self.guide.offers().get(*offer) {
                        self.enter(offer.stage);
                        let text = offer.question.said(self.library.voice()).as_shown();
                        self.row(MapKind::Offer, text, depth, Some(offer.id.clone()));
                    }
                    ends.push(*after);
                }
                Node::Each { each, after } => {
                    if let Some(each) = self.guide.loops().get(*each) {
                        let said = [("what", self.title_of(&each.over).into())];
                        let text = self.texts.say_with("map-loop", &said);
                        self.row(MapKind::Loop, text, depth, None);
                    }
                    ends.push(*after);
                }
                Node::Jump { to, cap } => self.way(*to, *cap, depth),
                Node::Call(call) => {
                    if let Some(call) = self.guide.calls().get(*call) {
                        self.enter(call.stage);
                        let text = call.question.said(self.library.voice()).as_shown();
                        self.row(MapKind::Call, text, depth, Some(call.id.clone()));
                    }
                }
                Node::Propose(proposal) => {
                    if let Some(proposal) = self.guide.proposals().get(*proposal) {
                        let text = proposal.text.said(self.library.voice()).as_shown();
                        self.row(MapKind::Proposal, text, depth, None);
                    }
                }
                Node::End => self.row(MapKind::End, self.texts.say("map-end"), depth, None),
                Node::Next { .. } => {}
            }
        }
    }

    fn enter(&mut self, stage: usize) {
        if self.stage != Some(stage)
            && let Some(entered) = self.guide.stages().get(stage)
        {
            self.stage = Some(stage);
            let (title, id) = (self.library.say(&entered.title).to_owned(), entered.id.clone());
            self.row(MapKind::Stage, title, 0, Some(id));
        }
    }

    fn step(&mut self, step: usize, depth: usize) {
        if let Some(step) = self.guide.steps().get(step).filter(|step| !step.hidden) {
            self.enter(step.stage);
            self.row(MapKind::Step, self.library.say(&step.title).to_owned(), depth, Some(step.id.clone()));
        }
    }

    fn way(&mut self, to: At, cap: Option<u16>, depth: usize) {
        let Some(Node::Ask(step)) = self.guide.nodes().get(to) else { return };
        let Some(step) = self.guide.steps().get(*step) else { return };
        let title = self.library.say(&step.title);
        let text = match cap {
            Some(cap) => self.texts.say_with("map-back", &[("step", title.into()), ("times", cap.into())]),
            None => self.texts.say_with("map-on", &[("step", title.into())]),
        };
        self.ways.push((self.map.rows.len(), to));
        self.row(MapKind::Way, text, depth, None);
    }

    fn condition(&self, condition: &Condition) -> String {
        in_words(self.texts, self.library, self.guide, condition)
    }

    fn title_of(&self, key: &str) -> String {
        super::map_words::title_of(self.library, self.guide, key)
    }

    fn row(&mut self, kind: MapKind, text: String, depth: usize, id: Option<String>) {
        self.map.rows.push(MapRow { kind, text, depth, id });
    }
}
