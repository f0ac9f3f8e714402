/** One key of one vector whose value is not the expected one. */
export interface Mismatch {
  readonly key: string;
  readonly expected: unknown;
  readonly got: unknown;
}

/** Where the expected value is 0, a difference up to this much times the tolerance's scale passes. */
const ZERO_FLOOR = 1e-12;

/**
 * Every place where `got` differs from `expected`: numbers to a relative tolerance, all else exactly. A list of one and
 * its only value are the same; `"Infinity"` stands for the number; null and a number that does not exist are the same.
 */
export function mismatches(expected: unknown, got: unknown, relTol: number, key: string): Mismatch[] {
  if (typeof expected === 'number') return close(expected, got, relTol) ? [] : [{ key, expected, got }];
  if (Array.isArray(expected)) {
    if (!Array.isArray(got) || got.length !== expected.length) return [{ key, expected, got }];
    return expected.flatMap((each: unknown, i) => mismatches(each, got[i], relTol, `${key}[${i}]`));
  }
  if (typeof expected === 'object' && expected !== null) {
    const found = new Map(Object.entries(typeof got === 'object' && got !== null ? got : {}));
    return Object.entries(expected).flatMap(([inner, value]) =>
      mismatches(value, found.get(inner), relTol, `${key}.${inner}`),
    );
  }
  if (expected === null) return got === null || Number.isNaN(got) ? [] : [{ key, expected, got }];
  const spelled = typeof got === 'number' && !Number.isFinite(got) ? String(got) : got;
  return expected === spelled ? [] : [{ key, expected, got }];
}

function close(expected: number, got: unknown, relTol: number): boolean {
  const only: unknown = Array.isArray(got) && got.length === 1 ? got[0] : got;
  if (typeof only !== 'number') return false;
  if (expected === only) return true;
  return (
    Math.abs(only - expected) <= Math.max(relTol * Math.abs(expected), ZERO_FLOOR * (expected === 0 ? 1 : 0))
  );
}
