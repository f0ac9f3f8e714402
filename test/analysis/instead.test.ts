import { describe, expect, it } from 'vitest';
import { analyse, concludeWith, countAll } from '../../src/analysis/analyse.js';
import { placeOfLine } from '../../src/analysis/instead.js';
import type { Made } from '../../src/analysis/model.js';
import { eventTable, inputOf, type Row } from './tables.js';

const contacts = (year: string, from: number, to: number): Row[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({
    referral_id: `${year}-${from + i}`,
    person: `p${from + i}`,
    concern_types: 'CSE',
    contact_at: `${year}-05-01`,
    district_home: 'Burnley',
  }));

const input = (before: readonly Row[], after: readonly Row[]) =>
  inputOf(
    [
      eventTable('referrals', 'council', '2017-H1', before),
      eventTable('referrals', 'council', '2018-H1', after),
    ],
    ['2017-H1', '2018-H1'],
  );

const at = (indicator: string, area: string, period: string): string =>
  placeOfLine(indicator, area, period, 'total', 'all');

describe('counts in the place of others', () => {
  // 43 children were counted in 2017 by now; 40 had been when it was first published.
  const now = input(contacts('2017', 1, 43), contacts('2018', 101, 200));
  const then = input(contacts('2017', 1, 40), contacts('2018', 101, 200));
  const places = (['S01', 'S02'] as const).flatMap((indicator) =>
    analyse(now)
      .observations.filter((o) => o.indicator === indicator && o.period === '2017-H1' && o.numerator === 43)
      .map(({ area, breakdown, category }) => placeOfLine(indicator, area, '2017-H1', breakdown, category)),
  );
  const instead = new Map(places.map((place) => [place, { numerator: 40 }]));

  it('give the rates, ranges and verdicts that they would have given then', () => {
    const kept = concludeWith(countAll(now, { indicators: ['S01', 'S02'] }), instead);
    const old: Made = analyse(then, { indicators: ['S01', 'S02'] });
    const totals = ({ observations }: typeof kept) =>
      observations.filter(({ breakdown }) => breakdown === 'total');
    expect(totals(kept)).toEqual(totals(old));
    expect(kept.statements).toEqual(old.statements);
    expect(kept.statements.length).toBeGreaterThan(0);
  });

  it('leave all others as they are', () => {
    const one = at('S01', 'E07000117', '2017-H1');
    const kept = concludeWith(countAll(now), new Map([[one, { numerator: 40 }]]));
    const plain = analyse(now);
    const changed = kept.observations.filter(
      (o, i) => JSON.stringify(o) !== JSON.stringify(plain.observations[i]),
    );
    expect(changed.map((o) => placeOfLine(o.indicator, o.area, o.period, o.breakdown, o.category))).toContain(
      one,
    );
    expect(new Set(changed.map(({ area }) => area))).toEqual(new Set(['E07000117']));
    expect(changed.find(({ indicator }) => indicator === 'S01')).toMatchObject({ numerator: 40, people: 40 });
  });
});
