import type { BoardQuestion } from '../../model.js';
import type { PageContext } from '../context.js';
import { html, type Markup } from '../markup.js';
import { sentence } from '../sentence.js';
import { seeLink } from './seeLink.js';

/** Questions that the board may want to put, each with where it comes from. */
export function questionsBlock(questions: readonly BoardQuestion[], context: PageContext): Markup {
  return html`<ol class="ask">${questions.map(
    (item) =>
      html`<li><strong>${sentence(item.question)}</strong> <span>${item.detail}${item.see === undefined ? null : seeLink(item.see, context)}</span></li>`,
  )}</ol>`;
}
