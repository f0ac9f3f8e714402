import type { Chapter } from '../model.js';
import { otherPart } from '../products/place.js';
import { renderBlock } from './blocks/block.js';
import { chapterAnchor } from './chapterAnchor.js';
import type { PageContext } from './context.js';
import { html, type Markup } from './markup.js';
import { sentence } from './sentence.js';

/** The chapter with the headline cards: it is printed as a page of its own. */
export function isGlance(chapter: Chapter): boolean {
  return chapter.blocks.some((block) => block.kind === 'cards');
}

/** Where the other part of a divided profile has more about the chapter. */
function furtherLine({ further }: Chapter, { document }: PageContext): Markup | null {
  const other = otherPart(document);
  if (further === undefined || other === null) return null;
  return html`<p class="more"><a href="${other}#${chapterAnchor({ id: further.chapter })}">${further.text}</a></p>\n`;
}

/** A chapter: heading, the sentence that answers its question, and its blocks. */
export function chapterSection(chapter: Chapter, context: PageContext, before: Markup | null): Markup {
  const anchor = chapterAnchor(chapter);
  const within = chapter.lead === null ? context : { ...context, said: chapter.lead.text };
  const classes = isGlance(chapter) ? 'glance' : 'chapter';
  return html`<section class="${classes}" id="${anchor}" aria-labelledby="${anchor}-title">
<h2 id="${anchor}-title">${chapter.title}</h2>
${before}
${chapter.lead === null ? null : html`<p class="lead">${sentence(chapter.lead)}</p>`}
${chapter.blocks.map((block) => html`${renderBlock(block, within)}\n`)}${furtherLine(chapter, context)}</section>
`;
}
