import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/analysis/analyse.js';
import type { SeriesBreak } from '../../../src/analysis/input.js';
import type { StatementRecord } from '../../../src/analysis/model.js';
import { parsePeriod, periodSpan, periodsBetween } from '../../../src/reference/calendar.js';
import { dayFromIso, isoFromDay } from '../../../src/reference/days.js';
import { trend } from '../../../src/statistics/trend.js';
import { inputOf, type Row, tablesBy } from '../tables.js';

const PERIODS = periodsBetween(parsePeriod('2014-H1'), parsePeriod('2018-H1'));

/** One contact a child, so many in each half-year from April 2014. */
function rows(counts: readonly number[]): Row[] {
  return counts.flatMap((count, half) => {
    const { start } = periodSpan(PERIODS[half] ?? parsePeriod('2014-H1'));
    return Array.from({ length: count }, (_, i) => ({
      referral_id: `r${half}-${i}`,
      person: `p${half}-${i}`,
      contact_at: isoFromDay(start + (i % 150)),
      concern_types: 'CSE',
      district_home: 'Burnley',
    }));
  });
}

function statements(
  counts: readonly number[],
  breaks: readonly SeriesBreak[] = [],
): readonly StatementRecord[] {
  const tables = tablesBy('referrals', 'council', 'contact_at', rows(counts));
  const last = PERIODS[counts.length - 1] ?? '2018-H1';
  return analyse(inputOf(tables, ['2014-H1', last], { breaks }), { indicators: ['S01', 'S03'] }).statements;
}

function of(found: readonly StatementRecord[], kind: 'trend' | 'outlook', area = 'PAN-LANCS') {
  return found.find((s) => s.kind === kind && s.indicator === 'S01' && s.area === area);
}

const RISING = [30, 33, 39, 40, 47, 52, 55, 63];

describe('a trend over half-years', () => {
  it('is that of the statistics on the same counts and days', () => {
    const found = of(statements(RISING), 'trend');
    const expected = trend({
      counts: RISING,
      personYears: PERIODS.slice(0, 8).map((id) => periodSpan(id).days / 365),
    });
    expect(found?.verdict).toBe('rising');
    expect(found?.estimate).toBeCloseTo(expected.percent, 9);
    expect(found?.lower).toBeCloseTo(expected.percentLower95, 9);
    expect(found?.p).toBeCloseTo(expected.p, 12);
    expect(found?.comparedWith).toBe('2014-H1');
    expect(found?.series?.hingesOn).toBeNull();
  });

  it('is refused for five half-years, for small numbers, and across a change of recording', () => {
    expect(of(statements(RISING.slice(0, 5)), 'trend')?.refusal).toMatch(/^Fewer than six/);
    expect(of(statements([2, 4, 3, 5, 2, 4, 3, 5]), 'trend')?.refusal).toMatch(/^Fewer than five/);
    const changed = { from: dayFromIso('2015-10-01'), indicators: ['S01'], areas: [] };
    const found = of(statements(RISING, [changed]), 'trend');
    expect([found?.comparedWith, found?.verdict]).toEqual(['2015-H2', 'too few to say']);
  });

  it('says "no clear trend" for a level series and never gives a direction', () => {
    const found = of(statements([40, 44, 38, 42, 41, 39, 43, 40]), 'trend');
    expect([found?.verdict, found?.refusal]).toEqual(['no clear trend', null]);
  });
});

describe('the next half-year', () => {
  it('has an 80% range inside its 95% range, with the score of past ranges', () => {
    const found = of(statements([40, 44, 38, 42, 41, 39, 43, 40]), 'outlook');
    const { lower80 = null, upper80 = null, inside, tried } = found?.series ?? {};
    expect([lower80, upper80].every((n) => Number.isInteger(n))).toBe(true);
    expect((found?.lower ?? 0) <= (lower80 ?? -1) && (upper80 ?? 1e9) <= (found?.upper ?? 0)).toBe(true);
    expect([inside, tried]).toEqual([2, 2]);
  });

  it('is never given for a single district', () => {
    expect(of(statements(RISING), 'outlook', 'E07000117')).toBeUndefined();
    expect(of(statements(RISING), 'trend', 'E07000117')?.verdict).toBe('rising');
  });
});
