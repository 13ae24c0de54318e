//! Plans for the tests of this room.

use jiff::civil::{date, time};

use crate::plan::{ActionPlan, Appointment, Contact, Goal, Helper, IfThen, Promise, Task};

/// The plan of the domain's section 7.
pub fn samira() -> ActionPlan {
    ActionPlan {
        name: "Samira D.".into(),
        date: date(2026, 10, 14),
        number: 3,
        guides: vec!["Zelf aan het roer 1.0".into()],
        goal: Some(Goal {
            words: "Ik werk vóór 1 april 16 uur per week in een keuken.".into(),
            sign: Some("ik heb een contract en ik kan de huur zelf betalen.".into()),
            by: Some(date(2027, 4, 1)),
            learning: false,
        }),
        why: Some("Ik wil dat mijn zoon ziet dat ik werk.".into()),
        first_part: Some(Goal {
            words: "Op 11 november heb ik 2 keer meegelopen in een keuken.".into(),
            ..Goal::default()
        }),
        strengths: vec!["snel leren".into(), "op tijd komen".into(), "koken voor veel mensen".into()],
        tasks: vec![
            Task {
                what: "Ik bel restaurant De Hoek om mee te lopen.".into(),
                first_day: Some(date(2026, 10, 16)),
                first_time: Some(time(10, 0, 0, 0)),
                if_thens: vec![if_then("ik donderdag koffie heb gezet", "bel ik De Hoek")],
                ..Task::default()
            },
            Task {
                what: "Ik vraag Fatima hoe zij begon.".into(),
                first_day: Some(date(2026, 10, 18)),
                ..Task::default()
            },
            Task {
                what: "Ik kies twee keukens dicht bij school.".into(),
                first_day: Some(date(2026, 10, 20)),
                ..Task::default()
            },
        ],
        safety_net: vec!["Dan bel ik toch één keer.".into()],
        promises: vec![Promise {
            what: "Peter regelt kinderopvang op donderdag.".into(),
            who: Some("Peter".into()),
            by: Some(date(2026, 10, 24)),
        }],
        helpers: vec![Helper {
            name: "Fatima (zus)".into(),
            asked: Some("oefent het telefoongesprek met mij.".into()),
        }],
        look_back: Some(Appointment {
            date: Some(date(2026, 10, 28)),
            time: Some(time(10, 0, 0, 0)),
            place: Some("Stadhuis, kamer 4".into()),
            who_calls: None,
        }),
        contact: Contact {
            municipality: Some("Gemeente Voorbeeldstad".into()),
            name: Some("Peter Jansen".into()),
            phone: Some("012-345 67 89".into()),
            general_phone: Some("14 012".into()),
            hours: Some("ma–do 9.00–16.00 uur".into()),
            logo: None,
        },
        ..ActionPlan::default()
    }
}

/// Three tasks, four if-thens: the acceptance check of section 7.
pub fn full() -> ActionPlan {
    let mut plan = samira();
    plan.tasks[0].place = Some("thuis, aan de keukentafel".into());
    plan.tasks[0].if_thens.push(if_then("ik de telefoon spannend vind,", "lees ik voor van mijn briefje."));
    plan.tasks[1].if_thens.push(if_then("Fatima niet opneemt", "stuur ik een bericht"));
    plan.tasks[2].how_often = Some("elke week één".into());
    plan.tasks[2].if_thens.push(if_then("mijn zoon naar school is", "loop ik langs een keuken"));
    plan
}

/// More than fits on one page, with everything for page 2.
pub fn much() -> ActionPlan {
    let mut plan = full();
    plan.goal.as_mut().unwrap().words = "Ik werk vóór 1 april 16 uur per week in een keuken van een restaurant dat op de fiets te bereiken is, zodat ik mijn zoon zelf van school kan halen.".into();
    plan.tasks.push(Task {
        what: "Ik haal mijn diploma sociale hygiëne.".into(),
        first_day: Some(date(2026, 11, 2)),
        ..Task::default()
    });
    plan.tasks.push(Task { what: "Ik vraag een verklaring omtrent het gedrag aan.".into(), ..Task::default() });
    plan.promises.push(Promise { what: "Kosten van de cursus vergoeden".into(), who: Some("Peter".into()), by: None });
    plan.promises.push(Promise {
        what: "Brief sturen over de arbeidsongeschiktheidsverzekeringsmaatschappij".into(),
        who: Some("mevrouw Van der Plas-Oosterhuis".into()),
        by: Some(date(2026, 11, 30)),
    });
    plan.safety_net.push("Ik adem drie keer rustig in en uit en ik begin opnieuw.".into());
    plan.duties = vec!["Elke week solliciteren op één baan.".into(), "Meedoen aan de taalcursus op dinsdag.".into()];
    plan.helpers.push(Helper { name: "Buurvrouw Ans".into(), asked: Some("past op als het laat wordt.".into()) });
    plan.helpers.push(Helper { name: "Jeroen van de voedselbank".into(), asked: None });
    plan.keep_track = vec!["Ik heb gebeld of ben langsgegaan.".into(), "Ik was op tijd.".into()];
    plan.more = vec![
        (
            "Zo lukte het eerder".into(),
            vec![
                "In 2019 kookte ik elke week voor dertig mensen in het buurthuis. Ik begon klein en vroeg hulp.".into(),
            ],
        ),
        (
            "Wat de wet zegt".into(),
            vec![
                "U krijgt hulp bij het zoeken naar werk. U zoekt zelf ook.".into(),
                "Wij kijken samen op 28 oktober of dit plan nog past.".into(),
            ],
        ),
    ];
    plan
}

/// Names and words in other scripts, and one that no face has.
pub fn foreign() -> ActionPlan {
    let mut plan = samira();
    plan.name = "محمد علي الحسن".into();
    plan.helpers = vec![
        Helper { name: "Ольга Шевченко".into(), asked: Some("leest mijn brief.".into()) },
        Helper { name: "Nguyễn Thị Ánh".into(), asked: Some("gaat mee op de fiets.".into()) },
        Helper { name: "محمد".into(), asked: Some("rijdt mij op maandag naar 2 keukens.".into()) },
        Helper { name: "ሰላም (Selam)".into(), asked: Some("past op.".into()) },
        Helper { name: "Γιώργος".into(), asked: Some("kent de kok 👩‍🍳.".into()) },
    ];
    plan.strengths = vec!["İyi yemek pişiririm".into(), "łatwo się uczę".into(), "Zoe\u{308} zegt: doorzetten".into()];
    plan
}

/// Something urgent, no goal.
pub fn urgent() -> ActionPlan {
    ActionPlan {
        goal: None,
        wish: Some("Een baan waar ik rust van krijg.".into()),
        first_this: vec![
            "Vandaag belt Peter de huisbaas over de achterstand.".into(),
            "Morgen ga ik naar de voedselbank met het briefje.".into(),
        ],
        why: None,
        first_part: None,
        strengths: Vec::new(),
        tasks: Vec::new(),
        safety_net: Vec::new(),
        ..samira()
    }
}

/// Every text far too long.
pub fn endless() -> ActionPlan {
    let long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft en heel veel gewone woorden daarachter. ".repeat(12);
    let mut plan = full();
    plan.name =
        "Maximiliaan-Alexander Wolfeschlegelsteinhausenbergerdorff-van der Meulen tot Oldenbarneveltstraat".into();
    plan.goal.as_mut().unwrap().words.clone_from(&long);
    plan.tasks[0].what.clone_from(&long);
    plan.tasks[1].what = long.repeat(8);
    plan.tasks[1].if_thens[0].then = long.repeat(8);
    plan.strengths = vec![long.clone(), long.clone()];
    plan.look_back.as_mut().unwrap().place = Some(long.clone());
    plan.contact.phone = Some("0".repeat(80));
    plan.guides = vec!["Zelf aan het roer 1.0".into(); 9];
    plan
}

pub fn every() -> Vec<(&'static str, ActionPlan)> {
    vec![
        ("samira", samira()),
        ("full", full()),
        ("much", much()),
        ("foreign", foreign()),
        ("urgent", urgent()),
        ("endless", endless()),
        ("empty", ActionPlan { name: "Samira D.".into(), ..ActionPlan::default() }),
    ]
}

fn if_then(when: &str, then: &str) -> IfThen {
    IfThen { when: when.into(), then: then.into() }
}
