//! Fields to type in: one line or several, always with a label that is also spoken.

use std::sync::Arc;

use eframe::egui::{
    Align2, Context, CornerRadius, EventFilter, Frame, Id, Key, Margin, Response, Stroke, TextBuffer, TextEdit, Ui,
    accesskit::{Invalid, Live, Role},
    text_edit::TextEditState,
    vec2,
};

use crate::texts::Texts;
use crate::texts::caution::{Caution, cautions};
use crate::ui::fonts::{Lettering, typed_job};
use crate::ui::theme::{CONTROL, CORNER, tokens};

use super::focus::ring;
use super::words::{Ink, words};

/// A field. `key` names it within its group, whatever its label says.
#[derive(Clone, Copy)]
#[must_use = "call `show`"]
pub struct Field<'a> {
    key: &'a str,
    label: &'a str,
    lines: Option<u8>,
    grows: bool,
    letters: Lettering,
    label_drawn: bool,
    named: Option<Id>,
    help: Option<&'a str>,
    trouble: Option<&'a str>,
    example: Option<&'a str>,
    width: Option<f32>,
    secret: bool,
}

impl<'a> Field<'a> {
    /// One line. Enter means "done" and keeps the keyboard here: see [`entered`].
    pub fn line(key: &'a str, label: &'a str) -> Self {
        Self {
            key,
            label,
            lines: None,
            grows: false,
            letters: Lettering::Body,
            label_drawn: true,
            named: None,
            help: None,
            trouble: None,
            example: None,
            width: None,
            secret: false,
        }
    }

    /// One line that grows when the words do not fit: what people say is always seen whole. Enter means "done".
    pub fn phrase(key: &'a str, label: &'a str) -> Self {
        Self { grows: true, ..Self::line(key, label) }
    }

    /// `lines` lines that grow with what is typed; Tab leaves the field.
    pub fn area(key: &'a str, label: &'a str, lines: u8) -> Self {
        Self { lines: Some(lines.max(1)), ..Self::phrase(key, label) }
    }

    /// Larger letters, for the client's own words.
    pub fn letters(mut self, letters: Lettering) -> Self {
        self.letters = letters;
        self
    }

    /// The label is already on the screen, as the question itself: it is spoken but not drawn again.
    pub fn label_elsewhere(mut self) -> Self {
        self.label_drawn = false;
        self
    }

    /// The label was drawn by someone else, and this is its id.
    pub fn labelled_by(mut self, label: Id) -> Self {
        self.label_drawn = false;
        self.named = Some(label);
        self
    }

    /// What is typed is not shown, and cannot be undone: undoing would keep it in memory.
    pub fn secret(mut self) -> Self {
        self.secret = true;
        self
    }

    /// A sentence between label and field.
    pub fn help(mut self, help: &'a str) -> Self {
        self.help = Some(help);
        self
    }

    /// Pale words in an empty field. Never the only place where something is said.
    pub fn example(mut self, example: &'a str) -> Self {
        self.example = Some(example);
        self
    }

    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Label, field and, when there is any, trouble.
    pub fn show(self, ui: &mut Ui, text: &mut dyn TextBuffer) -> Response {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let label = self.label(ui);
            let response = self.edit(ui, label, text);
            if let Some(trouble) = self.trouble {
                let said = trouble_line(ui, trouble);
                ui.ctx().accesskit_node_builder(response.id, |node| {
                    node.set_invalid(Invalid::True);
                    node.push_described_by(said.id.accesskit_id());
                });
            } else if !self.secret {
                caution(ui, text.as_str());
            }
            response
        })
        .inner
    }

    /// Draws label and help; gives the label's id.
    pub(super) fn label(&self, ui: &mut Ui) -> Option<Id> {
        let drawn = self.label_drawn.then(|| words(ui, Lettering::SmallStrong, Ink::Soft, self.label).id);
        if let Some(help) = self.help {
            words(ui, Lettering::Small, Ink::Soft, help);
        }
        drawn.or(self.named)
    }

    /// The box itself, named by `label` or by its own words.
    pub(super) fn edit(&self, ui: &mut Ui, label: Option<Id>, text: &mut dyn TextBuffer) -> Response {
        let t = tokens(ui);
        let (letters, many, grows) = (self.letters, self.lines.is_some(), self.grows);
        let line = letters.line_height();
        let pad = ((CONTROL - line) / 2.0).clamp(6.0, 12.0);
        let height = (f32::from(self.lines.unwrap_or(1)) * line + 2.0 * pad).max(CONTROL);
        let border = Stroke::new(t.stroke, if self.trouble.is_some() { t.bad } else { t.line });
        let frame = Frame::new()
            .fill(t.card)
            .stroke(border)
            .corner_radius(CornerRadius::same(CORNER))
            .inner_margin(Margin::symmetric(12, 6));
        let mut layouter = |ui: &Ui, typed: &dyn TextBuffer, wrap: f32| {
            let dots = if self.secret { "•".repeat(typed.as_str().chars().count()) } else { String::new() };
            let shown = if self.secret { dots.as_str() } else { typed.as_str() };
            let mut job = typed_job(shown, letters, t.ink, if grows { wrap } else { f32::INFINITY });
            job.break_on_newline = many;
            ui.fonts_mut(|fonts| fonts.layout_job(job))
        };
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let id = ui.make_persistent_id(("field", self.key));
        let mut edit = if grows { TextEdit::multiline(text) } else { TextEdit::singleline(text) }
            .id(id)
            .font(letters.font())
            .frame(frame)
            .desired_width(width)
            .desired_rows(usize::from(self.lines.unwrap_or(1)))
            .min_size(vec2(width.min(80.0), height))
            .password(self.secret)
            .align(if many { Align2::LEFT_TOP } else { Align2::LEFT_CENTER })
            // Escape closes what is around the field; it does not throw the keyboard to the top of the window.
            .event_filter(EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: true })
            .layouter(&mut layouter);
        if !many {
            // Enter would drop focus altogether, and the next Tab would start at the top of the window.
            edit = edit.return_key(None);
        }
        if let Some(example) = self.example {
            edit = edit.hint_text(example);
        }
        let response = ui.add(edit);
        if self.secret
            && let Some(mut state) = TextEditState::load(ui.ctx(), id)
        {
            state.clear_undoer();
            state.store(ui.ctx(), id);
        }
        if grows && !many && text.as_str().contains('\n') {
            // Pasted lines become one, as in any field of one line.
            let one = text.as_str().split_whitespace().collect::<Vec<_>>().join(" ");
            text.replace_with(&one);
        }
        ring(ui, &response);
        match label {
            Some(label) => response.labelled_by(label),
            None => response.accessible_name(self.label),
        }
    }
}

/// Softly, what seems not to belong in a dossier: it holds nobody up, and nothing of it is kept.
fn caution(ui: &mut Ui, text: &str) {
    let words: Option<CautionWords> = ui.data(|data| data.get_temp(Id::unique("caution-words")));
    let Some(CautionWords(said)) = words else { return };
    for caution in cautions(text) {
        said_line(ui, Ink::Warm, &said[usize::from(caution == Caution::Diagnosis)]);
    }
}

/// What is said of a citizen service number, and of a diagnosis.
#[derive(Clone)]
struct CautionWords(Arc<[String; 2]>);

/// What fields say from now on.
pub fn set_cautions(ctx: &Context, texts: &Texts) {
    let said = [texts.say("caution-number"), texts.say("caution-diagnosis")];
    ctx.data_mut(|data| data.insert_temp(Id::unique("caution-words"), CautionWords(Arc::new(said))));
}

/// Whether Enter was pressed in a field of one line.
#[must_use]
pub fn entered(response: &Response) -> bool {
    response.has_focus() && response.ctx.input(|input| input.key_pressed(Key::Enter))
}

/// A quiet red sentence that a screen reader also says.
pub(super) fn trouble_line(ui: &mut Ui, trouble: &str) -> Response {
    said_line(ui, Ink::Bad, trouble)
}

/// A small sentence under a field that is spoken when it changes.
pub(super) fn said_line(ui: &mut Ui, ink: Ink, said: &str) -> Response {
    let response = words(ui, Lettering::Small, ink, said);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Status);
        node.set_live(Live::Polite);
        node.set_label(said);
        node.clear_value();
    });
    response
}
