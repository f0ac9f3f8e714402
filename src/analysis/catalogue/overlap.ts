import { define } from './define.js';
import type { Indicator } from './record.js';

/** What agencies know together and what each knows alone. */
export const overlap: readonly Indicator[] = [
  define({
    id: 'X01',
    title: 'Children known to two agencies',
    question: 'Do agencies know the same children?',
    definition:
      'Children with a record from both agencies of a pair in the twelve months to the end of the half-year, as a share of the children of the first.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'overlap',
    tag: 'ours',
    measure: { kind: 'computed', by: 'overlap', from: [] },
    breakdowns: [{ id: 'agency-pair' }],
    notes: ['Linked by pseudonym: links that were not found make the overlap look smaller.'],
  }),
  define({
    id: 'X02',
    title: 'Children known to three agencies without an open case',
    question: 'Who is known to many and worked with by none?',
    definition:
      'Children with records from at least three agencies in the twelve months to the end of the half-year and no open case about exploitation then, as a share of all known to three.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'overlap',
    tag: 'ours',
    measure: { kind: 'computed', by: 'widely-known', from: [] },
    polarity: 'down-is-better',
  }),
  define({
    id: 'X04',
    title: 'Children by the agencies that know them',
    question: 'Who knows whom?',
    definition:
      'Children with any record in the twelve months to the end of the half-year, by exactly which agencies hold one.',
    unit: 'count',
    countingUnit: 'children',
    theme: 'overlap',
    tag: 'ours',
    measure: { kind: 'computed', by: 'patterns', from: [] },
    breakdowns: [{ id: 'agency' }],
    notes: ['Category: agencies’ ids joined by “+”, in alphabetical order.'],
  }),
];
