/** The commented configuration that `profile init` writes. Every value in it is a placeholder to be edited. */
export function configurationTemplate(): string {
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
    marking: OFFICIAL-SENSITIVE
    handling: For named members of the partnership. Do not forward.
    distribution: [Members of the sub group]
    threshold: 5

# What a build makes: the problem profile, the sub groups' quarterly trend reports, the review of partnership data and the
# action-plan monitor.
products: [profile, trends, brief, review, ocg, actions]

# Changes of definition or recording: series are broken there and never compared across.
breaks:
  - from: 2017-02-16
    title: New definition of child sexual exploitation
    note: The government's definition of February 2017 replaced that of 2009.
    indicators: ["S*"]

published:
  next: null
  contact: null
  retention: null
  terms_of_reference: null
`;
}
