import { columnLetters, tableCorners } from '../address.js';
import { cellStyle, headStyle, lineStyle } from '../cellStyles.js';
import { type BookCell, type BookSheet, type BookTable, headRow, PAGE_WIDTH } from '../model.js';
import { escapeXml } from '../plainText.js';
import { storedNumber } from '../storedNumber.js';
import { MAIN, OFFICE, XML } from './namespaces.js';
import { styleIndex } from './styles.js';

/** Text that would be read as an escaped character (`_x000D_`) is escaped itself (ECMA-376 part 1, 22.9.2.19). */
export function xlsxText(text: string): string {
  return escapeXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

function textCell(address: string, style: string, text: string): string {
  return `<c r="${address}" s="${styleIndex(style)}" t="inlineStr"><is><t xml:space="preserve">${xlsxText(text)}</t></is></c>`;
}

function cellXml(address: string, style: string, cell: BookCell): string {
  return 'text' in cell
    ? textCell(address, style, cell.text)
    : `<c r="${address}" s="${styleIndex(style)}"><v>${storedNumber(cell.number, cell.format)}</v></c>`;
}

function rowXml(row: number, cells: readonly string[]): string {
  return `<row r="${row}">${cells.join('')}</row>`;
}

function tableRows(table: BookTable, head: number): readonly string[] {
  const heads = table.columns.map((column, index) =>
    textCell(`${columnLetters(index)}${head}`, headStyle(column), column.title),
  );
  const rows = table.rows.map((row, index) => {
    const number = head + 1 + index;
    const cells = row.cells.map((cell, place) =>
      cellXml(`${columnLetters(place)}${number}`, cellStyle(cell, row, table.columns[place]), cell),
    );
    return rowXml(number, cells);
  });
  return [rowXml(head, heads), ...rows];
}

function linksXml(table: BookTable, head: number): string {
  const links = table.rows.flatMap((row, index) =>
    row.cells.flatMap((cell, place) =>
      'link' in cell && cell.link !== undefined
        ? [`<hyperlink ref="${columnLetters(place)}${head + 1 + index}" location="${cell.link}!A1"/>`]
        : [],
    ),
  );
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}

/** Text of a printed page's header: an ampersand starts a code there, so it is doubled. */
function headerXml(text: string | null): string {
  if (text === null) return '';
  return `<headerFooter><oddHeader>&amp;C${escapeXml(text.replaceAll('&', '&&'))}</oddHeader></headerFooter>`;
}

/**
 * The part of one worksheet. Text stands in the cells themselves and is never a formula, whatever it begins with.
 *
 * @param first whether the workbook opens on this sheet
 */
export function sheetXml(sheet: BookSheet, first: boolean, printHeader: string | null): string {
  const { table } = sheet;
  const head = headRow(sheet);
  const widths = table === null ? [PAGE_WIDTH] : table.columns.map(({ width }) => width);
  const columns = widths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const above = sheet.lines.map((line, index) =>
    rowXml(index + 1, [textCell(`A${index + 1}`, lineStyle(line), line.text)]),
  );
  const rows = table === null ? above : [...above, ...tableRows(table, head)];
  const end = table === null ? `A${above.length}` : tableCorners(sheet, table)[1];
  return `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${end}"/><sheetViews><sheetView${first ? ' tabSelected="1"' : ''} workbookViewId="0"><selection activeCell="A1" sqref="A1"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15.75"/><cols>${columns.join('')}</cols><sheetData>${rows.join('')}</sheetData>${table === null ? '' : linksXml(table, head)}<pageMargins left="0.6" right="0.6" top="0.75" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>${headerXml(printHeader)}${table === null ? '' : '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'}</worksheet>`;
}
