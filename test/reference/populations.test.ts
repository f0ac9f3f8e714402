import { describe, expect, it } from 'vitest';
import { loadAreas } from '../../src/reference/areas.js';
import type { AreaCode } from '../../src/reference/brands.js';
import { parsePeriod } from '../../src/reference/calendar.js';
import { readReferenceCsv } from '../../src/reference/files.js';
import { loadPopulations, nearestMidYear } from '../../src/reference/populations.js';

const populations = loadPopulations();
const areas = loadAreas();
const code = (text: string): AreaCode => {
  if (!areas.has(text)) throw new Error('unknown area');
  return text;
};

describe('populations', () => {
  it('take the mid-year nearest the middle of the half-year', () => {
    expect(nearestMidYear(parsePeriod('2018-H1'))).toBe(2018);
    expect(nearestMidYear(parsePeriod('2013-H2'))).toBe(2014);
    expect(nearestMidYear(parsePeriod('2015-H2'))).toBe(2016);
    expect(nearestMidYear(parsePeriod('2018-H1'), 1)).toBe(2018);
  });

  it('add the districts: county, pan-Lancashire, boards', () => {
    const figure = (area: string, period: string) =>
      populations.population({ area: code(area), period: parsePeriod(period), ages: '0-17' });
    expect(figure('LSCB-LANCS', '2014-H1')).toMatchObject({ population: 244755, year: 2014 });
    const parts = ['LSCB-LANCS', 'LSCB-BPL', 'LSCB-BWD'].map((a) => figure(a, '2017-H1')?.population ?? 0);
    expect(figure('PAN-LANCS', '2017-H1')?.population).toBe(parts.reduce((a, b) => a + b));
    expect(figure('LSCB-BPL', '2017-H1')).toEqual(figure('E06000009', '2017-H1'));
  });

  it('split by sex and age without loss', () => {
    const period = parsePeriod('2017-H1');
    for (const area of areas.all) {
      const whole = populations.population({ area, period, ages: '0-17' })?.population;
      const sexes = (['M', 'F'] as const).map(
        (sex) => populations.population({ area, period, ages: '0-17', sex })?.population ?? 0,
      );
      const ages = (['0-9', '10-17'] as const).map(
        (a) => populations.population({ area, period, ages: a })?.population ?? 0,
      );
      const bands = (['10-13', '14-15', '16-17'] as const).map(
        (a) => populations.population({ area, period, ages: a })?.population ?? 0,
      );
      expect(sexes.reduce((a, b) => a + b)).toBe(whole);
      expect(ages.reduce((a, b) => a + b)).toBe(whole);
      expect(bands.reduce((a, b) => a + b)).toBe(ages[1]);
    }
  });

  it('know when there is no estimate', () => {
    expect(
      populations.population({ area: areas.pan, period: parsePeriod('2012-H1'), ages: '0-17' }),
    ).toBeNull();
    expect(populations.years).toEqual([2014, 2015, 2016, 2017, 2018, 2019, 2020]);
  });

  it('come from a file that reconciles with the published totals of mid-2017', () => {
    const rows = readReferenceCsv('population.csv').filter(
      (r) => r['year'] === '2017' && r['sex'] === 'persons',
    );
    const all = rows
      .filter((r) => r['code'] !== 'E10000017')
      .reduce((sum, r) => sum + Number(r['all_ages']), 0);
    expect(all).toBe(1490497);
    expect(Number(rows.find((r) => r['code'] === 'E10000017')?.['all_ages'])).toBe(1201855);
  });
});
