import type { Chapter, ReportDocument } from '../model.js';
import { headingAnchor } from './blocks/heading.js';
import { chapterAnchor } from './chapterAnchor.js';
import { html, type Markup } from './markup.js';
import type { Numbering } from './numbering.js';

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Headings of a chapter that have an anchor: set in one run under its title. */
function parts(chapter: Chapter): Markup | null {
  const headings = chapter.blocks.flatMap((block) =>
    block.kind === 'heading' && block.id !== undefined ? [{ id: block.id, text: block.text }] : [],
  );
  return headings.length === 0
    ? null
    : html`<ul class="parts">${headings.map(({ id, text }) => html`<li><a href="#${headingAnchor(id)}">${text}</a></li>`)}</ul>`;
}

/** The list of chapters, beside the text on a wide screen and above it on a narrow one; left out in print. */
export function contents(document: ReportDocument, numbering: Numbering): Markup {
  const volume = `${counted(numbering.figures.length, 'figure')} and ${counted(numbering.tables.length, 'table')}. Every figure can be opened as a table.`;
  return html`<nav class="toc" aria-labelledby="contents-title"><h2 id="contents-title">Contents</h2>
<ol>${document.chapters.map((chapter) => html`<li><a href="#${chapterAnchor(chapter)}">${chapter.title}</a>${parts(chapter)}</li>`)}</ol>
<p class="vol">${volume}</p></nav>
`;
}
