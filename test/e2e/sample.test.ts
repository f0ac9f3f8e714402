import { cp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { VERDICT_WORDS, violations } from '../../src/analysis/gate/words.js';
import type { Verdict } from '../../src/analysis/model.js';
import { EXTRACT_NAMES } from '../../src/extracts/schema.js';
import { directionFaults } from '../../src/pipeline/audit/directions.js';
import { readRelease } from '../../src/pipeline/audit/readRelease.js';
import { bannedWords } from '../../src/report/words/bannedWords.js';
import { type Captured, profile } from '../cli/capture.js';
import { exhibitsIn } from '../pipeline/audit/exhibits.js';
import { spokenIn } from '../pipeline/audit/spoken.js';
import { digests, removeFoldersAfterwards, temporaryFolder } from './workspace.js';

removeFoldersAfterwards();

const SAMPLE = fileURLToPath(new URL('../../sample-data', import.meta.url));
const REPORTS = fileURLToPath(new URL('../../reports', import.meta.url));
const PERIOD = '2018-H1';

let cwd = '';
let run: Captured;
let files: string[] = [];

beforeAll(async () => {
  cwd = await temporaryFolder();
  for (const name of [
    'extracts',
    'words',
    'comparators.csv',
    'profile.config.yaml',
    'demonstration.key',
    'README.md',
  ]) {
    await cp(path.join(SAMPLE, name), path.join(cwd, 'sample-data', name), { recursive: true });
  }
  run = await profile(['build', 'sample-data'], { cwd });
  files = Object.keys(await digests(path.join(cwd, 'sample-data/reports')));
});

const matching = (pattern: RegExp) => files.filter((file) => pattern.test(file));

describe('the sample workspace, built as the README says', () => {
  it('ends well', () => {
    expect({ code: run.code, err: run.err }).toEqual({ code: 0, err: '' });
  });

  it('prints where every row of every extract went, and the totals', () => {
    for (const name of EXTRACT_NAMES) {
      const line = run.out.split('\n').find((one) => one.startsWith(`${name} `));
      const [count = NaN, read = NaN, ...fates] = (line ?? '')
        .split(/ {2,}/)
        .slice(1)
        .map((text) => Number(text.replaceAll(',', '')));
      expect(count).toBeGreaterThanOrEqual(9);
      expect(read).toBeGreaterThan(0);
      expect(fates.reduce((sum, n) => sum + n, 0)).toBe(read);
    }
    expect(run.out).toMatch(
      /\n[\d,]+ rows read, [\d,]+ accepted, [\d,]+ rejected; 239 files read, 0 unchanged/,
    );
    expect(run.out).toMatch(
      /\n[\d,]+ children and other people from [\d,]+ agency records, [\d,]+ known to more/,
    );
    expect(run.out).toMatch(/\n[\d,]+ missing episodes in the history\.\n/);
    expect(run.out).toContain(`Release written to sample-data/reports/${PERIOD} (`);
    expect(run.out).toContain(`sample-data/reports/${PERIOD}/board/cse-profile-${PERIOD}-board.html`);
    expect(run.out).toMatch(
      /analyse [\d.]+ s, protect and render [\d.]+ s, write [\d.]+ s; [\d.]+ s in all\.\n$/,
    );
  });

  it('tells what is missing from what is nil', () => {
    expect(run.out).toContain(
      'Not sent (shown as not available, not as zero): extracts/2018-H1/blackpool-council/education.csv.\n',
    );
    expect(run.out).toContain('Nil returns: extracts/2015-H2/lancashire-constabulary/ocg-links.csv.\n');
  });

  it('writes a release in the layout that was agreed', () => {
    expect(files.every((file) => file.startsWith(`${PERIOD}/`))).toBe(true);
    for (const name of [
      'manifest.json',
      'audit.json',
      `board/cse-profile-${PERIOD}-board.html`,
      'board/profile.json',
      'quality/lancashire-constabulary/index.html',
      'quality/nhs-lancashire/findings.csv',
    ]) {
      expect(files).toContain(`${PERIOD}/${name}`);
    }
    expect(matching(/\/quality\/[a-z-]+\/(index\.html|findings\.csv)$/)).toHaveLength(12);
    expect(matching(/\/tactical\/(?:annex\/)?tables\/[a-z0-9-]+\.csv$/i).length).toBeGreaterThanOrEqual(100);
    const svg = matching(/\/tactical\/(?:annex\/)?charts\/[^/]+\.svg$/);
    expect(svg.length).toBeGreaterThanOrEqual(80);
    expect(matching(/\/tactical\/(?:annex\/)?charts\/[^/]+\.png$/)).toEqual(
      svg.map((file) => file.replace(/svg$/, 'png')),
    );
  });

  it.each([
    ...['public', 'board', 'tactical'].map((edition) => `${edition}/cse-profile-${PERIOD}-${edition}.html`),
    `tactical/annex/cse-annex-${PERIOD}-tactical.html`,
  ])('gives %s in reports/', async (file) => {
    const page = `${PERIOD}/${file}`;
    const made = await readFile(path.join(cwd, 'sample-data/reports', page));
    const committed = await readFile(path.join(REPORTS, page));
    // After a change: npm run report, look at the pages, and commit them.
    expect({ page, same: made.equals(committed) }).toEqual({ page, same: true });
  });

  it('is attacked as finished files, and nothing is found', async () => {
    const { code, out } = await profile(['audit', path.join('sample-data/reports', PERIOD)], { cwd });
    expect(out).toMatch(/\nNothing was found\.\n$/);
    expect(code).toBe(0);
  });

  it('gives everybody counts to the nearest five only, and nothing made from others', async () => {
    const release = await readRelease(path.join(cwd, 'sample-data/reports', PERIOD), PERIOD);
    const [summary] = release.documents.filter(({ edition }) => edition === 'public');
    const rows = exhibitsIn(summary?.profile?.document.chapters).flatMap(({ tidy }) => tidy);
    expect(rows.length).toBeGreaterThan(40);
    let shares = 0;
    for (const { numerator, denominator, value, unit, indicator, areaCode, period } of rows) {
      if (!('number' in numerator)) continue;
      expect([indicator, areaCode, period, numerator.number % 5]).toEqual([indicator, areaCode, period, 0]);
      if (unit !== 'percent' || !('number' in denominator) || !('number' in value)) continue;
      expect(denominator.number % 5).toBe(0);
      expect(value.number).toBeCloseTo((100 * numerator.number) / denominator.number, 9);
      shares += 1;
    }
    expect(shares).toBeGreaterThan(10);
    for (const { n1, n2, kind, verdict } of summary?.profile?.statements ?? [])
      if (kind === 'change' && verdict !== 'confidential')
        for (const count of [n1, n2]) expect('number' in count ? count.number % 5 : 0).toBe(0);
  });

  it('says in every readable file that the data are invented', async () => {
    const { inputs, synthetic } = JSON.parse(
      await readFile(path.join(cwd, 'sample-data/reports', PERIOD, 'manifest.json'), 'utf8'),
    ) as { inputs: unknown[]; synthetic: boolean };
    expect(synthetic).toBe(true);
    expect(inputs).toHaveLength(239);
    for (const file of matching(/\.(html|svg)$/)) {
      const text = await readFile(path.join(cwd, 'sample-data/reports', file), 'utf8');
      expect({ file, said: /synthetic/i.test(text) }).toEqual({ file, said: true });
    }
  });

  it('needs no network and runs nothing: the page is one file without script', async () => {
    const page = await readFile(
      path.join(cwd, 'sample-data/reports', PERIOD, `board/cse-profile-${PERIOD}-board.html`),
      'utf8',
    );
    expect(page).not.toMatch(/<script|<iframe|\son[a-z]+=|(?:src|href)="https?:|url\(["']?https?:|@import/i);
  });

  it('lets every sentence of every document be traced to its record, and say no more than its verdict', async () => {
    const documents = matching(/\/profile\.json$/);
    expect(documents.length).toBeGreaterThan(10);
    let checked = 0;
    for (const file of documents) {
      const json: unknown = JSON.parse(await readFile(path.join(cwd, 'sample-data/reports', file), 'utf8'));
      const { statements, figures, document } = parsed.parse(json);
      const verdicts = new Map(statements.map(({ id, verdict }) => [id, verdict]));
      for (const { text, records } of sentencesIn(document)) {
        expect({ text, banned: bannedWords(text).map(({ pattern }) => String(pattern)) }).toEqual({
          text,
          banned: [],
        });
        for (const id of records) expect(verdicts.has(id) || id in figures, `${file}: ${id}`).toBe(true);
        // A sentence may speak of several records; where their verdicts agree it must keep to that verdict's words.
        const [one, ...others] = new Set(records.flatMap((id) => verdicts.get(id) ?? []));
        if (one === undefined || one === 'confidential' || others.length > 0) continue;
        expect({ text, said: violations(one, text) }).toEqual({ text, said: [] });
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(200);
  });

  it('says of no measure that it went a way which its records do not give, and the audit would notice', async () => {
    const release = await readRelease(path.join(cwd, 'sample-data/reports', PERIOD), PERIOD);
    const changes: readonly (readonly [RegExp, string])[] = [
      [/\bhigher\b/, 'lower'],
      [/\blower\b/, 'higher'],
      [/(\d) more\b/, '$1 fewer'],
      [/(\d) fewer\b/, '$1 more'],
      [/No clear change/, 'The number is clearly higher'],
      [/Too few to say whether this differs/, 'Clearly higher than'],
      [/too few to say whether it changed/, 'it rose'],
    ];
    const found = changes.map(() => 0);
    for (const document of release.documents) {
      expect(directionFaults(document)).toEqual([]);
      for (const sentence of spokenIn(document.profile)) {
        const before = sentence.text;
        for (const [i, [from, to]] of changes.entries()) {
          if (!from.test(before)) continue;
          sentence.text = before.replace(from, to);
          expect([sentence.text, directionFaults(document).map(({ kind }) => kind)]).toEqual([
            sentence.text,
            ['sentence'],
          ]);
          found[i] = (found[i] ?? 0) + 1;
          sentence.text = before;
        }
      }
    }
    expect(Math.min(...found)).toBeGreaterThan(10);
  });
});

const parsed = z.object({
  document: z.unknown(),
  figures: z.record(z.string(), z.unknown()),
  statements: z.array(
    z.object({
      id: z.string(),
      verdict: z.custom<Verdict | 'confidential'>(
        (value) => value === 'confidential' || String(value) in VERDICT_WORDS,
      ),
    }),
  ),
});

const spoken = z.object({ text: z.string(), records: z.array(z.string()) });

function sentencesIn(value: unknown, found: z.output<typeof spoken>[] = []): z.output<typeof spoken>[] {
  if (Array.isArray(value)) for (const item of value) sentencesIn(item, found);
  else if (typeof value === 'object' && value !== null) {
    const sentence = spoken.safeParse(value);
    if (sentence.success) found.push(sentence.data);
    for (const item of Object.values(value)) sentencesIn(item, found);
  }
  return found;
}
