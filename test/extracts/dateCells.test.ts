import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inferDateFormat, readDate } from '../../src/extracts/dateCells.js';
import { dayFromIso, isoFromDay, minuteOfDay } from '../../src/reference/days.js';

const days = fc.integer({ min: dayFromIso('1900-01-01'), max: dayFromIso('2099-12-31') });
const british = (day: number): string => isoFromDay(day).split('-').reverse().join('/');
const dayOf = (text: string, format: 'iso' | 'dmy' | null = null) => {
  const reading = readDate(text, format);
  return reading.ok ? isoFromDay(reading.day) : reading.problem;
};

describe('readDate', () => {
  it('reads back every day in both formats, with and without a time', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1439 }), (day, time) => {
        const clock = `${String(Math.floor(time / 60)).padStart(2, '0')}:${String(time % 60).padStart(2, '0')}`;
        for (const format of ['iso', 'dmy'] as const) {
          const text = format === 'iso' ? isoFromDay(day) : british(day);
          expect(readDate(text, format)).toEqual({ ok: true, day, minute: minuteOfDay(day), hasTime: false });
          const timed = { ok: true, day, minute: minuteOfDay(day, 0, time), hasTime: true };
          expect(readDate(`${text} ${clock}`, format)).toEqual(timed);
          expect(readDate(`${text}T${clock}:59`, format)).toEqual(timed);
        }
      }),
    );
  });

  it.each([
    ['2018-09-30', '2018-09-30'],
    ['30/09/2018', '2018-09-30'],
    ['3/4/2018', '2018-04-03'],
    ['30.09.2018', '2018-09-30'],
    ['30-Sep-2018', '2018-09-30'],
    ['30 September 2018', '2018-09-30'],
    [' 2018-09-30 ', '2018-09-30'],
    ['2018-09-30 24:00', 'no-such-date'],
    ['2018-02-29', 'no-such-date'],
    ['31/04/2018', 'no-such-date'],
    ['1018-04-03', 'no-such-date'],
    ['09/30/2018', 'month-first'],
    ['30/09/18', 'two-digit-year'],
    ['43373', 'spreadsheet-date'],
    ['43373.5', 'spreadsheet-date'],
    ['2018-09-30T10:00:00Z', 'time-zone'],
    ['2018-09-30 10:00+01:00', 'time-zone'],
    ['20180930', 'not-a-date'],
    ['yesterday', 'not-a-date'],
    ['30-Foo-2018', 'not-a-date'],
  ])('reads %s as %s', (text, result) => {
    expect(dayOf(text)).toBe(result);
  });

  it('keeps to the format of the column', () => {
    expect(dayOf('30/09/2018', 'iso')).toBe('other-date-format');
    expect(dayOf('2018-09-30', 'dmy')).toBe('other-date-format');
  });

  it('judges the usual spelling as it judges a rarer one', () => {
    const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, '0'));
    const clock = fc.tuple(two, two).map((parts) => ` ${parts.join(':')}`);
    fc.assert(
      fc.property(two, two, two, two, fc.option(clock, { nil: '' }), (century, year, month, day, time) => {
        for (const format of ['iso', 'dmy', null] as const) {
          expect(readDate(`${century}${year}-${month}-${day}${time}`, format)).toEqual(
            readDate(`${century}${year}/${month}/${day}${time}`, format),
          );
          expect(readDate(`${day}/${month}/${century}${year}${time}`, format)).toEqual(
            readDate(`${day}.${month}.${century}${year}${time}`, format),
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('takes two-digit years only for dates of birth', () => {
    const birth = (text: string) => {
      const reading = readDate(text, null, true);
      return reading.ok ? isoFromDay(reading.day) : reading.problem;
    };
    expect(birth('15/05/02')).toBe('2002-05-15');
    expect(birth('15/05/86')).toBe('1986-05-15');
  });
});

describe('inferDateFormat', () => {
  it.each([
    [['2018-09-30', '', 'n/k'], 'iso'],
    [['30/09/2018', '01/02/2018'], 'dmy'],
    [['01/02/2018'], 'dmy'],
    [['30-Sep-2018'], 'dmy'],
    [['09/30/2018', '01/02/2018'], 'month-first'],
    [['30/09/2018', '09/30/2018'], 'mixed'],
    [['2018-09-30', '01/02/2018'], 'mixed'],
    [['', 'unknown'], null],
  ] as const)('judges %j as %s', (texts, format) => {
    expect(inferDateFormat(texts)).toBe(format);
  });

  it('does not depend on the order of the values', () => {
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 20 }), fc.boolean(), (some, iso) => {
        const texts = some.map((day) => (iso ? isoFromDay(day) : british(day)));
        expect(inferDateFormat(texts)).toBe(iso ? 'iso' : 'dmy');
        expect(inferDateFormat([...texts].reverse())).toBe(iso ? 'iso' : 'dmy');
      }),
    );
  });
});
