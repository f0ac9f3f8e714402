import { poissonRegression } from './poissonRegression.js';

export interface ListModel {
  /** Hierarchical terms, lists numbered from 0: `[0, 1]` is the pair of the first two. Main effects are always in. */
  readonly interactions: readonly (readonly number[])[];
  /** Estimated total, the unseen included. */
  readonly total: number;
  readonly aic: number;
  /** Akaike weight among all models that could be fitted. */
  readonly weight: number;
}

export interface ManyLists {
  readonly known: number;
  /** People on exactly one list, and on exactly two. */
  readonly f1: number;
  readonly f2: number;
  readonly models: readonly ListModel[];
  /** Smallest and largest total among the models within 10 AIC of the best. */
  readonly plausible: { readonly lowest: number; readonly highest: number };
}

const PLAUSIBLE_AIC = 10;
const MOST_LISTS = 4;

/**
 * Every hierarchical Poisson log-linear model of three or four lists without the top term. The models disagree widely, which
 * is the finding: print the range over the plausible ones, never one number.
 * `counts` maps membership patterns such as `101` to people; absent patterns are 0.
 * @throws RangeError for other numbers of lists or patterns that do not fit.
 */
export function logLinear(lists: number, counts: ReadonlyMap<string, number>): ManyLists {
  if (!(lists >= 3 && lists <= MOST_LISTS))
    throw new RangeError('log-linear models need three or four lists');
  const patterns = Array.from({ length: 2 ** lists - 1 }, (_, i) => (i + 1).toString(2).padStart(lists, '0'));
  for (const pattern of counts.keys()) {
    if (!patterns.includes(pattern))
      throw new RangeError('a pattern needs one 0 or 1 a list, and a 1 somewhere');
  }
  const people = patterns.map((pattern) => counts.get(pattern) ?? 0);
  const known = people.reduce((sum, count) => sum + count, 0);
  const onExactly = (k: number) =>
    patterns.reduce((sum, pattern, i) => sum + (ones(pattern).length === k ? (people[i] ?? 0) : 0), 0);
  const fitted = hierarchicalModels(lists).flatMap((interactions) => {
    const model = fitModel(lists, patterns, people, interactions);
    return model === null ? [] : [{ interactions, total: known + model.unseen, aic: model.aic }];
  });
  const best = Math.min(...fitted.map(({ aic }) => aic));
  const weights = fitted.map(({ aic }) => Math.exp((best - aic) / 2));
  const weightTotal = weights.reduce((sum, weight) => sum + weight, 0);
  const models = fitted.map((model, i) => ({ ...model, weight: (weights[i] ?? 0) / weightTotal }));
  const plausible = models.filter(({ aic }) => aic <= best + PLAUSIBLE_AIC).map(({ total }) => total);
  return {
    known,
    f1: onExactly(1),
    f2: onExactly(2),
    models,
    plausible: { lowest: Math.min(...plausible), highest: Math.max(...plausible) },
  };
}

function fitModel(
  lists: number,
  patterns: readonly string[],
  people: readonly number[],
  interactions: readonly (readonly number[])[],
): { readonly unseen: number; readonly aic: number } | null {
  const mains = Array.from({ length: lists }, (_, list) => [list]);
  const terms = [...mains, ...interactions];
  const design = patterns.map((pattern) => [
    1,
    ...terms.map((term) => (term.every((list) => pattern[list] === '1') ? 1 : 0)),
  ]);
  try {
    const fit = poissonRegression(
      people,
      design,
      people.map(() => 0),
    );
    const unseen = Math.exp(fit.coefficients[0] ?? Number.NaN);
    return Number.isFinite(unseen) && Number.isFinite(fit.aic) ? { unseen, aic: fit.aic } : null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** All sets of pairs, each with every set of triples whose three pairs are in (so that the model stays hierarchical). */
function hierarchicalModels(lists: number): number[][][] {
  const pairs: number[][] = [];
  const triples: number[][] = [];
  for (let a = 0; a < lists; a += 1) {
    for (let b = a + 1; b < lists; b += 1) {
      pairs.push([a, b]);
      for (let c = b + 1; c < lists && lists > 3; c += 1) triples.push([a, b, c]);
    }
  }
  return subsets(pairs).flatMap((chosen) => {
    const has = (a: number | undefined, b: number | undefined) =>
      chosen.some(([left, right]) => left === a && right === b);
    const allowed = triples.filter(([a, b, c]) => has(a, b) && has(a, c) && has(b, c));
    return subsets(allowed).map((extra) => [...chosen, ...extra]);
  });
}

function subsets<T>(items: readonly T[]): T[][] {
  return Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_item, i) => (mask >> i) & 1));
}

function ones(pattern: string): string {
  return pattern.replaceAll('0', '');
}
