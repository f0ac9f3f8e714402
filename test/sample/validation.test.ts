import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSchema } from '../../src/extracts/load.js';
import { EXTRACT_NAMES } from '../../src/extracts/schema.js';
import { type IngestedFile, ingestFile } from '../../src/ingest/ingestFile.js';
import type { AgencyId } from '../../src/reference/brands.js';
import { parsePeriod } from '../../src/reference/calendar.js';
import { generateWorkspace, SAMPLE_SEED } from '../../src/sample/generateWorkspace.js';
import { PLANNED_QUIRKS, type Quirk } from '../../src/sample/quirks.js';

const TOLERATED = 0.05;

let root = '';
const ingested: IngestedFile[] = [];

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'sample-'));
  for (const file of generateWorkspace({ seed: SAMPLE_SEED })) {
    const target = path.join(root, file.path);
    mkdirSync(path.dirname(target), { recursive: true });
    const { content } = file;
    writeFileSync(
      target,
      typeof content === 'string' || content instanceof Uint8Array ? content : [...content].join(''),
    );
    const [, period = '', agency = '', name = ''] = file.path.split('/');
    const extract = EXTRACT_NAMES.find((one) => `${one}.meta.yaml` === name);
    if (extract === undefined) continue;
    const csv = target.replace('.meta.yaml', '.csv');
    ingested.push(
      await ingestFile({
        path: csv,
        displayPath: path.relative(root, csv),
        schema: loadSchema(extract),
        // The folders of the sample are named by its agencies.
        agency: agency as AgencyId,
        period: parsePeriod(period),
        meta: target,
        encoder: null,
        owners: new Map(),
      }),
    );
  }
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

function planned(kinds: readonly Quirk['kind'][]): number {
  return PLANNED_QUIRKS.flatMap(({ quirks }) => quirks)
    .filter(({ kind }) => kinds.includes(kind))
    .reduce((sum, quirk) => sum + ('rows' in quirk ? quirk.rows : 1), 0);
}

const total = (of: (file: IngestedFile) => number): number =>
  ingested.reduce((sum, file) => sum + of(file), 0);

describe('what ingest makes of the sample', () => {
  it('reads every file', () => {
    expect(ingested.filter(({ refused }) => refused)).toEqual([]);
    expect(ingested.filter(({ reconciliation }) => reconciliation.nilReturn)).toHaveLength(
      planned(['nil-return']),
    );
  });

  it('rejects exactly the rows that were spoilt on purpose', () => {
    expect(total(({ reconciliation }) => reconciliation.rejected)).toBe(
      planned(['impossible-dates', 'unknown-codes', 'blanks', 'near-duplicates']),
    );
    expect(total(({ reconciliation }) => reconciliation.duplicates)).toBe(planned(['repeated-rows']));
    expect(total(({ reconciliation }) => reconciliation.superseded)).toBe(0);
    expect(total(({ reconciliation }) => reconciliation.ignoredLines)).toBe(
      planned(['totals-row', 'repeated-header']),
    );
  });

  it('finds no error anywhere else', () => {
    const errors = ingested
      .flatMap(({ findings }) => findings)
      .filter(({ severity }) => severity === 'error');
    const byRule = new Map<string, number>();
    for (const { rule, rows } of errors) byRule.set(rule, (byRule.get(rule) ?? 0) + rows);
    expect(Object.fromEntries(byRule)).toEqual({
      'GEN-001': planned(['blanks']),
      'GEN-002': planned(['impossible-dates']),
      'GEN-003': planned(['unknown-codes']),
      'MIS-027': planned(['near-duplicates']),
    });
  });

  it('stays well below the tolerated share of rejected rows in every file', () => {
    for (const { reconciliation } of ingested) {
      expect(reconciliation.rejected).toBeLessThan(TOLERATED * Math.max(1, reconciliation.read));
    }
  });

  it('sees late rows, people over 17 and cancelled crimes, as in practice, but few of them', () => {
    const setAside = total(({ reconciliation }) => reconciliation.setAside);
    expect(setAside).toBeGreaterThan(20);
    expect(setAside / total(({ reconciliation }) => reconciliation.read)).toBeLessThan(0.01);
    const late = total(({ lateRows }) => lateRows);
    expect(late).toBeGreaterThan(20);
    expect(late).toBeLessThan(200);
  });
});
