# Dates and times
month-1 = januari
month-short-1 = jan
month-2 = februari
month-short-2 = feb
month-3 = maart
month-short-3 = mrt
month-4 = april
month-short-4 = apr
month-5 = mei
month-short-5 = mei
month-6 = juni
month-short-6 = jun
month-7 = juli
month-short-7 = jul
month-8 = augustus
month-short-8 = aug
month-9 = september
month-short-9 = sep
month-10 = oktober
month-short-10 = okt
month-11 = november
month-short-11 = nov
month-12 = december
month-short-12 = dec
day-mon = ma
day-tue = di
day-wed = wo
day-thu = do
day-fri = vr
day-sat = za
day-sun = zo
time-of-day = { $clock } uur

# First start
start-title = Welkom bij Roer
start-what = Met Roer lopen een klantmanager en een klant samen door een gids. De woorden van de klant staan voorop. Aan het eind ligt er een plan op papier.
start-busy = Een ogenblik. De map wordt klaargezet.
start-demonstration = Bekijk een demonstratie
start-demonstration-hint = Vijf verzonnen klanten, elk op een ander punt in het gesprek.
start-own = Begin met een eigen map
start-own-hint = Uw dossiers staan versleuteld op deze computer. U kiest eerst een wachtwoordzin.

# Wishes: what a person can do
wish-next = Verder
wish-next-hint = Naar de volgende vraag (Ctrl Enter)
wish-back = Terug
wish-back-hint = Naar de vorige vraag. Er gaat niets verloren (Alt ←)
wish-not-needed = Niet nodig
wish-not-needed-hint = Deze vraag hoeft niet. U kunt er altijd naar terug (Alt N)
wish-later = Later
wish-later-hint = Bewaar deze vraag voor later (Alt L)
wish-undo = Maak ongedaan
wish-undo-hint = Haal het laatste antwoord terug
wish-clients = Klanten
wish-clients-hint = Sluit dit dossier en ga naar uw lijst
wish-dossier = Dossier
wish-dossier-hint = Wat is afgesproken, en waar gaat u verder
wish-guides = Gidsen
wish-guides-hint = De gidsen die er zijn, en een gids openen
wish-walk = Gesprek
wish-walk-hint = De vraag waar u bent
wish-overview = Overzicht
wish-overview-hint = Alle antwoorden, met een sprong naar elk
wish-plan = Mijn plan
wish-plan-hint = De bladen zoals ze uit de printer komen
wish-save-plan = Bewaar als PDF
wish-save-plan-hint = Kies zelf waar het plan komt te staan (Ctrl S)
wish-view-plan = Open en druk af
wish-view-plan-hint = Open het plan in uw PDF-programma en druk het daar af (Ctrl P)
wish-copy-report = Kopieer verslag
wish-copy-report-hint = Gewone tekst voor uw eigen systeem. Zonder wat gevoelig of overgeslagen is (Ctrl Shift C)
wish-open-guide = Open een gids uit een bestand…
wish-open-guide-hint = Kies een bestand dat op .ron eindigt. Fouten worden per regel getoond
wish-whole-route = Alle verdieping open
wish-whole-route-hint = Zet alle verdieping van deze gids open, of weer dicht. Antwoorden blijven bewaard
wish-core-route = Alleen de kern
wish-pane = Toon hulp
wish-pane-close = Vouw hulp weg
wish-pane-hint = Het deel voor de klantmanager (F4)
wish-help-now = Hulp nu
wish-help-now-hint = Telefoonnummers als er direct hulp nodig is (F9)
wish-theme = Licht of donker
wish-theme-hint = Wissel tussen een licht en een donker scherm (F8)
wish-language = English
wish-language-hint = Show the screen in English
wish-larger = A+
wish-larger-hint = Grotere letters (Ctrl +)
wish-smaller = A−
wish-smaller-hint = Kleinere letters (Ctrl −)

# The foot
saving-nothing = Nog niets gewijzigd
saving-busy = Bezig met bewaren…
saving-kept = Opgeslagen om { $time } uur
saving-failed = Niet opgeslagen
foot-offline = Roer werkt zonder internet.
foot-also-open = Deze map is ook in een ander venster open.
notice-close = Sluit deze melding
help-now-none = In het organisatiebestand staan nog geen nummers. Bel bij direct gevaar het alarmnummer.

# Clients
clients-title = Mijn gesprekken
clients-none = Er zijn nog geen klanten. Maak de eerste.
clients-search = Zoek op naam, kenmerk of plek
clients-new = Nieuwe klant
clients-not-found = Niemand gevonden bij ‘{ $search }’. Kijk naar de spelling, of maak een nieuwe klant.
clients-earlier = Eerder
clients-today = Vandaag
clients-week = Deze week
clients-later = Later
clients-no-date = Nog geen afspraak
client-name = Naam of schuilnaam
client-name-help = Een voornaam is genoeg.
client-reference = Eigen kenmerk (hoeft niet)
client-reference-help = Om mensen met dezelfde naam uit elkaar te houden. Geen BSN.
client-make = Maak dossier
client-cancel = Annuleer
client-open = Open het dossier van { $name }
client-last = laatst { $date }
client-trouble = een deel is niet te lezen
client-not-begun = nog niet begonnen
client-stage = { $guide }, bij ‘{ $stage }’
client-finished = { $guide }, tot het eind gelopen

# One client
dossier-rename = Wijzig naam of kenmerk
dossier-rename-done = Bewaar
dossier-guide-missing = De gids ‘{ $guide }’ van dit gesprek is er niet. De antwoorden wel. Open de gids uit een bestand.
dossier-stopped = Laatst geschreven: { $date }. Verder bij ‘{ $stage }’.
dossier-finished = Tot het eind gelopen op { $date }.
dossier-go-on = Ga verder met het gesprek
dossier-look-back = Kijk terug in dit gesprek
dossier-own-words = In eigen woorden
dossier-next = We kijken terug op { $date }.
dossier-begin = Kies een gids voor dit gesprek
dossier-begin-again = Begin een nieuw gesprek
dossier-begin-core = Begin met de kern
dossier-begin-core-hint = Ongeveer negen vragen. Verdieping kan onderweg.
dossier-begin-whole = Begin met alles open
dossier-begin-whole-hint = Alle stappen van de gids, ook de verdieping.

# Guides
guides-title = Gidsen
guide-edition = editie { $edition }
guide-size = { $stages } fasen, { $steps } stappen
guide-bundled = hoort bij Roer
guide-layered = met een eigen laag van de gemeente
guide-from-file = uit een bestand
guide-reading = Om verder te lezen ({ $count })
guide-sources = Bronnen ({ $count })
guides-path = Of typ het pad van een gids
guides-path-open = Open dit bestand
finding-fault = fout
finding-notice = let op
finding-place = regel { $line }, kolom { $column }
findings-installed = De gids staat erbij. Dit wilt u misschien nog weten:
findings-not-installed = De gids is niet toegevoegd. Dit moet eerst worden hersteld:
findings-more = En nog { $count } andere.
findings-close = Sluit dit overzicht

# The conversation
walk-about = Het gaat om: { $item }
walk-parked = { $count ->
    [one] 1 vraag voor later bewaard.
   *[other] { $count } vragen voor later bewaard.
}
walk-is-skipped = U koos hier ‘niet nodig’. Geef een antwoord als dat anders is.
walk-is-parked = U bewaarde deze vraag voor later.
walk-two-answers = Hier staan twee antwoorden van twee computers. Welk antwoord geldt?
walk-end = Dit was de laatste vraag.
walk-end-what = Druk het plan af, als de klant dat wil.
walk-end-open = Nog niet beantwoord
walk-end-parked = Voor later bewaard
walk-end-next-time = Volgende keer: { $question }
offer-size = { $steps ->
    [one] 1 vraag
   *[other] { $steps } vragen
}, ongeveer { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
}
offer-now = Ja, nu
offer-next-time = Volgende keer
offer-no = Nee
still-none = Alles is langs geweest.
still-exactly = { $count ->
    [one] Nog 1 stap.
   *[other] Nog { $count } stappen.
}
still-between = Nog { $least } tot { $most } stappen.
still-at-least = Nog minstens { $least } stappen.

# The klantmanager's pane
pane-help = Hulp voor u
pane-goal = Doel van deze vraag: { $goal }
pane-why = Waarom vragen we dit?
pane-example = Voorbeeld
pane-evidence = Onderbouwing
pane-minutes = Deze fase duurt ongeveer { $minutes ->
    [one] 1 minuut
   *[other] { $minutes } minuten
}.
strength-strong = veel onderzoek wijst hierop
strength-indications = er zijn aanwijzingen
strength-practice = kennis uit de praktijk
strength-rules = wet of beleid
note-title = Uw eigen notitie
note-label = Notitie voor uzelf
note-help = Niet op het klantscherm of het plan. Wel bij inzage.

# Overview
overview-title = Overzicht van antwoorden
overview-go = Ga naar deze vraag
overview-aside = Opzij gelegd
overview-aside-what = Deze antwoorden horen bij vragen die nu niet aan de beurt zijn. Ze komen terug als de vraag terugkomt.
status-open = open
status-skipped = niet nodig
status-parked = later
status-two-answers = twee antwoorden

# The plan
plan-title = Mijn plan
plan-empty = Er staat nog niets op het plan. Wat u samen opschrijft, komt hier te staan.
plan-file-name = Plan
plan-page = Bladzijde { $page } van { $pages }
plan-path = Typ waar het plan moet komen
plan-path-save = Bewaar hier

# How answers are said
said-by-date = Klaar op { $date }
said-if-then = Als { $when }, dan { $then }
said-yes = ja
said-no = nee
said-not-applicable = n.v.t.
report-title = Verslag van het gesprek met { $name }
report-reference = Kenmerk: { $reference }

# Command line
demo-made = { $count ->
    [one] 1 verzonnen klant
   *[other] { $count } verzonnen klanten
} gemaakt in { $place }.
main-job-stage = { $stage }: { $answered } van { $asked } vragen beantwoord
main-job-plan = Het plan staat in { $file }

# How a task went
outcome-gelukt = gelukt
outcome-deels = deels gelukt
outcome-niet = niet gelukt
outcome-niet-meer-nodig = niet meer nodig

# What an answer is held against
walk-before = Vorige keer, { $day }: { $number }
walk-part-of = Hoort bij: { $goal }

# The map of a guide
map-title = Kaart van de gids
map-what = De route van nu is gekleurd. Kies een stap op de route om erheen te gaan.
map-loop = Voor elk bij ‘{ $what }’
map-end = Einde
map-back = Terug naar ‘{ $step }’, hooguit { $times } keer
map-on = Door naar ‘{ $step }’
map-and = en
map-or = of
map-otherwise = Anders
map-not = niet { $what }
map-about = { $title }: { $what }
map-if = Als { $what }
map-flag = De gemeente: { $flag }
map-at-most = hoogstens { $number }
map-at-least = minstens { $number }
map-between = { $low } tot en met { $high }
map-no = nee bij { $what }
map-fewer = minder dan { $number }
map-more = meer dan { $number }
map-below = onder { $number }
map-any-at-most = ergens hoogstens { $number }
map-within = binnen { $number } dagen
map-answered = ingevuld
map-empty = leeg
map-skipped = overgeslagen
map-visit = keer { $number }
map-fallen = minstens { $number } lager dan vorige keer
map-risen = minstens { $number } hoger dan vorige keer
map-times = { $number } keer { $what }
map-on-route = op de route
wish-map = Kaart
wish-map-hint = De hele gids als kaart, met de route van nu

# A second language at the table
wish-second = Andere taal
wish-second-hint = Zet de vragen in de tweede taal van deze gids, of terug in het Nederlands. Het verslag blijft Nederlands
language-first = Vragen in het Nederlands
language-en = Vragen in het Engels
language-other = Vragen in { $language }

# An answer that would take others away
doubt-title = Als u dit verandert, horen deze antwoorden er niet meer bij:
doubt-plan = Dit gaat van het plan af:
doubt-kept = Ze blijven bewaard. Zet u het terug, dan komen ze ook terug.
doubt-more = en nog { $count }
doubt-yes = Verander het
doubt-no = Laat het zoals het was

# A newer edition of a guide
edition-title = Er is een nieuwe editie van deze gids: { $edition }
edition-what = U kiest zelf. Kiest u niet, dan gaat dit gesprek verder zoals het begon.
edition-same = { $count ->
    [one] 1 vraag blijft gelijk.
   *[other] { $count } vragen blijven gelijk.
}
edition-reworded = Andere woorden
edition-moved = Op een andere plek
edition-gone = Niet meer in de gids
edition-new = Nieuw
edition-before = Was: { $words }
edition-after = Wordt: { $words }
edition-stays = { $count ->
    [0] Alle antwoorden gaan mee.
    [one] 1 antwoord gaat niet mee. Het blijft bewaard met de oude vraag erbij.
   *[other] { $count } antwoorden gaan niet mee. Ze blijven bewaard met de oude vraag erbij.
}
edition-take = Ga verder met de nieuwe editie
edition-look = Bekijk per vraag wat er verandert
pane-step-minutes = Deze vraag: ongeveer { $minutes } minuten.
guide-terms = Woorden ({ $count })
guide-changes = Wat er veranderde
guide-begin-own = Begin, in een eigen bestand
guide-begin-own-hint = Voor uzelf en uw collega’s. Dit komt nooit in het dossier van een klant

# Locking
wish-lock = Op slot
wish-lock-hint = Alles gaat dicht tot u de wachtwoordzin typt (Ctrl L)
hidden-title = Even stil
hidden-what = Druk op een toets om verder te gaan.
saving-unstored = Dit gesprek wordt niet bewaard
unlock-title = De map is op slot
unlock-what = Typ uw wachtwoordzin. Daarna staat alles er weer zoals het was.
unlock-busy = Een ogenblik. De map gaat open.
unlock-open = Open
unlock-forgotten = Wachtwoordzin vergeten? Met het herstelblad of de sleutel van uw organisatie kan de beheerder de dossiers openen. Zonder die twee kan niemand dat.
unlock-join = Ik heb in deze map nog geen sleutel

# Making keys
setup-title = Uw eigen map
setup-what = Alles wat u opschrijft wordt versleuteld. Alleen wie de wachtwoordzin kent kan het lezen.
setup-encrypt-title = Uw dossiers worden versleuteld
setup-encrypt-what = Deze map is van een oudere Roer. De dossiers zijn nog voor iedereen leesbaar. Kies een wachtwoordzin, dan zet Roer ze om. Er gaat niets verloren.
setup-join-title = Uw eigen sleutel in deze map
setup-join-what = Collega’s werken hier al. U krijgt een eigen sleutel. Daarna vergelijkt u met een collega elkaars cijfers, en die geeft u toegang tot dossiers.
setup-name = Uw naam of initialen
setup-name-help = Dit zien uw collega’s.
setup-passphrase = Wachtwoordzin
setup-passphrase-help = Vier of meer losse woorden, die niet bij elkaar horen. Schrijf de zin niet op bij deze computer.
setup-again = Dezelfde zin nog een keer
setup-weak = Deze zin is makkelijk te raden. Neem vier of meer losse woorden.
setup-strong = Goed: deze zin is moeilijk te raden.
setup-help = Als u de zin vergeet
setup-help-why = Roer heeft geen achterdeur. Kies nu wie dan kan helpen.
setup-help-sheet = Een herstelblad op papier
setup-help-sheet-hint = U drukt het nu af en bewaart het in een kluis of afgesloten la, niet bij de computer.
setup-help-organisation = De herstelsleutel van mijn organisatie
setup-help-organisation-hint = U krijgt van uw beheerder een regel die met age1 begint.
setup-help-nobody = Niemand
setup-help-nobody-hint = Vergeet ik de zin, dan zijn de dossiers voorgoed weg. Dat aanvaard ik.
setup-sheet = Toon het herstelblad en druk het af
setup-sheet-again = Maak een ander blad
setup-wrong-recipient = Deze regel klopt niet helemaal. Kopieer hem opnieuw, helemaal van age1 tot het eind.
setup-sheet-made = Het blad is naar uw PDF-programma gestuurd. Ligt het op papier? Dan kunt u verder.
setup-recipient = De regel van uw organisatie (age1…)
setup-make = Maak de map
setup-join = Maak mijn sleutel
setup-back = Terug
setup-missing-name = Er staat nog geen naam. Initialen zijn genoeg.
setup-missing-strong = De wachtwoordzin is nog te makkelijk te raden.
setup-missing-same = De twee zinnen zijn niet gelijk. Typ ze allebei opnieuw.
setup-missing-help = Kies wie kan helpen als u de zin vergeet.
setup-missing-sheet = Toon eerst het herstelblad en druk het af.
setup-missing-recipient = De regel van uw organisatie begint met age1. Vraag hem aan uw beheerder.
recovery-file-name = Herstelblad
client-unstored = Niets opslaan
client-unstored-hint = Het gesprek gaat gewoon door en u kunt het plan afdrukken. Daarna is alles weg.

# Privacy
privacy-title = Privacy en toegang
privacy-sheet = Privacyblad
privacy-sheet-hint = Eén blad voor de klant: wat wij opschrijven, wie het leest en hoe lang
privacy-inspection = Inzage
privacy-inspection-hint = Alles wat over deze klant bewaard is, ook uw notities, op papier
inspect-title = Inzage klaarmaken
inspect-what = Dit is wat er gezegd en genoteerd is. Lees het na. Gaat iets over iemand anders, laat het dan weg: op het papier staat dat er iets weggelaten is. Wie wanneer iets las of maakte, komt er altijd op.
inspect-show = Toon de inzage
inspect-back = Terug naar het dossier
inspect-leave-out = Laat weg: dit gaat over iemand anders
inspect-left-out = { $count ->
    [one] Eén ding is weggelaten.
   *[other] { $count } dingen zijn weggelaten.
}
statement-title = Wat de klant zelf over dit dossier zegt
statement-what = Is de klant het ergens niet mee eens? Schrijf hier op wat de klant zegt. Het staat ook op de inzage, de overdracht en het verslag.
statement-write = Schrijf een eigen verklaring
statement-change = Verander
statement-label = In eigen woorden
statement-keep = Bewaar bij het dossier
statement-erase = Wis deze verklaring
statement-erase-sure = Wis deze verklaring voorgoed
statement-erase-what = De verklaring gaat voorgoed weg, ook hoe zij eerder luidde. Dat kan niemand terugdraaien.
privacy-file-name = Privacyblad
inspection-file-name = Inzage
privacy-readers = Wie dit dossier kan lezen
privacy-you = u
privacy-let-in = Geef toegang
privacy-send-away = Haal de toegang weg
privacy-readers-hint = Wie toegang kwijt is, leest niets nieuws meer. Wat die collega al had, blijft leesbaar. De herstelsleutel opent alles.
privacy-end-title = Begeleiding afsluiten
privacy-end-hint = Na het afsluiten loopt de bewaartermijn van uw gemeente.
privacy-ended = De begeleiding is afgesloten. De bewaartermijn loopt.
privacy-end = Sluit de begeleiding af
privacy-reopen = De begeleiding gaat toch verder
privacy-destroy = Wis dit dossier voorgoed
privacy-destroy-what = Alles van deze klant gaat weg, ook kopieën in deze map. Dat kan niemand terugdraaien. In het register komt te staan dat het gebeurd is.
privacy-ground = Waarom
privacy-ground-help = Bijvoorbeeld: bewaartermijn voorbij, of verzoek van de klant. Geen woorden over de klant.
privacy-destroy-sure = Ja, wis alles
missing-title = { $count ->
    [one] Een dossier dat hier was, is er niet meer.
   *[other] { $count } dossiers die hier waren, zijn er niet meer.
}
missing-what = Niemand heeft gezegd dat dit gewist is. Misschien is een oudere kopie van de map teruggezet, of is de map van het dossier weggehaald. Vraag het uw collega’s of uw beheerder, en kijk in de reservekopie. De map heet:
missing-known = Ik weet hiervan
team-title = Collega’s in deze map
team-what = Lees elkaar de cijfers voor, aan de telefoon of naast elkaar. Kloppen ze, dan telt het werk van die collega mee en kunt u toegang geven tot een dossier.
team-compare = De cijfers kloppen
team-own = dit bent u
team-known = vergeleken
team-unknown = nog niet vergeleken
team-has-left = weggegaan: leest niets nieuws
team-is-mistaken = klopt niet: niets telt mee wat met deze sleutel geschreven is. Is de sleutel gestolen? Dan maakt deze collega een nieuwe, met nieuwe cijfers.
team-returns = Komt terug
team-right-after-all = Het was toch goed
team-part = Gaat weg, of klopt niet
team-left-what = { $name } gaat weg. Wat u vanaf nu schrijft, kan { $name } niet meer lezen. Wat { $name } schreef, blijft gelden. Wat { $name } al had, kan Roer niet terughalen. Laat uw collega’s dit ook doen.
team-left-sure = { $name } gaat weg
team-mistaken-what = Of: de cijfers klopten niet, of iemand anders heeft de sleutel van { $name }. Dan telt niets mee wat met die sleutel geschreven is. De bestanden blijven liggen.
team-mistaken-sure = De sleutel klopt niet
team-recovery-set = Er is een herstelsleutel. Wie die heeft, kan alles openen wat u kunt lezen.
team-recovery-none = Vergeet u de zin, dan kan niemand u helpen: er is geen herstelsleutel.
team-recovery-renew = Kies een andere herstelsleutel
team-recovery-choose = Kies wie dan kan helpen
team-recovery-unfinished = Nog niet alles opent met de herstelsleutel die u het laatst koos. Bewaar ook het blad van daarvoor.
team-recovery-finish = Maak het af
team-recovery-keep-old = Bewaar het oude blad, tot Roer zegt dat alles met de nieuwe sleutel opengaat.
team-recovery-use = Gebruik deze herstelsleutel
caution-number = Dit lijkt een BSN. Dat hoort hier niet.
caution-diagnosis = Dit lijkt een ziekte of medicijn. Schrijf liever op wat iemand kan en nodig heeft.
demonstration-mark = Oefening

# Erasing one answer, and dossiers that were kept long enough
erase = Wis
erase-spoken = Wis voorgoed: { $question }
erase-hint = Haalt dit antwoord voorgoed uit het dossier, ook wat hier eerder stond
erase-what = Alles wat bij deze vraag is opgeschreven gaat voorgoed weg, ook uw notitie. Dat kan niemand terugdraaien. Wat andere vragen ervan overnamen, blijft daar staan. Keurde de klant al iets goed? Vraag dat opnieuw. In het dossier staat dat er iets gewist is.
erase-ground = Waarom wordt dit gewist?
erase-ground-help = Bijvoorbeeld: verzoek van de klant. Schrijf hier niets over de klant zelf.
erase-sure = Wis dit antwoord voorgoed
clients-ended = Begeleiding afgesloten
clients-due = Bewaartermijn voorbij
clients-due-count = { $count ->
    [one] Van 1 klant is de bewaartermijn voorbij. De klant staat onderaan.
   *[other] Van { $count } klanten is de bewaartermijn voorbij. Zij staan onderaan.
}

# The hand-over
handover-show = Overdracht als PDF
handover-show-hint = Wat een volgende klantmanager moet weten, in het PDF-programma van deze computer
handover-file-name = Overdracht
client-kept-until = bewaren tot { $date }

tick-show = Weeklijst
tick-show-hint = De acties van de klant met een vakje per week, om af te drukken
tick-file-name = Weeklijst
thought-show = Kaartje
thought-show-hint = Een kaartje om mee te nemen: wat helpt als het lastig wordt
thought-file-name = Kaartje
harvest-show = Oogstblad
harvest-show-hint = Wat bereikt is, en wat de klant blijft doen
harvest-file-name = Oogst
wish-large-print = Papieren in grote letters
wish-large-print-hint = Voor wie kleine letters slecht leest: 16 punten
lacks = Nog niet op het plan: { $what }
lacks-nothing = Op het plan staat wat erop hoort.
lack-no-goal = een doel
lack-no-goal-advice = Vraag wat de klant wil bereiken.
lack-no-task = wat de klant gaat doen
lack-no-task-advice = Vraag naar een eerste kleine stap.
lack-task-without-day = een dag bij elke actie
lack-task-without-day-advice = Vraag wanneer de klant begint.
lack-no-promise = wat de gemeente doet
lack-no-promise-advice = Schrijf op wat u zelf doet, en wanneer.
lack-promise-without-day = een dag bij wat de gemeente doet
lack-promise-without-day-advice = Schrijf op wanneer het uiterlijk gedaan is.
lack-no-duties = wat moet van de wet
lack-no-duties-advice = Kijk of er afspraken zijn die van de wet moeten, en leg ze uit.
lack-no-look-back = wanneer u samen terugkijkt
lack-no-look-back-advice = Spreek een dag af.
lack-no-contact = wie de klant kan bellen
lack-no-contact-advice = Vul in organisatie.ron een telefoonnummer in.
lack-hard-words = makkelijke woorden bij wat de gemeente schreef
lack-hard-words-advice = Schrijf het korter, zoals u het zou zeggen.
client-of-others = Dossier dat u niet kunt lezen
client-of-others-what = U hebt geen toegang tot dit dossier, of het is beschadigd. Vraag de collega die het schreef om toegang, of vraag uw beheerder om het na te kijken.
