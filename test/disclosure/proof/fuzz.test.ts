import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/disclosure/proof/audit.js';
import { certify } from '../../../src/disclosure/proof/certify.js';
import { checkCertificate } from '../../../src/disclosure/proof/checker.js';
import { Shuttle } from '../../../src/disclosure/proof/propagate.js';
import type { Constraint, LinearSystem, Target, Term } from '../../../src/disclosure/proof/system.js';
import { tryAll } from './bruteForce.js';

/** CI tries 100 systems, twice; PROFILE_FUZZ=2000 tries more. */
const RUNS = Number(process.env['PROFILE_FUZZ'] ?? 100);
const MOST = 3;

interface Case {
  readonly system: LinearSystem;
  readonly targets: readonly Target[];
  readonly truth: readonly number[];
}

/**
 * Linked systems about a true table: sums that overlap, inequalities, shares in whole percent, and the same untrue in one place now and
 * then. Every count is known to be at most {@link MOST}, so that all tables can be tried.
 */
const cases: fc.Arbitrary<Case> = fc
  .record({
    truth: fc.array(fc.integer({ min: 0, max: MOST }), { minLength: 3, maxLength: 7 }),
    sums: fc.array(
      fc.record({
        picks: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }),
        signs: fc.array(fc.constantFrom(1, 1, 1, -1, 2), { minLength: 4, maxLength: 4 }),
        kind: fc.constantFrom('equal', 'equal', 'at least', 'at most', 'percent'),
        off: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    wanted: fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  })
  .map(({ truth, sums, wanted }) => {
    const n = truth.length;
    const bounds = truth.map(
      (_, atom): Constraint => ({
        id: `bound ${atom}`,
        terms: [{ atom, coefficient: 1 }],
        lower: 0,
        upper: MOST,
        says: `x${atom} is at most ${MOST}`,
      }),
    );
    const constraints = sums.flatMap(({ picks, signs, kind, off }, i): Constraint[] => {
      const atoms = [...new Set(picks.map((pick) => pick % n))];
      const terms: Term[] = atoms.map((atom, j) => ({ atom, coefficient: signs[j] ?? 1 }));
      const value = terms.reduce((sum, t) => sum + t.coefficient * (truth[t.atom] ?? 0), 0) + off;
      const common = { id: `s${i}`, terms, says: `s${i}` };
      switch (kind) {
        case 'equal':
          return [{ ...common, lower: value, upper: value }];
        case 'at least':
          return [{ ...common, lower: value - 1, upper: Number.POSITIVE_INFINITY }];
        case 'at most':
          return [{ ...common, lower: Number.NEGATIVE_INFINITY, upper: value + 1 }];
        default: {
          // The first of the picked counts as a whole percentage of all.
          const [first] = atoms;
          const base = atoms.reduce((sum, atom) => sum + (truth[atom] ?? 0), 0);
          if (first === undefined || base === 0) return [];
          const percent = Math.round((100 * (truth[first] ?? 0)) / base);
          const weighted = (middle: number): Term[] =>
            atoms.map((atom) => ({ atom, coefficient: (atom === first ? 200 : 0) - middle }));
          return [
            { ...common, terms: weighted(2 * percent - 1), lower: 0, upper: Number.POSITIVE_INFINITY },
            {
              ...common,
              id: `s${i}b`,
              terms: weighted(2 * percent + 1),
              lower: Number.NEGATIVE_INFINITY,
              upper: -1,
            },
          ];
        }
      }
    });
    const targets = wanted.map((picks, i): Target => {
      const atoms = [...new Set(picks.map((pick) => pick % n))];
      return { id: `t${i}`, terms: atoms.map((atom) => ({ atom, coefficient: 1 })), rule: null };
    });
    return {
      truth,
      targets,
      system: {
        atoms: truth.map((_, i) => `x${i}`),
        constraints: [...bounds, ...constraints],
        integer: true,
      },
    };
  });

describe('random linked systems', () => {
  it('exclude by bounds only what no table reaches, and leave the bounds as they were', () => {
    let excluded = 0;
    fc.assert(
      fc.property(cases, ({ system }) => {
        const shuttle = new Shuttle(system, false);
        const { lower, upper, conflict } = shuttle.run();
        if (conflict !== null) return;
        const [before, above] = [Array.from(lower), Array.from(upper)];
        const single = system.atoms.map(
          (id, atom): Target => ({ id, terms: [{ atom, coefficient: 1 }], rule: null }),
        );
        const ranges = tryAll(system, single, MOST);
        for (const atom of system.atoms.keys())
          for (let value = 0; value <= MOST; value++)
            for (const side of ['low', 'high'] as const) {
              if (!shuttle.excludes(atom, side, value)) continue;
              excluded += 1;
              const [least, most] = ranges?.[atom] ?? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
              expect(side === 'high' ? most < value : least > value).toBe(true);
            }
        expect([Array.from(lower), Array.from(upper)]).toEqual([before, above]);
      }),
      { numRuns: RUNS, seed: 20180930 },
    );
    expect(excluded).toBeGreaterThan(RUNS);
  });

  it('have the ranges that trying every table finds, and no table where there is none', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ system, targets }) => {
        const expected = tryAll(system, targets, MOST);
        const found = await audit(system, targets);
        if (expected === null) {
          expect(found.kind).toBe('contradiction');
          if (found.kind !== 'contradiction') return;
          const named = new Set(found.statements);
          const alone = { ...system, constraints: system.constraints.filter(({ id }) => named.has(id)) };
          expect(tryAll(alone, targets, MOST + 2)).toBeNull();
          return;
        }
        expect(found).toMatchObject({ kind: 'audited' });
        if (found.kind === 'audited')
          expect(found.targets.map(({ min, max }) => [min, max])).toEqual(expected);
      }),
      { numRuns: RUNS, seed: 20180930 },
    );
  });

  it('get a certificate that the checker accepts exactly where the rule is not narrowed', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.nat(2), fc.nat(2), async ({ system, targets }, low, width) => {
        const ranges = tryAll(system, targets, MOST);
        if (ranges === null) return;
        const ruled = targets.map((target) => ({ ...target, rule: [low, low + width] as const }));
        const safe = ranges.every(([min, max]) => min <= low && max >= low + width);
        const found = await certify(system, ruled);
        expect(found.kind).toBe(safe ? 'certified' : 'leaks');
        if (found.kind !== 'certified') return;
        expect(checkCertificate(system, ruled, found.certificate)).toBeNull();
      }),
      { numRuns: RUNS, seed: 20180930 },
    );
  });
});
