import { read, utils, type WorkBook } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { numberExhibits } from '../../../src/report/html/numbering.js';
import type { Cell, ReportDocument } from '../../../src/report/model.js';
import { formatFigure, type NumberFormat } from '../../../src/report/numbers.js';
import { headRow } from '../../../src/report/workbook/model.js';
import { writeOds } from '../../../src/report/workbook/ods/writeOds.js';
import { workbookOf } from '../../../src/report/workbook/workbookOf.js';
import { writeXlsx } from '../../../src/report/workbook/xlsx/writeXlsx.js';
import { shown } from '../figures.js';
import { sampleDocument } from '../sampleDocument.js';
import { AWKWARD, awkwardDocument, MENDED } from './awkwardDocument.js';

const WRITERS = { ods: writeOds, xlsx: writeXlsx } as const;

function readBack(document: ReportDocument, kind: 'ods' | 'xlsx'): WorkBook {
  return read(WRITERS[kind](workbookOf(document)), { type: 'buffer', cellFormula: true, cellNF: true });
}

/** All rows of a sheet as they were written; null would be a cell that is not there. */
function rowsOf(book: WorkBook, sheet: string): unknown[][] {
  return utils.sheet_to_json(book.Sheets[sheet] ?? {}, { header: 1, raw: true, defval: null });
}

/** What must stand in a cell: the figure's number to four decimals, its symbol, or the text. */
function expected(cell: Cell): unknown {
  if (!('figure' in cell)) return cell.text;
  return 'symbol' in cell.figure ? `[${cell.figure.symbol}]` : expect.closeTo(cell.figure.number, 4);
}

describe.each(['ods', 'xlsx'] as const)('%s, read by an independent reader', (kind) => {
  const book = readBack(sampleDocument, kind);
  const model = workbookOf(sampleDocument);
  const numbering = numberExhibits(sampleDocument);

  it('has the sheets in order', () => {
    expect(book.SheetNames).toEqual(model.sheets.map((sheet) => sheet.name));
  });

  it('holds every value of every table and figure of the document, symbols as text', () => {
    const exhibits = [
      ...numbering.tables.map((table, index) => [`Table_${index + 1}`, table] as const),
      ...numbering.figures.map((figure, index) => [`Figure_${index + 1}`, figure.table] as const),
    ];
    expect(exhibits).toHaveLength(18);
    for (const [name, table] of exhibits) {
      const sheet = model.sheets.find((one) => one.name === name);
      const rows = rowsOf(book, name);
      const head = sheet === undefined ? 0 : headRow(sheet);
      expect(rows[head - 1], name).toEqual(table.columns.map((column) => column.title));
      expect(rows.slice(head), name).toEqual(table.rows.map((row) => row.cells.map(expected)));
      expect(rows.slice(0, head - 1).map(([first]) => first)).toEqual(sheet?.lines.map((line) => line.text));
    }
  });

  it('holds the texts of cover, contents and notes', () => {
    expect(rowsOf(book, 'Cover')[0]?.[0]).toBe(
      'Child sexual exploitation problem profile, April to September 2018: tables',
    );
    expect(rowsOf(book, 'Contents').map(([name]) => name)).toContain('Figure_16');
    expect(rowsOf(book, 'Notes').map(([, term]) => term)).toContain('[c]');
  });

  it('gives back awkward texts letter by letter, and runs none of them', () => {
    const back = readBack(awkwardDocument, kind);
    const column = rowsOf(back, 'Table_3').map(([first]) => first);
    for (const text of [...AWKWARD, MENDED]) {
      // The reader undoes the escapes of Office Open XML in OpenDocument too, where there are none.
      expect(column).toContain(kind === 'ods' ? text.replace('_x000D_', '\r') : text);
    }
    for (const sheet of Object.values(back.Sheets)) {
      for (const [address, cell] of Object.entries(sheet)) {
        if (address.startsWith('!')) continue;
        expect(cell.f).toBeUndefined();
        expect(['s', 'n']).toContain(cell.t);
      }
    }
  });

  it('shows numbers as the page does, whatever the value', () => {
    const back = readBack(awkwardDocument, kind);
    const sheet = workbookOf(awkwardDocument).sheets.find((one) => one.name === 'Table_3');
    const first = (sheet === undefined ? 0 : headRow(sheet)) + AWKWARD.length + 2;
    const formats: NumberFormat[] = ['count', 'percent', 'rate', 'ratio', 'days', 'hours', 'years'];
    for (const [index, format] of formats.entries()) {
      for (const [column, value] of [
        ['B', 50],
        ['C', 0],
        ['D', 12.24996],
      ] as const) {
        const cell = back.Sheets['Table_3']?.[`${column}${first + index}`];
        expect(cell?.w, `${format} ${value}`).toBe(formatFigure(shown(value), format));
      }
    }
  });
});
