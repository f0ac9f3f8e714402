import type { Solver } from '../proof/solver.js';
import type { Constraint, LinearSystem } from '../proof/system.js';
import { type CellSystem, countIn, termsOf } from './cells.js';

/** A sensitive count that must be able to take a value, and cannot yet. */
export interface Requirement {
  readonly support: readonly number[];
  readonly side: 'low' | 'high';
  readonly value: number;
}

/** Cells by the atoms that they hold. */
export type Holders = readonly (readonly number[])[];

export function holdersOf({ atoms, cells }: CellSystem): Holders {
  const holders: number[][] = atoms.map(() => []);
  cells.forEach(({ support }, cell) => {
    for (const atom of support) holders[atom]?.push(cell);
  });
  return holders;
}

/** Atoms around a count: its own, and those that share small cells with it, nearest first, as many as asked for. */
function blockAround(
  system: CellSystem,
  holders: Holders,
  support: readonly number[],
  size: number,
): readonly number[] {
  const block = new Set(support);
  let edge = [...support];
  while (block.size < size && edge.length > 0) {
    const next: number[] = [];
    const near = [...new Set(edge.flatMap((atom) => holders[atom] ?? []))].sort(
      (a, b) => (system.cells[a]?.support.length ?? 0) - (system.cells[b]?.support.length ?? 0) || a - b,
    );
    for (const cell of near) {
      for (const atom of system.cells[cell]?.support ?? []) {
        if (block.size >= size) break;
        if (block.has(atom)) continue;
        block.add(atom);
        next.push(atom);
      }
    }
    edge = next;
  }
  return [...block].sort((a, b) => a - b);
}

/**
 * Finds the cheapest cells to hide so that a count can take its value: a linear programme over the atoms around it, whose solution is itself
 * the table that shows it (Kelly, Sande, Robertson). Hiding more never harms what was safe before.
 * @param size number of atoms that may change
 * @param whole look for a table of whole numbers: needed where fractions take the value and whole numbers do not
 * @returns cells to hide besides; null when no table of the block takes the value
 */
export function repair(
  solver: Solver,
  system: CellSystem,
  holders: Holders,
  hidden: ReadonlySet<number>,
  { support, side, value }: Requirement,
  size: number,
  whole: boolean,
): readonly number[] | null {
  const block = blockAround(system, holders, support, size);
  const places = new Map(block.map((atom, place) => [atom, place]));
  const touched = [...new Set(block.flatMap((atom) => holders[atom] ?? []))].sort((a, b) => a - b);
  const names = block.map((atom) => system.atoms[atom] ?? '');
  const constraints: Constraint[] = [];
  const aim: (readonly [number, number])[] = [];
  const moves = new Map<number, readonly [number, number]>();
  for (const cell of touched) {
    const { support: own, cost } = system.cells[cell] ?? { support: [], cost: 1 };
    const inside = own.flatMap((atom) => places.get(atom) ?? []);
    const now = countIn(system, own);
    const fixed = now - inside.reduce((sum, place) => sum + (system.truth[block[place] ?? 0] ?? 0), 0);
    const put = (terms: Constraint['terms'], lower: number, upper: number): void => {
      constraints.push({ id: '', terms, lower, upper, says: '' });
    };
    const terms = termsOf(inside);
    if (hidden.has(cell)) {
      const floor = system.rule.zeros === 'shown' ? 1 : 0;
      if (floor > fixed) put(terms, floor - fixed, Number.POSITIVE_INFINITY);
    } else if (system.forced.has(cell) || (now === 0 && system.rule.zeros === 'shown')) {
      put(terms, now - fixed, now - fixed);
    } else {
      const [up, down] = [names.push('up') - 1, names.push('down') - 1];
      moves.set(cell, [up, down]);
      put(
        [...terms, { atom: up, coefficient: -1 }, { atom: down, coefficient: 1 }],
        now - fixed,
        now - fixed,
      );
      const price = cost * (1 + Math.min(now, 400) / 2000);
      aim.push([up, price], [down, price]);
      // Once hidden where noughts are shown, it is none.
      if (system.rule.zeros === 'shown') put([{ atom: down, coefficient: 1 }], 0, now - 1);
    }
  }
  for (const known of system.known) {
    const inside = known.terms.filter(({ atom }) => places.has(atom));
    if (inside.length === 0) continue;
    const fixed = known.terms.reduce(
      (sum, { atom, coefficient }) => sum + (places.has(atom) ? 0 : coefficient * (system.truth[atom] ?? 0)),
      0,
    );
    constraints.push({
      ...known,
      terms: inside.map(({ atom, coefficient }) => ({ atom: places.get(atom) ?? 0, coefficient })),
      lower: known.lower - fixed,
      upper: known.upper - fixed,
    });
  }
  constraints.push({
    id: 'aim',
    says: '',
    terms: termsOf(support.map((atom) => places.get(atom) ?? 0)),
    lower: side === 'high' ? value : Number.NEGATIVE_INFINITY,
    upper: side === 'high' ? Number.POSITIVE_INFINITY : value,
  });
  const programme: LinearSystem = { atoms: names, constraints, integer: false };
  const model = solver.model(
    programme,
    {
      lower: new Float64Array(names.length),
      upper: new Float64Array(names.length).fill(Number.POSITIVE_INFINITY),
      steps: [],
      lowerStep: new Int32Array(0),
      upperStep: new Int32Array(0),
      conflict: null,
    },
    { atoms: names.map((_, i) => i), constraints: constraints.map((_, k) => k) },
  );
  const found = model.extreme(aim, 'min', whole);
  model.dispose();
  if (found.kind !== 'reached') return null;
  return [...moves].flatMap(([cell, [up, down]]) =>
    (found.table[up] ?? 0) + (found.table[down] ?? 0) > 1e-7 ? [cell] : [],
  );
}
