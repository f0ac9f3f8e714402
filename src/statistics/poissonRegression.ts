import { dot, invert } from './linearAlgebra.js';
import { poissonMass } from './mass.js';

export interface PoissonFit {
  readonly coefficients: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly fitted: readonly number[];
  /** Pearson's X^2 over the residual degrees of freedom; NaN when there are none left. */
  readonly phi: number;
  readonly df: number;
  readonly logLikelihood: number;
  readonly aic: number;
}

const MOST_STEPS = 100;

/**
 * Poisson regression with log link and an offset, by iteratively reweighted least squares.
 * `design` holds one row of columns per observation (the constant included).
 * @throws RangeError when the columns depend on each other or there are fewer rows than columns.
 */
export function poissonRegression(
  counts: readonly number[],
  design: readonly (readonly number[])[],
  offset: readonly number[],
): PoissonFit {
  const width = design[0]?.length ?? 0;
  if (counts.length < width) throw new RangeError('fewer observations than columns');
  let fitted = counts.map((count) => count + 0.1);
  let coefficients: number[] = [];
  let covariance: number[][] = [];
  let deviance = Number.POSITIVE_INFINITY;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const score = new Array<number>(width).fill(0);
    for (let i = 0; i < design.length; i++) {
      const mean = fitted[i] ?? 0;
      const working = Math.log(mean) - (offset[i] ?? 0) + ((counts[i] ?? 0) - mean) / mean;
      for (let a = 0; a < width; a++) score[a] = (score[a] ?? 0) + mean * (design[i]?.[a] ?? 0) * working;
    }
    covariance = invert(information(design, fitted, width));
    coefficients = covariance.map((row) => dot(row, score));
    fitted = design.map((row, i) => Math.exp(dot(row, coefficients) + (offset[i] ?? 0)));
    const next = devianceOf(counts, fitted);
    const settled = Math.abs(next - deviance) <= 1e-14 * (Math.abs(next) + 0.1);
    deviance = next;
    if (settled) break;
  }
  covariance = invert(information(design, fitted, width));
  const df = counts.length - width;
  const pearson = counts.reduce(
    (sum, count, i) => sum + (count - (fitted[i] ?? 0)) ** 2 / (fitted[i] ?? 1),
    0,
  );
  const logLikelihood = counts.reduce(
    (sum, count, i) => sum + Math.log(poissonMass(count, fitted[i] ?? 0)),
    0,
  );
  const aic = 2 * width - 2 * logLikelihood;
  return {
    coefficients,
    covariance,
    fitted,
    phi: df > 0 ? pearson / df : Number.NaN,
    df,
    logLikelihood,
    aic,
  };
}

/** Fisher's information about the coefficients at the fitted means. */
function information(
  design: readonly (readonly number[])[],
  fitted: readonly number[],
  width: number,
): number[][] {
  const sums = Array.from({ length: width }, () => new Array<number>(width).fill(0));
  // Plain loops: each of thousands of simulated or compared series is fitted in a dozen steps.
  for (let i = 0; i < design.length; i++) {
    const row = design[i] ?? [];
    for (let a = 0; a < width; a++) {
      const line = sums[a] ?? [];
      for (let b = 0; b < width; b++)
        line[b] = (line[b] ?? 0) + (fitted[i] ?? 0) * (row[a] ?? 0) * (row[b] ?? 0);
    }
  }
  return sums;
}

function devianceOf(counts: readonly number[], fitted: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i] ?? 0;
    const mean = fitted[i] ?? 0;
    sum += 2 * ((count > 0 ? count * Math.log(count / mean) : 0) - (count - mean));
  }
  return sum;
}
