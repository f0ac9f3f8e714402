import { describe, expect, it } from 'vitest';
import {
  inventedUpn,
  localId,
  nhsCheckDigit,
  testNhsNumber,
  upnCheckLetter,
} from '../../src/sample/identifiers.js';

describe('NHS numbers of the sample', () => {
  it('compute the check digit of the published example 943 476 5919', () => {
    expect(nhsCheckDigit('943476591')).toBe(9);
  });

  it('have no check digit where the remainder gives ten', () => {
    expect(nhsCheckDigit('123456789')).toBeNull();
  });

  it('are of the test range, valid and all different', () => {
    const numbers = Array.from({ length: 20_000 }, (_, n) => testNhsNumber(n)).filter((one) => one !== null);
    expect(numbers.length).toBeGreaterThan(17_500);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const number of numbers) {
      expect(number).toMatch(/^999\d{7}$/);
      expect(String(nhsCheckDigit(number.slice(0, 9)))).toBe(number[9]);
    }
  });

  it('run out instead of repeating', () => {
    expect(testNhsNumber(1_000_000)).toBeNull();
  });
});

describe('unique pupil numbers of the sample', () => {
  it('name an authority that does not exist and carry the right check letter', () => {
    for (let n = 0; n < 5000; n++) {
      const upn = inventedUpn(n, 2004 + (n % 12));
      expect(upn).toMatch(/^[A-HJ-NP-RT-Z]999\d{9}$/);
      expect(upnCheckLetter(upn.slice(1))).toBe(upn[0]);
    }
  });

  it('weight the twelve characters from 2 to 13, modulo 23', () => {
    // 8*2+0*3+1*4+2*5+0*6+0*7+0*8+1*9+0*10+1*11+0*12+1*13 = 63; 63 mod 23 = 17: the eighteenth letter without I, O and S.
    expect(upnCheckLetter('801200010101')).toBe('U');
  });
});

describe('local numbers', () => {
  it('are different for each record', () => {
    const ids = new Set(Array.from({ length: 50_000 }, (_, n) => localId('N', n)));
    expect(ids.size).toBe(50_000);
    for (const id of [...ids].slice(0, 50)) expect(id).toMatch(/^N\d{7}$/);
  });
});
