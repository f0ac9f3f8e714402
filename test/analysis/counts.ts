import { analyse } from '../../src/analysis/analyse.js';
import type { AnalysisInput } from '../../src/analysis/input.js';
import type { Observation } from '../../src/analysis/model.js';
import { rowsFrom, tablesBy } from './tables.js';

/** `numerator/denominator (unknown)` of a figure, as a test reads it; `-` where there is none. */
export function counts(
  input: AnalysisInput,
  indicator: string,
  area = 'PAN-LANCS',
  period = '2018-H1',
  category = 'all',
): string {
  const found = analyse(input).observations.find(
    (o) => o.indicator === indicator && o.area === area && o.period === period && o.category === category,
  );
  return found === undefined ? 'none' : text(found);
}

function text({ numerator, denominator, unknown, missing, populationBase }: Observation): string {
  if (missing !== null) return `[${missing.symbol}]`;
  const whole = populationBase || denominator === null ? '' : `/${denominator}`;
  return `${numerator}${whole}${unknown === null || unknown === 0 ? '' : ` (${unknown})`}`;
}

/** Tables of one extract from rows written as text, one for each half-year. */
export const episodes = (table: string) =>
  tablesBy('missing-episodes', 'police', 'missing_from_at', rowsFrom(table));
export const referrals = (table: string) => tablesBy('referrals', 'council', 'contact_at', rowsFrom(table));
export const offences = (table: string) => tablesBy('offences', 'police', 'recorded_at', rowsFrom(table));
