import type { Block, Chapter } from '../model.js';
import { sentence } from '../statements/sentence.js';
import { MARKS } from '../symbols.js';
import { blocksOf, type ChapterRecord, exhibitsOf } from './chapter.js';
import { termsIn } from './glossary.js';
import { hiddenTable } from './hiddenTable.js';
import { reconciliationTable } from './qualityTables.js';
import { comparisonTable } from './tables.js';
import { wordsOf } from './wordsOf.js';

const SYMBOLS: readonly { readonly term: string; readonly text: string }[] = [
  { term: '[c]', text: 'Confidential: the number is small, or would give a small one away.' },
  { term: '[u]', text: 'Too few for a reliable percentage, rate or average.' },
  { term: '[x]', text: 'Not available: not sent, or not recorded well enough.' },
  { term: '[z]', text: 'Not applicable.' },
  { term: '[w]', text: 'None recorded.' },
  { term: '0', text: 'None: a true zero.' },
];

const METHOD: readonly { readonly term: string; readonly text: string }[] = [
  {
    term: 'Counts and rates',
    text: 'Ranges are exact Poisson ranges below 10 and Byar’s from 10 up. Where one child can make many events (missing episodes), the range is widened for it.',
  },
  { term: 'Shares', text: 'Wilson’s range.' },
  {
    term: 'Changes',
    text: 'The same half-year of the year before. Children recorded in both half-years are compared with themselves; episodes by the exact period-swap test; offences by the mid-P test; shares by Newcombe’s range of the difference.',
  },
  {
    term: 'Places',
    text: 'Each district against the rest of the area, never against an average that contains it, with allowance for the number of places looked at (Benjamini and Hochberg).',
  },
  {
    term: 'Evidence',
    text: 'Strong: at least 100 in both half-years and under a tenth unknown. Limited: fewer than 30, over a fifth unknown, an extract late, or a change of recording within the year. Otherwise moderate.',
  },
  {
    term: 'Key findings',
    text: 'Chosen by rule: clearest changes first, core measures before others, one for each story; then places that differ and how missing episodes are spread; then core measures without clear change, until there are five.',
  },
  {
    term: 'Hidden numbers',
    text: 'Small counts and those that would give them away by subtraction are hidden before anything is drawn or written; every percentage, rate, range, sentence and picture is made from what is left.',
  },
];

/** Where what is not printed can be found. */
const ELSEWHERE: readonly { readonly term: string; readonly text: string }[] = [
  {
    term: 'Comparisons',
    text: 'Every comparison behind a sentence, with its counts, method, range and verdict, is in the file profile.json of this edition, under “statements”; a sentence in the page names its records.',
  },
  {
    term: 'Data-sharing basis',
    text: 'Each agency may state the lawful basis and the sharing agreement in the delivery note beside its extract. The notes stay with the extracts and are not printed; the agencies and their extracts are in the table of returns.',
  },
];

/** Names of the kinds of category and the categories that the figures of these chapters show. */
function codesIn(chapters: readonly Chapter[]): readonly { readonly term: string; readonly text: string }[] {
  const lists = new Map<string, Set<string>>();
  for (const exhibit of chapters.flatMap(exhibitsOf)) {
    if (exhibit.kind !== 'figure' || !['bars', 'grouped-bars'].includes(exhibit.chart.kind)) continue;
    const { columns, rows, tidy } = exhibit.table;
    const term = columns[0]?.title ?? '';
    if (!tidy.some(({ breakdown }) => breakdown !== 'total' && breakdown !== 'repeat')) continue;
    const labels = lists.get(term) ?? new Set<string>();
    lists.set(term, labels);
    for (const { cells } of rows) {
      const [cell] = cells;
      if (cell !== undefined && 'text' in cell) labels.add(cell.text);
    }
  }
  return [...lists]
    .map(([term, labels]) => ({ term, text: `${[...labels].join('; ')}.` }))
    .sort((x, y) => (x.term < y.term ? -1 : 1));
}

const SHORTHAND = [
  ...SYMBOLS,
  ...MARKS.map(({ mark, title, text }) => ({ term: `[${mark}] ${title}`, text })),
];

/** Annex: every indicator, terms, symbols, method and the account of rows. */
export const annex: ChapterRecord = {
  id: 'annex',
  title: 'Annex: all indicators, terms and method',
  audience: ['B', 'G', 'T', 'P'],
  build: (view, others = [], names = new Map()) => {
    const carried = view.catalogue.filter(({ id }) => view.published.carries(id));
    const definitions = carried.map(({ id, title, definition }) => ({
      term: `${id} ${title}`,
      text: definition,
    }));
    const terms = termsIn(
      `${wordsOf(others)} ${definitions.map(({ term, text }) => `${term} ${text}`).join(' ')}`,
    );
    const codes = codesIn(others);
    const indicators = view.catalogue.map(({ id }) => id);
    const blocks: (Block | null)[] = [
      comparisonTable(view, 'all-indicators', indicators, 'Every indicator of this edition'),
      { kind: 'heading', text: 'What the indicators count' },
      { kind: 'definitions', items: definitions },
      { kind: 'heading', text: 'Shorthand' },
      { kind: 'definitions', items: SHORTHAND },
      { kind: 'heading', text: 'Terms' },
      { kind: 'definitions', items: terms },
      ...(codes.length === 0
        ? []
        : [
            { kind: 'heading' as const, text: 'Categories used' },
            { kind: 'definitions' as const, items: codes },
          ]),
      { kind: 'heading', text: 'Method' },
      { kind: 'definitions', items: METHOD },
      hiddenTable(view, others, names),
      { kind: 'heading', text: 'What is kept elsewhere' },
      { kind: 'definitions', items: ELSEWHERE },
      reconciliationTable(view),
    ];
    return {
      id: annex.id,
      title: annex.title,
      lead: sentence('Every number in the profile can be worked out again from here.'),
      blocks: blocksOf(blocks),
    };
  },
};
