import { byCode } from './breakdowns.js';
import { define } from './define.js';
import type { Filter, Indicator, Tally } from './record.js';

const training: Tally = {
  extract: 'training',
  count: { sum: 'completed_n' },
  where: [],
  period: { by: 'date' },
  area: { district: 'district' },
};

const events: Tally = {
  extract: 'engagement',
  count: 'rows',
  where: [],
  period: { by: 'date' },
  area: { district: 'district' },
};

const due: Tally = {
  extract: 'actions',
  count: { distinct: 'action_id' },
  where: [],
  period: { by: 'due_at' },
  area: { board: 'owner_board' },
};

const COMPLETED: Filter = { field: 'completed_at', present: true };

/** Prevention, and whether what was promised is done. */
export const prevention: readonly Indicator[] = [
  define({
    id: 'T05',
    title: 'Training completions',
    question: 'Does training reach people?',
    definition:
      'Course completions reported for the half-year, added up over courses; one person may complete several.',
    unit: 'count',
    countingUnit: 'people',
    theme: 'prevention',
    tag: 'ours',
    measure: { kind: 'count', of: training },
    breakdowns: [byCode('type', 'level', 'training-level'), byCode('agency', 'agency', 'organisation-type')],
    polarity: 'up-is-better',
    notes: ['Not a share of the workforce: workforces are reported by course and would be counted twice.'],
  }),
  define({
    id: 'T06',
    title: 'Awareness and engagement events',
    question: 'Did prevention reach the right places?',
    definition: 'Awareness and engagement events held in the half-year, by district.',
    unit: 'count',
    countingUnit: 'events',
    theme: 'prevention',
    tag: 'ours',
    measure: { kind: 'count', of: events },
    breakdowns: [byCode('type', 'type', 'engagement-type')],
    polarity: 'up-is-better',
    change: 'mid-p',
  }),
  define({
    id: 'A01',
    title: 'Actions completed on time',
    question: 'Is what was promised done?',
    definition:
      'Actions of the action plan due in the half-year and completed by the due date, as a share of all due.',
    unit: 'percent',
    countingUnit: 'actions',
    theme: 'actions',
    tag: 'common',
    measure: { kind: 'share', of: due, part: [{ days: ['completed_at', 'due_at'], atMost: 36500 }] },
    breakdowns: [byCode('type', 'priority', 'strategy-priority')],
    polarity: 'up-is-better',
  }),
  define({
    id: 'A02',
    title: 'Recommendations of earlier profiles carried out',
    question: 'Did the last profile change anything?',
    definition:
      'Actions due in the half-year that answer a recommendation of an earlier profile and are complete, as a share of all of them.',
    unit: 'percent',
    countingUnit: 'actions',
    theme: 'actions',
    tag: 'ours',
    measure: {
      kind: 'share',
      of: { ...due, where: [{ field: 'profile_rec_ref', present: true }] },
      part: [COMPLETED],
    },
    polarity: 'up-is-better',
  }),
  define({
    id: 'A03',
    title: 'Actions, by state',
    question: 'Where does the plan stand?',
    definition: 'Actions of the action plan due in the half-year by state, as a share of all with a state.',
    unit: 'percent',
    countingUnit: 'actions',
    theme: 'actions',
    tag: 'ours',
    measure: { kind: 'profile', of: due, by: 'status' },
    breakdowns: [byCode('status', 'status', 'action-status')],
  }),
];
