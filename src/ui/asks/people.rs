//! People, and what is asked of each.

use eframe::egui::{Ui, vec2};

use crate::dossier::answer::{Answer, Person};
use crate::dossier::ids::ItemId;
use crate::texts::Texts;
use crate::ui::widgets::{Button, Field, Mark, card};

use super::adder::Entries;
use super::list::removal;
use super::{Around, Touch};

#[derive(Clone, Debug, Default)]
pub(super) struct PeopleDraft {
    people: Vec<Person>,
    typed: String,
}

impl PeopleDraft {
    pub(super) fn of(answer: Option<&Answer>) -> Self {
        match answer {
            Some(Answer::People(people)) => Self { people: people.clone(), typed: String::new() },
            _ => Self::default(),
        }
    }

    pub(super) fn answer(&self) -> Vec<Person> {
        let named =
            self.people.iter().filter(|person| !person.name.trim().is_empty() || !person.asked.trim().is_empty());
        named
            .map(|person| Person {
                id: person.id.clone(),
                name: person.name.trim().to_owned(),
                asked: person.asked.trim().to_owned(),
            })
            .collect()
    }

    pub(super) fn settle(&mut self, mint: &dyn Fn() -> ItemId) -> bool {
        let name = std::mem::take(&mut self.typed).trim().to_owned();
        let said = !name.is_empty();
        if said {
            self.people.push(unasked(mint(), name));
        }
        said
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: Around<'_>) -> Touch {
        let key = if self.people.is_empty() { "widget-person-name" } else { "widget-person-another" };
        let label = around.texts.say(key);
        let entries =
            Entries { key: "people", label: &label, id: |person: &Person| &person.id, row: person_ui, new: unasked };
        entries.ui(ui, around, &mut self.people, &mut self.typed)
    }
}

/// Somebody of whom nothing is asked yet.
fn unasked(id: ItemId, name: String) -> Person {
    Person { id, name, asked: String::new() }
}

fn person_ui(ui: &mut Ui, texts: &Texts, person: &mut Person) -> (Touch, bool) {
    let name = texts.say("widget-person-name-of");
    let asked = match person.name.trim() {
        "" => texts.say("widget-person-asked-empty"),
        who => texts.say_with("widget-person-asked", &[("name", who.into())]),
    };
    let spoken = removal(texts, &person.name);
    card(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 12.0);
        let mut touch = Touch::Nothing;
        let width = ui.available_width() - 52.0;
        let removed = ui
            .horizontal(|ui| {
                let response = ui
                    .scope(|ui| Field::phrase("name", &name).label_elsewhere().width(width).show(ui, &mut person.name))
                    .inner;
                touch.add(Touch::typed(&response));
                ui.add(Button::icon(Mark::Cross, &spoken).key("remove")).clicked()
            })
            .inner;
        touch.add(Touch::typed(&Field::phrase("asked", &asked).show(ui, &mut person.asked)));
        (touch, removed)
    })
    .inner
}
