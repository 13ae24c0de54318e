//! People, and what is asked of each.

use eframe::egui::{Ui, accesskit::Role, vec2};

use crate::dossier::answer::{Answer, Person};
use crate::dossier::ids::ItemId;
use crate::texts::Texts;
use crate::ui::fonts::Lettering;
use crate::ui::widgets::{Button, Field, Ink, Mark, card, group, words};

use super::adder::{Added, adder};
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
            self.people.push(Person { id: mint(), name, asked: String::new() });
        }
        said
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, around: Around<'_>) -> Touch {
        let texts = around.texts;
        let mut touch = Touch::Nothing;
        let mut gone = None;
        group(ui, "people", Role::List, around.label, |ui| {
            ui.spacing_mut().item_spacing.y = 12.0;
            for (at, person) in self.people.iter_mut().enumerate() {
                let (edited, removed) = ui.push_id(person.id.clone(), |ui| person_ui(ui, texts, person)).inner;
                touch.add(edited);
                if removed {
                    gone = Some(at);
                }
            }
            let label = texts.say(if self.people.is_empty() { "widget-person-name" } else { "widget-person-another" });
            let drawn = words(ui, Lettering::SmallStrong, Ink::Soft, &label).id;
            match adder(ui, texts, &label, Some(drawn), &mut self.typed) {
                Added::Words(name) => {
                    self.people.push(Person { id: (around.mint)(), name, asked: String::new() });
                    touch.add(Touch::Done);
                }
                Added::Typing => touch.add(Touch::Typing),
                Added::Nothing => {}
            }
        });
        if let Some(at) = gone {
            self.people.remove(at);
            touch.add(Touch::Done);
        }
        touch
    }
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
