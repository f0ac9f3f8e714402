import type { ReportDocument } from '../model.js';
import { SYNTHETIC_NOTE, sourceLine } from './context.js';
import { html, type Markup } from './markup.js';

/** A source line in the page; on paper the note on synthetic data stands at the foot of each sheet instead. */
export function sourceMarkup(source: string, document: ReportDocument): Markup {
  return document.synthetic
    ? html`${sourceLine(source)}<span class="syn"> ${SYNTHETIC_NOTE}</span>`
    : html`${sourceLine(source)}`;
}
