import { html, type Markup, trusted } from './markup.js';
import type { Stylesheet } from './stylesheet.js';

/** Longer titles are cut off in tabs and lists. */
const TITLE_LENGTH = 70;

/**
 * The first of some titles, from full to short, that is short enough for a tab; the last when none is.
 *
 * @param marking comes first, so that it is seen wherever the title is
 */
export function pageTitle(marking: string, titles: readonly [string, ...string[]]): string {
  const marked = titles.map((title) => `${marking}: ${title}`);
  return marked.find((title) => title.length <= TITLE_LENGTH) ?? marked.at(-1) ?? marking;
}

/** How a page is printed. */
export type Look = 'full' | 'compact' | 'compact long';

/**
 * An HTML document of one file: nothing may be loaded or run, and no style but the stylesheet's own may apply.
 *
 * @param look `compact` prints smaller, for a product that must fit on few pages; `compact long` keeps the summary on a sheet of its own
 */
export function pageShell(title: string, sheet: Stylesheet, body: Markup, look: Look = 'full'): string {
  const policy = `default-src 'none'; style-src '${sheet.hash}'; font-src data:; base-uri 'none'; form-action 'none'`;
  const page = html`<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${trusted(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<style>${trusted(sheet.css)}</style>
</head>
<body${look === 'full' ? null : html` class="${look}"`}>
${body}</body>
</html>
`;
  return page.text;
}

/** The protective marking with its handling line: sticky at the top of the page, again at the end. */
export function markingBar(marking: string, handling: string, place: 'start' | 'end'): Markup {
  const text = html`<strong>${marking}</strong>${handling === '' ? null : html` <span>${handling}</span>`}`;
  return place === 'start'
    ? html`<section class="mark" aria-label="Protective marking"><p>${text}</p></section>\n`
    : html`<section class="mark end" aria-label="Protective marking, repeated"><p>${text}</p></section>\n`;
}
