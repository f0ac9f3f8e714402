import { hash } from 'node:crypto';
import { fromCrockford, toCrockford } from './crockford.js';
import { KeyError } from './keyError.js';

export const KEY_BYTES = 32;
const PREFIX = 'pk1_';
/** Marks the key that ships with invented data; it is printed in public and protects nothing. */
const DEMONSTRATION_PREFIX = 'pk1demo_';
const BODY = Math.ceil((KEY_BYTES * 8) / 5);
const CHECK = 4;

/** The secret inside a key text, and whether it is marked as a demonstration. */
export interface KeyParts {
  readonly secret: Uint8Array;
  readonly demonstration: boolean;
}

/** Twenty bits that catch a mistyped or cut-off key; they tell nothing useful about 256 random bits. */
function check(secret: Uint8Array, prefix: string): string {
  const digest = hash('sha256', Buffer.concat([Buffer.from(prefix), secret]), 'buffer');
  return toCrockford(digest.subarray(0, 3)).slice(0, CHECK);
}

/** `pk1_` + the secret in Crockford base32 + a four-character check (`pk1demo_` for a demonstration key). */
export function keyTextOf({ secret, demonstration }: KeyParts): string {
  const prefix = demonstration ? DEMONSTRATION_PREFIX : PREFIX;
  return `${prefix}${toCrockford(secret)}${check(secret, prefix)}`;
}

function malformed(source: string, what: string): KeyError {
  return new KeyError(
    'malformed',
    `${source} does not hold a key: ${what}.`,
    'A key is one line that begins with pk1_ and ends in a four-character check; copy it again from safe custody.',
  );
}

/**
 * Reads a key text: blank lines and lines that begin with `#` are skipped, case does not matter.
 * @param source what to call the place in messages, for example `the key file keys/p.key`
 * @throws KeyError `malformed`; no part of the text is repeated
 */
export function parseKeyParts(text: string, source: string): KeyParts {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const [line] = lines;
  if (line === undefined) throw malformed(source, 'there is no line with a key');
  if (lines.length > 1) throw malformed(source, 'there is more than one line with text');
  const folded = line.toLowerCase();
  const prefix = [DEMONSTRATION_PREFIX, PREFIX].find((start) => folded.startsWith(start));
  if (prefix === undefined) throw malformed(source, 'it does not begin with pk1_');
  const body = folded.slice(prefix.length);
  if (body.length !== BODY + CHECK) throw malformed(source, 'it is too short or too long');
  const secret = fromCrockford(body.slice(0, BODY));
  if (secret === null) throw malformed(source, 'it holds characters that no key has');
  const parts = { secret, demonstration: prefix === DEMONSTRATION_PREFIX };
  const given = fromCrockford(body.slice(BODY).padEnd(8, '0'));
  const wanted = fromCrockford(check(secret, prefix).padEnd(8, '0'));
  if (given === null || wanted === null || Buffer.compare(given, wanted) !== 0) {
    throw malformed(source, 'its check characters do not fit, so a character is wrong');
  }
  return parts;
}
