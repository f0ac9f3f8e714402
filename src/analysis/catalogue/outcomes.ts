import { byGroup, offenceClass } from './breakdowns.js';
import { define, narrowed, rowsOf } from './define.js';
import type { Filter, Indicator, Tally } from './record.js';
import { outcomes as assigned, offences as recorded } from './tallies.js';

const CHARGED: Filter = { field: 'outcome_code', in: ['1', '1A'] };

/** Offences without an outcome at the end of the half-year. */
const unresolved: Tally = { ...recorded, period: { openFrom: 'recorded_at', openUntil: 'outcome_at' } };

const ASSIGNED =
  'Of outcomes assigned in the half-year, whenever the offence was recorded; the Home Office counts in this way too.';

function outcomeShare(
  about: Pick<Indicator, 'id' | 'title' | 'question' | 'definition' | 'tag'>,
  codes: readonly string[],
  more: Partial<Pick<Indicator, 'polarity' | 'breakdowns' | 'ceiling'>> = {},
): Indicator {
  return define({
    ...about,
    unit: 'percent',
    countingUnit: 'offences',
    theme: 'offences',
    measure: { kind: 'share', of: assigned, part: [{ field: 'outcome_code', in: codes }] },
    notes: [ASSIGNED],
    ...more,
  });
}

/** Whether anybody answers for it. */
export const outcomes: readonly Indicator[] = [
  outcomeShare(
    {
      id: 'O08',
      title: 'Outcomes that were a charge or summons',
      question: 'Does anybody answer for it?',
      definition:
        'Charges and summonses (outcome 1 or 1A) as a share of all outcomes assigned in the half-year to offences of exploitation.',
      tag: 'core',
    },
    ['1', '1A'],
    {
      polarity: 'up-is-better',
      ceiling: 'P',
      breakdowns: [offenceClass],
    },
  ),
  define({
    id: 'O09',
    title: 'Offences charged within a year',
    question: 'Once there has been time, does anybody answer for it?',
    definition:
      'Offences recorded in the half-year that led to a charge or summons within 365 days of recording, as a share of all recorded then.',
    unit: 'percent',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'ours',
    measure: {
      kind: 'share',
      of: recorded,
      part: [CHARGED, { days: ['recorded_at', 'outcome_at'], atMost: 365 }],
    },
    polarity: 'up-is-better',
    followUp: 2,
    notes: ['A true cohort, given once a year has passed: it differs from O08 when backlogs are cleared.'],
  }),
  outcomeShare(
    {
      id: 'O10',
      title: 'Outcomes with a formal or informal action',
      question: 'How often is some action taken?',
      definition:
        'Charges, cautions, offences taken into consideration, penalty notices, community resolutions and diversions (outcomes 1 to 4, 6, 8, 22) as a share of all outcomes assigned in the half-year.',
      tag: 'common',
    },
    ['1', '1A', '2', '2A', '3', '3A', '4', '6', '8', '22'],
  ),
  outcomeShare(
    {
      id: 'O11',
      title: 'Outcomes where the child does not support action',
      question: 'Do children have what they need to carry on?',
      definition:
        'Outcomes 14 and 16 (evidential difficulty, victim does not support action) as a share of all outcomes assigned in the half-year.',
      tag: 'common',
    },
    ['14', '16'],
    { polarity: 'down-is-better' },
  ),
  outcomeShare(
    {
      id: 'O12',
      title: 'Outcomes where the child supports action but evidence falls short',
      question: 'Where does evidence fall short?',
      definition:
        'Outcome 15 (evidential difficulty, suspect identified, victim supports action) as a share of all outcomes assigned in the half-year.',
      tag: 'common',
    },
    ['15'],
    { polarity: 'down-is-better' },
  ),
  outcomeShare(
    {
      id: 'O13',
      title: 'Outcomes without a suspect',
      question: 'How often is nobody found?',
      definition:
        'Outcome 18 (investigation complete, no suspect identified) as a share of all outcomes assigned in the half-year.',
      tag: 'common',
    },
    ['18'],
    { polarity: 'down-is-better' },
  ),
  define({
    id: 'O14',
    title: 'Days from recording to outcome',
    question: 'How long does the child wait for an answer?',
    definition:
      'Median days from recording to outcome, over offences of exploitation with an outcome assigned in the half-year.',
    unit: 'days',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'common',
    measure: { kind: 'median', of: assigned, value: { days: ['recorded_at', 'outcome_at'] } },
    breakdowns: [byGroup('outcome', 'outcome_code', 'crime-outcome')],
    polarity: 'down-is-better',
  }),
  define({
    id: 'O15',
    title: 'Investigations open for more than a year',
    question: 'What is waiting?',
    definition:
      'Offences without an outcome at the end of the half-year that were recorded more than 365 days before, as a share of all without an outcome.',
    unit: 'percent',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'ours',
    measure: { kind: 'share', of: unresolved, part: [{ openSince: 'recorded_at', moreThanDays: 365 }] },
    polarity: 'down-is-better',
  }),
  define({
    id: 'O16',
    title: 'Charges that ended in conviction',
    question: 'Do charges hold in court?',
    definition:
      'Offences charged in the half-year that ended in conviction, as a share of those that a court has since concluded.',
    unit: 'percent',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'common',
    measure: {
      kind: 'share',
      of: narrowed(assigned, CHARGED),
      known: [{ field: 'court_result', in: ['CONVICTED', 'ACQUITTED', 'DISCONTINUED'] }],
      part: [{ field: 'court_result', in: ['CONVICTED'] }],
    },
    polarity: 'up-is-better',
    change: 'none',
    notes: [
      'By the half-year of the charge, since extracts date sentences but not acquittals. Cases before the court are not known yet.',
    ],
  }),
  define({
    id: 'O19',
    title: 'Outcomes, by kind',
    question: 'How do investigations end?',
    definition:
      'Outcomes assigned in the half-year to offences of exploitation, by publication group, as a share of all.',
    unit: 'percent',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'ours',
    measure: { kind: 'profile', of: rowsOf(assigned), by: 'outcome' },
    breakdowns: [byGroup('outcome', 'outcome_code', 'crime-outcome')],
    notes: [ASSIGNED],
  }),
];
