# The paper that the client takes home. First person: it is the client's own plan.
paper-title = Mijn plan
paper-title-first-this = Eerst dit

paper-goal = Mijn doel
paper-goal-learning = Dit wil ik leren
# $sign: what the client will see, in the client's words.
paper-sign = Daaraan zie ik het: { $sign }
# A date follows.
paper-by = Klaar op
paper-wish = Waar ik heen wil
paper-first-this = Eerst dit
paper-why = Waarom ik dit wil
paper-first-part = Mijn eerste stap
paper-strengths = Mijn sterke kanten

paper-tasks = Dit ga ik doen
paper-more-tasks = Dit ga ik ook doen
paper-begin = Ik begin op
paper-done = Gedaan
paper-where = Waar: { $place }
paper-how-often = Hoe vaak: { $often }
# "Als" and "dan" stand bold around the client's words.
paper-if = Als
paper-then = dan
paper-safety-net = Als het lastig wordt

paper-promises = Dit doet de gemeente
paper-at-latest = Uiterlijk
paper-who = Wie: { $who }
paper-duties = Dit moet van de wet
paper-helpers = Wie helpt mij

paper-look-back = We kijken terug
paper-who-calls = { $who } belt
paper-call = Lukt het niet? Bellen mag altijd.
# The general phone number follows.
paper-general-phone = of algemeen:

paper-keep-track = Dit houd ik bij
paper-week = week { $week }

# Read aloud for a drawn box.
paper-box = vakje: gedaan
paper-box-week = vakje: { $week }

paper-number = plan { $number }
paper-guides = { $count ->
    [one] gids { $guides }
   *[other] gidsen { $guides }
}
paper-page = bladzijde { $page } van { $pages }
paper-safety-then = Dan { $then }

# A guide on paper, to fill in
sheet-only-if = { $what }: vul dit in. Anders slaat u het over.
sheet-on-request = Alleen als u wilt: { $what }
sheet-plain = { $what }
sheet-other-guide = Andere gids: { $what }
handover-title = Overdracht van { $name }
sheet-reading = Om verder te lezen
sheet-sources = Bronnen

# The recovery sheet
recovery-title = Herstelblad
recovery-made = Gemaakt op { $date }
recovery-what = Met de sleutel op dit blad kunnen dossiers van Roer geopend worden, ook zonder wachtwoordzin. Wie dit blad heeft, kan alles lezen.
recovery-key-title = De sleutel
recovery-keep-title = Bewaren en gebruiken
recovery-keep-1 = Bewaar dit blad in een kluis of een afgesloten la, niet bij de computer.
recovery-keep-2 = Wis het bestand als het blad op papier ligt. Stuur het niet per e-mail.
recovery-keep-3 = Herstellen: typ de sleutel over in een bestand, met of zonder spaties, en gebruik ‘roer vault recover’.
recovery-keep-4 = Probeer dat één keer per jaar. Is dit blad kwijt, maak dan in Roer een nieuw blad, onder ‘Collega’s in deze map’.

# Everything that is kept
paper-harvest = Dit blijf ik doen
harvest-title = Dit heb ik bereikt
tick-title = Mijn weeklijst
tick-what = Elke week zet ik een kruisje bij wat ik deed.
thought-title = Als het lastig wordt
thought-call = Lukt het niet? Ik bel { $phone }.
thought-cut = Knip het kaartje uit en neem het mee.
paper-tick-list = een weeklijst
paper-thought-card = een kaartje
paper-of-harvest = een oogstblad
statement-on-paper = Wat de klant zelf over dit dossier zegt
inspection-title = Wat er over u bewaard is: { $name }
inspection-what = Op dit papier staat alles wat Roer over u bewaart, van oud naar nieuw. Ook wat later veranderd is, en de eigen notities van de klantmanager.
inspection-what-but = Op dit papier staat wat Roer over u bewaart, van oud naar nieuw. Ook wat later veranderd is, en de eigen notities van de klantmanager. Wat over iemand anders gaat, is weggelaten: dat staat er dan bij.
inspection-said = Wat er bewaard is
inspection-named = Naam: { $what }
inspection-began = Een gesprek begon met de gids ‘{ $what }’
inspection-edition = Het gesprek ging verder met uitgave { $what }
inspection-route = De lengte van de gids werd veranderd
inspection-nothing-said = (niets ingevuld)
inspection-not-needed = Overgeslagen: { $what }
inspection-later = Bewaard voor later: { $what }
inspection-taken-up = Weer opgepakt: { $what }
inspection-deeper = Verder gepraat over: { $what }
inspection-deeper-later = Voor een volgende keer: { $what }
inspection-deeper-no = Niet verder over gepraat: { $what }
inspection-note = Notitie van de klantmanager bij: { $what }
inspection-left-out = Hier staat iets over iemand anders. Dat is weggelaten.
inspection-stated = Uw eigen verklaring over dit dossier
inspection-undone = Iets werd ongedaan gemaakt
inspection-paper = Gemaakt: { $what }
inspection-access = Toegang gegeven aan: { $what }
inspection-access-ended = De toegang van een collega werd weggehaald
inspection-erased = Iets is voorgoed gewist. Reden: { $what }
inspection-ended = De begeleiding eindigde
inspection-reopened = De begeleiding ging weer verder
inspection-retracted = (later ongedaan gemaakt)
inspection-replaced = (later veranderd)
inspection-readers = Wie dit nu kan lezen
inspection-readers-hint = Ook wie de herstelsleutel van de gemeente heeft, kan dit openen.
inspection-rights = Klopt er iets niet?
inspection-rights-what = Zeg het. U mag vragen om iets te veranderen of weg te halen. Kan dat niet, dan hoort u waarom.
paper-plan = een plan
paper-report = een verslag
paper-handover = overdracht
paper-privacy = het privacyblad
paper-access = een inzage op papier
paper-access-data = een inzage als gegevens
paper-bundle = een kopie voor een collega
