//! What fictitious clients say.

use jiff::civil::Date;
use crate::dossier::answer::Answer;

pub(super) struct Script {
    pub name: String,
    pub reference: String,
    pub answers: Vec<(&'static str, Answer)>,
    pub until: &'static str,
    pub later: Vec<&'static str>,
}

impl Script {
    pub fn answer(&self, key: &str) -> Option<Answer> {
        self.answers.iter().find(|(known, _)| *known == key).map(|(_, answer)| answer.clone())
    }
}

pub(super) fn of(_number: usize, _seed: u64, _today: Date) -> Script {
    Script { name: String::new(), reference: String::new(), answers: Vec::new(), until: "", later: Vec::new() }
}
