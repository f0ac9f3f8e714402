import { gammaTails } from './gammaTails.js';
import { assertPositive } from './interval.js';

export interface Shrunk {
  /** Rate of the whole, per person-year. */
  readonly mean: number;
  /** Variance between the parts beyond chance; 0 when chance explains everything. */
  readonly between: number;
  /** Each part's rate pulled towards the whole, per person-year. */
  readonly rates: readonly number[];
}

/**
 * Marshall's global empirical Bayes rates (1991): the fewer the person-years, the nearer to the whole. With no variance
 * beyond chance every part gets the mean.
 * @throws RangeError for no parts, unlike lengths or person-years that are not positive.
 */
export function shrink(counts: readonly number[], personYears: readonly number[]): Shrunk {
  if (counts.length === 0 || counts.length !== personYears.length) {
    throw new RangeError('every part needs a count and person-years');
  }
  const exposure = personYears.reduce((sum, years) => sum + years, 0);
  const mean = counts.reduce((sum, count) => sum + count, 0) / exposure;
  let spread = 0;
  for (const [i, count] of counts.entries()) {
    const years = personYears[i] ?? 0;
    assertPositive(years, 'person-years');
    spread += (years * (count / years - mean) ** 2) / exposure;
  }
  const between = Math.max(0, spread - mean / (exposure / counts.length));
  const rates = counts.map((count, i) => {
    const years = personYears[i] ?? 0;
    return between === 0 ? mean : mean + (between * (count / years - mean)) / (between + mean / years);
  });
  return { mean, between, rates };
}

export interface Exceedance {
  /** Shape and rate (in person-years) of the gamma distribution of the parts' rates; null when chance explains everything. */
  readonly prior: { readonly shape: number; readonly rate: number } | null;
  /** Chance that a part's underlying rate is above the whole's; null when chance explains everything. */
  readonly above: readonly (number | null)[];
}

/** Chance that each part's underlying rate is above the whole's, from the gamma-Poisson model with `shrink`'s moments. */
export function exceedance(counts: readonly number[], personYears: readonly number[]): Exceedance {
  const { mean, between } = shrink(counts, personYears);
  if (between === 0) return { prior: null, above: counts.map(() => null) };
  const prior = { shape: (mean * mean) / between, rate: mean / between };
  const above = counts.map((count, i) => {
    const rate = prior.rate + (personYears[i] ?? 0);
    return gammaTails(mean * rate, prior.shape + count).upper;
  });
  return { prior, above };
}
