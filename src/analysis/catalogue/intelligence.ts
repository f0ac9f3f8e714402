import { byCode, codesOf } from './breakdowns.js';
import { define, narrowed } from './define.js';
import type { Filter, Indicator } from './record.js';
import { logs } from './tallies.js';

const EVALUATED: Filter = { field: 'evaluated_at', present: true };

/** What partners tell the police. */
export const intelligence: readonly Indicator[] = [
  define({
    id: 'I01',
    title: 'Intelligence submissions',
    question: 'Who tells the police what they see?',
    definition:
      'Intelligence logs about exploitation submitted in the half-year, by the district they concern.',
    unit: 'count',
    countingUnit: 'logs',
    theme: 'intelligence',
    tag: 'common',
    measure: { kind: 'count', of: logs },
    breakdowns: [
      byCode('agency', 'submitting_agency', 'organisation-type'),
      { ...byCode('type', 'themes', 'intelligence-themes'), several: true },
    ],
    change: 'mid-p',
  }),
  define({
    id: 'I02',
    title: 'Submissions from partners',
    question: 'Do agencies other than the police tell what they see?',
    definition:
      'Intelligence logs submitted by an agency other than the police, as a share of those whose agency is known.',
    unit: 'percent',
    countingUnit: 'logs',
    theme: 'intelligence',
    tag: 'common',
    measure: {
      kind: 'share',
      of: logs,
      known: [{ field: 'submitting_agency', present: true }],
      part: [{ field: 'submitting_agency', notIn: ['POL'] }],
    },
    polarity: 'up-is-better',
  }),
  define({
    id: 'I03',
    title: 'Submissions acted on',
    question: 'Is it useful?',
    definition:
      'Evaluated logs that were acted on or developed, as a share of evaluated logs with a disposition.',
    unit: 'percent',
    countingUnit: 'logs',
    theme: 'intelligence',
    tag: 'ours',
    measure: {
      kind: 'share',
      of: narrowed(logs, EVALUATED),
      known: [{ field: 'disposition', present: true }],
      part: [{ field: 'disposition', in: ['ACTIONED', 'DEVELOPED'] }],
    },
    polarity: 'up-is-better',
  }),
  define({
    id: 'I04',
    title: 'Submissions of high grade',
    question: 'How reliable is it?',
    definition: 'Logs graded 1A, 1B or 2B under the 3x5x2 scheme, as a share of logs graded under it.',
    unit: 'percent',
    countingUnit: 'logs',
    theme: 'intelligence',
    tag: 'ours',
    measure: {
      kind: 'share',
      of: narrowed(logs, {
        field: 'grading_scheme',
        in: codesOf('grading-scheme')
          .map(({ code }) => code)
          .filter((code) => code.startsWith('3')),
      }),
      known: [
        { field: 'source_eval', present: true },
        { field: 'info_eval', present: true },
      ],
      part: [
        {
          any: [
            {
              all: [
                { field: 'source_eval', in: ['1'] },
                { field: 'info_eval', in: ['A', 'B'] },
              ],
            },
            {
              all: [
                { field: 'source_eval', in: ['2'] },
                { field: 'info_eval', in: ['B'] },
              ],
            },
          ],
        },
      ],
    },
    notes: ['Logs of the older 5x5x5 scheme are left out: the grades do not correspond.'],
  }),
  define({
    id: 'I05',
    title: 'Days from submission to evaluation',
    question: 'How quickly is it looked at?',
    definition:
      'Median days from submission to evaluation, over logs submitted in the half-year and evaluated.',
    unit: 'days',
    countingUnit: 'logs',
    theme: 'intelligence',
    tag: 'ours',
    measure: { kind: 'median', of: logs, value: { days: ['submitted_at', 'evaluated_at'] } },
    polarity: 'down-is-better',
  }),
];
