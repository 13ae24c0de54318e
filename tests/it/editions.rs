//! Editions: a newer guide is offered, not imposed, and an answer never comes to mean something else.

use std::collections::BTreeMap;

use roer::dossier::answer::Answer;
use roer::dossier::event::Route;
use roer::guide::ask::{Ask, Choice};
use roer::guide::file::{BranchFile, GuideFile, NodeFile, StepFile};
use roer::guide::{BUNDLED, Comparison, Crossing, Fate, Guide, Library, Origin, Phrase};
use roer::review::{Chance, Trial};

/// What an id of an edition stands for: made when the element was made, and kept whatever happens to its name and words.
type Meaning = usize;

/// A guide file with the meaning of each step and option, by `step` and `step/field/option`.
struct Edition {
    file: GuideFile,
    meanings: BTreeMap<String, Meaning>,
}

fn steps<'a>(nodes: &'a mut [NodeFile], all: &mut Vec<&'a mut StepFile>) {
    for node in nodes {
        match node {
            NodeFile::Step(step) => all.push(step),
            NodeFile::Deeper(deeper) => steps(&mut deeper.nodes, all),
            NodeFile::Each(each) => steps(&mut each.nodes, all),
            NodeFile::When(_, inner) => steps(inner, all),
            NodeFile::Jump(_) | NodeFile::Call(_) | NodeFile::Propose(_) | NodeFile::End => {}
        }
    }
}

fn all_steps(file: &mut GuideFile) -> Vec<&mut StepFile> {
    let mut all = Vec::new();
    for stage in &mut file.stages {
        steps(&mut stage.nodes, &mut all);
    }
    all
}

fn options(ask: &mut Ask<Phrase>) -> Option<&mut Vec<Choice<Phrase>>> {
    match ask {
        Ask::Confirm { options } => Some(options),
        Ask::Choice(options) | Ask::Choices(options) | Ask::Rank(options) => Some(&mut options.own),
        Ask::Scales { scales, .. } => Some(scales),
        Ask::Checklist { items } => Some(items),
        _ => None,
    }
}

/// The options of each field of a step, by the key of the field.
fn fields(step: &mut StepFile) -> Vec<(String, &mut Ask<Phrase>)> {
    let own = step.id.clone();
    let one = step.ask.iter_mut().map(move |ask| (own.clone(), ask));
    one.chain(step.fields.iter_mut().map(|field| (field.id.clone(), &mut field.ask))).collect()
}

impl Edition {
    /// Branches and paths name ids; the fuzz is about answers, so only the questions are kept, one after the other.
    fn first(text: &str) -> Self {
        let mut file = GuideFile::parse(text).expect("sound");
        file.paths.clear();
        for stage in &mut file.stages {
            let mut all = Vec::new();
            steps(&mut stage.nodes, &mut all);
            let mut flat: Vec<NodeFile> = Vec::new();
            for step in all {
                let mut step = step.clone();
                step.branches = Vec::<BranchFile>::new();
                step.hints_when.clear();
                step.evidence.clear();
                plain(&mut step);
                flat.push(NodeFile::Step(Box::new(step)));
            }
            stage.nodes = flat;
        }
        file.stages.retain(|stage| !stage.nodes.is_empty());
        let mut edition = Self { file, meanings: BTreeMap::new() };
        let mut next = 0;
        let mut meanings = BTreeMap::new();
        for step in all_steps(&mut edition.file) {
            next += 1;
            meanings.insert(step.id.clone(), next);
            for (key, ask) in fields(step) {
                for choice in options(ask).into_iter().flatten() {
                    next += 1;
                    meanings.insert(format!("{key}/{}", choice.id), next);
                }
            }
        }
        edition.meanings = meanings;
        edition
    }

    /// The next edition: one to six changes by chance.
    fn next(&self, chance: &mut Chance) -> Self {
        let mut next = Self { file: self.file.clone(), meanings: self.meanings.clone() };
        for _ in 0..=chance.below(6) {
            next.change(chance);
        }
        "2.0".clone_into(&mut next.file.edition);
        next
    }

    fn change(&mut self, chance: &mut Chance) {
        let new = 1_000_000 + chance.below(1_000_000);
        match chance.below(9) {
            0 => self.swap_steps(chance),
            1 => self.rename_step(chance),
            2 => self.delete_step(chance),
            3 => self.move_step(chance),
            4 => self.reword_step(chance, new),
            kind => self.change_option(chance, kind, new),
        }
    }

    /// Two steps exchange their names: each id now means the other question.
    fn swap_steps(&mut self, chance: &mut Chance) {
        let mut all = all_steps(&mut self.file);
        // Only steps whose fields have names of their own or none.
        let (one, other) = (chance.below(all.len()), chance.below(all.len()));
        if one == other || !all[one].fields.is_empty() || !all[other].fields.is_empty() {
            return;
        }
        let (a, b) = (all[one].id.clone(), all[other].id.clone());
        all[one].id.clone_from(&b);
        all[other].id.clone_from(&a);
        self.exchange(&a, &b);
    }

    fn exchange(&mut self, a: &str, b: &str) {
        let renamed = |key: &str| {
            let (step, rest) = key.split_once('/').map_or((key, None), |(step, rest)| (step, Some(rest)));
            let step = if step == a {
                b
            } else if step == b {
                a
            } else {
                step
            };
            rest.map_or_else(|| step.to_owned(), |rest| format!("{step}/{rest}"))
        };
        self.meanings = self.meanings.iter().map(|(key, meaning)| (renamed(key), *meaning)).collect();
    }

    fn rename_step(&mut self, chance: &mut Chance) {
        let mut all = all_steps(&mut self.file);
        let at = chance.below(all.len());
        if !all[at].fields.is_empty() {
            return;
        }
        let (old, new) = (all[at].id.clone(), format!("nieuw-{}", chance.below(1_000_000)));
        all[at].id.clone_from(&new);
        self.exchange(&old, &new);
    }

    fn delete_step(&mut self, chance: &mut Chance) {
        let stage = chance.below(self.file.stages.len());
        let nodes = &mut self.file.stages[stage].nodes;
        if nodes.len() > 1 {
            let at = chance.below(nodes.len());
            nodes.remove(at);
        }
    }

    fn move_step(&mut self, chance: &mut Chance) {
        let (from, to) = (chance.below(self.file.stages.len()), chance.below(self.file.stages.len()));
        if self.file.stages[from].nodes.len() > 1 {
            let at = chance.below(self.file.stages[from].nodes.len());
            let node = self.file.stages[from].nodes.remove(at);
            let nodes = &mut self.file.stages[to].nodes;
            let at = chance.below(nodes.len() + 1);
            nodes.insert(at, node);
        }
    }

    /// A few other words, or another question altogether under the same name.
    fn reword_step(&mut self, chance: &mut Chance, new: Meaning) {
        let mut all = all_steps(&mut self.file);
        let at = chance.below(all.len());
        let step: &mut StepFile = all[at];
        if chance.happens(50) {
            step.question.polite.push_str(" Graag.");
        } else {
            step.question = Phrase::plain(format!("Geheel wat anders, nummer {new}?"));
            self.meanings.insert(step.id.clone(), new);
        }
    }

    fn change_option(&mut self, chance: &mut Chance, kind: usize, new: Meaning) {
        let mut all = all_steps(&mut self.file);
        let with: Vec<usize> =
            (0..all.len()).filter(|at| fields(all[*at]).iter_mut().any(|(_, ask)| options(ask).is_some())).collect();
        let Some(at) = chance.pick(&with) else { return };
        let mut asked = fields(all[*at]);
        let Some((key, own)) = asked.iter_mut().find_map(|(key, ask)| Some((key.clone(), options(ask)?))) else {
            return;
        };
        if own.is_empty() {
            return;
        }
        let at = chance.below(own.len());
        let other = chance.below(own.len());
        let fresh =
            Choice { id: format!("erbij-{new}"), text: Phrase::plain(format!("Keuze nummer {new}")), hint: None };
        match kind {
            5 => own.insert(at, fresh),
            6 if own.len() > 1 => {
                own.remove(at);
            }
            7 => own.swap(at, other),
            // Two options exchange their names.
            8 if at != other => {
                let (a, b) = (own[at].id.clone(), own[other].id.clone());
                own[at].id.clone_from(&b);
                own[other].id.clone_from(&a);
                let (a, b) = (format!("{key}/{a}"), format!("{key}/{b}"));
                let (was_a, was_b) = (self.meanings.get(&a).copied(), self.meanings.get(&b).copied());
                if let (Some(was_a), Some(was_b)) = (was_a, was_b) {
                    self.meanings.insert(a, was_b);
                    self.meanings.insert(b, was_a);
                }
                return;
            }
            // The name of one option is given to another thing.
            _ => {
                own[at].text = Phrase::plain(format!("Iets heel anders, {new}"));
                let id = format!("{key}/{}", own[at].id);
                self.meanings.insert(id, new);
                return;
            }
        }
        self.meanings.insert(format!("{key}/erbij-{new}"), new);
    }

    fn guide(&self) -> Option<Guide> {
        Guide::check(&self.file, "", None).guide
    }
}

fn bare(phrase: &Phrase) -> Phrase {
    Phrase::plain(phrase.polite.replace(['{', '}'], "_"))
}

/// A step with nothing that leans on other steps.
fn plain(step: &mut StepFile) {
    step.question = bare(&step.question);
    step.explanation = None;
    step.hints.clear();
    for (_, ask) in fields(step) {
        *ask = ask.map(bare);
        match ask {
            Ask::Choice(options) | Ask::Choices(options) | Ask::Rank(options) => {
                options.from = None;
                if options.own.is_empty() {
                    options.own.push(Choice { id: "een".to_owned(), text: Phrase::plain("Een"), hint: None });
                }
            }
            Ask::Tasks { from, .. } => *from = None,
            Ask::Scale { compare, .. } => compare.clear(),
            Ask::Goal { parent, .. } => *parent = None,
            Ask::Status { .. } => *ask = Ask::Timeline,
            _ => {}
        }
    }
}

fn named(answer: &Answer) -> Vec<String> {
    match answer {
        Answer::Picked(picked) => picked.options.iter().map(|item| item.id.as_str().to_owned()).collect(),
        Answer::Numbers(numbers) => numbers.iter().map(|(id, _)| id.clone()).collect(),
        Answer::Checks(checks) => checks.iter().map(|(id, _)| id.clone()).collect(),
        _ => Vec::new(),
    }
}

/// What an answer means in an edition: its question, and the options that it names.
fn meaning(edition: &Edition, guide: &Guide, key: &str, answer: &Answer) -> Option<Vec<Option<Meaning>>> {
    let step = guide.step_of_key(key)?;
    let of = |id: &str| edition.meanings.get(id).copied();
    Some(std::iter::once(of(&step.id)).chain(named(answer).iter().map(|id| of(&format!("{key}/{id}")))).collect())
}

/// 10,000 next editions by chance: whatever goes along means the same there.
#[test]
#[expect(clippy::print_stdout, reason = "how much went along tells whether the test tests something")]
fn no_answer_changes_its_meaning_with_an_edition() {
    let firsts: Vec<(Edition, Guide)> = BUNDLED
        .iter()
        .map(|text| {
            let edition = Edition::first(text);
            let guide = edition
                .guide()
                .unwrap_or_else(|| panic!("{:?}", Guide::read(&edition.file.to_text().expect("text"), None).findings));
            (edition, guide)
        })
        .collect();
    let (mut cases, mut along, mut stayed, mut unsound) = (0, 0_usize, 0_usize, 0);
    for seed in 0..10_000_u64 {
        let mut chance = Chance::new(seed);
        let (first, old) = &firsts[chance.below(firsts.len())];
        let next = first.next(&mut chance);
        let Some(new) = next.guide() else {
            unsound += 1;
            continue;
        };
        cases += 1;
        let crossing = Crossing::between(old, &new);
        for step in old.steps() {
            for field in &step.fields {
                let ask = field.ask.map(|phrase: &Phrase| phrase.polite.clone());
                let Some(answer) = crate::journal::some_answer(&ask, u32::try_from(chance.below(1_000)).unwrap_or(0))
                else {
                    continue;
                };
                if !crossing.carries(&field.key, &answer) {
                    stayed += 1;
                    continue;
                }
                along += 1;
                let was = meaning(first, old, &field.key, &answer);
                let is = meaning(&next, &new, &field.key, &answer);
                assert_eq!(was, is, "seed {seed}: ‘{}’ {answer:?}", field.key);
            }
        }
    }
    println!("editions: {cases} cases ({unsound} were no guides), {along} answers went along, {stayed} stayed");
    assert!(cases > 9_000 && along > stayed * 5 && stayed > 10_000, "{cases} {along} {stayed}");
}

#[test]
fn what_changed_is_told_per_step() {
    let edition = |steps: &str| {
        let text = format!(
            r#"Gids(formaat: 1, id: "g", editie: "1", titel: "G", voor: klant, fasen: [Fase(id: "f", titel: "F", stappen: [{steps}])])"#
        );
        Guide::read(&text, None).guide.expect("sound")
    };
    let step = |id: &str, question: &str| {
        format!(r#"Stap(id: "{id}", titel: "{id}", doel: "d", vraag: "{question}", antwoord: Tekst()),"#)
    };
    let old = edition(&[step("a", "A?"), step("b", "B?"), step("c", "C?"), step("d", "D?")].concat());
    let new = edition(&[step("c", "C?"), step("a", "A?"), step("b", "Bé?"), step("e", "E?")].concat());
    let fates: Vec<(String, Fate)> =
        Comparison::between(&old, &new).steps.into_iter().map(|step| (step.step, step.fate)).collect();
    let expected = [
        ("c", Fate::Moved),
        ("a", Fate::Same),
        ("b", Fate::Reworded(vec![("B?".to_owned(), "Bé?".to_owned())])),
        ("e", Fate::New),
        ("d", Fate::Gone),
    ];
    assert_eq!(fates, expected.map(|(step, fate)| (step.to_owned(), fate)));
    assert!(Comparison::between(&old, &old).is_same());
}

/// A guide that is written out again says the same, so that a merged guide can be kept with the dossiers that follow it.
#[test]
fn a_guide_that_is_written_again_is_the_same_guide() {
    for text in BUNDLED {
        let file = GuideFile::parse(text).expect("sound");
        let again = file.to_text().expect("written");
        let (old, new) =
            (Guide::read(text, None).guide.expect("sound"), Guide::read(&again, None).guide.expect("sound"));
        assert!(Comparison::between(&old, &new).is_same());
        assert_eq!(format!("{:?}", old.nodes()), format!("{:?}", new.nodes()));
        let mut library = Library::default();
        let name = library.add(&again, Origin::Vault).expect("sound");
        let mut trial = Trial::new(&library);
        trial.begin(&name, Route::Whole);
        assert!(!trial.walk().stops.is_empty());
    }
}
