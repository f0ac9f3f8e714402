import { SYNTHETIC_NOTE, sourceLine } from '../html/context.js';
import { type Numbering, numberExhibits } from '../html/numbering.js';
import type { ReportDocument } from '../model.js';
import { cover } from './cover.js';
import type { BookRow, BookSheet, Workbook } from './model.js';
import { notesSheet } from './notes.js';
import { oneLine } from './plainText.js';
import { type Exhibit, lines, ONE_TABLE, tableSheet } from './tableSheet.js';

/** Lowest of the government's classifications: it needs no line on printed pages. */
const UNMARKED = 'OFFICIAL';

function markingText({ marking, handling }: ReportDocument): string {
  return [marking, handling].filter((text) => text !== '').join('. ');
}

function syntheticText(document: ReportDocument): string {
  return document.synthetic ? SYNTHETIC_NOTE : '';
}

/** Every table, and the table of every figure, in document order. */
function exhibitsOf(document: ReportDocument, numbering: Numbering): readonly Exhibit[] {
  const tables = new Map(numbering.tables.map((table) => [table.id, table]));
  const figures = new Map(numbering.figures.map((figure) => [figure.id, figure]));
  return [...numbering.byId.values()].flatMap(({ kind, number, id }): readonly Exhibit[] => {
    const figure = figures.get(id);
    const table = figure?.table ?? tables.get(id);
    if (table === undefined) return [];
    const source = sourceLine(figure?.source ?? table.source);
    return [
      {
        sheet: `${kind}_${number}`,
        number: `${kind} ${number}`,
        title: figure?.title.text ?? table.title,
        about: figure === undefined ? [table.subtitle] : [figure.subtitle, figure.reading?.text ?? ''],
        table: figure === undefined ? table : { ...table, id },
        standing: [markingText(document), source, syntheticText(document)],
      },
    ];
  });
}

function contentsSheet(standing: readonly string[], sheets: readonly BookSheet[]): BookSheet {
  return {
    name: 'Contents',
    lines: [{ role: 'title', text: 'Contents' }, ...lines([ONE_TABLE, ...standing])],
    table: {
      name: 'Contents_of_the_workbook',
      columns: [
        { title: 'Worksheet', align: 'left', width: 28 },
        { title: 'Title', align: 'left', width: 90 },
      ],
      rows: sheets.map(
        ({ name, lines: [first] }): BookRow => ({
          cells: [{ text: name, link: name }, { text: first?.text ?? name }],
          total: false,
        }),
      ),
    },
  };
}

/**
 * The tables of a document as a workbook, laid out by the Analysis Function's guide to spreadsheets: Cover, Contents,
 * Notes, then one table a sheet, named `Table_1`, `Figure_1` ... after their numbers in the report.
 *
 * @throws Error when two exhibits have one id, or a row does not fit its table's columns
 */
export function workbookOf(document: ReportDocument): Workbook {
  const standing = [markingText(document), syntheticText(document)];
  const tables = exhibitsOf(document, numberExhibits(document)).map(tableSheet);
  const notes = notesSheet(document, standing);
  return {
    title: oneLine(`${document.title}, ${document.periodText}: tables`),
    subject: oneLine(`${document.editionTitle}, ${document.periodText}`),
    creator: oneLine(document.partnership),
    printHeader: ['', UNMARKED].includes(document.marking) ? null : oneLine(document.marking),
    sheets: [
      cover(document, standing, tables.length),
      contentsSheet(standing, [notes, ...tables]),
      notes,
      ...tables,
    ],
  };
}
