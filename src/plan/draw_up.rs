//! Draws the plan up from the route of every run.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};

use super::action_plan::{ActionPlan, Appointment, Contact, Goal, Helper, IfThen, Promise, Task};
use crate::dossier::Dossier;
use crate::dossier::answer::{self, Answer};
use crate::dossier::event::Paper;
use crate::dossier::ids::{ItemId, RunId};
use crate::guide::ask::{Ask, Part, Who};
use crate::guide::{Library, Organisation, Print};
use crate::walk::{AskedField, Status, Stop, Walk};

/// One answer that is meant for the plan.
struct Entry<'a> {
    /// The conversation that it belongs to: called guides count with the run that called them.
    conversation: &'a RunId,
    run: &'a RunId,
    field: &'a AskedField,
    answer: &'a Answer,
    item: Option<&'a ItemId>,
    written: Option<DateTime>,
}

impl ActionPlan {
    /// The client's plan as it stands. Sensitive answers and private notes have no way in.
    ///
    /// `date` is the day on the paper; `number` counts this client's plans from 1.
    #[must_use]
    pub fn draw_up(library: &Library, dossier: &Dossier, date: Date, number: u32) -> Self {
        let walks: Vec<Walk> = dossier
            .runs()
            .into_iter()
            .filter(|run| run.began.caller.is_none())
            .filter_map(|run| Walk::over(library, dossier, &run.began.run))
            .collect();
        let entries = by_part(walks.iter().flat_map(answered));
        let one = |part| entries.get(&part).and_then(|entries| entries.last()).map(|entry| entry.answer);
        let all = |part| entries.get(&part).map_or(&[][..], Vec::as_slice);
        let mut plan = Self {
            name: dossier.client().name.clone(),
            date,
            number,
            guides: guides(&walks, library, dossier),
            goal: entries.get(&Part::Goal).and_then(|entries| entries.last()).and_then(goal),
            wish: one(Part::Wish).and_then(Answer::words),
            first_this: all(Part::FirstThis).iter().flat_map(|entry| lines(entry.answer)).collect(),
            why: one(Part::Why).and_then(Answer::words),
            first_part: entries.get(&Part::FirstPart).and_then(|entries| entries.last()).and_then(goal),
            strengths: all(Part::Strengths).iter().flat_map(|entry| lines(entry.answer)).collect(),
            tasks: tasks(all(Part::Tasks), Who::Client).map(task).collect(),
            safety_net: all(Part::SafetyNet).iter().filter_map(|entry| helpful_half(entry.answer)).collect(),
            promises: all(Part::Promises).iter().flat_map(promises).collect(),
            duties: all(Part::Duties).iter().flat_map(|entry| lines(entry.answer)).collect(),
            helpers: all(Part::Helpers).iter().flat_map(helpers).collect(),
            look_back: one(Part::LookBack).and_then(appointment),
            keep_track: all(Part::KeepTrack).iter().flat_map(|entry| lines(entry.answer)).collect(),
            harvest: all(Part::Harvest).iter().flat_map(|entry| lines(entry.answer)).collect(),
            reached: all(Part::Harvest)
                .iter()
                .filter_map(|entry| entry.written)
                .max()
                .and_then(|by| reached(&walks, by)),
            more: headings(walks.iter().flat_map(answered)),
            contact: contact(library.organisation()),
        };
        give_if_thens(&mut plan, all(Part::Tasks), all(Part::IfThens));
        plan
    }
}

/// The number that the next plan of this client gets.
#[must_use]
pub fn next_number(dossier: &Dossier, paper: Paper) -> u32 {
    last_number(dossier, paper) + 1
}

/// The number of the last paper of this kind that was printed or saved; 0 when there is none.
#[must_use]
pub fn last_number(dossier: &Dossier, paper: Paper) -> u32 {
    dossier.papers().iter().filter(|head| head.value.paper == paper).map(|head| head.value.number).max().unwrap_or(0)
}

/// The answered stops of a conversation, with the run that it began with.
fn answered(walk: &Walk) -> impl Iterator<Item = (&RunId, &Stop)> + Clone {
    let stops = walk.stops.iter().filter(|stop| stop.status == Status::Answered);
    walk.runs.first().into_iter().flat_map(move |run| stops.clone().map(move |stop| (run, stop)))
}

/// The entries of each part: of the conversation that spoke last about it, and of a step that was asked again only the last visit.
fn by_part<'a>(stops: impl Iterator<Item = (&'a RunId, &'a Stop)>) -> BTreeMap<Part, Vec<Entry<'a>>> {
    let mut parts: BTreeMap<Part, Vec<Entry<'a>>> = BTreeMap::new();
    for (conversation, stop) in stops {
        for field in stop.fields.iter().filter(|field| !field.sensitive) {
            let (Print::Plan(part), Some(answer)) = (&field.print, &field.answer) else { continue };
            let (run, item) = (&stop.place.run, stop.place.item.as_ref());
            let entry = Entry { conversation, run, field, answer, item, written: field.written };
            let entries = parts.entry(*part).or_default();
            entries.retain(|known| known.run != entry.run || known.field.key != field.key || known.item != entry.item);
            entries.push(entry);
        }
    }
    for entries in parts.values_mut() {
        let newest = entries.iter().max_by_key(|entry| entry.written).map(|entry| entry.conversation);
        entries.retain(|entry| Some(entry.conversation) == newest);
    }
    parts
}

fn guides(walks: &[Walk], library: &Library, dossier: &Dossier) -> Vec<String> {
    let runs = walks.iter().flat_map(|walk| &walk.runs);
    let mut names: Vec<String> = runs
        .filter_map(|run| library.edition(&dossier.run(run)?.guide))
        .map(|guide| format!("{} {}", guide.title(), guide.name().edition))
        .collect();
    names.dedup();
    names
}

fn goal(entry: &Entry<'_>) -> Option<Goal> {
    goal_in(entry.field, entry.answer)
}

fn goal_in(field: &AskedField, answer: &Answer) -> Option<Goal> {
    let learning = matches!(field.ask, Ask::Goal { learning: true, .. });
    match answer {
        Answer::Goal(goal) if !goal.words.trim().is_empty() => {
            Some(Goal { words: goal.words.trim().to_owned(), sign: said(&goal.sign), by: goal.by, learning })
        }
        Answer::Text(text) => Some(Goal { words: said(text)?, learning, ..Goal::default() }),
        _ => None,
    }
}

/// The goal that stood when something was harvested: of whatever conversation, the last one written by then.
fn reached(walks: &[Walk], by: DateTime) -> Option<Goal> {
    let stops = walks.iter().flat_map(|walk| walk.stops.iter().filter(|stop| stop.status == Status::Answered));
    let fields = stops.flat_map(|stop| &stop.fields);
    let goals = fields.filter(|field| field.print == Print::Plan(Part::Goal) && !field.sensitive);
    let by_then = goals.filter(|field| field.written.is_some_and(|written| written <= by));
    let last = by_then.max_by_key(|field| field.written)?;
    goal_in(last, last.answer.as_ref()?)
}

fn lines(answer: &Answer) -> Vec<String> {
    let items: Vec<String> = answer.items().into_iter().filter_map(|item| said(&item.text)).collect();
    let remark = match answer {
        Answer::Picked(picked) => picked.remark.as_deref().and_then(said),
        _ => None,
    };
    if items.is_empty() && remark.is_none() {
        answer.words().into_iter().collect()
    } else {
        items.into_iter().chain(remark).collect()
    }
}

fn tasks<'a>(entries: &'a [Entry<'a>], who: Who) -> impl Iterator<Item = &'a answer::Task> {
    entries
        .iter()
        .flat_map(|entry| match entry.answer {
            Answer::Tasks(tasks) => tasks.as_slice(),
            _ => &[],
        })
        .filter(move |task| task.who == who && !task.what.trim().is_empty())
}

fn task(task: &answer::Task) -> Task {
    Task {
        what: task.what.trim().to_owned(),
        first_day: task.day,
        first_time: task.time,
        place: said(&task.place),
        how_often: said(&task.how_often),
        if_thens: Vec::new(),
    }
}

fn promises(entry: &Entry<'_>) -> Vec<Promise> {
    match entry.answer {
        Answer::Tasks(tasks) => tasks
            .iter()
            .filter_map(|task| Some(Promise { what: said(&task.what)?, who: said(&task.by_whom), by: task.day }))
            .collect(),
        answer => lines(answer).into_iter().map(|what| Promise { what, ..Promise::default() }).collect(),
    }
}

fn helpers(entry: &Entry<'_>) -> Vec<Helper> {
    match entry.answer {
        Answer::People(people) => people
            .iter()
            .filter_map(|person| Some(Helper { name: said(&person.name)?, asked: said(&person.asked) }))
            .collect(),
        answer => lines(answer).into_iter().map(|name| Helper { name, asked: None }).collect(),
    }
}

fn appointment(answer: &Answer) -> Option<Appointment> {
    match answer {
        Answer::Appointment(a) => {
            Some(Appointment { date: a.date, time: a.time, place: said(&a.place), who_calls: said(&a.who_calls) })
        }
        Answer::Date(Some(date)) => Some(Appointment { date: Some(*date), ..Appointment::default() }),
        _ => None,
    }
}

/// The half that helps. The thought that stands in the way is never printed.
fn helpful_half(answer: &Answer) -> Option<String> {
    match answer {
        Answer::IfThen(plan) => said(&plan.then),
        _ => None,
    }
}

/// Puts each if-then under its own task: the one that its loop was about, else the first.
fn give_if_thens(plan: &mut ActionPlan, tasks_of: &[Entry<'_>], if_thens: &[Entry<'_>]) {
    let ids: Vec<&ItemId> = tasks(tasks_of, Who::Client).map(|task| &task.id).collect();
    for entry in if_thens {
        let Answer::IfThen(words) = entry.answer else { continue };
        let Some(then) = said(&words.then) else { continue };
        let at = entry.item.and_then(|item| ids.iter().position(|id| *id == item)).unwrap_or(0);
        match plan.tasks.get_mut(at) {
            Some(task) => task.if_thens.push(IfThen { when: words.when.trim().to_owned(), then }),
            // Without a task to stand under, the helpful half still helps.
            None => plan.safety_net.push(then),
        }
    }
}

/// What stands under headings of its own; of a step that was asked again only the last visit.
fn headings<'a>(stops: impl Iterator<Item = (&'a RunId, &'a Stop)>) -> Vec<(String, Vec<String>)> {
    let mut said: Vec<(&Stop, &AskedField, &str, Vec<String>)> = Vec::new();
    for (_, stop) in stops {
        for field in stop.fields.iter().filter(|field| !field.sensitive) {
            let (Print::Heading(heading), Some(answer)) = (&field.print, &field.answer) else { continue };
            said.retain(|(known, key, ..)| {
                known.place.run != stop.place.run || known.place.item != stop.place.item || key.key != field.key
            });
            said.push((stop, field, heading, lines(answer)));
        }
    }
    let mut headings: Vec<(String, Vec<String>)> = Vec::new();
    for (_, _, heading, lines) in said.into_iter().filter(|(.., lines)| !lines.is_empty()) {
        match headings.iter_mut().find(|(known, _)| known == heading) {
            Some((_, all)) => all.extend(lines),
            None => headings.push((heading.to_owned(), lines)),
        }
    }
    headings
}

fn contact(organisation: &Organisation) -> Contact {
    Contact {
        municipality: said(&organisation.name),
        name: said(&organisation.case_manager),
        phone: said(&organisation.phone),
        general_phone: said(&organisation.general_phone),
        hours: said(&organisation.hours),
        logo: organisation.logo(),
    }
}

fn said(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}
