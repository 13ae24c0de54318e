//! Guides: the bundled ones are sound, and each kind of finding fires on a guide that is right but for that one fault.

use roer::guide::{BUNDLED, Guide, Kind, Level, limits};
use roer::texts::{Language, Texts};

/// A smallest guide, with places for one fault at a time.
fn guide(steps: &str) -> String {
    format!(
        r#"Gids(formaat: 1, id: "proef", editie: "1.0", titel: "Proef", voor: klant,
    bronnen: [Bron(id: "boek", wie: "A", jaar: 2019, titel: "B", steunt: "c", sterkte: praktijk)],
    fasen: [Fase(id: "een", titel: "Een", stappen: [
{steps}
    ])])"#
    )
}

fn step(id: &str, rest: &str) -> String {
    format!(r#"Stap(id: "{id}", titel: "T", doel: "D", vraag: "V?", {rest})"#)
}

fn kinds(text: &str) -> Vec<(Kind, usize)> {
    let known = ["proef".to_owned()];
    let findings = Guide::read(text, Some(&known)).findings;
    // How hard a text is to read has a test of its own; these miniatures say nothing.
    let findings = findings.iter().filter(|finding| finding.kind != Kind::TooHardToRead);
    findings.map(|finding| (finding.kind, finding.line)).collect()
}

#[test]
fn bundled_guides_have_no_faults() {
    for text in BUNDLED {
        let checked = Guide::read(text, None);
        let faults: Vec<_> = checked.findings.iter().filter(|finding| finding.level() == Level::Fault).collect();
        assert!(faults.is_empty() && checked.guide.is_some(), "{faults:?}");
    }
}

#[test]
fn core_guide_has_seven_stages_forty_steps_of_the_design_and_a_short_core() {
    let guide = Guide::read(BUNDLED[0], None).guide.expect("sound");
    assert_eq!(guide.stages().len(), 7);
    let numbers = BUNDLED[0].lines().filter(|line| line.trim_start().starts_with("// A")).count();
    assert!(numbers >= 40, "every step of the design is named above its step: {numbers}");
    let core = guide.steps().iter().filter(|step| step.core).count();
    assert!((9..=12).contains(&core), "a core of about nine questions and its frame: {core}");
}

#[test]
fn a_sound_guide_gives_no_finding() {
    assert_eq!(kinds(&guide(&step("a", "antwoord: Tekst(), bewijs: [\"boek\"]"))), []);
}

/// Kind, and the steps of a guide that has this one fault. The line is that of the fault.
#[test]
fn each_kind_of_finding_fires_at_its_place_on_a_guide_that_is_right_but_for_one_fault() {
    let scale = step("a", "antwoord: Schaal(laag: \"l\", hoog: \"h\"), takken: [\nAls(COND, [B])]");
    let branch = |condition: &str, body: &str| scale.replace("COND", condition).replace('B', body);
    let b = step("b", "antwoord: Info");
    let long = "x".repeat(limits::TEXT_CHARS + 1);
    let deep = {
        let (open, close) = ("Als(Bij(\"a\", Leeg), [".repeat(33), "])".repeat(33));
        format!("{},\n{open}{b}{close}", step("a", "antwoord: Info"))
    };
    let loops = |over: &str| {
        format!("{},\nPer(uit: \"{over}\", als: \"ding\", stappen: [{b}])", step("a", "antwoord: Tekst()"))
    };
    let cases = [
        (Kind::Syntax, 5, "Stap(id: \"a\"".to_owned()),
        (Kind::BadId, 4, step("Fout!", "antwoord: Info")),
        (Kind::DuplicateId, 5, format!("{},\n{}", step("a", "antwoord: Info"), step("a", "antwoord: Info"))),
        (Kind::EmptyText, 4, step("a", "antwoord: Info").replace("V?", " ")),
        (Kind::TextTooLong, 4, step("a", "antwoord: Info").replace("V?", &long)),
        (Kind::ForbiddenCharacter, 4, step("a", "antwoord: Info").replace("V?", "om\u{202e}gekeerd")),
        (Kind::NoQuestion, 4, step("a", "")),
        (Kind::TooDeep, 5, deep),
        (Kind::DanglingTarget, 5, format!("{},\nNaar(stap: \"weg\")", step("a", "antwoord: Info"))),
        (
            Kind::JumpIntoLoop,
            4,
            format!(
                "Als(Bij(\"l\", Leeg), [Naar(stap: \"b\")]),\n{},\nPer(uit: \"l\", als: \"x\", stappen: [{b}])",
                step("l", "antwoord: Lijst()")
            ),
        ),
        (Kind::UncappedCycle, 5, format!("{},\nNaar(stap: \"a\", hoogstens: 0)", step("a", "antwoord: Info"))),
        (
            Kind::UnreachableStep,
            5,
            format!("{},\n{}", step("a", "antwoord: Info").replace("Stap(", "Einde,\nStap("), b),
        ),
        (Kind::UnknownKey, 4, step("a", "antwoord: Info").replace("V?", "Over {weg}?")),
        (Kind::UnknownSource, 4, step("a", "antwoord: Info, bewijs: [\"weg\"]")),
        (
            Kind::UnknownOption,
            5,
            step("a", "antwoord: Keuze(opties: [Optie(id: \"x\", tekst: \"x\")]), takken: [\nAls(Is(\"y\"), [])]"),
        ),
        (Kind::ConditionNeverHolds, 5, branch("Hoogstens(11)", &b)),
        (Kind::MisplacedOtherwise, 4, step("a", "antwoord: Tekst(), takken: [Anders([])]")),
        (
            Kind::UnfitAnswer,
            5,
            format!("{},\n{}", step("a", "antwoord: Tekst()"), step("b", "antwoord: Status(uit: \"a\")")),
        ),
        (
            Kind::ProposalTooLate,
            5,
            format!("{},\nVoorstel(bij: \"a\", tekst: \"Dit kan ook.\")", step("a", "antwoord: Lijst()")),
        ),
        (Kind::BadId, 4, format!("Als(Kenmerk(\"Fout!\"), [{}])", step("a", "antwoord: Info"))),
        (Kind::UnknownKey, 4, step("a", "antwoord: Info").replace("V?", "Bel {organisatie/weg|ons}.")),
        (Kind::NothingToLoopOver, 5, loops("a")),
        (Kind::EmptyPrefill, 5, format!("{},\n{}", step("a", "antwoord: Tekst()"), b.replace("V?", "En {a}?"))),
        (
            Kind::UnknownGuide,
            5,
            format!("{},\nRoep(id: \"r\", gids: \"weg\", vraag: \"Nu?\")", step("a", "antwoord: Info")),
        ),
    ];
    for (kind, line, steps) in cases {
        let found = kinds(&guide(&steps));
        assert!(
            found.iter().any(|(found, at)| *found == kind && (*at == line || kind == Kind::UnreachableStep)),
            "{kind:?} at {line}: {found:?}"
        );
        let others: Vec<_> = found.iter().filter(|(found, _)| *found != kind).collect();
        assert!(others.is_empty(), "{kind:?} alone: {others:?}");
    }
}

#[test]
fn the_whole_file_has_findings_of_its_own() {
    let good = guide(&step("a", "antwoord: Info"));
    assert_eq!(kinds(&good.replace("formaat: 1", "formaat: 9"))[0].0, Kind::NewerFormat);
    assert_eq!(kinds(&guide(""))[0].0, Kind::NoSteps);
    assert_eq!(kinds(&format!("{good}{}", " ".repeat(limits::FILE_BYTES)))[0].0, Kind::TooLarge);
    let bomb = "Stap(".repeat(100_000);
    assert!(matches!(kinds(&guide(&bomb))[0].0, Kind::Syntax | Kind::TooDeep));
    let many: String = (0..=limits::STEPS).map(|at| step(&format!("s{at}"), "antwoord: Info") + ",\n").collect();
    assert!(kinds(&guide(&many)).iter().any(|(kind, _)| *kind == Kind::TooManySteps));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_fine() {
    let text = format!("\u{feff}{}", guide(&step("a", "antwoord: Info")).replace('\n', "\r\n"));
    assert_eq!(kinds(&text), []);
}

#[test]
fn every_kind_has_words_and_advice_in_both_languages() {
    for language in [Language::Dutch, Language::English] {
        let texts = Texts::new(language);
        for kind in roer::guide::Kind::ALL {
            for key in [format!("finding-{}", kind.name()), format!("finding-{}-advice", kind.name())] {
                assert!(texts.has(&key), "{key}");
            }
        }
    }
}

/// The handbook's own complete examples are guides that pass.
#[test]
fn the_whole_guides_in_the_handbook_are_sound() {
    let handbook = std::fs::read_to_string("guides/FORMAT.md").expect("the handbook");
    let blocks: Vec<&str> = handbook.split("```ron\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    let whole: Vec<&&str> =
        blocks.iter().filter(|block| block.contains("Gids(") && block.contains("formaat:")).collect();
    assert!(!whole.is_empty(), "the handbook shows a whole guide");
    for text in whole {
        let found = Guide::read(text, None).findings;
        assert!(found.iter().all(|finding| finding.level() == Level::Notice), "{found:?}\n{text}");
    }
}

/// Every key and every answer type of the format is told in the handbook.
#[test]
fn the_handbook_names_every_word_of_the_format() {
    let handbook = std::fs::read_to_string("guides/FORMAT.md").expect("the handbook");
    let mut named = 0;
    for file in [
        "src/guide/file.rs",
        "src/guide/ask.rs",
        "src/guide/condition.rs",
        "src/guide/path.rs",
        "src/guide/phrase.rs",
        "src/guide/organisation.rs",
        "src/guide/layer.rs",
    ] {
        let source = std::fs::read_to_string(file).expect("a source");
        for word in source.split("rename = \"").skip(1).filter_map(|rest| rest.split('"').next()) {
            named += 1;
            assert!(handbook.contains(word), "{file}: ‘{word}’ is not in guides/FORMAT.md");
        }
    }
    assert!(named > 80, "{named}");
}
