//! Opens the window: one renderer, and the other when the first cannot.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};

use eframe::egui::{IconData, ViewportBuilder};
use eframe::{NativeOptions, Renderer};

use super::App;
use crate::desk::crew::Crew;
use crate::desk::{Command, Desk, Now};

/// The name under which the window, its settings and its menu entry are known.
const APP_ID: &str = "nl.roer.Roer";

/// What the window is made of; called once for each renderer that is tried.
pub struct Wiring {
    pub desk: Box<dyn Fn() -> Desk>,
    /// Makes the crew from the inbox and from what wakes the window.
    pub crew: Box<MakeCrew>,
    pub clock: fn() -> Now,
    /// What is done first.
    pub first: Box<dyn Fn() -> Command>,
    /// Close after so many frames.
    pub smoke: Option<u32>,
}

/// Makes a crew that answers into this inbox and wakes the window after each answer.
pub type MakeCrew = dyn Fn(&Sender<Command>, Wake) -> std::io::Result<Box<dyn Crew>>;

/// Wakes a sleeping window.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// How the window was drawn, for support: "glow: llvmpipe".
pub type Drawn = Arc<Mutex<String>>;

/// Runs the window until it is closed; gives what drew it.
///
/// # Errors
/// What each renderer said, when none could open a window.
pub fn run(wiring: Wiring, order: &[Renderer]) -> Result<String, Vec<String>> {
    let wiring = Rc::new(wiring);
    let mut troubles = Vec::new();
    for renderer in order {
        let drawn = Drawn::default();
        match attempt(&wiring, *renderer, &drawn) {
            Ok(()) => return Ok(drawn.lock().unwrap_or_else(PoisonError::into_inner).clone()),
            Err(trouble) => troubles.push(format!("{renderer}: {trouble}")),
        }
    }
    Err(troubles)
}

fn attempt(wiring: &Rc<Wiring>, renderer: Renderer, drawn: &Drawn) -> Result<(), String> {
    let options = NativeOptions {
        renderer,
        viewport: ViewportBuilder::default()
            .with_app_id(APP_ID)
            .with_title("Roer")
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([480.0, 400.0])
            .with_icon(icon()),
        ..NativeOptions::default()
    };
    let (wiring, drawn) = (wiring.clone(), drawn.clone());
    // A driver may panic instead of failing; then the other renderer still gets its turn.
    let ran = catch_unwind(AssertUnwindSafe(|| {
        eframe::run_native(
            "Roer",
            options,
            Box::new(move |cc| {
                *drawn.lock().unwrap_or_else(PoisonError::into_inner) = adapter(cc);
                let (inbox, replies): (Sender<Command>, Receiver<Command>) = channel();
                let ctx = cc.egui_ctx.clone();
                let wake: Wake = Arc::new(move || ctx.request_repaint());
                let crew = (wiring.crew)(&inbox, wake)?;
                let mut app = App::new(&cc.egui_ctx, (wiring.desk)(), replies, crew, wiring.clock);
                app.handle((wiring.first)(), &cc.egui_ctx);
                Ok(Box::new(Smoke { app, left: wiring.smoke }))
            }),
        )
    }));
    match ran {
        Ok(Ok(())) => Ok(()),
        Ok(Err(error)) => Err(error.to_string()),
        Err(_) => Err("het stuurprogramma viel uit".to_owned()),
    }
}

fn adapter(cc: &eframe::CreationContext<'_>) -> String {
    if let Some(state) = &cc.wgpu_render_state {
        let info = state.adapter.get_info();
        return format!("wgpu: {} ({:?})", info.name, info.backend);
    }
    "glow".to_owned()
}

/// The window, closed after a number of frames when that was asked.
struct Smoke {
    app: App,
    left: Option<u32>,
}

impl eframe::App for Smoke {
    fn ui(&mut self, ui: &mut eframe::egui::Ui, frame: &mut eframe::Frame) {
        self.app.ui(ui, frame);
        match &mut self.left {
            Some(0) => ui.send_viewport_cmd(eframe::egui::ViewportCommand::Close),
            Some(left) => {
                *left -= 1;
                ui.request_repaint();
            }
            None => {}
        }
    }

    fn on_exit(&mut self, gl: Option<&eframe::glow::Context>) {
        self.app.on_exit(gl);
    }
}

fn icon() -> IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon.png")).unwrap_or_default()
}
