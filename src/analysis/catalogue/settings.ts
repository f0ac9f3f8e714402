import { define, narrowed } from './define.js';
import type { Category, Indicator } from './record.js';
import { assessments, CSE_CONCERN, childrenReferred, episodes, LOOKED_AFTER } from './tallies.js';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const HOURS = [0, 4, 8, 12, 16, 20];

const WEEK_SLOTS: readonly Category[] = DAYS.flatMap((day, d) =>
  HOURS.map((hour) => ({
    code: `${d + 1}-${hour}-${hour + 4}`,
    label: `${day}, ${hour} to ${hour + 4} hours`,
  })),
);

const FACTOR = { field: 'factors', in: ['11A'] } as const;

/** What surrounds the children: where they are placed, what else weighs on them, when and from where they go missing. */
export const settings: readonly Indicator[] = [
  define({
    id: 'V10',
    title: 'Looked-after children placed out of area',
    question: 'Are children placed away from the authority that looks after them?',
    definition:
      'Looked-after children referred whose responsible authority is not the one they live in, as a share of those for whom both are known.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'victims',
    tag: 'common',
    tellsOfEach: true,
    measure: {
      kind: 'share',
      of: narrowed(childrenReferred, LOOKED_AFTER),
      known: [{ field: 'placed_away', in: ['Y', 'N'] }],
      part: [{ field: 'placed_away', in: ['Y'] }],
    },
  }),
  define({
    id: 'V14',
    title: 'Factors for each child assessed',
    question: 'What else weighs on these children?',
    definition:
      'Factors named at assessments that name exploitation (11A), itself included, divided by the children assessed.',
    unit: 'ratio',
    countingUnit: 'children',
    theme: 'victims',
    tag: 'ours',
    measure: {
      kind: 'ratio',
      numerator: narrowed({ ...assessments, count: { sum: 'factors_n' } }, FACTOR),
      denominator: narrowed({ ...assessments, count: { distinct: 'person' } }, FACTOR),
    },
  }),
  define({
    id: 'M06',
    title: 'Episodes by the tenth of children missing most',
    question: 'Do a few children make most of the episodes?',
    definition:
      'Missing episodes by the tenth of missing children with most episodes, as a share of all missing episodes.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'missing',
    tag: 'ours',
    measure: { kind: 'computed', by: 'concentration', from: ['missing-episodes'] },
    change: 'none',
    notes: ['Not given for fewer than 20 children or 50 episodes.'],
  }),
  define({
    id: 'M25',
    title: 'Episodes from the five homes with most',
    question: 'Do a few homes need help most?',
    definition:
      'Missing episodes from the five children’s homes with most episodes, as a share of episodes from children’s homes whose home is known.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'missing',
    tag: 'common',
    measure: { kind: 'computed', by: 'homes', from: ['missing-episodes'] },
    change: 'none',
    notes: [
      'Homes are never named. A home that reports every absence has more episodes than one that does not.',
    ],
  }),
  define({
    id: 'L01',
    title: 'Offences and intelligence for each 1,000 children',
    question: 'Where is most recorded?',
    definition:
      'Offences of exploitation (O01) and intelligence submissions (I01) for every 1,000 children aged 10 to 17 who live there.',
    unit: 'rate1k',
    countingUnit: 'events',
    theme: 'locations',
    tag: 'common',
    measure: { kind: 'computed', by: 'recorded', from: ['offences', 'intelligence'] },
    change: 'none',
    notes: ['Where more is looked for, more is recorded: it is no measure of harm.'],
  }),
  define({
    id: 'L05',
    title: 'Missing episodes by day and time',
    question: 'When do children go missing?',
    definition: 'Missing episodes (M01) by day of the week and four hours of the day when last seen.',
    unit: 'count',
    countingUnit: 'episodes',
    theme: 'locations',
    tag: 'common',
    measure: { kind: 'count', of: episodes },
    breakdowns: [{ id: 'weekday-slot', field: 'weekday_slot', categories: WEEK_SLOTS }],
    change: 'none',
    notes: ['A time of exactly midnight is taken as not known: some systems give dates only.'],
  }),
  define({
    id: 'N01',
    title: 'Children referred to the national mechanism',
    question: 'Is trafficking recognised as such?',
    definition:
      'Distinct children with a contact about sexual exploitation for whom a national referral was made.',
    unit: 'count',
    countingUnit: 'children',
    theme: 'victims',
    tag: 'common',
    measure: {
      kind: 'count',
      of: { ...childrenReferred, where: [CSE_CONCERN, { field: 'nrm_made', in: ['Y'] }] },
    },
    change: 'paired-people',
  }),
];
