import type { Mark } from '../../chart.js';
import { spark } from '../../charts/spark.js';
import type { Card } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { html, type Markup, trusted } from '../markup.js';
import { sentence } from '../sentence.js';

const ICONS: Readonly<Record<Mark, string>> = {
  higher: '<path fill="#f46a25" d="M6.5 1 13 12H0z"/>',
  lower: '<path fill="#28a197" d="M6.5 12 0 1h13z"/>',
  similar: '<circle cx="6.5" cy="6.5" r="5" fill="none" stroke="#484949" stroke-width="2"/>',
  unknown:
    '<circle cx="6.5" cy="6.5" r="5" fill="none" stroke="#484949" stroke-width="2" stroke-dasharray="2 2"/>',
};

function icon(mark: Mark): Markup {
  return trusted(
    `<svg viewBox="0 0 13 13" width="13" height="13" aria-hidden="true" focusable="false">${ICONS[mark]}</svg>`,
  );
}

function card(value: Card): Markup {
  const written = formatFigure(value.figure, value.format);
  const [digits, suffix] = written.endsWith('%') ? [written.slice(0, -1), '%'] : [written, ''];
  const unit = value.unitText === '' ? null : html`<small> ${value.unitText}</small>`;
  return html`<article class="card"><h3>${value.title}</h3>
<p class="v">${digits}${suffix === '' ? null : html`<small>${suffix}</small>`}${unit}</p>
<div><p class="chg">${sentence(value.change)}</p><p class="ci">${value.range}</p></div>
<div class="foot"><p class="tag t-${value.mark}">${icon(value.mark)}${value.tag}</p>${trusted(spark(value.spark))}</div></article>`;
}

/** Headline numbers: value, change, range, verdict in words and shape, and the line of the last half-years. */
export function cardsBlock(cards: readonly Card[]): Markup {
  return html`<div class="cards">${cards.map(card)}</div>`;
}
