const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Letters that people misread, folded to the digit they stand for (Crockford's rule). */
const MISREAD: Readonly<Record<string, string>> = { o: '0', i: '1', l: '1' };

/**
 * Lower-case Crockford base32 of some bytes, most significant bit first; a last group of fewer than five bits is
 * filled with zeros.
 * @param length how many of the bytes
 */
export function toCrockford(bytes: Uint8Array, length = bytes.length): string {
  const text = Buffer.alloc(Math.ceil((length * 8) / 5));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (let from = 0; from < length; from++) {
    held = (held << 8) | (bytes[from] ?? 0);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text[at++] = ALPHABET.charCodeAt((held >>> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  if (bits > 0) text[at] = ALPHABET.charCodeAt((held << (5 - bits)) & 31);
  return text.toString('latin1');
}

/**
 * The bytes of a Crockford text, either case, with `o`, `i` and `l` read as digits.
 * @returns null when a character is foreign or the bits left over at the end are not zero
 */
export function fromCrockford(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 5) / 8));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const character of text.toLowerCase()) {
    const value = ALPHABET.indexOf(MISREAD[character] ?? character);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >>> bits;
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? bytes : null;
}
