# The paper that the client takes home. First person: it is the client's own plan.
paper-title = My plan
paper-title-first-this = This first

paper-goal = My goal
paper-goal-learning = What I want to learn
# $sign: what the client will see, in the client's words.
paper-sign = How I will see it: { $sign }
# A date follows.
paper-by = Done by
paper-wish = Where I want to go
paper-first-this = This first
paper-why = Why I want this
paper-first-part = My first step
paper-strengths = My strengths

paper-tasks = What I will do
paper-more-tasks = What I will also do
paper-begin = I start on
paper-done = Done
paper-where = Where: { $place }
paper-how-often = How often: { $often }
# "If" and "then" stand bold around the client's words.
paper-if = If
paper-then = then
paper-safety-net = When it gets hard

paper-promises = What the municipality does
paper-at-latest = At the latest
paper-who = Who: { $who }
paper-duties = What the law asks
paper-helpers = Who helps me

paper-look-back = We look back
paper-who-calls = { $who } calls
paper-call = Is it not working out? You can always call.
# The general phone number follows.
paper-general-phone = or in general:

paper-keep-track = What I keep track of
paper-week = week { $week }

# Read aloud for a drawn box.
paper-box = box: done
paper-box-week = box: { $week }

paper-number = plan { $number }
paper-guides = { $count ->
    [one] guide { $guides }
   *[other] guides { $guides }
}
paper-page = page { $page } of { $pages }
paper-safety-then = Then { $then }

# A guide on paper, to fill in
sheet-only-if = { $what }: fill this in. Otherwise skip it.
sheet-on-request = Only if you want: { $what }
sheet-plain = { $what }
sheet-other-guide = Other guide: { $what }
sheet-sources = Sources
