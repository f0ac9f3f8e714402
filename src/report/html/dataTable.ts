import type { Cell, Table, TableColumn, TableRow } from '../model.js';
import { formatFigure } from '../numbers.js';
import { html, type Markup } from './markup.js';

/** A class for a cell of a grid, or null; only grids give one. */
export type CellClass = (cell: Cell) => string | null;

const plain: CellClass = () => null;

function cellText(cell: Cell): string {
  if (!('figure' in cell)) return cell.text;
  const { figure, format, mark } = cell;
  if ('symbol' in figure) return formatFigure(figure, format);
  const marks = [mark, figure.asFirst === true ? 'f' : undefined].flatMap((one) =>
    one === undefined ? [] : [` [${one}]`],
  );
  return `${formatFigure(figure, format)}${marks.join('')}`;
}

function cellMarkup(cell: Cell, column: TableColumn | undefined, classOf: CellClass): Markup {
  const classes = [
    column?.align === 'right' ? 'r' : null,
    'figure' in cell && 'symbol' in cell.figure ? 'sym' : null,
    classOf(cell),
  ].filter((name) => name !== null);
  return classes.length === 0
    ? html`<td>${cellText(cell)}</td>`
    : html`<td class="${classes.join(' ')}">${cellText(cell)}</td>`;
}

function rowMarkup(row: TableRow, columns: readonly TableColumn[], classOf: CellClass): Markup {
  const [head, ...cells] = row.cells;
  const first = head === undefined ? html`` : html`<th scope="row">${cellText(head)}</th>`;
  const rest = cells.map((cell, index) => cellMarkup(cell, columns[index + 1], classOf));
  return row.total === true ? html`<tr class="total">${first}${rest}</tr>` : html`<tr>${first}${rest}</tr>`;
}

/**
 * A table that can be scrolled sideways and reached by keyboard. The first column heads its rows; numbers are aligned
 * right with digits of one width.
 *
 * @param caption unique in the page; read out, and not shown where a heading already says it
 */
export function dataTable(table: Omit<Table, 'kind'>, caption: string, classOf: CellClass = plain): Markup {
  const heads = table.columns.map((column) =>
    column.align === 'right'
      ? html`<th scope="col" class="r">${column.title}</th>`
      : html`<th scope="col">${column.title}</th>`,
  );
  return html`<section class="scroll" tabindex="0" aria-label="${caption}"><table><caption class="vh">${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${table.rows.map((row) => html`${rowMarkup(row, table.columns, classOf)}\n`)}</tbody></table></section>`;
}
