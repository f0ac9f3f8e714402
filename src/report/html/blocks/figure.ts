import { inlineSvg } from '../../charts/inlineSvg.js';
import { type KeyItem, SWATCH_HEIGHT, SWATCH_WIDTH, swatchMarks } from '../../charts/key.js';
import { keyOf } from '../../charts/keyOf.js';
import type { FigureBlock } from '../../model.js';
import type { FigureDrawings, PageContext } from '../context.js';
import { dataTable } from '../dataTable.js';
import { html, type Markup, trusted } from '../markup.js';
import { numberText } from '../numbering.js';
import { sentence } from '../sentence.js';
import { shorthandText, tableFigures } from '../shorthand.js';
import { sourceMarkup } from '../source.js';

function keyItem(item: KeyItem): Markup {
  const size = `viewBox="0 0 ${SWATCH_WIDTH} ${SWATCH_HEIGHT}" width="${SWATCH_WIDTH}" height="${SWATCH_HEIGHT}"`;
  const swatch = `<svg ${size} fill="none" aria-hidden="true" focusable="false">${swatchMarks(item.swatch)}</svg>`;
  return html`<li>${trusted(swatch)}<span>${item.text}</span></li>`;
}

function chartMarkup(figure: FigureBlock, drawings: FigureDrawings): Markup {
  const narrow = trusted(inlineSvg(drawings.narrow, figure.alt));
  if (drawings.wide === null) return html`<div class="ch one">${narrow}</div>`;
  return html`<div class="ch w">${trusted(inlineSvg(drawings.wide, figure.alt))}</div><div class="ch n">${narrow}</div>`;
}

/**
 * A figure in its fixed order: number, title that states the finding, subtitle, key, chart, reading, source, and the
 * numbers as a table that opens on demand.
 */
export function figureBlock(figure: FigureBlock, context: PageContext): Markup {
  const number = numberText(context.numbering, figure.id);
  const drawings = context.drawings.get(figure.id);
  const key = keyOf(figure.chart);
  const shorthand = shorthandText(tableFigures(figure.table));
  const notes = shorthand === null ? figure.table.notes : [shorthand, ...figure.table.notes];
  return html`<article class="fig ${figure.width} of-${figure.chart.kind}" id="${figure.id}" aria-labelledby="${figure.id}-title">
<header><p class="no">${number}</p><h3 id="${figure.id}-title">${sentence(figure.title)}</h3><p class="sub">${figure.subtitle}</p></header>
${key.length === 0 ? null : html`<ul class="key">${key.map(keyItem)}</ul>`}
${drawings === undefined ? null : chartMarkup(figure, drawings)}
${figure.reading === null || figure.reading.text === context.said ? null : html`<p class="read">${sentence(figure.reading)}</p>`}
<p class="src">${sourceMarkup(figure.source, context.document)}</p>
<details><summary>Show ${number.toLowerCase()} as a table</summary>${notes.map((note) => html`<p class="notes">${note}</p>`)}${dataTable(figure.table, `${number} as a table: ${figure.table.title}`)}</details></article>`;
}
