import { createHash } from 'node:crypto';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, it } from 'vitest';
import { sentence } from '../../../src/report/html/sentence.js';
import type { ReportDocument } from '../../../src/report/model.js';
import { type RenderedReport, renderReport } from '../../../src/report/renderReport.js';
import { sampleDocument } from '../sampleDocument.js';

let report: RenderedReport;
let page: string;

beforeAll(async () => {
  report = await renderReport(sampleDocument);
  page = report.html;
});

const count = (pattern: RegExp): number => [...page.matchAll(pattern)].length;

describe('the page', () => {
  it('is valid HTML', async () => {
    const result = await new HtmlValidate({ extends: ['html-validate:recommended'] }).validateString(page);
    const messages = result.results.flatMap((file) =>
      file.messages.map((m) => `${m.line}: ${m.ruleId}: ${m.message}`),
    );
    expect(messages).toEqual([]);
  });

  it('runs nothing, loads nothing and names no address', () => {
    expect(page).not.toMatch(/<script|<link|<img|<iframe|javascript:|@import/i);
    expect(page).not.toMatch(/https?:/i);
    expect(page).not.toMatch(/\son[a-z]+=/i);
    expect(
      [...page.matchAll(/url\(([^)]{0,20})/g)].every(([, target]) => target?.startsWith('data:font/woff2;')),
    ).toBe(true);
  });

  it('has one stylesheet, allowed by its hash, and no style attribute', () => {
    expect(page).not.toMatch(/\sstyle=/);
    const css = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(css).digest('base64');
    expect(page).toContain(`default-src 'none'; style-src 'sha256-${hash}'; font-src data:;`);
    expect(count(/<style/g)).toBe(1);
  });

  it('carries the marking at both ends, in the title and in the print margins', () => {
    expect(page).toContain('<title>OFFICIAL-SENSITIVE: ');
    expect(count(/class="mark(?: end)?"/g)).toBe(2);
    expect(page).toContain('@top-center{content:"OFFICIAL-SENSITIVE"');
    expect(page).toContain('@bottom-center{content:"OFFICIAL-SENSITIVE"');
  });

  it('prints the notes of every table, also of those behind figures', async () => {
    const note = 'Districts whose number is hidden are left out.';
    const noted: ReportDocument = {
      ...sampleDocument,
      chapters: sampleDocument.chapters.map((chapter) => ({
        ...chapter,
        blocks: chapter.blocks.map((block) =>
          block.kind === 'figure' ? { ...block, table: { ...block.table, notes: [note] } } : block,
        ),
      })),
    };
    const { html } = await renderReport(noted);
    const figures = sampleDocument.chapters.flatMap(({ blocks }) =>
      blocks.filter(({ kind }) => kind === 'figure'),
    );
    expect(figures.length).toBeGreaterThan(0);
    expect(html.split(`<p class="notes">${note}</p>`)).toHaveLength(figures.length + 1);
    expect(page).toContain('A child who moved is counted once in each district.');
  });

  it('says that the data are synthetic on the page, at every exhibit and in print', () => {
    const exhibits = report.charts.length + 2;
    expect(count(/<p class="src">Source: [^<]*<span class="syn"> Synthetic data/g)).toBe(exhibits);
    expect(page).toContain('class="note demo"');
    expect(page).toContain('Board edition. Synthetic data."');
  });

  it('does not say so of real data', async () => {
    const real = await renderReport({ ...sampleDocument, synthetic: false });
    for (const text of [real.html, ...real.charts.map((chart) => chart.svg)])
      expect(text).not.toMatch(/synthetic/i);
  });

  it('numbers figures and tables from 1 in document order', () => {
    const numbers = [...page.matchAll(/<p class="no">(Figure|Table) (\d+)<\/p>/g)].map(
      ([, kind, number]) => `${kind} ${number}`,
    );
    const figures = numbers.filter((text) => text.startsWith('Figure'));
    expect(figures).toEqual(figures.map((_, index) => `Figure ${index + 1}`));
    expect(numbers.filter((text) => text.startsWith('Table'))).toEqual(['Table 1', 'Table 2']);
  });

  it('gives every figure its alternative text, source, and numbers as a table', () => {
    const articles = page
      .split('<article class="fig')
      .slice(1)
      .map((text) => text.split('</article>')[0] ?? '');
    expect(articles).toHaveLength(report.charts.length);
    for (const article of articles) {
      const images = [
        ...article.matchAll(/<svg class="c"[^>]*role="img" aria-label="([^"]+)"[^>]*focusable="false"/g),
      ];
      expect(images.length).toBeGreaterThan(0);
      for (const [, label] of images) expect(label?.split(' ').length).toBeGreaterThan(15);
      expect(article).toContain('<p class="src">Source: ');
      expect(article).toMatch(/<details><summary>Show figure \d+ as a table<\/summary>/);
      expect(article).toMatch(/<table><caption/);
    }
  });

  it('links every finding to its figure', () => {
    const targets = [...page.matchAll(/<a href="#([^"]+)">(?:Figure|Table) \d+<\/a>/g)].map(
      ([, id]) => id ?? '',
    );
    expect(targets).toHaveLength(5);
    for (const id of targets) expect(page).toContain(`id="${id}"`);
  });

  it('has unique ids, inside drawings too', () => {
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('writes text from the data as text', () => {
    expect(page).toContain('both rose &lt;&amp; &quot;quoted&quot;&gt;');
    expect(page).not.toContain('<& "quoted">');
  });

  it('explains the shorthand above each table that uses it', () => {
    expect(page).toMatch(/\[c\] hidden to protect children[^<]*; \[z\] not applicable\.<\/p>/);
    expect(page).toMatch(/\[x\] not available; \[z\] not applicable\.<\/p>/);
  });
});

describe('a sentence', () => {
  it('names the records that carry it', () => {
    const records = ['S01|PAN-LANCS|2018-H1|vs|2017-H1', 'S01|PAN-LANCS|2018-H1'];
    expect(sentence({ text: 'More than before.', records }).text).toBe(
      `<span data-records="${records.join(' ')}">More than before.</span>`,
    );
  });
});
