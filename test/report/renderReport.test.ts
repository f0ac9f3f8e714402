import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { pngOf } from '../../src/report/charts/png.js';
import type { ReportDocument } from '../../src/report/model.js';
import { type RenderedReport, renderReport } from '../../src/report/renderReport.js';
import { darkShare, pixelsOf } from './pngPixels.js';
import { sampleDocument } from './sampleDocument.js';

let report: RenderedReport;

beforeAll(async () => {
  report = await renderReport(sampleDocument);
});

/** Plants, against the types, the hidden number beside each symbol. */
function planted(value: unknown, canary: string): unknown {
  if (Array.isArray(value)) return value.map((item) => planted(item, canary));
  if (typeof value !== 'object' || value === null) return value;
  if ('symbol' in value) return { ...value, number: Number(canary), secret: canary };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, planted(item, canary)]));
}

describe('renderReport', () => {
  it('writes one picture a figure and one file of numbers a table or figure', () => {
    expect(report.charts.map((chart) => chart.id)).toContain('trend');
    expect(report.charts).toHaveLength(16);
    expect(report.tables).toHaveLength(18);
    for (const { csv } of report.tables) expect(csv.split('\n')[0]).toMatch(/^time_period,.*,symbol$/);
  });

  it('writes the document as JSON that reads back', () => {
    expect(JSON.parse(report.json)).toEqual({
      format: 'profile-report/1',
      document: sampleDocument,
      statements: [],
      figures: {},
    });
  });

  it('writes all tables as two workbooks', () => {
    for (const bytes of [report.ods, report.xlsx])
      expect(Buffer.from(bytes).toString('latin1', 0, 2)).toBe('PK');
    expect(Buffer.from(report.ods).toString('latin1', 30, 38)).toBe('mimetype');
    expect(Buffer.from(report.xlsx).toString('latin1', 30, 49)).toBe('[Content_Types].xml');
  });

  it('bakes number, title, source and marking into every picture', () => {
    for (const [index, chart] of report.charts.entries()) {
      const words = chart.svg
        .replace(/<title>[^<]*<\/title>/g, '')
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ');
      expect(words).toContain(`Figure ${index + 1}. `);
      expect(words).toContain('Source: Lancashire Constabulary');
      expect(words).toContain('Synthetic data');
      expect(words.match(/OFFICIAL-SENSITIVE/g)).toHaveLength(2);
    }
  });

  it('inks every picture: dark bars at both ends, text under the first, and no two alike', async () => {
    const digests = new Set<string>();
    for (const { svg } of report.charts) {
      const png = await pngOf(svg);
      const pixels = pixelsOf(png);
      expect(pixels.width).toBe(2 * Number(/ width="(\d+)"/.exec(svg)?.[1]));
      expect(darkShare(pixels, 0, 10)).toBe(1);
      expect(darkShare(pixels, pixels.height - 10, pixels.height)).toBe(1);
      expect(darkShare(pixels, 70, 160)).toBeGreaterThan(0.01);
      expect(darkShare(pixels, 0, 60)).toBeLessThan(0.99);
      digests.add(createHash('sha256').update(png).digest('hex'));
    }
    expect(digests.size).toBe(report.charts.length);
  });

  it('lets no hidden number into any output', async () => {
    const canary = '918273645';
    const leaky = await renderReport(planted(sampleDocument, canary) as ReportDocument);
    const texts = [
      leaky.html,
      leaky.json,
      ...leaky.charts.map((chart) => chart.svg),
      ...leaky.tables.map((table) => table.csv),
    ];
    for (const text of texts) expect(text).not.toContain(canary);
    expect(leaky.html).toBe(report.html);
    expect(leaky.json).toBe(report.json);
    expect(Buffer.compare(leaky.ods, report.ods)).toBe(0);
    expect(Buffer.compare(leaky.xlsx, report.xlsx)).toBe(0);
  });

  it('gives the same bytes again', async () => {
    const again = await renderReport(sampleDocument);
    expect(again.html).toBe(report.html);
    expect(again.json).toBe(report.json);
    expect(Buffer.compare(again.ods, report.ods)).toBe(0);
    expect(Buffer.compare(again.xlsx, report.xlsx)).toBe(0);
    expect(again.charts.map((chart) => chart.svg)).toEqual(report.charts.map((chart) => chart.svg));
  });
});
