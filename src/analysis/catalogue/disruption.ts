import { byCode } from './breakdowns.js';
import { define, narrowed } from './define.js';
import type { Filter, Indicator } from './record.js';
import { disruptions, suspects } from './tallies.js';

const WARNING_NOTICE: Filter = { field: 'type', in: ['CAWN'] };
const ORDERS: Filter = { field: 'type', in: ['SRO', 'SHPO', 'STPO', 'STRO', 'CLOSURE'] };
const PREMISES: Filter = { field: 'type', in: ['CLOSURE', 'HOTEL_INFO', 'LICENSING', 'TENANCY'] };

/** What else was done to the people and places that exploit children. */
export const disruption: readonly Indicator[] = [
  define({
    id: 'D00',
    title: 'Disruption actions',
    question: 'What is done besides prosecution?',
    definition: 'Disruption actions issued in the half-year, of every kind, by district.',
    unit: 'count',
    countingUnit: 'actions',
    theme: 'disruption',
    tag: 'ours',
    measure: { kind: 'count', of: disruptions },
    breakdowns: [byCode('type', 'type', 'disruption-type'), byCode('status', 'four_p', 'four-p')],
    change: 'mid-p',
  }),
  define({
    id: 'D01',
    title: 'Child abduction warning notices',
    question: 'Are adults warned off?',
    definition: 'Child abduction warning notices issued in the half-year.',
    unit: 'count',
    countingUnit: 'actions',
    theme: 'disruption',
    tag: 'common',
    measure: { kind: 'count', of: narrowed(disruptions, WARNING_NOTICE) },
    change: 'mid-p',
  }),
  define({
    id: 'D02',
    title: 'Disruption actions for each suspect',
    question: 'Does action keep up with those we know of?',
    definition: 'Disruption actions issued in the half-year divided by people named as suspects (P01).',
    unit: 'ratio',
    countingUnit: 'actions',
    theme: 'disruption',
    tag: 'ours',
    measure: { kind: 'ratio', numerator: disruptions, denominator: suspects },
    polarity: 'up-is-better',
  }),
  define({
    id: 'D03',
    title: 'Warning notices breached',
    question: 'Do warnings hold?',
    definition:
      'Child abduction warning notices issued in the half-year that were breached, as a share of those where it is recorded.',
    unit: 'percent',
    countingUnit: 'actions',
    theme: 'disruption',
    tag: 'ours',
    measure: {
      kind: 'share',
      of: narrowed(disruptions, WARNING_NOTICE),
      known: [{ field: 'breached', in: ['Y', 'N'] }],
      part: [{ field: 'breached', in: ['Y'] }],
    },
  }),
  define({
    id: 'D04',
    title: 'Orders obtained',
    question: 'Are courts asked to protect children?',
    definition:
      'Sexual risk, sexual harm prevention, slavery and trafficking, and closure orders issued in the half-year.',
    unit: 'count',
    countingUnit: 'actions',
    theme: 'disruption',
    tag: 'common',
    measure: { kind: 'count', of: narrowed(disruptions, ORDERS) },
    breakdowns: [byCode('type', 'type', 'disruption-type')],
    polarity: 'up-is-better',
    change: 'mid-p',
  }),
  define({
    id: 'D05',
    title: 'Effect of disruption',
    question: 'Does it work?',
    definition:
      'Disruption actions issued in the half-year by assessed effect, as a share of those assessed.',
    unit: 'percent',
    countingUnit: 'actions',
    theme: 'disruption',
    tag: 'ours',
    measure: {
      kind: 'profile',
      of: narrowed(disruptions, { field: 'effect', present: true }),
      by: 'effect',
    },
    breakdowns: [byCode('effect', 'effect', 'disruption-effect')],
    notes: ['Mostly judged by those who took the action; no national definition exists.'],
  }),
  define({
    id: 'D06',
    title: 'Actions on premises and licences',
    question: 'Are places dealt with?',
    definition:
      'Closures, hotel information requests, licensing reviews and tenancy actions in the half-year.',
    unit: 'count',
    countingUnit: 'actions',
    theme: 'disruption',
    tag: 'common',
    measure: { kind: 'count', of: narrowed(disruptions, PREMISES) },
    polarity: 'up-is-better',
    change: 'mid-p',
  }),
];
