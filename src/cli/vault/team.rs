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
    let listed = folder.card().and_then(|own| folder.members().map(|others| (own, others)));
    let (own, others) = match listed {
        Ok(listed) => listed,
        Err(error) => return streams.fail(&error),
    };
    let own_mark = streams.texts.say("team-own");
    writeln!(streams.out, "{}  {}  {}  {own_mark}", mark(&own), spoken(&own), own.name)?;
    for member in others {
        let (words, card) = (streams.texts.say(member.standing_key()), member.card);
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
    let member = match folder.members() {
        Ok(members) => members.into_iter().find(|member| mark(&member.card) == with),
        Err(error) => return streams.fail(&error),
    };
    let Some(member) = member else { return unknown_card(with, streams) };
    let (known, card) = (member.is_colleague(), member.card);
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

/// Does something with the card of whom this mark is; says so when there is none.
pub(super) fn with_card(
    folder: &mut Folder,
    who: &str,
    streams: &mut Streams<'_>,
    work: impl FnOnce(&mut Folder, &Card, &Streams<'_>) -> Result<String, VaultError>,
) -> io::Result<Exit> {
    let members = folder.members();
    let found = members.map(|members| members.into_iter().map(|member| member.card).find(|card| mark(card) == who));
    let done = match found {
        Ok(Some(card)) => work(folder, &card, streams),
        Ok(None) => return unknown_card(who, streams),
        Err(error) => Err(error),
    };
    finish(done, streams)
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
