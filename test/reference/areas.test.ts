import { describe, expect, it } from 'vitest';
import { loadAreas } from '../../src/reference/areas.js';

const areas = loadAreas();
const find = (text: string) => areas.findDistrict(text);

describe('areas', () => {
  it('has 26 publishable localities', () => {
    expect(areas.all).toHaveLength(26);
    expect(areas.all[0]).toBe('PAN-LANCS');
    expect([areas.boards.length, areas.cpbs.length, areas.divisions.length, areas.districts.length]).toEqual([
      3, 5, 3, 14,
    ]);
    expect(areas.districts[0]).toBe('E06000008');
    expect(areas.districts[13]).toBe('E07000128');
  });

  it('nests: every tier above districts that covers everything does so once', () => {
    for (const tier of [areas.boards, areas.divisions]) {
      expect(tier.flatMap((code) => areas.districtsOf(code)).sort()).toEqual([...areas.districts]);
    }
    expect(areas.cpbs.flatMap((code) => areas.districtsOf(code))).toHaveLength(12);
    expect(areas.districtsOf(areas.pan)).toEqual(areas.districts);
  });

  it('lists what contains a district, nearest first', () => {
    const burnley = find('Burnley');
    const bwd = find('BwD');
    if (burnley === undefined || bwd === undefined) throw new Error('district not found');
    expect(areas.containing(burnley)).toEqual(['E07000117', 'CPB-BP', 'LC-EAST', 'LSCB-LANCS', 'PAN-LANCS']);
    expect(areas.containing(bwd)).toEqual(['E06000008', 'LC-EAST', 'LSCB-BWD', 'PAN-LANCS']);
    expect(areas.get(bwd).parents).not.toContain('E06000008');
  });

  it.each([
    ['BwD', 'E06000008'],
    ['Blackburn', 'E06000008'],
    ['blackburn with darwen borough council', 'E06000008'],
    ['W Lancs', 'E07000127'],
    ['West Lancashire', 'E07000127'],
    ['e07000127', 'E07000127'],
    ["B'pool", 'E06000009'],
    ['South  Ribble', 'E07000126'],
    ['Lancaster City Council', 'E07000121'],
    ['PRESTON', 'E07000123'],
  ])('finds %s', (text, code) => {
    expect(find(text)).toBe(code);
  });

  it.each(['Lancashire', 'Manchester', '', 'E08000003', 'Ribble'])('does not find %s', (text) => {
    expect(find(text)).toBeUndefined();
  });

  it('has short names that are unique and fit an axis', () => {
    const names = areas.all.map((code) => areas.shortName(code));
    expect(new Set(names).size).toBe(26);
    expect(Math.max(...names.map((n) => n.length))).toBeLessThanOrEqual(30);
  });
});
