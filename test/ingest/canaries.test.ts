import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allRules, findRule } from '../../src/extracts/rules.js';
import { csvReport } from '../../src/ingest/formats/csv.js';
import { githubReport } from '../../src/ingest/formats/github.js';
import { jsonReport } from '../../src/ingest/formats/json.js';
import { junitReport } from '../../src/ingest/formats/junit.js';
import { sarifReport } from '../../src/ingest/formats/sarif.js';
import { textReport } from '../../src/ingest/formats/text.js';
import type { IngestedFile } from '../../src/ingest/ingestFile.js';
import type { OpenSource } from '../../src/ingest/reader/source.js';
import { CANARIES, CASES, CORPUS, ingest, ingestCase } from './corpus.js';

const OPTIONS = { maxFindings: 1000, version: '0' };

/** Everything that leaves ingest: the file itself (table, links, findings ...) and its findings in every format. */
function everythingOut(file: IngestedFile): string {
  const report = { findings: file.findings, reconciliations: [file.reconciliation], places: file.places };
  const columns = [...(file.table?.columns ?? [])].map(([name, column]) => [
    name,
    column.kind === 'code' ? column.dictionary : [...column.values],
  ]);
  return [
    JSON.stringify({ ...file, table: null }),
    JSON.stringify(columns),
    textReport(report, OPTIONS, findRule),
    jsonReport(report, OPTIONS),
    csvReport(report),
    junitReport(report),
    githubReport(report, OPTIONS),
    sarifReport(report, OPTIONS, allRules()),
  ]
    .join('\n')
    .toLowerCase();
}

function canariesIn(text: string): string[] {
  return CANARIES.filter((canary) => text.includes(canary));
}

/** Day number of the planted date of birth: it must not be stored either. */
const BIRTH_DAY = '12477';

describe('no planted personal data comes out', () => {
  test.each(CASES)('of %s', async (name) => {
    const file = await ingestCase(name);
    const out = everythingOut(file);
    expect(canariesIn(out)).toEqual([]);
    expect(out).not.toContain(BIRTH_DAY);
  });

  test('the corpus really holds it', () => {
    const all = CASES.map((name) => {
      try {
        return readFileSync(path.join(CORPUS, name, 'missing-episodes.csv'), 'latin1').toLowerCase();
      } catch {
        return '';
      }
    }).join('\n');
    expect(canariesIn(all).sort()).toEqual([...CANARIES].filter((one) => one !== 'pr10zz').sort());
  });
});

describe('bad input', () => {
  let dir = '';
  const good = readFileSync(path.join(CORPUS, 'good', 'missing-episodes.csv'));
  const write = (content: string | Buffer) => {
    const file = path.join(dir, 'missing-episodes.csv');
    writeFileSync(file, content);
    return file;
  };
  const refused = async (file: string, over = {}) => {
    const result = await ingest(file, over);
    expect(canariesIn(everythingOut(result))).toEqual([]);
    expect(result.refused).toBe(true);
    expect(result.table).toBeNull();
    return result.findings.map((one) => `${one.rule} ${one.message}`);
  };
  beforeAll(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'profile-ingest-'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test('a missing file, a folder', async () => {
    expect(await refused(path.join(dir, 'nothing.csv'))).toEqual(['GEN-012 The file does not exist.']);
    mkdirSync(path.join(dir, 'folder.csv'));
    expect(await refused(path.join(dir, 'folder.csv'))).toEqual(['GEN-012 This is a folder, not a file.']);
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read', async () => {
    const file = write(good);
    chmodSync(file, 0o000);
    expect(await refused(file)).toEqual(['GEN-012 The file may not be read by this user.']);
    chmodSync(file, 0o600);
  });

  test('a refusal by the system to open, or a failure while reading', async () => {
    const denied: OpenSource = async () => {
      const { ReadProblem } = await import('../../src/ingest/reader/batch.js');
      throw new ReadProblem('notPermitted');
    };
    expect(await refused(write(good), { openSource: denied })).toEqual([
      'GEN-012 The file may not be read by this user.',
    ]);
  });

  test('a file that changes while it is read', async () => {
    const changing: OpenSource = async () => ({
      size: good.length,
      async *blocks() {
        yield good;
      },
      digest: () => 'd',
      hasChanged: async () => true,
      close: async () => {},
    });
    expect(await refused(write(good), { openSource: changing })).toEqual([
      'GEN-012 The file changed while it was being read.',
    ]);
  });

  test('one line of 200 MB, without holding it in memory', async () => {
    const block = Buffer.alloc(1 << 20, 'Quillfeather ');
    let given = 0;
    const endless: OpenSource = async () => ({
      size: 200 << 20,
      async *blocks() {
        given = 0;
        for (; given < 200; given++) yield block;
      },
      digest: () => 'd',
      hasChanged: async () => false,
      close: async () => {},
    });
    const [finding] = await refused(write(good), { openSource: endless });
    expect(finding).toMatch(/^GEN-012 A record is longer than 1 MiB/);
    expect(given).toBeLessThan(5);
  });

  test('a quotation mark that is never closed before 2 MB more', async () => {
    const text = good.toString().replace('Zanzibella', '"Zanzibella');
    const rows = text.trimEnd().split('\n');
    const many = Array.from({ length: 12_000 }, (_, i) =>
      (rows[2] ?? '').replace('E2', `X${i}`).replace('CANARY-2', `CANARY-X${i}`),
    );
    const result = await ingest(write([...rows, ...many].join('\n')));
    expect(result.reconciliation.rejected).toBe(1);
    expect(result.reconciliation.read).toBe(12_003);
    expect(result.findings.map((one) => one.rule)).toContain('GEN-015');
    expect(canariesIn(everythingOut(result))).toEqual([]);
  });

  test.each(['utf-16le', 'utf-16be'] as const)(
    '%s with and without a byte order mark is read',
    async (encoding) => {
      const expected = await ingest(path.join(CORPUS, 'good', 'missing-episodes.csv'));
      for (const mark of ['\ufeff', '']) {
        const little = Buffer.from(mark + good.toString(), 'utf16le');
        const result = await ingest(write(encoding === 'utf-16le' ? little : little.swap16()));
        expect(result.reconciliation.accepted).toBe(3);
        expect(result.table).toEqual(expected.table);
      }
    },
  );
});
