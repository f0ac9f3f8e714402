import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { propagate } from '../../../src/disclosure/proof/propagate.js';
import { tighten } from '../../../src/disclosure/release/bounds.js';
import type {
  Relation,
  ReleaseCount,
  ReleaseCounts,
  Standing,
} from '../../../src/disclosure/release/counts.js';
import { Web } from '../../../src/disclosure/release/web.js';

interface Case {
  readonly values: readonly number[];
  readonly standings: readonly Standing[];
  readonly relations: readonly Relation[];
}

/** Systems whose relations hold for their values: sums, and sums of which only one side is sure. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    leaves: fc.array(fc.nat(9), { minLength: 3, maxLength: 8 }),
    sums: fc.array(
      fc.record({
        parts: fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 4 }),
        slack: fc.integer({ min: -2, max: 2 }),
      }),
      { maxLength: 6 },
    ),
    standings: fc.array(fc.constantFrom<Standing>('known', 'marked', 'unprinted'), {
      minLength: 20,
      maxLength: 20,
    }),
  })
  .map(({ leaves, sums, standings }) => {
    const values = [...leaves];
    const relations: Relation[] = [];
    for (const { parts, slack } of sums) {
      const members = [...new Set(parts.map((part) => part % values.length))];
      const sum = members.reduce((total, part) => total + (values[part] ?? 0), 0);
      const value = Math.max(0, sum + slack);
      relations.push({
        total: values.length,
        parts: members,
        lower: value <= sum ? 0 : Number.NEGATIVE_INFINITY,
        upper: value >= sum ? 0 : Number.POSITIVE_INFINITY,
      });
      values.push(value);
    }
    return {
      values,
      relations,
      standings: values.map((value, i) => (value === 0 ? 'unprinted' : (standings[i] ?? 'known'))),
    };
  });

function systemOf({ values, standings, relations }: Case): ReleaseCounts {
  return {
    relations,
    counts: values.map(
      (value, i): ReleaseCount => ({
        name: String(i),
        value,
        standing: standings[i] ?? 'unprinted',
        sensitive: false,
        room: null,
        held: false,
        awaited: false,
        mayHide: null,
      }),
    ),
  };
}

describe('tightening bounds of a release', () => {
  it('gives what propagation of the same statements gives', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const system = systemOf(one);
        const lower = Float64Array.from(system.counts, ({ standing, value }) =>
          standing === 'known' ? value : standing === 'marked' ? 1 : 0,
        );
        const upper = Float64Array.from(system.counts, ({ standing, value }) =>
          standing === 'known' ? value : Number.POSITIVE_INFINITY,
        );
        const stated = propagate({
          integer: true,
          atoms: system.counts.map(({ name }) => name),
          constraints: [
            ...system.counts.map((_, atom) => ({
              id: '',
              says: '',
              terms: [{ atom, coefficient: 1 }],
              lower: lower[atom] ?? 0,
              upper: upper[atom] ?? 0,
            })),
            ...one.relations.map(({ total, parts, lower: low, upper: high }) => ({
              id: '',
              says: '',
              terms: [...parts.map((atom) => ({ atom, coefficient: 1 })), { atom: total, coefficient: -1 }],
              lower: low,
              upper: high,
            })),
          ],
        });
        tighten(new Web(system), lower, upper);
        expect([...lower]).toEqual([...stated.lower]);
        expect([...upper]).toEqual([...stated.upper]);
        one.values.forEach((value, i) => {
          expect(lower[i]).toBeLessThanOrEqual(value);
          expect(upper[i]).toBeGreaterThanOrEqual(value);
        });
      }),
      { numRuns: 500 },
    );
  });
});
