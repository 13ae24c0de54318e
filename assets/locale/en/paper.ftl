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
handover-title = Hand-over of { $name }
sheet-reading = Further reading
sheet-sources = Sources

# The recovery sheet
recovery-title = Recovery sheet
recovery-made = Made on { $date }
recovery-what = With the key on this sheet dossiers of Roer can be opened, also without the passphrase. Whoever has this sheet can read everything.
recovery-key-title = The key
recovery-keep-title = Keeping and using it
recovery-keep-1 = Keep this sheet in a safe or a locked drawer, away from the computer.
recovery-keep-2 = Delete the file once the sheet is on paper. Do not send it by e-mail.
recovery-keep-3 = To recover: type the key into a file, with or without spaces, and use ‘roer vault recover’.
recovery-keep-4 = Try that once a year. If this sheet is lost, make a new one in Roer, under ‘Colleagues in this folder’.

# Everything that is kept
paper-harvest = I go on doing this
harvest-title = This is what I reached
tick-title = My week list
tick-what = Every week I put a cross at what I did.
thought-title = When it gets hard
thought-call = Does it not work? I call { $phone }.
thought-cut = Cut out the card and take it along.
paper-tick-list = a week list
paper-thought-card = a card
paper-of-harvest = a harvest sheet
statement-on-paper = What the client says of this dossier
inspection-title = What is kept about you: { $name }
inspection-what = This paper holds everything that Roer keeps about you, oldest first. Also what was changed later, and the klantmanager’s own notes.
inspection-what-but = This paper holds what Roer keeps about you, from old to new. Also what was changed later, and the case manager’s own notes. What is about somebody else was left out: the paper says where.
inspection-said = What is kept
inspection-named = Name: { $what }
inspection-began = A conversation began with the guide ‘{ $what }’
inspection-edition = The conversation went on with edition { $what }
inspection-route = The length of the guide was changed
inspection-nothing-said = (nothing filled in)
inspection-not-needed = Skipped: { $what }
inspection-later = Kept for later: { $what }
inspection-taken-up = Taken up again: { $what }
inspection-deeper = Talked further about: { $what }
inspection-deeper-later = For a next time: { $what }
inspection-deeper-no = Not talked further about: { $what }
inspection-note = Note of the klantmanager at: { $what }
inspection-left-out = Something about somebody else stands here. It was left out.
inspection-stated = Your own statement about this dossier
inspection-undone = Something was undone
inspection-paper = Made: { $what }
inspection-access = Access given to: { $what }
inspection-access-ended = A colleague’s access was taken away
inspection-erased = Something was erased for good. Reason: { $what }
inspection-ended = The guidance ended
inspection-reopened = The guidance went on again
inspection-retracted = (undone later)
inspection-replaced = (changed later)
inspection-readers = Who can read this now
inspection-readers-hint = Whoever holds the municipality’s recovery key can open this too.
inspection-rights = Is something wrong?
inspection-rights-what = Say so. You may ask to change or remove something. If that is not possible you will hear why.
paper-plan = a plan
paper-report = a report
paper-handover = hand-over
paper-privacy = the privacy sheet
paper-access = an inspection on paper
paper-access-data = an inspection as data
paper-bundle = a copy for a colleague
