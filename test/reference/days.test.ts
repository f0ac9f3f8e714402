import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageAt,
  dayFromIso,
  dayFromParts,
  dayOfMinute,
  dayText,
  isoFromDay,
  minuteOfDay,
  partsFromDay,
  wallMinutesBetween,
  weekday,
} from '../../src/reference/days.js';

const at = (iso: string, hour: number, minute = 0) => minuteOfDay(dayFromIso(iso), hour, minute);

describe('days', () => {
  it('counts from 1970-01-01', () => {
    expect(dayFromIso('1970-01-01')).toBe(0);
    expect(dayFromIso('1969-12-31')).toBe(-1);
    expect(dayFromIso('2018-09-30')).toBe(17804);
    expect(weekday(dayFromIso('2018-09-30'))).toBe(0);
  });

  it('agrees with universal dates over four centuries', () => {
    fc.assert(
      fc.property(fc.integer({ min: -60000, max: 80000 }), (day) => {
        const date = new Date(day * 86400000);
        expect(isoFromDay(day)).toBe(date.toISOString().slice(0, 10));
        const { year, month, day: d } = partsFromDay(day);
        expect(dayFromParts(year, month, d)).toBe(day);
        expect(weekday(day)).toBe(date.getUTCDay());
      }),
    );
  });

  it('knows leap days and refuses dates that do not exist', () => {
    expect(dayFromParts(2016, 2, 29)).toBe(dayFromIso('2016-02-29'));
    expect(dayFromParts(2000, 2, 29)).not.toBeNull();
    for (const [y, m, d] of [
      [2015, 2, 29],
      [1900, 2, 29],
      [2018, 4, 31],
      [2018, 13, 1],
      [2018, 0, 1],
      [2018, 1, 0],
      [2018, 1.5, 1],
    ] as const) {
      expect(dayFromParts(y, m, d)).toBeNull();
    }
    expect(() => dayFromIso('30/09/2018')).toThrow(RangeError);
    expect(() => dayFromIso('2018-02-30')).toThrow(RangeError);
  });

  it('writes dates in words', () => {
    expect(dayText(dayFromIso('2018-09-30'))).toBe('30 September 2018');
  });

  it('takes age in completed years', () => {
    const birth = dayFromIso('2002-05-17');
    expect(ageAt(birth, dayFromIso('2018-05-16'))).toBe(15);
    expect(ageAt(birth, dayFromIso('2018-05-17'))).toBe(16);
    expect(ageAt(dayFromIso('2000-02-29'), dayFromIso('2018-02-28'))).toBe(17);
    expect(ageAt(dayFromIso('2000-02-29'), dayFromIso('2018-03-01'))).toBe(18);
  });
});

describe('elapsed time on the London clock', () => {
  it('is an hour shorter over the spring change and an hour longer over the autumn one', () => {
    expect(wallMinutesBetween(at('2018-03-25', 0), at('2018-03-26', 0))).toBe(23 * 60);
    expect(wallMinutesBetween(at('2018-10-28', 0), at('2018-10-29', 0))).toBe(25 * 60);
    expect(wallMinutesBetween(at('2018-06-01', 8), at('2018-06-04', 8))).toBe(72 * 60);
    expect(wallMinutesBetween(at('2018-10-26', 12), at('2018-10-29', 12))).toBe(73 * 60);
  });

  it('changes at the right hour', () => {
    expect(wallMinutesBetween(at('2018-03-25', 0, 59), at('2018-03-25', 2))).toBe(1);
    expect(wallMinutesBetween(at('2018-10-28', 1, 59), at('2018-10-28', 2))).toBe(61);
    expect(wallMinutesBetween(at('2017-03-26', 0, 30), at('2017-03-26', 2, 30))).toBe(60);
  });

  it('never runs backwards', () => {
    fc.assert(
      fc.property(fc.integer({ min: 22000000, max: 30000000 }), fc.integer({ min: 0, max: 3000 }), (a, d) => {
        expect(wallMinutesBetween(a, a + d)).toBeGreaterThanOrEqual(0);
        expect(wallMinutesBetween(a + d, a)).toBe(-wallMinutesBetween(a, a + d) + 0);
      }),
    );
    const start = at('2018-03-24', 23);
    for (let m = 0; m < 300; m++)
      expect(wallMinutesBetween(start + m, start + m + 1)).toBeGreaterThanOrEqual(0);
  });

  it('agrees with the system time zone database', () => {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/London',
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    });
    const wall = (utc: number): number => {
      const m = /(\d+)\/(\d+)\/(\d+), (\d+):(\d+)/.exec(clock.format(new Date(utc * 60000)));
      if (m === null) throw new Error('unexpected format');
      const day = dayFromParts(Number(m[3]), Number(m[2]), Number(m[1]));
      if (day === null) throw new Error('unexpected date');
      return minuteOfDay(day, Number(m[4]), Number(m[5]));
    };
    const midnight = dayFromIso('2012-01-01') * 1440;
    for (let utc = midnight; utc < midnight + 19 * 365 * 1440; utc += 7 * 1440 + 60) {
      const [a, b] = [wall(utc), wall(utc + 5 * 1440)];
      if (dayOfMinute(a) === dayOfMinute(b)) continue;
      const repeated = [a, b].some((m) => m % 1440 >= 60 && m % 1440 < 120);
      if (!repeated) expect(wallMinutesBetween(a, b)).toBe(5 * 1440);
    }
  });
});
