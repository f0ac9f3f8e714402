/** The commented configuration that `profile init` writes. Every value in it is a placeholder to be edited. @param seed a secret of the workspace's own */
export function configurationTemplate(seed: string): string {
  return `# Configuration of a profile workspace. Lines that begin with # are notes.
version: 1

# Printed on the report's first page.
partnership: Name of the safeguarding partnership
title: Child sexual exploitation problem profile

# true only for invented data: every page then says so.
synthetic: false

# First month of the first half-year: 4 gives April to September (H1) and October to March (H2).
start_month: 4

# Share of a file's rows that may be rejected before the run stops and nothing is published.
tolerated_reject_share: 0.05

# Who sends what. A file that is expected and does not come is shown as not available, never as zero;
# an agency with nothing to report says so with "nil_return: yes" in <extract>.meta.yaml.
agencies:
  - id: county-police
    name: County Police
    type: POL # POL police, CSC children's social care, EDU education, HEA health, YOT youth justice, VCS voluntary
    extracts: [missing-episodes, offences, suspects, intelligence, ocg, ocg-links, disruption]
  - id: county-council
    name: County Council
    type: CSC
    extracts: [referrals, education, training, engagement, actions]
  - id: return-interview-service
    name: Return Interview Service
    type: VCS
    extracts: [return-interviews]

# One entry an edition. Counts from 1 to threshold - 1, and whatever could be worked out from them, are shown as [c].
editions:
  - id: board
    title: Board edition
    audience: board # tactical, board or public: decides which indicators and products it may carry
    length: short # what can be read in ten minutes, or full: every chapter that its readers may have
    marking: OFFICIAL-SENSITIVE
    handling: For named members of the partnership. Do not forward.
    distribution: [Members of the sub group]
    threshold: 6
    p_percent: 10 # episodes are hidden where the child with the second most could work out those of the child with the most as closely as this; 0 for never
    all_of_them: hidden # or shown: "12 of 12" where it would tell something about each of the twelve
    zeros: shown # or protected: counts of none are hidden as small ones are, and nothing tells them apart
    round_to: 1 # or 5 or 10: counts are printed to the nearest of so many, and everything else is made from what is printed; 5 for the public unless told otherwise
    most_hidden: 0.4 # nothing is built when more than this share of its counts would have to be hidden

# An edition about one place, for some of the readers of another: it has the audience and the threshold of that one, and both are protected together.
#  - id: northtown
#    title: Northtown edition
#    part_of: board
#    about: E06000009
# Readers who know more than what they are sent are protected against too, such as a board that has the records of its own area. "accept" names a reason
# to put up with what they could work out.
audiences: []
#  - id: northtown-board
#    sees: [board]
#    knows: [E06000009]

# Where either of two counts could be hidden for another's sake, this decides which: readers must not be able to run the choice again. Keep it secret,
# and the same from release to release.
tie_seed: ${seed}

# What a build makes: the problem profile, the sub groups' quarterly trend reports, the review of partnership data and the
# action-plan monitor.
products: [profile, trends, brief, review, ocg, actions]

# Changes of recording here: series are broken there and never compared across. Those of the whole country come with the
# program (reference/definition-breaks.csv); one that does not hold here is switched off below, with the reason.
breaks: []
#  - from: 2017-04-01
#    title: The police stopped recording children as absent
#    note: Episodes that would have been recorded as absent are recorded as missing since then.
#    indicators: [M01, M02, M03]
national_breaks_off: []
#  - id: cse-flag-2016
#    reason: The force has flagged every crime since 2014.

published:
  next: null
  contact: null
  retention: null
  terms_of_reference: null
  help: [] # sentences that say where a worried reader of a public edition can turn; the country's helplines by default
`;
}

/** How the analyst's words are written, with an example of each file: `words/README.md` of a new workspace. */
export function wordsTemplate(): string {
  return `# The analyst's words

What the partnership makes of the numbers is written here, in one folder for each half-year:

    words/2018-H1/findings.md             what may lie behind the findings
    words/2018-H1/recommendations.md      who should do what by when (below)
    words/2018-H1/terms-of-reference.md
    words/2018-H1/sign-off.md

A file for one edition only has the edition's id in its name: findings.tactical.md. An edition about a part of the area uses no other. Paragraphs, headings, lists and emphasis are kept;
comments (<!-- like this -->) are left out.

Every number is tied to an indicator, and the build fails when it differs:

    [1,204](M02) children went missing       the whole area, this half-year
    [412](M02@blackpool)                     one place
    [1,100](M02:2017-H1)                     another half-year
    [27 per cent](M19), [27](M19#numerator)  a share, or the count behind it
    {{M02}}                                  filled in when the report is built
    There is [no clear change](M02~)         a verdict: it must be the report's own
    [two](plain) workers left                counts nothing in the report

Recommendations stand in a block at the head of their file:

    ---
    recommendations:
      - id: R1
        text: Offer an interview on the day a child is found; {{M19}} are in time now.
        four_p: protect        # prevent, protect, pursue or prepare
        volt: victims          # victims, offenders, locations or themes
        owner: The county council
        due: "2019-03-31"
        measure: M19
        evidence: [M16, M19]
    ---
`;
}
