import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromCrockford, toCrockford } from '../../src/privacy/crockford.js';
import { demonstrationKeyText } from '../../src/privacy/demonstrationKey.js';
import { KeyError } from '../../src/privacy/keyError.js';
import { createMasterKey, KeyRing, parseKeyText } from '../../src/privacy/keys.js';
import { keyTextOf } from '../../src/privacy/keyText.js';

const secret = fc.uint8Array({ minLength: 32, maxLength: 32 });
const textOf = (bytes: Uint8Array) => keyTextOf({ secret: bytes, demonstration: false });
const fingerprint = (text: string) => new KeyRing(parseKeyText(text)).fingerprint;

function refused(text: string): KeyError {
  try {
    parseKeyText(text, 'The key file x.key');
  } catch (error) {
    if (error instanceof KeyError) return error;
    throw error;
  }
  throw new Error('The key text was accepted.');
}

describe('Crockford base32', () => {
  it('gives every byte string back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(fromCrockford(toCrockford(bytes))).toEqual(bytes);
      }),
    );
  });
  it('refuses the letter u and left-over bits', () => {
    expect(fromCrockford('u0')).toBeNull();
    expect(fromCrockford('01')).toBeNull();
  });
});

describe('a key text', () => {
  it('reads back as the same key, whatever its case, with comments and blank lines', () => {
    fc.assert(
      fc.property(secret, (bytes) => {
        const text = textOf(bytes);
        expect(text).toMatch(/^pk1_[0-9a-z]{56}$/);
        const wanted = fingerprint(text);
        expect(fingerprint(`# comment\r\n\r\n  ${text.toUpperCase()} \n`)).toBe(wanted);
      }),
      { numRuns: 30 },
    );
  });

  it('forgives the letters that people misread', () => {
    const text = textOf(new Uint8Array(32).fill(0b00001000));
    expect(text).toMatch(/[01]/);
    const misread = `pk1_${text.slice(4).replaceAll('0', 'O').replaceAll('1', 'l')}`;
    expect(fingerprint(misread)).toBe(fingerprint(text));
  });

  it('with one wrong character is refused', () => {
    fc.assert(
      fc.property(
        secret,
        fc.integer({ min: 4, max: 59 }),
        fc.integer({ min: 1, max: 31 }),
        (bytes, at, shift) => {
          const text = textOf(bytes);
          const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
          const other = alphabet[(alphabet.indexOf(text[at] ?? '') + shift) % 32] ?? '';
          expect(refused(text.slice(0, at) + other + text.slice(at + 1)).code).toBe('malformed');
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });

  it.each([
    ['nothing', ''],
    ['comments only', '# pk1_\n'],
    ['another kind of text', 'password123'],
    ['two lines', 'pk1_abc\npk1_def'],
    ['a text cut short', 'pk1_0123456789'],
    ['foreign characters', `pk1_${'u'.repeat(56)}`],
  ])('is not %s, and the message repeats none of it', (_, text) => {
    const error = refused(text);
    expect(error.exitCode).toBe(4);
    expect(error.message).toContain('The key file x.key');
    for (const word of ['password123', '0123456789', 'uuuu', 'def']) {
      expect(error.message + error.hint).not.toContain(word);
    }
  });

  it('of a demonstration cannot be passed off as a real one', () => {
    const key = parseKeyText(demonstrationKeyText());
    expect(key.demonstration).toBe(true);
    expect(refused(key.text().replace('pk1demo_', 'pk1_')).code).toBe('malformed');
  });
});

describe('a master key', () => {
  it('is new each time', () => {
    expect(new KeyRing(createMasterKey()).fingerprint).not.toBe(new KeyRing(createMasterKey()).fingerprint);
  });

  it('does not show when printed or serialised', () => {
    const master = createMasterKey();
    const body = master.text().slice(4, 56);
    const ring = new KeyRing(master);
    ring.hash('nhs');
    expect(JSON.stringify([master, ring])).not.toContain(body);
    expect(Object.keys(ring)).not.toContain('master');
    expect(Object.values({ ...master, ...ring }).every((value) => typeof value !== 'object')).toBe(true);
  });
});
