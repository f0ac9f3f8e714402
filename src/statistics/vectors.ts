import { areaAdapters } from './vectors/areaAdapters.js';
import { changeAdapters } from './vectors/changeAdapters.js';
import { chartAdapters } from './vectors/chartAdapters.js';
import { type Mismatch, mismatches } from './vectors/compare.js';
import { type Adapter, VectorInput } from './vectors/input.js';
import { peopleAdapters } from './vectors/peopleAdapters.js';
import { rateAdapters } from './vectors/rateAdapters.js';
import { seriesAdapters } from './vectors/seriesAdapters.js';

/** Every function of the vector files, by the first word of a vector's `fn`. */
export const adapters: ReadonlyMap<string, Adapter> = new Map(
  Object.entries({
    ...rateAdapters,
    ...changeAdapters,
    ...areaAdapters,
    ...seriesAdapters,
    ...chartAdapters,
    ...peopleAdapters,
  }),
);

/**
 * Expected keys that document where a value came from and cannot be computed from the vector's own input: values as printed
 * in a publication, what another tool says, and an adjusted p whose family is not in the input.
 */
const NOT_COMPARED: ReadonlySet<string> = new Set([
  'published',
  'p_published',
  'published_p',
  'published_lower',
  'published_upper',
  'published_chisq',
  'published_range',
  'fingertips_next_says',
  'bh_p',
]);

export type VectorOutcome =
  | { readonly id: string; readonly status: 'passed' }
  | { readonly id: string; readonly status: 'skipped'; readonly reason: string }
  | { readonly id: string; readonly status: 'failed'; readonly mismatches: readonly Mismatch[] };

/** Tolerance of a vector that names none. */
const DEFAULT_TOLERANCE = 1e-9;

/**
 * Runs every vector of a parsed vectors file. A function that is not here is skipped; one that throws has failed.
 * @throws TypeError when the file is not `{ vectors: [{ id, fn, input, expected, rel_tol }] }`.
 */
export function runVectors(file: unknown): VectorOutcome[] {
  const list = isObject(file) ? file['vectors'] : undefined;
  if (!Array.isArray(list)) throw new TypeError('a vectors file holds a list called "vectors"');
  return list.map((vector: unknown, index) => runVector(vector, index));
}

function runVector(vector: unknown, index: number): VectorOutcome {
  const fields = isObject(vector) ? vector : {};
  const id = typeof fields['id'] === 'string' ? fields['id'] : `vector ${index + 1}`;
  const { fn, input, expected } = fields;
  if (typeof fn !== 'string' || !isObject(input) || !isObject(expected)) {
    return failed(id, 'shape', 'fn, input and expected', 'something else');
  }
  const adapter = adapters.get(/^\w+/.exec(fn)?.[0] ?? '');
  if (adapter === undefined) return { id, status: 'skipped', reason: `no function for ${fn}` };
  const tolerance = typeof fields['rel_tol'] === 'number' ? fields['rel_tol'] : DEFAULT_TOLERANCE;
  try {
    const got = adapter(new VectorInput(input));
    const wrong = Object.entries(expected).flatMap(([key, value]) =>
      NOT_COMPARED.has(key) ? [] : mismatches(value, got[key], tolerance, key),
    );
    return wrong.length === 0 ? { id, status: 'passed' } : { id, status: 'failed', mismatches: wrong };
  } catch (error) {
    return failed(id, 'error', 'a result', error instanceof Error ? error.message : String(error));
  }
}

function failed(id: string, key: string, expected: unknown, got: unknown): VectorOutcome {
  return { id, status: 'failed', mismatches: [{ key, expected, got }] };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
