import { AGENCIES } from './agencies.js';

function agencyLines(): string {
  return AGENCIES.map(
    (agency) =>
      `  - id: ${agency.id}\n    name: "${agency.name}"\n    type: ${agency.type}\n    extracts: [${agency.extracts.join(', ')}]`,
  ).join('\n');
}

/** The sample's `profile.config.yaml`, with comments that explain each setting. */
export function configurationText(seed: number): string {
  return `# Settings of this workspace. Everything in it is invented: see README.md.
version: 1
partnership: "Pan-Lancashire safeguarding boards (synthetic data)"
title: "Child sexual exploitation problem profile"

# Said on every page, picture and table; only a synthetic workspace may use the demonstration key.
synthetic: true
synthetic_seed: ${seed}

# Month in which the reporting year begins: 4 gives half-years from April and from October.
start_month: 4

# Who sends what every half-year. A file that is expected and does not come is missing; that is not the same as nothing to report.
agencies:
${agencyLines()}

# Who reads the profile. Counts from 1 to threshold - 1 are not shown, nor anything from which they could be worked out.
editions:
  - id: public
    title: "Public summary"
    audience: public
    marking: OFFICIAL
    handling: "May be published once the three boards have agreed it."
    distribution:
      - "Everyone"
    threshold: 10
  - id: board
    title: "Board edition"
    audience: board
    marking: OFFICIAL-SENSITIVE
    handling: "For members of the three safeguarding boards and their sub group. Do not forward."
    distribution:
      - "Lancashire, Blackpool and Blackburn with Darwen safeguarding boards"
      - "Pan-Lancashire child sexual exploitation sub group"
    threshold: 6
  - id: lancashire
    title: "Lancashire board edition"
    part_of: board
    about: LSCB-LANCS
    handling: "For members of the Lancashire safeguarding board. Do not forward."
    distribution:
      - "Lancashire safeguarding board"
  - id: blackpool
    title: "Blackpool board edition"
    part_of: board
    about: LSCB-BPL
    handling: "For members of the Blackpool safeguarding board. Do not forward."
    distribution:
      - "Blackpool safeguarding board"
  - id: blackburn-with-darwen
    title: "Blackburn with Darwen board edition"
    part_of: board
    about: LSCB-BWD
    handling: "For members of the Blackburn with Darwen safeguarding board. Do not forward."
    distribution:
      - "Blackburn with Darwen safeguarding board"
  - id: tactical
    title: "Tactical edition"
    audience: tactical
    marking: OFFICIAL-SENSITIVE
    handling: "For the named members of the multi-agency tactical group only. Do not forward, copy or print."
    distribution:
      - "Pan-Lancashire multi-agency tactical group"
    threshold: 3

# Readers to be protected against beside those of each edition: each board knows the figures of its own area.
audiences:
  - id: lancashire-board
    sees: [board]
    knows: [LSCB-LANCS]
  - id: blackpool-board
    sees: [board]
    knows: [LSCB-BPL]
  - id: blackburn-with-darwen-board
    sees: [board]
    knows: [LSCB-BWD]

# Where either of two counts could be hidden for another's sake, this decides which: readers must not be able to run the choice again.
tie_seed: "${seed} (in a real workspace a secret)"

# Share of a file's rows that may be rejected before the run stops and nothing is published.
tolerated_reject_share: 0.05

# Changes of recording here across which figures must not be compared. Indicators by id, or by beginning with *. Those of the whole country
# (the flag of April 2016, the definition of February 2017, outcomes from April 2014) come with the program.
breaks:
  - from: "2016-10-01"
    title: "Intelligence grading changed from 5x5x5 to 3x5x2"
    note: "Grades before and after October 2016 are on different scales."
    indicators: [I03, I04]
    areas: []
  - from: "2017-04-01"
    title: "The police stopped recording children as absent"
    note: "Episodes that would have been recorded as absent are recorded as missing since April 2017."
    indicators: [M01, M02, M03, M04, M05, M10, M11]
    areas: []

published:
  next: "April 2019"
  contact: "Performance analyst of the partnership (invented)"
  retention: "Six years from publication (invented)"
  terms_of_reference: "Pan-Lancashire strategy 2015 to 2018, six-monthly problem profile (synthetic demonstration)"
`;
}
