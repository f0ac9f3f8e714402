import { mkdirSync, writeFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AnalysisResult } from '../../src/analysis/model.js';
import { chromiumPath } from '../../src/pipeline/printRelease.js';
import { type Areas, areasOf } from '../../src/reference/areas.js';
import { renderQualityPage } from '../../src/report/quality/page.js';
import { renderReleaseIndex } from '../../src/report/releaseIndex.js';
import { renderReport } from '../../src/report/renderReport.js';
import { analysisResult, fixtureConfig, oddDocument } from '../report/chapters/profileFixture.js';
import { sampleDocument } from '../report/sampleDocument.js';
import { barriersOf, NO_BARRIERS, overhangOf } from './asked.js';

const path = chromiumPath(process.env);
/** Where the pages are left to be looked at: `ODD_PAGES=/tmp/odd npx vitest run test/browser/oddPartnerships.test.ts`. */
const keep = process.env['ODD_PAGES'];

const result = analysisResult('2016-H1', '2018-H1');
const LONG =
  'The Multi-Agency Safeguarding Children Partnership of Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch-upon-the-Northern-Estuary and District';

/** An invented partnership of one board with so many districts, some with long names. */
function placesOf(number: number): Areas {
  const place = (code: string, name: string, level: string) => ({ code, name, level, lscb_code: 'BOARD' });
  return areasOf([
    place('PAN-LANCS', 'The whole area', 'pan_area'),
    place('BOARD', 'The board', 'lscb'),
    ...Array.from({ length: number }, (_, index) =>
      place(
        `X${String(index + 1).padStart(8, '0')}`,
        index % 7 === 0 ? `Kingston upon Longwater ${index + 1}` : `District ${index + 1}`,
        'district',
      ),
    ),
  ]);
}

const FORTY = placesOf(40);

/** The same result with every count at nought. */
function allZero(one: AnalysisResult): AnalysisResult {
  return {
    ...one,
    observations: one.observations.map((o) => ({
      ...o,
      numerator: 0,
      value: o.value === null ? null : 0,
      lower: o.lower === null ? null : 0,
    })),
    statements: [],
    concentrations: [],
  };
}

const PAGES: readonly (readonly [name: string, make: () => Promise<string>])[] = [
  [
    'very long names',
    async () =>
      (
        await renderReport(
          oddDocument(
            result,
            {
              partnership: LONG,
              title: `${LONG}: problem profile`,
              agencies: fixtureConfig.agencies.map((agency) => ({
                ...agency,
                name: `${agency.name}, ${LONG}`,
              })),
            },
            { title: LONG, handling: LONG, distribution: [LONG, LONG], length: 'short' },
          ),
        )
      ).html,
  ],
  [
    'right-to-left and accented names',
    async () =>
      (
        await renderReport(
          oddDocument(
            result,
            {
              partnership: 'شراكة حماية الأطفال — Partneriaeth Diogelu’r Plant Sŵn-y-Môr',
              title: 'ملف المشكلة',
              agencies: fixtureConfig.agencies.map((agency, i) => ({
                ...agency,
                name: i % 2 === 0 ? 'شرطة المقاطعة' : 'Gwasanaeth Ieuenctid Ŷnys Môn, Żółć & Søn',
              })),
            },
            { title: 'نسخة المجلس', length: 'short' },
          ),
        )
      ).html,
  ],
  [
    'everything hidden',
    async () =>
      (await renderReport(oddDocument(result, {}, { threshold: 10_000_000, length: 'short' }))).html,
  ],
  [
    'nothing but noughts',
    async () => (await renderReport(oddDocument(allZero(result), {}, { length: 'short' }))).html,
  ],
  [
    'extracts that never came',
    async () =>
      (
        await renderReport(
          oddDocument(analysisResult('2017-H1', '2018-H1', ['S01', 'S02']), {}, { length: 'short' }),
        )
      ).html,
  ],
  [
    'forty localities',
    async () => {
      const many = analysisResult('2016-H1', '2018-H1', undefined, FORTY);
      return (await renderReport(oddDocument(many, {}, { length: 'short' }, FORTY))).html;
    },
  ],
  [
    'a partnership with one district',
    async () => {
      const one = analysisResult('2016-H1', '2018-H1', undefined, placesOf(1));
      return (await renderReport(oddDocument(one, {}, { length: 'short' }, placesOf(1)))).html;
    },
  ],
  [
    'an edition about one district',
    async () =>
      (await renderReport(oddDocument(result, {}, { about: 'LSCB-BPL' as never, length: 'short' }))).html,
  ],
  [
    'the page that opens a release',
    () =>
      Promise.resolve(
        renderReleaseIndex({
          editions: ['public', 'board'],
          documents: [
            {
              folder: 'public',
              stem: 'cse-profile-2018-H1-public',
              document: { ...sampleDocument, edition: 'public' },
            },
            {
              folder: 'board',
              stem: 'cse-profile-2018-H1-board',
              document: { ...sampleDocument, edition: 'board', editionTitle: LONG },
            },
          ],
          agencies: ['county-police', 'a-council'],
        }),
      ),
  ],
  [
    'the page for an agency',
    () =>
      Promise.resolve(
        renderQualityPage({
          agencyName: LONG,
          partnership: LONG,
          periodText: 'April to September 2018',
          marking: 'OFFICIAL-SENSITIVE',
          handling: '',
          synthetic: true,
          reconciliations: [
            {
              file: `${LONG.replaceAll(' ', '-')}.csv`,
              extract: 'missing-episodes',
              read: 4210,
              accepted: 4150,
              rejected: 12,
              duplicates: 40,
              superseded: 5,
              setAside: 3,
              nilReturn: false,
            },
          ],
          findings: [
            {
              rule: 'MIS-003',
              severity: 'error',
              extract: 'missing-episodes',
              file: `extracts/2018-H1/${LONG.replaceAll(' ', '-')}/missing-episodes.csv`,
              line: 1204,
              record: 1203,
              column: 'found_at',
              letter: 'H',
              rows: 12,
              message: 'The child was found before the report that the child was missing.',
              remedy: 'Check both times and send the file again.',
              notChecked: ['MIS-011'],
            },
          ],
          missing: ['Education events'],
        }),
      ),
  ],
];

// Without a Chromium these are skipped, and the run says so.
describe.skipIf(path === null).each(PAGES)('%s', (name, make) => {
  let browser: Browser;
  let text = '';
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: path ?? '', args: ['--no-sandbox'] });
    text = await make();
    if (keep !== undefined) {
      mkdirSync(keep, { recursive: true });
      writeFileSync(`${keep}/${name.replaceAll(' ', '-')}.html`, text);
    }
  });
  afterAll(() => browser.close());

  it('hold the layout on a small phone and a laptop, without a barrier', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.setContent(text);
    expect(await overhangOf(page)).toBe(0);
    await page.setViewportSize({ width: 320, height: 900 });
    expect(await barriersOf(page)).toEqual(NO_BARRIERS);
    await page.close();
  });
});
