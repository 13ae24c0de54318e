//! The frame loop: replies in, screens drawn, commands to the desk, jobs to the crew.

use std::sync::mpsc::Receiver;
use std::time::Duration;

use eframe::egui::{CentralPanel, Context, Event, Frame, Memory, Ui};

use super::screens::Screens;
use super::{Outbox, bars, fonts, hidden, keys, theme, widgets};
use crate::desk::crew::Crew;
use crate::desk::{Command, Desk, Job, Look, Now, Wish};
use crate::texts::Language;

pub struct App {
    desk: Desk,
    inbox: Receiver<Command>,
    crew: Box<dyn Crew>,
    clock: fn() -> Now,
    screens: Screens,
    /// What egui was last told to look like.
    look: Option<(Look, Language)>,
    /// Whether a vault lay open when this was last looked at.
    open: bool,
    /// When keyboard or mouse were last touched.
    touched: i64,
}

impl App {
    /// `inbox` is where the crew's replies come in.
    #[must_use]
    pub fn new(ctx: &Context, desk: Desk, inbox: Receiver<Command>, crew: Box<dyn Crew>, clock: fn() -> Now) -> Self {
        fonts::install(ctx);
        theme::install(ctx, false);
        Self { desk, inbox, crew, clock, screens: Screens::default(), look: None, open: false, touched: clock().millis }
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
            match command {
                // The system locks or goes to sleep.
                Command::Idle(idle) => self.leave(idle, ctx),
                command => self.handle(command, ctx),
            }
        }
    }

    /// Notices that nobody touched anything for a while, also after the computer slept. Whether a key or button was pressed.
    fn watch(&mut self, ui: &Ui) -> bool {
        let now = (self.clock)().millis;
        let touched = ui.input(|input| !input.raw.events.is_empty());
        // Letting go of a key, or the window losing the focus, wakes nobody.
        let pressed = ui.input(|input| {
            let pressed = |event: &Event| {
                matches!(
                    event,
                    Event::Key { pressed: true, .. } | Event::PointerButton { pressed: true, .. } | Event::Text(_)
                )
            };
            input.raw.events.iter().any(pressed)
        });
        let idle = Duration::from_millis(u64::try_from(now - self.touched).unwrap_or(0));
        if self.desk.has_vault() {
            // Asked before the input counts: who comes back after hours finds it locked.
            if idle >= self.desk.patience() {
                self.leave(idle, ui.ctx());
            }
            ui.ctx().request_repaint_after(self.desk.patience());
        }
        if touched {
            self.touched = now;
        }
        pressed
    }

    /// What was typed is recorded, and then the desk decides whether to hide or lock.
    fn leave(&mut self, idle: Duration, ctx: &Context) {
        let mut typed = Outbox::default();
        self.screens.flush(&self.desk, false, &mut typed);
        for command in typed.take().into_iter().chain([Command::Idle(idle)]) {
            self.handle(command, ctx);
        }
        self.take_replies(ctx);
    }

    /// Forgets everything that was typed and shown, once the desk is locked: at once, or when the last answer is safe.
    fn forget_when_locked(&mut self, ctx: &Context) {
        let was_open = std::mem::replace(&mut self.open, self.desk.has_vault());
        if !was_open || self.open {
            return;
        }
        self.screens = Screens::default();
        ctx.memory_mut(|memory| *memory = Memory::default());
        fonts::install(ctx);
        theme::install(ctx, false);
        self.look = None;
    }

    /// Tells egui about theme and zoom, only when they changed.
    fn dress(&mut self, ctx: &Context) {
        let look = self.desk.look();
        let language = self.desk.texts().language();
        if self.look == Some((look, language)) {
            return;
        }
        widgets::set_cautions(ctx, self.desk.texts());
        ctx.set_theme(if look.dark { eframe::egui::Theme::Dark } else { eframe::egui::Theme::Light });
        ctx.set_zoom_factor(look.zoom);
        self.look = Some((look, language));
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.take_replies(&ctx);
        let pressed = self.watch(ui);
        self.forget_when_locked(&ctx);
        self.dress(&ctx);
        if self.desk.is_hidden() {
            hidden::ui(ui, &self.desk);
            if pressed {
                self.handle(Command::Awake, &ctx);
                ctx.request_repaint();
            }
            return;
        }
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
            let going_on = commands.iter().any(|command| matches!(command, Command::Wish(Wish::Next)));
            self.screens.flush(&self.desk, going_on, &mut typed);
            commands.splice(0..0, typed.take());
        }
        let any = !commands.is_empty();
        for command in commands {
            self.handle(command, &ctx);
        }
        self.take_replies(&ctx);
        self.forget_when_locked(&ctx);
        if any {
            // The desk changed after this frame was drawn.
            ctx.request_repaint();
        }
    }

    /// The window closes: what was typed is recorded before the crew goes home.
    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        let mut typed = Outbox::default();
        self.screens.flush(&self.desk, false, &mut typed);
        // An answer that waits for a word was given all the same.
        for command in typed.take().into_iter().chain([Command::Settle(true)]) {
            self.handle(command, &Context::default());
        }
    }
}
