import { describe, expect, it } from 'vitest';
import type { FigureBlock, ReportDocument, Table } from '../../../src/report/model.js';
import type { BookSheet } from '../../../src/report/workbook/model.js';
import { workbookOf } from '../../../src/report/workbook/workbookOf.js';
import { sampleDocument } from '../sampleDocument.js';
import { AWKWARD, awkwardDocument, awkwardTable, MENDED } from './awkwardDocument.js';

const book = workbookOf(sampleDocument);
const awkward = workbookOf(awkwardDocument);

function sheetOf(sheets: readonly BookSheet[], name: string): BookSheet {
  const found = sheets.find((sheet) => sheet.name === name);
  if (found === undefined) throw new Error(`no sheet ${name}`);
  return found;
}

function texts(sheet: BookSheet): readonly string[] {
  return sheet.lines.map((line) => line.text);
}

describe('workbookOf', () => {
  it('has cover, contents and notes, then a sheet for every table and figure in document order', () => {
    const names = book.sheets.map((sheet) => sheet.name);
    expect(names.slice(0, 8)).toEqual([
      'Cover',
      'Contents',
      'Notes',
      'Figure_1',
      'Figure_2',
      'Figure_3',
      'Figure_4',
      'Table_1',
    ]);
    expect(names).toHaveLength(3 + 16 + 2);
    expect(names.filter((name) => name.startsWith('Table_'))).toEqual(['Table_1', 'Table_2']);
  });

  it('gives sheets and tables names that are unique and that a spreadsheet takes', () => {
    const tables = awkward.sheets.flatMap(({ table }) => (table === null ? [] : [table.name]));
    for (const names of [awkward.sheets.map((sheet) => sheet.name), tables]) {
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of names) expect(name).toMatch(/^[A-Z][A-Za-z0-9_]*$/);
    }
    for (const { name } of awkward.sheets) expect(name.length).toBeLessThanOrEqual(31);
    // A name that could be a cell, such as T1 or RC, would be refused.
    for (const name of tables) expect(name).toMatch(/_.*[a-z]/);
    expect(sheetOf(awkward.sheets, 'Table_3').table?.name).toBe('Table_3_awkward_table');
  });

  it('says above a table what it is, in the order of the guide, and nothing below', () => {
    expect(texts(sheetOf(book.sheets, 'Table_1'))).toEqual([
      'Table 1: Children recorded by district, April to September 2018',
      'This worksheet contains one table.',
      'Children counted once in each district, rate per 10,000 children aged 10 to 17',
      'Shorthand: [c] hidden to protect children (a small number, or one that would give a small number away); [z] not applicable.',
      'A child who moved is counted once in each district.',
      'OFFICIAL-SENSITIVE. Board members only. Do not forward.',
      'Source: Lancashire Constabulary and the three councils, referrals and missing episodes, April to September 2018.',
      'Synthetic data: invented, about no real child, place or agency.',
    ]);
    expect(texts(sheetOf(book.sheets, 'Figure_1')).slice(0, 4)).toEqual([
      'Figure 1: The recorded rate is higher than in any half-year since 2014',
      'This worksheet contains one table.',
      'Children with a recorded concern per 10,000 aged 10 to 17, by district of home, April to September 2018.',
      'A higher rate can mean more harm, better recording, or both.',
    ]);
  });

  it('marks every sheet, and calls invented data invented on every sheet', () => {
    for (const sheet of book.sheets) {
      expect(texts(sheet)).toContain('OFFICIAL-SENSITIVE. Board members only. Do not forward.');
      expect(texts(sheet)).toContain('Synthetic data: invented, about no real child, place or agency.');
      expect(sheet.lines[0]?.role).toBe('title');
      expect(sheet.lines.slice(1).some((line) => line.role === 'title')).toBe(false);
    }
    const real: ReportDocument = { ...sampleDocument, synthetic: false };
    expect(JSON.stringify(workbookOf(real))).not.toMatch(/synthetic|invented/i);
  });

  it('prints the marking above pages of marked editions only', () => {
    expect(book.printHeader).toBe('OFFICIAL-SENSITIVE');
    expect(workbookOf({ ...sampleDocument, marking: 'OFFICIAL' }).printHeader).toBeNull();
    const unmarked = workbookOf({ ...sampleDocument, marking: '', handling: '' });
    expect(unmarked.printHeader).toBeNull();
    for (const sheet of unmarked.sheets) expect(texts(sheet)).not.toContain('');
  });

  it('has no blank row, no line break, and rows as wide as their table', () => {
    for (const sheet of awkward.sheets) {
      for (const text of texts(sheet)) expect(text).toMatch(/\S/);
      for (const row of sheet.table?.rows ?? [])
        expect(row.cells).toHaveLength(sheet.table?.columns.length ?? 0);
    }
    expect(JSON.stringify(awkward)).not.toMatch(/\\[ntrbfu]/);
  });

  it('tells column titles apart and keeps texts as they are, but for what cannot be written', () => {
    const { table } = sheetOf(awkward.sheets, 'Table_3');
    expect(table?.columns.map((column) => column.title)).toEqual([
      'Text',
      'Value & <unit>',
      'value & <unit> (2)',
      'Column 4',
    ]);
    expect(table?.columns.map((column) => column.width)).toEqual([28, 16, 16, 16]);
    const first = table?.rows.map(({ cells: [cell] }) =>
      cell !== undefined && 'text' in cell ? cell.text : null,
    );
    expect(first?.slice(0, 9)).toEqual([...AWKWARD, MENDED]);
  });

  it('explains symbols that stand in a table as text too', () => {
    expect(texts(sheetOf(awkward.sheets, 'Table_3'))).toContain(
      'Shorthand: [c] hidden to protect children (a small number, or one that would give a small number away); [u] too few for a reliable figure.',
    );
    expect(texts(sheetOf(awkward.sheets, 'Table_3'))).toContain('Source: the agencies <all>.');
  });

  it('lists the sheets with links that lead somewhere', () => {
    const names = book.sheets.map((sheet) => sheet.name);
    const links = sheetOf(book.sheets, 'Contents').table?.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => ('link' in cell ? [cell.link] : [])),
    );
    expect(links).toEqual(names.slice(2));
  });

  it('explains shorthand once, and every term and method of the document under its heading', () => {
    const rows = sheetOf(awkward.sheets, 'Notes').table?.rows.map(({ cells }) =>
      cells.map((cell) => ('text' in cell ? cell.text : '')),
    );
    expect(rows?.filter(([, term]) => term === '[c]')).toHaveLength(1);
    expect(rows?.map(([about]) => about)).toContain('Method and definitions');
    expect(rows).toContainEqual(['Terms & such', '=term', MENDED]);
  });

  it('refuses a table whose rows do not fit its columns', () => {
    const broken: Table = { ...awkwardTable, id: 'broken', columns: awkwardTable.columns.slice(1) };
    const document: ReportDocument = {
      ...sampleDocument,
      chapters: [{ id: 'one', title: 'One', lead: null, blocks: [broken] }],
    };
    expect(() => workbookOf(document)).toThrow('a row of "broken" has 4 cells for 3 columns');
  });

  it('takes the figure’s own words where its table has others', () => {
    const [figure] = sampleDocument.chapters
      .flatMap((chapter) => chapter.blocks)
      .filter((block): block is FigureBlock => block.kind === 'figure');
    expect(sheetOf(book.sheets, 'Figure_1').table?.name).toBe(`Figure_1_${figure?.id}`);
  });
});
