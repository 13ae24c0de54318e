# Dagen en tijden
widget-date-example = 14-10-2026 of 14 okt
widget-date-today = vandaag
widget-date-tomorrow = morgen
widget-date-day-after = overmorgen
widget-date-weekdays = maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
widget-date-pick = Kies een dag: { $field }
widget-date-earlier = Een maand eerder
widget-date-later = Een maand later
widget-date-other-weekday = Ik lees { $day }. Dat is geen { $not }. Klopt de dag?
widget-date-unclear = Deze dag begrijp ik niet. Typ bijvoorbeeld 14-10-2026 of 14 okt.
widget-date-no-such-day = Deze dag bestaat niet. Kijk de dag en de maand nog eens na.
widget-time-example = 10.00
widget-time-unclear = Deze tijd begrijp ik niet. Typ bijvoorbeeld 10.00.

# Zoeken
widget-search-clear = Maak het zoekveld leeg

# Fasen
widget-stage-done = { $stage }, klaar
widget-stage-current = { $stage }, hier zijn we nu
widget-stage-open = { $stage }, komt nog

# Lijsten
widget-add = Voeg toe
widget-add-spoken = Voeg toe: { $field }
widget-add-label = Nog iets
widget-add-first = Typ hier
widget-add-help = Druk op Enter om toe te voegen.
widget-remove = Verwijder: { $item }
widget-remove-empty = Verwijder deze regel
widget-item = Nummer { $number }
widget-suggestions = Voorbeelden om over te nemen
widget-proposals = Staat al klaar
widget-fixed = Wat de gemeente heeft vastgelegd
widget-take = Neem over: { $item }
widget-wished = Liefst { $count ->
    [one] één ding.
   *[other] { $count } dingen. Minder mag ook.
}
widget-most = Hooguit { $count } past het best. Meer mag, maar kiezen helpt.
widget-most-over = Dit zijn er { $now }. Hooguit { $count } past het best. Wat kan weg?

# Kiezen
widget-other = Iets anders, namelijk
widget-other-field = Wat is het?
widget-remark = Wilt u er iets bij zeggen?
widget-choose-most = U kunt er het best hooguit { $count } kiezen.
widget-choose-over = U koos er { $now }. Hooguit { $count } past het best.

# Rangorde
widget-rank-chosen = Uw volgorde, het belangrijkste bovenaan
widget-rank-empty = Kies eerst wat voor u het belangrijkst is.
widget-rank-rest = Nog te kiezen
widget-rank-take = Zet in uw volgorde: { $item }
widget-rank-up = Naar boven: { $item }
widget-rank-down = Naar beneden: { $item }
widget-rank-drop = Haal uit uw volgorde: { $item }
widget-rank-place = { $number }

# Schaal
widget-scale-low = 0 is { $word }
widget-scale-high = 10 is { $word }
widget-scale-spoken = { $number }, { $word }
widget-scale-of = { $scale }: { $number }

# Doel
widget-goal-words = Uw doel, in uw eigen woorden
widget-goal-sign = Waaraan ziet u dat het lukt?
widget-goal-by = Wanneer?

# Acties
widget-task-client = Wat gaat u doen?
widget-task-municipality = Wat doet de gemeente?
widget-task-who = Wie van de gemeente?
widget-task-before = Uiterlijk welke dag?
widget-task-day = Eerste dag
widget-task-time = Hoe laat?
widget-task-place = Waar?
widget-task-how-often = Hoe vaak?
widget-task-details = Wanneer en waar?
widget-task-details-of = Wanneer en waar: { $item }
widget-task-less = Vouw dicht
widget-task-another = Nog iets om te doen
widget-task-another-municipality = Nog iets dat de gemeente doet

# Als-dan
widget-if = Als
widget-if-label = Als, op welk moment
widget-then = dan
widget-then-label = Dan, wat u doet
widget-then-spoken = Hardop gezegd

# Mensen
widget-person-name = Wie?
widget-person-name-of = Naam
widget-person-asked = Wat vraagt u aan { $name }?
widget-person-asked-empty = Wat vraagt u?
widget-person-another = Nog iemand

# Afspraak
widget-appointment-date = Welke dag?
widget-appointment-time = Hoe laat?
widget-appointment-place = Waar, of hoe?
widget-appointment-place-help = Bijvoorbeeld: Stadhuis kamer 4, of telefoon.
widget-appointment-calls = Wie belt? Leeg als u elkaar ziet.

# Checklist
widget-check-yes = Ja
widget-check-no = Nee
widget-check-na = n.v.t.

widget-task-other = Wat doet de ander?
widget-task-another-other = Nog iets dat een ander doet
widget-task-who-other = Wie doet dat?
widget-goal-proposals = Zo kan het ook
widget-status-none = Er zijn hier geen afspraken om op terug te kijken.
widget-status-why = Wat kwam ertussen, of wat ging wel?
widget-moment-add = Wat deed u?
widget-moment-what = Wat was het?
widget-moment-years = In welke jaren? Ongeveer is goed.
widget-moment-why = Waardoor stopte het?
widget-step-search = Zoek een stap, bijvoorbeeld ‘belang’
widget-step-more = En nog { $count } andere. Typ meer om te kiezen.
