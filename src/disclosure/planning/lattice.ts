import type { Constraint, LinearSystem, Term } from '../proof/system.js';
import { type CellSystem, countIn } from './cells.js';

/** A cell and cells within it that make it up, each of its atoms in one of them. Unknowns by number. */
interface Equation {
  readonly total: number;
  readonly parts: readonly number[];
}

/**
 * A system of cells with an unknown for every cell, tied by short equations: a total and the parts of one level. What stands printed then cuts the system into small pieces,
 * which sums over single atoms would not.
 */
export class Lattice {
  /** Names of the unknowns: the cells, then atoms that are no cell of their own. */
  readonly names: readonly string[];
  /** True counts of the unknowns. */
  readonly truth: readonly number[];
  private readonly equations: readonly Equation[];
  private readonly known: readonly Constraint[];

  constructor(private readonly system: CellSystem) {
    const { cells, atoms } = system;
    const names = cells.map(({ id }) => id);
    const truth = cells.map(({ support }) => countIn(system, support));
    const ofAtom = new Int32Array(atoms.length).fill(-1);
    cells.forEach(({ support }, cell) => {
      const [only] = support;
      if (support.length === 1 && only !== undefined && ofAtom[only] === -1) ofAtom[only] = cell;
    });
    const unknownOf = (atom: number): number => {
      const own = ofAtom[atom] ?? -1;
      if (own !== -1) return own;
      names.push(atoms[atom] ?? '');
      truth.push(system.truth[atom] ?? 0);
      ofAtom[atom] = names.length - 1;
      return names.length - 1;
    };
    const equations: Equation[] = [];
    const within = new Partitions(system);
    cells.forEach(({ support }, total) => {
      if (support.length === 1 && ofAtom[support[0] ?? -1] === total) return;
      const found = within.of(total);
      for (const parts of found) equations.push({ total, parts });
      if (found.length === 0) equations.push({ total, parts: support.map(unknownOf) });
    });
    this.known = system.known.map((each) => ({
      ...each,
      terms: each.terms.map(({ atom, coefficient }) => ({ atom: unknownOf(atom), coefficient })),
    }));
    this.names = names;
    this.truth = truth;
    this.equations = equations;
  }

  /** What a reader knows when some cells are hidden: the others with their numbers, and that hidden ones are none where noughts are shown. */
  reader(hidden: ReadonlySet<number>): LinearSystem {
    return this.statements((cell, value) =>
      hidden.has(cell)
        ? [this.system.rule.zeros === 'shown' ? 1 : 0, Number.POSITIVE_INFINITY]
        : [value, value],
    );
  }

  /** What the printed noughts alone tell: which cells are none, and which are not. */
  noughts(): LinearSystem {
    return this.statements((_, value) => (value === 0 ? [0, 0] : [1, Number.POSITIVE_INFINITY]));
  }

  private statements(boundsOf: (cell: number, value: number) => readonly [number, number]): LinearSystem {
    const constraints: Constraint[] = [];
    const put = (terms: readonly Term[], lower: number, upper: number): void => {
      constraints.push({ id: '', terms, lower, upper, says: '' });
    };
    this.system.cells.forEach((_, cell) => {
      const [lower, upper] = boundsOf(cell, this.truth[cell] ?? 0);
      if (lower > 0 || Number.isFinite(upper)) put([{ atom: cell, coefficient: 1 }], lower, upper);
    });
    for (const { total, parts } of this.equations)
      put([...parts.map((atom) => ({ atom, coefficient: 1 })), { atom: total, coefficient: -1 }], 0, 0);
    constraints.push(...this.known);
    return { atoms: this.names, constraints, integer: true };
  }
}

/** At most so many ways of making up one cell are looked for: a table has one for each of its dimensions. */
const MOST_WAYS = 12;

/** Finds how cells are made up of the largest cells within them. */
class Partitions {
  /** Cells that hold each atom, the largest first. */
  private readonly holders: readonly (readonly number[])[];
  private readonly mark: Int32Array;
  private round = 0;

  constructor(private readonly system: CellSystem) {
    const { cells, atoms } = system;
    const holders: number[][] = atoms.map(() => []);
    const bySize = [...cells.keys()].sort((a, b) => this.size(b) - this.size(a) || a - b);
    for (const cell of bySize) for (const atom of cells[cell]?.support ?? []) holders[atom]?.push(cell);
    this.holders = holders;
    this.mark = new Int32Array(atoms.length).fill(-1);
  }

  private size(cell: number): number {
    return this.system.cells[cell]?.support.length ?? 0;
  }

  private support(cell: number): readonly number[] {
    return this.system.cells[cell]?.support ?? [];
  }

  of(total: number): readonly (readonly number[])[] {
    const support = this.support(total);
    const inside = new Set(support);
    const [first] = support;
    if (first === undefined) return [];
    const isWithin = new Map<number, boolean>();
    const within = (cell: number): boolean => {
      const known = isWithin.get(cell);
      if (known !== undefined) return known;
      const found =
        cell !== total &&
        this.size(cell) < support.length &&
        this.support(cell).every((atom) => inside.has(atom));
      isWithin.set(cell, found);
      return found;
    };
    const found: (readonly number[])[] = [];
    const used = new Set<number>();
    for (const start of this.holders[first] ?? []) {
      if (found.length >= MOST_WAYS) break;
      if (used.has(start) || !within(start)) continue;
      // Parts of parts say nothing new: only the largest cells that begin a way are kept.
      if (found.some((way) => this.isPartOf(start, way[0] ?? -1))) continue;
      const parts = this.completed(support, start, within);
      if (parts === null) continue;
      for (const part of parts) used.add(part);
      found.push(parts);
    }
    return found;
  }

  private isPartOf(cell: number, other: number): boolean {
    const whole = new Set(this.support(other));
    return this.support(cell).every((atom) => whole.has(atom));
  }

  /** The rest of a cell made up of the largest cells that do not overlap; null when it does not come out even. */
  private completed(
    support: readonly number[],
    start: number,
    within: (cell: number) => boolean,
  ): readonly number[] | null {
    this.round += 1;
    const { round } = this;
    const parts = [start];
    for (const atom of this.support(start)) this.mark[atom] = round;
    for (const atom of support) {
      if (this.mark[atom] === round) continue;
      const next = (this.holders[atom] ?? []).find(
        (cell) => within(cell) && this.support(cell).every((each) => this.mark[each] !== round),
      );
      if (next === undefined) {
        return null;
      }
      parts.push(next);
      for (const each of this.support(next)) this.mark[each] = round;
    }
    return parts;
  }
}
