//! A municipality's own layer over a guide.

use roer::desk::Command;
use roer::dossier::event::Route;
use roer::guide::{BUNDLED, Finding, Guide, Kind, LayerFile, Library, Origin};
use roer::review::review;

use crate::table::{Table, text};

const LAYER: &str = r#"Laag(
    formaat: 1,
    titel: "Voorbeeldstad",
    gids: "zelf-aan-het-roer",
    editie: "EDITIE",
    hulp: [("doel", ["Bel bij twijfel de werkcoach van het team."])],
    voorbeelden: [("doel", "Ik werk vóór de zomer bij de haven.")],
    verberg: ["sterke-kanten"],
    erbij: [
        Erbij(na: "wens-dag", stappen: [
            Stap(id: "haven", titel: "De haven", doel: "Kansen dichtbij.", vraag: "Wilt u de haven eens zien?", antwoord: Tekst()),
        ]),
    ],
    termen: [Term(woord: "werkcoach", uitleg: "Helpt bij het zoeken naar werk.")],
    paden: [Pad(naam: "haven", antwoorden: [("haven", Tekst("Ja"))], langs: ["wens-dag", "haven"], niet: ["sterke-kanten"])],
)"#;

fn edition() -> String {
    Guide::read(BUNDLED[0], None).guide.expect("sound").name().edition.clone()
}

fn layer() -> String {
    LAYER.replace("EDITIE", &edition())
}

fn kinds(findings: &[Finding]) -> Vec<(Kind, usize)> {
    findings.iter().map(|finding| (finding.kind, finding.line)).collect()
}

#[test]
fn a_layer_adds_and_hides_without_a_copy_of_the_guide() {
    let mut library = Library::bundled();
    assert_eq!(LayerFile::lay(&layer(), &library).findings, []);
    let name = library.add_layer(&layer()).expect("a sound layer");
    assert_eq!(name.edition, format!("{} · Voorbeeldstad", edition()));
    assert_eq!(review(&library, &name), [], "its own paths hold");
    let mut table = Table::with(library);
    table.begin("zelf-aan-het-roer", Route::Core);
    assert!(table.find("haven").is_some() && table.find("sterke-kanten").is_none(), "{:?}", table.route());
    table.go("doel");
    let hints = table.desk.open().and_then(|open| open.stop()).expect("looked at").hints.clone();
    assert!(hints.iter().any(|hint| hint.contains("werkcoach")), "{hints:?}");
    table.answer("haven", "haven", text("Graag."));
    let open = table.desk.open().expect("open");
    let guide = open.guide(table.desk.library()).expect("at hand");
    assert!(guide.terms().iter().any(|term| term.word == "werkcoach"));
    assert_eq!(
        table.desk.library().guides().find(|(g, _)| g.name() == &name).map(|(_, from)| from),
        Some(Origin::Layered)
    );
}

#[test]
fn a_layer_is_held_against_the_guide_and_the_edition_that_it_names() {
    let library = Library::bundled();
    let found = |text: &str| kinds(&LayerFile::lay(text, &library).findings);
    assert_eq!(found(&LAYER.replace("EDITIE", "0.9")), [(Kind::LayerOfOtherEdition, 5)]);
    assert_eq!(found(&layer().replace("zelf-aan-het-roer", "weg")), [(Kind::LayerWithoutGuide, 4)]);
    assert_eq!(found(&layer().replace("[\"sterke-kanten\"],\n", "[\"weg\"],\n")), [(Kind::DanglingTarget, 8)]);
    assert_eq!(found(&layer().replace("na: \"wens-dag\"", "na: \"weg\"")), [(Kind::DanglingTarget, 10)]);
    assert!(found(&layer().replace("id: \"haven\"", "id: \"doel\"")).contains(&(Kind::DuplicateId, 10)));
    assert_eq!(found("Laag(formaat: 9, titel: \"t\", gids: \"g\", editie: \"1\")")[0].0, Kind::NewerFormat);
    assert_eq!(found("Laag(formaat: 1, titl: \"t\")")[0].0, Kind::Syntax);
}

#[test]
fn a_layer_from_a_file_is_installed_and_kept_whole() {
    let mut table = Table::new();
    table.desktop.inside().files.insert("/laag.ron".into(), layer().into_bytes());
    table.tell(Command::ReadGuideAt("/laag.ron".into()));
    assert!(table.desk.findings().is_none(), "{:?}", table.desk.findings());
    table.begin("zelf-aan-het-roer", Route::Core);
    assert!(table.find("haven").is_some());
}
