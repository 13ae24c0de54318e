# Days and times
widget-date-example = 14-10-2026 or 14 Oct
widget-date-today = today
widget-date-tomorrow = tomorrow
widget-date-day-after = overmorrow
widget-date-weekdays = Monday Tuesday Wednesday Thursday Friday Saturday Sunday
widget-date-pick = Choose a day: { $field }
widget-date-earlier = One month back
widget-date-later = One month on
widget-date-other-weekday = I read { $day }. That is not a { $not }. Is the day right?
widget-date-unclear = I do not understand this day. Type for example 14-10-2026 or 14 Oct.
widget-date-no-such-day = This day does not exist. Please check the day and the month.
widget-time-example = 10.00
widget-time-unclear = I do not understand this time. Type for example 10.00.

# Searching
widget-search-clear = Clear the search field

# Stages
widget-stage-done = { $stage }, done
widget-stage-current = { $stage }, we are here
widget-stage-open = { $stage }, still to come

# Lists
widget-add = Add
widget-add-spoken = Add: { $field }
widget-add-label = Something more
widget-add-first = Type here
widget-add-help = Press Enter to add.
widget-remove = Remove: { $item }
widget-remove-empty = Remove this line
widget-item = Number { $number }
widget-suggestions = Examples you can take over
widget-proposals = Ready to take over
widget-fixed = What the municipality has fixed
widget-take = Take over: { $item }
widget-wished = { $count ->
    [one] One thing, if you can.
   *[other] { $count } things, if you can. Fewer is fine.
}
widget-most = { $count } at most works best. More is allowed, but choosing helps.
widget-most-over = There are { $now } now. { $count } at most works best. What can go?

# Choosing
widget-other = Something else, namely
widget-other-field = What is it?
widget-remark = Would you like to add something?
widget-choose-most = It works best to choose { $count } at most.
widget-choose-over = You chose { $now }. { $count } at most works best.

# Ranking
widget-rank-chosen = Your order, the most important first
widget-rank-empty = First choose what matters most to you.
widget-rank-rest = Still to choose
widget-rank-take = Put in your order: { $item }
widget-rank-up = Move up: { $item }
widget-rank-down = Move down: { $item }
widget-rank-drop = Take out of your order: { $item }
widget-rank-place = { $number }

# Scale
widget-scale-low = 0 is { $word }
widget-scale-high = 10 is { $word }
widget-scale-spoken = { $number }, { $word }
widget-scale-of = { $scale }: { $number }

# Goal
widget-goal-words = Your goal, in your own words
widget-goal-sign = How will you see that it works?
widget-goal-by = By when?

# Actions
widget-task-client = What will you do?
widget-task-municipality = What does the municipality do?
widget-task-who = Who of the municipality?
widget-task-before = Which day at the latest?
widget-task-day = First day
widget-task-time = What time?
widget-task-place = Where?
widget-task-how-often = How often?
widget-task-details = When and where?
widget-task-details-of = When and where: { $item }
widget-task-less = Fold
widget-task-another = Something more to do
widget-task-another-municipality = Something more the municipality does

# If-then
widget-if = If
widget-if-label = If, at which moment
widget-then = then
widget-then-label = Then, what you do
widget-then-spoken = Said aloud

# People
widget-person-name = Who?
widget-person-name-of = Name
widget-person-asked = What do you ask { $name }?
widget-person-asked-empty = What do you ask?
widget-person-another = Someone else

# Appointment
widget-appointment-date = Which day?
widget-appointment-time = What time?
widget-appointment-place = Where, or how?
widget-appointment-place-help = For example: town hall room 4, or telephone.
widget-appointment-calls = Who calls? Empty if you meet.

# Checklist
widget-check-yes = Yes
widget-check-no = No
widget-check-na = n/a

widget-task-other = What does the other person do?
widget-task-another-other = Something else that another person does
widget-task-who-other = Who does it?
widget-goal-proposals = It can also be like this
widget-status-none = There are no agreements to look back on here.
widget-status-why = What got in the way, or what did work?
widget-moment-add = What did you do?
widget-moment-what = What was it?
widget-moment-years = In which years? Roughly is fine.
widget-moment-why = Why did it end?
widget-step-search = Search a step, for example ‘belang’
widget-step-more = And { $count } more. Type on to choose.
