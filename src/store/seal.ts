import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Plain bytes in one encrypted chunk. */
export const CHUNK = 64 * 1024;
const ALGORITHM = 'aes-256-gcm';
const MAGIC = Buffer.from('PRFSTORE');
const FORMAT = 1;
const KEY = 32;
const IV = 12;
const TAG = 16;
const FILE_ID = 16;
const CHECK = 4;

const AT_FORMAT = MAGIC.length;
const AT_KEY_VERSION = AT_FORMAT + 1;
const AT_CHECK = AT_KEY_VERSION + 1;
const AT_FILE_ID = AT_CHECK + CHECK;
const AT_WRAP = AT_FILE_ID + FILE_ID;
const AT_DATA_KEY = AT_WRAP + IV;
const HEADER = AT_DATA_KEY + KEY + TAG;

/** The key that wraps data keys, and how files say which key that was. */
export interface SealKey {
  /** Sub-key `store`. */
  readonly wrapping: Uint8Array;
  readonly version: number;
  /** Key check value, hexadecimal. */
  readonly fingerprint: string;
}

/** Why a sealed file was refused. */
export type SealFault = 'not a store file' | 'newer format' | 'another key' | 'damaged';

export class SealError extends Error {
  override readonly name = 'SealError';
  constructor(readonly fault: SealFault) {
    super(fault);
  }
}

function encrypt(key: Uint8Array, iv: Uint8Array, aad: Uint8Array, plain: Uint8Array): Buffer[] {
  const cipher = createCipheriv(ALGORITHM, key, iv, { authTagLength: TAG });
  cipher.setAAD(aad);
  const body = cipher.update(plain);
  return [body, cipher.final(), cipher.getAuthTag()];
}

function decrypt(key: Uint8Array, iv: Uint8Array, aad: Uint8Array, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv(ALGORITHM, key, iv, { authTagLength: TAG });
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
  try {
    const plain = decipher.update(sealed.subarray(0, sealed.length - TAG));
    decipher.final();
    return plain;
  } catch {
    throw new SealError('damaged');
  }
}

/** Binds a chunk to its file, its place and the file's end: none can be moved, repeated or left out. */
function chunkContext(fileId: Uint8Array, number: number, last: boolean): Buffer {
  const context = Buffer.alloc(FILE_ID + 5);
  context.set(fileId);
  context.writeUInt32BE(number, FILE_ID);
  context.writeUInt8(last ? 1 : 0, FILE_ID + 4);
  return context;
}

/**
 * Encrypts a file's content (method note linkage 1.17): a random data key encrypts chunks of 64 KiB with AES-256-GCM, and
 * is itself encrypted under the `store` sub-key with the header and the file's name as authenticated context.
 * @param name the file's path inside the store: under another name it will not open
 */
export function seal(plain: Uint8Array, name: string, key: SealKey): Buffer {
  const dataKey = randomBytes(KEY);
  const fileId = randomBytes(FILE_ID);
  const wrapIv = randomBytes(IV);
  const fixed = Buffer.alloc(AT_WRAP);
  fixed.set(MAGIC);
  fixed.writeUInt8(FORMAT, AT_FORMAT);
  fixed.writeUInt8(key.version, AT_KEY_VERSION);
  fixed.set(Buffer.from(key.fingerprint, 'hex'), AT_CHECK);
  fixed.set(fileId, AT_FILE_ID);
  const parts: Buffer[] = [
    fixed,
    wrapIv,
    ...encrypt(key.wrapping, wrapIv, Buffer.concat([fixed, Buffer.from(name)]), dataKey),
  ];
  const chunks = Math.max(1, Math.ceil(plain.length / CHUNK));
  for (let number = 0; number < chunks; number++) {
    const iv = randomBytes(IV);
    const chunk = plain.subarray(number * CHUNK, (number + 1) * CHUNK);
    parts.push(iv, ...encrypt(dataKey, iv, chunkContext(fileId, number, number === chunks - 1), chunk));
  }
  return Buffer.concat(parts);
}

function openHeader(sealed: Uint8Array, name: string, key: SealKey): { fileId: Uint8Array; dataKey: Buffer } {
  const header = Buffer.from(sealed.buffer, sealed.byteOffset, Math.min(HEADER, sealed.length));
  if (header.length < HEADER || !header.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw new SealError('not a store file');
  }
  if (header.readUInt8(AT_FORMAT) > FORMAT) throw new SealError('newer format');
  if (header.toString('hex', AT_CHECK, AT_FILE_ID) !== key.fingerprint) throw new SealError('another key');
  const context = Buffer.concat([header.subarray(0, AT_WRAP), Buffer.from(name)]);
  return {
    fileId: header.subarray(AT_FILE_ID, AT_WRAP),
    dataKey: decrypt(
      key.wrapping,
      header.subarray(AT_WRAP, AT_DATA_KEY),
      context,
      header.subarray(AT_DATA_KEY),
    ),
  };
}

/**
 * Opens what {@link seal} made. The result is a buffer of its own, so that typed arrays may lie on it.
 * @throws SealError when the file was changed, cut, moved to another name, or sealed with another key
 */
export function unseal(sealed: Uint8Array, name: string, key: SealKey): Uint8Array<ArrayBuffer> {
  const { fileId, dataKey } = openHeader(sealed, name, key);
  const step = IV + CHUNK + TAG;
  const body = sealed.subarray(HEADER);
  const chunks = Math.ceil(body.length / step);
  // Asked first: what is left of a file that was cut within a chunk's tag has no room for the chunks before it.
  if (chunks === 0 || body.length - (chunks - 1) * step < IV + TAG) throw new SealError('damaged');
  const plain = new Uint8Array(body.length - chunks * (IV + TAG));
  for (let number = 0; number < chunks; number++) {
    const chunk = body.subarray(number * step, (number + 1) * step);
    const context = chunkContext(fileId, number, number === chunks - 1);
    plain.set(decrypt(dataKey, chunk.subarray(0, IV), context, chunk.subarray(IV)), number * CHUNK);
  }
  return plain;
}
