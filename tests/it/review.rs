//! Guides walked many times: what strands, what nobody reaches, which paths hold, and whether they guard every way.

use roer::guide::file::{BranchFile, GuideFile, NodeFile};
use roer::guide::{BUNDLED, Finding, Guide, Kind, Level, Library, Organisation, Origin};
use roer::review::{self, walks_for};
use roer::texts::{Language, Texts};

fn guide(steps: &str) -> String {
    guide_with(steps, "")
}

fn guide_with(steps: &str, more: &str) -> String {
    format!(
        r#"Gids(formaat: 1, id: "proef", editie: "1.0", titel: "Proef", voor: klant, {more}
    fasen: [Fase(id: "een", titel: "Een", stappen: [
{steps}
    ])])"#
    )
}

fn step(id: &str, rest: &str) -> String {
    format!(r#"Stap(id: "{id}", titel: "T", doel: "D", vraag: "Wat is dit?", {rest})"#)
}

fn choice(ids: &[&str]) -> String {
    let options: Vec<String> = ids.iter().map(|id| format!(r#"Optie(id: "{id}", tekst: "{id}")"#)).collect();
    format!("antwoord: Keuze(opties: [{}])", options.join(", "))
}

fn found(text: &str) -> Vec<Finding> {
    let checked = Guide::read(text, None);
    assert!(checked.guide.is_some(), "sound but for what walking shows: {:?}", checked.findings);
    let mut library = Library::default();
    let name = library.add(text, Origin::Vault).expect("sound");
    review::review(&library, &name)
}

fn kinds(text: &str) -> Vec<Kind> {
    found(text).into_iter().map(|finding| finding.kind).collect()
}

/// Two guides that differ in one negation. In the first, who says no to work and yes to help is left standing.
#[test]
fn a_missing_negation_strands_some_walks_and_the_check_names_the_route() {
    let way = |second: &str| {
        format!(
            "{},\nAls(Bij(\"werk\", Ingevuld), [{}, Einde]), Einde,\n{}",
            step("werk", &choice(&["ja", "nee"])),
            step(
                "hulp",
                &format!(
                    r#"{}, takken: [
                        Als(Alle([Is("ja"), Bij("werk", Is("ja"))]), [Naar(stap: "slot")]),
                        Als(Alle([Is("nee"), Bij("werk", Is("ja"))]), [Naar(stap: "slot")]),
                        Als(Alle([Is("nee"), Bij("werk", Is("nee"))]), [Naar(stap: "slot")]),
                        Als(Alle([Is("ja"), {second}]), [Naar(stap: "slot")]),
                    ]"#,
                    choice(&["ja", "nee"])
                )
            ),
            step("slot", "antwoord: Info")
        )
    };
    let missing = found(&guide(&way(r#"Bij("werk", Is("ja"))"#)));
    let kinds: Vec<Kind> = missing.iter().map(|finding| finding.kind).collect();
    assert_eq!(kinds, [Kind::DeadEnd, Kind::UnreachableBranch], "and the branch that says the same twice: {missing:?}");
    let words = missing[0].message(&Texts::new(Language::Dutch));
    assert!(words.contains("‘hulp’") && words.contains("werk = nee → hulp = ja"), "the shortest route: {words}");
    assert_eq!(missing[0].line, 4, "at the step where it strands");
    let repaired = found(&guide(&way(r#"Niet(Bij("werk", Is("ja")))"#)));
    assert_eq!(repaired, []);
}

#[test]
fn each_kind_that_walking_shows_fires_on_a_guide_with_that_one_fault() {
    let slot = step("slot", "antwoord: Info");
    let two_ways = format!(r#"{}, takken: [Als(Is("a"), [Naar(stap: "slot")])]"#, choice(&["a", "b"]));
    let with_way = two_ways.replace("])]", r#"]), Anders([Naar(stap: "slot")])]"#);
    let path = |path: &str| guide_with(&slot, &format!("paden: [Pad(naam: \"p\", {path})],"));
    let never =
        r#"Als(Alle([Bij("a", Hoogstens(3)), Bij("a", Minstens(5))]), [X])"#.replace('X', &step("x", "antwoord: Info"));
    let scale = step("a", r#"antwoord: Schaal(laag: "l", hoog: "h")"#);
    let passed_over =
        format!(r#"{}, Naar(stap: "slot"), {}, {slot}"#, step("a", "antwoord: Info"), step("nooit", "antwoord: Info"));
    let hidden = format!(
        r#"{}, Als(Bij("a", Is("x")), [Als(Bij("a", Is("y")), [{}])]), {slot}"#,
        step("a", &choice(&["x", "y"])),
        step("b", "antwoord: Info")
    );
    let cases = [
        (vec![Kind::OptionWithoutWay], guide(&format!("{}, Einde,\n{slot}", step("k", &two_ways)))),
        (vec![], guide(&format!("{}, Einde,\n{slot}", step("k", &with_way)))),
        (vec![Kind::ConditionNeverHolds], guide(&format!("{scale},\n{never}, {slot}"))),
        (vec![], guide(&format!("{scale},\n{}, {slot}", never.replace("Minstens(5)", "Minstens(3)")))),
        (vec![Kind::ConditionNeverHolds], guide(&hidden)),
        (vec![], guide(&hidden.replace(r#"Is("y")"#, r#"Is("x")"#))),
        (
            vec![Kind::UnknownFlag],
            guide(&format!("Als(Kenmerk(\"vreemd\"), [{}]), {slot}", step("x", "antwoord: Info"))),
        ),
        (vec![], guide(&format!("Als(Kenmerk(\"schuldhulp\"), [{}]), {slot}", step("x", "antwoord: Info")))),
        (
            vec![Kind::UnknownThreshold],
            guide(&format!(
                "{scale},\nAls(Bij(\"a\", Onder(\"vreemd\", 4)), [{}]), {slot}",
                step("x", "antwoord: Info")
            )),
        ),
        (
            vec![],
            guide(&format!(
                "{scale},\nAls(Bij(\"a\", Onder(\"belang\", 4)), [{}]), {slot}",
                step("x", "antwoord: Info")
            )),
        ),
        (vec![Kind::PathFails], path(r#"antwoorden: [], eindigt: "weg""#)),
        (vec![], path(r#"antwoorden: [], eindigt: "slot""#)),
        (vec![Kind::PathFails], path(r#"antwoorden: [("weg", Gelezen)]"#)),
        (vec![Kind::PathFails], path(r#"antwoorden: [], langs: ["slot", "slot"]"#)),
        (vec![Kind::PathFails], path(r#"antwoorden: [], niet: ["slot"]"#)),
        (vec![Kind::PathFails], path(r#"antwoorden: [("slot", Cijfer(3))]"#)),
        (vec![Kind::PathFails], path(r#"antwoorden: [], plan: ["iets"]"#)),
    ];
    for (expected, text) in cases {
        assert_eq!(kinds(&text), expected, "{text}");
    }
    assert!(Guide::read(&guide(&passed_over), None).findings.iter().any(|f| f.kind == Kind::UnreachableStep));
}

#[test]
fn a_step_that_no_answer_reaches_is_told_though_the_graph_reaches_it() {
    // The second branch asks for an answer that is only given after it.
    let text = guide(&format!(
        r#"{}, Als(Bij("later", Is("x")), [{}]), {}"#,
        step("a", "antwoord: Info"),
        step("b", "antwoord: Info"),
        step("later", &choice(&["x", "y"]))
    ));
    let found = found(&text);
    assert_eq!(
        found.iter().map(|finding| (finding.kind, finding.step.as_deref())).collect::<Vec<_>>(),
        [(Kind::UnreachableStep, Some("b"))]
    );
}

#[test]
fn a_route_that_can_become_endless_is_told() {
    let steps: String = (0..400).map(|at| step(&format!("s{at}"), "antwoord: Info") + ",\n").collect();
    let text = guide(&format!("{steps} Naar(stap: \"s0\", hoogstens: 100)"));
    assert_eq!(kinds(&text), [Kind::TooLongRoute]);
    assert_eq!(kinds(&text.replace("hoogstens: 100", "hoogstens: 2")), []);
}

#[test]
fn what_the_client_reads_is_measured_and_the_reason_is_named() {
    let said = |question: &str| {
        let text = guide(&step("a", "antwoord: Tekst()").replace("Wat is dit?", question));
        let texts = Texts::new(Language::Dutch);
        let findings = Guide::read(&text, None).findings;
        findings
            .iter()
            .map(|f| format!("{}: {} - {}", f.kind.name(), f.message(&texts), f.advice(&texts)))
            .collect::<Vec<_>>()
    };
    assert_eq!(said("Wat wilt u?"), Vec::<String>::new());
    let long = said("Wilt u vandaag met mij praten over wat u vorige week heeft gedaan en hoe dat ging?");
    assert!(long[0].starts_with("too-hard-to-read: deze zin heeft 17 woorden"), "{long:?}");
    let hard = said("Wat is uw motivatie?");
    assert!(hard.iter().any(|line| line.contains("‘motivatie’ is een moeilijk woord")), "{hard:?}");
    let word = said("Wilt u het arbeidsverledenoverzicht zien?");
    assert!(word.iter().any(|line| line.contains("is een lang woord")), "{word:?}");
    let own = guide(&step("a", "wie: klantmanager, antwoord: Tekst()").replace("Wat is dit?", "Wat is de motivatie?"));
    assert_eq!(Guide::read(&own, None).findings, [], "the klantmanager's own words are not measured");
}

#[test]
fn a_second_language_is_not_measured_and_must_have_the_same_places() {
    let text = |woorden: &str, top: &str| {
        guide_with(
            &format!(
                "{}, {}",
                step("a", "antwoord: Tekst()"),
                step("b", "antwoord: Info").replace("\"Wat is dit?\"", woorden)
            ),
            top,
        )
    };
    let kinds = |text: &str| Guide::read(text, None).findings.into_iter().map(|f| f.kind).collect::<Vec<_>>();
    let whole =
        r#"Woorden(u: "Zei u {a|dit}?", je: "Zei je {a|dit}?", tweede: "Did you say {a|this} notwithstanding?")"#;
    assert_eq!(kinds(&text(whole, "tweede_taal: \"en\",")), []);
    assert_eq!(kinds(&text(whole, "")), [Kind::NoSecondLanguage]);
    let other = whole.replace("Zei je {a|dit}", "Zei je dit");
    assert_eq!(kinds(&text(&other, "tweede_taal: \"en\",")), [Kind::VariantDiffers]);
}

#[test]
fn an_organisation_file_that_lacks_what_a_guide_needs_is_told() {
    let text = guide_with(&step("a", "antwoord: Info"), "nodig: [\"telefoon\", \"bezwaar\"],");
    let guide = Guide::read(&text, None).guide.expect("sound");
    let organisation = Organisation { phone: "010-1".to_owned(), ..Organisation::default() };
    let missing = review::missing(&organisation, &guide);
    assert_eq!(missing.len(), 1);
    assert!(missing[0].message(&Texts::new(Language::Dutch)).contains("bezwaar"));
}

/// The bundled guides, with each other at hand, have nothing to say.
#[test]
fn the_bundled_guides_are_walked_without_a_finding() {
    let library = Library::bundled();
    let mut paths = 0;
    for (guide, _) in library.guides() {
        assert_eq!(review::review(&library, guide.name()), [], "{}", guide.title());
        assert!(guide.paths().len() >= 5, "{} has paths", guide.title());
        paths += guide.paths().len();
    }
    assert_eq!(library.guides().count(), BUNDLED.len());
    assert!(paths > 150, "{paths}");
}

#[test]
fn a_large_guide_gets_fewer_walks() {
    assert_eq!([0, 58, 200, 400, 10_000].map(walks_for), [200, 200, 200, 100, 4]);
}

/// Each branch and each way of a bundled guide, dropped or led elsewhere once: its own paths, or the check, must notice.
#[test]
#[expect(clippy::print_stdout, reason = "the figure is what the authors want to see")]
fn paths_of_the_bundled_guides_catch_what_is_dropped_or_led_elsewhere() {
    let (mut caught, mut all) = (0, 0);
    for text in BUNDLED {
        let file = GuideFile::parse(text).expect("sound");
        let mutants = mutants(&file);
        let escaped: Vec<&str> =
            mutants.iter().filter(|(_, mutant)| !is_caught(mutant)).map(|(what, _)| what.as_str()).collect();
        println!(
            "{}: {} of {} mutants caught; escaped: {escaped:?}",
            file.id,
            mutants.len() - escaped.len(),
            mutants.len()
        );
        caught += mutants.len() - escaped.len();
        all += mutants.len();
    }
    println!("mutants caught: {caught} of {all} ({:.1} %)", caught as f64 * 100.0 / all as f64);
    assert!(all > 240 && caught * 100 >= all * 95, "{caught} of {all}");
}

fn is_caught(mutant: &GuideFile) -> bool {
    let text = mutant.to_text().expect("a guide can be written");
    let checked = Guide::read(&text, None);
    let Some(guide) = checked.guide else { return true };
    if checked.findings.iter().any(|finding| finding.level() == Level::Fault) {
        return true;
    }
    let mut library = Library::bundled();
    library.add(&text, Origin::Vault).expect("sound");
    guide.paths().iter().any(|path| review::hold(&library, &guide, path).is_err())
}

/// Every guide that differs from this one in one transition.
fn mutants(file: &GuideFile) -> Vec<(String, GuideFile)> {
    let mut mutants = Vec::new();
    let mut number = 0;
    loop {
        let mut mutant = file.clone();
        let mut left = number;
        let mut what = None;
        let steps: Vec<String> =
            Guide::check(file, "", None).guide.expect("sound").steps().iter().map(|s| s.id.clone()).collect();
        for stage in &mut mutant.stages {
            change(&mut stage.nodes, &steps, &mut left, &mut what);
        }
        match what {
            Some(what) => mutants.push((what, mutant)),
            None => return mutants,
        }
        number += 1;
    }
}

/// Makes the change with this number, counting on.
fn change(nodes: &mut Vec<NodeFile>, steps: &[String], left: &mut usize, what: &mut Option<String>) {
    let turn = |left: &mut usize| {
        let now = *left == 0;
        *left = left.wrapping_sub(1);
        now
    };
    let mut drop = None;
    for (at, node) in nodes.iter_mut().enumerate() {
        if what.is_some() {
            return;
        }
        match node {
            NodeFile::Step(step) => {
                let mut gone = None;
                for (at, branch) in step.branches.iter_mut().enumerate() {
                    if what.is_some() {
                        return;
                    }
                    if turn(left) {
                        *what = Some(format!("{}: branch {at} dropped", step.id));
                        gone = Some(at);
                        break;
                    }
                    match branch {
                        BranchFile::When(_, inner) | BranchFile::Otherwise(inner) => change(inner, steps, left, what),
                    }
                }
                if let Some(at) = gone {
                    step.branches.remove(at);
                    // What came last needs something before it.
                    if let [BranchFile::Otherwise(_)] = step.branches.as_slice() {
                        step.branches.clear();
                    }
                    return;
                }
            }
            NodeFile::Deeper(deeper) => {
                if turn(left) {
                    *what = Some(format!("{} dropped", deeper.id));
                    drop = Some(at);
                    break;
                }
                change(&mut deeper.nodes, steps, left, what);
            }
            NodeFile::Each(each) => {
                if turn(left) {
                    *what = Some(format!("loop over {} dropped", each.over));
                    drop = Some(at);
                    break;
                }
                change(&mut each.nodes, steps, left, what);
            }
            NodeFile::When(_, inner) => {
                if turn(left) {
                    *what = Some("a loose branch dropped".to_owned());
                    drop = Some(at);
                    break;
                }
                change(inner, steps, left, what);
            }
            NodeFile::Jump(jump) => {
                if turn(left) {
                    *what = Some(format!("way to {} dropped", jump.to));
                    drop = Some(at);
                    break;
                }
                if turn(left) {
                    let to = steps.iter().position(|step| *step == jump.to).unwrap_or(0);
                    let other = steps[(to + 1) % steps.len()].clone();
                    *what = Some(format!("way to {} led to {other}", jump.to));
                    jump.to = other;
                    return;
                }
            }
            NodeFile::Call(call) => {
                if turn(left) {
                    *what = Some(format!("{} dropped", call.id));
                    drop = Some(at);
                    break;
                }
            }
            NodeFile::Propose(propose) => {
                if turn(left) {
                    *what = Some(format!("proposal at {} dropped", propose.at));
                    drop = Some(at);
                    break;
                }
            }
            NodeFile::End => {
                if turn(left) {
                    *what = Some("an end dropped".to_owned());
                    drop = Some(at);
                    break;
                }
            }
        }
    }
    if let Some(at) = drop {
        nodes.remove(at);
    }
}
