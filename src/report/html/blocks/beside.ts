import type { Block } from '../../model.js';
import type { PageContext } from '../context.js';
import { html, type Markup } from '../markup.js';
import { sentence } from '../sentence.js';
import { figureBlock } from './figure.js';

type Beside = Extract<Block, { kind: 'beside' }>;

/** Lists of sentences and, to their right on wide screens and in print, a half-width figure. */
export function besideBlock({ lists, figure }: Beside, context: PageContext): Markup {
  const topics = lists.map(
    ({ title, sentences }) =>
      html`<p class="topics-title">${title}</p><ul class="items">${sentences.map((one) => html`<li>${sentence(one)}</li>`)}</ul>`,
  );
  return html`<div class="beside"><div class="topics">${topics}</div>${figureBlock(figure, context)}</div>`;
}
