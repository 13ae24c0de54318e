//! Where a command prints to: on Windows a program with a window has no console of its own.

/// Prints in the console that the program was called from, if there is one. Streams that were redirected stay as they are.
#[cfg(all(windows, not(debug_assertions)))]
#[expect(unsafe_code, reason = "a call that only takes a number")]
pub fn print_where_called() {
    use windows_sys::Win32::System::Console::{ATTACH_PARENT_PROCESS, AttachConsole};
    // SAFETY: it takes a number and keeps no pointer. Without a console to attach to nothing changes.
    unsafe {
        AttachConsole(ATTACH_PARENT_PROCESS);
    }
}

/// The program has a console.
#[cfg(not(all(windows, not(debug_assertions))))]
pub fn print_where_called() {}
