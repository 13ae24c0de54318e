//! Wires the rooms together for the window.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::Duration;

use eframe::Renderer;
use roer::cli::{self, Call, Exit, Streams, main_job};
use roer::desk::crew::{Crew, Threads};
use roer::desk::hands::{PaperHand, VaultHand};
use roer::desk::{Command, Desk, Mint, Notice};
use roer::guide::Library;
use roer::platform::{self, SystemDesktop};
use roer::texts::Language;
use roer::ui::{self, Wake, Wiring};

/// Opens the window. Where there is no display, does the main job without one, or says so when a vault was named.
///
/// # Errors
/// Only when the streams cannot be written.
pub fn open(call: &Call, streams: &mut Streams<'_>) -> io::Result<Exit> {
    if !has_display() {
        if call.vault.is_some() {
            streams.tell(&Notice::trouble("no-display-vault"))?;
            return Ok(Exit::Failed);
        }
        return main_job(Path::new("mijn-plan.pdf"), streams);
    }
    let Some(place) = call.vault.clone().or_else(platform::default_vault) else {
        streams.tell(&Notice::trouble("call-needs-vault"))?;
        return Ok(Exit::Unusable);
    };
    let Ok(beginning) = platform::beginning() else {
        streams.tell(&Notice::trouble("vault-no-randomness"))?;
        return Ok(Exit::Failed);
    };
    let demonstration = match &call.vault {
        Some(place) => place.clone(),
        None => place.with_file_name("demonstratie"),
    };
    let local = call.local.clone().or_else(platform::local_folder);
    match ui::run(wiring(place, demonstration, local, beginning, call.smoke), &order(call.renderer)) {
        Ok(drawn) => {
            if call.smoke.is_some() {
                writeln!(streams.out, "{drawn}")?;
            }
            Ok(Exit::Done)
        }
        Err(troubles) => {
            streams.tell(&Notice::trouble("no-renderer").about(troubles.join("; ")))?;
            // A display that is named and cannot be opened is no display.
            if call.vault.is_none() { main_job(Path::new("mijn-plan.pdf"), streams) } else { Ok(Exit::Failed) }
        }
    }
}

fn wiring(
    place: PathBuf,
    demonstration: PathBuf,
    local: Option<PathBuf>,
    beginning: String,
    smoke: Option<u32>,
) -> Wiring {
    Wiring {
        desk: Box::new(move || Desk::new(Language::Dutch, Library::bundled(), Mint::new(beginning.clone()))),
        crew: Box::new(move |inbox: &Sender<Command>, wake: Wake| {
            let (away, wakes) = (inbox.clone(), wake.clone());
            platform::when_away(move || {
                // When the window has gone there is nothing left to lock.
                if away.send(Command::Idle(Duration::MAX)).is_ok() {
                    wakes();
                }
            });
            let vault = VaultHand::new(place.clone(), demonstration.clone(), platform::now);
            let vault = vault.with_local(local.clone());
            let paper = PaperHand::new(Box::new(SystemDesktop::new(platform::out_folder())));
            let crew: Box<dyn Crew> = Box::new(Threads::start(vault, paper, inbox, move || wake())?);
            Ok(crew)
        }),
        clock: platform::now,
        first: Box::new(|| Command::OpenVault { demonstration: false }),
        smoke,
    }
}

/// Which renderer is tried first. On Windows a remote desktop often has no OpenGL that can be used; elsewhere it starts fastest.
fn order(wanted: Option<cli::Renderer>) -> Vec<Renderer> {
    match wanted {
        Some(cli::Renderer::Wgpu) => vec![Renderer::Wgpu],
        Some(cli::Renderer::Glow) => vec![Renderer::Glow],
        None if cfg!(windows) => vec![Renderer::Wgpu, Renderer::Glow],
        None => vec![Renderer::Glow, Renderer::Wgpu],
    }
}

/// On Linux a display is named in the environment; elsewhere there always is one.
fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(all(unix, not(target_os = "macos"))) || named("DISPLAY") || named("WAYLAND_DISPLAY")
}
