import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.js';
import { revisions } from '../../src/analysis/revisions.js';
import { protect } from '../../src/disclosure/protect.js';
import { eventTable, inputOf, type Row } from './tables.js';

const contact = (id: string, day: string, concern = 'CSE'): Row => ({
  referral_id: id,
  person: `p-${id}`,
  concern_types: concern,
  contact_at: day,
  district_home: 'Wyre',
});

const many = (from: number, to: number, day: string): Row[] =>
  Array.from({ length: to - from + 1 }, (_, i) => contact(`r${from + i}`, day));

/** Contacts of May 2017: 20 in time, 12 a half-year late, 3 more a year late, of which one corrects an earlier record to no concern. */
const input = inputOf(
  [
    eventTable('referrals', 'council', '2017-H1', many(1, 20, '2017-05-01')),
    eventTable('referrals', 'council', '2017-H2', [
      ...many(21, 32, '2017-05-01'),
      ...many(60, 65, '2017-12-01'),
    ]),
    eventTable('referrals', 'council', '2018-H1', [
      ...many(33, 34, '2017-05-01'),
      contact('r1', '2017-05-01', 'NEGLECT'),
    ]),
  ],
  ['2017-H1', '2018-H1'],
);

const of = (indicator: string) => revisions(input).filter((one) => one.indicator === indicator);

describe('revisions', () => {
  it('follow a figure from its own half-year’s files to the last release’s and to all', () => {
    expect(of('S03')).toEqual([
      {
        indicator: 'S03',
        period: '2017-H1',
        first: { count: 20, people: 20 },
        last: { count: 32, people: 32 },
        now: { count: 33, people: 33 },
      },
      {
        indicator: 'S03',
        period: '2017-H2',
        first: { count: 6, people: 6 },
        last: { count: 6, people: 6 },
        now: { count: 6, people: 6 },
      },
    ]);
  });

  it('are none for a first release', () => {
    expect(revisions(inputOf(input.tables, ['2018-H1', '2018-H1']))).toEqual([]);
  });

  it('are the figures that the analysis of the same files gives', () => {
    const cut = inputOf(
      input.tables.filter(({ period }) => period <= '2017-H2'),
      ['2017-H1', '2017-H2'],
    );
    const then = analyse(cut).observations.find(
      (o) =>
        o.indicator === 'S03' && o.area === 'PAN-LANCS' && o.period === '2017-H1' && o.breakdown === 'total',
    );
    expect(then?.numerator).toBe(of('S03')[0]?.last.count);
  });
});

describe('revisions in an edition', () => {
  const published = (threshold: number) =>
    protect(
      { ...analyse(input), revisions: revisions(input) },
      { edition: 'board', threshold, ceiling: 'B' },
    ).revisions.find(({ indicator, period }) => indicator === 'S03' && period === '2017-H1');

  it('hide an earlier number that differs by fewer than the threshold: it would tell how few came late', () => {
    expect(published(5)).toEqual({
      indicator: 'S03',
      period: '2017-H1',
      first: { number: 20 },
      last: { symbol: 'c' },
      now: { number: 33 },
      revised: true,
    });
    expect(published(15)).toMatchObject({
      first: { symbol: 'c' },
      last: { symbol: 'c' },
      now: { number: 33 },
    });
    expect(published(1)).toMatchObject({ first: { number: 20 }, last: { number: 32 } });
  });

  it('hide an earlier number when the late records are of few new people, however many they are', () => {
    const again = (count: number, people: number) => ({ count, people });
    const record = {
      indicator: 'S03',
      period: input.periods[0] ?? input.period,
      first: again(13, 12),
      last: again(33, 14),
      now: again(33, 14),
    };
    const [found] = protect(
      { ...analyse(input), revisions: [record] },
      { edition: 'board', threshold: 5, ceiling: 'B' },
    ).revisions;
    expect(found).toMatchObject({ first: { symbol: 'c' }, last: { number: 33 }, now: { number: 33 } });
  });

  it('hide everything of a figure that is hidden', () => {
    expect(published(40)).toMatchObject({
      first: { symbol: 'c' },
      last: { symbol: 'c' },
      now: { symbol: 'c' },
      revised: null,
    });
  });
});
