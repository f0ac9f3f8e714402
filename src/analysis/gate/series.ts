import { forecast } from '../../statistics/forecast.js';
import { decisivePeriod, type Series, type Trend, trend, trendRefusal } from '../../statistics/trend.js';

/** From this half-year of a window on, the range forecast from those before it is compared with what came. */
const FIRST_TRIED = 6;

const TREND_REFUSALS = {
  'too few periods': 'Fewer than six half-years since counting last changed: no trend is stated.',
  'too few events': 'Fewer than five a half-year on average.',
} as const;

const OUTLOOK_REFUSALS = {
  'too few periods': 'Fewer than six half-years since counting last changed.',
  'too few events': 'Fewer than three a half-year on average.',
} as const;

/** A trend that may be stated, with the place of the one half-year on which it hangs; or why there is none. */
export type JudgedTrend =
  | { readonly refusal: string }
  | { readonly refusal: null; readonly trend: Trend; readonly hinge: number | null };

/** Judges a series of half-years that were counted alike. */
export function judgeTrend(series: Series): JudgedTrend {
  const refusal = trendRefusal(series.counts);
  if (refusal !== null) return { refusal: TREND_REFUSALS[refusal] };
  return { refusal: null, trend: trend(series), hinge: decisivePeriod(series) };
}

/** The range of the next half-year, with how often such ranges held before; or why there is none. */
export type JudgedOutlook =
  | { readonly refusal: string }
  | {
      readonly refusal: null;
      readonly mean: number;
      readonly range80: { readonly lower: number; readonly upper: number };
      readonly range95: { readonly lower: number; readonly upper: number };
      readonly inside: number;
      readonly tried: number;
    };

/**
 * Judges what the next half-year may bring.
 * @param years length of the next half-year
 */
export function judgeOutlook(series: Series, years: number): JudgedOutlook {
  const found = forecast(series, years);
  if (typeof found === 'string') return { refusal: OUTLOOK_REFUSALS[found] };
  const { mean, range80, range95 } = found;
  return { refusal: null, mean, range80, range95, ...pastScore(series) };
}

/** How many half-years fell inside the 80% range made from those before them. */
function pastScore({ counts, personYears }: Series): { readonly inside: number; readonly tried: number } {
  let inside = 0;
  let tried = 0;
  for (let n = FIRST_TRIED; n < counts.length; n++) {
    const before = { counts: counts.slice(0, n), personYears: personYears.slice(0, n) };
    const made = forecast(before, personYears[n] ?? 0);
    if (typeof made === 'string') continue;
    const came = counts[n] ?? 0;
    tried += 1;
    if (came >= made.range80.lower && came <= made.range80.upper) inside += 1;
  }
  return { inside, tried };
}
