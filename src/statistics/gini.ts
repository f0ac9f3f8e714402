export interface Gini {
  readonly biased: number;
  readonly unbiased: number;
  /** For fewer events than people or people without events (Bernasco and Steenbeek 2017). */
  readonly generalBiased: number;
  readonly generalUnbiased: number;
}

/** Gini coefficient of counts, people without events included: 0 when all have the same. NaN without events. */
export function gini(counts: readonly number[]): Gini {
  const sorted = [...counts].sort((a, b) => a - b);
  const n = sorted.length;
  const events = sorted.reduce((sum, count) => sum + count, 0);
  const weighted = sorted.reduce((sum, count, i) => sum + count * (2 * (i + 1) - n - 1), 0);
  const biased = weighted / (n * events);
  const generalBiased = Math.max(1, n / events) * (biased - 1) + 1;
  const smaller = Math.min(n, events);
  return {
    biased,
    unbiased: (biased * n) / (n - 1),
    generalBiased,
    generalUnbiased: (generalBiased * smaller) / (smaller - 1),
  };
}
