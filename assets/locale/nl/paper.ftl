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
sheet-sources = Bronnen
