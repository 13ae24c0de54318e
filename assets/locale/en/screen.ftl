# Dates and times
month-1 = January
month-short-1 = Jan
month-2 = February
month-short-2 = Feb
month-3 = March
month-short-3 = Mar
month-4 = April
month-short-4 = Apr
month-5 = May
month-short-5 = May
month-6 = June
month-short-6 = Jun
month-7 = July
month-short-7 = Jul
month-8 = August
month-short-8 = Aug
month-9 = September
month-short-9 = Sep
month-10 = October
month-short-10 = Oct
month-11 = November
month-short-11 = Nov
month-12 = December
month-short-12 = Dec
day-mon = Mon
day-tue = Tue
day-wed = Wed
day-thu = Thu
day-fri = Fri
day-sat = Sat
day-sun = Sun
time-of-day = { $clock }

# First start
start-title = Welcome to Roer
start-what = With Roer a klantmanager and a client walk through a guide together. The client's own words come first. At the end there is a plan on paper.
start-busy = One moment. The folder is being prepared.
start-demonstration = See a demonstration
start-demonstration-hint = Five invented clients, each at a different point in the conversation.
start-own = Begin with a folder of your own
start-own-hint = Your dossiers are encrypted on this computer. First you choose a passphrase.

# Wishes: what a person can do
wish-next = Next
wish-next-hint = To the next question (Ctrl Enter)
wish-back = Back
wish-back-hint = To the previous question. Nothing is lost (Alt ←)
wish-not-needed = Not needed
wish-not-needed-hint = This question can be left out. You can always come back to it (Alt N)
wish-later = Later
wish-later-hint = Keep this question for later (Alt L)
wish-undo = Undo
wish-undo-hint = Take back the last answer
wish-clients = Clients
wish-clients-hint = Close this dossier and go to your list
wish-dossier = Dossier
wish-dossier-hint = What was agreed, and where you go on
wish-guides = Guides
wish-guides-hint = The guides there are, and opening a guide
wish-walk = Conversation
wish-walk-hint = The question where you are
wish-overview = Overview
wish-overview-hint = All answers, with a jump to each
wish-plan = My plan
wish-plan-hint = The sheets as they come out of the printer
wish-save-plan = Save as PDF
wish-save-plan-hint = Choose yourself where the plan goes (Ctrl S)
wish-view-plan = Open and print
wish-view-plan-hint = Open the plan in your PDF program and print it there (Ctrl P)
wish-copy-report = Copy report
wish-copy-report-hint = Plain text for your own system. Without what is sensitive or skipped (Ctrl Shift C)
wish-open-guide = Open a guide from a file…
wish-open-guide-hint = Choose a file that ends in .ron. Faults are shown line by line
wish-whole-route = Open every deeper part
wish-whole-route-hint = Open every deeper part of this guide, or close them again. Answers are kept
wish-core-route = Only the core
wish-pane = Show help
wish-pane-close = Fold help away
wish-pane-hint = The part for the klantmanager (F4)
wish-help-now = Help now
wish-help-now-hint = Phone numbers for when help is needed at once (F9)
wish-theme = Light or dark
wish-theme-hint = Switch between a light and a dark screen (F8)
wish-language = Nederlands
wish-language-hint = Toon het scherm in het Nederlands
wish-larger = A+
wish-larger-hint = Larger letters (Ctrl +)
wish-smaller = A−
wish-smaller-hint = Smaller letters (Ctrl −)

# The foot
saving-nothing = Nothing changed yet
saving-busy = Saving…
saving-kept = Saved at { $time }
saving-failed = Not saved
foot-offline = Roer works without internet.
foot-also-open = This folder is also open in another window.
notice-close = Close this message
help-now-none = The organisation file holds no numbers yet. In immediate danger, call the emergency number.

# Clients
clients-title = My conversations
clients-none = There are no clients yet. Make the first one.
clients-search = Search by name, reference or place
clients-new = New client
clients-not-found = Nobody found for ‘{ $search }’. Check the spelling, or make a new client.
clients-earlier = Earlier
clients-today = Today
clients-week = This week
clients-later = Later
clients-no-date = No appointment yet
client-name = Name or alias
client-name-help = A first name is enough.
client-reference = Your own reference (optional)
client-reference-help = To tell people with the same name apart. No citizen service number (BSN).
client-make = Make dossier
client-cancel = Cancel
client-open = Open the dossier of { $name }
client-last = last on { $date }
client-trouble = a part cannot be read
client-not-begun = not begun yet
client-stage = { $guide }, at ‘{ $stage }’
client-finished = { $guide }, walked to the end

# One client
dossier-rename = Change name or reference
dossier-rename-done = Save
dossier-guide-missing = The guide ‘{ $guide }’ of this conversation is not here. The answers are. Open the guide from a file.
dossier-stopped = Last written: { $date }. Next: ‘{ $stage }’.
dossier-finished = Walked to the end on { $date }.
dossier-go-on = Go on with the conversation
dossier-look-back = Look back in this conversation
dossier-own-words = In their own words
dossier-next = We look back on { $date }.
dossier-begin = Choose a guide for this conversation
dossier-begin-again = Begin a new conversation
dossier-begin-core = Begin with the core
dossier-begin-core-hint = About nine questions. You can go deeper on the way.
dossier-begin-whole = Begin with everything open
dossier-begin-whole-hint = All steps of the guide, the deeper parts too.

# Guides
guides-title = Guides
guide-edition = edition { $edition }
guide-size = { $stages } stages, { $steps } steps
guide-bundled = comes with Roer
guide-layered = with a layer of the municipality
guide-from-file = from a file
guide-reading = Further reading ({ $count })
guide-sources = Sources ({ $count })
guides-path = Or type the path of a guide
guides-path-open = Open this file
finding-fault = fault
finding-notice = please note
finding-place = line { $line }, column { $column }
findings-installed = The guide has been added. You may still want to know this:
findings-not-installed = The guide was not added. This has to be mended first:
findings-more = And { $count } more.
findings-close = Close this overview

# The conversation
walk-about = This is about: { $item }
walk-parked = { $count ->
    [one] 1 question kept for later.
   *[other] { $count } questions kept for later.
}
walk-is-skipped = You chose ‘not needed’ here. Give an answer if that has changed.
walk-is-parked = You kept this question for later.
walk-two-answers = There are two answers here from two computers. Which answer counts?
walk-end = That was the last question.
walk-end-what = Print the plan, if the client wants it.
walk-end-open = Not answered yet
walk-end-parked = Kept for later
walk-end-next-time = Next time: { $question }
offer-size = { $steps ->
    [one] 1 question
   *[other] { $steps } questions
}, about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}
offer-now = Yes, now
offer-next-time = Next time
offer-no = No
still-none = Everything has been covered.
still-exactly = { $count ->
    [one] 1 step to go.
   *[other] { $count } steps to go.
}
still-between = { $least } to { $most } steps to go.
still-at-least = At least { $least } steps to go.

# The klantmanager's pane
pane-help = Help for you
pane-goal = Aim of this question: { $goal }
pane-why = Why do we ask this?
pane-example = Example
pane-evidence = Evidence
pane-minutes = This stage takes about { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}.
strength-strong = much research points to this
strength-indications = there are indications
strength-practice = knowledge from practice
strength-rules = law or policy
note-title = Your own note
note-label = Note to yourself
note-help = Not on the client's screen or the plan. It is included when someone asks to see their file.

# Overview
overview-title = Overview of answers
overview-go = Go to this question
overview-aside = Set aside
overview-aside-what = These answers belong to questions that are not asked now. They come back when the question comes back.
status-open = open
status-skipped = not needed
status-parked = later
status-two-answers = two answers

# The plan
plan-title = My plan
plan-empty = There is nothing on the plan yet. What you write down together will stand here.
plan-file-name = Plan
plan-page = Page { $page } of { $pages }
plan-path = Type where the plan should go
plan-path-save = Save here

# How answers are said
said-by-date = Done by { $date }
said-if-then = If { $when }, then { $then }
said-yes = yes
said-no = no
said-not-applicable = n/a
report-title = Report of the conversation with { $name }
report-reference = Reference: { $reference }

# Command line
demo-made = { $count ->
    [one] 1 invented client
   *[other] { $count } invented clients
} made in { $place }.
main-job-stage = { $stage }: { $answered } of { $asked } questions answered
main-job-plan = The plan is in { $file }

# How a task went
outcome-gelukt = done
outcome-deels = partly done
outcome-niet = not done
outcome-niet-meer-nodig = no longer needed

# What an answer is held against
walk-before = Last time, { $day }: { $number }
walk-part-of = Part of: { $goal }

# The map of a guide
map-title = Map of the guide
map-what = The route of now is coloured. Choose a step on the route to go there.
map-loop = For each at ‘{ $what }’
map-end = End
map-back = Back to ‘{ $step }’, at most { $times } times
map-on = On to ‘{ $step }’
map-and = and
map-or = or
map-otherwise = Otherwise
map-not = not { $what }
map-about = { $title }: { $what }
map-if = If { $what }
map-flag = The municipality: { $flag }
map-at-most = at most { $number }
map-at-least = at least { $number }
map-between = { $low } to { $high }
map-no = no at { $what }
map-fewer = fewer than { $number }
map-more = more than { $number }
map-below = below { $number }
map-any-at-most = somewhere at most { $number }
map-within = within { $number } days
map-answered = answered
map-empty = empty
map-skipped = skipped
map-visit = time { $number }
map-fallen = at least { $number } lower than last time
map-risen = at least { $number } higher than last time
map-times = { $number } times { $what }
map-on-route = on the route
wish-map = Map
wish-map-hint = The whole guide as a map, with the route of now

# A second language at the table
wish-second = Other language
wish-second-hint = Puts the questions in the second language of this guide, or back in Dutch. The report stays Dutch
language-first = Questions in Dutch
language-en = Questions in English
language-other = Questions in { $language }

# An answer that would take others away
doubt-title = If you change this, these answers no longer belong:
doubt-plan = This goes from the plan:
doubt-kept = They are kept. If you change it back, they come back too.
doubt-more = and { $count } more
doubt-yes = Change it
doubt-no = Leave it as it was

# A newer edition of a guide
edition-title = There is a new edition of this guide: { $edition }
edition-what = You choose. If you do not, this conversation goes on as it began.
edition-same = { $count ->
    [one] 1 question stays the same.
   *[other] { $count } questions stay the same.
}
edition-reworded = Other words
edition-moved = In another place
edition-gone = No longer in the guide
edition-new = New
edition-before = Was: { $words }
edition-after = Becomes: { $words }
edition-stays = { $count ->
    [0] All answers go along.
    [one] 1 answer does not go along. It is kept with its old question.
   *[other] { $count } answers do not go along. They are kept with their old questions.
}
edition-take = Go on with the new edition
edition-look = See per question what changes
pane-step-minutes = This question: about { $minutes } minutes.
guide-terms = Words ({ $count })
guide-changes = What changed
guide-begin-own = Begin, in a file of your own
guide-begin-own-hint = For yourself and your colleagues. This never goes into a client’s dossier

# Locking
wish-lock = Lock
wish-lock-hint = Everything closes until you type the passphrase (Ctrl L)
hidden-title = A quiet moment
hidden-what = Press any key to go on.
saving-unstored = This conversation is not kept
unlock-title = The folder is locked
unlock-what = Type your passphrase. Then everything is as it was.
unlock-busy = One moment. The folder is being opened.
unlock-open = Open
unlock-forgotten = Forgot the passphrase? With the recovery sheet or your organisation’s key an administrator can open the dossiers. Without those nobody can.
unlock-join = I have no key in this folder yet

# Making keys
setup-title = A folder of your own
setup-what = Everything you write is encrypted. Only who knows the passphrase can read it.
setup-encrypt-title = Your dossiers will be encrypted
setup-encrypt-what = This folder was made by an older Roer. Anybody can still read the dossiers. Choose a passphrase and Roer encrypts them. Nothing is lost.
setup-join-title = Your own key in this folder
setup-join-what = Colleagues already work here. You get a key of your own. Then you and a colleague compare each other’s digits, and they let you into dossiers.
setup-name = Your name or initials
setup-name-help = Your colleagues see this.
setup-passphrase = Passphrase
setup-passphrase-help = Four or more separate words that do not belong together. Do not write it down near this computer.
setup-again = The same once more
setup-weak = This is easy to guess. Take four or more separate words.
setup-strong = Good: this is hard to guess.
setup-help = If you forget it
setup-help-why = Roer has no back door. Choose now who can help then.
setup-help-sheet = A recovery sheet on paper
setup-help-sheet-hint = You print it now and keep it in a safe or a locked drawer, away from the computer.
setup-help-organisation = My organisation’s recovery key
setup-help-organisation-hint = Your administrator gives you a line that begins with age1.
setup-help-nobody = Nobody
setup-help-nobody-hint = If I forget it the dossiers are gone for good. I accept that.
setup-sheet = Show the recovery sheet and print it
setup-sheet-again = Make another sheet
setup-wrong-recipient = This line is not quite right. Copy it again, all of it from age1 to the end.
setup-sheet-made = The sheet was sent to your PDF program. Is it on paper? Then you can go on.
setup-recipient = Your organisation’s line (age1…)
setup-make = Make the folder
setup-join = Make my key
setup-back = Back
setup-missing-name = There is no name yet. Initials will do.
setup-missing-strong = The passphrase is still too easy to guess.
setup-missing-same = The two are not the same. Type both again.
setup-missing-help = Choose who can help when you forget it.
setup-missing-sheet = Show the recovery sheet first and print it.
setup-missing-recipient = Your organisation’s line begins with age1. Ask your administrator for it.
recovery-file-name = Recovery sheet
client-unstored = Keep nothing
client-unstored-hint = The conversation goes on as usual and you can print the plan. After that everything is gone.

# Privacy
privacy-title = Privacy and access
privacy-sheet = Privacy sheet
privacy-sheet-hint = One page for the client: what we write down, who reads it and how long
privacy-inspection = Inspection
privacy-inspection-hint = Everything that is kept about this client, your notes too, on paper
inspect-title = Make the access paper ready
inspect-what = This is what was said and noted. Read it. If something is about somebody else, leave it out: the paper says that something was left out. Who read or made something when is always on it.
inspect-show = Show the access paper
inspect-back = Back to the dossier
inspect-leave-out = Leave out: this is about somebody else
inspect-left-out = { $count ->
    [one] One thing is left out.
   *[other] { $count } things are left out.
}
statement-title = What the client says of this dossier
statement-what = Does the client disagree with something? Then their own statement stays with the dossier. It goes along on the access paper, the hand-over and the report.
statement-write = Write a statement of their own
statement-change = Change
statement-label = In their own words
statement-keep = Keep with the dossier
statement-erase = Erase this statement
statement-erase-sure = Erase this statement for good
statement-erase-what = The statement goes for good, also as it read before. Nobody can undo that.
privacy-file-name = Privacy sheet
inspection-file-name = Inspection
privacy-readers = Who can read this dossier
privacy-you = you
privacy-let-in = Give access
privacy-send-away = Take access away
privacy-readers-hint = Who lost access reads nothing new. What they already had stays readable. The recovery key opens everything.
privacy-end-title = End of the guidance
privacy-end-hint = After the end your municipality’s retention term runs.
privacy-ended = The guidance has ended. The retention term runs.
privacy-end = The guidance is done
privacy-reopen = The guidance goes on after all
privacy-destroy = Erase this dossier for good
privacy-destroy-what = Everything about this client goes, copies in this folder too. Nobody can undo that. The register will say that it was done.
privacy-ground = Why
privacy-ground-help = For instance: retention term over, or asked by the client. No words about the client.
privacy-destroy-sure = Yes, erase everything
missing-title = { $count ->
    [one] A dossier that was here is not here any more.
   *[other] { $count } dossiers that were here are not here any more.
}
missing-what = Nobody said that this was erased. Perhaps an older copy of the folder was put back, or the dossier’s folder was taken away. Ask your colleagues or your administrator, and look in the backup. The folder is called:
missing-known = I know about this
team-title = Colleagues in this folder
team-what = Read the digits to each other, on the phone or side by side. When they are the same, that colleague’s work counts and you can let them into a dossier.
team-compare = The digits are the same
team-own = this is you
team-known = compared
team-unknown = not compared yet
team-has-left = has left: reads nothing new
team-is-mistaken = not right: nothing counts that was written with this key. Was the key stolen? Then this colleague makes a new one, with new digits.
team-returns = Comes back
team-right-after-all = It was right after all
team-part = Leaves, or is not right
team-left-what = { $name } leaves. What you write from now on { $name } can no longer read. What { $name } wrote goes on counting. What { $name } had Roer cannot take back. Let your colleagues do this too.
team-left-sure = { $name } leaves
team-mistaken-what = Or: the digits were not the same, or somebody else has the key of { $name }. Then nothing counts that was written with that key. The files stay.
team-mistaken-sure = The key is not right
team-recovery-set = There is a recovery key. Whoever has it can open all that you can read.
team-recovery-none = If you forget the phrase, nobody can help you: there is no recovery key.
team-recovery-renew = Choose another recovery key
team-recovery-choose = Choose who can help then
team-recovery-unfinished = Not everything opens with the recovery key that you chose last. Keep the sheet from before too.
team-recovery-finish = Finish it
team-recovery-keep-old = Keep the old sheet until Roer says that everything opens with the new key.
team-recovery-use = Use this recovery key
caution-number = This looks like a citizen service number. It does not belong here.
caution-diagnosis = This looks like an illness or medicine. Better write what someone can do and needs.
demonstration-mark = Practice

# Erasing one answer, and dossiers that were kept long enough
erase = Erase
erase-spoken = Erase for good: { $question }
erase-hint = Takes this answer out of the dossier for good, and what stood here before
erase-what = All that was written down at this question goes for good, your note too. Nobody can undo that. What other questions took over from it stays there. Did the client approve something already? Ask again. The dossier says that something was erased.
erase-ground = Why is this erased?
erase-ground-help = For example: the client asked for it. No words about the client.
erase-sure = Erase this answer for good
clients-ended = Guidance ended
clients-due = Kept long enough
clients-due-count = { $count ->
    [one] 1 client has been kept as long as is allowed. They stand at the end.
   *[other] { $count } clients have been kept as long as is allowed. They stand at the end.
}

# The hand-over
handover-show = Hand-over as PDF
handover-show-hint = What the next klantmanager must know, in the PDF program of this computer
handover-file-name = Hand-over
client-kept-until = to be kept until { $date }

tick-show = Week list
tick-show-hint = The client’s actions with a box for each week, to print
tick-file-name = Week list
thought-show = Card
thought-show-hint = A card to carry along: what helps when it gets hard
thought-file-name = Card
harvest-show = Harvest sheet
harvest-show-hint = What was reached, and what the client goes on doing
harvest-file-name = Harvest
wish-large-print = Papers in large letters
wish-large-print-hint = For who reads small print badly: 16 points
lacks = Not on the plan yet: { $what }
lacks-nothing = The plan says what belongs on it.
lack-no-goal = a goal
lack-no-goal-advice = Ask what the client wants to reach.
lack-no-task = what the client will do
lack-no-task-advice = Ask for a small first step.
lack-task-without-day = a day for each action
lack-task-without-day-advice = Ask when the client begins.
lack-no-promise = what the municipality does
lack-no-promise-advice = Write down what you do, and when.
lack-promise-without-day = a day for what the municipality does
lack-promise-without-day-advice = Write down by when it is done.
lack-no-duties = what the law asks
lack-no-duties-advice = See whether the law asks something, and explain it.
lack-no-look-back = when you look back together
lack-no-look-back-advice = Agree on a day.
lack-no-contact = whom the client can call
lack-no-contact-advice = Fill in a telephone number in organisatie.ron.
lack-hard-words = easy words for what the municipality wrote
lack-hard-words-advice = Write it shorter, as you would say it.
client-of-others = Dossier that you cannot read
client-of-others-what = You have no access to this dossier, or it is damaged. Ask the colleague who wrote it for access, or ask your administrator to check it.
