import { describe, expect, it } from 'vitest';
import { normaliseDob } from '../../src/privacy/normaliseDob.js';
import { normaliseForename, normaliseName } from '../../src/privacy/normaliseName.js';
import { normalisePostcode } from '../../src/privacy/normalisePostcode.js';
import { soundex } from '../../src/privacy/soundex.js';
import { normaliseUpn } from '../../src/privacy/upn.js';
import { dayFromIso } from '../../src/reference/days.js';

describe('a forename', () => {
  it.each([
    ['Olivia Jane', 'OLIVIA'],
    ['Anna-Marie Louise', 'ANNA MARIE'],
    ['Anna - Marie', 'ANNA MARIE'],
    ['Miss Olivia Jane', 'OLIVIA'],
    ['Æthelred', 'AETHELRED'],
    ['Not known', ''],
    ['X', ''],
    ['Twin 2', ''],
    ['José', 'JOSE'],
    ['123', ''],
  ])('%j is %j', (raw, expected) => {
    expect(normaliseForename(raw)).toBe(expected);
  });
});

describe('a name', () => {
  it.each([
    ['O Neill', 'ONEILL'],
    ['Mac Donald-Smith', 'MACDONALD SMITH'],
    ['van der Berg', 'VAN DER BERG'],
    ['Master', 'MASTER'],
    ['Weiß', 'WEISS'],
    ['MacDonald', 'MACDONALD'],
    ["d'Arcy / Smith", 'DARCY SMITH'],
  ])('%j is %j', (raw, expected) => {
    expect(normaliseName(raw)).toBe(expected);
  });

  it('is the same after a second time', () => {
    for (const name of ['O Neill', 'Smith-Jones', 'Dr Mc Kay', 'Łukasz']) {
      expect(normaliseName(normaliseName(name))).toBe(normaliseName(name));
    }
  });
});

describe('a date of birth', () => {
  it.each([
    ['1/2/2003', '20030201'],
    ['1.2.2003', '20030201'],
    ['24-May-2014', '20140524'],
    ['01/01/1970', ''],
    ['29/02/2015', ''],
    ['24/05/45', '19450524'],
    ['May 2014', ''],
    ['', ''],
  ])('%j is %j', (raw, expected) => {
    expect(normaliseDob(raw)).toBe(expected);
  });
  it('may come as a day', () => {
    expect(normaliseDob(dayFromIso('2003-02-01'))).toBe('20030201');
  });
});

describe('a postcode', () => {
  it.each([
    ['PR1 OAA', 'PR10AA'],
    ['BB1 lAA', ''],
    ['BBI 1AA', 'BB11AA'],
    ['M1 1AA', 'M11AA'],
    ['W1A 0AX', 'W1A0AX'],
    ['EC1A 1BB', 'EC1A1BB'],
    ['NF1 1AA', ''],
    ['12345', ''],
    ['', ''],
  ])('%j is %j', (raw, expected) => {
    expect(normalisePostcode(raw)).toBe(expected);
  });
});

describe('a unique pupil number', () => {
  it.each([
    ['H801200001001', 'H801200001001'],
    [' h801200001001 ', 'H801200001001'],
    ['A801200001001', null],
    ['H801200001002', null],
    ['I801200001001', null],
    ['H80120000100', null],
  ])('%j is %j', (raw, expected) => {
    expect(normaliseUpn(raw)).toBe(expected);
  });
  it('may be a temporary one that ends in a letter', () => {
    // 8x2 + 0 + 1x4 + 2x5 + 1x10 + B (1) x13 = 53, and 53 mod 23 = 7: H.
    expect(normaliseUpn('H80120000100B')).toBe('H80120000100B');
    expect(normaliseUpn('H80120000100C')).toBeNull();
  });
});

describe('Soundex', () => {
  it.each([
    ['ROBERT', 'R163'],
    ['RUPERT', 'R163'],
    ['ASHCRAFT', 'A261'],
    ['TYMCZAK', 'T522'],
    ['PFISTER', 'P236'],
    ['HONEYMAN', 'H555'],
    ['LEE', 'L000'],
    ['GUTIERREZ', 'G362'],
    ['JACKSON', 'J250'],
  ])('of %s is %s', (name, code) => {
    expect(soundex(name)).toBe(code);
  });
});
