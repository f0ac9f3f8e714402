import type { Figure } from '../../disclosure/model.js';
import type { TidyRow } from '../model.js';
import { csvText } from './csv.js';

/** Columns of every table file, in order. */
export const TIDY_COLUMNS = [
  'time_period',
  'time_identifier',
  'geographic_level',
  'area_code',
  'area_name',
  'indicator',
  'breakdown',
  'category',
  'unit',
  'numerator',
  'denominator',
  'value',
  'lower_ci',
  'upper_ci',
  'symbol',
] as const;

/** More decimals than any table prints, and few enough that no sum of small differences shows. */
const DECIMALS = 4;

/** What kind of period an id names. */
function lengthOf(period: string): string {
  if (period.includes('H')) return 'Half-year';
  return period.includes('Q') ? 'Quarter' : 'Month';
}

/** The number, or the letter of the symbol that stands for it (never a blank, which could be read as nought). */
function cell(figure: Figure): string {
  return 'symbol' in figure ? figure.symbol : String(Number(figure.number.toFixed(DECIMALS)));
}

/**
 * A table in long form: one row a figure, for machines. `symbol` repeats the value's symbol and is empty when the value
 * is a number, but for one that is as it was first published: f.
 */
export function tidyCsv(rows: readonly TidyRow[]): string {
  return csvText([
    TIDY_COLUMNS,
    ...rows.map((row) => [
      row.period,
      lengthOf(row.period),
      row.level,
      row.areaCode,
      row.areaName,
      row.indicator,
      row.breakdown,
      row.category,
      row.unit,
      cell(row.numerator),
      cell(row.denominator),
      cell(row.value),
      cell(row.lower),
      cell(row.upper),
      'symbol' in row.value ? row.value.symbol : row.value.asFirst === true ? 'f' : '',
    ]),
  ]);
}
