import type { PageContext } from '../context.js';
import { html, type Markup } from '../markup.js';
import { numberText } from '../numbering.js';

/** Link to the figure or table where the numbers are, or nothing for an id that the document does not have. */
export function seeLink(id: string, context: PageContext): Markup | null {
  const text = numberText(context.numbering, id);
  return text === '' ? null : html` <a href="#${id}">${text}</a>`;
}
