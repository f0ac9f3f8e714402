import { hkdfSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KeyedHash } from '../../src/privacy/keyedHash.js';
import type { KeyPurpose, KeyRing } from '../../src/privacy/keys.js';
import { nhsCheckDigit, normaliseNhsNumber } from '../../src/privacy/nhsNumber.js';
import { normaliseDob } from '../../src/privacy/normaliseDob.js';
import { normaliseName } from '../../src/privacy/normaliseName.js';
import { normalisePostcode } from '../../src/privacy/normalisePostcode.js';
import { normaliseSex } from '../../src/privacy/normaliseSex.js';
import { type PseudonymPrefix, pseudonym } from '../../src/privacy/pseudonyms.js';
import { token64 } from '../../src/privacy/tokens.js';
import { vectorKeys, vectors } from './fixtures.js';

const bytes = (hex: string) => Buffer.from(hex, 'hex');

const PURPOSES: Record<string, KeyPurpose> = {
  nhs: 'nhs',
  person: 'person',
  episode: 'episode',
  child: 'child',
  'token:fn': 'token:fn',
  'token:sn': 'token:sn',
  'token:dob': 'token:dob',
  'token:pc': 'token:pc',
  store: 'store',
  audit: 'audit',
};

describe('HMAC-SHA-256', () => {
  it.each(vectors.rfc4231)('agrees with RFC 4231 test case $tc', ({ key, data, hmac_sha256 }) => {
    const mac = new KeyedHash(bytes(key)).ofBytes(bytes(data));
    expect(mac.toString('hex')).toBe(hmac_sha256);
  });

  it('is not disturbed by earlier and longer messages', () => {
    const hash = new KeyedHash(Buffer.alloc(32, 1));
    const fresh = () => new KeyedHash(Buffer.alloc(32, 1));
    hash.ofFields(['x'.repeat(5000)]);
    expect(hash.ofFields(['a', 'b'])).toEqual(fresh().ofFields(['a', 'b']));
    expect(hash.ofBytes(Buffer.from('abc'))).toEqual(fresh().ofBytes(Buffer.from('abc')));
  });
});

describe('HKDF-SHA-256', () => {
  it.each(vectors.rfc5869)('of node agrees with RFC 5869', ({ ikm, salt, info, L, okm }) => {
    const made = Buffer.from(hkdfSync('sha256', bytes(ikm), bytes(salt), bytes(info), L));
    expect(made.toString('hex')).toBe(okm);
  });

  it.each(Object.entries(vectors.design.subkeys))('makes the sub-key for %s', (purpose, expected) => {
    const known = PURPOSES[purpose];
    if (known === undefined) throw new Error(`The vectors have a purpose that the test does not know.`);
    expect(Buffer.from(vectorKeys.subkey(known)).toString('hex')).toBe(expected);
  });

  it('makes the key check value', () => {
    expect(vectorKeys.fingerprint).toBe(vectors.design.kcv);
  });
});

describe('pseudonyms', () => {
  const made: Record<string, (keys: KeyRing) => string> = Object.fromEntries(
    (
      [
        ['n', 'nhs', '9434765919'],
        ['p', 'person', 'police', 'P0012345'],
        ['p', 'person', 'csc', 'P0012345'],
        ['c', 'child', 'seed-0001'],
      ] satisfies readonly (readonly [PseudonymPrefix, KeyPurpose, ...string[]])[]
    ).map(([prefix, purpose, ...fields]) => [
      `ps(${[prefix, purpose, ...fields].map((part) => JSON.stringify(part)).join(',')})`,
      (keys: KeyRing) => pseudonym(keys, prefix, purpose, ...fields),
    ]),
  );

  it.each(vectors.design.pseudonyms)('$fn', ({ fn, out }) => {
    expect(made[fn]?.(vectorKeys)).toBe(out);
  });

  it('tell fields apart that would read the same when run together', () => {
    expect(pseudonym(vectorKeys, 'p', 'person', 'ab', 'c')).not.toBe(
      pseudonym(vectorKeys, 'p', 'person', 'a', 'bc'),
    );
  });
});

describe('tokens', () => {
  it.each([
    ['fn_exact_OLIVIA', 'token:fn', 'OLIVIA'],
    ['sn_exact_SMITH', 'token:sn', 'SMITH'],
    ['dob_exact', 'token:dob', '20140524'],
    ['pc_exact', 'token:pc', 'LS61AN'],
  ] as const)('%s', (name, purpose, value) => {
    expect(token64(vectorKeys.hash(purpose), 'x', value).toString('hex')).toBe(vectors.design.token64[name]);
  });
});

describe('normalisation', () => {
  it.each(vectors.normalise.name)('name %j', (raw, expected) => {
    expect(normaliseName(raw)).toBe(expected);
  });
  it.each(vectors.normalise.postcode)('postcode %j', (raw, expected) => {
    expect(normalisePostcode(raw)).toBe(expected);
  });
  it.each(vectors.normalise.dob)('date of birth %j', (raw, expected) => {
    expect(normaliseDob(raw)).toBe(expected);
  });
  it.each(vectors.normalise.nhs)('NHS number %j', (raw, expected) => {
    expect(normaliseNhsNumber(raw, { testNumbers: false }) ?? '').toBe(expected);
  });
  it.each(vectors.normalise.sex)('sex %j', (raw, expected) => {
    expect(normaliseSex(raw)).toBe(expected);
  });
});

describe('NHS number', () => {
  it.each(vectors.nhs_check)('check digit of $first9', ({ first9, check }) => {
    expect(nhsCheckDigit(first9)).toBe(check);
  });
  it.each(vectors.nhs_invalid)('refuses $n', ({ n }) => {
    expect(normaliseNhsNumber(n, { testNumbers: true })).toBeNull();
  });
  it('accepts the test range only where it is allowed', () => {
    expect(normaliseNhsNumber('999 000 0018', { testNumbers: true })).toBe('9990000018');
    expect(normaliseNhsNumber('999 000 0018', { testNumbers: false })).toBeNull();
  });
});
