//! "Mijn plan", or "Eerst dit": the sheet for the fridge. No heading over nothing, the client's words large.

use crate::plan::{ActionPlan, Goal, Task};
use crate::texts::{Texts, dates};

use super::block::{Block, Row, Rows, Span, Text};
use super::card::tear_off;
use super::lay_out::{Manuscript, lay_out};
use super::letters::Letters;
use super::plan_words::{goal, helper, promise_row, said, said_of, task_row};
use super::sheet::Sheet;

/// Body sizes with the white between parts (over size), tried from roomy to tight until page 1 holds everything.
const FITS: [(f32, f32); 4] = [(14.0, 0.7), (13.0, 0.7), SMALLEST, (12.0, 0.45)];
/// Stands where nothing holds everything: with a page 2 there is no need to be tight.
const SMALLEST: (f32, f32) = (12.0, 0.7);
const GOAL: f32 = 20.0;
/// How high a logo may be.
const LOGO: f32 = 34.0;
/// Tasks on page 1; more is no plan but a list.
const FIRST_TASKS: usize = 3;
/// Columns to tick off on page 2.
pub(super) const WEEKS: usize = 4;

/// The plan as pages. Never fails; a plan without content gives a page with a title.
#[must_use]
pub fn plan_sheet(texts: &Texts, plan: &ActionPlan, letters: Letters) -> Sheet {
    let set = |fit| lay_out(texts, &manuscript(texts, plan, fit).in_letters(letters));
    if letters == Letters::Large {
        // Large print is not made smaller again to save a page.
        return set(SMALLEST).sheet;
    }
    let roomy = FITS.into_iter().map(set).find(|laid| laid.body_pages == 1);
    roomy.unwrap_or_else(|| set(SMALLEST)).sheet
}

fn manuscript(texts: &Texts, plan: &ActionPlan, (size, apart): (f32, f32)) -> Manuscript {
    let page = PlanPage { texts, plan, size, apart };
    let title = texts.say(if plan.is_first_this() { "paper-title-first-this" } else { "paper-title" });
    let name = said(Some(&plan.name));
    let date = dates::long(texts, plan.date);
    let head: Vec<&str> = [Some(title.as_str()), name, Some(date.as_str())].into_iter().flatten().collect();
    Manuscript {
        title: head.get(..head.len() - 1).unwrap_or_default().join(" · "),
        language: texts.language().tag().to_owned(),
        date: plan.date,
        blocks: page.first(&title, name, &date),
        foot: tear_off(texts, plan),
        after: page.second(),
        running_head: head.join(" · "),
        footer: page.footer(),
    }
}

struct PlanPage<'a> {
    texts: &'a Texts,
    plan: &'a ActionPlan,
    /// Of the body, in points.
    size: f32,
    /// White between parts, over size.
    apart: f32,
}

impl PlanPage<'_> {
    fn first(&self, title: &str, name: Option<&str>, date: &str) -> Vec<Block> {
        let plan = self.plan;
        let mut who = Vec::new();
        who.extend(name.map(|name| Block::Paragraph(Text::bold(14.0, name).right())));
        who.push(Block::Paragraph(Text::plain(12.0, date).right()));
        let title = vec![Block::Heading { level: 1, text: Text::bold(28.0, title) }];
        let logo = plan.contact.logo.clone().map(|logo| Block::Logo { logo, height: LOGO });
        let mut blocks: Vec<Block> = logo.into_iter().chain([gap(6.0)]).collect();
        blocks.extend([Block::Columns(title, who), gap(4.0), Block::Rule { thickness: 2.0, dash: None }]);

        if plan.is_first_this() {
            blocks.push(self.section());
            blocks.push(Block::Rows(self.first_this(self.size + 2.0)));
        }
        match (goal(plan.goal.as_ref()), said(plan.wish.as_ref())) {
            (Some(goal), _) => {
                let key = if goal.learning { "paper-goal-learning" } else { "paper-goal" };
                blocks.extend(self.part(key, self.goal_lines(goal, GOAL)));
            }
            (None, Some(wish)) => blocks.extend(self.part("paper-wish", vec![Text::bold(GOAL, wish)])),
            (None, None) => {}
        }
        blocks.extend(self.part("paper-why", self.plain(said(plan.why.as_ref()))));
        blocks.extend(self.first_part_and_strengths());
        if !plan.is_first_this() {
            let first = self.first_this(self.size);
            blocks.extend(self.rows_under("paper-first-this", first));
        }
        let (tasks, _) = self.tasks();
        blocks.extend(self.rows_under("paper-tasks", self.task_rows(tasks, 1)));
        let helpers: Vec<String> = plan.helpers.iter().filter_map(helper).collect();
        let what_helps = self.list("paper-safety-net", &self.helpful(&plan.safety_net));
        blocks.extend(self.beside(what_helps, self.list("paper-helpers", &helpers)));
        blocks.extend(self.rows_under("paper-promises", self.promises()));
        blocks.extend(self.list("paper-duties", &said_of(&plan.duties)));
        blocks
    }

    /// The helpful halves as whole sentences.
    fn helpful(&self, halves: &[String]) -> Vec<String> {
        let sentence = |half: &str| self.texts.say_with("paper-safety-then", &[("then", half.into())]);
        said_of(halves).into_iter().map(sentence).collect()
    }

    /// What has its place on page 2.
    fn second(&self) -> Vec<Block> {
        let (shown, extra) = self.tasks();
        let mut blocks = self.rows_under("paper-more-tasks", self.task_rows(extra, shown.len() + 1));
        blocks.extend(self.rows_under("paper-keep-track", self.keep_track()));
        blocks.extend(self.list("paper-harvest", &said_of(&self.plan.harvest)));
        for (heading, paragraphs) in &self.plan.more {
            let lines: Vec<Text> = said_of(paragraphs).into_iter().map(|words| self.text(words)).collect();
            blocks.extend(self.part_titled(heading, lines));
        }
        blocks
    }

    fn footer(&self) -> String {
        let plan = self.plan;
        let mut parts = Vec::new();
        parts.extend(said(plan.contact.municipality.as_ref()).map(str::to_owned));
        if plan.number > 0 {
            parts.push(self.texts.say_with("paper-number", &[("number", plan.number.into())]));
        }
        let guides = said_of(&plan.guides);
        if !guides.is_empty() {
            let words = [("count", guides.len().into()), ("guides", guides.join(", ").into())];
            parts.push(self.texts.say_with("paper-guides", &words));
        }
        parts.join(" · ")
    }

    fn goal_lines(&self, goal: &Goal, size: f32) -> Vec<Text> {
        let words = goal.words.trim();
        let mut lines = vec![if size > self.size { Text::bold(size, words) } else { Text::plain(size, words) }];
        if let Some(sign) = said(goal.sign.as_ref()) {
            lines.push(self.text(&self.texts.say_with("paper-sign", &[("sign", sign.into())])));
        }
        if let Some(by) = goal.by {
            let date = Span::bold(dates::long(self.texts, by));
            let words = Span::plain(format!("{} ", self.texts.say("paper-by")));
            lines.push(Text::of(self.size, vec![words, date]));
        }
        lines
    }

    fn first_part_and_strengths(&self) -> Vec<Block> {
        let first = goal(self.plan.first_part.as_ref()).map(|first| self.goal_lines(first, self.size));
        let left = self.part("paper-first-part", first.unwrap_or_default());
        let strengths = said_of(&self.plan.strengths).join(" · ");
        let right =
            self.part("paper-strengths", self.plain(Some(strengths.as_str()).filter(|words| !words.is_empty())));
        self.beside(left, right)
    }

    /// In two columns where both say something.
    fn beside(&self, left: Vec<Block>, mut right: Vec<Block>) -> Vec<Block> {
        if left.is_empty() || right.is_empty() {
            let mut either = left;
            either.append(&mut right);
            return either;
        }
        vec![self.section(), Block::Columns(left, right)]
    }

    fn tasks(&self) -> (Vec<&Task>, Vec<&Task>) {
        let mut tasks: Vec<&Task> = self.plan.tasks.iter().filter(|task| !task.what.trim().is_empty()).collect();
        let extra = tasks.split_off(tasks.len().min(FIRST_TASKS));
        (tasks, extra)
    }

    fn task_rows(&self, tasks: Vec<&Task>, first: usize) -> Rows {
        let rows = tasks.into_iter().map(|task| task_row(self.texts, task, self.size)).collect();
        Rows { when_head: Some(self.head("paper-begin")), ..self.ticked(rows, Some(first)) }
    }

    fn promises(&self) -> Rows {
        let promises = self.plan.promises.iter().filter(|promise| !promise.what.trim().is_empty());
        let rows = promises.map(|promise| promise_row(self.texts, promise, self.size)).collect();
        Rows { when_head: Some(self.head("paper-at-latest")), ..self.ticked(rows, None) }
    }

    fn first_this(&self, size: f32) -> Rows {
        let row = |words: &str| Row { texts: vec![Text::bold(size, words)], ..Row::default() };
        let rows: Vec<Row> = said_of(&self.plan.first_this).into_iter().map(row).collect();
        let number = (rows.len() > 1).then_some(1);
        self.ticked(rows, number)
    }

    fn keep_track(&self) -> Rows {
        let row = |words: &str| Row { texts: vec![self.text(words)], ..Row::default() };
        let rows = said_of(&self.plan.keep_track).into_iter().map(row).collect();
        let week = |number: usize| self.texts.say_with("paper-week", &[("week", number.into())]);
        let spoken = |number| self.texts.say_with("paper-box-week", &[("week", week(number).into())]);
        Rows {
            rows,
            box_heads: (1..=WEEKS).map(|number| Text::plain(self.small(), week(number))).collect(),
            box_spoken: (1..=WEEKS).map(spoken).collect(),
            ..Rows::default()
        }
    }

    fn ticked(&self, rows: Vec<Row>, number_from: Option<usize>) -> Rows {
        Rows {
            rows,
            number_from,
            heading: None,
            when_head: None,
            box_heads: vec![self.head("paper-done")],
            box_spoken: vec![self.texts.say("paper-box")],
        }
    }

    fn rows_under(&self, key: &str, rows: Rows) -> Vec<Block> {
        if rows.rows.is_empty() {
            return Vec::new();
        }
        let heading = Some(Text::bold(self.size + 2.0, self.texts.say(key)));
        vec![self.section(), Block::Rows(Rows { heading, ..rows })]
    }

    fn list(&self, key: &str, items: &[impl AsRef<str>]) -> Vec<Block> {
        if items.is_empty() {
            return Vec::new();
        }
        let text = Text::bold(self.small(), self.texts.say(key));
        let items = items.iter().map(|words| self.text(words.as_ref())).collect();
        vec![self.section(), Block::Heading { level: 2, text }, Block::List(items)]
    }

    fn part(&self, key: &str, lines: Vec<Text>) -> Vec<Block> {
        self.part_titled(&self.texts.say(key), lines)
    }

    fn part_titled(&self, heading: &str, lines: Vec<Text>) -> Vec<Block> {
        if lines.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![self.section()];
        if !heading.trim().is_empty() {
            blocks.push(Block::Heading { level: 2, text: Text::bold(self.small(), heading) });
        }
        blocks.extend(lines.into_iter().map(Block::Paragraph));
        blocks
    }

    fn plain(&self, words: Option<&str>) -> Vec<Text> {
        words.map(|words| self.text(words)).into_iter().collect()
    }

    fn text(&self, words: &str) -> Text {
        Text::plain(self.size, words)
    }

    fn head(&self, key: &str) -> Text {
        Text::plain(self.small(), self.texts.say(key))
    }

    /// White between two parts; it grows where there is room.
    fn section(&self) -> Block {
        Block::Gap { height: self.size * self.apart, section: true }
    }

    /// Of headings, which name and do not speak.
    fn small(&self) -> f32 {
        self.size * 0.875
    }
}

fn gap(height: f32) -> Block {
    Block::Gap { height, section: false }
}

#[cfg(test)]
mod tests;
