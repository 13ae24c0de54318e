//! Who works in this vault, and what changes in that.

use super::Desk;
use super::command::{Job, TeamWish};
use super::notice::Notice;
use super::open::{OpenDossier, Saving};
use crate::dossier::Now;
use crate::vault::{Standing, Store, VaultError};

impl Desk {
    pub(super) fn change_team(&mut self, wish: TeamWish) -> Vec<Job> {
        if self.open.as_ref().map(OpenDossier::saving) == Some(Saving::Busy) {
            self.tell(Notice::trouble("erase-busy"));
            return Vec::new();
        }
        // Everything is read anew afterwards: whose work counts may be different then.
        self.set_bookmark();
        self.ask(Job::Team(wish))
    }
}

/// Does it, and says that it was done.
pub(super) fn change(store: &mut dyn Store, wish: &TeamWish, now: Now) -> Result<Notice, VaultError> {
    Ok(match wish {
        TeamWish::Compared(card) => {
            store.trust(card)?;
            Notice::done("team-compared").about(&card.name)
        }
        TeamWish::Left(card) => {
            store.part(card, Standing::Left, now)?;
            Notice::done("team-left").about(&card.name)
        }
        TeamWish::Mistaken(card) => {
            store.part(card, Standing::Mistaken, now)?;
            Notice::done("team-mistaken").about(&card.name)
        }
        TeamWish::Recovery(recipient) => {
            store.choose_recovery(recipient)?;
            Notice::done("team-recovery")
        }
    })
}
