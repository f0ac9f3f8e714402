import { chapterAnchor } from '../chapterAnchor.js';
import type { PageContext } from '../context.js';
import { html, type Markup } from '../markup.js';
import { numberText } from '../numbering.js';

/** Link to the figure, table or chapter where the numbers are, or nothing for an id that the document does not have. */
export function seeLink(id: string, context: PageContext): Markup | null {
  const text = numberText(context.numbering, id);
  if (text !== '') return html` <a href="#${id}">${text}</a>`;
  const chapter = context.document.chapters.find((one) => one.id === id);
  return chapter === undefined ? null : html` <a href="#${chapterAnchor(chapter)}">${chapter.title}</a>`;
}
