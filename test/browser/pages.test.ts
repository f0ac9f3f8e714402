import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../src/pipeline/printRelease.js';
import { outlineOf } from '../../src/report/chapters/outlines/index.js';

// The pages of reports/, which the sample gives byte by byte (see test/e2e/sample.test.ts), as a reader's browser shows them.
const PAGES = (['public', 'board', 'tactical'] as const).map((edition) => ({
  edition,
  outline: outlineOf({ audience: edition, length: edition === 'tactical' ? 'full' : 'short' }),
  /** Figures at least. */
  figures: { public: 4, board: 9, tactical: 80 }[edition],
  file: fileURLToPath(
    new URL(`../../reports/2018-H1/${edition}/cse-profile-2018-H1-${edition}.html`, import.meta.url),
  ),
}));
const WIDTHS = [320, 390, 1280];
const PHONE = 390;
/** Smallest text of a chart in pixels, as drawn. */
const SMALLEST = 12.5;
/** A4 between the margins of the style sheet, in CSS pixels. */
const SHEET = { width: 680, height: 998 };

const path = chromiumPath(process.env);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly where: readonly string[];
}

// What is asked inside the page is text: the project has no types of a browser, since nothing of it runs in one.

const VIOLATIONS = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => ({ id, where: nodes.slice(0, 3).map((node) => node.html.slice(0, 120)) })))`;

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

const SUMMARY_END = 'document.getElementById("chapter-at-a-glance").getBoundingClientRect().bottom';

async function violationsOf(page: Page): Promise<readonly Violation[]> {
  await page.evaluate(axe);
  return page.evaluate<Violation[]>(VIOLATIONS);
}

describe.each(PAGES)('the page of the $edition edition', ({ file, figures: least }) => {
  it('is valid HTML', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      // The marking comes first in the title of every page.
      rules: { 'long-title': 'off' },
    });
    const { results } = await validator.validateString(readFileSync(file, 'utf8'));
    const faults = results.flatMap(({ messages }) =>
      messages.map(({ ruleId, line, message }) => `${line}: ${message} (${ruleId})`),
    );
    expect(faults).toEqual([]);
  });

  it('gives every figure a description, a source and its numbers', () => {
    const page = readFileSync(file, 'utf8');
    const figures = page.split('<article ').filter((part) => /^class="fig\b/.test(part));
    expect(figures.length).toBeGreaterThanOrEqual(least);
    for (const figure of figures) {
      const within = figure.slice(0, figure.indexOf('</article>'));
      expect(within).toMatch(/<svg[^>]*role="img"[^>]*aria-label="[^"]{60,}"/);
      expect(within).toMatch(/Source: /);
      expect(within).toMatch(/<table/);
    }
  });
});

// Without a Chromium these are skipped, and the run says so.
describe.skipIf(path === null).each(PAGES)(
  'a browser shows the page of the $edition edition',
  ({ file, outline }) => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await chromium.launch({ executablePath: path ?? '', args: ['--no-sandbox'] });
    });
    afterAll(() => browser.close());

    it.each(WIDTHS)(
      'at %i pixels, every fold-out open: no barrier, nothing cut off, nothing loaded, no text too small',
      async (width) => {
        const page = await browser.newPage({ viewport: { width, height: 900 } });
        const requests: string[] = [];
        page.on('request', (request) => {
          if (!/^(?:file|data):/.test(request.url())) requests.push(request.url());
        });
        await page.goto(`file://${file}`);
        await page.evaluate(OPEN_ALL);
        expect(await violationsOf(page)).toEqual([]);
        expect(await page.evaluate<number>(OVERHANG)).toBeLessThanOrEqual(0);
        expect(requests).toEqual([]);
        const sizes = await page.evaluate<number[]>(TEXT_SIZES);
        expect(sizes.length).toBeGreaterThan(0);
        if (width >= PHONE) expect(sizes.filter((size) => size < SMALLEST)).toEqual([]);
        await page.close();
      },
    );

    it('has no script, and prints the whole summary on the first sheet of A4', async () => {
      const page = await browser.newPage({ viewport: SHEET });
      await page.emulateMedia({ media: 'print' });
      await page.goto(`file://${file}`);
      expect(await page.evaluate<number>('document.scripts.length')).toBe(0);
      expect(await page.evaluate<number>(SUMMARY_END)).toBeLessThanOrEqual(SHEET.height);
      await page.close();
    });

    it.skipIf(outline.sheets === null)('prints on the sheets that it is made for', async () => {
      const page = await browser.newPage();
      await page.goto(`file://${file}`);
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const sheets = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
      expect(sheets).toBeGreaterThan(0);
      expect(sheets).toBeLessThanOrEqual(outline.sheets ?? 0);
      await page.close();
    });
  },
);
