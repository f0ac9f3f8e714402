import { formatNumber } from '../../numbers.js';
import { tableCorners } from '../address.js';
import { cellStyle, headStyle, lineStyle } from '../cellStyles.js';
import { type BookCell, type BookSheet, type BookTable, PAGE_WIDTH } from '../model.js';
import { escapeXml } from '../plainText.js';
import { storedNumber } from '../storedNumber.js';
import { columnStyle } from './styles.js';

/** A cell of text. An unused value type would let a program guess one, so it is always said. */
function textCell(style: string, content: string): string {
  return `<table:table-cell table:style-name="${style}" office:value-type="string"><text:p>${content}</text:p></table:table-cell>`;
}

function cellXml(style: string, cell: BookCell): string {
  if ('number' in cell) {
    const value = storedNumber(cell.number, cell.format);
    return `<table:table-cell table:style-name="${style}" office:value-type="float" office:value="${value}"><text:p>${formatNumber(cell.number, cell.format)}</text:p></table:table-cell>`;
  }
  const text = escapeXml(cell.text);
  return textCell(
    style,
    cell.link === undefined
      ? text
      : `<text:a xlink:type="simple" xlink:href="#${cell.link}.A1">${text}</text:a>`,
  );
}

function rowXml(cells: readonly string[]): string {
  return `<table:table-row table:style-name="row">${cells.join('')}</table:table-row>`;
}

function tableXml(table: BookTable): string {
  const heads = table.columns.map((column) => textCell(headStyle(column), escapeXml(column.title)));
  const rows = table.rows.map((row) =>
    rowXml(row.cells.map((cell, index) => cellXml(cellStyle(cell, row, table.columns[index]), cell))),
  );
  return `<table:table-header-rows>${rowXml(heads)}</table:table-header-rows>${rows.join('')}`;
}

/** Widths of a sheet's columns, in digits. */
export function widthsOf({ table }: BookSheet): readonly number[] {
  return table === null ? [PAGE_WIDTH] : table.columns.map(({ width }) => width);
}

/** One sheet: the lines in column A, then the table. */
export function sheetXml(sheet: BookSheet): string {
  const columns = widthsOf(sheet).map(
    (width) =>
      `<table:table-column table:style-name="${columnStyle(width)}" table:default-cell-style-name="line"/>`,
  );
  const above = sheet.lines.map((line) => rowXml([textCell(lineStyle(line), escapeXml(line.text))]));
  return `<table:table table:name="${sheet.name}" table:style-name="sheet">${columns.join('')}${above.join('')}${sheet.table === null ? '' : tableXml(sheet.table)}</table:table>`;
}

/** The range that marks a sheet's table, without filter buttons; nothing where there is none. */
export function rangeXml(sheet: BookSheet): string {
  if (sheet.table === null) return '';
  const corners = tableCorners(sheet, sheet.table).map((corner) => `${sheet.name}.${corner}`);
  return `<table:database-range table:name="${sheet.table.name}" table:target-range-address="${corners.join(':')}" table:contains-header="true" table:display-filter-buttons="false"/>`;
}
