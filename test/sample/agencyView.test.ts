import { beforeAll, describe, expect, it } from 'vitest';
import { AGENCIES, agencyById } from '../../src/sample/agencies.js';
import { agencyNumber, mistype, onFile } from '../../src/sample/agencyView.js';
import type { Child } from '../../src/sample/child.js';
import { random } from '../../src/sample/random.js';
import { World } from '../../src/sample/world.js';

const SEED = 7;
let children: readonly Child[];
let day: number;

beforeAll(() => {
  const season = new World(SEED, 1, 4).advance();
  children = season.children;
  day = season.period.start + 60;
});

const police = agencyById('lancashire-constabulary');
const county = agencyById('lancashire-county-council');
const nhs = agencyById('nhs-lancashire');

describe('what an agency has on file', () => {
  it('is the same each time it is asked', () => {
    for (const child of children.slice(0, 200)) {
      expect(onFile(SEED, police, child, day, 4)).toEqual(onFile(SEED, police, child, day, 4));
    }
  });

  it('mostly agrees between agencies, and sometimes does not, as in real files', () => {
    let forenames = 0;
    let births = 0;
    let swapped = 0;
    for (const child of children) {
      const [a, b] = [onFile(SEED, police, child, day, 4), onFile(SEED, county, child, day, 4)];
      if (a.forename === b.forename) forenames++;
      if (a.born === b.born) births++;
      else if (a.born !== null && b.born !== null && Math.abs(a.born - b.born) > 20) swapped++;
      expect(a.localId).not.toBe(b.localId);
    }
    expect(forenames / children.length).toBeGreaterThan(0.8);
    expect(forenames / children.length).toBeLessThan(0.99);
    expect(births / children.length).toBeGreaterThan(0.93);
    expect(births / children.length).toBeLessThan(0.99);
    expect(swapped).toBeGreaterThan(3);
  });

  it("holds one NHS number a child, of which hardly any is a brother or sister's", () => {
    const known = children
      .map(
        (child) => [onFile(SEED, nhs, child, day, 4).nhs, onFile(SEED, county, child, day, 4).nhs] as const,
      )
      .filter(([a, b]) => a !== '' && b !== '');
    expect(known.length / children.length).toBeGreaterThan(0.7);
    const different = known.filter(([a, b]) => a !== b).length;
    expect(different).toBeGreaterThan(0);
    expect(different / known.length).toBeLessThan(0.012);
    const numbers = known.map(([a]) => a);
    expect(new Set(numbers).size / numbers.length).toBeGreaterThan(0.99);
  });

  it('lacks more numbers with the police than with health', () => {
    const held = (agency: typeof police) =>
      children.filter((child) => onFile(SEED, agency, child, day, 4).nhs !== '').length / children.length;
    expect(held(nhs) - held(police)).toBeGreaterThan(0.08);
  });

  it('gives an age where it has no date of birth', () => {
    const voluntary = agencyById('lancashire-voluntary-partnership');
    const records = children.map((child) => onFile(SEED, voluntary, child, day, 4));
    expect(records.some(({ born }) => born === null)).toBe(true);
    for (const { born, age } of records) expect(born === null).toBe(age !== null);
  });

  it('keeps twins apart by number and name', () => {
    const twins = children.filter(({ twin }) => twin);
    expect(twins.length).toBeGreaterThan(20);
    expect(new Set(twins.map(({ no }) => agencyNumber(SEED, nhs, no, 4))).size).toBe(twins.length);
  });
});

describe('numbers of persons', () => {
  it('never name two children in one agency, though a few children have two', () => {
    for (const agency of AGENCIES) {
      const owner = new Map<string, number>();
      const numbers = new Map<number, Set<string>>();
      for (const { no } of children) {
        for (const period of [3, 4]) {
          const number = agencyNumber(SEED, agency, no, period);
          expect(owner.get(number) ?? no).toBe(no);
          owner.set(number, no);
          numbers.set(no, (numbers.get(no) ?? new Set()).add(number));
        }
      }
      const twice = [...numbers.values()].filter((set) => set.size === 2).length;
      expect(twice / children.length).toBeGreaterThan(0.005);
      expect(twice / children.length).toBeLessThan(0.04);
    }
  });
});

describe('a slip of the keyboard', () => {
  it('changes length by one at most and keeps the first letter', () => {
    for (let i = 0; i < 300; i++) {
      const slipped = mistype(random('slip', i), 'Elizabeth');
      expect(Math.abs(slipped.length - 9)).toBeLessThanOrEqual(1);
      expect(slipped[0]).toBe('E');
    }
  });
});
