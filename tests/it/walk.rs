//! The walk on miniature guides: one thing at a time.

use roer::desk::{Command, Wish};
use roer::dossier::answer::Answer;
use roer::dossier::event::{Route, When};
use roer::guide::{Library, Organisation, Origin};
use roer::walk::{Bounds, Status};

use crate::table::{Table, list, number, pick, text};

fn guide(id: &str, steps: &str) -> String {
    format!(
        r#"Gids(formaat: 1, id: "{id}", editie: "1", titel: "{id}", voor: klant, fasen: [Fase(id: "fase", titel: "F", stappen: [{steps}])])"#
    )
}

fn ask(id: &str, answer: &str, branches: &str) -> String {
    format!(r#"Stap(id: "{id}", titel: "T", doel: "D", vraag: "{id}?", antwoord: {answer}, takken: [{branches}])"#)
}

fn at(guides: &[String]) -> Table {
    let mut library = Library::default();
    for text in guides {
        library.add(text, Origin::Bundled).unwrap_or_else(|findings| panic!("{findings:?}"));
    }
    let mut table = Table::with(library);
    table.begin("g", Route::Core);
    table
}

const SCALE: &str = r#"Schaal(laag: "l", hoog: "h")"#;

fn still(table: &Table) -> Bounds {
    table.desk.open().expect("open").walk().still
}

#[test]
fn otherwise_needs_an_answer_and_no_condition_that_holds() {
    let steps = ask(
        "a",
        SCALE,
        &format!("Als(Hoogstens(3), [{}]), Anders([{}])", ask("laag", "Tekst()", ""), ask("hoog", "Tekst()", "")),
    );
    let mut table = at(&[guide("g", &steps)]);
    assert_eq!(table.route(), ["a"]);
    // Skipped, neither branch comes; that the two exclude each other the bounds do not know.
    assert_eq!(still(&table), Bounds { least: 1, most: Some(3) });
    table.answer("a", "a", number(3));
    assert_eq!(table.route(), ["a", "laag"]);
    table.answer("a", "a", number(4));
    assert_eq!(table.route(), ["a", "hoog"]);
    table.go("a");
    table.wish(Wish::NotNeeded);
    assert_eq!(table.route(), ["a"]);
}

#[test]
fn all_branches_that_hold_are_walked_in_order() {
    let options = r#"Meerkeuze(opties: [Optie(id: "x", tekst: "x"), Optie(id: "y", tekst: "y")])"#;
    let steps = ask(
        "a",
        options,
        &format!("Als(Is(\"x\"), [{}]), Als(Is(\"y\"), [{}])", ask("bij-x", "Info", ""), ask("bij-y", "Info", "")),
    );
    let mut table = at(&[guide("g", &format!("{steps}, {}", ask("slot", "Info", "")))]);
    table.answer("a", "a", pick(&["y", "x"]));
    assert_eq!(table.route(), ["a", "bij-x", "bij-y", "slot"]);
}

#[test]
fn a_jump_back_asks_again_as_a_new_visit_and_stops_at_its_cap() {
    let steps =
        ask("zeker", SCALE, &format!("Als(Hoogstens(6), [{}, Naar(stap: \"zeker\")])", ask("hoger", "Tekst()", "")));
    let mut table = at(&[guide("g", &format!("{steps}, {}", ask("slot", "Info", "")))]);
    table.answer("zeker", "zeker", number(4));
    assert_eq!(table.route(), ["zeker", "hoger", "zeker#2", "slot"]);
    for _ in 0..3 {
        table.wish(Wish::Next);
        if table.step() == "zeker" {
            table.say("zeker", number(5));
            table.wish(Wish::Next);
        }
    }
    let all = ["zeker", "hoger", "zeker#2", "hoger#2", "zeker#3", "hoger#3", "slot"];
    assert_eq!(table.route(), all, "twice back, then on");
}

#[test]
fn a_loop_walks_each_item_and_a_removed_item_keeps_its_answers() {
    let lus = format!(
        "Per(uit: \"dingen\", als: \"ding\", stappen: [{}])",
        ask("over", "Tekst()", "").replace("over?", "Over {ding}?")
    );
    let mut table = at(&[guide("g", &format!("{}, {lus}, {}", ask("dingen", "Lijst()", ""), ask("slot", "Info", "")))]);
    table.answer("dingen", "dingen", list(&["een", "twee"]));
    assert_eq!(table.route(), ["dingen", "over", "over", "slot"]);
    table.wish(Wish::Next);
    table.say("over", text("iets over twee"));
    table.answer("dingen", "dingen", list(&["een"]));
    assert_eq!(table.route(), ["dingen", "over", "slot"]);
    assert_eq!(table.desk.open().expect("open").walk().aside.len(), 1);
    table.answer("dingen", "dingen", list(&["twee", "een"]));
    let stop = &table.desk.open().expect("open").walk().stops[1];
    assert_eq!((stop.question.as_str(), stop.status), ("Over twee?", Status::Answered));
}

#[test]
fn depth_is_off_the_route_until_it_is_opened_or_the_whole_route_is_chosen() {
    let deeper = format!("Dieper(id: \"meer\", vraag: \"Verder?\", stappen: [{}])", ask("diep", "Info", ""));
    let mut table = at(&[guide("g", &format!("{}, {deeper}, {}", ask("a", "Info", ""), ask("slot", "Info", "")))]);
    assert_eq!(table.route(), ["a", "slot"]);
    table.open_depth("meer");
    assert_eq!(table.route(), ["a", "diep", "slot"]);
    assert_eq!(table.step(), "diep", "accepting an offer goes to its first step");
    table.wish(Wish::Undo);
    assert_eq!(table.route(), ["a", "slot"]);
    table.wish(Wish::WholeRoute);
    assert_eq!(table.route(), ["a", "diep", "slot"]);
}

#[test]
fn a_threshold_is_the_municipalitys_and_the_guides_own_number_where_it_named_none() {
    let steps = format!(
        "{}, {}",
        ask("a", SCALE, &format!("Als(Onder(\"zekerheid\", 7), [{}])", ask("kleiner", "Info", ""))),
        ask("slot", "Info", "")
    );
    // What the municipality said, the number that was given, whether the branch is walked.
    let cases = [
        ("", 6, true),
        ("", 7, false),
        ("9", 8, true),
        ("9", 9, false),
        ("3", 3, false),
        ("0", 6, true),
        ("11", 7, false),
    ];
    for (said, given, walked) in cases {
        let mut library = Library::default();
        library.add(&guide("g", &steps), Origin::Bundled).expect("a guide");
        if !said.is_empty() {
            let text = format!(r#"Organisatie(formaat: 1, drempels: [Drempel(naam: "zekerheid", cijfer: {said})])"#);
            library.serve(Organisation::parse(&text).expect("an organisation"));
        }
        let mut table = Table::with(library);
        table.begin("g", Route::Core);
        table.answer("a", "a", number(given));
        assert_eq!(table.route().contains(&"kleiner".to_owned()), walked, "{said} {given}");
    }
}

#[test]
fn another_guide_is_called_walked_in_its_place_and_left_again() {
    let roep = "Roep(id: \"aanbod\", gids: \"ander\", van: \"twee\", tot: \"drie\", vraag: \"Nu?\")";
    let eigen = guide("g", &format!("{}, {roep}, {}", ask("a", "Info", ""), ask("slot", "Info", "")));
    let steps: Vec<String> = ["een", "twee", "drie", "vier"].iter().map(|id| ask(id, "Info", "")).collect();
    let back = "Roep(id: \"terug\", gids: \"g\", vraag: \"Weer?\")";
    let ander = guide("ander", &format!("{}, {}, {back}, {}, {}", steps[0], steps[1], steps[2], steps[3]));
    let mut table = at(&[eigen.clone(), ander]);
    assert_eq!(table.route(), ["a", "aanbod", "slot"]);
    table.go("aanbod");
    let place = table.place();
    table.tell(Command::Deepen { place, when: When::Now });
    assert_eq!(
        table.route(),
        ["a", "aanbod", "twee", "drie", "slot"],
        "its range only, and no guide that is on the way already"
    );
    assert_eq!(table.step(), "twee");
    table.wish(Wish::Next);
    table.wish(Wish::Next);
    assert_eq!(table.step(), "slot");
    let alone = at(&[eigen]);
    assert_eq!(alone.route(), ["a", "slot"], "a guide that is not at hand is not offered");
}

#[test]
fn going_on_after_something_was_passed_without_a_word() {
    let steps: Vec<String> = ["een", "twee", "drie"].iter().map(|id| ask(id, "Tekst()", "")).collect();
    let mut table = at(&[guide("g", &steps.join(", "))]);
    table.wish(Wish::Next);
    table.answer("twee", "twee", text("gezegd"));
    let walk = table.desk.open().expect("open").walk();
    assert_eq!(walk.here().map(|stop| stop.place.step.as_str()), Some("drie"));
    assert_eq!(still(&table), Bounds { least: 2, most: Some(2) }, "what was passed is still open");
}

#[test]
fn a_cleared_answer_is_an_open_step() {
    let mut table = at(&[guide("g", &ask("a", "Tekst()", ""))]);
    table.answer("a", "a", text("iets"));
    table.answer("a", "a", Answer::Text(String::new()));
    assert_eq!(table.desk.open().expect("open").walk().stops[0].status, Status::Open);
}

/// The bounds are true: on every way through the core guide, what came was never fewer or more than was said.
#[test]
fn least_and_most_hold_on_random_walks_of_the_core_guide() {
    for seed in 0_u32..150 {
        let mut table = Table::begun("zelf-aan-het-roer", if seed % 2 == 0 { Route::Core } else { Route::Whole });
        let (mut said, mut names) = (Vec::new(), Vec::new());
        let mut asked = 0_usize;
        let mut turn = seed.wrapping_mul(2_654_435_761);
        while asked < 400 {
            let Some(stop) = table.desk.open().and_then(|open| open.stop()).cloned() else { break };
            said.push((asked, still(&table)));
            names.push((stop.place.step.clone(), stop.place.visit, still(&table).most));
            asked += 1;
            turn = turn.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            for field in &stop.fields {
                if let Some(answer) = crate::journal::some_answer(&field.ask, turn >> 8) {
                    table.say(&field.key, answer);
                }
            }
            if table.desk.open().and_then(|open| open.stop()).is_some_and(|stop| stop.status == Status::Open) {
                table.wish(Wish::NotNeeded);
            } else {
                table.wish(Wish::Next);
            }
        }
        for (before, bounds) in said {
            let came = asked - before;
            assert!(bounds.least <= came, "seed {seed}: least {} after {before}, came {came}", bounds.least);
            let rest = &names[before..];
            assert!(
                bounds.most.is_none_or(|most| came <= most),
                "seed {seed}: most {:?}, came {came}: {rest:?}",
                bounds.most
            );
        }
    }
}
