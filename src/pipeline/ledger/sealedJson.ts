import { gunzipSync } from 'node:zlib';
import type * as z from 'zod';
import { KnownError } from '../../reference/knownError.js';

/**
 * What a file of the ledger holds, once unsealed.
 * @param shown the file as messages name it
 * @throws KnownError (exit 3) for bytes that hold something else
 */
export function sealedJson<T extends z.ZodType>(bytes: Uint8Array, shape: T, shown: string): z.output<T> {
  let value: unknown = null;
  try {
    value = JSON.parse(gunzipSync(bytes).toString('utf8'));
  } catch {
    // Told below.
  }
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  throw new KnownError(
    3,
    `${shown} is not what profile wrote there.`,
    'Restore the ledger/ folder from a backup.',
  );
}
