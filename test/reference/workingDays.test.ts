import { describe, expect, it } from 'vitest';
import { dayFromIso, isoFromDay, partsFromDay, weekday } from '../../src/reference/days.js';
import { bankHolidays, workingDaysBetween } from '../../src/reference/workingDays.js';

const between = (a: string, b: string) => workingDaysBetween(dayFromIso(a), dayFromIso(b));
const holidays = (year: number) => [...bankHolidays(year)].sort((a, b) => a - b).map(isoFromDay);

const isWorkingDay = (day: number) =>
  weekday(day) % 6 !== 0 && !bankHolidays(partsFromDay(day).year).has(day);

describe('bank holidays in England', () => {
  it.each([
    [2012, ['01-02', '04-06', '04-09', '05-07', '06-04', '06-05', '08-27', '12-25', '12-26']],
    [2015, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
    [2016, ['01-01', '03-25', '03-28', '05-02', '05-30', '08-29', '12-26', '12-27']],
    [2018, ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26']],
    [2020, ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28']],
    [2021, ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28']],
    [2022, ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27']],
    [2023, ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26']],
  ])('of %i', (year, days) => {
    expect(holidays(year)).toEqual(days.map((d) => `${year}-${d}`));
  });

  it('are eight a year but for jubilees, funeral and coronation, up to 2030', () => {
    const counts = Array.from({ length: 19 }, (_, i) => bankHolidays(2012 + i).size);
    expect(counts).toEqual([9, 8, 8, 8, 8, 8, 8, 8, 8, 8, 10, 9, 8, 8, 8, 8, 8, 8, 8]);
    expect(holidays(2030)).toContain('2030-04-19');
  });
});

describe('working days', () => {
  it('count the days after the first, up to and including the second', () => {
    expect(between('2018-09-28', '2018-10-01')).toBe(1);
    expect(between('2018-09-24', '2018-09-28')).toBe(4);
    expect(between('2018-03-29', '2018-04-03')).toBe(1);
    expect(between('2018-09-28', '2018-09-30')).toBe(0);
    expect(between('2018-09-28', '2018-09-28')).toBe(0);
    expect(between('2018-09-28', '2018-09-01')).toBe(0);
    expect(between('2018-12-24', '2019-01-02')).toBe(4);
  });

  it('agree with a day-by-day count', () => {
    const start = dayFromIso('2015-11-18');
    let count = 0;
    for (let day = start + 1; day < start + 1500; day++) {
      if (isWorkingDay(day)) count++;
      expect(workingDaysBetween(start, day)).toBe(count);
    }
  });
});
