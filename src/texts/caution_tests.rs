use std::collections::BTreeSet;

use super::{Caution, ENTRIES, LIST, YEARS, cautions, holds_citizen_number, passes_eleven};

const NUMBER: [Caution; 1] = [Caution::CitizenNumber];
const DIAGNOSIS: [Caution; 1] = [Caution::Diagnosis];

/// The same numbers on every computer.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn of(&mut self, all: &[&'static str]) -> &'static str {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()]
    }

    /// A citizen number of nine digits, one in ten with a zero in front.
    fn number(&mut self) -> String {
        loop {
            let form = if self.below(10) == 0 { "01#######" } else { "1########" };
            let number = self.fill(form);
            if passes_eleven(&number) {
                return number;
            }
        }
    }

    /// A form filled with digits: `#` is any, `1` one that is not zero.
    fn fill(&mut self, form: &str) -> String {
        let mut filled = String::new();
        for sign in form.chars() {
            match sign {
                '#' => filled += &self.below(10).to_string(),
                '1' => filled += &(self.below(9) + 1).to_string(),
                other => filled.push(other),
            }
        }
        filled
    }
}

/// In each of the groups, from the left, so many digits; the last takes the rest.
fn grouped(digits: &str, sizes: &[usize], joint: &str) -> String {
    let mut rest = digits;
    let mut groups = Vec::new();
    for size in sizes {
        let (group, after) = rest.split_at(*size);
        groups.push(group);
        rest = after;
    }
    groups.push(rest);
    groups.join(joint)
}

#[test]
fn nearly_every_citizen_number_is_seen_in_every_form() {
    let mut dice = Dice(11);
    let mut missed = Vec::new();
    for _ in 0..10_000 {
        let number = dice.number();
        let joint = dice.of(&[".", "-", " ", "\u{a0}", "\u{202f}", "‑", "–", " - "]);
        let short = number.strip_prefix('0').filter(|_| dice.below(2) == 0);
        let written = match (short, dice.below(5)) {
            (None, 0) => grouped(&number, &[4, 2], joint),
            (None, 1) => grouped(&number, &[3, 3], joint),
            (None, 2) => grouped(&number, &[2, 2, 2], joint),
            (Some(short), 0) => grouped(short, &[3, 2], joint),
            (Some(short), 1) => grouped(short, &[2, 3], joint),
            (Some(short), 2) => grouped(short, &[3, 3], joint),
            (None, 3) => {
                number.chars().map(|digit| char::from_u32(u32::from(digit) - 0x30 + 0xff10).unwrap()).collect()
            }
            _ => short.unwrap_or(&number).to_owned(),
        };
        let text = dice
            .of(&[
                "@",
                "Zijn BSN is @.",
                "bsn:@",
                "BSN@",
                "(@)",
                "Op 24-11-2026 gebeld over @, om 14.30 uur.",
                "Jan,\n@\n06-12345678",
                "Tel. 0612345678 / @; 2 kinderen",
                "Is @ goed?",
                "“@”",
                "1. @ - Jansen",
                "Hij kreeg € 1.250,00 op nr. @!",
            ])
            .replace('@', &written);
        if cautions(&text) != NUMBER {
            missed.push(text);
        }
    }
    assert!(missed.len() <= 10, "{} missed: {missed:#?}", missed.len());
}

#[test]
fn citizen_numbers_by_hand() {
    for text in [
        "123456782",
        "1234.56.782",
        "123 456 782",
        "123-456-782",
        "123 - 456 - 782",
        "12 34 56 782",
        "123\u{a0}456\u{a0}782",
        "１２３４５６７８２",
        "١٢٣٤٥٦٧٨٢",
        "123\u{200b}456782",
        "010000008",
        "10000008",
        "10.000.008",
        "150 32 000",
        "bsn 111222333",
        "Sofinummer: 111.222.333.",
        "Burgerservicenummer\t111222333\t12-03-1980",
        "111222333, geboren 12-03-1980",
        "06 12345678 en 111222333",
        "123456782/111222333",
        "+31612345678 123456782",
        "KvK 12345678, bsn 123456782",
    ] {
        assert_eq!(cautions(text), NUMBER, "{text}");
    }
}

#[test]
fn other_numbers_are_left_alone() {
    for text in [
        "",
        "123456789",
        "000000000",
        "00000000",
        "1234567820",
        "9123456782",
        "123456782123456782",
        "06-12345678",
        "06 10000008",
        "06/10000008",
        "(06) 10000008",
        "06 - 10000008",
        "+31 6 10000008",
        "+31 (0)6 10000008",
        "+31 123456782",
        "+31123456782",
        "+123456782",
        "0031 123456782",
        "+48 123 456 782",
        "+32 471 12 34 56",
        "telefoonnummer 123456782",
        "NL91 ABNA 0417 1643 00",
        "NL91ABNA0417164300",
        "KvK-nummer: 10000008",
        "€ 123.456.782",
        "€123456782",
        "123.456.782,00",
        "123.456.782,-",
        "10.000.008 euro",
        "10.000.008 €",
        "EUR 10.000.008",
        "€ 1.234.567,89",
        "24112026",
        "20261124",
        "zaaknummer 2026-12345",
        "A123456782",
        "123456782B01",
        "12.123456782",
        "123456782-2",
        "123.456-782",
        "1 123 456 782",
        "123 456\n782",
        "123, 456, 782",
        "1234 AB 56782",
        "schooljaar 2026-2027",
        "van 0900-1700 of 09.00-17.00 uur",
    ] {
        assert_eq!(cautions(text), [], "{text}");
    }
}

#[test]
fn no_date_is_taken_for_a_citizen_number() {
    for year in 1900..=2100 {
        for (month, day) in (1..=12).flat_map(|month| (1..=31).map(move |day| (month, day))) {
            let bare = format!("{year}{month:02}{day:02} {day:02}{month:02}{year}");
            assert!(!YEARS.contains(&year) || !holds_citizen_number(&bare), "{bare}");
            for joint in ["-", ".", "/", " ", " - "] {
                let dates = [
                    format!("{day:02}{joint}{month:02}{joint}{year}"),
                    format!("{year}{joint}{month:02}{joint}{day:02}"),
                    format!("{day}{joint}{month}{joint}{year}"),
                ];
                assert!(!dates.iter().any(|date| holds_citizen_number(date)), "{dates:?}");
            }
        }
    }
}

#[test]
fn no_phone_account_amount_or_time_is_taken_for_a_citizen_number() {
    let mut dice = Dice(7);
    for form in OTHERS.split(['|', '\n']).map(str::trim).filter(|form| !form.is_empty()) {
        for _ in 0..2_000 {
            let text = dice.fill(form);
            assert_eq!(cautions(&text), [], "{text}");
        }
    }
}

const OTHERS: &str = "
    06######## | 06-######## | 06 ######## | 06 ## ## ## ## | 06 #### ####
    06-### ### ## | 06.######## | (06) ######## | +316######## | +31 6 ########
    +31 6 ## ## ## ## | +31-6-######## | 00316######## | +31 (0)6 ######## | 0031 6 ########
    010-####### | 020 ### ## ## | 0118-###### | 0118 ### ### | 088 - ### ## ##
    +32 4## ## ## ## | +49 1## ######## | NL## ABNA 0### #### ## | NL##INGB0######### | DE## #### #### #### #### ##
    BE## #### #### #### | € 1##.###.### | € 1.###.###,## | € 1######## | 1##.###.### euro
    1##.###.###,## | € 1.###,## + € ###,## | 1###-1### | 2026-##### | Z-2026-######
    1#.##-1#.## uur | 1### AB | 1## 1## euro | 1#-1#-20## | ####.####.####.####
    tel ######## | KvK ######## | KvK-nummer is ######## | +31(0)6######## | (0118) ######
    06 – ######## | ########,## | ########,- | € 1#.###.### | zaaknummer 1########
    2026-1######## | 1########.## | NL1########B01 | 1#.1#.20##-1#.1#.20## | 1#:##-1#:##, 1#:##-1#:##
    192.168.1##.1##
";

#[test]
fn the_list_is_in_order() {
    let lines: Vec<&str> = LIST.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    assert_eq!(ENTRIES.len(), lines.len(), "every line is an entry");
    assert_eq!(lines.iter().collect::<BTreeSet<_>>().len(), lines.len(), "no line stands there twice");
    assert!(lines.len() >= 300, "{}", lines.len());
    for (line, entry) in lines.iter().zip(ENTRIES.iter()) {
        assert!(entry.parts.iter().all(|part| part.word.chars().all(char::is_alphabetic)), "{line}");
        assert!(entry.parts.iter().all(|part| !part.word.is_empty()), "{line}");
        assert!(entry.parts.iter().all(|part| !(part.before || part.after) || part.word.len() >= 3), "{line}");
        assert!(entry.exact || line.to_lowercase() == **line, "{line}");
        let said = line.trim_start_matches(['~', '!', ' ']).replace('*', "");
        assert_eq!(cautions(&said).is_empty(), entry.everyday, "{line}");
    }
}

#[test]
fn diagnoses_and_medicines_are_seen() {
    for text in WARNS.lines().map(str::trim).filter(|line| !line.is_empty()) {
        assert_eq!(cautions(text), DIAGNOSIS, "{text}");
    }
    assert_eq!(cautions("De\u{301}pre\u{ad}ssie"), DIAGNOSIS);
    assert_eq!(cautions("ADHD, BSN 123456782, ptss, 111222333"), [Caution::CitizenNumber, Caution::Diagnosis]);
}

#[test]
fn ordinary_sentences_are_left_alone() {
    for text in ORDINARY.lines().map(str::trim).filter(|line| !line.is_empty()) {
        assert_eq!(cautions(text), [], "{text}");
    }
    assert_eq!(cautions("Hij heeft burn.\nOut"), [], "no phrase over a stop");
}

const WARNS: &str = "
    Hij heeft een depressie gehad.
    Mevrouw is depressief sinds de scheiding.
    Na de bevalling kreeg zij een postnatale depressie.
    Meneer heeft PTSS door de oorlog.
    PTSS-klachten maken werken lastig
    Zoon heeft autisme en gaat naar speciaal onderwijs.
    Zij is autistisch
    ADHD
    Hij is een ADHD'er.
    Cliënt heeft adhd, volgens de school
    Er is ADD vastgesteld.
    Dochter heeft ASS.
    Zij heeft borderline.
    Een persoonlijkheidsstoornis, zegt de huisarts.
    Bekend met schizofrenie
    Vorig jaar opgenomen met een psychose.
    Sinds de burn-out werkt hij niet.
    Zij zit thuis met een burnout.
    Burn out in 2024
    Angststoornissen en paniek
    Hij heeft een bipolaire stoornis.
    Manisch-depressief
    Heeft diabetes type 2.
    Meneer is diabeet.
    Zijn vrouw heeft kanker.
    Borstkanker, nu schoon
    Kan niet tillen door een hernia.
    Twee hernia's gehad
    Fibromyalgie en artrose
    Depresief, zegt de zus
    REUMA in de handen
    Epilepsie: mag niet autorijden.
    Heeft twee epileptische aanvallen per week
    Moeder heeft MS.
    MS-patiënt
    Hij is hiv-positief.
    Verslaving speelt een rol.
    Hij is verslaafd.
    Gokverslaving, schulden van € 12.000
    Was drugsverslaafd tot 2023.
    Vader was alcoholist.
    Slikt antidepressiva
    Krijgt methadon bij de apotheek.
    Hij gebruikt Ritalin.
    Oxazepam om te slapen
    Zij gebruikt slaappillen.
    Medicatie wordt afgebouwd.
    Door de medicatie is hij suf.
    Slikt medicijnen, werkt daarom niet in de ochtend.
    Krijgt EMDR, elke dinsdag.
    Chemotherapie tot en met maart
    Heeft COPD en astma.
    Sinds een herseninfarct praat hij trager.
    NAH na een ongeluk
    Is dyslectisch
    Dyslexie maakt formulieren moeilijk.
    Syndroom van Down
    Zij is gediagnosticeerd in 2019.
    Een lichte verstandelijke beperking
    Eetstoornis als kind
    Anorexia
    Long covid sinds 2022
    Insulinepomp, moet op tijd eten
    Ziekte van Crohn
    Schizoïde trekken
    Lithium, laag gedoseerd
";

const ORDINARY: &str = "
    Ik ben moe en heb veel stress.
    Ik voel me depri vandaag.
    Mijn rug doet pijn als ik lang sta.
    Ik kan niet zwaar tillen en niet lang staan.
    Ik slaap slecht en pieker over geld.
    Mijn hoofd zit vol, ik vergeet afspraken.
    Ik werd overspannen van de rekeningen.
    Ik raak snel in paniek in een volle bus.
    Ik ben vaak ziek geweest deze winter.
    Het is druk in mijn hoofd.
    Hij kan zich een half uur concentreren.
    Zij hoort slecht en draagt een gehoorapparaat.
    Met een rolstoel kom ik overal.
    Mijn dochter heeft griep, ik moest thuisblijven.
    Volgende week heb ik een afspraak bij de huisarts.
    Ik moet maandag naar het ziekenhuis voor controle.
    De eigen bijdrage voor medicijnen is te hoog.
    Ik neem soms een paracetamol.
    Ik wil weer werken in de zorg.
    Ik zoek werk voor 24 uur per week.
    Ik heb 12 jaar als kok gewerkt.
    Ik volg een cursus MS Office.
    Ik kan werken met Word, MS Excel en MS Teams.
    Ms. Smith van school belde.
    add mij op LinkedIn
    Nah, dat lukt niet.
    ALS IK WERK HEB, BETAAL IK ALLES TERUG.
    Ik stuur drie CV's en twee cvs.
    Ik wil asperges steken in het voorjaar.
    De aspergeteler zoekt mensen.
    Narcissen pellen in Lisse
    Nautische opleiding in Rotterdam
    Ik monteer lithium-accu's in fietsen.
    Dat is niet mijn manier van doen.
    Ik maak een plan met kleine stappen.
    Mijn schulden zijn € 12.500,00.
    De huur is 750 euro en de energie 180 euro.
    Ik krijg toeslagen, maar ik weet niet hoeveel.
    De deurwaarder komt op 24-11-2026.
    Mijn loon is op: 100 euro tot vrijdag.
    Ik wil de kinderen zelf naar school brengen.
    Mijn zoon doet eindexamen op de havo.
    Mijn dochter gaat naar groep 5.
    De school belt als hij te laat is.
    De kinderen zijn om 14.15 uur uit.
    De opvang kost 9,50 per uur.
    Hun vader betaalt geen alimentatie.
    Bel mij op 06-12345678.
    Kerkstraat 12, 1234 AB Utrecht
    Ik ben gestoord tijdens het gesprek.
    Er was een storing bij de bank.
    Ik ben verslaafd aan koffie.
    Ik ben opgebrand, zei mijn baas.
    De overgang naar ander werk valt mee.
    Ik krijg spit in de tuin niet klaar: omspitten is zwaar.
    Ik wil stoppen met roken.
    We hebben het over alcoholische dranken in de winkel.
    Schoonmaken met kankerverwekkende stoffen wil ik niet.
    Ik kijk uit naar mijn eerste werkdag.
    Ik heb een allergie voor stof.
    Door corona ben ik mijn baan kwijt.
    Mijn moeder is overleden, ik regel de begrafenis.
    Ik leer Nederlands op niveau A2.
    Ik heb geen diploma, wel ervaring.
    Mijn fiets is kapot en de bus is duur.
    Burn het niet op, out of stock
    Door ziekte van mijn collega werk ik meer uren.
";
