import type { Chapter } from '../model.js';
import { renderBlock } from './blocks/block.js';
import type { PageContext } from './context.js';
import { html, type Markup } from './markup.js';
import { sentence } from './sentence.js';

/** Anchor of a chapter; figures and tables have their own ids as anchors. */
export function chapterAnchor(chapter: Chapter): string {
  return `chapter-${chapter.id}`;
}

/** The chapter with the headline cards: it is printed as a page of its own. */
export function isGlance(chapter: Chapter): boolean {
  return chapter.blocks.some((block) => block.kind === 'cards');
}

/** A chapter: heading, the sentence that answers its question, and its blocks. */
export function chapterSection(chapter: Chapter, context: PageContext, before: Markup | null): Markup {
  const anchor = chapterAnchor(chapter);
  const classes = isGlance(chapter) ? 'glance' : 'chapter';
  return html`<section class="${classes}" id="${anchor}" aria-labelledby="${anchor}-title">
<h2 id="${anchor}-title">${chapter.title}</h2>
${before}
${chapter.lead === null ? null : html`<p class="lead">${sentence(chapter.lead)}</p>`}
${chapter.blocks.map((block) => html`${renderBlock(block, context)}\n`)}</section>
`;
}
