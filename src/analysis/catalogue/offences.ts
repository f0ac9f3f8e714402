import { ageBand, byGroup, offenceClass, sex } from './breakdowns.js';
import { define, narrowed, rowsOf } from './define.js';
import type { Filter, Indicator, Tally } from './record.js';
import { CSE_OFFENCE, NOT_CANCELLED, outcomes, offences as recorded, victims } from './tallies.js';

const CHARGED: Filter = { field: 'outcome_code', in: ['1', '1A'] };

/** Sexual offences against children and the offences that go with exploitation, by Home Office class. */
const CHILD_SEXUAL_CLASSES = [
  '17A',
  '17B',
  '19C',
  '19D',
  '19E',
  '19F',
  '19G',
  '19H',
  '20A',
  '20B',
  '21',
  '22A',
  '22B',
  '23',
  '70',
  '71',
  '72',
  '73',
  '88A',
  '88C',
  '88D',
  '88E',
];

const allSexual: Tally = {
  ...recorded,
  where: [{ field: 'offence_class', in: CHILD_SEXUAL_CLASSES }, NOT_CANCELLED],
};

/** Every offence with the flag or the class, whichever it is. */
const flaggedOrClassed: Tally = { ...recorded, where: [CSE_OFFENCE, NOT_CANCELLED] };

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
    measure: { kind: 'share', of: outcomes, part: [{ field: 'outcome_code', in: codes }] },
    notes: [ASSIGNED],
    ...more,
  });
}

/** What is recorded as crime, and whether anybody answers for it. */
export const offences: readonly Indicator[] = [
  define({
    id: 'O01',
    title: 'Recorded offences of exploitation',
    question: 'How much of it becomes a recorded crime?',
    definition:
      'Offences recorded in the half-year with the exploitation flag or of class 71 (abuse of children through sexual exploitation), by place of the offence.',
    unit: 'count',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'core',
    measure: { kind: 'count', of: recorded },
    breakdowns: [offenceClass],
    ceiling: 'P',
    change: 'mid-p',
    notes: [
      'Flag or class, since no offence is called exploitation; cancelled crimes are left out.',
      'Counted by the day of recording: some offences happened years before.',
    ],
  }),
  define({
    id: 'O02',
    title: 'Offence rate',
    question: 'Is it more here, for the number of children who live here?',
    definition:
      'Recorded offences of exploitation (O01) for every 1,000 children aged 10 to 17 who live there, for the half-year as it is (not doubled).',
    unit: 'rate1k',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'common',
    measure: { kind: 'rate', of: recorded, ages: '10-17', per: 1000 },
    ceiling: 'P',
    comparesLocalities: true,
  }),
  define({
    id: 'O03',
    title: 'Recorded sexual offences against children',
    question: 'What lies around the offences that are flagged?',
    definition: 'Sexual offences with a victim under 18 recorded in the half-year, flagged or not.',
    unit: 'count',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'common',
    measure: { kind: 'count', of: allSexual },
    change: 'mid-p',
    notes: ['As far as the extract holds them: some forces send flagged offences only.'],
  }),
  define({
    id: 'O04',
    title: 'Flag against class',
    question: 'Do the flag and the class agree?',
    definition: 'Offences of exploitation by what marks them: the flag alone, class 71 alone, or both.',
    unit: 'percent',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'ours',
    measure: { kind: 'profile', of: flaggedOrClassed, by: 'type' },
    breakdowns: [
      {
        id: 'type',
        field: 'cse_counted',
        categories: [
          { code: 'flag', label: 'Flag only' },
          { code: 'class', label: 'Class 71 only' },
          { code: 'both', label: 'Both' },
        ],
      },
    ],
  }),
  define({
    id: 'O05',
    title: 'Offences of more than a year before',
    question: 'How much of it is from the past?',
    definition:
      'Offences that began more than a year before they were reported, as a share of those where both dates are known.',
    unit: 'percent',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'common',
    measure: {
      kind: 'share',
      of: recorded,
      known: [{ field: 'reported_late', present: true }],
      part: [{ field: 'reported_late', in: ['Y'] }],
    },
  }),
  define({
    id: 'O06',
    title: 'Offences with an online element',
    question: 'How much of it happens online?',
    definition:
      'Offences of exploitation flagged as online, as a share of those where the flag is yes or no.',
    unit: 'percent',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'core',
    measure: {
      kind: 'share',
      of: recorded,
      known: [{ field: 'online_flag', in: ['Y', 'N'] }],
      part: [{ field: 'online_flag', in: ['Y'] }],
    },
    breakdowns: [ageBand, sex],
    ceiling: 'P',
  }),
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
    measure: { kind: 'median', of: outcomes, value: { days: ['recorded_at', 'outcome_at'] } },
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
      of: narrowed(outcomes, CHARGED),
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
    id: 'O17',
    title: 'Offences for each child',
    question: 'How often is one child harmed?',
    definition: 'Recorded offences of exploitation (O01) divided by the children who were their victims.',
    unit: 'ratio',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'ours',
    measure: { kind: 'ratio', numerator: recorded, denominator: victims },
  }),
  define({
    id: 'O18',
    title: 'Child victims of recorded offences',
    question: 'How many children are named as victims?',
    definition:
      'Distinct children who were victims of an offence of exploitation recorded in the half-year, by place of the offence.',
    unit: 'count',
    countingUnit: 'victims',
    theme: 'offences',
    tag: 'ours',
    measure: { kind: 'count', of: victims },
    breakdowns: [sex, ageBand],
    change: 'paired-people',
    notes: ['Crimes, victims and suspects are three different counts.'],
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
    measure: { kind: 'profile', of: rowsOf(outcomes), by: 'outcome' },
    breakdowns: [byGroup('outcome', 'outcome_code', 'crime-outcome')],
    notes: [ASSIGNED],
  }),
  define({
    id: 'P09',
    title: 'Offences by groups',
    question: 'How much of it is done by groups?',
    definition:
      'Offences of exploitation flagged as group-based or with at least two suspects named, as a share of all recorded in the half-year.',
    unit: 'percent',
    countingUnit: 'offences',
    theme: 'offences',
    tag: 'statutory',
    measure: {
      kind: 'share',
      of: recorded,
      part: [
        {
          any: [
            { field: 'group_flag', in: ['Y'] },
            { field: 'suspects_named', atLeast: 2 },
          ],
        },
      ],
    },
  }),
];
