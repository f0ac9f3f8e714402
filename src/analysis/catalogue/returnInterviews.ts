import { byCode } from './breakdowns.js';
import { define, narrowed } from './define.js';
import type { Filter, Indicator } from './record.js';
import { returns } from './tallies.js';

const OFFERED: Filter = { field: 'interview_offered', in: ['Y'] };
const COMPLETED: Filter = { field: 'interview_completed_at', present: true };

/** Exactly 72 hours still counts (statutory guidance); clock changes are honoured. */
const IN_TIME: Filter = { minutes: ['interview_from', 'interview_completed_at'], atMost: 72 * 60 };

const ELIGIBLE =
  'Eligible are episodes recorded as missing (not absent) whose child was found in the half-year and was under 18 when last seen.';
const LINKED =
  'An interview that covers several episodes is timed from the last return and credits all of them.';

const OUT_OF_AREA = {
  id: 'type',
  field: 'interview_out_of_area',
  categories: [
    { code: 'N', label: 'Child of this area' },
    { code: 'Y', label: 'Child of another authority' },
  ],
} as const;

/** What children tell when they come back, and whether anybody asks. */
export const returnInterviews: readonly Indicator[] = [
  define({
    id: 'M16',
    title: 'Return home interview offered',
    question: 'Is every child who comes back asked?',
    definition: 'Eligible returns with an interview offered, as a share of all eligible returns.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'return-interviews',
    tag: 'statutory',
    measure: { kind: 'share', of: returns, part: [OFFERED] },
    breakdowns: [OUT_OF_AREA],
    polarity: 'up-is-better',
    notes: [ELIGIBLE, 'A return without any interview record counts as not offered.'],
  }),
  define({
    id: 'M17',
    title: 'Offered interviews completed',
    question: 'Do children take up the offer?',
    definition: 'Eligible returns with a completed interview, as a share of those where one was offered.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'return-interviews',
    tag: 'statutory',
    measure: { kind: 'share', of: narrowed(returns, OFFERED), part: [COMPLETED] },
    breakdowns: [byCode('agency', 'interview_provider_type', 'interview-provider')],
    polarity: 'up-is-better',
    notes: [ELIGIBLE, LINKED],
  }),
  define({
    id: 'M18',
    title: 'Returns followed by an interview',
    question: 'How often do we hear what happened?',
    definition: 'Eligible returns with a completed interview, as a share of all eligible returns.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'return-interviews',
    tag: 'statutory',
    measure: { kind: 'share', of: returns, part: [COMPLETED] },
    polarity: 'up-is-better',
    notes: [ELIGIBLE, LINKED],
  }),
  define({
    id: 'M19',
    title: 'Interviews within 72 hours',
    question: 'Is the child heard in time?',
    definition:
      'Completed interviews held no later than 72 hours after the return, as a share of all completed; counted by episode.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'return-interviews',
    tag: 'statutory',
    measure: { kind: 'share', of: narrowed(returns, COMPLETED), part: [IN_TIME] },
    ceiling: 'P',
    polarity: 'up-is-better',
    notes: [ELIGIBLE, LINKED],
  }),
  define({
    id: 'M20',
    title: 'Returns with an interview within 72 hours',
    question: 'Of all children who come back, how many are heard in time?',
    definition:
      'Eligible returns with an interview held no later than 72 hours after, as a share of all eligible returns.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'return-interviews',
    tag: 'ours',
    measure: { kind: 'share', of: returns, part: [COMPLETED, IN_TIME] },
    ceiling: 'P',
    polarity: 'up-is-better',
    notes: [ELIGIBLE, LINKED],
  }),
  define({
    id: 'M21',
    title: 'Why no interview was offered',
    question: 'What stands in the way?',
    definition:
      'Eligible returns whose record says that no interview was offered, by reason, as a share of those with a reason.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'return-interviews',
    tag: 'ours',
    measure: {
      kind: 'profile',
      of: narrowed(returns, { field: 'interview_offered', in: ['N', 'NA'] }),
      by: 'reason',
    },
    breakdowns: [byCode('reason', 'interview_not_offered_reason', 'interview-not-offered')],
  }),
  define({
    id: 'M22',
    title: 'Exploitation disclosed at the interview',
    question: 'What do children tell?',
    definition:
      'Completed interviews in which exploitation was disclosed, as a share of those where the answer is yes or no; counted by episode.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'return-interviews',
    tag: 'ours',
    tellsOfEach: true,
    measure: {
      kind: 'share',
      of: narrowed(returns, COMPLETED),
      known: [{ field: 'interview_cse_disclosed', in: ['Y', 'N'] }],
      part: [{ field: 'interview_cse_disclosed', in: ['Y'] }],
    },
  }),
  define({
    id: 'M23',
    title: 'Interviews that led to intelligence',
    question: 'Does what children tell reach the police?',
    definition:
      'Completed interviews after which intelligence was submitted, as a share of those where it is recorded; counted by episode.',
    unit: 'percent',
    countingUnit: 'episodes',
    theme: 'return-interviews',
    tag: 'ours',
    measure: {
      kind: 'share',
      of: narrowed(returns, COMPLETED),
      known: [{ field: 'interview_intel_submitted', in: ['Y', 'N'] }],
      part: [{ field: 'interview_intel_submitted', in: ['Y'] }],
    },
    polarity: 'up-is-better',
  }),
];
