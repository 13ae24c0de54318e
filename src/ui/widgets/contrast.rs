//! The contrast of every pair of colours the parts are drawn with, computed as WCAG 2.2 says.

use eframe::egui::Color32;

use crate::ui::theme::{Tokens, choose, selection};

fn luminance(colour: Color32) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
}

/// The contrast ratio of WCAG 2.2.
fn contrast(one: Color32, other: Color32) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Every pair that falls short, by name.
fn faults(t: &Tokens) -> Vec<String> {
    let grounds = [("page", t.page), ("card", t.card)];
    let softs = [
        ("accent_soft", t.accent_soft),
        ("warm_soft", t.warm_soft),
        ("good_soft", t.good_soft),
        ("bad_soft", t.bad_soft),
    ];
    let mut pairs = vec![
        (4.5, "on_accent/accent".to_owned(), t.on_accent, t.accent),
        (4.5, "ink/selection".to_owned(), t.ink, selection(t)),
    ];
    for (name, text) in
        [("ink", t.ink), ("soft", t.soft), ("accent", t.accent), ("warm", t.warm), ("good", t.good), ("bad", t.bad)]
    {
        for (ground, colour) in grounds {
            pairs.push((4.5, format!("{name}/{ground}"), text, colour));
        }
        for (ground, colour) in softs {
            // A coloured word only ever stands on its own soft ground.
            if matches!(name, "ink" | "soft") || ground.starts_with(name) {
                pairs.push((4.5, format!("{name}/{ground}"), text, colour));
            }
        }
    }
    pairs.extend(grounds.iter().map(|(ground, colour)| (3.0, format!("line/{ground}"), t.line, *colour)));
    pairs
        .into_iter()
        .filter(|(least, _, one, other)| contrast(*one, *other) < *least)
        .map(|(_, name, ..)| name)
        .collect()
}

#[test]
fn every_pair_of_every_theme_can_be_read() {
    for (dark, high) in [(false, false), (true, false), (false, true), (true, true)] {
        assert_eq!(faults(choose(dark, high)), Vec::<String>::new(), "dark {dark}, high contrast {high}");
    }
}

#[test]
fn the_check_itself_finds_what_is_too_faint() {
    assert!((contrast(Color32::BLACK, Color32::WHITE) - 21.0).abs() < 0.01);
    let faint = Tokens { soft: Color32::from_gray(0x99), line: Color32::from_gray(0xCC), ..*choose(false, false) };
    let found = faults(&faint);
    assert!(found.contains(&"soft/page".to_owned()) && found.contains(&"line/card".to_owned()), "{found:?}");
}
