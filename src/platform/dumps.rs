//! No picture of this program's memory on disk when it crashes: words of clients and keys are in it.

/// Asks the system to write no core file of this process, and lets no other program of the same user read its memory.
///
/// On macOS the administrator switches it off, see `docs/DRAAIBOEK.md`. Best effort: a system that refuses this leaves the
/// program as it is.
#[cfg(target_os = "linux")]
pub fn keep_out_of_dumps() {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
    let none = Rlimit { current: Some(0), maximum: Some(0) };
    let _ = setrlimit(Resource::Core, none);
    let _ = set_dumpable_behavior(DumpableBehavior::NotDumpable);
}

/// Asks the system to show no report of a crash, and to keep the program's memory out of those that it makes.
///
/// Dumps of whole programs, which only the administrator can switch on, are not asked for by this; see `docs/DRAAIBOEK.md`.
#[cfg(windows)]
#[expect(unsafe_code, reason = "two calls that only set a number")]
pub fn keep_out_of_dumps() {
    use windows_sys::Win32::System::Diagnostics::Debug::{SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX, SetErrorMode};
    use windows_sys::Win32::System::ErrorReporting::{WER_FAULT_REPORTING_FLAG_NOHEAP, WerSetFlags};
    // SAFETY: both take a number and keep no pointer.
    unsafe {
        SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
        WerSetFlags(WER_FAULT_REPORTING_FLAG_NOHEAP);
    }
}

/// Nothing is asked of this system.
#[cfg(not(any(target_os = "linux", windows)))]
pub fn keep_out_of_dumps() {}

#[cfg(target_os = "linux")]
#[cfg(test)]
mod tests {
    use super::keep_out_of_dumps;

    #[test]
    fn the_system_writes_no_core_file_of_this_program() {
        let limit = || {
            let limits = std::fs::read_to_string("/proc/self/limits").unwrap();
            limits.lines().find(|line| line.starts_with("Max core file size")).unwrap().to_owned()
        };
        keep_out_of_dumps();
        assert_eq!(limit().split_whitespace().collect::<Vec<_>>()[4..6], ["0", "0"]);
        let behavior = rustix::process::dumpable_behavior().unwrap();
        assert_eq!(behavior, rustix::process::DumpableBehavior::NotDumpable);
    }
}
