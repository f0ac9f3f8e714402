import { TILE_PLACES } from '../charts/tilePlaces.js';
import type { ReportDocument } from '../model.js';
import { html, type Markup, trusted } from './markup.js';

const TINTS = ['#6bace6', '#a9cdea', '#deebf7'];

/** The districts as plain tiles: an ornament, without any data in it. */
function emblem(): Markup {
  const tiles = [...TILE_PLACES.values()].map(
    ({ column, row }) =>
      `<rect x="${column * 24}" y="${row * 24}" width="20" height="20" rx="3" fill="${TINTS[(column + 2 * row) % TINTS.length] ?? ''}"/>`,
  );
  return trusted(
    `<svg class="emblem" viewBox="0 0 92 116" aria-hidden="true" focusable="false">${tiles.join('')}</svg>`,
  );
}

/** Whose report it is, what it is about, which half-year, and the facts that a reader asks first. */
export function masthead(document: ReportDocument): Markup {
  const facts = document.facts.map((fact) => html`<div><dt>${fact.term}</dt><dd>${fact.text}</dd></div>`);
  return html`<header class="mast"><div class="wrap"><div>
<p class="org">${document.partnership}</p>
<h1>${document.title}</h1>
<p class="per">${document.periodText}</p>
${facts.length === 0 ? null : html`<dl>${facts}</dl>`}</div>
${emblem()}</div></header>
`;
}
