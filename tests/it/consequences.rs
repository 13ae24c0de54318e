//! What follows when an answer changes: said before it changes, and true.

use std::fmt::Write as _;

use roer::dossier::event::{Answered, Happening, Route};
use roer::dossier::ids::{Address, Place};
use roer::dossier::{Dossier, Register};
use roer::guide::Library;
use roer::plan::{ActionPlan, Consequences};
use roer::review::{Chance, Trial};
use roer::walk::{Status, Walk};

/// All of a run that people can see, in one text: to hold two moments beside each other, byte for byte.
fn state(walk: &Walk, plan: &ActionPlan) -> String {
    let mut seen = String::new();
    for stop in &walk.stops {
        let said: Vec<_> =
            stop.fields.iter().map(|field| (&field.key, &field.ask, &field.answer, &field.proposals)).collect();
        let _ = writeln!(seen, "{:?} {:?} {} {:?} {said:?}", stop.place, stop.status, stop.question, stop.hints);
    }
    format!("{seen}{:?} {:?} {:?} {plan:?}", walk.offers, walk.aside, walk.still)
}

fn answer(dossier: &Dossier, place: &Place, field: &str, answer: roer::dossier::answer::Answer) -> Happening {
    let at = Address { place: place.clone(), field: field.to_owned() };
    let replaces = dossier.answers(&at).map(Register::standing).unwrap_or_default();
    Happening::Answered(Answered { at, question: String::new(), answer, replaces })
}

/// A conversation by chance with a guide.
fn conversation<'a>(library: &'a Library, guide: &str, chance: &mut Chance) -> Trial<'a> {
    let mut trial = Trial::new(library);
    let name = library.newest(guide).expect("at hand").name().clone();
    trial.begin(&name, if chance.happens(50) { Route::Whole } else { Route::Core });
    for _ in 0..4 {
        let (walk, dossier) = (trial.walk(), trial.dossier());
        for stop in walk.stops.iter().filter(|stop| stop.status == Status::Open) {
            for field in &stop.fields {
                let turn = u32::try_from(chance.below(1_000)).unwrap_or(0);
                if chance.happens(80)
                    && let Some(said) = crate::journal::some_answer(&field.ask, turn)
                {
                    trial.happens(answer(&dossier, &stop.place, &field.key, said));
                }
            }
        }
    }
    trial
}

/// 10,000 changes over all guides and the flows of another engine: the preview is the difference that follows, and
/// changing back gives the same run, byte for byte.
#[test]
#[expect(clippy::print_stdout, reason = "the count is part of what is shown")]
fn a_change_does_what_was_said_before_and_changing_back_undoes_it() {
    let mut library = Library::bundled();
    let flows = crate::replay::flows()
        .map_or(0, |flows| flows.iter().filter(|text| library.add(text, roer::guide::Origin::Vault).is_ok()).count());
    let guides: Vec<String> = library.guides().map(|(guide, _)| guide.name().id.clone()).collect();
    let (mut changes, mut took, mut seed) = (0, 0, 0);
    while changes < 10_000 {
        seed += 1;
        let mut chance = Chance::new(seed);
        let guide = chance.pick(&guides).expect("guides").clone();
        let mut trial = conversation(&library, &guide, &mut chance);
        let (mut dossier, mut walk, mut plan) = (trial.dossier(), trial.walk(), trial.plan());
        for _ in 0..20 {
            let said: Vec<_> = walk
                .stops
                .iter()
                .flat_map(|stop| stop.fields.iter().map(move |field| (stop, field)))
                .filter(|(_, field)| field.answer.is_some())
                .collect();
            let Some((stop, field)) = chance.pick(&said).copied() else { break };
            let (place, key, old) = (stop.place.clone(), field.key.clone(), field.answer.clone().expect("answered"));
            let turn = u32::try_from(chance.below(1_000)).unwrap_or(0);
            let Some(other) = crate::journal::some_answer(&field.ask, turn) else { continue };
            let before = state(&walk, &plan);
            // What is said before.
            let wish = answer(&dossier, &place, &key, other);
            let told = Consequences::of(&library, &dossier, trial.run(), trial.event(wish.clone()), trial.day());
            // What follows.
            trial.happens(wish);
            let (after, plan_after) = (trial.walk(), trial.plan());
            assert_eq!(told, Consequences::between((&walk, &plan), (&after, &plan_after)), "seed {seed} {guide} {key}");
            took += usize::from(told.takes_something());
            // And back.
            let back = answer(&trial.dossier(), &place, &key, old);
            trial.happens(back);
            (dossier, walk, plan) = (trial.dossier(), trial.walk(), trial.plan());
            assert_eq!(before, state(&walk, &plan), "seed {seed} {guide} {key}");
            changes += 1;
        }
    }
    println!(
        "changes: {changes} over {} guides and {flows} flows; {took} took something that was said away",
        guides.len() - flows
    );
    assert!(took > 100, "{took}");
}
