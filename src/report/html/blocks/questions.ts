import type { Sentence } from '../../model.js';
import { html, type Markup } from '../markup.js';
import { sentence } from '../sentence.js';

/** Questions that the board may want to put, each with where it comes from. */
export function questionsBlock(
  questions: readonly { readonly question: Sentence; readonly detail: string }[],
): Markup {
  return html`<ol class="ask">${questions.map(
    (item) => html`<li><strong>${sentence(item.question)}</strong> <span>${item.detail}</span></li>`,
  )}</ol>`;
}
