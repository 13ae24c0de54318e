//! Whole conversations with the core guide: commands in, desk out.

use roer::desk::{Command, Saving, View, Wish};
use roer::dossier::event::{Aside, Route};
use roer::dossier::ids::DossierId;
use roer::guide::ask::Who;
use roer::walk::Status;

use crate::table::{Table, appointment, goal, if_then, list, number, people, pick, tasks, text};

const GUIDE: &str = "zelf-aan-het-roer";

/// The core, answered: a plan with no empty heading.
fn core(table: &mut Table) {
    table.answer("welkom", "welkom", pick(&["besproken"]));
    table.answer("wens-dag", "wens-dag", text("Ik werk in een keuken."));
    table.answer("reden-eigen", "reden-eigen", text("Mijn zoon ziet dat ik werk."));
    table.answer("sterke-kanten", "sterke-kanten", list(&["snel leren", "op tijd komen", "koken"]));
    table.answer("doel", "doel", goal("Ik werk 16 uur in een keuken.", Some(120)));
    table.answer("hobbels", "hobbels", list(&["bellen is spannend"]));
    table.answer("acties", "acties", tasks(Who::Client, &["Ik bel De Hoek.", "Ik vraag Fatima."]));
    table.answer("wat-doet-de-gemeente", "wat-doet-de-gemeente", tasks(Who::Municipality, &["opvang regelen"]));
    table.answer("als-dan", "als-dan", if_then("ik koffie heb gezet", "bel ik"));
    table.answer("terugkijken", "terugkijken", appointment());
    table.answer("plan-mee", "plan-mee", pick(&["afgedrukt"]));
}

#[test]
fn the_short_route_makes_a_whole_plan() {
    let mut table = Table::begun(GUIDE, Route::Core);
    core(&mut table);
    let plan = table.desk.plan();
    assert_eq!(plan.goal.as_ref().map(|goal| goal.words.as_str()), Some("Ik werk 16 uur in een keuken."));
    assert_eq!(plan.why.as_deref(), Some("Mijn zoon ziet dat ik werk."));
    assert_eq!(plan.strengths, ["snel leren", "op tijd komen", "koken"]);
    assert_eq!(plan.tasks.len(), 2);
    assert_eq!(plan.tasks[0].if_thens.len(), 1, "the if-then stands under its own task");
    assert_eq!((plan.promises.len(), plan.promises[0].what.as_str()), (1, "opvang regelen"));
    assert!(plan.look_back.is_some());
    assert_eq!(table.desk.sheet().map(|sheet| sheet.pages.len()), Some(1));
    assert!(table.desk.open().expect("open").walk().stops.len() <= 12, "{:?}", table.route());
}

#[test]
fn the_route_with_every_branch() {
    let mut table = Table::begun(GUIDE, Route::Whole);
    table.answer("zorgen", "zorgen", pick(&["veel"]));
    assert!(table.find("eerst-dit").is_some());
    table.answer("richting", "richting", pick(&["weet-niet"]));
    table.answer("belang", "belang", number(3));
    table.answer("willen-of-moeten", "motief", pick(&["moet"]));
    table.answer("sterke-kanten", "sterke-kanten", list(&["koken"]));
    assert!(table.find("trots").is_some(), "fewer than three: one more question");
    table.answer("regievorm", "regievorm", pick(&["ik-kies"]));
    table.answer("voorstellen-doel", "voorstellen-doel", list(&["een cursus", "meelopen"]));
    let chosen = table.find("gekozen-doel").expect("the client chooses from the proposals");
    table.tell(Command::GoTo(chosen));
    let asked = table
        .desk
        .open()
        .and_then(|open| open.stop())
        .and_then(|stop| stop.field("gekozen-doel"))
        .cloned()
        .expect("asked");
    assert!(format!("{:?}", asked.ask).contains("meelopen"), "the proposals are the options");
    table.answer("doel", "doel", goal("Ik leer koken.", Some(120)));
    assert!(table.find("eerste-stuk").is_some(), "a goal far away gets a first part");
    table.answer("doel", "doel", goal("Ik leer koken.", Some(30)));
    assert!(table.find("eerste-stuk").is_none(), "a goal near by needs none");
    assert!(table.find("past-dit").is_some(), "the one who checks hears how the municipality sees it");
    table.answer("vertrouwen", "vertrouwen", number(3));
    assert!(table.find("waardoor-onzeker").is_some() && table.find("punt-hoger").is_some());
    let again = table.route().iter().filter(|step| step.starts_with("vertrouwen")).count();
    assert_eq!(again, 2, "a low number is asked once more: {:?}", table.route());
    table.answer("hobbels", "hobbels", list(&["bellen", "opvang"]));
    let kinds = table
        .desk
        .open()
        .and_then(|open| open.walk().stops.iter().find(|stop| stop.place.step == "hobbelsoort").cloned());
    let roer::guide::ask::Ask::Choices(options) = kinds.expect("asked").fields[0].ask.clone() else {
        panic!("a choice")
    };
    let all: Vec<&str> = options.own.iter().map(|choice| choice.id.as_str()).filter(|id| *id != "geen").collect();
    let before = table.route().len();
    table.answer("hobbelsoort", "hobbelsoort", pick(&all));
    assert!(table.route().len() > before + 2, "each kind has its own way on");
    table.answer("steun", "wie-helpt-mij", people("Fatima", "oefenen"));
    table.answer("acties", "acties", tasks(Who::Client, &["Ik bel.", "Ik schrijf.", "Ik ga langs."]));
    let if_thens = table.route().iter().filter(|step| step.starts_with("als-dan")).count();
    assert_eq!(if_thens, 4, "one asked, and one offered for each task");
    let nets = table.route().iter().filter(|step| *step == "vangnet").count();
    assert_eq!(nets, 2, "one for each obstacle");
    table.answer("zekerheid", "zekerheid", number(5));
    assert!(table.find("plan-makkelijker").is_some());
    table.answer("hoe-was-het", "hoe-was-het", roer::dossier::answer::Answer::Numbers(vec![("gehoord".to_owned(), 4)]));
    assert!(table.find("wat-anders").is_some());
    let plan = table.desk.plan();
    assert_eq!(plan.helpers.len(), 1);
    let all = format!("{plan:?}");
    assert!(!all.contains("(moet)"), "what is sensitive is not in the plan");
}

#[test]
fn many_worries_and_another_moment_print_first_this() {
    let mut table = Table::begun(GUIDE, Route::Core);
    table.open_depth("eerst-vertellen");
    table.answer("zorgen", "zorgen", pick(&["veel"]));
    table.answer("eerst-dit", "eerst-dit", pick(&["huis"]));
    table.answer("wat-doen-we-eerst", "wat-doen-we-eerst", list(&["Peter belt de verhuurder."]));
    table.answer("nu-of-later", "nu-of-later", pick(&["ander-moment"]));
    assert_eq!(table.step(), "terugkijken", "the plan waits for another day");
    let plan = table.desk.plan();
    assert!(plan.is_first_this());
    assert_eq!(plan.first_this, ["Peter belt de verhuurder."]);
}

#[test]
fn changing_an_early_answer_twice_and_back_gives_the_same_run() {
    let mut table = Table::begun(GUIDE, Route::Whole);
    core(&mut table);
    table.answer("belang", "belang", number(3));
    table.answer("willen-of-moeten", "wat-maakt-het-beter", text("Als ik mag kiezen."));
    let said = |table: &Table| {
        let walk = table.desk.open().expect("open").walk();
        let stops = walk.stops.iter().map(|stop| {
            let answers: Vec<_> = stop.fields.iter().map(|field| (field.key.clone(), field.answer.clone())).collect();
            (stop.place.clone(), stop.status, stop.question.clone(), answers)
        });
        (stops.collect::<Vec<_>>(), walk.aside.clone(), walk.still, table.desk.plan().clone())
    };
    let before = said(&table);
    table.answer("belang", "belang", number(8));
    let aside = table.desk.open().expect("open").walk().aside.clone();
    assert!(table.find("willen-of-moeten").is_none() && aside.len() == 1, "kept aside, not lost");
    table.answer("belang", "belang", number(7));
    assert_ne!(said(&table).0, before.0);
    table.answer("belang", "belang", number(3));
    assert_eq!(said(&table), before);
}

#[test]
fn stop_and_come_back_another_day() {
    let mut table = Table::begun(GUIDE, Route::Core);
    table.answer("wens-dag", "wens-dag", text("Ik werk buiten."));
    let (client, run) = {
        let open = table.desk.open().expect("open");
        (open.dossier().id.clone(), open.run().expect("begun").clone())
    };
    table.wish(Wish::ShowClients);
    assert_eq!(table.desk.view(), View::Clients);
    assert!(table.desk.open().is_none());
    let line = &table.desk.clients()[0];
    assert_eq!((line.name.as_str(), line.stage.as_deref()), ("Sam", Some("Wat wil ik?")));
    table.tell(Command::OpenClient(client));
    assert_eq!(table.desk.view(), View::Dossier);
    table.tell(Command::Resume(run));
    assert_eq!(table.step(), "reden-eigen");
    table.wish(Wish::Back);
    assert_eq!(table.step(), "wens-dag");
}

#[test]
fn skipped_and_parked_steps_wait_and_can_be_taken_up_again() {
    let mut table = Table::begun(GUIDE, Route::Core);
    table.go("wens-dag");
    table.wish(Wish::Later);
    assert_eq!(table.step(), "reden-eigen");
    table.wish(Wish::NotNeeded);
    let status = |table: &Table, step: &str| {
        table
            .desk
            .open()
            .and_then(|open| open.walk().stops.iter().find(|stop| stop.place.step == step).map(|stop| stop.status))
    };
    assert_eq!(
        (status(&table, "wens-dag"), status(&table, "reden-eigen")),
        (Some(Status::Parked), Some(Status::Skipped))
    );
    table.answer("wens-dag", "wens-dag", text("Toch."));
    assert_eq!(status(&table, "wens-dag"), Some(Status::Answered));
    table.go("wens-dag");
    table.wish(Wish::NotNeeded);
    assert_eq!(table.desk.plan().wish, None, "what was set aside no longer speaks");
    let place = table.find("wens-dag").expect("still on the route");
    table.tell(Command::SetAside { place, how: Aside::TakenUp });
    assert_eq!(table.desk.plan().wish.as_deref(), Some("Toch."));
}

#[test]
fn a_full_disk_loses_nothing_and_says_what_to_do() {
    let mut table = Table::begun(GUIDE, Route::Core);
    table.faults.fail_appends(1, std::io::ErrorKind::StorageFull);
    table.go("wens-dag");
    table.say("wens-dag", text("Mijn woorden."));
    let open = table.desk.open().expect("open");
    assert_eq!(open.saving(), Saving::Failed);
    assert_eq!(open.returned().map(|returned| returned.answer.clone()), Some(text("Mijn woorden.")), "back as a draft");
    assert_eq!(table.desk.plan().wish, None, "nothing is shown as said before it is kept");
    assert_eq!(table.step(), "wens-dag");
    let notice = table.desk.notices().last().expect("told").clone();
    assert_eq!(notice.key, "vault-full");
    assert!(!notice.what_now(table.desk.texts()).is_empty());
    table.say("wens-dag", text("Mijn woorden."));
    let open = table.desk.open().expect("open");
    assert!(matches!(open.saving(), Saving::Kept { .. }) && open.returned().is_none());
    assert!(table.desk.notices().is_empty(), "mended: the notice goes");
    assert_eq!(table.desk.plan().wish.as_deref(), Some("Mijn woorden."));
}

#[test]
fn private_notes_and_sensitive_answers_have_no_way_to_paper_or_report() {
    let mut table = Table::begun(GUIDE, Route::Whole);
    core(&mut table);
    table.go("wens-dag");
    let place = table.place();
    table.tell(Command::WriteNote { place, note: "KANARIE-NOTITIE".to_owned() });
    table.answer("belang", "belang", number(2));
    table.answer("willen-of-moeten", "wat-maakt-het-beter", text("KANARIE-GEVOELIG"));
    table.answer("eigen-leerpunt", "leerpunt", text("KANARIE-NOOIT"));
    table.wish(Wish::CopyReport);
    let sheet = table.desk.sheet().expect("a plan");
    let everything = format!("{:?} {sheet:?} {:?}", table.desk.plan(), table.copied);
    assert!(!everything.contains("KANARIE"));
    assert!(table.copied[0].contains("Ik werk in een keuken."));
}

#[test]
fn the_plan_is_saved_where_the_user_says_under_a_neutral_name_and_counted() {
    let mut table = Table::begun(GUIDE, Route::Core);
    core(&mut table);
    table.desktop.inside().picks.push_back("/ergens/plan.pdf".into());
    table.wish(Wish::SavePlan);
    let saved = table.desktop.inside().files.values().next().cloned().expect("saved");
    assert!(saved.starts_with(b"%PDF-1.7"));
    assert_eq!(table.desk.plan().number, 2, "the next one is plan 2");
    table.wish(Wish::ViewPlan);
    let viewed = table.desktop.inside().viewed[0].0.clone();
    assert_eq!(viewed, "Plan 2026-11-23.pdf");
    table.desktop.inside().broken = Some(std::io::ErrorKind::StorageFull);
    table.desktop.inside().picks.push_back("/vol/plan.pdf".into());
    table.wish(Wish::SavePlan);
    assert_eq!(table.desk.notices().last().map(|notice| notice.key.as_str()), Some("plan-disk-full"));
}

#[test]
fn a_guide_from_a_file_is_installed_or_its_findings_are_shown() {
    let mut table = Table::new();
    let good = r#"Gids(formaat: 1, id: "eigen", editie: "1", titel: "Eigen gids", voor: klant, fasen: [Fase(id: "f", titel: "F", stappen: [Stap(id: "s", titel: "S", doel: "D", vraag: "V?", antwoord: Tekst())])])"#;
    let bad = good.replace("Tekst()", "Tekst(), bewijs: [\"weg\"]");
    table.desktop.inside().files.insert("/a/goed.ron".into(), good.into());
    table.desktop.inside().files.insert("/a/fout.ron".into(), bad.into());
    table.desktop.inside().picks.extend(["/a/fout.ron".into(), "/a/goed.ron".into()]);
    table.wish(Wish::OpenGuideFile);
    let findings = table.desk.findings().expect("findings");
    assert!(!findings.installed && findings.findings[0].line == 1);
    assert!(table.desk.library().newest("eigen").is_none(), "nothing is installed that has faults");
    table.wish(Wish::OpenGuideFile);
    assert!(table.desk.library().newest("eigen").is_some());
    table.begin("eigen", Route::Core);
    assert_eq!(table.route(), ["s"]);
}

#[test]
fn a_dossier_that_is_not_there_is_a_message_and_no_panic() {
    let mut table = Table::new();
    table.tell(Command::OpenClient(DossierId::new("../../etc/passwd")));
    assert_eq!(table.desk.notices().last().map(|notice| notice.key.as_str()), Some("vault-bad-name"));
}

/// An early answer that takes others along: told first, done when both go on, undone with nothing lost.
#[test]
fn a_change_that_takes_answers_away_is_told_before_it_happens() {
    let mut table = Table::begun(GUIDE, Route::Whole);
    table.answer("belang", "belang", number(3));
    table.answer("willen-of-moeten", "wat-maakt-het-beter", text("Als ik mag kiezen."));
    let route = table.route();
    table.go("belang");
    table.say("belang", number(8));
    let doubt = table.desk.open().and_then(|open| open.doubt()).expect("told first").clone();
    let said: Vec<&str> = doubt
        .consequences
        .falls_away
        .iter()
        .filter(|passed| passed.said)
        .map(|passed| passed.place.step.as_str())
        .collect();
    assert_eq!(said, ["willen-of-moeten"]);
    assert_eq!(table.route(), route, "nothing happened yet");
    table.tell(Command::Settle(false));
    assert!(table.desk.open().is_some_and(|open| open.doubt().is_none()));
    assert_eq!(table.route(), route);
    table.say("belang", number(8));
    table.say("belang", number(7));
    assert_eq!(table.route(), route, "the newest word waits, the one before it is gone");
    table.wish(Wish::Next);
    assert!(table.find("willen-of-moeten").is_none(), "going on is the word it waited for");
    assert_eq!(table.desk.open().expect("open").walk().aside.len(), 1);
    table.answer("belang", "belang", number(3));
    assert_eq!(table.route(), route, "back, with what was said");
    table.go("belang");
    table.say("belang", number(9));
    table.wish(Wish::Undo);
    assert_eq!(table.route(), route, "undo takes the word back");
}

/// A newer edition is offered, explained and taken over only by choice; what cannot go along is kept.
#[test]
fn a_newer_edition_is_taken_over_by_choice_and_loses_nothing() {
    let old = roer::guide::BUNDLED[0];
    let edition = roer::guide::Guide::read(old, None).guide.expect("sound").name().edition.clone();
    let new = old
        .replace(&format!("editie: \"{edition}\""), "editie: \"9.0\"")
        .replace("sterke-kanten", "waar-ik-goed-in-ben");
    let new = new.split("    paden: [").next().expect("the guide").to_owned() + ")";
    let mut table = Table::begun(GUIDE, Route::Core);
    table.answer("wens-dag", "wens-dag", text("Ik werk buiten."));
    table.answer("sterke-kanten", "sterke-kanten", list(&["koken"]));
    table.desktop.inside().files.insert("/nieuw.ron".into(), new.into_bytes());
    table.tell(Command::ReadGuideAt("/nieuw.ron".into()));
    let faults = table.desk.findings().map(|found| (found.installed, found.findings.first().cloned()));
    assert!(faults.as_ref().is_none_or(|(installed, _)| *installed), "{faults:?}");
    table.wish(Wish::ShowDossier);
    table.tell(Command::GoTo(table.find("wens-dag").expect("on the route")));
    table.wish(Wish::Next);
    let offer = table.desk.open().and_then(|open| open.edition_offer()).expect("offered").clone();
    assert_eq!((offer.to.edition.as_str(), offer.stays.len()), ("9.0", 1));
    assert!(table.find("sterke-kanten").is_some(), "nothing happens without a choice");
    table.tell(Command::TakeEdition);
    assert!(table.find("sterke-kanten").is_none() && table.find("waar-ik-goed-in-ben").is_some());
    let open = table.desk.open().expect("open");
    assert!(open.edition_offer().is_none());
    assert_eq!(open.walk().aside.len(), 1, "kept with its old question");
    let wish = open.walk().stops.iter().find(|stop| stop.place.step == "wens-dag").expect("there");
    assert_eq!(wish.status, Status::Answered, "what means the same goes along");
    table.wish(Wish::Undo);
    assert!(table.find("sterke-kanten").is_some(), "also this can be undone");
}

/// A conversation can switch to the second language mid-way; the report for the municipality stays Dutch.
#[test]
fn the_questions_switch_to_the_second_language_and_the_report_stays_dutch() {
    let mut table = Table::begun(GUIDE, Route::Core);
    table.wish(Wish::SecondLanguage);
    table.go("wens-dag");
    let asked = table.desk.open().and_then(|open| open.stop()).expect("a stop").question.clone();
    assert!(asked.contains("you"), "{asked}");
    table.answer("wens-dag", "wens-dag", text("I work outside."));
    table.answer("plan-mee", "plan-mee", pick(&["afgedrukt"]));
    table.wish(Wish::CopyReport);
    let report = table.copied.pop().expect("copied");
    assert!(report.contains("I work outside.") && !report.contains(&asked), "{report}");
    table.wish(Wish::SecondLanguage);
    let asked = table.desk.open().expect("open").walk().stops[0].question.clone();
    assert!(!asked.contains("you"), "{asked}");
}

/// Intervisie has a file of its own; no client's dossier comes into it.
#[test]
fn a_guide_for_professionals_begins_in_a_file_of_its_own() {
    let mut table = Table::new();
    table.tell(Command::BeginOwn("samen-scherper".to_owned()));
    assert_eq!(table.desk.view(), View::Walk);
    assert_eq!(table.step(), "alleen-of-samen");
    table.answer("alleen-of-samen", "alleen-of-samen", pick(&["alleen"]));
    assert_eq!(table.desk.open().expect("open").dossier().client().name, "Samen scherper");
}

/// A file that could not be made leaves nothing behind: the client who comes next gets no intervisie in the dossier.
#[test]
fn an_own_file_that_could_not_be_made_does_not_begin_in_a_clients_dossier() {
    let mut table = Table::new();
    let jobs = table.desk.handle(Command::BeginOwn("samen-scherper".to_owned()), crate::table::now());
    assert!(!jobs.is_empty(), "asked for, and never answered");
    table.tell(Command::NewClient { name: "Sam".to_owned(), reference: String::new() });
    let open = table.desk.open().expect("made");
    assert_eq!((open.dossier().client().name.as_str(), open.dossier().runs().len()), ("Sam", 0));
}
