//! The report for the municipality's own system: what was said, in the order of the conversation.
//!
//! What was skipped and what is sensitive is left out; private notes have no way in.

use jiff::civil::Date;

use super::in_words::in_words;
use crate::dossier::{Dossier, Run};
use crate::guide::{Library, Print};
use crate::texts::{Texts, dates};
use crate::walk::{Status, Stop, Walk};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub name: String,
    pub reference: String,
    pub date: Date,
    /// Guide title and edition.
    pub guide: String,
    pub chapters: Vec<Chapter>,
    /// What the client says of the dossier itself: it goes wherever the dossier is told of.
    pub statement: Vec<String>,
}

/// What was said in one stage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chapter {
    pub title: String,
    /// Question as shown, and the answer in lines.
    pub said: Vec<(String, Vec<String>)>,
}

impl Report {
    /// The report of the last run that nobody called. `None` when no guide was begun.
    #[must_use]
    pub fn draw_up(texts: &Texts, library: &Library, dossier: &Dossier, date: Date) -> Option<Self> {
        let run = dossier.runs().into_iter().rfind(|run| run.began.caller.is_none())?;
        Self::of_run(texts, library, dossier, date, run)
    }

    /// The report of the last run of this guide that nobody called.
    #[must_use]
    pub fn of_guide(texts: &Texts, library: &Library, dossier: &Dossier, date: Date, guide: &str) -> Option<Self> {
        let run = dossier.runs().into_iter().rfind(|run| run.began.caller.is_none() && run.guide.id == guide)?;
        Self::of_run(texts, library, dossier, date, run)
    }

    fn of_run(texts: &Texts, library: &Library, dossier: &Dossier, date: Date, run: &Run) -> Option<Self> {
        // The municipality's own file is in Dutch, whatever was spoken at the table.
        let mut library = library.clone();
        library.speak_second(false);
        let library = &library;
        let guide = library.edition(&run.guide)?;
        let walk = Walk::over(library, dossier, &run.began.run)?;
        let mut chapters: Vec<Chapter> = guide
            .stages()
            .iter()
            .map(|stage| Chapter { title: library.say(&stage.title).to_owned(), said: Vec::new() })
            .collect();
        for stop in walk.stops.iter().filter(|stop| stop.status == Status::Answered) {
            if let Some(chapter) = chapters.get_mut(stop.stage) {
                chapter.said.extend(said(texts, stop));
            }
        }
        chapters.retain(|chapter| !chapter.said.is_empty());
        Some(Self {
            name: dossier.client().name.clone(),
            reference: dossier.client().reference.clone(),
            date,
            guide: format!("{} {}", guide.title(), guide.name().edition),
            chapters,
            statement: lines_of_statement(dossier),
        })
    }

    /// Plain text, ready to paste.
    #[must_use]
    pub fn to_text(&self, texts: &Texts) -> String {
        let mut lines = vec![texts.say_with("report-title", &[("name", self.name.as_str().into())])];
        if !self.reference.trim().is_empty() {
            lines.push(texts.say_with("report-reference", &[("reference", self.reference.as_str().into())]));
        }
        lines.push(format!("{} · {}", dates::long(texts, self.date), self.guide));
        for chapter in &self.chapters {
            lines.extend([String::new(), chapter.title.clone()]);
            for (question, answer) in &chapter.said {
                lines.push(format!("- {question}"));
                lines.extend(answer.iter().map(|line| format!("  {line}")));
            }
        }
        if !self.statement.is_empty() {
            lines.extend([String::new(), texts.say("statement-on-paper")]);
            lines.extend(self.statement.iter().map(|line| format!("  {line}")));
        }
        lines.push(String::new());
        lines.join("\n")
    }
}

fn lines_of_statement(dossier: &Dossier) -> Vec<String> {
    let heads = dossier.statement().heads().iter().flat_map(|head| head.value.lines());
    heads.map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn said(texts: &Texts, stop: &Stop) -> Vec<(String, Vec<String>)> {
    stop.fields
        .iter()
        .filter(|field| !field.sensitive && field.print != Print::Never)
        .filter_map(|field| {
            let lines = in_words(texts, &field.ask, field.answer.as_ref()?);
            let question = if field.label.is_empty() { &stop.question } else { &field.label };
            (!lines.is_empty()).then(|| (question.clone(), lines))
        })
        .collect()
}
