//! Windows tells a window, also one that nobody sees, that its session locks or that the machine goes to sleep.

use std::cell::RefCell;
use std::ptr::null;

use windows_sys::Win32::Foundation::{HWND, LPARAM, LRESULT, WPARAM};
use windows_sys::Win32::System::LibraryLoader::GetModuleHandleW;
use windows_sys::Win32::System::RemoteDesktop::{NOTIFY_FOR_THIS_SESSION, WTSRegisterSessionNotification};
use windows_sys::Win32::UI::WindowsAndMessaging::{
    CreateWindowExW, DefWindowProcW, DispatchMessageW, GetMessageW, MSG, PBT_APMSUSPEND, RegisterClassW,
    WM_POWERBROADCAST, WM_WTSSESSION_CHANGE, WNDCLASSW, WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT,
    WTS_SESSION_LOCK,
};
use windows_sys::core::{PCWSTR, w};

const NAME: PCWSTR = w!("roer-away");

thread_local! {
    static TELL: RefCell<Option<Box<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Calls `tell` each time, until the program ends. Where no window can be made, it is never called.
#[expect(unsafe_code, reason = "no crate wraps being told of a session")]
pub fn listen(tell: impl Fn() + 'static) {
    TELL.set(Some(Box::new(tell)));
    // SAFETY: the name is a constant that ends in a zero; class, window and loop stay on this thread, where `heard` finds
    // what to call; null and zero mean "none" and "as usual" in every other place.
    unsafe {
        let module = GetModuleHandleW(null());
        let class =
            WNDCLASSW { lpfnWndProc: Some(heard), hInstance: module, lpszClassName: NAME, ..WNDCLASSW::default() };
        RegisterClassW(&raw const class);
        // Never shown, and yet a window of the desktop: one for messages only is not told of sleep.
        let none = std::ptr::null_mut();
        let window = CreateWindowExW(0, NAME, NAME, 0, 0, 0, 0, 0, none, none, module, null());
        if window.is_null() {
            return;
        }
        // Without it sleep is told, and idling locks all the same.
        WTSRegisterSessionNotification(window, NOTIFY_FOR_THIS_SESSION);
        let mut message = MSG::default();
        while GetMessageW(&raw mut message, none, 0, 0) > 0 {
            DispatchMessageW(&raw const message);
        }
    }
}

#[expect(unsafe_code, reason = "Windows calls it, and wants its own answer to all the rest")]
unsafe extern "system" fn heard(window: HWND, message: u32, what: WPARAM, more: LPARAM) -> LRESULT {
    if says_so(message, what) {
        TELL.with_borrow(|tell| tell.iter().for_each(|tell| tell()));
    }
    // SAFETY: all four are handed on as Windows gave them.
    unsafe { DefWindowProcW(window, message, what, more) }
}

/// Whether this is the beginning of a sleep, a lock, or an absence from a session elsewhere, and not its end.
fn says_so(message: u32, what: WPARAM) -> bool {
    let Ok(what) = u32::try_from(what) else { return false };
    match message {
        WM_WTSSESSION_CHANGE => matches!(what, WTS_SESSION_LOCK | WTS_CONSOLE_DISCONNECT | WTS_REMOTE_DISCONNECT),
        WM_POWERBROADCAST => what == PBT_APMSUSPEND,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;
    use std::time::{Duration, Instant};

    use windows_sys::Win32::UI::WindowsAndMessaging::{
        FindWindowW, PBT_APMRESUMEAUTOMATIC, SendMessageW, WTS_REMOTE_CONNECT, WTS_SESSION_UNLOCK,
    };

    use super::*;

    #[test]
    #[expect(unsafe_code, reason = "what Windows would send is sent by hand")]
    fn the_session_locking_or_the_machine_going_to_sleep_is_told_and_coming_back_is_not() {
        let (told, heard) = channel();
        std::thread::spawn(move || listen(move || told.send(()).unwrap()));
        let began = Instant::now();
        let window = loop {
            // SAFETY: the name is a constant that ends in a zero.
            let window = unsafe { FindWindowW(NAME, null()) };
            if !window.is_null() {
                break window as usize;
            }
            assert!(began.elapsed() < Duration::from_secs(20), "no window was made");
            std::thread::sleep(Duration::from_millis(50));
        };
        // SAFETY: the window lives as long as the listening thread, which does not end.
        let send = |message, what: u32| unsafe { SendMessageW(window as HWND, message, what as WPARAM, 0) };
        for back in [WTS_SESSION_UNLOCK, WTS_REMOTE_CONNECT] {
            send(WM_WTSSESSION_CHANGE, back);
        }
        send(WM_POWERBROADCAST, PBT_APMRESUMEAUTOMATIC);
        assert!(heard.try_recv().is_err(), "coming back");
        for away in [WTS_SESSION_LOCK, WTS_REMOTE_DISCONNECT, WTS_CONSOLE_DISCONNECT] {
            send(WM_WTSSESSION_CHANGE, away);
            heard.try_recv().unwrap();
        }
        send(WM_POWERBROADCAST, PBT_APMSUSPEND);
        heard.try_recv().unwrap();
    }
}
