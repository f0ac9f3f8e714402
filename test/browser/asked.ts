// What is asked inside a page is text: the project has no types of a browser, since nothing of it runs in one.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** From a small phone to a laptop. */
export const WIDTHS = [320, 390, 1280];

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const violations = (options: string): string =>
  `axe.run(document, { resultTypes: ['violations'], ${options} }).then(({ violations }) =>
  violations.map(({ id, nodes }) => ({ id, where: nodes.slice(0, 3).map((node) => node.html.slice(0, 120)) })))`;

const CONTRAST = 'color-contrast';

/**
 * Leaves two rows of every table, since the others look like them, and no insides of charts, of whose texts axe says that it cannot tell: looking for contrast takes
 * as long as there are things on a page.
 */
const THIN_OUT = `for (const twin of document.querySelectorAll(
  'table:not(.grid table) tbody tr:nth-child(n+3):not(.total), svg.c > *')) twin.remove()`;

const OPEN_ALL = 'for (const fold of document.querySelectorAll("details")) fold.open = true';

const OVERHANG = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

/** Sizes, as drawn, of the texts of charts that are to be seen at this width. */
const TEXT_SIZES = `[...new Set([...document.querySelectorAll('svg text')].flatMap((text) => {
  const svg = text.ownerSVGElement;
  const drawn = svg.getBoundingClientRect().width;
  if (drawn === 0) return [];
  const scale = drawn / (svg.viewBox.baseVal.width || drawn);
  return [Math.round(parseFloat(getComputedStyle(text).fontSize) * scale * 100) / 100];
}))]`;

/** Texts of charts that stand out from what is painted under them by less than WCAG asks for (4.5 to 1), at either end or in the middle. */
const PALE_TEXTS = `(() => {
  const rgb = (css) => (css === 'none' ? null : (css.match(/[\\d.]+/g) ?? []).map(Number));
  const over = ([r, g, b, a = 1], under, opacity) => [r, g, b].map((c, i) => c * a * opacity + under[i] * (1 - a * opacity));
  const light = (colour) => colour
    .map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ratioAt = (text, x, y) => {
    let under = [255, 255, 255];
    for (const shape of text.ownerSVGElement.querySelectorAll('path, rect, circle, text')) {
      if (shape === text) break;
      if (typeof shape.isPointInFill !== 'function') continue;
      const own = getComputedStyle(shape);
      const fill = rgb(own.fill);
      const matrix = shape.getScreenCTM();
      if (fill === null || matrix === null) continue;
      if (shape.isPointInFill(new DOMPoint(x, y).matrixTransform(matrix.inverse())))
        under = over(fill, under, Number(own.fillOpacity) * Number(own.opacity));
    }
    const style = getComputedStyle(text);
    const ink = over(rgb(style.fill) ?? [0, 0, 0], under, Number(style.fillOpacity) * Number(style.opacity));
    const [a, b] = [light(ink), light(under)];
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  };
  return [...document.querySelectorAll('svg text')].flatMap((text) => {
    const { left, top, width, height } = text.getBoundingClientRect();
    if (width === 0) return [];
    const least = Math.min(...[0.1, 0.5, 0.9].map((share) => ratioAt(text, left + share * width, top + height / 2)));
    return least < 4.5 ? [text.closest('article')?.id + ': ' + text.textContent + ' ' + least.toFixed(2)] : [];
  });
})()`;

/** One rule of WCAG or good practice that a page breaks. */
interface Violation {
  readonly id: string;
  readonly where: readonly string[];
}

/** What keeps somebody from reading a page at the width at which it is shown, with every fold-out open. */
export interface Barriers {
  readonly violations: readonly Violation[];
  /** Pixels by which the page is wider than the screen. */
  readonly overhang: number;
  readonly paleTexts: readonly string[];
}

/** Pixels by which a page is wider than the screen. */
export async function overhangOf(page: Page): Promise<number> {
  return Math.max(0, await page.evaluate<number>(OVERHANG));
}

/** Texts of charts that hardly stand out, with the figure in which they stand. */
export function paleTextsOf(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(PALE_TEXTS);
}

/** Opens every fold-out of a page and looks for barriers. The page is good for nothing else afterwards. */
export async function barriersOf(page: Page): Promise<Barriers> {
  await page.evaluate(OPEN_ALL);
  await page.evaluate(axe);
  const barriers = await page.evaluate<Violation[]>(
    violations(`rules: { '${CONTRAST}': { enabled: false } }`),
  );
  const [overhang, paleTexts] = [await overhangOf(page), await paleTextsOf(page)];
  await page.evaluate(THIN_OUT);
  const pale = await page.evaluate<Violation[]>(violations(`runOnly: ['${CONTRAST}']`));
  return { violations: [...barriers, ...pale], overhang, paleTexts };
}

export const NO_BARRIERS: Barriers = { violations: [], overhang: 0, paleTexts: [] };

/** Sizes in pixels of the chart texts that are to be seen. */
export function textSizes(page: Page): Promise<number[]> {
  return page.evaluate<number[]>(TEXT_SIZES);
}
