//! What is said when the program has a fault: where, and never what. A panic's own message may hold a client's words.

use std::io::Write as _;
use std::panic::PanicHookInfo;

/// From now on a fault says only where it happened.
pub fn say_only_where() {
    std::panic::set_hook(Box::new(|fault| {
        // Nothing is left to tell it to when this fails.
        let _ = writeln!(std::io::stderr(), "{}", told(fault));
    }));
}

fn told(fault: &PanicHookInfo<'_>) -> String {
    let place = fault.location().map(|at| format!("{}:{}", at.file(), at.line())).unwrap_or_default();
    format!(
        "Roer: er ging iets mis in het programma ({place}). Wat opgeslagen is, staat veilig. Meld dit bij de beheerder."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};

    #[test]
    fn a_fault_tells_its_place_and_not_its_words() {
        let heard = Arc::new(Mutex::new(String::new()));
        let ear = heard.clone();
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |fault| {
            if fault.location().is_some_and(|at| at.file().ends_with("panics.rs")) {
                *ear.lock().unwrap() = told(fault);
            }
        }));
        let fault = std::panic::catch_unwind(|| panic!("{}", "woorden van de klant"));
        std::panic::set_hook(before);
        assert!(fault.is_err());
        let heard = heard.lock().unwrap();
        assert!(heard.contains("panics.rs:") && !heard.contains("klant"), "{heard}");
    }
}
