import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { discoverExtracts } from '../../src/ingest/discover.js';

let root = '';
const put = (file: string, content = '') => {
  const full = path.join(root, 'extracts', file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, content);
};

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'profile-discover-'));
  put('2018-H1/police/missing-episodes.csv');
  put('2018-H1/police/missing-episodes.meta.yaml', 'rows: 0\n');
  put('2018-H1/police/disruption.meta.yaml', 'nil_return: Y\n');
  put('2018-H1/police/ocg.meta.yaml', 'nil_return: N\n');
  put('2018-H1/police/suspect.csv');
  put('2018-H1/police/offences.xlsx');
  put('2018-H1/police/readme.md');
  put('2018-H1/polcie/offences.csv');
  put('2018-H1/.hidden/offences.csv');
  put('2018-H1/council/referrals.csv/inside.txt');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('finds what was sent, what was declared nil, what is missing and what is misnamed', async () => {
  const { found, findings } = await discoverExtracts({
    root,
    extractsDir: path.join(root, 'extracts'),
    periods: ['2018-H1', '2018-H2'],
    agencies: [
      { id: 'police', extracts: ['missing-episodes', 'disruption', 'ocg', 'offences'] },
      { id: 'council', extracts: ['referrals'] },
    ],
  });
  expect(
    found.map((one) => [one.displayPath, one.metaPath === null ? null : path.basename(one.metaPath)]),
  ).toEqual([
    ['extracts/2018-H1/police/disruption.csv', 'disruption.meta.yaml'],
    ['extracts/2018-H1/police/missing-episodes.csv', 'missing-episodes.meta.yaml'],
    ['extracts/2018-H1/council/referrals.csv', null],
  ]);
  const said = findings.map((one) => `${one.rule} ${one.file}`);
  expect(said).toEqual([
    'GEN-013 extracts/2018-H1/polcie',
    'GEN-013 extracts/2018-H1/police/offences.xlsx',
    'GEN-013 extracts/2018-H1/police/suspect.csv',
    'F18 extracts/2018-H1/police/offences.csv',
    'F18 extracts/2018-H1/police/ocg.csv',
    'F18 extracts/2018-H2/police/missing-episodes.csv',
    'F18 extracts/2018-H2/police/offences.csv',
    'F18 extracts/2018-H2/police/ocg.csv',
    'F18 extracts/2018-H2/police/disruption.csv',
    'F18 extracts/2018-H2/council/referrals.csv',
  ]);
  expect(findings[0]?.message).toContain('Did you mean police?');
  expect(findings[2]?.message).toContain('Did you mean suspects.csv?');
});
