//! The plan as a file, and the report for the clipboard.

use super::Desk;
use super::command::Job;
use super::notice::Notice;
use crate::dossier::Now;
use crate::dossier::event::Paper;
use crate::paper;
use crate::plan::Report;

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

    /// Whether a hand-over was walked that says something.
    #[must_use]
    pub fn has_handover(&self) -> bool {
        self.handover.is_some()
    }

    pub(super) fn show_handover(&mut self, now: Now) -> Vec<Job> {
        let Some(leaflet) = self.handover.clone() else {
            self.tell(Notice::trouble("handover-says-nothing"));
            return Vec::new();
        };
        self.show_leaflet(&leaflet, Paper::Handover, now)
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
