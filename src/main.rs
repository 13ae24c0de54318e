//! Reads the command line, and starts the window or a headless command.

#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::Parser as _;
use roer::cli::{self, Call, Place, Streams};
use roer::platform;

/// Memory is wiped when it is given back, so that no client's words and no key stay behind in it.
#[global_allocator]
static MEMORY: zeroizing_alloc::ZeroAlloc<std::alloc::System> = zeroizing_alloc::ZeroAlloc(std::alloc::System);

fn main() -> ExitCode {
    platform::print_where_called();
    platform::say_only_where();
    platform::keep_out_of_dumps();
    let call = Call::parse();
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    let ended = match &call.verb {
        Some(verb) => {
            let local = call.local.clone().or_else(platform::local_folder);
            let place = Place {
                vault: call.vault.as_deref(),
                passphrase_file: call.passphrase_file.as_deref(),
                local: local.as_deref(),
            };
            cli::run(verb, place, &mut Streams::new(&mut out, &mut err))
        }
        None => window::open(&call, &mut Streams::new(&mut out, &mut err)),
    };
    let code = match ended {
        Ok(exit) => exit.code(),
        // Whoever read along has gone, as with `roer guides | head -1`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
        Err(_) => 1,
    };
    // Nothing is left to say it to when this fails.
    let _ = out.flush();
    ExitCode::from(code)
}

#[cfg(feature = "desktop")]
mod window;

/// A build without a window does the main job headless.
#[cfg(not(feature = "desktop"))]
mod window {
    use std::io;
    use std::path::Path;

    use roer::cli::{Call, Exit, Streams, main_job};

    pub fn open(_call: &Call, streams: &mut Streams<'_>) -> io::Result<Exit> {
        main_job(Path::new("mijn-plan.pdf"), streams)
    }
}
