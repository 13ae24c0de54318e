//! Colleagues and their cards.

use std::io;
use std::path::Path;

use super::super::{Exit, Streams};
use super::{finish, said};
use crate::desk::Notice;
use crate::dossier::Card;
use crate::dossier::event::{AccessEnded, AccessGiven, Happening};
use crate::dossier::ids::DossierId;
use crate::platform;
use crate::vault::{Fingerprint, Folder, Store as _, VaultError};

pub(super) fn team(folder: &Folder, streams: &mut Streams<'_>) -> io::Result<Exit> {
    let listed = folder.card().and_then(|own| folder.cards().map(|others| (own, others)));
    let (own, others) = match listed {
        Ok(listed) => listed,
        Err(error) => return streams.fail(&error),
    };
    let own_mark = streams.texts.say("team-own");
    writeln!(streams.out, "{}  {}  {}  {own_mark}", mark(&own), spoken(&own), own.name)?;
    for (card, known) in others {
        let words = streams.texts.say(if known { "team-known" } else { "team-unknown" });
        writeln!(streams.out, "{}  {}  {}  {words}", mark(&card), spoken(&card), card.name)?;
    }
    Ok(Exit::Done)
}

pub(super) fn share(
    folder: &mut Folder,
    client: &str,
    with: &str,
    end: bool,
    streams: &mut Streams<'_>,
) -> io::Result<Exit> {
    let card = match folder.cards() {
        Ok(cards) => cards.into_iter().find(|(card, _)| mark(card) == with),
        Err(error) => return streams.fail(&error),
    };
    let Some((card, known)) = card else { return unknown_card(with, streams) };
    if !known && !end {
        streams.tell(&Notice::trouble("share-not-compared").about(spoken(&card)))?;
        return Ok(Exit::Failed);
    }
    let dossier = DossierId::new(client);
    let (name, key) = (card.name.clone(), card.key.clone());
    let what =
        if end { Happening::AccessEnded(AccessEnded { key }) } else { Happening::AccessGiven(AccessGiven { card }) };
    let done = folder.write_down(&dossier, what, platform::now()).and_then(|_| folder.readdress(&dossier));
    finish(done.map(|()| said(streams, if end { "vault-unshared" } else { "vault-shared" }, &name)), streams)
}

pub(super) fn card_of(folder: &Folder, who: &str) -> Result<Option<Card>, VaultError> {
    Ok(folder.cards()?.into_iter().map(|(card, _)| card).find(|card| mark(card) == who))
}

pub(super) fn unknown_card(who: &str, streams: &mut Streams<'_>) -> io::Result<Exit> {
    streams.tell(&Notice::trouble("card-unknown").about(who))?;
    Ok(Exit::Failed)
}

pub(super) fn read_card(file: &Path) -> Option<Card> {
    ron::from_str(&std::fs::read_to_string(file).ok()?).ok()
}

pub(super) fn mark(card: &Card) -> String {
    Fingerprint::on(card).map(|on| on.as_str().to_owned()).unwrap_or_default()
}

pub(super) fn spoken(card: &Card) -> String {
    Fingerprint::on(card).map(|on| on.spoken()).unwrap_or_default()
}
