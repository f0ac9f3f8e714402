import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { IngestedFile } from '../../src/ingest/ingestFile.js';
import { CASES, ingestCase } from './corpus.js';

const SNAPSHOT = fileURLToPath(new URL('./corpus.expected.json', import.meta.url));

/** What a case comes to, without its wording: findings by code with severity, rows and first line, and the rows' fates. */
function summary(file: IngestedFile) {
  const { read, accepted, rejected, duplicates, superseded, setAside, ignoredLines } = file.reconciliation;
  return {
    refused: file.refused,
    rows: { read, accepted, rejected, duplicates, superseded, setAside, ignoredLines },
    stored: file.table?.rows ?? null,
    people: file.links?.rows ?? null,
    late: file.lateRows,
    findings: file.findings.map(
      (one) =>
        `${one.severity} ${one.rule} rows=${one.rows} line=${one.line ?? '-'} column=${one.letter ?? '-'}`,
    ),
  };
}

describe('the awkward corpus', () => {
  test('gives the findings that were written down (PROFILE_UPDATE_CORPUS=1 writes them anew)', async () => {
    const now: Record<string, unknown> = {};
    for (const name of CASES) now[name] = summary(await ingestCase(name));
    if (process.env['PROFILE_UPDATE_CORPUS'] === '1')
      writeFileSync(SNAPSHOT, `${JSON.stringify(now, null, 2)}\n`);
    expect(now).toEqual(JSON.parse(readFileSync(SNAPSHOT, 'utf8')));
  });

  test('covers at least forty cases', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(40);
  });
});
