import type { Figure } from '../../disclosure/model.js';
import { shorthandText, tableFigures } from '../html/shorthand.js';
import type { Cell, Table, TableColumn } from '../model.js';
import { SYMBOLS } from '../symbols.js';
import type { BookCell, BookColumn, BookLine, BookSheet } from './model.js';
import { oneLine } from './plainText.js';

/** Said on every sheet but the cover (Analysis Function, "Releasing statistics in spreadsheets"). */
export const ONE_TABLE = 'This worksheet contains one table.';

const FIRST_WIDTH = 28;
const WIDTH = 16;
/** A spreadsheet takes no longer title for a table's column. */
const TITLE_LENGTH = 240;
const TABLE_NAME_LENGTH = 100;

/** What a table's sheet is made from: a table of the document, or a figure and the numbers behind it. */
export interface Exhibit {
  readonly sheet: string;
  /** "Table 3" or "Figure 2". */
  readonly number: string;
  readonly title: string;
  /** What a reader needs before the table: measure, unit and place; how to read it. */
  readonly about: readonly string[];
  readonly table: Omit<Table, 'kind'>;
  /** Marking, source and the note on synthetic data, as they stand below the shorthand. */
  readonly standing: readonly string[];
}

/** Lines without the empty ones: a blank row would end the sheet for a screen reader. */
export function lines(texts: readonly string[]): readonly BookLine[] {
  return texts
    .map(oneLine)
    .filter((text) => text !== '')
    .map((text) => ({ role: 'line', text }));
}

/** Titles told apart by a number in brackets, as a spreadsheet's table needs them. */
function columnTitles(columns: readonly TableColumn[]): readonly string[] {
  const taken = new Set<string>();
  return columns.map((column, index) => {
    const wanted = oneLine(column.title).slice(0, TITLE_LENGTH) || `Column ${index + 1}`;
    let title = wanted;
    for (let count = 2; taken.has(title.toLowerCase()); count++) title = `${wanted} (${count})`;
    taken.add(title.toLowerCase());
    return title;
  });
}

function bookCell(cell: Cell): BookCell {
  if (!('figure' in cell)) return { text: oneLine(cell.text) };
  if ('symbol' in cell.figure) return { text: `[${cell.figure.symbol}]` };
  return { number: cell.figure.number, format: cell.format };
}

/** Symbols in the cells, whether they stand for a figure or were written as text. */
function symbolsOf(table: Omit<Table, 'kind'>): readonly Figure[] {
  const texts = new Set(table.rows.flatMap((row) => row.cells.flatMap((c) => ('text' in c ? [c.text] : []))));
  const written = SYMBOLS.filter(({ symbol }) => texts.has(`[${symbol}]`));
  return [...tableFigures(table), ...written.map(({ symbol }) => ({ symbol }))];
}

function shorthandLine(table: Omit<Table, 'kind'>): string {
  const text = shorthandText(symbolsOf(table));
  return text === null ? '' : `Shorthand: ${text}`;
}

/**
 * The sheet of one table: title, what the sheet holds, shorthand, notes, marking and source above, then the table from
 * column A.
 *
 * @throws Error when a row has more or fewer cells than the table has columns: a value would stand under a wrong heading
 */
export function tableSheet(exhibit: Exhibit): BookSheet {
  const { table, sheet } = exhibit;
  const titles = columnTitles(table.columns);
  for (const row of table.rows) {
    if (row.cells.length !== titles.length)
      throw new Error(`a row of "${table.id}" has ${row.cells.length} cells for ${titles.length} columns`);
  }
  const columns = table.columns.map(
    (column, index): BookColumn => ({
      title: titles[index] ?? '',
      align: column.align,
      width: index === 0 ? FIRST_WIDTH : WIDTH,
    }),
  );
  return {
    name: sheet,
    lines: [
      { role: 'title', text: oneLine(`${exhibit.number}: ${exhibit.title}`) },
      ...lines([ONE_TABLE, ...exhibit.about, shorthandLine(table), ...table.notes, ...exhibit.standing]),
    ],
    table: {
      name: `${sheet}_${table.id.replace(/\W/g, '_')}`.slice(0, TABLE_NAME_LENGTH),
      columns,
      rows: table.rows.map((row) => ({ cells: row.cells.map(bookCell), total: row.total === true })),
    },
  };
}
