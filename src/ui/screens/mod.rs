//! One file a screen. A screen owns what is typed, borrows the desk, and sends commands.

mod clients;
mod dossier;
mod doubt;
mod edition;
mod ground;
mod guides;
mod inspection;
mod map;
mod overview;
mod pane;
mod plan;
mod preview;
mod privacy;
mod rail;
mod recovery;
mod setup;
mod start;
mod statement;
mod team;
mod unlock;
mod walk;

use eframe::egui::{ScrollArea, Ui};

use super::Outbox;
use crate::desk::{Desk, View};

/// All screens with what was typed in them. What is typed for one client goes when another is opened.
#[derive(Default)]
pub struct Screens {
    clients: clients::Clients,
    dossier: dossier::DossierScreen,
    guides: guides::Guides,
    walk: walk::WalkScreen,
    plan: plan::PlanScreen,
    map: map::MapScreen,
    overview: overview::Overview,
    setup: setup::Setup,
    unlock: unlock::Unlock,
    of: Option<crate::dossier::ids::DossierId>,
}

impl Screens {
    pub fn ui(&mut self, ui: &mut Ui, desk: &Desk, out: &mut Outbox) {
        if self.of.as_ref() != desk.open_id() {
            self.of = desk.open_id().cloned();
            self.walk = walk::WalkScreen::default();
            self.dossier = dossier::DossierScreen::default();
            self.plan = plan::PlanScreen::default();
            self.overview = overview::Overview::default();
        }
        if self.overview.has_taken_out() {
            self.walk = walk::WalkScreen::default();
        }
        if desk.view() != View::Setup {
            self.setup = setup::Setup::default();
        }
        match desk.view() {
            View::Setup => page(ui, "setup", 640.0, |ui| self.setup.ui(ui, desk, out)),
            View::Unlock => page(ui, "unlock", 480.0, |ui| self.unlock.ui(ui, desk, out)),
            View::Start => page(ui, "start", 640.0, |ui| start::ui(ui, desk, out)),
            View::Clients => page(ui, "clients", 1040.0, |ui| self.clients.ui(ui, desk, out)),
            View::Dossier => {
                // Each client's own: what was unfolded or scrolled to for one is not for another.
                let name = format!("dossier {}", desk.open_id().map(ToString::to_string).unwrap_or_default());
                page(ui, &name, 860.0, |ui| self.dossier.ui(ui, desk, out));
            }
            View::Guides => page(ui, "guides", 860.0, |ui| self.guides.ui(ui, desk, out)),
            View::Walk => self.walk.ui(ui, desk, out),
            View::Overview => page(ui, "overview", 860.0, |ui| self.overview.ui(ui, desk, out)),
            View::Plan => self.plan.ui(ui, desk, out),
            View::Map => framed(ui, 860.0, |ui| self.map.ui(ui, desk, out)),
        }
    }

    /// Sends what was typed and not yet left.
    pub fn flush(&mut self, desk: &Desk, going_on: bool, out: &mut Outbox) {
        if desk.view() == View::Walk && self.of.as_ref() == desk.open_id() {
            self.walk.flush(desk, going_on, out);
        }
        if desk.view() == View::Dossier && self.of.as_ref() == desk.open_id() {
            self.dossier.flush(desk, out);
        }
    }
}

/// A screen that scrolls as a whole.
fn page(ui: &mut Ui, name: &str, widest: f32, add: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical().id_salt(name).auto_shrink(false).show(ui, |ui| {
        framed(ui, widest, |ui| {
            add(ui);
            ui.add_space(32.0);
        });
    });
}

/// A column in the middle, never wider than people read well; for a screen that scrolls a part of itself.
fn framed(ui: &mut Ui, widest: f32, add: impl FnOnce(&mut Ui)) {
    let room = ui.available_width();
    let side = ((room - widest) / 2.0).max(24.0);
    ui.horizontal_top(|ui| {
        ui.add_space(side);
        ui.vertical(|ui| {
            ui.set_width((room - 2.0 * side).max(200.0));
            ui.add_space(32.0);
            add(ui);
        });
    });
}
