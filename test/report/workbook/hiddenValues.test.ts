import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../../src/report/model.js';
import { writeOds } from '../../../src/report/workbook/ods/writeOds.js';
import { workbookOf } from '../../../src/report/workbook/workbookOf.js';
import { writeXlsx } from '../../../src/report/workbook/xlsx/writeXlsx.js';
import { sampleDocument } from '../sampleDocument.js';
import { unzip } from './unzip.js';

const CANARY = '918273645';

/** Plants, against the types, the hidden number beside each symbol, and counts where. */
function planted(value: unknown, places: { count: number }): unknown {
  if (Array.isArray(value)) return value.map((item) => planted(item, places));
  if (typeof value !== 'object' || value === null) return value;
  if ('symbol' in value) {
    places.count++;
    return { ...value, number: Number(CANARY), secret: CANARY };
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, planted(item, places)]));
}

describe('a hidden number beside its symbol', () => {
  const places = { count: 0 };
  const leaky = planted(sampleDocument, places) as ReportDocument;

  it.each([
    ['ods', writeOds],
    ['xlsx', writeXlsx],
  ] as const)('reaches no part of the %s file', (_, write) => {
    expect(places.count).toBeGreaterThan(20);
    const bytes = write(workbookOf(leaky));
    for (const { text } of unzip(bytes)) expect(text).not.toContain(CANARY);
    expect(Buffer.compare(bytes, write(workbookOf(sampleDocument)))).toBe(0);
  });
});
