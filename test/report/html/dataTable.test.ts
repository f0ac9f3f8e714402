import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/disclosure/model.js';
import { dataTable } from '../../../src/report/html/dataTable.js';
import { shorthandText } from '../../../src/report/html/shorthand.js';
import type { Cell, Table } from '../../../src/report/model.js';
import { asFirst, hidden, shown } from '../figures.js';

function tableOf(...cells: readonly Cell[]): Omit<Table, 'kind'> {
  return {
    id: 'one',
    title: 'One row',
    subtitle: '',
    columns: cells.map((_, i) => ({ id: `c${i}`, title: `Column ${i}`, align: 'right' })),
    rows: [{ cells }],
    notes: [],
    source: '',
    tidy: [],
  };
}

const count = (figure: Figure, mark?: 'p' | 'r'): Cell => ({
  figure,
  format: 'count',
  ...(mark === undefined ? {} : { mark }),
});

describe('a table', () => {
  it('writes marks after numbers and never after a symbol', () => {
    const table = tableOf(
      { text: 'Missing children' },
      count(shown(1158)),
      count(shown(12), 'p'),
      count(asFirst(1026)),
      count(asFirst(7), 'p'),
      count(hidden('c'), 'r'),
    );
    const cells = [...dataTable(table, 'One').text.matchAll(/<td[^>]*>([^<]*)<\/td>/g)].map(
      ([, text]) => text,
    );
    expect(cells).toEqual(['1,158', '12 [p]', '1,026 [f]', '7 [p] [f]', '[c]']);
  });

  it('explains the mark of old numbers where one stands', () => {
    expect(shorthandText([shown(1), asFirst(2)])).toBe('[f] as first published.');
    expect(shorthandText([hidden('c'), asFirst(2)])).toMatch(/^\[c\] hidden .*; \[f\] as first published\.$/);
    expect(shorthandText([shown(1)])).toBeNull();
  });
});
