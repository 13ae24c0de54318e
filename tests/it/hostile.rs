//! A guide file is data from elsewhere: whatever it holds, there is a clear finding, and no panic, no hang, no flood.

use std::fmt::Write as _;

use roer::dossier::answer::{Answer, Item};
use roer::dossier::event::Route;
use roer::dossier::ids::ItemId;
use roer::guide::{BUNDLED, Guide, Kind, Library, Origin, limits};
use roer::review::{Chance, Trial};
use roer::walk::STOPS;

use crate::fuzz_body::swallow;

fn guide(steps: &str) -> String {
    format!(
        r#"Gids(formaat: 1, id: "g", editie: "1", titel: "G", voor: klant, fasen: [Fase(id: "f", titel: "F", stappen: [{steps}])])"#
    )
}

fn step(id: &str, ask: &str) -> String {
    format!(r#"Stap(id: "{id}", titel: "T", doel: "D", vraag: "V?", antwoord: {ask}),"#)
}

fn kinds(text: &str) -> Vec<Kind> {
    Guide::read(text, None).findings.into_iter().map(|finding| finding.kind).collect()
}

#[test]
fn characters_that_hide_or_turn_text_around_are_refused_everywhere() {
    for bad in ['\u{202e}', '\u{200f}', '\u{2066}', '\u{7}', '\u{1b}', '\u{e000}', '\u{feff}', '\u{e0041}'] {
        for (at, text) in [
            ("question", guide(&step("a", "Tekst()").replace("V?", &format!("V{bad}?")))),
            ("second", guide(&step("a", "Tekst()").replace("\"V?\"", &format!("Woorden(u: \"V\", je: \"V{bad}\")")))),
            ("option", guide(&step("a", &format!("Keuze(opties: [Optie(id: \"x\", tekst: \"x{bad}\")])")))),
            ("hint", guide(&step("a", "Tekst()").replace("antwoord", &format!("hulp: [\"h{bad}\"], antwoord")))),
            ("title", guide(&step("a", "Tekst()")).replace("titel: \"G\"", &format!("titel: \"G{bad}\""))),
        ] {
            assert!(kinds(&text).contains(&Kind::ForbiddenCharacter), "U+{:04X} in {at}", u32::from(bad));
        }
    }
}

/// Loops in loops multiply, so they have a bound of their own; so has the whole walk.
#[test]
fn what_multiplies_is_bounded() {
    let nest = |depth: usize| {
        let mut steps = step("l", "Lijst()");
        for at in 0..depth {
            let _ = write!(steps, "Per(uit: \"l\", als: \"x{at}\", stappen: [");
        }
        steps + &step("s", "Info") + &"]),".repeat(depth)
    };
    assert_eq!(kinds(&guide(&nest(limits::LOOPS))), []);
    assert!(kinds(&guide(&nest(limits::LOOPS + 1))).contains(&Kind::TooDeep));
    // The deepest that is allowed, over a long list, is cut off and not walked to its end.
    let mut library = Library::default();
    let name = library.add(&guide(&nest(limits::LOOPS)), Origin::Vault).expect("sound");
    let mut trial = Trial::new(&library);
    trial.begin(&name, Route::Core);
    let place = trial.walk().stops[0].place.clone();
    let entry = |at: usize| Item { id: ItemId::new(format!("i{at}")), text: "x".repeat(1_000) };
    trial.say(&place, "l", Answer::List((0..255).map(entry).collect()));
    let walk = trial.walk();
    assert!(walk.cut_off && walk.stops.len() <= STOPS + 1, "{}", walk.stops.len());
}

#[test]
fn deep_wide_and_broken_files_end_in_a_finding() {
    let deep = |open: &str, close: &str, times: usize| guide(&(open.repeat(times) + &close.repeat(times)));
    for text in [
        deep("Als(Bij(\"a\", Leeg), [", "])", 5_000),
        deep("Dieper(id: \"d\", vraag: \"v\", stappen: [", "])", 5_000),
        "[".repeat(200_000),
        "Gids(".repeat(50_000),
        guide(&format!("Als({}Leeg{}, [])", "Niet(".repeat(5_000), ")".repeat(5_000))),
        guide("\"".repeat(100_001).as_str()),
        "\u{0}".repeat(1_000),
        String::new(),
        "Gids(formaat: 99999999999999999999)".to_owned(),
        guide(&step("a", "Tekst(regels: 999)")),
        guide(&step("a", "Schaal(laag: \"l\", hoog: \"h\", hoog: \"h\")")),
    ] {
        let found = kinds(&text);
        assert!(!found.is_empty(), "{}", text.chars().take(60).collect::<String>());
    }
    // One condition of a hundred thousand parts is wide and not deep.
    let wide =
        guide(&format!("{}Als(EenVan([{}]), []),", step("a", "Tekst()"), "Bij(\"a\", Ingevuld),".repeat(100_000)));
    assert_eq!(kinds(&wide), []);
}

/// At the limits of the table: under five seconds and 256 MiB in the program as it is shipped, so well bounded here too.
#[test]
fn a_guide_at_the_limit_of_steps_is_checked_and_walked() {
    let text = guide(&(0..limits::STEPS).map(|at| step(&format!("s{at}"), "Tekst()")).collect::<String>());
    let checked = Guide::read(&text, None);
    assert!(checked.guide.is_some() && checked.findings.is_empty());
    let mut library = Library::default();
    let name = library.add(&text, Origin::Vault).expect("sound");
    assert_eq!(roer::review::review(&library, &name), []);
}

/// A short run of what `fuzz/run.sh` does for as long as it is told: bundled guides and miniatures, changed by chance.
#[test]
#[expect(clippy::print_stdout, reason = "the count is part of what is shown")]
fn guides_changed_by_chance_are_swallowed() {
    let words: Vec<String> = include_str!("../../fuzz/guide.dict")
        .lines()
        .map(|line| line.trim_matches('"').replace("\\\"", "\""))
        .filter(|word| !word.is_empty())
        .collect();
    let small = include_str!("../../fuzz/seeds/klein.ron");
    let (mut walked, mut stops) = (0, 0);
    for seed in 0..4_000_u64 {
        let mut chance = Chance::new(seed);
        // Mostly the miniature, in which a change reaches further and costs less.
        let source = if chance.happens(95) { small } else { chance.pick(&BUNDLED).expect("guides") };
        let mut bytes: Vec<u8> = source.bytes().collect();
        for _ in 0..=chance.below(2) {
            let at = chance.below(bytes.len());
            match chance.below(4) {
                0 => bytes[at] = u8::try_from(chance.below(256)).unwrap_or(0),
                1 => {
                    let end = (at + chance.below(30)).min(bytes.len());
                    bytes.drain(at..end);
                }
                2 => {
                    let end = (at + chance.below(200)).min(bytes.len());
                    let piece = bytes[at..end].to_vec();
                    let to = chance.below(bytes.len());
                    bytes.splice(to..to, piece);
                }
                _ => {
                    let word = chance.pick(&words).expect("words").clone().into_bytes();
                    bytes.splice(at..at, word);
                }
            }
            if bytes.is_empty() {
                break;
            }
        }
        bytes.insert(0, u8::try_from(seed % 256).unwrap_or(0));
        let came = swallow(&bytes);
        walked += usize::from(came > 0);
        stops += came;
    }
    println!("fuzz: 4000 texts, {walked} of them were still guides and were walked, {stops} stops");
    assert!(walked > 60, "{walked}");
}
