//! The plan as a file, and the report for the clipboard.

use super::Desk;
use super::command::Job;
use super::notice::Notice;
use crate::dossier::Now;
use crate::dossier::event::{Happening, Paper, PaperMade};
use crate::paper::{self, Letters, Sheet};
use crate::plan::{Leaflet, Report, harvest, next_number};

impl Desk {
    /// A neutral name: no client's name in a file name.
    pub(super) fn plan_file_name(&self, now: Now) -> String {
        format!("{} {}.pdf", self.texts.say("plan-file-name"), now.today())
    }

    pub(super) fn with_pdf(&mut self, job: impl FnOnce(Vec<u8>) -> Job) -> Vec<Job> {
        let Some(sheet) = self.sheet.as_ref().filter(|_| self.plan.says_something()) else {
            self.tell(Notice::trouble("plan-says-nothing"));
            return Vec::new();
        };
        let Ok(bytes) = paper::render(sheet) else { return self.not_made() };
        let replaced: String = sheet.notices.iter().collect();
        self.busy = true;
        if !replaced.is_empty() {
            self.tell(Notice::trouble("plan-characters-replaced").about(replaced));
        }
        vec![job(bytes)]
    }

    /// Says that a paper could not be made; nothing else happens.
    pub(super) fn not_made(&mut self) -> Vec<Job> {
        self.tell(Notice::trouble("plan-not-made"));
        Vec::new()
    }

    /// Papers in large letters from now on, or in the usual ones again.
    pub(super) fn large_print(&mut self, now: Now) {
        self.look.letters = match self.look.letters {
            Letters::Usual => Letters::Large,
            Letters::Large => Letters::Usual,
        };
        self.sheet = None;
        self.draw_plan(now);
    }

    /// The papers beside the plan that have something to say now.
    #[must_use]
    pub fn papers(&self) -> Vec<Paper> {
        let plan = &self.plan;
        let ticks = !plan.tasks.is_empty() || !plan.keep_track.is_empty();
        let helps = !plan.safety_net.is_empty() || plan.tasks.iter().any(|task| !task.if_thens.is_empty());
        let all = [
            (Paper::TickList, ticks),
            (Paper::ThoughtCard, helps),
            (Paper::Harvest, !plan.harvest.is_empty()),
            (Paper::Handover, self.handover.is_some()),
        ];
        all.into_iter().filter_map(|(paper, says)| says.then_some(paper)).collect()
    }

    pub(super) fn show_paper(&mut self, paper: Paper, now: Now) -> Vec<Job> {
        let (texts, letters) = (&self.texts, self.look.letters);
        let leaflet = |leaflet: &Leaflet| paper::leaflet_sheet(texts, leaflet, now.today(), letters);
        let sheet = match paper {
            Paper::TickList => paper::tick_list(texts, &self.plan, letters),
            Paper::ThoughtCard => paper::thought_card(texts, &self.plan, letters),
            Paper::Harvest => harvest(texts, &self.plan).as_ref().map(leaflet),
            Paper::Handover => self.handover.as_ref().map(leaflet),
            // The others are made where they are asked for.
            _ => None,
        };
        let Some(sheet) = sheet else {
            self.tell(Notice::trouble("handover-says-nothing"));
            return Vec::new();
        };
        self.show_sheet(&sheet, paper, now)
    }

    /// Shows a paper about the client, and writes down that it was shown.
    pub(super) fn show_sheet(&mut self, sheet: &Sheet, kind: Paper, now: Now) -> Vec<Job> {
        let Ok(bytes) = paper::render(sheet) else { return self.not_made() };
        let key = match kind {
            Paper::PrivacySheet => "privacy-file-name",
            Paper::Handover => "handover-file-name",
            Paper::TickList => "tick-file-name",
            Paper::ThoughtCard => "thought-file-name",
            Paper::Harvest => "harvest-file-name",
            _ => "inspection-file-name",
        };
        let name = format!("{} {}.pdf", self.texts.say(key), now.today());
        let number = self.open.as_ref().map_or(1, |open| next_number(&open.dossier, kind));
        let mut jobs = self.record(vec![Happening::PaperMade(PaperMade { paper: kind, number })], now);
        jobs.push(Job::ViewSheet { name, bytes });
        jobs
    }

    pub(super) fn copy_report(&mut self, now: Now) -> Vec<Job> {
        let Some(open) = &self.open else { return Vec::new() };
        let Some(report) = Report::draw_up(&self.texts, &self.library, &open.dossier, now.today()) else {
            self.tell(Notice::trouble("report-says-nothing"));
            return Vec::new();
        };
        let text = report.to_text(&self.texts);
        self.tell(Notice::done("report-copied"));
        vec![Job::Copy(text)]
    }
}
