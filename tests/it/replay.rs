//! The walk against the records of another engine: every case must land on the step that engine recorded.
//!
//! `ROER_REPLAY_DIR` names a folder with `flows/*.ron` and `replay.jsonl.gz`. Each flow becomes a guide of ours.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use jiff::civil::date;
use roer::dossier::Dossier;
use roer::dossier::event::{Answered, Clock, Event, Happening, Route, RunBegan};
use roer::dossier::ids::{Address, DossierId, EventId, Place, RunId, SegmentId};
use roer::guide::{Guide, Library, Origin};
use roer::walk::Walk;
use serde::Deserialize;

use crate::table::pick;

#[derive(Deserialize)]
struct Flow {
    id: String,
    start: String,
    outcomes: Vec<String>,
    steps: Vec<FlowStep>,
}

#[derive(Deserialize)]
struct FlowStep {
    id: String,
    options: Vec<FlowOption>,
}

#[derive(Deserialize)]
struct FlowOption {
    value: String,
    next: Vec<Way>,
}

#[derive(Deserialize)]
struct Way {
    when: Vec<(String, Option<String>)>,
    to: String,
}

#[derive(Deserialize)]
struct Case {
    guide: String,
    path: Vec<(String, String)>,
    expect: String,
}

/// Names of another engine as ids of ours, and back.
#[derive(Default)]
struct Names(BTreeMap<String, usize>);

impl Names {
    fn id(&mut self, name: &str) -> String {
        let next = self.0.len();
        format!("n{}", *self.0.entry(name.to_owned()).or_insert(next))
    }
}

/// A flow as the text of a guide: a step with a choice each, and a jump under each condition.
fn guide(flow: &Flow, names: &mut Names) -> String {
    let mut values: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for step in &flow.steps {
        let all = values.entry(&step.id).or_default();
        all.extend(step.options.iter().map(|option| option.value.as_str()));
    }
    let asked =
        flow.steps.iter().flat_map(|step| &step.options).flat_map(|option| &option.next).flat_map(|way| &way.when);
    for (step, answer) in asked {
        if let (Some(all), Some(answer)) = (values.get_mut(step.as_str()), answer)
            && !all.contains(&answer.as_str())
        {
            all.push(answer);
        }
    }
    let mut steps = String::new();
    let first = |step: &&FlowStep| step.id != flow.start;
    let mut ordered: Vec<&FlowStep> = flow.steps.iter().collect();
    ordered.sort_by_key(first);
    for step in ordered {
        let id = names.id(&step.id);
        let options: Vec<String> = values[step.id.as_str()]
            .iter()
            .map(|value| format!("Optie(id: \"{}\", tekst: \"x\")", names.id(value)))
            .collect();
        let mut branches = String::new();
        for option in &step.options {
            for way in &option.next {
                let mut all = vec![format!("Is(\"{}\")", names.id(&option.value))];
                for (about, answer) in &way.when {
                    all.push(match (about.as_str(), answer) {
                        ("@visit", Some(visit)) => format!("Keer({visit})"),
                        (about, Some(answer)) => format!("Bij(\"{}\", Is(\"{}\"))", names.id(about), names.id(answer)),
                        (about, None) => format!("Bij(\"{}\", Leeg)", names.id(about)),
                    });
                }
                let to = names.id(&way.to);
                let _ = write!(branches, "Als(Alle([{}]), [Naar(stap: \"{to}\", hoogstens: 100)]),", all.join(","));
            }
        }
        let _ = writeln!(
            steps,
            "Stap(id: \"{id}\", titel: \"t\", doel: \"d\", vraag: \"v\", antwoord: Keuze(opties: [{}]), takken: [{branches}]), Einde,",
            options.join(",")
        );
    }
    for outcome in &flow.outcomes {
        let id = names.id(outcome);
        let _ = writeln!(steps, "Stap(id: \"{id}\", titel: \"t\", doel: \"d\", vraag: \"v\", antwoord: Info), Einde,");
    }
    format!(
        "Gids(formaat: 1, id: \"{}\", editie: \"1\", titel: \"t\", voor: klant, fasen: [Fase(id: \"fase\", titel: \"f\", stappen: [{steps}])])",
        flow.id
    )
}

/// Where the walk stands after the answers of a case: the step, with its visit when it is not the first.
fn lands_on(library: &Library, case: &Case, names: &mut Names) -> Option<String> {
    let name = library.newest(&case.guide)?.name().clone();
    let run = RunId::new("r");
    let event = |seq: usize, what| Event {
        id: EventId { segment: SegmentId::new("s"), seq: u32::try_from(seq).unwrap_or(u32::MAX) },
        clock: Clock { millis: i64::try_from(seq).unwrap_or(i64::MAX), tick: 0 },
        at: date(2026, 11, 23).at(10, 0, 0, 0),
        what,
    };
    let began = RunBegan { run: run.clone(), guide: name, route: Route::Core, caller: None };
    let mut events = vec![event(0, Happening::RunBegan(began))];
    for (at, (step, answer)) in case.path.iter().enumerate() {
        let (step, visit) =
            step.split_once('#').map_or((step.as_str(), 1), |(step, visit)| (step, visit.parse().unwrap_or(1)));
        let step = names.id(step);
        let place = Place { run: run.clone(), step: step.clone(), item: None, visit };
        let answer = pick(&[&names.id(answer)]);
        let at_field = Address { place, field: step };
        let answered = Answered { at: at_field, question: "v".to_owned(), answer, replaces: Vec::new() };
        events.push(event(at + 1, Happening::Answered(answered)));
    }
    let dossier = Dossier::from_events(DossierId::new("d"), events);
    let walk = Walk::over(library, &dossier, &run)?;
    let here = walk.here()?;
    Some(if here.place.visit == 1 {
        here.place.step.clone()
    } else {
        format!("{}#{}", here.place.step, here.place.visit)
    })
}

/// Every flow of a folder as the text of a guide.
fn guides(folder: &Path, names: &mut Names) -> Vec<String> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder.join("flows")).expect("flows").map(|entry| entry.expect("one").path()).collect();
    files.sort();
    let flow = |file: &PathBuf| -> Flow {
        ron::from_str(&std::fs::read_to_string(file).expect("a flow")).expect("a flow's shape")
    };
    files.iter().map(|file| guide(&flow(file), names)).collect()
}

/// The flows as guides, where a folder with them is named.
pub fn flows() -> Option<Vec<String>> {
    let folder = std::env::var_os("ROER_REPLAY_DIR").map(PathBuf::from)?;
    Some(guides(&folder, &mut Names::default()))
}

fn cases(folder: &Path) -> Vec<Case> {
    let file = std::fs::File::open(folder.join("replay.jsonl.gz")).expect("replay.jsonl.gz");
    let lines = BufReader::new(flate2::read::GzDecoder::new(file)).lines();
    lines.map(|line| serde_json::from_str(&line.expect("a line")).expect("a case")).collect()
}

#[test]
#[expect(clippy::print_stdout, reason = "the count is what whoever replays other flows wants to see")]
fn replay_of_another_engine() {
    let Some(folder) = std::env::var_os("ROER_REPLAY_DIR").map(PathBuf::from) else {
        println!("skipped: ROER_REPLAY_DIR is not set");
        return;
    };
    let (mut library, mut names) = (Library::default(), Names::default());
    let texts = guides(&folder, &mut names);
    let flows = texts.len();
    for text in texts {
        let found = Guide::read(&text, None);
        assert!(found.guide.is_some(), "{:?}", found.findings.first());
        library.add(&text, Origin::Bundled).expect("sound");
    }
    let cases = cases(&folder);
    let mut wrong = Vec::new();
    for (at, case) in cases.iter().enumerate() {
        // The records name the step that follows; which visit of it that is follows from the path.
        let before = case.path.iter().filter(|(step, _)| step.split('#').next() == Some(case.expect.as_str())).count();
        let step = names.id(&case.expect);
        let expected = if before == 0 { step } else { format!("{step}#{}", before + 1) };
        let landed = lands_on(&library, case, &mut names);
        if landed.as_deref() != Some(expected.as_str()) {
            wrong.push((at, case.guide.clone(), case.expect.clone(), landed));
        }
    }
    println!("replayed {} of {} cases of {flows} flows", cases.len() - wrong.len(), cases.len());
    assert!(wrong.is_empty(), "{} wrong, the first: {:?}", wrong.len(), &wrong[..wrong.len().min(5)]);
    assert!(!cases.is_empty() && flows > 0);
}
