import { describe, expect, it } from 'vitest';
import { attributionLines } from '../../src/reference/attributions.js';
import { districtOfPostcode } from '../../src/reference/postcodes.js';

describe('districtOfPostcode', () => {
  it('finds unit postcodes whatever their spacing and case', () => {
    for (const text of ['BB1 1AB', 'bb11ab', ' BB1  1AB '])
      expect(districtOfPostcode(text)).toBe('E06000008');
    expect(districtOfPostcode('PR1 8XJ')).toBe('E07000123');
    expect(districtOfPostcode('FY1 1AD')).toBe('E06000009');
  });

  it('falls back on the best fit of the sector', () => {
    expect(districtOfPostcode('BB1 1ZZ')).toBe('E06000008');
    expect(districtOfPostcode('BB1 2ZZ')).toBe('E06000008');
    expect(districtOfPostcode('BB1 1')).toBe('E06000008');
  });

  it('is null elsewhere', () => {
    for (const text of ['SW1A 1AA', 'M1 1AE', 'nonsense', '', 'ZZ99 3VZ'])
      expect(districtOfPostcode(text)).toBeNull();
  });
});

describe('attribution lines', () => {
  it('name every licensor', () => {
    const text = attributionLines.join('\n');
    for (const name of [
      'Open Government Licence',
      'Ordnance',
      'Royal Mail',
      'National Statistics',
      'Martin Chorley',
    ]) {
      expect(text.replace('OS data', 'Ordnance Survey data')).toContain(name);
    }
  });
});
