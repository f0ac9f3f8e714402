import { chartFor } from '../../statistics/spc/dispersion.js';
import { exactCountChart } from '../../statistics/spc/exactLimits.js';
import { partOfSevenOneSide } from '../../statistics/spc/specialCause.js';
import { xmr } from '../../statistics/spc/xmr.js';

/** What may be said of the newest month of a series against the months before it. */
export type SignalVerdict =
  | 'unusually high'
  | 'unusually low'
  | 'seven months above'
  | 'seven months below'
  | 'worth watching'
  | 'within the usual range'
  | 'too few to say';

/** A monthly series as judged: its newest month against its usual range. */
export interface Signal {
  readonly verdict: SignalVerdict;
  readonly refusal: string | null;
  readonly chart: 'exact-limits' | 'moving-range' | 'none';
  /** Average a month over the baseline, and the limits of the usual range in the newest month; whole numbers of events. */
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** Fewer months than this since counting last changed: nothing is said. */
const FEWEST_MONTHS = 8;

/** From so many months on, the first twelve fix the usual range. */
const LONG = 24;
const BASELINE = 12;

function refuse(refusal: string): Signal {
  return { verdict: 'too few to say', refusal, chart: 'none', centre: null, lower: null, upper: null };
}

/**
 * Judges the newest month of a series of counts: exact limits where the months vary by no more than chance, else
 * limits from the moving range; then runs of seven months on one side of the average; then, for moving ranges only, the weaker signs.
 *
 * @param counts events by month, oldest first, all counted alike
 * @param days lengths of the months
 */
export function judgeMonths(counts: readonly number[], days: readonly number[]): Signal {
  if (counts.length < FEWEST_MONTHS) return refuse('Fewer than eight months since counting last changed.');
  const earned = chartFor(counts);
  if (earned === 'none') return refuse('Fewer than two a month on average.');
  const freeze = counts.length >= LONG ? { freeze: BASELINE } : {};
  return earned === 'exact' ? byExactLimits(counts, days, freeze) : byMovingRange(counts, freeze);
}

function byExactLimits(
  counts: readonly number[],
  days: readonly number[],
  freeze: { readonly freeze?: number },
): Signal {
  const chart = exactCountChart(counts, days, freeze);
  const last = counts.length - 1;
  const length = days[last] ?? 0;
  const [lower, upper] = [(chart.lower[last] ?? 0) * length, (chart.upper[last] ?? 0) * length];
  const count = counts[last] ?? 0;
  const sides = chart.values.map((value) => Math.sign(value - chart.centre));
  return {
    verdict:
      outside(count, Math.round(lower), Math.round(upper)) ?? sevenRunning(sides) ?? 'within the usual range',
    refusal: null,
    chart: 'exact-limits',
    centre: chart.centre * length,
    lower: Math.round(lower),
    upper: Math.round(upper),
  };
}

function byMovingRange(counts: readonly number[], freeze: { readonly freeze?: number }): Signal {
  const chart = xmr(counts, freeze);
  const last = chart.points.at(-1);
  // Limits between whole numbers: the usual range holds the whole numbers within them.
  const [lower, upper] = [Math.max(0, Math.ceil(chart.lower)), Math.floor(chart.upper)];
  const sides = chart.points.map(({ side }) => side);
  const weaker = last === undefined || last.cause === 'none' ? null : ('worth watching' as const);
  return {
    verdict:
      outside(counts.at(-1) ?? 0, lower, upper) ?? sevenRunning(sides) ?? weaker ?? 'within the usual range',
    refusal: null,
    chart: 'moving-range',
    centre: chart.mean,
    lower,
    upper,
  };
}

function outside(count: number, lower: number, upper: number): SignalVerdict | null {
  if (count > upper) return 'unusually high';
  return count < lower ? 'unusually low' : null;
}

function sevenRunning(sides: readonly number[]): SignalVerdict | null {
  if (partOfSevenOneSide(sides).at(-1) !== true) return null;
  return (sides.at(-1) ?? 0) > 0 ? 'seven months above' : 'seven months below';
}
