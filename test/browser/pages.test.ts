import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath } from '../../src/pipeline/printRelease.js';
import { full } from '../../src/report/chapters/outlines/full.js';
import { outlineOf } from '../../src/report/chapters/outlines/index.js';
import { barriersOf, NO_BARRIERS, overhangOf, paleTextsOf, textSizes, WIDTHS } from './asked.js';

const SHEETS = {
  public: outlineOf({ audience: 'public', length: 'short' }).sheets,
  board: outlineOf({ audience: 'board', length: 'short' }).sheets,
  tactical: outlineOf({ audience: 'tactical', length: 'full' }).sheets,
};

// The pages of reports/, which the sample gives byte by byte (see test/e2e/sample.test.ts), as a reader's browser shows them.
const PAGES = (['public', 'board', 'tactical', 'annex'] as const).map((name) => ({
  name,
  /** Sheets of A4 that it is made for, and begins with a summary on; null for the annex, which is looked things up in. */
  sheets: name === 'annex' ? null : SHEETS[name],
  /** Figures at least. */
  figures: { public: 4, board: 9, tactical: 40, annex: 60 }[name],
  file: fileURLToPath(
    new URL(
      name === 'annex'
        ? '../../reports/2018-H1/tactical/annex/cse-annex-2018-H1-tactical.html'
        : `../../reports/2018-H1/${name}/cse-profile-2018-H1-${name}.html`,
      import.meta.url,
    ),
  ),
}));
const PHONE = 390;
/** Smallest text of a chart in pixels, as drawn. */
const SMALLEST = 12.5;
/** Text of charts on paper, in points. */
const SMALLEST_PRINTED = 7.5;
const POINTS_PER_PIXEL = 0.75;
/** A4 between the margins of the style sheet, in CSS pixels. */
const SHEET = { width: 680, height: 998 };

const path = chromiumPath(process.env);
const SUMMARY_END = 'document.getElementById("chapter-at-a-glance").getBoundingClientRect().bottom';

describe.each(PAGES)('the $name page', ({ file, figures: least }) => {
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

it('the profile in full length has every figure and table that it is meant to keep', () => {
  const page = readFileSync(PAGES.find(({ name }) => name === 'tactical')?.file ?? '', 'utf8');
  const kept = Object.values(full.annex?.keeps ?? {}).flat();
  expect(kept.length).toBeGreaterThan(40);
  expect(kept.filter((id) => !page.includes(`id="${id}"`))).toEqual([]);
});

// Without a Chromium these are skipped, and the run says so.
describe.skipIf(path === null).each(PAGES)('a browser shows the $name page', ({ file, sheets: most }) => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: path ?? '', args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  it.each(WIDTHS)(
    'at %i pixels, every fold-out open: no barrier, nothing cut off, nothing loaded, no text too small or too pale',
    async (width) => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      const requests: string[] = [];
      page.on('request', (request) => {
        if (!/^(?:file|data):/.test(request.url())) requests.push(request.url());
      });
      await page.goto(`file://${file}`);
      const sizes = await textSizes(page);
      expect(await barriersOf(page)).toEqual(NO_BARRIERS);
      expect(requests).toEqual([]);
      expect(sizes.length).toBeGreaterThan(0);
      if (width >= PHONE) expect(sizes.filter((size) => size < SMALLEST)).toEqual([]);
      await page.close();
    },
  );

  it('has no script, and prints on the sheets that it is made for: the whole summary on the first, with charts that can be read', async () => {
    const page = await browser.newPage({ viewport: SHEET });
    await page.emulateMedia({ media: 'print' });
    await page.goto(`file://${file}`);
    // A browser shrinks a whole document for the widest thing in it, and with it every text.
    expect(await overhangOf(page)).toBe(0);
    expect(await page.evaluate<number>('document.scripts.length')).toBe(0);
    if (most !== null) expect(await page.evaluate<number>(SUMMARY_END)).toBeLessThanOrEqual(SHEET.height);
    const printed = (await textSizes(page)).map((size) => size * POINTS_PER_PIXEL);
    expect(printed.length).toBeGreaterThan(0);
    expect(printed.filter((size) => size < SMALLEST_PRINTED)).toEqual([]);
    if (most !== null) {
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const sheets = pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
      expect(sheets).toBeGreaterThan(0);
      expect(sheets).toBeLessThanOrEqual(most);
    }
    await page.close();
  });
});

it.skipIf(path === null)('a browser would tell of a pale text', async () => {
  const browser = await chromium.launch({ executablePath: path ?? '', args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.goto(`file://${PAGES.find(({ name }) => name === 'board')?.file}`);
  await page.evaluate("document.querySelector('svg text').style.fill = '#aaaaaa'");
  expect(await paleTextsOf(page)).toHaveLength(1);
  await page.evaluate("document.querySelector('p.lead').style.color = '#aaaaaa'");
  const { violations } = await barriersOf(page);
  expect(violations.map(({ id }) => id)).toEqual(['color-contrast']);
  await browser.close();
});
