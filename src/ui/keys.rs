//! Keyboard shortcuts, all from the catalogue of wishes.

use eframe::egui::{Key, KeyboardShortcut, Modifiers, Ui};

use super::Outbox;
use crate::desk::{Desk, Shortcut, View, Wish};

/// Sends the wish of every shortcut that was pressed and makes sense on this screen.
pub fn listen(ui: &Ui, desk: &Desk, out: &mut Outbox) {
    for wish in Wish::ALL {
        if let Some(keys) = wish.shortcut().and_then(as_egui)
            && makes_sense(wish, desk)
            && ui.input_mut(|input| input.consume_shortcut(&keys))
        {
            out.wish(wish);
        }
    }
}

/// Whether a wish can be done now; buttons and keys ask the same question.
pub fn makes_sense(wish: Wish, desk: &Desk) -> bool {
    let open = desk.open();
    match wish {
        Wish::NotNeeded | Wish::Later => desk.view() == View::Walk && open.is_some_and(|open| open.stop().is_some()),
        Wish::Next | Wish::Back | Wish::WholeRoute => desk.view() == View::Walk,
        // Where nothing of the conversation is seen, it would be undone unseen.
        Wish::Undo if desk.view() == View::Dossier => false,
        Wish::Undo => open.is_some_and(|open| open.can_undo() || open.doubt().is_some()),
        Wish::ShowDossier | Wish::ShowPlan => open.is_some(),
        Wish::ShowWalk | Wish::ShowOverview | Wish::ShowMap | Wish::SecondLanguage => {
            open.is_some_and(|open| open.run().is_some())
        }
        Wish::CopyReport => open.is_some_and(|open| !open.dossier().runs().is_empty()),
        Wish::SavePlan | Wish::ViewPlan => open.is_some() && desk.plan().says_something(),
        Wish::ShowClients | Wish::ShowGuides | Wish::OpenGuideFile | Wish::Lock => desk.has_vault(),
        Wish::TogglePane
        | Wish::ToggleHelpNow
        | Wish::ToggleTheme
        | Wish::ToggleLanguage
        | Wish::LargerText
        | Wish::SmallerText
        | Wish::LargePrint => true,
    }
}

fn as_egui(shortcut: Shortcut) -> Option<KeyboardShortcut> {
    let modifiers =
        Modifiers { alt: shortcut.alt, command: shortcut.ctrl, ctrl: false, shift: shortcut.shift, mac_cmd: false };
    Some(KeyboardShortcut::new(modifiers, Key::from_name(shortcut.key)?))
}
