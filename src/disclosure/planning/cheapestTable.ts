import { wholeTable } from '../proof/exact.js';
import type { Solver } from '../proof/solver.js';
import type { Constraint, LinearSystem } from '../proof/system.js';
import { type CellSystem, countIn, termsOf } from './cells.js';

/** A sensitive count that must be able to take a value. */
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

/** What it costs to move a cell: nought for one that is hidden in any case, null for one that must stay as it is. */
export type PriceOf = (cell: number) => number | null;

/** How cells change in a table: by how much, those that change. */
export type Change = ReadonlyMap<number, number>;

/**
 * The cheapest table in which a count takes its value: a linear programme over the atoms around it (Kelly, Sande, Robertson), and where that gives
 * fractions and whole numbers are asked for, a search for those. The table is itself the proof: whoever sees neither the cells that it moves nor anything else of them cannot rule it out.
 * @param size number of atoms that may change
 * @param whole look for whole numbers: fractions tell which cells to hide in most cases as well
 * @returns null when no table of the block takes the value
 */
export function cheapestTable(
  solver: Solver,
  system: CellSystem,
  holders: Holders,
  priceOf: PriceOf,
  { support, side, value }: Requirement,
  size: number,
  whole: boolean,
): Change | null {
  const block = blockAround(system, holders, support, size);
  const places = new Map(block.map((atom, place) => [atom, place]));
  const inside = new Map<number, number[]>();
  block.forEach((atom, place) => {
    for (const cell of holders[atom] ?? []) {
      const own = inside.get(cell);
      if (own === undefined) inside.set(cell, [place]);
      else own.push(place);
    }
  });
  const truth = block.map((atom) => system.truth[atom] ?? 0);
  const names = block.map((atom) => system.atoms[atom] ?? '');
  const constraints: Constraint[] = [];
  const aim: (readonly [number, number])[] = [];
  const put = (terms: Constraint['terms'], lower: number, upper: number): void => {
    constraints.push({ id: '', terms, lower, upper, says: '' });
  };
  const shown = system.rule.zeros === 'shown';
  for (const [cell, own] of inside) {
    const price = priceOf(cell);
    const terms = termsOf(own);
    const here = own.reduce((sum, place) => sum + (truth[place] ?? 0), 0);
    if (price === null) {
      put(terms, here, here);
      continue;
    }
    // Once hidden where noughts are shown, it is not none.
    const least = shown ? here - countIn(system, system.cells[cell]?.support ?? []) + 1 : 0;
    if (price === 0) {
      if (least > 0) put(terms, least, Number.POSITIVE_INFINITY);
      continue;
    }
    const [up, down] = [names.push('up') - 1, names.push('down') - 1];
    put([...terms, { atom: up, coefficient: -1 }, { atom: down, coefficient: 1 }], here, here);
    aim.push([up, price], [down, price]);
    if (shown) put([{ atom: down, coefficient: 1 }], 0, here - least);
  }
  for (const known of system.known) {
    const within = known.terms.filter(({ atom }) => places.has(atom));
    if (within.length === 0) continue;
    const fixed = known.terms.reduce(
      (sum, { atom, coefficient }) => sum + (places.has(atom) ? 0 : coefficient * (system.truth[atom] ?? 0)),
      0,
    );
    put(
      within.map(({ atom, coefficient }) => ({ atom: places.get(atom) ?? 0, coefficient })),
      known.lower - fixed,
      known.upper - fixed,
    );
  }
  put(
    termsOf(support.map((atom) => places.get(atom) ?? 0)),
    side === 'high' ? value : Number.NEGATIVE_INFINITY,
    side === 'high' ? Number.POSITIVE_INFINITY : value,
  );
  const table = solved(
    solver,
    { atoms: names, constraints, integer: true },
    aim,
    whole ? block.length : null,
  );
  if (table === null) return null;
  const change = new Map<number, number>();
  for (const [cell, own] of inside) {
    const step = own.reduce((sum, place) => sum + (table[place] ?? 0) - (truth[place] ?? 0), 0);
    if (Math.abs(step) > NOTHING) change.set(cell, step);
  }
  return change;
}

/** For sums of fractions. */
const NOTHING = 1e-7;

/** @param atoms number of the first columns that must be whole; null when fractions will do */
function solved(
  solver: Solver,
  programme: LinearSystem,
  aim: readonly (readonly [number, number])[],
  atoms: number | null,
): ArrayLike<number> | null {
  const n = programme.atoms.length;
  const model = solver.model(
    programme,
    {
      lower: new Float64Array(n),
      upper: new Float64Array(n).fill(Number.POSITIVE_INFINITY),
      steps: [],
      lowerStep: new Int32Array(0),
      upperStep: new Int32Array(0),
      conflict: null,
    },
    { atoms: programme.atoms.map((_, i) => i), constraints: programme.constraints.map((_, k) => k) },
  );
  try {
    const relaxed = model.extreme(aim, 'min', false);
    if (relaxed.kind !== 'reached') return null;
    if (atoms === null) return relaxed.table;
    if (wholeTable(relaxed.table.subarray(0, atoms)) !== null && model.holds(relaxed.table))
      return wholeTable(relaxed.table);
    const whole = model.extreme(aim, 'min', true);
    return whole.kind === 'reached' ? wholeTable(whole.table) : null;
  } finally {
    model.dispose();
  }
}
