//! The frame loop: replies in, screens drawn, commands to the desk, jobs to the crew.

use std::sync::mpsc::Receiver;

use eframe::egui::{CentralPanel, Context, Frame, Ui};

use super::screens::Screens;
use super::{Outbox, bars, fonts, keys, theme, widgets};
use crate::desk::crew::Crew;
use crate::desk::{Command, Desk, Job, Look, Now};

pub struct App {
    desk: Desk,
    inbox: Receiver<Command>,
    crew: Box<dyn Crew>,
    clock: fn() -> Now,
    screens: Screens,
    /// What egui was last told to look like.
    look: Option<Look>,
}

impl App {
    /// `inbox` is where the crew's replies come in.
    #[must_use]
    pub fn new(ctx: &Context, desk: Desk, inbox: Receiver<Command>, crew: Box<dyn Crew>, clock: fn() -> Now) -> Self {
        fonts::install(ctx);
        theme::install(ctx, false);
        Self { desk, inbox, crew, clock, screens: Screens::default(), look: None }
    }

    #[must_use]
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// Does a command and everything that follows from it.
    pub fn handle(&mut self, command: Command, ctx: &Context) {
        for job in self.desk.handle(command, (self.clock)()) {
            match job {
                Job::Copy(text) => ctx.copy_text(text),
                job => self.crew.ask(job),
            }
        }
    }

    fn take_replies(&mut self, ctx: &Context) {
        while let Ok(command) = self.inbox.try_recv() {
            self.handle(command, ctx);
        }
    }

    /// Tells egui about theme and zoom, only when they changed.
    fn dress(&mut self, ctx: &Context) {
        let look = self.desk.look();
        if self.look == Some(look) {
            return;
        }
        ctx.set_theme(if look.dark { eframe::egui::Theme::Dark } else { eframe::egui::Theme::Light });
        ctx.set_zoom_factor(look.zoom);
        self.look = Some(look);
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.take_replies(&ctx);
        self.dress(&ctx);
        widgets::set_today(&ctx, (self.clock)().today());
        let mut out = Outbox::default();
        keys::listen(ui, &self.desk, &mut out);
        bars::top(ui, &self.desk, &mut out);
        bars::bottom(ui, &self.desk, &mut out);
        let ground = theme::tokens(ui).page;
        CentralPanel::default().frame(Frame::new().fill(ground)).show(ui, |ui| {
            self.screens.ui(ui, &self.desk, &mut out);
        });
        let mut commands = out.take();
        // What was typed and not yet left goes first: no wish may overtake an answer.
        if commands.iter().any(|command| !matches!(command, Command::Answer { .. } | Command::WriteNote { .. })) {
            let mut typed = Outbox::default();
            self.screens.flush(&self.desk, &mut typed);
            commands.splice(0..0, typed.take());
        }
        let any = !commands.is_empty();
        for command in commands {
            self.handle(command, &ctx);
        }
        self.take_replies(&ctx);
        if any {
            // The desk changed after this frame was drawn.
            ctx.request_repaint();
        }
    }

    /// The window closes: what was typed is recorded before the crew goes home.
    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        let mut typed = Outbox::default();
        self.screens.flush(&self.desk, &mut typed);
        // An answer that waits for a word was given all the same.
        for command in typed.take().into_iter().chain([Command::Settle(true)]) {
            self.handle(command, &Context::default());
        }
    }
}
