//! The fridge page as the client gets it.

use super::*;
use crate::paper::samples;
use crate::paper::{EDGE, MARGIN, Mark, PAGE_HEIGHT, PAGE_WIDTH, Run, text_of};
use crate::texts::Language;

fn sheet(plan: &ActionPlan) -> Sheet {
    plan_sheet(&Texts::new(Language::Dutch), plan, Letters::Usual)
}

fn runs(sheet: &Sheet) -> impl Iterator<Item = &Run> {
    let items = sheet.pages.iter().flat_map(|page| &page.items);
    items.filter_map(|item| if let Mark::Text(run) = &item.mark { Some(run) } else { None })
}

#[test]
fn the_example_fills_one_page_at_size_14() {
    let sheet = sheet(&samples::samira());
    assert_eq!(sheet.pages.len(), 1);
    assert!(runs(&sheet).any(|run| run.text.contains("mijn zoon") && (run.size - 14.0).abs() < 0.1));
}

#[test]
fn three_tasks_with_four_if_thens_fit_one_page() {
    assert_eq!(sheet(&samples::full()).pages.len(), 1);
}

#[test]
fn overflow_and_page_two_share_a_page() {
    let sheet = sheet(&samples::much());
    assert_eq!(sheet.pages.len(), 2);
    let text = text_of(&sheet);
    assert!(text.contains("Dit ga ik ook doen") && text.contains("Zo lukte het eerder"));
}

#[test]
fn nothing_leaves_the_margins() {
    for (name, plan) in samples::every() {
        for (number, page) in sheet(&plan).pages.iter().enumerate() {
            for item in &page.items {
                let area = item.area();
                let across = area.x >= MARGIN - 0.5 && area.x + area.width.min(PAGE_WIDTH) <= PAGE_WIDTH - MARGIN + 5.0;
                let down = area.y >= EDGE - 0.5 && area.y + area.height <= PAGE_HEIGHT - EDGE + 0.5;
                assert!(across && down, "{name}, page {}: {item:?}", number + 1);
            }
        }
    }
}

#[test]
fn every_word_of_the_plan_is_on_paper() {
    let text = text_of(&sheet(&samples::much())).replace('\u{A0}', " ");
    for words in [
        "Samira D.",
        "wo 14 oktober 2026",
        "van een restaurant dat op de fiets",
        "do 1 april 2027",
        "snel leren · op tijd",
        "vr 16 okt 2026 \n",
        "Als ik de telefoon spannend vind, dan lees ik voor van mijn briefje.",
        "Waar: thuis",
        "Hoe vaak: elke week één",
        "Wie: mevrouw Van der Plas-Oosterhuis",
        "Elke week solliciteren",
        "Jeroen van de voedselbank",
        "wo 28 oktober 2026",
        "10.00 uur",
        "Stadhuis, kamer 4",
        "012-345 67 89",
        "14 012",
        "vakje: week 4",
        "plan 3",
    ] {
        let words = words.trim_end_matches(" \n");
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn an_if_then_is_read_right_after_its_own_task() {
    let text = text_of(&sheet(&samples::full()));
    let places: Vec<_> =
        ["Ik vraag Fatima", "Als Fatima niet opneemt", "Ik kies twee keukens"].map(|words| text.find(words)).into();
    assert!(places.is_sorted() && places.iter().all(Option::is_some));
}

#[test]
fn an_empty_plan_prints_no_heading() {
    let sheet = sheet(&ActionPlan { name: "Samira D.".into(), ..ActionPlan::default() });
    let headings = sheet.tree.elements.iter().filter(|element| matches!(element.role, crate::paper::Role::Heading(_)));
    assert_eq!(headings.count(), 1);
    let blank = ActionPlan {
        why: Some(" ".into()),
        strengths: vec![String::new()],
        tasks: vec![Task::default()],
        goal: Some(Goal::default()),
        more: vec![("Zo lukte het eerder".into(), Vec::new())],
        ..ActionPlan::default()
    };
    assert_eq!(text_of(&self::sheet(&blank)).lines().count(), 2);
}

#[test]
fn something_urgent_without_a_goal_is_called_first_this() {
    let sheet = sheet(&samples::urgent());
    let text = text_of(&sheet);
    assert!(text.starts_with("Eerst dit\n") && text.contains("Waar ik heen wil"));
    assert_eq!(sheet.title, "Eerst dit · Samira D.");
}

#[test]
fn a_character_without_a_face_is_reported_and_still_read() {
    let sheet = sheet(&samples::foreign());
    assert_eq!(sheet.notices, ['ሰ', 'ላ', 'ም', '👩', '🍳']);
    let text = text_of(&sheet);
    assert!(text.contains("ሰላም (Selam)") && text.starts_with("Mijn plan\nمحمد علي الحسن\n"));
}

#[test]
fn the_appointment_and_the_phone_number_are_the_largest_after_the_goal() {
    let sheet = sheet(&samples::samira());
    let mut sizes: Vec<(f32, &str)> = runs(&sheet).map(|run| (run.size, run.text.as_str())).collect();
    sizes.sort_by(|a, b| b.0.total_cmp(&a.0));
    let largest: Vec<&str> = sizes.iter().skip(1).take(4).map(|(_, text)| *text).collect();
    assert_eq!(largest[0], "Ik werk vóór 1 april 16 uur per week in een keuken.");
    assert!(
        largest[1..]
            .iter()
            .all(|text| text.contains("28\u{A0}oktober") || text.contains("10.00") || text.contains("012-345"))
    );
}
