import { createCipheriv } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHUNK, SealError, type SealKey, seal, unseal } from '../../src/store/seal.js';
import { otherKeys, vectorKeys, vectors } from '../privacy/fixtures.js';

const keyOf = (keys: typeof vectorKeys): SealKey => ({
  wrapping: keys.subkey('store'),
  version: keys.version,
  fingerprint: keys.fingerprint,
});
const key = keyOf(vectorKeys);
const NAME = 'snapshots/offences/police/2018-H1/x.arrow.enc';
const STEP = 12 + CHUNK + 16;

function fault(sealed: Uint8Array, name = NAME, with_ = key): string {
  try {
    unseal(sealed, name, with_);
  } catch (error) {
    if (error instanceof SealError) return error.fault;
    throw error;
  }
  return 'opened';
}

const pattern = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31) % 251);

describe('AES-256-GCM', () => {
  it.each(vectors.aes256gcm)('of node agrees with NIST test case 16', ({ key: k, iv, aad, pt, ct, tag }) => {
    const cipher = createCipheriv('aes-256-gcm', Buffer.from(k, 'hex'), Buffer.from(iv, 'hex'));
    cipher.setAAD(Buffer.from(aad, 'hex'));
    const made = Buffer.concat([cipher.update(Buffer.from(pt, 'hex')), cipher.final()]);
    expect(made.toString('hex')).toBe(ct);
    expect(cipher.getAuthTag().toString('hex')).toBe(tag);
  });
});

describe('a sealed file', () => {
  it.each([0, 1, 15, 16, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 7])(
    'of %i bytes opens to what went in',
    (length) => {
      const plain = pattern(length);
      const opened = unseal(seal(plain, NAME, key), NAME, key);
      expect(Buffer.compare(opened, plain)).toBe(0);
      expect(opened.byteOffset % 8).toBe(0);
    },
  );

  it('is different each time, and shows nothing of its content', () => {
    const plain = Buffer.from('OLIVIA SMITH '.repeat(100));
    const [a, b] = [seal(plain, NAME, key), seal(plain, NAME, key)];
    expect(a.equals(b)).toBe(false);
    expect(a.includes('OLIVIA')).toBe(false);
  });

  it('with any one bit changed is refused', () => {
    const sealed = seal(pattern(200), NAME, key);
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      const changed = Buffer.from(sealed);
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(fault(changed)).not.toBe('opened');
    }
  });

  it('cut anywhere is refused, also at the end of a chunk', () => {
    const sealed = seal(pattern(2 * CHUNK + 100), NAME, key);
    const header = sealed.length - 2 * STEP - (12 + 100 + 16);
    const within = [1, 12, 27, 28, 29].map((more) => header + 2 * STEP + more);
    for (const length of [
      0,
      5,
      header - 1,
      header,
      header + 1,
      header + STEP,
      header + 2 * STEP,
      ...within,
    ]) {
      expect(fault(sealed.subarray(0, length))).not.toBe('opened');
    }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: sealed.length - 1 }), (length) => {
        expect(fault(sealed.subarray(0, length))).not.toBe('opened');
      }),
      { numRuns: 40 },
    );
  });

  it('with chunks exchanged, repeated, or taken from another file is refused', () => {
    const sealed = seal(pattern(2 * CHUNK), NAME, key);
    const other = seal(pattern(2 * CHUNK), NAME, key);
    const header = sealed.subarray(0, sealed.length - 2 * STEP);
    const [first, second] = [sealed.subarray(header.length, header.length + STEP), sealed.subarray(-STEP)];
    expect(fault(Buffer.concat([header, first, second]))).toBe('opened');
    expect(fault(Buffer.concat([header, second, first]))).toBe('damaged');
    expect(fault(Buffer.concat([header, first, first, second]))).toBe('damaged');
    expect(fault(Buffer.concat([header, first, other.subarray(-STEP)]))).toBe('damaged');
    expect(fault(Buffer.concat([sealed, Buffer.alloc(1)]))).toBe('damaged');
  });

  it('under another name, with another key, or that is no store file is refused, and why is said', () => {
    const sealed = seal(pattern(10), NAME, key);
    expect(fault(sealed, `${NAME}x`)).toBe('damaged');
    expect(fault(sealed, NAME, keyOf(otherKeys))).toBe('another key');
    expect(fault(Buffer.from('child_id,forename\n'.repeat(20)))).toBe('not a store file');
    const newer = Buffer.from(sealed);
    newer[8] = 2;
    expect(fault(newer)).toBe('newer format');
  });
});
