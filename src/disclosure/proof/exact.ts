import type { Bounds } from './propagate.js';
import type { Constraint, LinearSystem } from './system.js';

/** Whether a table of whole numbers meets a statement; exact as long as the numbers are safe integers. */
export function meets(table: Float64Array | readonly number[], { terms, lower, upper }: Constraint): boolean {
  let sum = 0;
  for (const { atom, coefficient } of terms) sum += coefficient * (table[atom] ?? 0);
  return sum >= lower && sum <= upper;
}

/** Numbers as far as they are whole, or null when one is not within a ten-thousandth of a whole one. */
export function wholeTable(values: Float64Array): number[] | null {
  const whole: number[] = [];
  for (const value of values) {
    const near = Math.round(value);
    if (Math.abs(value - near) > 1e-4) return null;
    whole.push(near);
  }
  return whole;
}

/**
 * A bound on one count from multipliers of statements, in exact fractions. With e the unknown vector of the count and multipliers m,
 * `e = sum of m x statement + rest`, so that the count is at most the sum of the bounds of each part.
 * @param multipliers by place of the statement in the system, as fractions over `over`
 * @param bounds of single counts that may be used for the rest
 * @returns the bound as a fraction, or null when some part has no bound
 */
export function boundFrom(
  system: LinearSystem,
  atom: number,
  side: 'lower' | 'upper',
  multipliers: ReadonlyMap<number, bigint>,
  over: bigint,
  bounds: Pick<Bounds, 'lower' | 'upper'>,
): { readonly value: readonly [bigint, bigint]; readonly rest: ReadonlyMap<number, bigint> } | null {
  const rest = new Map<number, bigint>([[atom, over]]);
  let sum = 0n;
  const most = side === 'upper';
  for (const [k, multiplier] of multipliers) {
    const constraint = system.constraints[k];
    if (constraint === undefined || multiplier === 0n) continue;
    const bound = multiplier > 0n === most ? constraint.upper : constraint.lower;
    if (!Number.isFinite(bound)) return null;
    sum += multiplier * BigInt(bound);
    for (const { atom: other, coefficient } of constraint.terms)
      rest.set(other, (rest.get(other) ?? 0n) - multiplier * BigInt(coefficient));
  }
  for (const [other, weight] of rest) {
    if (weight === 0n) {
      rest.delete(other);
      continue;
    }
    const bound = (weight > 0n === most ? bounds.upper : bounds.lower)[other] ?? 0;
    if (!Number.isFinite(bound)) return null;
    sum += weight * BigInt(bound);
  }
  return { value: [sum, over], rest };
}

/** The whole number at or below (upper) or at or above (lower) a fraction with a positive denominator. */
export function wholeBound([top, bottom]: readonly [bigint, bigint], side: 'lower' | 'upper'): number {
  const floor = top >= 0n ? top / bottom : -((-top + bottom - 1n) / bottom);
  if (side === 'upper') return Number(floor);
  return Number(floor * bottom === top ? floor : floor + 1n);
}

/** Denominators of multipliers of statements about counts are small. */
const LARGEST_DENOMINATOR = 5000;

/** The fraction with the smallest denominator near a number; null when none is. */
export function fraction(value: number): readonly [bigint, bigint] | null {
  let [h0, h1, k0, k1] = [0, 1, 1, 0];
  let rest = value;
  for (let i = 0; i < 20; i++) {
    const whole = Math.floor(rest);
    [h0, h1] = [h1, whole * h1 + h0];
    [k0, k1] = [k1, whole * k1 + k0];
    if (k1 > LARGEST_DENOMINATOR || !Number.isSafeInteger(h1)) return null;
    if (Math.abs(value - h1 / k1) < 1e-9 * Math.max(1, Math.abs(value))) return [BigInt(h1), BigInt(k1)];
    rest = 1 / (rest - whole);
  }
  return null;
}

/** Multipliers as whole numbers over one denominator; those that are next to nothing are left out. Null when one is no small fraction. */
export function asFractions(
  duals: Float64Array,
  constraints: readonly number[],
): { readonly multipliers: ReadonlyMap<number, bigint>; readonly over: bigint } | null {
  const found: (readonly [number, readonly [bigint, bigint]])[] = [];
  let over = 1n;
  for (const [row, k] of constraints.entries()) {
    const dual = duals[row] ?? 0;
    if (Math.abs(dual) < 1e-9) continue;
    const near = fraction(dual);
    if (near === null) return null;
    found.push([k, near]);
    over = (over * near[1]) / gcd(over, near[1]);
  }
  return {
    over,
    multipliers: new Map(found.map(([k, [top, bottom]]) => [k, (top * over) / bottom])),
  };
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x < 0n ? -x : x;
}
