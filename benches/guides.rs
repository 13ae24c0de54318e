//! Reading, checking and walking guides, beside `ron` reading the same text into a value of its own.

use divan::{Bencher, black_box};
use roer::dossier::event::Route;
use roer::guide::{BUNDLED, Guide, Library, Origin};
use roer::review::{Chance, Trial, answer_by_chance, review};

fn main() {
    divan::main();
}

/// A guide of this many steps: a choice with two branches, over and over.
fn large(steps: usize) -> String {
    let one = |at: usize| {
        format!(
            "Stap(id: \"s{at}\", titel: \"T\", doel: \"D\", vraag: \"Wat kiest u?\", antwoord: Keuze(opties: [Optie(id: \"a\", tekst: \"een\"), Optie(id: \"b\", tekst: \"twee\")]), takken: [Als(Is(\"a\"), [Stap(id: \"t{at}\", titel: \"T\", doel: \"D\", vraag: \"En dan?\", antwoord: Tekst())])]),\n"
        )
    };
    let steps: String = (0..steps / 2).map(one).collect();
    format!(
        "Gids(formaat: 1, id: \"groot\", editie: \"1\", titel: \"Groot\", voor: klant, fasen: [Fase(id: \"f\", titel: \"F\", stappen: [{steps}])])"
    )
}

fn text(name: &str) -> String {
    match name {
        "bundled" => BUNDLED[0].to_owned(),
        _ => large(10_000),
    }
}

const TEXTS: [&str; 2] = ["bundled", "10,000 steps"];

/// What everything else is held against.
#[divan::bench(args = TEXTS)]
fn a_ron_reads_a_value(bencher: Bencher, name: &str) {
    let text = text(name);
    bencher.bench(|| ron::from_str::<ron::Value>(black_box(&text)));
}

#[divan::bench(args = TEXTS)]
fn b_roer_reads_and_checks(bencher: Bencher, name: &str) {
    let text = text(name);
    bencher.bench(|| Guide::read(black_box(&text), None));
}

/// The walks and path tests of `roer check`.
#[divan::bench(args = TEXTS, sample_count = 5, sample_size = 1)]
fn c_roer_reviews(bencher: Bencher, name: &str) {
    let mut library = Library::bundled();
    let added = library.add(&text(name), Origin::Vault).expect("sound");
    bencher.bench(|| review(&library, black_box(&added)));
}

/// The walk after an answer in the middle of a conversation.
#[divan::bench(args = TEXTS)]
fn d_roer_walks_after_an_answer(bencher: Bencher, name: &str) {
    let mut library = Library::default();
    let added = library.add(&text(name), Origin::Vault).expect("sound");
    let guide = library.edition(&added).expect("there").clone();
    let (mut trial, mut chance) = (Trial::new(&library), Chance::new(1));
    trial.begin(&added, Route::Whole);
    for stop in trial.walk().stops.iter().take(100) {
        answer_by_chance(&mut trial, &guide, stop, &mut chance);
    }
    let (dossier, run) = (trial.dossier(), trial.run().clone());
    bencher.bench(|| roer::walk::Walk::over(black_box(&library), &dossier, &run));
}
