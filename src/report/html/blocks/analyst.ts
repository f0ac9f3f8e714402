import type { Block } from '../../model.js';
import { html, type Markup } from '../markup.js';
import { sentence } from '../sentence.js';

type Passages = Extract<Block, { kind: 'analyst' }>['passages'];

/** What the analyst writes, under a label that tells it from computed sentences. Items that follow each other make one list. */
export function analystBlock(passages: Passages): Markup {
  const parts: Markup[] = [];
  for (let at = 0; at < passages.length; at++) {
    const passage = passages[at];
    if (passage === undefined) continue;
    if (passage.kind === 'heading') parts.push(html`<h3 class="sec">${sentence(passage.sentence)}</h3>`);
    else if (passage.kind === 'paragraph')
      parts.push(html`<p class="body">${sentence(passage.sentence)}</p>`);
    else {
      const items = [];
      for (; passages[at]?.kind === 'item'; at++) {
        const item = passages[at];
        if (item !== undefined) items.push(html`<li>${sentence(item.sentence)}</li>`);
      }
      at -= 1;
      parts.push(html`<ul class="items">${items}</ul>`);
    }
  }
  return html`<div class="analyst"><p class="by">Analyst’s assessment</p>${parts}</div>`;
}
