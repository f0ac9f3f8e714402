import type { IndicatorDraft } from './define.js';
import { define } from './define.js';
import type { Indicator } from './record.js';

type Draft = Omit<IndicatorDraft, 'measure'> & { readonly reason: string };

function without({ reason, ...draft }: Draft): Indicator {
  return define({ ...draft, measure: { kind: 'unavailable', reason }, change: 'none' });
}

/** Indicators that the field asks for and that no extract carries: shown as not available, with the reason, never as nought. */
export const unavailable: readonly Indicator[] = [
  without({
    id: 'M08',
    title: 'Looked-after children who went missing',
    question: 'How many children in care go missing?',
    definition:
      'Looked-after children with a missing episode in the half-year, as a share of all looked-after children.',
    unit: 'percent',
    countingUnit: 'children',
    theme: 'missing',
    tag: 'statutory',
    polarity: 'down-is-better',
    reason: 'Needs the number of looked-after children of the half-year, which no extract holds.',
  }),
  without({
    id: 'M26',
    title: 'Missing episodes for each bed in children’s homes',
    question: 'Is it more than the number of places explains?',
    definition: 'Missing episodes from children’s homes divided by their registered beds.',
    unit: 'ratio',
    countingUnit: 'episodes',
    theme: 'missing',
    tag: 'ours',
    polarity: 'down-is-better',
    reason: 'Needs the number of registered beds, which no extract holds.',
  }),
  without({
    id: 'L03',
    title: 'Places with more than one offence',
    question: 'Does harm come back to the same places?',
    definition: 'Places with at least two offences or reports within six months, as a share of places.',
    unit: 'percent',
    countingUnit: 'events',
    theme: 'locations',
    tag: 'common',
    polarity: 'down-is-better',
    reason: 'Needs a name for each place; extracts hold kinds of place only, so that no address is kept.',
  }),
  without({
    id: 'T03',
    title: 'Schools reached',
    question: 'Did prevention reach every school?',
    definition: 'Schools with at least one awareness session in the half-year, as a share of all schools.',
    unit: 'percent',
    countingUnit: 'events',
    theme: 'prevention',
    tag: 'common',
    polarity: 'up-is-better',
    reason: 'Needs the number of schools in each district, which no extract holds.',
  }),
  without({
    id: 'X03',
    title: 'Children on no agency’s list',
    question: 'How many children does nobody know of?',
    definition: 'Children who would be on no list, estimated from how two lists overlap (Chapman).',
    unit: 'count',
    countingUnit: 'children',
    theme: 'overlap',
    tag: 'ours',
    reason: 'Off: an estimate of unknown children rests on lists that do not feed each other, and these do.',
  }),
];
