//! The headless commands: for guide authors, administrators and automatic checks. Nothing here opens a window.
//!
//! Results go to `out`, messages for people to `err`. Exit codes: 0 done, 1 it failed or faults were found, 2 the call is unusable.

mod check;
mod clients;
mod guides;
mod main_job;
mod measures;
mod place;
mod plan;
mod print_guide;
mod vault;

use std::io::{self, Write};
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};

use crate::desk::{Notice, Trouble, demo};
use crate::paper::Letters;
use crate::platform;
use crate::texts::{Language, Texts};
use crate::vault::{Folder, VaultError};

pub use main_job::main_job;
pub use place::Place;
pub use vault::VaultVerb;

/// Roer: samen aan het roer. Zonder opdracht opent het venster.
#[derive(Debug, Parser)]
#[command(name = "roer", version)]
pub struct Call {
    #[command(subcommand)]
    pub verb: Option<Verb>,
    /// Map met dossiers (anders: in uw eigen gegevensmap)
    #[arg(long, value_name = "MAP", global = true)]
    pub vault: Option<PathBuf>,
    /// Map op deze computer voor wat bij een kluis hoort: wat nog wacht, en wat hier eerder gezien is (anders uw profiel)
    #[arg(long, value_name = "MAP", global = true)]
    pub local: Option<PathBuf>,
    /// Hoe het venster getekend wordt
    #[arg(long, value_enum)]
    pub renderer: Option<Renderer>,
    /// Sluit na dit aantal beelden, en meld hoe er getekend werd
    #[arg(long, value_name = "BEELDEN")]
    pub smoke: Option<u32>,
    /// Bestand met de wachtwoordzin van de map (eerste regel)
    #[arg(long, value_name = "BESTAND", global = true)]
    pub passphrase_file: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Renderer {
    Wgpu,
    Glow,
}

#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Controleer gidsen en organisatiebestanden
    Check {
        #[arg(long)]
        json: bool,
        /// Toon ook hoe makkelijk de gidsen te lezen zijn, als tabel
        #[arg(long, conflicts_with = "json")]
        maten: bool,
        #[arg(required = true, value_name = "PAD")]
        paths: Vec<PathBuf>,
    },
    /// Toon de gidsen die er zijn
    Guides {
        #[arg(long)]
        json: bool,
    },
    /// Maak een leeg werkblad van een gids, om zonder scherm te werken
    PrintGuide {
        /// De id van een gids die er is, of een bestand
        #[arg(value_name = "GIDS")]
        guide: String,
        /// Alleen de kern
        #[arg(long)]
        kort: bool,
        #[arg(long, value_name = "BESTAND")]
        out: PathBuf,
    },
    /// Maak een map met verzonnen klanten
    Demo {
        #[arg(long, default_value_t = demo::CLIENTS)]
        clients: usize,
        #[arg(long, default_value_t = 0)]
        seed: u64,
    },
    /// Toon de klanten in een map
    Clients {
        #[arg(long)]
        json: bool,
    },
    /// Maak een papier voor een klant
    Plan {
        #[arg(long, value_name = "ID")]
        client: String,
        #[arg(long, value_enum, default_value_t = PaperKind::Plan)]
        kind: PaperKind,
        /// In grote letters (16 punten)
        #[arg(long)]
        groot: bool,
        #[arg(long, value_name = "BESTAND")]
        out: PathBuf,
    },
    /// Noem wat er op het plan van een klant nog niet staat; niets wordt tegengehouden
    Preflight {
        #[arg(long, value_name = "ID")]
        client: String,
        #[arg(long)]
        json: bool,
    },
    /// Beheer van een map met dossiers: sleutels, nalezen, reservekopie, herstel, overdragen, wissen
    Vault {
        #[command(subcommand)]
        verb: VaultVerb,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PaperKind {
    Plan,
    Verslag,
    /// Wat een volgende klantmanager moet weten
    Overdracht,
    /// Wat bereikt is en wat de klant blijft doen
    Oogst,
    /// De acties met een vakje per week
    Vinklijst,
    /// Een kaartje om mee te nemen: wat helpt als het lastig wordt
    Gedachtekaart,
    /// Alles wat er over de klant bewaard is; als .pdf, of als gegevens in .json
    Inzage,
    /// Wat wij opschrijven, wie het leest en hoe lang
    Privacyblad,
}

/// Where results and messages go.
pub struct Streams<'a> {
    pub out: &'a mut dyn Write,
    pub err: &'a mut dyn Write,
    pub texts: Texts,
}

/// How a headless command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    Done,
    Failed,
    Unusable,
}

impl Exit {
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Failed => 1,
            Self::Unusable => 2,
        }
    }
}

/// Runs a headless command.
///
/// # Errors
/// Only when `out` or `err` cannot be written, such as a closed pipe.
pub fn run(verb: &Verb, place: Place<'_>, streams: &mut Streams<'_>) -> io::Result<Exit> {
    match verb {
        Verb::Check { json, maten, paths } => check::check(paths, *json, *maten, streams),
        Verb::PrintGuide { guide, kort, out } => print_guide::print_guide(guide, *kort, out, streams),
        Verb::Guides { json } => guides::guides(*json, streams),
        Verb::Demo { clients, seed } => make_demo(place, *clients, *seed, streams),
        Verb::Clients { json } => clients::clients(place, *json, streams),
        Verb::Vault { verb } => vault::vault(verb, place, streams),
        Verb::Plan { client, kind, groot, out } => {
            let letters = if *groot { Letters::Large } else { Letters::Usual };
            plan::plan(place, client, (*kind, letters), out, streams)
        }
        Verb::Preflight { client, json } => plan::lacks(place, client, *json, streams),
    }
}

impl Streams<'_> {
    /// A streams pair that speaks Dutch.
    pub fn new<'a>(out: &'a mut dyn Write, err: &'a mut dyn Write) -> Streams<'a> {
        Streams { out, err, texts: Texts::new(Language::Dutch) }
    }

    /// Says what happened and what to do now.
    ///
    /// # Errors
    /// When `err` cannot be written.
    pub fn tell(&mut self, notice: &Notice) -> io::Result<()> {
        let (what, now) = (notice.what(&self.texts), notice.what_now(&self.texts));
        writeln!(self.err, "{}", [what, now].join(" ").trim_end())
    }

    fn tell_all(&mut self, trouble: &[Trouble]) -> io::Result<()> {
        Notice::of_each_kind(trouble).try_for_each(|notice| self.tell(&notice))
    }

    fn fail(&mut self, error: &VaultError) -> io::Result<Exit> {
        self.tell(&Notice::from(&Trouble::from(error)))?;
        Ok(Exit::Failed)
    }
}

fn make_demo(place: Place<'_>, clients: usize, seed: u64, streams: &mut Streams<'_>) -> io::Result<Exit> {
    let place = match place.named(streams)? {
        Ok(place) => place,
        Err(exit) => return Ok(exit),
    };
    let made = Folder::create_demonstration(place)
        .and_then(|mut folder| demo::fill(&mut folder, clients, seed, platform::now()));
    match made {
        Ok(()) => {
            writeln!(
                streams.out,
                "{}",
                streams
                    .texts
                    .say_with("demo-made", &[("count", clients.into()), ("place", place.display().to_string().into())])
            )?;
            Ok(Exit::Done)
        }
        Err(error) => streams.fail(&error),
    }
}
