import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellSystem, countIn, mergeTwins, termsOf } from '../../../src/disclosure/planning/cells.js';
import { determined, eliminate } from '../../../src/disclosure/planning/eliminate.js';
import { plan } from '../../../src/disclosure/planning/plan.js';
import { type PlanReport, planReport, readSystem } from '../../../src/disclosure/planning/systemFile.js';
import { KnownError } from '../../../src/reference/knownError.js';
import { tryAll } from '../proof/bruteForce.js';
import { attackerOf } from './attacker.js';

const RUNS = Number(process.env['PROFILE_FUZZ'] ?? 100);

async function planned(file: object): Promise<PlanReport> {
  return planReport(JSON.stringify(file), 'system.json');
}

async function refusal(file: object): Promise<{ readonly exit: number; readonly text: string }> {
  try {
    await planned(file);
  } catch (error) {
    if (error instanceof KnownError) return { exit: error.exitCode, text: `${error.message} ${error.hint}` };
    throw error;
  }
  throw new Error('it was planned');
}

const atoms = (counts: readonly number[]): Record<string, number> =>
  Object.fromEntries(counts.map((n, i) => [`x${i + 1}`, n]));

describe('printed tables', () => {
  const counts = { Am: 895, Af: 137, Bm: 753, Bf: 973, Cm: 569, Cf: 486, Dm: 540, Df: 793 };
  const cells = [
    ...Object.keys(counts).map((id) => ({ id, sum: [id] })),
    ...['A', 'B', 'C', 'D'].map((id) => ({ id, sum: [`${id}m`, `${id}f`], cost: 1_000_000 })),
    { id: 'm', sum: ['Am', 'Bm', 'Cm', 'Dm'] },
    { id: 'f', sum: ['Af', 'Bf', 'Cf', 'Df'] },
    { id: 'all', sum: Object.keys(counts) },
  ];

  it('region by gender: the cheapest pattern by value', async () => {
    const found = await planned({
      atoms: counts,
      cells,
      forced: ['m', 'f', 'all'],
      rule: { threshold: 200, zeros: 'protected' },
    });
    expect(found.primary).toEqual(['Af']);
    expect(found.secondary).toEqual(['Am', 'Cm', 'Cf']);
    expect(found.intervals['Af']).toEqual([0, 623]);
  });

  it('elimination alone hides what the published algorithm hides', () => {
    // Printed in order of their values, largest first, totals before all: D is the last row that gives nothing away.
    const names = Object.keys(counts);
    const support = (sum: readonly string[]): number[] => sum.map((name) => names.indexOf(name));
    const order = ['all', 'm', 'f', 'A', 'B', 'C', 'D', 'Bf', 'Bm', 'Cm', 'Cf', 'Am', 'Df', 'Dm'].map(
      (id) => {
        const cell = cells.findIndex((each) => each.id === id);
        return { cell, support: support(cells[cell]?.sum ?? []) };
      },
    );
    const { hidden } = eliminate(names.length, [support(['Af'])], [], order);
    expect([...hidden].map((cell) => cells[cell]?.id)).toEqual(['Am', 'Df', 'Dm']);
  });

  it('linked groups: one more cell, and which', async () => {
    const parts = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 };
    const found = await planned({
      atoms: parts,
      cells: [
        ...Object.keys(parts).map((id) => ({ id, sum: [id] })),
        { id: 'county-1', sum: ['A', 'B', 'I', 'J'] },
        { id: 'county-2', sum: ['K', 'L', 'M', 'N'] },
        { id: 'big', sum: ['L', 'M'] },
        { id: 'small', sum: ['A', 'B', 'I', 'J', 'K', 'N'] },
      ],
      forced: ['county-1', 'county-2', 'big', 'small'],
      rule: { threshold: 4, zeros: 'protected' },
    });
    expect(found).toMatchObject({ primary: ['A', 'B', 'K', 'L', 'M'], secondary: ['N'] });
    expect(found.intervals['K']).toEqual([0, 10]);
  });
});

describe('attacks that a plan forestalls', () => {
  it('bands that overlap between editions differ by a small count', async () => {
    const found = await planned({
      atoms: { '10-12': 11, '13': 4, '14-15': 29, '16-17': 21 },
      cells: [
        { id: '10-13', sum: ['10-12', '13'] },
        { id: '14-15', sum: ['14-15'] },
        { id: '16-17', sum: ['16-17'] },
        { id: '10-12', sum: ['10-12'] },
        { id: '13-15', sum: ['13', '14-15'] },
        { id: 'all', sum: ['10-12', '13', '14-15', '16-17'] },
      ],
      rule: { threshold: 5, zeros: 'shown' },
    });
    expect(found.primary).toEqual([]);
    expect(found.differences.length).toBeGreaterThan(0);
    expect(found.secondary.length).toBeGreaterThan(0);
    // Either way round, the thirteen-year-olds cannot be worked out.
    const printed = new Set(found.published);
    expect(printed.has('10-13') && printed.has('10-12')).toBe(false);
    expect(printed.has('13-15') && printed.has('14-15')).toBe(false);
  });

  it('a total with a few in one part', async () => {
    const found = await planned({
      atoms: { lancashire: 41, blackpool: 6, blackburn: 3 },
      cells: [
        { id: 'pan', sum: ['lancashire', 'blackpool', 'blackburn'] },
        { id: 'lancashire', sum: ['lancashire'] },
        { id: 'blackpool', sum: ['blackpool'] },
        { id: 'blackburn', sum: ['blackburn'] },
      ],
      rule: { threshold: 5, zeros: 'shown' },
    });
    expect(found).toMatchObject({ primary: ['blackburn'], secondary: ['blackpool'] });
  });
});

describe('refusals', () => {
  const total = { id: 'all', sum: ['x1', 'x2', 'x3'] };
  const each = ['x1', 'x2', 'x3'].map((id) => ({ id, sum: [id] }));
  const rule = { threshold: 5, zeros: 'shown' };

  it('says that forced cells disclose already', async () => {
    const file = { atoms: atoms([3, 8, 9]), cells: [...each, total], rule };
    expect(await refusal({ ...file, forced: ['x2', 'x3', 'all'] })).toMatchObject({
      exit: 3,
      text: expect.stringMatching(/already disclosed by what is printed: x1/),
    });
    expect(await refusal({ ...file, forced: ['x1'] })).toMatchObject({
      exit: 3,
      text: expect.stringMatching(/x1/),
    });
  });

  it('says which count no pattern protects, and what would', async () => {
    const found = await refusal({
      atoms: atoms([1, 1]),
      cells: [
        { id: 'a', sum: ['x1'] },
        { id: 'b', sum: ['x2'] },
        { id: 'all', sum: ['x1', 'x2'] },
      ],
      forced: ['all'],
      rule: { threshold: 2, zeros: 'shown' },
      require: 'exact',
    });
    expect(found.exit).toBe(3);
    expect(found.text).toMatch(/no pattern protects|already disclosed/);
  });

  it('refuses to hide more than was allowed, and names the categories to merge', async () => {
    const found = await refusal({
      atoms: atoms([3, 8, 2]),
      cells: [...each, total],
      rule,
      mostHidden: 40,
    });
    expect(found).toMatchObject({
      exit: 3,
      text: expect.stringMatching(/more than the 40% allowed.*merging x\d and x\d/),
    });
  });

  it('names what is wrong with a file', async () => {
    expect(await refusal({ atoms: { a: -1 }, cells: [], rule })).toMatchObject({ exit: 2 });
    expect(await refusal({ atoms: { a: 1 }, cells: [{ id: 'A', sum: ['b'] }], rule })).toMatchObject({
      exit: 2,
      text: expect.stringMatching(/"b" is not among the atoms/),
    });
    expect(
      await refusal({ atoms: { a: 9 }, cells: [{ id: 'A', sum: ['a'] }], rule, forced: ['B'] }),
    ).toMatchObject({
      exit: 2,
      text: expect.stringMatching(/no cell B/),
    });
  });
});

describe('cells of the same atoms', () => {
  it('are shown or hidden together', async () => {
    const found = await planned({
      atoms: atoms([3, 8, 9]),
      cells: [
        { id: 'board', sum: ['x1'] },
        { id: 'district', sum: ['x1'] },
        { id: 'two', sum: ['x2'] },
        { id: 'three', sum: ['x3'] },
        { id: 'all', sum: ['x1', 'x2', 'x3'] },
      ],
      rule: { threshold: 5, zeros: 'shown' },
    });
    expect(found.primary).toEqual(['board', 'district']);
  });
});

/** Small systems with cells over random sets of atoms. */
const systems: fc.Arbitrary<CellSystem> = fc
  .record({
    truth: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 6 }),
    sums: fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }),
    zeros: fc.constantFrom('shown' as const, 'protected' as const),
  })
  .map(({ truth, sums, zeros }) => {
    const supports = [
      ...truth.map((_, i) => [i]),
      ...sums.map((picks) => [...new Set(picks.map((p) => p % truth.length))].sort((a, b) => a - b)),
      truth.map((_, i) => i),
    ];
    const system: CellSystem = {
      atoms: truth.map((_, i) => `x${i}`),
      truth,
      cells: supports.map((support, i) => ({ id: `c${i}`, support, cost: 1 + countIn({ truth }, support) })),
      rule: { threshold: 3, zeros },
      forced: new Set(),
      require: 'containment',
      known: [],
    };
    return mergeTwins(system).system;
  });

describe('random linked systems', () => {
  it('are planned so that trying every table narrows no small count below its rule', async () => {
    await fc.assert(
      fc.asyncProperty(systems, async (system) => {
        const found = await plan(system);
        expect(found.kind).not.toBe('disclosed');
        if (found.kind !== 'planned') return;
        const hidden = new Set([...found.primary, ...found.secondary]);
        const targets = found.primary.map((cell) => ({
          id: system.cells[cell]?.id ?? '',
          terms: termsOf(system.cells[cell]?.support ?? []),
          rule: null,
        }));
        // Counts can be larger than any that is tried; rules end at 2, so tables up to 6 are enough to show them.
        const ranges = tryAll(attackerOf(system, hidden), targets, 6);
        expect(ranges).not.toBeNull();
        targets.forEach((target, i) => {
          const [min = 0, max = 0] = ranges?.[i] ?? [];
          const nonZeroParts = target.terms.filter(({ atom }) => (system.truth[atom] ?? 0) > 0).length;
          const floor = system.rule.zeros === 'protected' ? 0 : Math.max(1, nonZeroParts);
          expect({ id: target.id, low: min <= floor, high: max >= Math.max(floor, 2) }).toEqual({
            id: target.id,
            low: true,
            high: true,
          });
        });
      }),
      { numRuns: RUNS, seed: 20180930 },
    );
  });

  it('are planned the same way every time', async () => {
    const [system] = fc.sample(systems, { numRuns: 1, seed: 7 });
    if (system === undefined) throw new Error('a system');
    expect(await plan(system)).toEqual(await plan(system));
  });

  it('give nothing away by elimination alone', () => {
    fc.assert(
      fc.property(systems, (system) => {
        const small = system.cells.flatMap(({ support }, cell) => {
          const n = countIn(system, support);
          return n >= 1 && n < 3 ? [{ cell, support }] : [];
        });
        const order = system.cells
          .map(({ support }, cell) => ({ cell, support }))
          .filter(({ cell }) => !small.some((s) => s.cell === cell));
        const { hidden } = eliminate(
          system.atoms.length,
          small.map(({ support }) => support),
          [],
          order,
        );
        const printed = order.filter(({ cell }) => !hidden.has(cell)).map(({ support }) => support);
        expect(
          determined(
            system.atoms.length,
            printed,
            small.map(({ support }) => support),
          ),
        ).toEqual(small.map(() => false));
      }),
      { numRuns: RUNS, seed: 20180930 },
    );
  });
});

describe('the file format', () => {
  it('takes costs from the counts when none are given', () => {
    const { system } = readSystem(
      JSON.stringify({ atoms: { a: 3 }, cells: [{ id: 'A', sum: ['a'] }], rule: { threshold: 5 } }),
      'f',
    );
    expect(system.cells[0]?.cost).toBe(4);
    expect(system.rule.zeros).toBe('shown');
  });
});
