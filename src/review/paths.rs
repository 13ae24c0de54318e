//! Path tests: what the author expects of a conversation, held against the walk and the plan.

use super::said;
use super::trial::Trial;
use crate::dossier::event::{Aside, Route, When};
use crate::dossier::ids::{ItemId, Place};
use crate::guide::path::{PathFile, Said};
use crate::guide::{Guide, Library, Organisation};
use crate::walk::{Stop, Walk};

/// A path that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathFault {
    /// The name of the path.
    pub path: String,
    /// The first thing that is not as expected.
    pub what: String,
}

/// The paths of a guide that do not hold, with their number.
pub(super) fn faults(library: &Library, guide: &Guide) -> Vec<(usize, PathFault)> {
    let paths = guide.paths().iter().enumerate();
    let failing = paths.filter_map(|(at, path)| {
        let what = hold(library, guide, path).err()?;
        Some((at, PathFault { path: path.name.clone(), what }))
    });
    failing.collect()
}

/// Whether a path holds.
///
/// # Errors
/// The first thing that is not as the author expects, in Dutch: guide authors read it.
pub fn hold(library: &Library, guide: &Guide, path: &PathFile) -> Result<(), String> {
    // Paths stand for themselves: of the municipality only what they say, so that they hold everywhere.
    let mut library = library.clone();
    library.serve(Organisation { flags: path.flags.clone(), ..Organisation::default() });
    let mut trial = Trial::new(&library);
    for (key, said) in &path.earlier {
        let (from, key) = key.split_once('/').unwrap_or((&guide.name().id, key));
        trial.earlier(from, key, None, said::plain(said, key, trial.day()));
    }
    trial.begin(guide.name(), Route::Core);
    for (key, said) in &path.answers {
        say(&mut trial, key, said).map_err(|what| format!("bij ‘{key}’: {what}"))?;
    }
    let walk = trial.walk();
    along(&walk, &path.along)?;
    for step in &path.not {
        if !exists(&library, parts(step).0) {
            return Err(format!("er is geen stap ‘{step}’"));
        }
        if find(&walk, step).is_some() {
            return Err(format!("‘{step}’ staat op de route: {}", route(&walk)));
        }
    }
    if let Some(end) = &path.ends
        && !walk.stops.last().is_some_and(|stop| stop.place.step == *end || is_here(&walk, stop, end))
    {
        return Err(format!("de route eindigt niet bij ‘{end}’: {}", route(&walk)));
    }
    for (key, words) in &path.proposed {
        let (stop, field) = asked(&walk, key).ok_or_else(|| format!("‘{key}’ staat niet op de route"))?;
        if !stop.fields.get(field).is_some_and(|field| field.offers(words)) {
            return Err(format!("‘{words}’ wordt niet voorgesteld bij ‘{key}’"));
        }
    }
    let lines = trial.plan().lines();
    let on_plan = |words: &str| lines.iter().any(|line| line.to_lowercase().contains(&words.to_lowercase()));
    if let Some(words) = path.plan.iter().find(|words| !on_plan(words)) {
        return Err(format!("‘{words}’ staat niet op het plan"));
    }
    match path.not_on_plan.iter().find(|words| on_plan(words)) {
        Some(words) => Err(format!("‘{words}’ staat op het plan")),
        None => Ok(()),
    }
}

/// Whether some guide at hand has a step or an offer of this name.
fn exists(library: &Library, name: &str) -> bool {
    library
        .guides()
        .any(|(guide, _)| guide.place_of(name).is_some() || guide.calls().iter().any(|call| call.id == name))
}

/// Says one answer at the place that its key names.
fn say(trial: &mut Trial<'_>, key: &str, said: &Said) -> Result<(), String> {
    let walk = trial.walk();
    if let Said::Now | Said::NextTime | Said::No = said {
        let when = match said {
            Said::Now => When::Now,
            Said::NextTime => When::NextTime,
            _ => When::No,
        };
        let (place, called) =
            offer(&walk, key).ok_or_else(|| format!("dit wordt niet aangeboden: {}", route(&walk)))?;
        trial.deepen(&place, when, called.as_deref());
        return Ok(());
    }
    let absent = || format!("de vraag staat niet op de route: {}", route(&walk));
    let (stop, field) = asked(&walk, key).ok_or_else(absent)?;
    match said {
        Said::Skip => trial.set_aside(&stop.place, Aside::NotNeeded),
        Said::Park => trial.set_aside(&stop.place, Aside::Later),
        said => {
            let field = stop.fields.get(field).ok_or_else(absent)?;
            let answer = said::answer(said, field, trial.day())?;
            trial.say(&stop.place, &field.key, answer)
        }
    };
    Ok(())
}

/// The place of an offer of depth or of another guide, and that guide.
fn offer(walk: &Walk, key: &str) -> Option<(Place, Option<String>)> {
    let step = parts(key).0;
    let items = distinct(
        walk.offers.iter().filter(|offer| offer.place.step == step).filter_map(|offer| offer.place.item.as_ref()),
    );
    let depth =
        walk.offers.iter().find(|offer| names(&offer.place, &items, key)).map(|offer| (offer.place.clone(), None));
    depth.or_else(|| {
        let called = walk.stops.get(find(walk, key)?)?;
        Some((called.place.clone(), Some(Trial::offered(&called.kind)?.to_owned())))
    })
}

/// The stop that asks for a key, and the number of its field. A step's own id, to set it aside, will do too.
fn asked<'a>(walk: &'a Walk, key: &str) -> Option<(&'a Stop, usize)> {
    let (plain, ..) = parts(key);
    let fields = walk.stops.iter().filter(|stop| stop.field(plain).is_some() || stop.place.step == plain);
    let stops: Vec<&Stop> = fields.collect();
    let items: Vec<&ItemId> = distinct(stops.iter().filter_map(|stop| stop.place.item.as_ref()));
    let stop = stops.into_iter().find(|stop| fits(&stop.place, &items, key))?;
    Some((stop, stop.fields.iter().position(|field| field.key == plain).unwrap_or(0)))
}

fn distinct<'a>(items: impl Iterator<Item = &'a ItemId>) -> Vec<&'a ItemId> {
    let mut seen: Vec<&ItemId> = Vec::new();
    for item in items {
        if !seen.contains(&item) {
            seen.push(item);
        }
    }
    seen
}

/// A key as its author writes it: the key, which thing of the loop, which asking.
fn parts(key: &str) -> (&str, Option<usize>, Option<u16>) {
    let (rest, visit) = match key.split_once('#') {
        Some((rest, visit)) => (rest, visit.parse().ok()),
        None => (key, None),
    };
    match rest.split_once('@') {
        Some((key, item)) => (key, item.parse().ok(), visit),
        None => (rest, None, visit),
    }
}

fn fits(place: &Place, items: &[&ItemId], key: &str) -> bool {
    let (_, item, visit) = parts(key);
    let of_item = match (item, &place.item) {
        (Some(number), Some(item)) => number.checked_sub(1).and_then(|at| items.get(at)).is_some_and(|it| *it == item),
        (Some(_), None) => false,
        (None, _) => true,
    };
    of_item && place.visit == visit.unwrap_or(1)
}

fn names(place: &Place, items: &[&ItemId], key: &str) -> bool {
    place.step == parts(key).0 && fits(place, items, key)
}

/// Where the step that a name means stands on the route.
fn find(walk: &Walk, name: &str) -> Option<usize> {
    walk.stops.iter().position(|stop| is_here(walk, stop, name))
}

/// Whether a stop is one that a name means. Without `@` it may be any thing of a loop.
fn is_here(walk: &Walk, stop: &Stop, name: &str) -> bool {
    let id = parts(name).0;
    let items =
        distinct(walk.stops.iter().filter(|stop| stop.place.step == id).filter_map(|stop| stop.place.item.as_ref()));
    names(&stop.place, &items, name)
}

fn along(walk: &Walk, steps: &[String]) -> Result<(), String> {
    let mut from = 0;
    for step in steps {
        let wanted = |at: &usize| walk.stops.get(*at).is_some_and(|stop| is_here(walk, stop, step));
        match (from..walk.stops.len()).find(wanted) {
            Some(at) => from = at + 1,
            None => return Err(format!("‘{step}’ staat niet, of niet op deze plek, op de route: {}", route(walk))),
        }
    }
    Ok(())
}

/// The steps of a route in one line.
fn route(walk: &Walk) -> String {
    let name = |stop: &Stop| match stop.place.visit {
        1 => stop.place.step.clone(),
        visit => format!("{}#{visit}", stop.place.step),
    };
    walk.stops.iter().map(name).collect::<Vec<_>>().join(", ")
}
