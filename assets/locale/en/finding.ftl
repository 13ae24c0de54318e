# Findings in guides: what is wrong, and what the author can do
finding-syntax = the file cannot be read: { $a }
finding-syntax-advice = look here and just before for brackets, commas and quotes
finding-too-large = the file is too large ({ $a } MiB)
finding-too-large-advice = a guide is at most 8 MiB; make two guides of it
finding-too-deep = the steps are nested too deep
finding-too-deep-advice = { $a ->
    [loops] put at most { $b } loops (Per) inside each other
   *[lists] put at most 32 lists inside each other; use Naar(…) or a second guide
}
finding-too-many-steps = the guide has { $a } steps
finding-too-many-steps-advice = at most { $b }; split the guide
finding-newer-format = this file has format { $a }, this program knows format { $b }
finding-newer-format-advice = update Roer, or ask the maker for an older form
finding-bad-id = ‘{ $a }’ is not a good id
finding-bad-id-advice = use 1 to 64 characters: a-z, 0-9 and -
finding-duplicate-id = the id ‘{ $a }’ is used more than once
finding-duplicate-id-advice = give each stage, step, field and offer an id of its own
finding-empty-text = this text is empty
finding-empty-text-advice = write what client or klantmanager should read here
finding-text-too-long = this text has { $a } characters
finding-text-too-long-advice = at most { $b } characters; cut it up
finding-forbidden-character = this text holds an invisible character ({ $a })
finding-forbidden-character-advice = type the text again without pasting
finding-no-steps = ‘{ $a }’ has no steps
finding-no-steps-advice = add a step or take this part away
finding-no-question = this part asks nothing, or in two ways
finding-no-question-advice = give a step either antwoord: … or velden: […], and a choice opties or uit
finding-dangling-target = there is no step ‘{ $a }’
finding-dangling-target-advice = name a step of this guide
finding-jump-into-loop = ‘{ $a }’ stands in a loop (Per) that this jump is not in
finding-jump-into-loop-advice = jump to a step before or after the loop
finding-uncapped-cycle = the jump to ‘{ $a }’ has no usable limit
finding-uncapped-cycle-advice = set hoogstens to 1 to { $b }
finding-unreachable-step = nobody can get to the step ‘{ $a }’
finding-unreachable-step-advice = look for a Naar(…) or Einde just before it
finding-unknown-key = there is no answer called ‘{ $a }’
finding-unknown-key-advice = name the id of a step or field, or the word of a loop
finding-unknown-source = there is no source ‘{ $a }’
finding-unknown-source-advice = add it to bronnen, or take it away here
finding-unknown-option = ‘{ $a }’ is no option of ‘{ $b }’
finding-unknown-option-advice = use the id of an option that stands there
finding-condition-never-holds = this condition does not fit the answer to ‘{ $a }’ and can never hold
finding-condition-never-holds-advice = choose a condition that goes with this kind of answer
finding-misplaced-otherwise = Anders is misplaced
finding-misplaced-otherwise-advice = put Anders last, after at least one Als
finding-nothing-to-loop-over = the answer to ‘{ $a }’ is no list
finding-nothing-to-loop-over-advice = name a Lijst, Tweelijst, Keuze, Meerkeuze, Rang, Actie or Personen
finding-empty-prefill = ‘{ $a }’ may be empty here
finding-empty-prefill-advice = add what to say then: { "{" }{ $a }|other words{ "}" }
finding-unknown-guide = the guide ‘{ $a }’ is not at hand
finding-unknown-guide-advice = the offer is made once that guide is there
finding-variant-differs = the places between braces differ here: { $a }
finding-variant-differs-advice = use the same names between braces in u, je and tweede
finding-no-second-language = there is a second language here, but the guide does not say which
finding-no-second-language-advice = put tweede_taal: "en" at the top
finding-unfit-answer = the answer to ‘{ $a }’ does not fit here
finding-unfit-answer-advice = name a Schaal for vergelijk, a Doel for ouder, an Actie for Status, and an Actie, Lijst or Doel for Voorstel
finding-proposal-too-late = this proposal comes after the question ‘{ $a }’
finding-proposal-too-late-advice = put Voorstel before the question where it can be taken over
finding-missing-organisation-key = the guide { $b } needs ‘{ $a }’, and the organisation file says nothing there
finding-missing-organisation-key-advice = fill it in, or see whether the guide can do without
finding-unknown-flag = the flag ‘{ $a }’ is not known
finding-unknown-flag-advice = use a flag from the list in FORMAT.md, or put it in the organisation file
finding-unknown-threshold = the threshold ‘{ $a }’ is not known
finding-unknown-threshold-advice = use a threshold from the list in FORMAT.md, or put it in the organisation file
finding-dead-end = the conversation is stranded at ‘{ $a }’, after: { $b }
finding-dead-end-advice = give this answer a way on too: another Als, or Anders
finding-option-without-way = ‘{ $b }’ at ‘{ $a }’ leads nowhere
finding-option-without-way-advice = give this option a branch, or put Anders last
finding-too-long-route = a conversation can become { $b } steps long; at most { $a }
finding-too-long-route-advice = make jumps back shorter or fewer, or loops smaller
finding-path-fails = the path ‘{ $a }’ does not hold: { $b }
finding-path-fails-advice = change the path, or the guide
finding-too-hard-to-read = { $b ->
    [whole-guide] what the client reads is hard as a whole: Flesch-Douma { $c }
    [long-sentence] this sentence has { $c } words: ‘{ $a }’
    [long-word] ‘{ $c }’ is a long word, in: ‘{ $a }’
   *[difficult-word] ‘{ $c }’ is a difficult word, in: ‘{ $a }’
}
finding-too-hard-to-read-advice = { $b ->
    [whole-guide] use shorter sentences and everyday words; preferably { $d } or more
    [long-sentence] make it two sentences; at most { $d } words
    [long-word] find a shorter word, or cut it up
   *[difficult-word] write for example: { $d }
}
finding-unreachable-branch = this branch is never walked
finding-unreachable-branch-advice = see whether a branch above it already sends this answer away
finding-layer-without-guide = the guide ‘{ $a }’ that this layer lies over is not there
finding-layer-without-guide-advice = check layer and guide together, or look at the id
finding-layer-of-other-edition = this layer was made for edition { $a }, the guide is edition { $b }
finding-layer-of-other-edition-advice = go through the layer beside the new guide and set editie to { $b }
