import type { Block, Chapter, ReportDocument } from '../model.js';
import { SYMBOLS } from '../symbols.js';
import type { BookRow, BookSheet } from './model.js';
import { oneLine } from './plainText.js';
import { lines, ONE_TABLE } from './tableSheet.js';

interface Note {
  readonly about: string;
  readonly term: string;
  readonly text: string;
}

const SHORTHAND: readonly Note[] = SYMBOLS.map(({ symbol, title, text }) => ({
  about: 'Shorthand',
  term: `[${symbol}]`,
  text: `${title.charAt(0).toUpperCase()}${title.slice(1)}. ${text}`,
}));

const CELLS: readonly Note[] = [
  {
    about: 'Cells',
    term: 'Numbers',
    text: 'Shown with as many decimals as in the report; the cells hold more, for further work.',
  },
  { about: 'Cells', term: 'Percentages', text: 'Held as numbers from 0 to 100, not as fractions of one.' },
];

const SYMBOL = /^\[[a-z]+\]$/;

/** Definitions of one chapter, each under the last heading before it. The shorthand is explained once, from one list. */
function definitions(chapter: Chapter): readonly Note[] {
  let about = chapter.title;
  return chapter.blocks.flatMap((block: Block): readonly Note[] => {
    if (block.kind === 'heading') about = block.text;
    if (block.kind !== 'definitions') return [];
    return block.items
      .filter(({ term }) => !SYMBOL.test(term))
      .map(({ term, text }) => ({ about, term, text }));
  });
}

/**
 * Shorthand, then every term, indicator and method that the document defines.
 *
 * @param standing marking and note on synthetic data
 */
export function notesSheet(document: ReportDocument, standing: readonly string[]): BookSheet {
  const notes = [...SHORTHAND, ...CELLS, ...document.chapters.flatMap(definitions)];
  return {
    name: 'Notes',
    lines: [{ role: 'title', text: 'Notes: shorthand and method' }, ...lines([ONE_TABLE, ...standing])],
    table: {
      name: 'Notes_shorthand_and_method',
      columns: [
        { title: 'About', align: 'left', width: 28 },
        { title: 'Term', align: 'left', width: 36 },
        { title: 'Meaning', align: 'left', width: 90 },
      ],
      rows: notes.map(
        ({ about, term, text }): BookRow => ({
          cells: [about, term, text].map((cell) => ({ text: oneLine(cell) })),
          total: false,
        }),
      ),
    },
  };
}
