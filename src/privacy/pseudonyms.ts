import { toCrockford } from './crockford.js';
import type { KeyPurpose, KeyRing } from './keys.js';

/** n NHS number, u UPN, p a person at one agency, e a record (episode, offence ...), c a child. */
export type PseudonymPrefix = 'n' | 'u' | 'p' | 'e' | 'c';

const BYTES = 15;
const firstBytes = (mac: Buffer): string => toCrockford(mac, BYTES);

/**
 * A keyed pseudonym `<prefix><key version>_<24 characters>`: the first 120 bits of HMAC-SHA-256 over the
 * length-prefixed fields, in Crockford base32 (method note linkage 1.3). Without the key it cannot be made or tested.
 */
export function pseudonym(
  keys: KeyRing,
  prefix: PseudonymPrefix,
  purpose: KeyPurpose,
  ...fields: readonly string[]
): string {
  return `${prefix}${keys.version}_${keys.hash(purpose).textOfFields(fields, firstBytes)}`;
}
