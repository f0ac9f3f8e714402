import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { ExtractName } from '../../src/extracts/schema.js';
import type { Column, EventTable, LinkTable } from '../../src/extracts/table.js';
import { NULL_INT } from '../../src/extracts/table.js';
import type { AgencyId, PeriodId } from '../../src/reference/brands.js';
import type { Delivery } from '../../src/store/store.js';

export const POLICE = 'lancashire-constabulary' as AgencyId;
export const H1 = '2018-H1' as PeriodId;

/** A folder of its own for a test, removed when that has ended. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'profile-store-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A table with a column of each kind, with missing values in all of them. */
export function eventTable(
  rows: number,
  at: { extract?: ExtractName; period?: PeriodId; seed?: number } = {},
): EventTable {
  const seed = at.seed ?? 1;
  const numbers = (of: (row: number) => number) => Int32Array.from({ length: rows }, (_, row) => of(row));
  const columns = new Map<string, Column>([
    [
      'district',
      {
        kind: 'code',
        dictionary: ['E07000117', 'E06000009', 'Ÿ ünïcode'],
        index: numbers((row) => ((row * seed) % 4) - 1),
      },
    ],
    [
      'missing_from',
      { kind: 'minute', values: numbers((row) => (row % 5 === 0 ? NULL_INT : row * 61 * seed)) },
    ],
    ['referred', { kind: 'day', values: numbers((row) => (row % 7 === 0 ? NULL_INT : 17_000 + row)) }],
    ['age', { kind: 'integer', values: numbers((row) => (row % 3 === 0 ? NULL_INT : row % 18)) }],
    [
      'score',
      {
        kind: 'number',
        values: Float64Array.from({ length: rows }, (_, row) => (row % 4 === 0 ? Number.NaN : row / 3)),
      },
    ],
    ['never_filled', { kind: 'code', dictionary: [], index: numbers(() => -1) }],
  ]);
  return {
    extract: at.extract ?? 'missing-episodes',
    agency: POLICE,
    period: at.period ?? H1,
    rows,
    columns,
  };
}

/** Linkage evidence with and without numbers. */
export function linkTable(rows: number): LinkTable {
  const ids = Array.from({ length: rows }, (_, row) => row);
  return {
    agency: POLICE,
    rows,
    person: ids.map((row) => `p1_${row}`),
    nhs: ids.map((row) => (row % 2 === 0 ? `n1_${row}` : null)),
    upn: ids.map((row) => (row % 3 === 0 ? `u1_${row}` : null)),
    tokens: ids.map((row) => `v1 fxA:${String(row).padStart(11, '0')}`),
  };
}

/** A delivery of such a table. */
export function delivery(rows: number, at: Parameters<typeof eventTable>[1] = {}): Delivery {
  return {
    table: eventTable(rows, at),
    links: linkTable(rows),
    receipt: { read: rows, accepted: rows },
    sourceDigest: 'a'.repeat(64),
    schemaVersion: '1.0.0',
  };
}
