import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addPeriods,
  halfYear,
  parsePeriod,
  periodOfDay,
  periodsBetween,
  sameHalfLastYear,
} from '../../src/reference/calendar.js';
import { dayFromIso, isoFromDay } from '../../src/reference/days.js';

const p = parsePeriod;

describe('half-years', () => {
  it('are April to September and October to March', () => {
    const h1 = halfYear(p('2018-H1'));
    expect([h1.grain, isoFromDay(h1.start), isoFromDay(h1.end), h1.days]).toEqual([
      'half-year',
      '2018-04-01',
      '2018-09-30',
      183,
    ]);
    expect([h1.text, h1.shortText, h1.label]).toEqual(['April to September 2018', 'Apr–Sep 2018', 'Sep 18']);
    const h2 = halfYear(p('2018-H2'));
    expect([h2.grain, isoFromDay(h2.start), isoFromDay(h2.end), h2.days]).toEqual([
      'half-year',
      '2018-10-01',
      '2019-03-31',
      182,
    ]);
    expect([h2.text, h2.shortText, h2.label]).toEqual([
      'October 2018 to March 2019',
      'Oct 2018–Mar 2019',
      'Mar 19',
    ]);
    expect(halfYear(p('2015-H2')).days).toBe(183);
  });

  it('may begin in another month', () => {
    const calendar = halfYear(p('2018-H2'), 1);
    expect([isoFromDay(calendar.start), isoFromDay(calendar.end)]).toEqual(['2018-07-01', '2018-12-31']);
    const academic = halfYear(p('2018-H2'), 9);
    expect([isoFromDay(academic.start), isoFromDay(academic.end)]).toEqual(['2019-03-01', '2019-08-31']);
  });

  it('hold each day exactly once, whatever the start month', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10000, max: 25000 }),
        fc.integer({ min: 1, max: 12 }),
        (day, startMonth) => {
          const id = periodOfDay(day, startMonth);
          const { start, end } = halfYear(id, startMonth);
          expect(day >= start && day <= end).toBe(true);
          expect(halfYear(addPeriods(id, 1), startMonth).start).toBe(end + 1);
        },
      ),
    );
  });

  it('count on and back', () => {
    expect(addPeriods(p('2018-H2'), 1)).toBe('2019-H1');
    expect(addPeriods(p('2018-H1'), -1)).toBe('2017-H2');
    expect(sameHalfLastYear(p('2018-H1'))).toBe('2017-H1');
    expect(periodsBetween(p('2013-H2'), p('2018-H1'))).toHaveLength(10);
    expect(periodsBetween(p('2018-H1'), p('2017-H1'))).toEqual([]);
    expect(periodOfDay(dayFromIso('2018-03-31'))).toBe('2017-H2');
    expect(periodOfDay(dayFromIso('2018-04-01'))).toBe('2018-H1');
  });

  it('refuses other spellings', () => {
    for (const text of ['2018', '2018-H3', '2018H1', '18-H1', ' 2018-H1'])
      expect(() => p(text)).toThrow(RangeError);
  });
});
