//! What the fictitious clients of a demonstration say. Every name and number is made up.

use jiff::ToSpan as _;
use jiff::civil::{Date, Time, time};

use crate::dossier::answer::{Answer, Appointment, Goal, IfThen, Item, Person, Picked, Task};
use crate::dossier::ids::ItemId;
use crate::guide::ask::Who;

/// One client's part.
#[derive(Debug)]
pub(super) struct Script {
    pub name: String,
    pub reference: String,
    /// How many days before today the conversation was.
    pub days_ago: i64,
    /// The conversation stops at this step; empty: it goes to the end.
    pub until: &'static str,
    /// Steps that are parked.
    pub later: Vec<&'static str>,
    /// Offers of depth that are accepted.
    pub deeper: Vec<&'static str>,
    answers: Vec<(&'static str, Answer)>,
}

impl Script {
    pub fn answer(&self, key: &str) -> Option<Answer> {
        self.answers.iter().find(|(known, _)| *known == key).map(|(_, answer)| answer.clone())
    }

    /// Whether a conversation was held at all.
    pub fn was_held(&self) -> bool {
        !self.answers.is_empty()
    }
}

/// The part of the client with this number. After the fifth the parts come round again under other names.
pub(super) fn of(number: usize, seed: u64, today: Date) -> Script {
    const NAMES: [&str; 12] =
        ["Robin", "Amal", "Wouter", "Fleur", "Hatice", "Jeroen", "Mina", "Tomasz", "Selam", "Bilal", "Greta", "İpek"];
    let part = PARTS.get(number % PARTS.len()).copied().unwrap_or(samira);
    let script = part(today);
    if number < PARTS.len() {
        return script;
    }
    let turn = usize::try_from(seed).unwrap_or_default().wrapping_add(number);
    let name = NAMES.get(turn % NAMES.len()).copied().unwrap_or("Robin");
    Script { name: format!("{name} {number}"), reference: format!("oefen-{number}"), ..script }
}

const PARTS: [fn(Date) -> Script; 5] = [samira, okafor, lotte, yusuf, nadia];

/// Walked the core to its end; the example of how a plan looks.
fn samira(today: Date) -> Script {
    Script {
        name: "Samira D.".to_owned(),
        reference: "oefen-1".to_owned(),
        days_ago: 0,
        until: "",
        later: Vec::new(),
        deeper: vec!["eerste-stuk-kiezen", "wie-kan-helpen", "als-het-tegenzit"],
        answers: vec![
            ("kaders", list(&["zoeken naar werk"])),
            ("keuzeruimte", picked(&[("soort-doel", "welk doel")])),
            ("welkom", picked(&[("besproken", "besproken")])),
            ("wens-dag", text("Ik breng mijn zoon naar school. Daarna ga ik naar mijn werk in een keuken.")),
            ("reden-eigen", text("Ik wil dat mijn zoon ziet dat ik werk.")),
            ("sterke-kanten", list(&["snel leren", "op tijd komen", "koken voor veel mensen"])),
            (
                "doel",
                Answer::Goal(Goal {
                    words: "Ik werk 16 uur per week in een keuken.".to_owned(),
                    sign: "Ik heb een contract en ik kan de huur zelf betalen.".to_owned(),
                    by: Some(in_days(today, 150)),
                }),
            ),
            (
                "eerste-stuk",
                Answer::Goal(Goal {
                    words: "Ik heb 2 keer meegelopen in een keuken.".to_owned(),
                    sign: String::new(),
                    by: Some(in_days(today, 28)),
                }),
            ),
            ("hobbels", list(&["bellen vind ik spannend"])),
            (
                "wie-helpt-mij",
                Answer::People(vec![Person {
                    id: ItemId::new("fatima"),
                    name: "Fatima (zus)".to_owned(),
                    asked: "oefent het telefoongesprek met mij".to_owned(),
                }]),
            ),
            (
                "acties",
                Answer::Tasks(vec![
                    task(
                        "bellen",
                        "Ik bel restaurant De Hoek om mee te lopen.",
                        in_days(today, 2),
                        Some(time(10, 0, 0, 0)),
                    ),
                    task("fatima", "Ik vraag Fatima hoe zij begon.", in_days(today, 4), None),
                ]),
            ),
            (
                "wat-doet-de-gemeente",
                Answer::Tasks(vec![Task {
                    who: Who::Municipality,
                    by_whom: "Peter".to_owned(),
                    ..task("opvang", "Peter regelt kinderopvang op donderdag", in_days(today, 10), None)
                }]),
            ),
            ("als-dan", if_then("ik donderdag koffie heb gezet", "bel ik De Hoek")),
            ("vangnet", if_then("ik bellen spannend vind", "bel ik toch één keer")),
            ("terugkijken", appointment(in_days(today, 14), time(10, 0, 0, 0), "Stadhuis, kamer 4")),
            ("mening-over-plan", picked(&[("eens", "Ik ben het eens")])),
            ("plan-mee", picked(&[("afgedrukt", "afgedrukt")])),
        ],
    }
}

/// Stopped halfway; goes on today.
fn okafor(today: Date) -> Script {
    Script {
        name: "Meneer Okafor".to_owned(),
        reference: "oefen-2".to_owned(),
        days_ago: 6,
        until: "hobbels",
        later: vec!["reden-eigen"],
        deeper: Vec::new(),
        answers: vec![
            ("welkom", picked(&[("besproken", "besproken")])),
            ("wens-dag", text("Ik werk buiten, met mijn handen. ’s Avonds ben ik moe en tevreden.")),
            ("sterke-kanten", list(&["rustig blijven", "planten kennen"])),
            (
                "doel",
                Answer::Goal(Goal {
                    words: "Ik werk drie ochtenden per week in het groen.".to_owned(),
                    sign: "Ik heb een rooster en ik kom elke keer.".to_owned(),
                    by: Some(in_days(today, 70)),
                }),
            ),
        ],
    }
}

/// Has a plan, and comes back this week.
fn lotte(today: Date) -> Script {
    Script {
        name: "Lotte v. d. B.".to_owned(),
        reference: "oefen-3".to_owned(),
        days_ago: 10,
        until: "",
        later: Vec::new(),
        deeper: Vec::new(),
        answers: vec![
            ("welkom", picked(&[("besproken", "besproken")])),
            ("wens-dag", text("Ik weet wat voor werk bij mij past.")),
            ("reden-eigen", text("Ik wil niet weer stoppen na een maand.")),
            ("sterke-kanten", list(&["luisteren", "netjes werken"])),
            (
                "doel",
                Answer::Goal(Goal {
                    words: "Ik bekijk drie werkplekken.".to_owned(),
                    sign: "Ik kan zeggen welke plek ik wil.".to_owned(),
                    by: Some(in_days(today, 30)),
                }),
            ),
            ("hobbels", list(&["vroeg opstaan"])),
            (
                "acties",
                Answer::Tasks(vec![task(
                    "plek",
                    "Ik kies de eerste plek en maak een afspraak.",
                    in_days(today, -3),
                    None,
                )]),
            ),
            ("als-dan", if_then("ik maandag de kinderen heb weggebracht", "bel ik de eerste plek")),
            ("terugkijken", appointment(in_days(today, 4), time(11, 0, 0, 0), "telefoon")),
        ],
    }
}

/// Has much on his mind; only the first stage was done.
fn yusuf(_today: Date) -> Script {
    Script {
        name: "Yusuf".to_owned(),
        reference: String::new(),
        days_ago: 21,
        until: "reden-eigen",
        later: Vec::new(),
        deeper: Vec::new(),
        answers: vec![
            ("welkom", picked(&[("later", "later")])),
            ("wens-dag", text("Ik slaap goed en de post ligt niet meer op een stapel.")),
        ],
    }
}

/// New: nothing was said yet.
fn nadia(_today: Date) -> Script {
    Script {
        name: "Nadia".to_owned(),
        reference: "oefen-5".to_owned(),
        days_ago: 0,
        until: "",
        later: Vec::new(),
        deeper: Vec::new(),
        answers: Vec::new(),
    }
}

fn in_days(today: Date, days: i64) -> Date {
    today.checked_add(days.days()).unwrap_or(today)
}

fn text(words: &str) -> Answer {
    Answer::Text(words.to_owned())
}

fn item(id: &str, text: &str) -> Item {
    Item { id: ItemId::new(id), text: text.to_owned() }
}

fn list(texts: &[&str]) -> Answer {
    Answer::List(texts.iter().enumerate().map(|(at, text)| item(&format!("voorbeeld-{at}"), text)).collect())
}

fn picked(options: &[(&str, &str)]) -> Answer {
    let options = options.iter().map(|(id, text)| item(id, text)).collect();
    Answer::Picked(Picked { options, ..Picked::default() })
}

fn task(id: &str, what: &str, day: Date, time: Option<Time>) -> Task {
    Task {
        id: ItemId::new(id),
        what: what.to_owned(),
        who: Who::Client,
        by_whom: String::new(),
        day: Some(day),
        time,
        place: String::new(),
        how_often: String::new(),
    }
}

fn if_then(when: &str, then: &str) -> Answer {
    Answer::IfThen(IfThen { when: when.to_owned(), then: then.to_owned(), spoken: true })
}

fn appointment(date: Date, time: Time, place: &str) -> Answer {
    Answer::Appointment(Appointment {
        date: Some(date),
        time: Some(time),
        place: place.to_owned(),
        who_calls: String::new(),
    })
}
