import { describe, expect, it } from 'vitest';
import type { StatementRecord } from '../../src/analysis/model.js';
import { protect } from '../../src/disclosure/protect.js';
import type { PeriodId } from '../../src/reference/brands.js';
import { periodsBetween } from '../../src/reference/calendar.js';
import { area, count, H1, result } from './observation.js';

const FIRST = '2015-H2' as PeriodId;
const PERIODS = periodsBetween(FIRST, H1);
const board = {
  edition: 'board',
  threshold: 5,
  ceiling: 'B',
  ceilings: new Map([['S01', 'B' as const]]),
} as const;

const record: StatementRecord = {
  id: 'S01|E07000117|2018-H1|trend|2015-H2',
  kind: 'trend',
  indicator: 'S01',
  countingUnit: 'children',
  area: area('E07000117'),
  period: H1,
  comparedWith: FIRST,
  n1: null,
  n2: null,
  exposure1: null,
  exposure2: null,
  method: 'quasi-poisson',
  estimate: 8,
  lower: 2,
  upper: 14,
  p: 0.01,
  pAdjusted: null,
  family: null,
  verdict: 'rising',
  clearly: false,
  refusal: null,
  series: { hingesOn: null, lower80: null, upper80: null, inside: null, tried: null },
};

function published(counts: readonly number[]) {
  const observations = PERIODS.map((period, i) => count('S01', 'E07000117', counts[i] ?? 0, { period }));
  return protect(result(observations, { periods: PERIODS, statements: [record] }), board).statement(
    'trend',
    'S01',
    'E07000117',
  );
}

describe('a trend', () => {
  it('is spoken when every number of its series is shown', () => {
    expect(published([10, 12, 14, 15, 17, 20])?.verdict).toBe('rising');
  });

  it('is not spoken when one number of its series is hidden, wherever it stands', () => {
    for (const hidden of PERIODS.keys()) {
      const counts = [10, 12, 14, 15, 17, 20].map((n, i) => (i === hidden ? 3 : n));
      const found = published(counts);
      expect(found?.verdict).toBe('confidential');
      expect(found?.estimate).toEqual({ symbol: 'c' });
      expect(found?.refusal).toBeNull();
    }
  });
});
