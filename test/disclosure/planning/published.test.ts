// The published algorithm by its definition (Langsrud, 2024: cells are printed in order of importance, each unless a sensitive one would then lie in the span of what is printed), worked out
// with whole numbers of any length and nothing of ours, against elimination modulo a prime.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eliminate } from '../../../src/disclosure/planning/eliminate.js';

const TABLES = 60;
const THRESHOLD = 4;

interface Cell {
  readonly id: string;
  readonly support: readonly number[];
  readonly count: number;
}

/** One dimension: single codes, groups of neighbouring ones, and all. */
const dimension = fc.record({ codes: fc.integer({ min: 2, max: 5 }), groups: fc.boolean() });

const tables = fc
  .record({
    dimensions: fc.array(dimension, { minLength: 2, maxLength: 3 }),
    counts: fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 125, maxLength: 125 }),
  })
  .map(({ dimensions, counts }) => {
    let cells: { readonly id: string; readonly support: readonly number[] }[] = [{ id: '', support: [0] }];
    for (const { codes, groups } of dimensions) {
      const single = Array.from({ length: codes }, (_, code) => ({ name: `${code}`, members: [code] }));
      const all = { name: 'all', members: single.flatMap(({ members }) => members) };
      const pair = groups && codes > 2 ? [{ name: '0+1', members: [0, 1] }] : [];
      cells = cells.flatMap(({ id, support }) =>
        [...single, ...pair, all].map(({ name, members }) => ({
          id: `${id}|${name}`,
          support: support.flatMap((at) => members.map((member) => at * codes + member)),
        })),
      );
    }
    const atoms = dimensions.reduce((product, { codes }) => product * codes, 1);
    return {
      atoms,
      cells: cells.map(
        ({ id, support }): Cell => ({
          id,
          support,
          count: support.reduce((sum, atom) => sum + (counts[atom] ?? 0), 0),
        }),
      ),
    };
  });

type Row = readonly bigint[];

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b);
}

/** What is left of a row when the rows of a basis are taken out of it, each by its first entry that is not nought. */
function rest(row: Row, basis: readonly Row[]): Row {
  let left = row;
  for (const other of basis) {
    const lead = other.findIndex((entry) => entry !== 0n);
    const here = left[lead] ?? 0n;
    if (here === 0n) continue;
    const there = other[lead] ?? 1n;
    const next = left.map((entry, i) => entry * there - (other[i] ?? 0n) * here);
    const common = next.reduce(gcd, 0n);
    left = common > 1n ? next.map((entry) => entry / common) : next;
  }
  return left;
}

const isNothing = (row: Row): boolean => row.every((entry) => entry === 0n);

function hiddenByDefinition(atoms: number, sensitive: readonly Cell[], order: readonly Cell[]): string[] {
  const rowOf = ({ support }: Cell): Row =>
    Array.from({ length: atoms }, (_, atom) => (support.includes(atom) ? 1n : 0n));
  let basis: readonly Row[] = [];
  const hidden: string[] = [];
  for (const cell of order) {
    const left = rest(rowOf(cell), basis);
    const larger = isNothing(left) ? basis : [...basis, left];
    if (sensitive.some((small) => isNothing(rest(rowOf(small), larger)))) hidden.push(cell.id);
    else basis = larger;
  }
  return hidden;
}

describe('elimination', () => {
  it(`hides in ${TABLES} generated tables exactly what the published algorithm hides`, () => {
    let hiddenIn = 0;
    fc.assert(
      fc.property(tables, ({ atoms, cells }) => {
        const isSmall = ({ count }: Cell): boolean => count >= 1 && count < THRESHOLD;
        const sensitive = cells.filter(isSmall);
        const order = cells
          .filter((cell) => !isSmall(cell))
          .toSorted((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
        const { hidden } = eliminate(
          atoms,
          sensitive.map(({ support }) => support.toSorted((a, b) => a - b)),
          [],
          order.map(({ support }, cell) => ({ cell, support: support.toSorted((a, b) => a - b) })),
        );
        const ours = [...hidden].map((cell) => order[cell]?.id ?? '').sort();
        if (ours.length > 0) hiddenIn += 1;
        expect(ours).toEqual(hiddenByDefinition(atoms, sensitive, order).sort());
      }),
      { numRuns: TABLES, seed: 2024 },
    );
    expect(hiddenIn).toBeGreaterThan(TABLES * 0.9);
  });
});
