import type { PrintedCount } from './figures.js';

/** What words say of counts: `lower <= counts times coefficients, added up <= upper`. */
export interface Claim {
  /** The file with the sentence. */
  readonly from: string;
  readonly terms: readonly (readonly [count: PrintedCount, coefficient: number])[];
  readonly lower: number;
  readonly upper: number;
  /** What is said, in words of ours: a sentence that was tampered with may hold anything. */
  readonly says: string;
}

/** Claims about printed counts alone that their numbers do not bear out. */
export function untrue(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter(({ terms, lower, upper }) => {
    let sum = 0;
    for (const [{ number }, coefficient] of terms) {
      if (number === null) return false;
      sum += coefficient * number;
    }
    return sum < lower || sum > upper;
  });
}
