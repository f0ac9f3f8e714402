import { ageBand, byCode, ethnicity, sendingAgency, sex } from './breakdowns.js';
import { define, narrowed } from './define.js';
import type { EventsOf, Filter, Indicator, Tally } from './record.js';
import {
  childrenReferred,
  episodes,
  LINKS,
  missingChildren,
  referred,
  missing as wentMissing,
} from './tallies.js';

const MISSING_EPISODES: EventsOf = {
  extract: 'missing-episodes',
  where: episodes.where,
  by: 'missing_from_at',
};
const CLOSED: Filter = { field: 'found_at', present: true };
const FROM_CARE: Filter = { field: 'missing_from_type', in: ['FOSTER', 'CHILDRENS_HOME', 'SEMI'] };
const FLAG_KNOWN: Filter = { field: 'cse_flag_at_report', in: ['Y', 'N'] };
const FLAGGED: Filter = { field: 'cse_flag_at_report', in: ['Y'] };
const HOUR = 60;

const stillMissing: Tally = {
  ...episodes,
  count: { distinct: 'person' },
  period: { openFrom: 'missing_from_at', openUntil: 'found_at' },
};

/** Every report, missing or absent. */
const reports: Tally = { ...episodes, where: [{ field: 'category', in: ['M', 'ABSENT', 'NAR'] }] };

/** Children who go missing. */
export const missing: readonly Indicator[] = [
  define({
    id: 'M01',
    title: 'Missing episodes',
    question: 'How often do children go missing?',
    definition:
      'Episodes recorded as missing (not absent) that began in the half-year, by the district from which the child went missing.',
    unit: 'count',
    countingUnit: 'episodes',
    theme: 'missing',
    tag: 'core',
    measure: { kind: 'count', of: episodes },
    breakdowns: [
      byCode('missing-from', 'missing_from_type', 'missing-from'),
      byCode('risk', 'risk_grade', 'missing-risk'),
    ],
    ceiling: 'P',
    change: 'period-swap',
    notes: ['A few children make many of the episodes: read it beside the number of children.'],
  }),
  define({
    id: 'M02',
    title: 'Children who went missing',
    question: 'How many children go missing?',
    definition: 'Distinct children with at least one missing episode that began in the half-year.',
    unit: 'count',
    countingUnit: 'children',
    theme: 'missing',
    tag: 'core',
    measure: { kind: 'count', of: missingChildren },
    breakdowns: [sex, ageBand, ethnicity],
    ceiling: 'P',
    change: 'paired-people',
  }),
  define({
    id: 'M03',
    title: 'Missing children rate',
    question: 'Is it more here, for the number of children who live here?',
    definition:
      'Children who went missing (M02) for every 10,000 children aged 0 to 17 who live there, for the half-year as it is (not doubled).',
    unit: 'rate10k',
    countingUnit: 'children',
    theme: 'missing',
    tag: 'common',
    measure: { kind: 'rate', of: missingChildren, ages: '0-17', per: 10000 },
    ceiling: 'P',
    comparesLocalities: true,
    notes: [
      'Children placed here by other authorities are missing from here but count among residents elsewhere.',
    ],
  }),
  define({
    id: 'M04',
    title: 'Episodes for each missing child',
    question: 'Do the same children go missing again and again?',
    definition: 'Missing episodes (M01) divided by children who went missing (M02).',
    unit: 'ratio',
    countingUnit: 'episodes',
    theme: 'missing',
    tag: 'common',
    measure: { kind: 'ratio', numerator: episodes, denominator: missingChildren },
    polarity: 'down-is-better',
  }),
  define({
    id: 'M05',
    title: 'Children missing more than once',
    question: 'Do the same children go missing again and again?',
    definition:
      'Children with at least two missing episodes in the half-year, as a share of all who went missing.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'missing',
    tag: 'common',
    measure: { kind: 'share', of: missingChildren, part: [wentMissing(1, 2)] },
    breakdowns: [sex],
    polarity: 'down-is-better',
    notes: ['Anywhere in the partnership area, also when the episodes were in two districts.'],
  }),
  define({
    id: 'M05T',
    title: 'Children missing three times in 90 days',
    question: 'How many children reach the usual trigger for a meeting?',
    definition:
      'Children with at least three missing episodes within 90 days, the last of them in the half-year, as a share of all who went missing.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'missing',
    tag: 'common',
    measure: {
      kind: 'share',
      of: missingChildren,
      part: [{ personRun: MISSING_EPISODES, atLeast: 3, withinDays: 90 }],
    },
    polarity: 'down-is-better',
    notes: [
      'The 90 days may have begun in the half-year before. Never compared with a share over another window.',
    ],
  }),
  define({
    id: 'M05Y',
    title: 'Children missing more than once in twelve months',
    question: 'Who goes missing again within a year?',
    definition:
      'Children missing in the half-year with at least two missing episodes in the twelve months to its end, as a share of all who went missing in the half-year.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'missing',
    tag: 'common',
    measure: { kind: 'share', of: missingChildren, part: [wentMissing(2, 2)] },
    polarity: 'down-is-better',
    includes: ['M05', 'M05T'],
    notes: ['Never compared with a share over another window.'],
  }),
  define({
    id: 'M07',
    title: 'Episodes from care',
    question: 'Do children go missing from our own homes?',
    definition:
      'Missing episodes from foster, children’s or supported homes, as a share of those whose place is known.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'missing',
    tag: 'common',
    measure: {
      kind: 'share',
      of: episodes,
      known: [{ field: 'missing_from_type', present: true }],
      part: [FROM_CARE],
    },
    change: 'none',
  }),
  define({
    id: 'M09',
    title: 'Hours missing',
    question: 'How long are children away?',
    definition:
      'Median hours between last seen and found, over episodes that began in the half-year and have ended.',
    unit: 'hours',
    countingUnit: 'episodes',
    theme: 'missing',
    tag: 'common',
    measure: { kind: 'median', of: episodes, value: { hours: ['missing_from_at', 'found_at'] } },
    breakdowns: [byCode('risk', 'risk_grade', 'missing-risk')],
  }),
  define({
    id: 'M09L',
    title: 'Episodes of more than 24 hours',
    question: 'How often is a child away for more than a day?',
    definition:
      'Missing episodes of more than 24 hours, as a share of episodes that began in the half-year and have ended.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'missing',
    tag: 'common',
    measure: {
      kind: 'share',
      of: episodes,
      known: [CLOSED],
      part: [{ minutes: ['missing_from_at', 'found_at'], moreThan: 24 * HOUR }],
    },
    polarity: 'down-is-better',
    change: 'none',
  }),
  define({
    id: 'M10',
    title: 'Missing episodes by risk',
    question: 'How serious do the police judge them to be?',
    definition: 'Missing episodes (M01) by risk grade, as a share of those with a grade.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'missing',
    tag: 'common',
    measure: { kind: 'profile', of: episodes, by: 'risk' },
    breakdowns: [byCode('risk', 'risk_grade', 'missing-risk')],
  }),
  define({
    id: 'M11',
    title: 'Reports recorded as absent',
    question: 'How much depends on the category chosen?',
    definition:
      'Reports recorded as absent or no apparent risk, as a share of all reports of missing and absent children.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'missing',
    tag: 'common',
    measure: { kind: 'share', of: reports, part: [{ field: 'category', in: ['ABSENT', 'NAR'] }] },
    change: 'none',
    notes: ['Forces stopped using “absent” at different times: compare only within one practice.'],
  }),
  define({
    id: 'M12',
    title: 'Episodes with a concern about exploitation',
    question: 'Is exploitation in mind when a child is reported missing?',
    definition:
      'Missing episodes flagged for child sexual exploitation when reported, as a share of those where the flag is yes or no.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'missing',
    tag: 'statutory',
    measure: { kind: 'share', of: episodes, known: [FLAG_KNOWN], part: [FLAGGED] },
    breakdowns: [sex],
    change: 'none',
  }),
  define({
    id: 'M13',
    title: 'Missing children also referred for exploitation',
    question: 'Is going missing the way in?',
    definition:
      'Children who went missing in the half-year with a contact about exploitation in the twelve months to its end, as a share of all who went missing.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'missing',
    tag: 'common',
    measure: { kind: 'share', of: missingChildren, part: [referred(2)] },
    breakdowns: [sex],
    notes: [LINKS],
  }),
  define({
    id: 'M14',
    title: 'Children referred who also went missing',
    question: 'How many of the children we worry about go missing?',
    definition:
      'Children referred in the half-year (S01) with a missing episode in the twelve months to its end, as a share of all referred.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'missing',
    tag: 'core',
    measure: { kind: 'share', of: childrenReferred, part: [wentMissing(2)] },
    breakdowns: [sex, byCode('risk', 'risk_band_initial', 'risk-band')],
    ceiling: 'P',
    notes: [LINKS],
  }),
  define({
    id: 'M15',
    title: 'Episodes without a risk grade or a flag',
    question: 'Is what is needed written down?',
    definition:
      'Missing episodes without a risk grade or with the exploitation flag not known, as a share of all.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'missing',
    tag: 'ours',
    measure: {
      kind: 'share',
      of: episodes,
      part: [{ any: [{ field: 'risk_grade', present: false }, { not: FLAG_KNOWN }] }],
    },
    breakdowns: [sendingAgency],
    polarity: 'down-is-better',
    change: 'none',
  }),
  define({
    id: 'M24',
    title: 'Children missing at the end of the half-year',
    question: 'Who is missing now?',
    definition: 'Distinct children with a missing episode not ended on the last day of the half-year.',
    unit: 'count',
    countingUnit: 'children',
    theme: 'missing',
    tag: 'statutory',
    measure: { kind: 'count', of: stillMissing },
    polarity: 'down-is-better',
  }),
  define({
    id: 'M27',
    title: 'Missing episode rate',
    question: 'Is it more here, for the number of children who live here?',
    definition:
      'Missing episodes (M01) for every 10,000 children aged 0 to 17 who live there, for the half-year as it is (not doubled).',
    unit: 'rate10k',
    countingUnit: 'episodes',
    theme: 'missing',
    tag: 'ours',
    measure: { kind: 'rate', of: episodes, ages: '0-17', per: 10000 },
    notes: [
      'The range allows for the same child having several episodes; one child’s return can change the rate.',
    ],
  }),
  define({
    id: 'M28',
    title: 'Flagged episodes from care',
    question: 'Are flagged episodes from care or from home?',
    definition:
      'Missing episodes flagged for exploitation from foster, children’s or supported homes, as a share of flagged episodes whose place is known.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'missing',
    tag: 'ours',
    measure: {
      kind: 'share',
      of: narrowed(episodes, FLAGGED),
      known: [{ field: 'missing_from_type', present: true }],
      part: [FROM_CARE],
    },
    change: 'none',
  }),
];
