/** What the bytes of a file may stand for. UTF-16 files are turned into UTF-8 before they are split. */
export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Encoding announced by a byte order mark, and the length of the mark. */
export function byteOrderMark(
  bytes: Uint8Array,
): { readonly encoding: Encoding; readonly length: number } | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** UTF-16 without a mark: ASCII text has a zero in every other byte. */
export function looksLikeUtf16(bytes: Uint8Array): Encoding | null {
  const length = Math.min(bytes.length, 2048) & ~1;
  if (length < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd > 0.7 * half && even === 0) return 'utf-16le';
  if (even > 0.7 * half && odd === 0) return 'utf-16be';
  return null;
}

/** A function from the bytes of a cell to text. UTF-8 has been checked by then, so it cannot fail here. */
export function cellDecoder(encoding: Encoding): (bytes: Buffer) => string {
  if (encoding === 'windows-1252') {
    const decoder = new TextDecoder('windows-1252');
    return (bytes) => decoder.decode(bytes);
  }
  return (bytes) => bytes.toString('utf8');
}

/** Turns blocks of UTF-16 into blocks of UTF-8; other encodings pass through. */
export async function* asSingleBytes(
  blocks: AsyncIterable<Buffer>,
  encoding: Encoding,
): AsyncGenerator<Buffer> {
  if (encoding !== 'utf-16le' && encoding !== 'utf-16be') {
    yield* blocks;
    return;
  }
  const decoder = new TextDecoder(encoding, { ignoreBOM: false });
  for await (const block of blocks) {
    const text = decoder.decode(block, { stream: true });
    if (text !== '') yield Buffer.from(text, 'utf8');
  }
  const rest = decoder.decode();
  if (rest !== '') yield Buffer.from(rest, 'utf8');
}
