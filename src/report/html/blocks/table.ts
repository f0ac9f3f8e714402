import type { Cell, Table } from '../../model.js';
import type { PageContext } from '../context.js';
import { type CellClass, dataTable } from '../dataTable.js';
import { html, type Markup } from '../markup.js';
import { numberText } from '../numbering.js';
import { shorthandText, tableFigures } from '../shorthand.js';
import { sourceMarkup } from '../source.js';

/** Rows up to which a printed table is kept on one page. */
const SHORT = 20;

function tableSection(table: Table, context: PageContext, extra: string, classOf?: CellClass): Markup {
  const number = numberText(context.numbering, table.id);
  const shorthand = shorthandText(tableFigures(table));
  const notes = shorthand === null ? table.notes : [shorthand, ...table.notes];
  const classes = `tbl${table.rows.length <= SHORT ? ' short' : ''}${extra}`;
  return html`<article class="${classes}" id="${table.id}" aria-labelledby="${table.id}-title">
<header><p class="no">${number}</p><h3 id="${table.id}-title">${table.title}</h3><p class="sub">${table.subtitle}</p>${notes.map((note) => html`<p class="notes">${note}</p>`)}</header>
${dataTable(table, `${number}: ${table.title}`, classOf)}
<p class="src">${sourceMarkup(table.source, context.document)}</p></article>`;
}

/** A numbered table: title, what it counts, shorthand and notes above it, source below. A folded one opens on demand. */
export function tableBlock(table: Table, context: PageContext): Markup {
  const section = tableSection(table, context, '');
  return table.folded === true
    ? html`<details class="fold"><summary>${table.title}</summary>${section}</details>`
    : section;
}

/** Five looks from "least" to "most", spread over however many bands the grid has. */
function bandClass(cell: Cell, bands: readonly number[]): string | null {
  if (!('figure' in cell)) return null;
  if ('symbol' in cell.figure) return 'g-none';
  const value: number = cell.figure.number;
  const reached = bands.filter((band) => value >= band).length;
  return `g${bands.length === 0 ? 4 : Math.round((reached * 4) / bands.length)}`;
}

/** A completeness grid: a table whose cells are shaded by share, with the share written in each. */
export function gridBlock(table: Table, bands: readonly number[], context: PageContext): Markup {
  return tableSection(table, context, ' grid', (cell) => bandClass(cell, bands));
}
