//! The plan as PDF, read back by tools we did not write: poppler and qpdf.

use std::process::Command;

use jiff::civil::{date, time};
use roer::guide::Organisation;
use roer::paper::{Letters, plan_sheet, render, text_of};
use roer::plan::{ActionPlan, Appointment, Contact, Goal, Helper, IfThen, Promise, Task};
use roer::texts::{Language, Texts};

/// The example of how a plan looks.
fn samira() -> ActionPlan {
    ActionPlan {
        name: "Samira D.".to_owned(),
        date: date(2026, 10, 14),
        number: 3,
        guides: vec!["Zelf aan het roer 1.0".to_owned()],
        goal: Some(Goal {
            words: "Ik werk vóór 1 april 16 uur per week in een keuken.".to_owned(),
            sign: Some("Ik heb een contract en ik kan de huur zelf betalen.".to_owned()),
            by: Some(date(2027, 4, 1)),
            learning: false,
        }),
        why: Some("Ik wil dat mijn zoon ziet dat ik werk.".to_owned()),
        first_part: Some(Goal {
            words: "Ik heb 2 keer meegelopen in een keuken.".to_owned(),
            learning: true,
            ..Goal::default()
        }),
        strengths: ["snel leren", "op tijd komen", "koken voor veel mensen"].map(str::to_owned).to_vec(),
        tasks: vec![
            Task {
                what: "Ik bel restaurant De Hoek om mee te lopen.".to_owned(),
                first_day: Some(date(2026, 10, 16)),
                first_time: Some(time(10, 0, 0, 0)),
                if_thens: vec![IfThen {
                    when: "ik donderdag koffie heb gezet".to_owned(),
                    then: "bel ik De Hoek".to_owned(),
                }],
                ..Task::default()
            },
            Task {
                what: "Ik vraag Fatima hoe zij begon.".to_owned(),
                first_day: Some(date(2026, 10, 18)),
                ..Task::default()
            },
        ],
        safety_net: vec!["bel ik toch één keer".to_owned()],
        promises: vec![Promise {
            what: "kinderopvang regelen op donderdag".to_owned(),
            who: Some("Peter".to_owned()),
            by: Some(date(2026, 10, 24)),
        }],
        helpers: vec![Helper {
            name: "Fatima (zus)".to_owned(),
            asked: Some("oefent het telefoongesprek met mij".to_owned()),
        }],
        look_back: Some(Appointment {
            date: Some(date(2026, 10, 28)),
            time: Some(time(10, 0, 0, 0)),
            place: Some("Stadhuis kamer 4".to_owned()),
            who_calls: None,
        }),
        contact: Contact {
            name: Some("Peter".to_owned()),
            phone: Some("012-345 67 89".to_owned()),
            ..Contact::default()
        },
        ..ActionPlan::default()
    }
}

fn read(tool: &str, args: &[&str], plan: &ActionPlan) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("plan.pdf");
    let sheet = plan_sheet(&Texts::new(Language::Dutch), plan, Letters::Usual);
    std::fs::write(&file, render(&sheet).expect("rendered")).expect("written");
    let path = file.to_str().expect("a path");
    let args: Vec<&str> = args.iter().map(|arg| if *arg == "FILE" { path } else { arg }).collect();
    let output = Command::new(tool)
        .args(&args)
        .output()
        .unwrap_or_else(|_| panic!("{tool} is needed: run ./test.sh, which installs it"));
    assert!(output.status.success(), "{tool}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_example_is_one_page_with_its_words_in_reading_order() {
    let plan = samira();
    assert!(read("pdfinfo", &["FILE"], &plan).contains("Pages: 1 "));
    let text = read("pdftotext", &["-raw", "FILE", "-"], &plan);
    let order = [
        "Mijn plan",
        "Samira D.",
        "14 oktober",
        "Mijn doel",
        "16 uur per week in een keuken",
        "contract",
        "Waarom ik dit wil",
        "Mijn sterke kanten",
        "snel leren",
        "Dit ga ik doen",
        "De Hoek om mee te lopen",
        "koffie heb gezet",
        "Fatima hoe zij begon",
        "één keer",
        "Dit doet de gemeente",
        "Kinderopvang",
        "We kijken terug",
        "28 oktober 2026",
        "012-345 67 89",
    ];
    let mut from = 0;
    for words in order {
        let at = text[from..].find(words).unwrap_or_else(|| panic!("‘{words}’ in its place: {text}"));
        from += at;
    }
}

#[test]
fn the_pdf_is_tagged_titled_in_dutch_and_carries_its_fonts() {
    let plan = samira();
    let info = read("pdfinfo", &["FILE"], &plan);
    assert!(info.contains("Tagged: yes") && info.contains("Title: Mijn plan"), "{info}");
    let tree = read("pdfinfo", &["-struct-text", "FILE"], &plan);
    assert!(tree.contains("H1") && tree.contains("Mijn plan"), "{tree}");
    let fonts = read("pdffonts", &["FILE"], &plan);
    assert!(fonts.contains("AtkinsonHyperlegibleNext-Regular") && !fonts.contains("OpenSans"), "{fonts}");
    let flags = fonts.matches(" yes ").count();
    assert!(flags >= 2, "every font is embedded: {fonts}");
    read("qpdf", &["--check", "FILE"], &plan);
}

#[test]
fn a_logo_stands_above_the_plan_in_its_own_proportions_and_says_what_it_shows() {
    let mut png = Vec::new();
    image::RgbImage::from_pixel(300, 100, image::Rgb([20, 60, 120]))
        .write_to(&mut std::io::Cursor::new(&mut png), image::ImageFormat::Png)
        .expect("a picture");
    let text = r#"Organisatie(formaat: 1, logo: "Het wapen van Voorbeeldstad")"#;
    let mut organisation = Organisation::parse(text).expect("an organisation");
    assert_eq!(organisation.logo(), None, "no picture yet");
    organisation.set_logo(&png).expect("a logo");
    let mut plan = samira();
    plan.contact.logo = organisation.logo();
    assert!(plan.contact.logo.is_some());

    let images = read("pdfimages", &["-list", "FILE"], &plan);
    assert!(images.contains(" image 300 100 rgb 3 8 "), "{images}");
    let boxes = read("pdftotext", &["-bbox", "FILE", "-"], &plan);
    let title = boxes.split("yMin=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a first word");
    assert!(title.parse::<f32>().expect("points") > 43.0 + 34.0, "the logo has its own room: {title}");
    let tree = read("pdfinfo", &["-struct", "FILE"], &plan);
    assert!(tree.contains("Figure: /Placement /Block /BBox [51 764.89 153 798.89]"), "{tree}");
    read("qpdf", &["--check", "FILE"], &plan);
    let sheet = plan_sheet(&Texts::new(Language::Dutch), &plan, Letters::Usual);
    assert!(text_of(&sheet).starts_with("Het wapen van Voorbeeldstad\n"), "{}", text_of(&sheet));
    assert!(read("pdfinfo", &["FILE"], &plan).contains("Pages: 1 "), "the example still fits one page");
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let texts = Texts::new(Language::Dutch);
    let bytes = || render(&plan_sheet(&texts, &samira(), Letters::Usual)).expect("rendered");
    assert_eq!(bytes(), bytes());
}

#[test]
fn too_much_for_one_page_goes_on_cleanly_on_the_next() {
    let mut plan = samira();
    for at in 0..8 {
        plan.tasks.push(Task {
            what: format!("Ik doe ook nog iets langs, nummer {at}, en schrijf op hoe het ging."),
            ..Task::default()
        });
    }
    plan.more.push(("Zo houd ik het bij".to_owned(), vec!["op de kalender".to_owned()]));
    let info = read("pdfinfo", &["FILE"], &plan);
    assert!(info.contains("Pages: 2 "), "{info}");
    let text = read("pdftotext", &["FILE", "-"], &plan);
    assert!(text.contains("nummer 7") && text.contains("op de kalender") && text.contains("2 van 2"), "{text}");
}

#[test]
fn a_name_in_arabic_script_leaves_the_dutch_alone_and_a_lost_character_is_told() {
    let mut plan = samira();
    plan.name = "محمد".to_owned();
    plan.why = Some("Ik wil werken 🦀".to_owned());
    let sheet = plan_sheet(&Texts::new(Language::Dutch), &plan, Letters::Usual);
    assert_eq!(sheet.notices, ['🦀']);
    let text = read("pdftotext", &["FILE", "-"], &plan);
    assert!(text.contains("Ik wil werken") && text.contains("Mijn plan"), "{text}");
}
