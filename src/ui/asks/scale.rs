//! A number from 0 to 10, and several such scales on one page.

use eframe::egui::{
    CornerRadius, EventFilter, Id, Key, Memory, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, accesskit::Role,
    vec2,
};

use crate::dossier::answer::Answer;
use crate::guide::ask::Choice;
use crate::texts::Texts;
use crate::ui::fonts::{Lettering, user_job};
use crate::ui::theme::{CORNER, tokens};
use crate::ui::widgets::{Ink, focus, group, words};

use super::{Around, Touch};

const GAP: f32 = 8.0;
const HEIGHT: f32 = 56.0;
const LEAST: f32 = 44.0;
const MOST: f32 = 64.0;

#[derive(Clone, Debug, Default)]
pub(super) struct ScaleDraft {
    pub(super) number: Option<u8>,
    /// The last key was 1, so that 0 makes it 10.
    one_typed: bool,
}

impl ScaleDraft {
    pub(super) fn of(answer: Option<&Answer>) -> Self {
        match answer {
            Some(Answer::Number(number)) => Self { number: *number, one_typed: false },
            _ => Self::default(),
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: Around<'_>, low: &str, high: &str) -> Touch {
        self.row(ui, around.texts, around.label, low, high, false)
    }

    /// `named` puts the scale's own name before each number, where several scales stand on one page.
    fn row(&mut self, ui: &mut Ui, texts: &Texts, name: &str, low: &str, high: &str, named: bool) -> Touch {
        let before = self.number;
        let room = ui.available_width();
        let (per_row, width) = fit(room);
        group(ui, "numbers", Role::RadioGroup, name, |ui| {
            ui.spacing_mut().item_spacing = vec2(GAP, GAP);
            let ids: [Id; 11] = std::array::from_fn(|number| ui.make_persistent_id(("number", number)));
            let held = ui.memory(Memory::focused).and_then(|id| ids.iter().position(|own| *own == id));
            // One stop for Tab: the number that has the keyboard, else the chosen one, else the first.
            let stop = held.unwrap_or_else(|| usize::from(self.number.unwrap_or(0)));
            let mut numbers = 0..=10_u8;
            while !numbers.is_empty() {
                ui.horizontal(|ui| {
                    for number in numbers.by_ref().take(per_row) {
                        let at = usize::from(number);
                        let word = match number {
                            0 => Some(low),
                            10 => Some(high),
                            _ => None,
                        };
                        let spoken = spoken(texts, number, word, named.then_some(name));
                        let sense = if at == stop { Sense::click() } else { Sense::CLICK };
                        let response = cell(ui, ids[at], number, width, sense, self.number == Some(number), &spoken);
                        if response.clicked() {
                            self.press(number);
                        }
                    }
                });
            }
            if let Some(at) = held {
                self.keys(ui, &ids, at);
            } else {
                self.one_typed = false;
            }
            ends(ui, texts, low, high, per_row == 11, 11.0 * width + 10.0 * GAP);
        });
        Touch::done(self.number != before)
    }

    /// Chosen again is taken back: nobody has to have a number.
    fn press(&mut self, number: u8) {
        self.number = if self.number == Some(number) { None } else { Some(number) };
        self.one_typed = false;
    }

    /// Digits choose, arrows move, Backspace takes back.
    fn keys(&mut self, ui: &Ui, ids: &[Id; 11], at: usize) {
        // The arrows stay in the row; egui would look for the nearest control on the screen.
        let filter = EventFilter { horizontal_arrows: true, escape: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(ids[at], filter));
        let (digit, step, back) = ui.input(|input| {
            let digit = DIGITS.iter().position(|keys| input.key_pressed(*keys));
            let step = i8::from(input.key_pressed(Key::ArrowRight)) - i8::from(input.key_pressed(Key::ArrowLeft));
            (digit, step, input.key_pressed(Key::Backspace) || input.key_pressed(Key::Delete))
        });
        let focus = |number: usize| ui.memory_mut(|memory| memory.request_focus(ids[number.min(10)]));
        if let Some(digit) = digit {
            let number = if digit == 0 && self.one_typed { 10 } else { digit };
            self.number = u8::try_from(number).ok();
            self.one_typed = digit == 1;
            focus(number);
        } else if step != 0 {
            self.one_typed = false;
            focus(at.saturating_add_signed(isize::from(step)));
        } else if back {
            self.number = None;
            self.one_typed = false;
        }
    }
}

const DIGITS: [Key; 10] =
    [Key::Num0, Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];

/// How many numbers stand beside each other, and how wide each is.
fn fit(room: f32) -> (usize, f32) {
    let wide = |count: f32| ((room - (count - 1.0) * GAP) / count).floor();
    for (count, wanted) in [(11, LEAST), (6, LEAST), (4, 0.0)] {
        let width = wide(f32::from(u8::try_from(count).unwrap_or(11)));
        if width >= wanted {
            return (count, width.clamp(24.0, MOST));
        }
    }
    (4, LEAST)
}

fn spoken(texts: &Texts, number: u8, word: Option<&str>, scale: Option<&str>) -> String {
    let plain = match word {
        Some(word) => texts.say_with("widget-scale-spoken", &[("number", number.into()), ("word", word.into())]),
        None => number.to_string(),
    };
    match scale {
        Some(scale) => texts.say_with("widget-scale-of", &[("scale", scale.into()), ("number", plain.into())]),
        None => plain,
    }
}

fn cell(ui: &mut Ui, id: Id, number: u8, width: f32, sense: Sense, on: bool, spoken: &str) -> Response {
    let t = tokens(ui);
    let (_, rect) = ui.allocate_space(vec2(width, HEIGHT));
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, spoken));
    let (fill, ink) = match (on, response.hovered()) {
        (true, _) => (t.accent, t.on_accent),
        (false, true) => (t.accent_soft, t.ink),
        (false, false) => (t.card, t.ink),
    };
    let line = Stroke::new(t.stroke, if on { t.accent } else { t.line });
    ui.painter().rect(rect, CornerRadius::same(CORNER), fill, line, StrokeKind::Inside);
    let galley = ui.painter().layout_job(user_job(ui, &number.to_string(), Lettering::LeadStrong, ink, f32::INFINITY));
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    focus::ring(ui, &response);
    response
}

/// What the ends mean: under them, or in two sentences when the numbers do not fit in one row.
fn ends(ui: &mut Ui, texts: &Texts, low: &str, high: &str, one_row: bool, width: f32) {
    if !one_row {
        for (key, word) in [("widget-scale-low", low), ("widget-scale-high", high)] {
            words(ui, Lettering::Body, Ink::Soft, &texts.say_with(key, &[("word", word.into())]));
        }
        return;
    }
    let t = tokens(ui);
    let half = (width - 24.0) / 2.0;
    let left = ui.painter().layout_job(user_job(ui, low, Lettering::Body, t.soft, half));
    let mut job = user_job(ui, high, Lettering::Body, t.soft, half);
    job.halign = eframe::egui::Align::RIGHT;
    let right = ui.painter().layout_job(job);
    let (rect, _) = ui.allocate_exact_size(vec2(width, left.size().y.max(right.size().y)), Sense::hover());
    ui.painter().galley(rect.left_top(), left, t.soft);
    ui.painter().galley(rect.right_top(), right, t.soft);
}

/// Several scales by their ids.
#[derive(Clone, Debug, Default)]
pub(super) struct ScalesDraft(Vec<(String, ScaleDraft)>);

impl ScalesDraft {
    pub(super) fn of(scales: &[Choice], answer: Option<&Answer>) -> Self {
        let given = match answer {
            Some(Answer::Numbers(numbers)) => numbers.as_slice(),
            _ => &[],
        };
        let number = |id: &str| given.iter().find(|(own, _)| own == id).map(|(_, number)| *number);
        Self(
            scales
                .iter()
                .map(|scale| (scale.id.clone(), ScaleDraft { number: number(&scale.id), one_typed: false }))
                .collect(),
        )
    }

    pub(super) fn answer(&self) -> Vec<(String, u8)> {
        self.0.iter().filter_map(|(id, draft)| draft.number.map(|number| (id.clone(), number))).collect()
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: Around<'_>, scales: &[Choice], low: &str, high: &str) -> Touch {
        let mut touch = Touch::Nothing;
        group(ui, "scales", Role::Group, around.label, |ui| {
            for scale in scales {
                let Some((_, draft)) = self.0.iter_mut().find(|(id, _)| *id == scale.id) else { continue };
                ui.push_id(&scale.id, |ui| {
                    ui.spacing_mut().item_spacing.y = GAP;
                    words(ui, Lettering::Strong, Ink::Plain, &scale.text);
                    if let Some(hint) = &scale.hint {
                        words(ui, Lettering::Small, Ink::Soft, hint);
                    }
                    touch.add(draft.row(ui, around.texts, &scale.text, low, high, true));
                });
                ui.add_space(16.0);
            }
        });
        touch
    }
}
