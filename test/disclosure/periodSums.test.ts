import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protectTogether } from '../../src/disclosure/protect.js';
import type { PeriodId } from '../../src/reference/brands.js';
import { periodsWithin } from '../../src/reference/calendar.js';
import { count, H1, result } from './observation.js';

const QUARTERS = periodsWithin([H1], 'quarter');
const MONTHS = periodsWithin([H1], 'month');
const board = {
  edition: 'board',
  threshold: 5,
  ceiling: 'B',
  ceilings: new Map([['M01', 'B' as const]]),
} as const;
const BURNLEY = 'E07000117';

/** What is shown of the half-year, its quarters and its months, all of one district; null where hidden. */
function shown(monthly: readonly number[]): Map<string, number | null> {
  const sum = (from: number, to: number): number => monthly.slice(from, to).reduce((all, n) => all + n, 0);
  const at = (period: PeriodId, n: number) => count('M01', BURNLEY, n, { period });
  const results = [
    result([at(H1, sum(0, 6))], { periods: [H1] }),
    result(
      QUARTERS.map((id, i) => at(id, sum(3 * i, 3 * i + 3))),
      { periods: QUARTERS },
    ),
    result(
      MONTHS.map((id, i) => at(id, monthly[i] ?? 0)),
      { periods: MONTHS },
    ),
  ];
  const seen = new Map<string, number | null>();
  for (const published of protectTogether(results, board)) {
    for (const o of published.all()) {
      seen.set(o.period, 'number' in o.numerator ? o.numerator.number : null);
    }
  }
  return seen;
}

const SUMS: readonly (readonly [PeriodId, readonly PeriodId[]])[] = [
  [H1, QUARTERS],
  [H1, MONTHS],
  ...QUARTERS.map((id, i) => [id, MONTHS.slice(3 * i, 3 * i + 3)] as const),
];

describe('half-years, quarters and months of one edition', () => {
  it('never leave a small month to be worked out by subtraction', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 6, maxLength: 6 }), (monthly) => {
        const known = new Map(shown(monthly));
        for (let again = true; again; ) {
          again = false;
          for (const [total, parts] of SUMS) {
            const members = [total, ...parts];
            const hidden = members.filter((id) => known.get(id) === null);
            const [one] = hidden;
            if (hidden.length !== 1 || one === undefined) continue;
            const rest = parts.filter((id) => id !== one).reduce((all, id) => all + (known.get(id) ?? 0), 0);
            known.set(one, one === total ? rest : (known.get(total) ?? 0) - rest);
            again = true;
          }
        }
        monthly.forEach((n, i) => {
          if (n >= 1 && n < 5) expect(known.get(MONTHS[i] ?? H1)).toBeNull();
        });
      }),
      { numRuns: 300 },
    );
  });

  it('show what needs no protection', () => {
    expect([...shown([10, 11, 12, 13, 14, 15]).values()]).not.toContain(null);
  });
});
