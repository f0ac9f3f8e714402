import type { Block } from '../../model.js';
import type { PageContext } from '../context.js';
import { html, type Markup } from '../markup.js';
import { sentences } from '../sentence.js';
import { analystBlock } from './analyst.js';
import { besideBlock } from './beside.js';
import { cardsBlock } from './cards.js';
import { figureBlock } from './figure.js';
import { findingsBlock } from './findings.js';
import { headingBlock } from './heading.js';
import { questionsBlock } from './questions.js';
import { gridBlock, tableBlock } from './table.js';

/** One block of a chapter as HTML. */
export function renderBlock(block: Block, context: PageContext): Markup {
  switch (block.kind) {
    case 'paragraph':
      return html`<p class="body">${sentences(block.sentences)}</p>`;
    case 'heading':
      return headingBlock(block);
    case 'note':
      return html`<p class="note">${sentences(block.sentences)}</p>`;
    case 'list':
      return html`<ul class="items">${block.items.map((item) => html`<li>${item}</li>`)}</ul>`;
    case 'analyst':
      return analystBlock(block.passages);
    case 'definitions':
      return html`<dl class="meth${block.columns === 2 ? ' two' : ''}">${block.items.map((item) => html`<div><dt>${item.term}</dt><dd>${item.text}</dd></div>`)}</dl>`;
    case 'cards':
      return cardsBlock(block.cards);
    case 'findings':
      return findingsBlock(block.findings, context);
    case 'questions':
      return questionsBlock(block.questions, context);
    case 'pair':
      return html`<div class="pair">${figureBlock(block.left, context)}${figureBlock(block.right, context)}</div>`;
    case 'beside':
      return besideBlock(block, context);
    case 'grid':
      return gridBlock(block.table, block.bands, context);
    case 'figure':
      return figureBlock(block, context);
    case 'table':
      return tableBlock(block, context);
  }
}
