import { loadAreas } from './areas.js';
import type { AreaCode, PeriodId } from './brands.js';
import { halfYear } from './calendar.js';
import { dayFromParts } from './days.js';
import { readReferenceCsv } from './files.js';

export type AgeBand = '0-17' | '10-17' | '0-9' | '10-13' | '14-15' | '16-17';

export interface PopulationQuery {
  readonly area: AreaCode;
  readonly period: PeriodId;
  readonly ages: AgeBand;
  readonly sex?: 'M' | 'F';
  /** Month in which the reporting year begins; 4 unless the partnership counts otherwise. */
  readonly startMonth?: number;
}

export interface PopulationFigure {
  readonly population: number;
  /** Year of the mid-year estimate (30 June). */
  readonly year: number;
  readonly source: string;
}

export interface Populations {
  /** Years for which estimates by district are shipped. */
  readonly years: readonly number[];
  /** The estimate nearest the half-year's midpoint; null when that year is not shipped. */
  population(query: PopulationQuery): PopulationFigure | null;
}

const BAND_COLUMNS: Readonly<Record<AgeBand, string>> = {
  '0-17': 'a0_17',
  '10-17': 'a10_17',
  '0-9': 'a0_9',
  '10-13': 'a10_13',
  '14-15': 'a14_15',
  '16-17': 'a16_17',
};
const SEX_ROWS = { M: 'male', F: 'female' } as const;

/** Year whose 30 June is nearest the middle of the half-year. */
export function nearestMidYear(period: PeriodId, startMonth = 4): number {
  const { start, end } = halfYear(period, startMonth);
  const middle = (start + end) / 2;
  const year = Number(period.slice(0, 4));
  const distance = (y: number): number => Math.abs((dayFromParts(y, 6, 30) ?? Number.NaN) - middle);
  return [year - 1, year, year + 1].reduce((best, y) => (distance(y) < distance(best) ? y : best));
}

function build(): Populations {
  const areas = loadAreas();
  const cells = new Map<string, number>();
  const years = new Set<number>();
  for (const row of readReferenceCsv('population.csv')) {
    if (row['vintage'] !== 'original') continue;
    years.add(Number(row['year']));
    for (const column of Object.values(BAND_COLUMNS)) {
      cells.set(`${row['code']} ${row['year']} ${row['sex']} ${column}`, Number(row[column]));
    }
  }
  return {
    years: [...years].sort(),
    population({ area, period, ages, sex, startMonth = 4 }) {
      const year = nearestMidYear(period, startMonth);
      const who = sex === undefined ? 'persons' : SEX_ROWS[sex];
      let population = 0;
      for (const district of areas.districtsOf(area)) {
        const cell = cells.get(`${district} ${year} ${who} ${BAND_COLUMNS[ages]}`);
        if (cell === undefined) return null;
        population += cell;
      }
      return { population, year, source: `ONS mid-${year} population estimates, as first published` };
    },
  };
}

let loaded: Populations | undefined;

/** Mid-year estimates of the Office for National Statistics for the 14 districts (reference/population.csv); read once. */
export function loadPopulations(): Populations {
  loaded ??= build();
  return loaded;
}
