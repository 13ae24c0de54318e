//! The papers beside the plan, as the program writes them and another program reads them.

use std::path::Path;
use std::process::Command as Process;

use roer::desk::{Command, Wish};
use roer::dossier::event::{Paper, Route};
use roer::paper::{Letters, Mark, Sheet, plan_sheet, text_of, thought_card, tick_list};
use roer::plan::harvest;
use serde_json::Value;

use crate::cli::{code, json, roer};
use crate::table::{Table, goal, list, pick, tasks};
use roer::guide::ask::Who;

/// What another program reads in a PDF, on one line.
fn read(pdf: &Path) -> String {
    let text = Process::new("pdftotext").arg(pdf).arg("-").output().expect("poppler is there");
    String::from_utf8_lossy(&text.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sizes of all that is part of the text.
fn sizes(sheet: &Sheet) -> Vec<f32> {
    let items = sheet.pages.iter().flat_map(|page| &page.items).filter(|item| item.tag.is_some());
    items.filter_map(|item| if let Mark::Text(run) = &item.mark { Some(run.size) } else { None }).collect()
}

fn words(sheet: &Sheet) -> Vec<String> {
    text_of(sheet).split_whitespace().map(str::to_owned).collect()
}

#[test]
fn each_paper_is_written_or_says_why_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    roer(&["demo", "--vault", "v"], at);
    let clients = json(&roer(&["clients", "--vault", "v", "--json"], at));
    let ids: Vec<&str> =
        clients.as_array().expect("clients").iter().filter_map(|client| client["id"].as_str()).collect();
    let paper = |id: &str, kind: &str, large: bool| {
        let mut args = vec!["plan", "--vault", "v", "--client", id, "--kind", kind, "--out", "p.pdf"];
        args.extend(large.then_some("--groot"));
        let _ = std::fs::remove_file(at.join("p.pdf"));
        roer(&args, at)
    };
    for (kind, says) in [
        ("plan", "Dit ga ik doen"),
        ("vinklijst", "Elke week zet ik een kruisje bij wat ik deed."),
        ("gedachtekaart", "Knip het kaartje uit"),
    ] {
        let mut written = 0;
        for id in &ids {
            for large in [false, true] {
                let made = paper(id, kind, large);
                let there = at.join("p.pdf").exists();
                assert_eq!(code(&made) == Some(0), there, "{kind}");
                let told = String::from_utf8_lossy(&made.stderr);
                assert!(there || told.lines().count() == 1, "{kind}: {told}");
                written += usize::from(there && read(&at.join("p.pdf")).contains(says));
            }
        }
        assert!(written > 0, "{kind}");
    }
    let none = paper(ids[0], "oogst", false);
    assert_eq!(code(&none), Some(1));
    assert!(String::from_utf8_lossy(&none.stderr).contains("Er is nog geen doel bereikt"));
}

#[test]
fn what_the_plan_lacks_is_named_and_holds_nothing_up() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    roer(&["demo", "--vault", "v"], at);
    let clients = json(&roer(&["clients", "--vault", "v", "--json"], at));
    let id = clients[0]["id"].as_str().expect("an id");
    let said = roer(&["preflight", "--vault", "v", "--client", id, "--json"], at);
    assert_eq!(code(&said), Some(0));
    let lacks = json(&said);
    let lacks = lacks.as_array().expect("a list");
    assert!(!lacks.is_empty());
    for lack in lacks {
        for key in ["kind", "what", "advice"] {
            let words = lack[key].as_str().unwrap_or_default();
            assert!(!words.is_empty() && !words.starts_with("lack-"), "{lack}");
        }
        assert!(matches!(&lack["about"], Value::String(_)));
    }
    assert_eq!(code(&roer(&["preflight", "--vault", "v", "--client", id], at)), Some(0));
}

fn with_a_plan() -> Table {
    let mut table = Table::begun("zelf-aan-het-roer", Route::Core);
    table.answer("doel", "doel", goal("Ik werk in een keuken", Some(30)));
    table.answer("acties", "acties", tasks(Who::Client, &["Ik bel het restaurant"]));
    table
}

#[test]
fn in_large_print_the_same_words_are_larger() {
    let mut table = with_a_plan();
    let texts = table.desk.texts();
    let plan = table.desk.plan().clone();
    let (usual, large) = (plan_sheet(texts, &plan, Letters::Usual), plan_sheet(texts, &plan, Letters::Large));
    assert_eq!(words(&usual), words(&large));
    let smallest = |sheet: &Sheet| sizes(sheet).into_iter().filter(|size| *size > 9.0).fold(f32::MAX, f32::min);
    assert!(smallest(&usual) < 14.0 && smallest(&large) >= 14.0, "{} {}", smallest(&usual), smallest(&large));
    table.wish(Wish::LargePrint);
    assert_eq!(table.desk.sheet(), Some(&large), "what is shown is what is printed");
    table.wish(Wish::LargePrint);
    assert_eq!(table.desk.sheet(), Some(&usual));
}

#[test]
fn the_papers_that_say_something_are_offered_and_written_down() {
    let mut table = with_a_plan();
    assert_eq!(table.desk.papers(), [Paper::TickList]);
    let texts = table.desk.texts();
    let ticks = tick_list(texts, table.desk.plan(), Letters::Usual).expect("a list");
    assert!(text_of(&ticks).contains("Ik bel het restaurant") && text_of(&ticks).contains("week 4"));
    assert!(thought_card(texts, table.desk.plan(), Letters::Usual).is_none());
    table.tell(Command::ShowPaper(Paper::TickList));
    assert_eq!(table.desktop.inside().viewed.len(), 1);
    let papers = table.desk.open().expect("open").dossier().papers();
    assert!(papers.iter().any(|made| made.value.paper == Paper::TickList));
}

#[test]
fn a_reached_goal_has_a_sheet_of_its_own_with_the_goal_of_then() {
    let mut table = with_a_plan();
    table.tell(Command::Begin { guide: "terugkijken-en-bijstellen".to_owned(), route: Route::Core });
    table.answer("koers", "koers", pick(&["gehaald"]));
    assert_eq!(harvest(table.desk.texts(), table.desk.plan()), None, "nothing was harvested yet");
    table.answer("oogst", "oogst", list(&["Ik bel op tijd"]));
    assert!(table.desk.papers().contains(&Paper::Harvest));
    let leaflet = format!("{:?}", harvest(table.desk.texts(), table.desk.plan()));
    assert!(leaflet.contains("Ik bel op tijd") && leaflet.contains("Ik werk in een keuken"), "{leaflet}");
}
