import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CORPUS, ingest } from './corpus.js';

let dir = '';
beforeAll(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'profile-laws-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const [headerLine = '', ...goodLines] = readFileSync(
  path.join(CORPUS, 'good', 'missing-episodes.csv'),
  'utf8',
)
  .trimEnd()
  .split('\n');
const header = headerLine.split(',');
const goodRow = (goodLines[0] ?? '').split(',');

const ingestRows = (names: readonly string[], rows: readonly (readonly string[])[]) => {
  const file = path.join(dir, 'missing-episodes.csv');
  writeFileSync(file, `${[names, ...rows].map((row) => row.join(',')).join('\n')}\n`);
  return ingest(file);
};

/** A row of mostly good cells, with identifiers from a small set so that repeats happen, and some bad ones. */
const row = fc
  .record({
    id: fc.integer({ min: 1, max: 4 }),
    damage: fc.option(
      fc.tuple(
        fc.integer({ min: 0, max: header.length - 1 }),
        fc.constantFrom('', '?', '2018-02-31', 'NULL', '1', 'Total', '2019-01-01T00:00', 'W1', '1990-01-01'),
      ),
    ),
  })
  .map(({ id, damage }) => {
    const cells = [...goodRow];
    cells[0] = `E${id}`;
    if (damage !== null) cells[damage[0]] = damage[1];
    return cells;
  });
const table = fc.array(row, { minLength: 1, maxLength: 12 });

test('every row has exactly one fate, whatever is in it', async () => {
  await fc.assert(
    fc.asyncProperty(table, async (rows) => {
      const { reconciliation: r, table: stored } = await ingestRows(header, rows);
      expect(r.accepted + r.rejected + r.duplicates + r.superseded + r.setAside).toBe(r.read);
      expect(r.read + r.ignoredLines).toBe(rows.length);
      expect(stored?.rows ?? 0).toBe(r.accepted);
    }),
    { numRuns: 60 },
  );
});

test('the order of columns and the spelling of headers change nothing', async () => {
  const order = fc.shuffledSubarray(
    header.map((_, i) => i),
    { minLength: header.length, maxLength: header.length },
  );
  const spelling = fc.constantFrom(
    (name: string) => name.toUpperCase(),
    (name: string) => name.replaceAll('_', ' '),
    (name: string) => ` ${name.replaceAll('_', '-')} `,
  );
  await fc.assert(
    fc.asyncProperty(table, order, spelling, async (rows, columns, respell) => {
      const expected = await ingestRows(header, rows);
      const changed = await ingestRows(
        columns.map((c) => respell(header[c] ?? '')),
        rows.map((cells) => columns.map((c) => cells[c] ?? '')),
      );
      // Which cell comes first decides what is a totals row; that is another test's business.
      fc.pre(![...expected.findings, ...changed.findings].some((one) => one.rule === 'GEN-014'));
      expect(changed.reconciliation).toEqual(expected.reconciliation);
      expect(changed.table).toEqual(expected.table);
      expect(changed.findings.map((one) => [one.rule, one.rows, one.line, one.column])).toEqual(
        expected.findings.map((one) => [one.rule, one.rows, one.line, one.column]),
      );
    }),
    { numRuns: 40 },
  );
});
