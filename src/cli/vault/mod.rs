//! `roer vault ..`: what an administrator does with a vault as a whole.

mod begin;
mod moves;
mod team;
mod verify;

use std::io;
use std::path::PathBuf;

use clap::Subcommand;

use super::place::read_secret;
use super::{Exit, Place, Streams};
use crate::desk::{Notice, hands};
use crate::dossier::Dossier;
use crate::dossier::event::{Ended, Happening};
use crate::dossier::ids::DossierId;
use crate::plan::due;
use crate::platform;
use crate::vault::{Folder, Secret, Standing, Store as _, Strength, VaultError, strength};

pub(super) use moves::note_paper;

#[derive(Debug, Subcommand)]
pub enum VaultVerb {
    /// Maak een versleutelde map, of versleutel een map van een oudere Roer
    Init {
        /// Uw naam of initialen, voor collega's
        #[arg(long, default_value = "Beheer")]
        name: String,
        /// De herstelsleutel van uw organisatie (age1...)
        #[arg(long, value_name = "AGE1", conflicts_with = "recovery_sheet")]
        recovery: Option<String>,
        /// Maak een herstelblad om af te drukken
        #[arg(long, value_name = "BESTAND")]
        recovery_sheet: Option<PathBuf>,
        /// De map is er al: maak er een eigen sleutel bij
        #[arg(long)]
        join: bool,
    },
    /// Lees alles na: beschadigd, weg, verkeerd ondertekend
    Verify {
        #[arg(long)]
        json: bool,
    },
    /// Open alle dossiers met de herstelsleutel en maak nieuwe sleutels
    Recover {
        /// Bestand met de sleutel van het herstelblad (eerste regel)
        #[arg(long, value_name = "BESTAND")]
        recovery_file: PathBuf,
        #[arg(long, default_value = "Beheer")]
        name: String,
    },
    /// Maak een reservekopie, en probeer meteen of die opengaat
    Backup {
        #[arg(long, value_name = "MAP")]
        out: PathBuf,
    },
    /// Neem een bundel op, of alles uit een andere map
    Merge {
        #[arg(value_name = "BUNDEL OF MAP")]
        from: PathBuf,
    },
    /// Zet een dossier in een bestand dat alleen de ontvanger kan openen
    ExportClient {
        #[arg(long, value_name = "ID")]
        client: String,
        /// De kaart van de ontvanger (bestand); zonder: alleen voor uzelf
        #[arg(long, value_name = "KAART")]
        to: Option<PathBuf>,
        #[arg(long, value_name = "BESTAND")]
        out: PathBuf,
    },
    /// Wis een dossier voorgoed, of wat bij een stap gezegd is
    EraseClient {
        #[arg(long, value_name = "ID")]
        client: String,
        /// Waarom, voor het register: geen woorden van de klant
        #[arg(long, value_name = "TEKST", default_value = "grond niet genoemd")]
        ground: String,
        /// Alleen wat bij deze stap gezegd en genoteerd is
        #[arg(long, value_name = "STAP")]
        step: Option<String>,
    },
    /// Toon wie hier een kaart heeft, met de cijfers om hardop te vergelijken
    Team,
    /// U hebt de cijfers van deze collega vergeleken: vanaf nu telt hun werk mee
    Trust {
        #[arg(value_name = "KENMERK")]
        who: String,
    },
    /// Een collega gaat weg: niets nieuws is nog voor hen. Wat zij schreven blijft gelden
    Part {
        #[arg(value_name = "KENMERK")]
        who: String,
        /// De verkeerde cijfers zijn vergeleken: niets van hen telt mee
        #[arg(long)]
        mistaken: bool,
    },
    /// Kies een andere herstelsleutel, ook voor wat er al ligt
    Recovery {
        /// De herstelsleutel van uw organisatie (age1...)
        #[arg(long, value_name = "AGE1", conflicts_with = "sheet", required_unless_present = "sheet")]
        recipient: Option<String>,
        /// Maak een nieuw herstelblad om af te drukken
        #[arg(long, value_name = "BESTAND")]
        sheet: Option<PathBuf>,
    },
    /// Geef een collega toegang tot een dossier
    Share {
        #[arg(long, value_name = "ID")]
        client: String,
        #[arg(long, value_name = "KENMERK")]
        with: String,
        /// Haal de toegang weg voor wat vanaf nu geschreven wordt
        #[arg(long)]
        end: bool,
    },
    /// Toon wat er vernietigd is, wanneer en waarom
    Register,
    /// Toon welke dossiers volgens de bewaartermijn weg mogen
    Due,
    /// Sluit de begeleiding af: vanaf nu loopt de bewaartermijn
    Close {
        #[arg(long, value_name = "ID")]
        client: String,
        /// De begeleiding gaat toch verder
        #[arg(long)]
        reopen: bool,
    },
    /// Kies een andere wachtwoordzin
    Passphrase {
        /// Bestand met de nieuwe zin (eerste regel)
        #[arg(long, value_name = "BESTAND")]
        new_file: PathBuf,
    },
}

pub(super) fn vault(verb: &VaultVerb, place: Place<'_>, streams: &mut Streams<'_>) -> io::Result<Exit> {
    match verb {
        VaultVerb::Init { name, recovery, recovery_sheet, join } => {
            begin::init(place, name, recovery.as_deref(), recovery_sheet.as_deref(), *join, streams)
        }
        VaultVerb::Recover { recovery_file, name } => begin::recover(place, recovery_file, name, streams),
        _ => match place.open(streams)? {
            Ok(folder) => with_folder(verb, folder, streams),
            Err(exit) => Ok(exit),
        },
    }
}

fn with_folder(verb: &VaultVerb, mut folder: Folder, streams: &mut Streams<'_>) -> io::Result<Exit> {
    let done = match verb {
        VaultVerb::Init { .. } | VaultVerb::Recover { .. } => return Ok(Exit::Unusable),
        VaultVerb::Verify { json } => return verify::verify(&folder, *json, streams),
        VaultVerb::Backup { out } => folder.back_up(out).map(|made| {
            let counts =
                [("files", made.files.into()), ("dossiers", made.dossiers.into()), ("events", made.events.into())];
            streams.texts.say_with("vault-backed-up", &counts)
        }),
        VaultVerb::Merge { from } => return moves::merge(&mut folder, from, streams),
        VaultVerb::ExportClient { client, to, out } => {
            return moves::export(&mut folder, client, to.as_deref(), out, streams);
        }
        VaultVerb::EraseClient { client, ground, step } => {
            return erase(&mut folder, client, ground, step.as_deref(), streams);
        }
        VaultVerb::Team => return team::team(&folder, streams),
        VaultVerb::Trust { who } => {
            return team::with_card(&mut folder, who, streams, |folder, card, streams| {
                folder.trust(card).map(|()| said(streams, "vault-trusted", &card.name))
            });
        }
        VaultVerb::Part { who, mistaken } => {
            return team::with_card(&mut folder, who, streams, |folder, card, streams| {
                let standing = if *mistaken { Standing::Mistaken } else { Standing::Left };
                let ended = folder.part(card, standing, platform::now())?;
                let said = [("what", card.name.as_str().into()), ("count", ended.into())];
                Ok(streams.texts.say_with(if *mistaken { "vault-mistaken" } else { "vault-parted" }, &said))
            });
        }
        VaultVerb::Recovery { recipient, sheet } => {
            return begin::choose_recovery(&mut folder, recipient.as_deref(), sheet.as_deref(), streams);
        }
        VaultVerb::Share { client, with, end } => return team::share(&mut folder, client, with, *end, streams),
        VaultVerb::Register => return show_register(&folder, streams),
        VaultVerb::Due => return list_due(&folder, streams),
        VaultVerb::Close { client, reopen } => folder
            .write_down(&DossierId::new(client), Happening::Ended(Ended { ended: !reopen }), platform::now())
            .map(|_| said(streams, if *reopen { "vault-reopened" } else { "vault-closed" }, "")),
        VaultVerb::Passphrase { new_file } => match read_secret(new_file, streams)? {
            Ok(passphrase) => {
                warn_when_weak(&passphrase, streams)?;
                folder.change_passphrase(&passphrase).map(|()| said(streams, "vault-passphrase-changed", ""))
            }
            Err(exit) => return Ok(exit),
        },
    };
    finish(done, streams)
}

fn said(streams: &Streams<'_>, key: &str, what: &str) -> String {
    streams.texts.say_with(key, &[("what", what.into())])
}

fn finish(done: Result<String, VaultError>, streams: &mut Streams<'_>) -> io::Result<Exit> {
    match done {
        Ok(words) => {
            writeln!(streams.out, "{words}")?;
            Ok(Exit::Done)
        }
        Err(error) => streams.fail(&error),
    }
}

fn warn_when_weak(passphrase: &Secret, streams: &mut Streams<'_>) -> io::Result<()> {
    if strength(passphrase) == Strength::Weak { streams.tell(&Notice::trouble("passphrase-weak")) } else { Ok(()) }
}

fn erase(
    folder: &mut Folder,
    client: &str,
    ground: &str,
    step: Option<&str>,
    streams: &mut Streams<'_>,
) -> io::Result<Exit> {
    let (dossier, now) = (DossierId::new(client), platform::now());
    let Some(step) = step else {
        let done = folder.destroy(&dossier, ground, now);
        return finish(done.map(|()| said(streams, "vault-destroyed", client)), streams);
    };
    let file = match hands::read(folder, &dossier) {
        Ok(file) => file,
        Err(error) => return streams.fail(&error),
    };
    streams.tell_all(&file.trouble)?;
    let events = Dossier::from_events(dossier.clone(), file.events).said_at(step);
    if events.is_empty() && !folder.has_erased(&dossier).unwrap_or(false) {
        streams.tell(&Notice::trouble("erase-nothing-there").about(step))?;
        return Ok(Exit::Failed);
    }
    let erased = folder.erase_events(&dossier, &events, ground, now);
    let closed = folder.closed_files(&dossier).unwrap_or_default();
    for file in closed {
        streams.tell(&Notice::trouble("erase-closed-file").about(file.display().to_string()))?;
    }
    finish(erased.map(|()| said(streams, "vault-erased", &events.len().to_string())), streams)
}

fn show_register(folder: &Folder, streams: &mut Streams<'_>) -> io::Result<Exit> {
    let events = match folder.register() {
        Ok(events) => events,
        Err(error) => return streams.fail(&error),
    };
    for event in events {
        if let Happening::Destroyed(gone) = &event.what {
            writeln!(streams.out, "{}  {}  {}", event.at.date(), gone.dossier, gone.ground)?;
        }
    }
    Ok(Exit::Done)
}

fn list_due(folder: &Folder, streams: &mut Streams<'_>) -> io::Result<Exit> {
    let library = match super::clients::library_of(folder) {
        Ok(library) => library,
        Err(error) => return streams.fail(&error),
    };
    let years = library.organisation().retention_years;
    if years == 0 {
        streams.tell(&Notice::trouble("due-no-term"))?;
        return Ok(Exit::Failed);
    }
    let dossiers = match folder.dossiers() {
        Ok(dossiers) => dossiers,
        Err(error) => return streams.fail(&error),
    };
    for id in dossiers {
        let Ok(loaded) = folder.load(&id) else { continue };
        let dossier = Dossier::from_events(id.clone(), loaded.events);
        if let Some(day) = due(&dossier, years).filter(|day| *day <= platform::now().today()) {
            writeln!(streams.out, "{id}  {day}")?;
        }
    }
    Ok(Exit::Done)
}
