import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Batch, IRREGULAR } from '../../../src/ingest/reader/batch.js';
import { cellDecoder } from '../../../src/ingest/reader/encoding.js';
import { readBatches } from '../../../src/ingest/reader/readBatches.js';

interface Read {
  readonly rows: string[][];
  readonly lines: number[];
  readonly flags: number[];
  readonly blank: number;
}

async function read(text: string, columns: number, block = 7, newline = 10, batchRows = 3): Promise<Read> {
  async function* blocks() {
    const bytes = Buffer.from(text, 'utf8');
    for (let at = 0; at < bytes.length; at += block) yield bytes.subarray(at, at + block);
  }
  const result: Read = { rows: [], lines: [], flags: [], blank: 0 };
  const options = {
    columns,
    newline,
    delimiter: 44,
    decode: cellDecoder('utf-8'),
    skip: 0,
    firstLine: 2,
    batchRows,
  };
  let blank = 0;
  for await (const batch of readBatches(blocks(), options)) {
    expect(batch.firstRecord).toBe(result.rows.length + 1);
    blank += batch.blankLines;
    for (let row = 0; row < batch.rows; row++) {
      result.rows.push(cells(batch, row));
      result.lines.push(batch.lines[row] ?? 0);
      result.flags.push(batch.irregular[row] ?? 0);
    }
  }
  return { ...result, blank };
}

const cells = (batch: Batch, row: number) =>
  batch.columns.map((column) => column.dictionary[column.index[row] ?? -1] ?? '(none)');

const plainCell = fc.string({
  unit: fc.constantFrom('a', 'b', 'Z', '0', '7', ' ', 'é', '€', '-', ';', "'"),
  maxLength: 6,
});
const hardCell = fc.string({
  unit: fc.constantFrom('a', '"', '\n', 'é', ' ', '7'),
  maxLength: 6,
});
const quote = (cell: string) => (/["\n,]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The file as csv-parse alone reads it, rows of one empty cell (blank lines) left out. */
const oracle = (text: string): string[][] =>
  parse(text, { relax_column_count: true }).filter((row: string[]) => row.length > 1 || row[0] !== '');

describe('the splitter and csv-parse', () => {
  test('agree on any file without quotation marks, whatever the block size', async () => {
    const file = fc.record({
      rows: fc.array(fc.array(plainCell, { minLength: 3, maxLength: 3 }), { maxLength: 12 }),
      end: fc.constantFrom('\n', '\r\n'),
      last: fc.boolean(),
      block: fc.integer({ min: 1, max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(file, async ({ rows, end, last, block }) => {
        const text = rows.map((row) => row.join(',')).join(end) + (last && rows.length > 0 ? end : '');
        expect((await read(text, 3, block)).rows).toEqual(oracle(text));
      }),
    );
  });

  test('agree on quoted cells, line breaks and doubled quotation marks', async () => {
    const cell = fc.oneof({ arbitrary: plainCell, weight: 3 }, hardCell, fc.constant('a,b'));
    const file = fc.record({
      rows: fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 10 }),
      block: fc.integer({ min: 1, max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(file, async ({ rows, block }) => {
        fc.pre(!rows.some((row) => row.some((one) => one.includes('\n') && one.includes(','))));
        const text = rows.map((row) => `${row.map(quote).join(',')}\n`).join('');
        const result = await read(text, 3, block);
        expect(result.rows).toEqual(rows);
        expect(result.rows).toEqual(oracle(text));
        const lines = text.split('\n');
        expect(result.lines.at(-1) ?? 2).toBeLessThanOrEqual(lines.length + 1);
      }),
    );
  });

  test('agree on rows with too few and too many cells', async () => {
    const rows = fc.array(fc.array(plainCell, { minLength: 1, maxLength: 5 }), { maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (table, quoted) => {
        const text = table.map((row) => `${row.map((c) => (quoted ? `"${c}"` : c)).join(',')}\n`).join('');
        const result = await read(text, 3);
        const expected = oracle(text);
        expect(result.rows).toEqual(expected.map((row) => [row[0] ?? '', row[1] ?? '', row[2] ?? '']));
        expect(result.flags).toEqual(
          expected.map((row) =>
            row.length < 3 ? IRREGULAR.short : row.slice(3).some((one) => one !== '') ? IRREGULAR.long : 0,
          ),
        );
      }),
    );
  });
});

describe('physical lines', () => {
  test('stay right after quoted line breaks and blank lines', async () => {
    const result = await read('a,b\n"x\ny\nz",c\n\n\nd,e\n', 2);
    expect(result.rows).toEqual([
      ['a', 'b'],
      ['x\ny\nz', 'c'],
      ['d', 'e'],
    ]);
    expect(result.lines).toEqual([2, 3, 8]);
    expect(result.flags).toEqual([0, IRREGULAR.multiLine, 0]);
    expect(result.blank).toBe(2);
  });

  test('carriage returns alone end lines when told so', async () => {
    const result = await read('a,b\rc,d\r', 2, 3, 13);
    expect(result.rows).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });
});

describe('a stray quotation mark', () => {
  test('does not swallow the rows after it when it is never closed', async () => {
    const text = `a,b,c\n1,"2,3\n${'4,5,6\n'.repeat(50)}`;
    const result = await read(text, 3, 64);
    expect(result.rows).toHaveLength(52);
    expect(result.rows[1]).toEqual(['1', '"2', '3']);
    expect(result.flags.filter((flag) => flag === IRREGULAR.strayQuote)).toHaveLength(1);
    expect(result.lines.at(-1)).toBe(53);
  });

  test('does not swallow the rows up to the next one', async () => {
    const text = `1,"2,3\n${'4,5,6\n'.repeat(68)}7,8",9\n4,5,6\n`;
    const result = await read(text, 3, 4096);
    expect(result.rows).toHaveLength(71);
    expect(result.flags.filter((flag) => flag === IRREGULAR.strayQuote)).toHaveLength(2);
  });

  test('inside a cell is kept as it stands and flagged', async () => {
    const result = await read('1,5" pipe,3\n4,5,6\n', 3);
    expect(result.rows).toEqual([
      ['1', '5" pipe', '3'],
      ['4', '5', '6'],
    ]);
    expect(result.flags).toEqual([IRREGULAR.strayQuote, 0]);
  });
});

test('a line of more than 1 MiB is refused, not held in memory', async () => {
  await expect(read('x'.repeat(3 << 20), 2, 1 << 20)).rejects.toMatchObject({ kind: 'recordTooLong' });
});

test('zero bytes are refused', async () => {
  await expect(read('a,\0\n', 2)).rejects.toMatchObject({ kind: 'binary' });
});
