import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { assetPath } from '../assets.js';
import type { ReportDocument } from '../model.js';

/** A stylesheet and the hash by which the page's policy allows it. */
export interface Stylesheet {
  readonly css: string;
  readonly hash: string;
}

/** What is printed in the margins of every page. */
export interface PrintMargins {
  readonly marking: string;
  readonly footer: string;
}

/** A CSS string literal; anything but plain text is written as an escape. */
function cssString(text: string): string {
  return `"${text.replace(/[^ -!#-;=?-[\]-~]/gu, (character) => `\\${(character.codePointAt(0) ?? 0x20).toString(16)} `)}"`;
}

function fontFace(weight: 400 | 700): string {
  const data = readFileSync(assetPath(`fonts/source-sans-3-${weight}.woff2`)).toString('base64');
  return `@font-face{font-family:'Source Sans 3';font-style:normal;font-weight:${weight};src:url(data:font/woff2;base64,${data}) format('woff2')}`;
}

function pageRule({ marking, footer }: PrintMargins): string {
  const strong = "font:700 9.5pt 'Source Sans 3',Arial,sans-serif;letter-spacing:.06em";
  const small = "font:8.5pt 'Source Sans 3',Arial,sans-serif;color:#484949";
  return `@page{size:A4;margin:17mm 15mm 16mm;
@top-center{content:${cssString(marking)};${strong}}
@bottom-center{content:${cssString(marking)};white-space:nowrap;${strong}}
@bottom-left{content:${cssString(footer)};${small}}
@bottom-right{content:"Page " counter(page) " of " counter(pages);${small}}}`;
}

/**
 * The one stylesheet of a page: `assets/report.css`, the fonts inside it, and the print margins with the marking.
 *
 * @returns the text and its SHA-256 in the form that a content security policy asks for
 */
export function stylesheet(margins: PrintMargins): Stylesheet {
  const css = `\n${[fontFace(400), fontFace(700), readFileSync(assetPath('report.css'), 'utf8').trim(), pageRule(margins)].join('\n')}\n`;
  return { css, hash: `sha256-${createHash('sha256').update(css).digest('base64')}` };
}

/** The print margins of a report. */
export function marginsOf(document: ReportDocument): PrintMargins {
  const synthetic = document.synthetic ? ' Synthetic data.' : '';
  return {
    marking: document.marking,
    footer: `${document.periodText}, ${document.editionTitle}.${synthetic}`,
  };
}
