//! What a step asks, looked through for names, empty texts and options that say the same.

use std::collections::BTreeSet;

use super::ask::{Ask, Choice, Options, Print};
use super::build::{Builder, Used};
use super::checked::Field;
use super::file::StepFile;
use super::finding::Kind;
use super::locate::Way;
use super::phrase::Phrase;

impl Builder {
    pub(super) fn fields(&mut self, file: &StepFile) -> Vec<Field> {
        match (&file.ask, file.fields.is_empty()) {
            (Some(ask), true) => {
                self.under(&[Way::Field("antwoord")], |b| b.ask(ask));
                if let Print::Heading(heading) = &file.print {
                    self.text("afdruk", heading, true);
                }
                vec![Field {
                    key: file.id.clone(),
                    label: Phrase::default(),
                    ask: ask.clone(),
                    print: file.print.clone(),
                    sensitive: file.sensitive,
                }]
            }
            (None, false) => {
                let mut fields = Vec::new();
                for (at, field) in file.fields.iter().enumerate() {
                    self.under(&[Way::Field("velden"), Way::Entry(at)], |b| {
                        // A field may carry its step's own id; any other name must be new in the guide.
                        if field.id != file.id {
                            b.id("id", &field.id, true);
                        }
                        b.phrase("label", &field.label);
                        b.under(&[Way::Field("antwoord")], |b| b.ask(&field.ask));
                    });
                    fields.push(Field {
                        key: field.id.clone(),
                        label: field.label.clone(),
                        ask: field.ask.clone(),
                        print: field.print.clone(),
                        sensitive: field.sensitive || file.sensitive,
                    });
                }
                fields
            }
            _ => {
                self.fault(Kind::NoQuestion, vec![file.id.clone()]);
                Vec::new()
            }
        }
    }

    fn ask(&mut self, ask: &Ask<Phrase>) {
        match ask {
            Ask::Confirm { options } => self.choices("opties", options),
            Ask::Choice(options) | Ask::Choices(options) | Ask::Rank(options) => self.options(options),
            Ask::Scale { low, high, compare } => {
                self.ends(("laag", low), ("hoog", high));
                for (at, key) in compare.iter().enumerate() {
                    self.note(&[Way::Field("vergelijk"), Way::Entry(at)], Used::Number { key: key.clone() });
                }
            }
            Ask::Scales { scales, low, high } => {
                self.ends(("laag", low), ("hoog", high));
                self.choices("schalen", scales);
            }
            Ask::TwoLists { left, right } => self.ends(("links", left), ("rechts", right)),
            Ask::Checklist { items } => self.choices("punten", items),
            Ask::Status { from } => self.note(&[Way::Field("uit")], Used::Tasks { key: from.clone() }),
            Ask::Tasks { from, suggestions, .. } => {
                if let Some(key) = from {
                    self.note(&[Way::Field("uit")], Used::Items { key: key.clone() });
                }
                self.phrases("suggesties", suggestions);
            }
            Ask::Goal { starter, parent, .. } => {
                if let Some(text) = starter {
                    self.words("begin", text);
                }
                if let Some(key) = parent {
                    self.note(&[Way::Field("ouder")], Used::Goal { key: key.clone() });
                }
            }
            Ask::Text { starter: Some(text), .. } | Ask::IfThen { starter: Some(text) } => {
                self.words("begin", text);
            }
            Ask::List { suggestions, .. } => self.phrases("suggesties", suggestions),
            _ => {}
        }
    }

    fn ends(&mut self, one: (&'static str, &Phrase), other: (&'static str, &Phrase)) {
        for (field, phrase) in [one, other] {
            self.phrase(field, phrase);
        }
    }

    fn options(&mut self, options: &Options<Phrase>) {
        self.choices("opties", &options.own);
        match &options.from {
            Some(key) => self.note(&[Way::Field("uit")], Used::Items { key: key.clone() }),
            None if options.own.is_empty() => self.fault(Kind::NoQuestion, self.step.iter().cloned().collect()),
            None => {}
        }
    }

    fn choices(&mut self, field: &'static str, choices: &[Choice<Phrase>]) {
        let mut seen = BTreeSet::new();
        for (at, choice) in choices.iter().enumerate() {
            self.under(&[Way::Field(field), Way::Entry(at)], |b| {
                b.id("id", &choice.id, false);
                b.phrase("tekst", &choice.text);
                if let Some(hint) = &choice.hint {
                    b.phrase("hulp", hint);
                }
                if !seen.insert(choice.id.clone()) {
                    b.fault(Kind::DuplicateId, vec![choice.id.clone()]);
                }
            });
        }
    }
}
