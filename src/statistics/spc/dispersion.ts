import { chisqUpperTail } from '../chiSquare.js';
import { mean } from './controlChart.js';

export interface Dispersion {
  /** Variance over mean: 1 by chance. */
  readonly index: number;
  readonly chisq: number;
  readonly df: number;
  /** Chance of so much spread or more if the counts were independent Poisson. */
  readonly p: number;
}

/** Below this p the counts vary more than chance, and a Poisson chart would cry wolf. */
export const ABOVE_CHANCE = 0.01;

/** Index-of-dispersion test: decides between exact limits (chance) and limits from the moving range (more than chance). */
export function indexOfDispersion(counts: readonly number[]): Dispersion {
  const centre = mean(counts);
  const df = counts.length - 1;
  const chisq = counts.reduce((sum, count) => sum + (count - centre) ** 2, 0) / centre;
  return { index: chisq / df, chisq, df, p: chisqUpperTail(chisq, df) };
}

export type MonthlyChart = 'exact' | 'xmr' | 'none';

/** A mean below this a month draws no monthly chart: use quarters or days between events. */
const SMALLEST_MONTHLY_MEAN = 2;

/** Which chart a monthly series has earned. */
export function chartFor(counts: readonly number[]): MonthlyChart {
  if (counts.length < 8 || mean(counts) < SMALLEST_MONTHLY_MEAN) return 'none';
  return indexOfDispersion(counts).p < ABOVE_CHANCE ? 'xmr' : 'exact';
}
