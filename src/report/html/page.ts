import type { ReportDocument } from '../model.js';
import { chapterSection } from './chapter.js';
import { contents } from './contents.js';
import { type PageContext, SYNTHETIC_NOTE } from './context.js';
import { html, type Markup } from './markup.js';
import { masthead } from './masthead.js';
import { type Look, markingBar, pageShell, pageTitle } from './shell.js';
import { marginsOf, stylesheet } from './stylesheet.js';

/** The page makes no request and holds no address that a reader could be led to by accident. */
function withoutScheme(text: string): string {
  return text.replace(/\bhttps?:\/\//gi, '');
}

function syntheticNote(document: ReportDocument): Markup | null {
  return document.synthetic
    ? html`<p class="note demo"><strong>Demonstration.</strong> ${SYNTHETIC_NOTE}</p>`
    : null;
}

function imprint(document: ReportDocument): Markup {
  const lines = [...document.provenance, ...document.attributions].map(
    (line) => html`<p>${withoutScheme(line)}</p>`,
  );
  return html`<section class="prov" aria-label="Provenance and attributions">${lines}</section>\n`;
}

function lookOf({ part, compact }: ReportDocument): Look {
  if (!compact) return 'full';
  return part === 'whole' ? 'compact' : 'compact long';
}

/**
 * The whole report as one self-contained HTML page. The same document gives the same bytes.
 */
export function renderPage(context: PageContext): string {
  const { document } = context;
  const [first, ...rest] = document.chapters;
  const body = html`<a class="skip" href="#main">Skip to the report</a>
${markingBar(document.marking, document.handling, 'start')}${masthead(document)}<div class="wrap shell">
${contents(document, context.numbering)}<main id="main">
${first === undefined ? syntheticNote(document) : chapterSection(first, context, syntheticNote(document))}${rest.map((chapter) => chapterSection(chapter, context, null))}${imprint(document)}</main></div>
<footer>${markingBar(document.marking, document.handling, 'end')}</footer>
`;
  const { title: name, period, editionTitle } = document;
  const title = pageTitle(document.marking, [
    `${name}, ${period}, ${editionTitle}`,
    `${name}, ${period}`,
    `${editionTitle}, ${period}`,
    period,
  ]);
  return pageShell(title, stylesheet(marginsOf(document)), body, lookOf(document));
}
