# Findings in guides: what is wrong, and what the author can do
finding-syntax = het bestand is niet te lezen: { $a }
finding-syntax-advice = kijk op deze plek en vlak ervoor naar haakjes, komma’s en aanhalingstekens
finding-too-large = het bestand is te groot ({ $a } MiB)
finding-too-large-advice = een gids is hooguit 8 MiB; splits hem in twee gidsen
finding-too-deep = de stappen liggen te diep in elkaar
finding-too-deep-advice = { $a ->
    [loops] leg hooguit { $b } lussen (Per) in elkaar
   *[lists] leg hooguit 32 lijsten in elkaar; gebruik Naar(…) of een tweede gids
}
finding-too-many-steps = de gids heeft { $a } stappen
finding-too-many-steps-advice = hooguit { $b }; splits de gids
finding-newer-format = dit bestand heeft formaat { $a }, dit programma kent formaat { $b }
finding-newer-format-advice = werk Roer bij, of vraag de maker om een oudere vorm
finding-bad-id = ‘{ $a }’ is geen goede id
finding-bad-id-advice = gebruik 1 tot 64 tekens: a-z, 0-9 en -
finding-duplicate-id = de id ‘{ $a }’ komt vaker voor
finding-duplicate-id-advice = geef elke fase, stap, elk veld en aanbod een eigen id
finding-empty-text = deze tekst is leeg
finding-empty-text-advice = schrijf hier wat klant of klantmanager moet lezen
finding-text-too-long = deze tekst heeft { $a } tekens
finding-text-too-long-advice = hooguit { $b } tekens; knip hem op
finding-forbidden-character = deze tekst bevat een onzichtbaar teken ({ $a })
finding-forbidden-character-advice = typ de tekst opnieuw zonder te plakken
finding-no-steps = ‘{ $a }’ heeft geen stappen
finding-no-steps-advice = voeg een stap toe of haal dit onderdeel weg
finding-no-question = dit onderdeel vraagt niets, of op twee manieren
finding-no-question-advice = geef een stap óf antwoord: … óf velden: […], en een keuze opties of uit
finding-dangling-target = er is geen stap ‘{ $a }’
finding-dangling-target-advice = noem bij Naar een stap die in deze gids staat
finding-jump-into-loop = ‘{ $a }’ staat in een lus (Per) waar deze sprong niet in staat
finding-jump-into-loop-advice = spring naar een stap vóór of na de lus
finding-uncapped-cycle = de sprong naar ‘{ $a }’ heeft geen bruikbare grens
finding-uncapped-cycle-advice = zet hoogstens op 1 tot { $b }
finding-unreachable-step = niemand kan bij de stap ‘{ $a }’ komen
finding-unreachable-step-advice = kijk naar een Naar(…) of Einde vlak ervoor
finding-unknown-key = er is geen antwoord met de naam ‘{ $a }’
finding-unknown-key-advice = noem de id van een stap of veld, of het woord van een lus
finding-unknown-source = er is geen bron ‘{ $a }’
finding-unknown-source-advice = voeg hem toe aan bronnen, of haal hem hier weg
finding-unknown-option = ‘{ $a }’ is geen optie van ‘{ $b }’
finding-unknown-option-advice = gebruik de id van een optie die daar staat
finding-condition-never-holds = deze voorwaarde past niet bij het antwoord op ‘{ $a }’ en geldt dus nooit
finding-condition-never-holds-advice = kies een voorwaarde die bij dit soort antwoord hoort
finding-misplaced-otherwise = Anders staat hier verkeerd
finding-misplaced-otherwise-advice = zet Anders als laatste, na minstens één Als
finding-nothing-to-loop-over = het antwoord op ‘{ $a }’ is geen lijst
finding-nothing-to-loop-over-advice = noem een Lijst, Tweelijst, Keuze, Meerkeuze, Rang, Actie of Personen
finding-empty-prefill = ‘{ $a }’ kan hier leeg zijn
finding-empty-prefill-advice = schrijf erbij wat er dan staat: { "{" }{ $a }|andere woorden{ "}" }
finding-unknown-guide = de gids ‘{ $a }’ is er niet bij
finding-unknown-guide-advice = het aanbod wordt pas gedaan als die gids er is
finding-variant-differs = de plaatsen tussen accolades zijn hier anders: { $a }
finding-variant-differs-advice = zet in u, je en tweede dezelfde namen tussen accolades
finding-no-second-language = hier staat een tweede taal, maar de gids zegt niet welke
finding-no-second-language-advice = zet bovenaan tweede_taal: "en"
finding-unfit-answer = het antwoord op ‘{ $a }’ past hier niet
finding-unfit-answer-advice = noem bij vergelijk een Schaal, bij ouder een Doel, bij Status een Actie en bij Voorstel een Actie, Lijst of Doel
finding-proposal-too-late = dit voorstel komt na de vraag ‘{ $a }’
finding-proposal-too-late-advice = zet Voorstel vóór de vraag waar het overgenomen kan worden
finding-missing-organisation-key = de gids { $b } heeft ‘{ $a }’ nodig, en het organisatiebestand zegt daar niets
finding-missing-organisation-key-advice = vul het in, of kijk of de gids zonder kan
finding-unknown-flag = het kenmerk ‘{ $a }’ is niet bekend
finding-unknown-flag-advice = gebruik een kenmerk uit de lijst in FORMAT.md, of zet het in het organisatiebestand
finding-unknown-threshold = de drempel ‘{ $a }’ is niet bekend
finding-unknown-threshold-advice = gebruik een drempel uit de lijst in FORMAT.md, of zet hem in het organisatiebestand
finding-dead-end = het gesprek loopt dood bij ‘{ $a }’, na: { $b }
finding-dead-end-advice = geef ook dit antwoord een weg: nog een Als, of Anders
finding-option-without-way = ‘{ $b }’ bij ‘{ $a }’ leidt nergens heen
finding-option-without-way-advice = geef deze keuze een tak, of zet Anders als laatste
finding-too-long-route = een gesprek kan { $b } stappen lang worden; hooguit { $a }
finding-too-long-route-advice = maak sprongen terug korter of minder vaak, of lussen kleiner
finding-path-fails = het pad ‘{ $a }’ klopt niet: { $b }
finding-path-fails-advice = verander het pad, of de gids
finding-too-hard-to-read = { $b ->
    [whole-guide] de teksten voor de klant zijn samen moeilijk: Flesch-Douma { $c }
    [long-sentence] deze zin heeft { $c } woorden: ‘{ $a }’
    [long-word] ‘{ $c }’ is een lang woord, in: ‘{ $a }’
   *[difficult-word] ‘{ $c }’ is een moeilijk woord, in: ‘{ $a }’
}
finding-too-hard-to-read-advice = { $b ->
    [whole-guide] kies kortere zinnen en gewone woorden; liefst { $d } of hoger
    [long-sentence] maak er twee zinnen van; hooguit { $d } woorden
    [long-word] zoek een korter woord, of knip het op
   *[difficult-word] schrijf bijvoorbeeld: { $d }
}
finding-unreachable-branch = deze tak wordt nooit gelopen
finding-unreachable-branch-advice = kijk of een tak erboven dit antwoord al wegstuurt
finding-layer-without-guide = de gids ‘{ $a }’ waar deze laag over ligt, is er niet
finding-layer-without-guide-advice = controleer laag en gids samen, of kijk naar de id
finding-layer-of-other-edition = deze laag is gemaakt voor editie { $a }, de gids is editie { $b }
finding-layer-of-other-edition-advice = kijk de laag na bij de nieuwe gids en zet editie op { $b }
