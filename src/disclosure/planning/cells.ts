import type { Constraint, Term } from '../proof/system.js';

/** A count that may be printed: the sum of the atoms in its support. */
export interface Cell {
  readonly id: string;
  /** Places of its atoms, each once, in order. */
  readonly support: readonly number[];
  /** What is lost when it is hidden; above nought. */
  readonly cost: number;
}

/** Which small counts are protected. */
export interface Rule {
  /** Counts from 1 to `threshold - 1` are sensitive. */
  readonly threshold: number;
  /** Noughts are printed, so that what is hidden is none; or hidden like other small counts. */
  readonly zeros: 'shown' | 'protected';
}

/** What the pattern must hold. */
export type Require =
  /** Nothing narrower than the rule can be worked out about a sensitive count. */
  | 'containment'
  /** No sensitive count can be worked out exactly. */
  | 'exact';

/** A system to be planned: true counts, the cells over them, and what is known whatever is hidden. */
export interface CellSystem {
  readonly atoms: readonly string[];
  /** True counts, in the order of the atoms. */
  readonly truth: readonly number[];
  readonly cells: readonly Cell[];
  readonly rule: Rule;
  /** Places of cells that stand printed already and cannot be hidden. */
  readonly forced: ReadonlySet<number>;
  readonly require: Require;
  /** Inequalities and equations that hold whatever is hidden, such as children at most episodes. */
  readonly known: readonly Constraint[];
}

/** A count that must be protected: a cell, or the difference of two cells that nobody prints. */
export interface Sensitive {
  readonly id: string;
  /** Place of the cell; null for a difference. */
  readonly cell: number | null;
  readonly support: readonly number[];
  readonly value: number;
  /** The count as cells that are added and taken away. */
  readonly as: readonly { readonly cell: number; readonly coefficient: 1 | -1 }[];
}

export function countIn({ truth }: Pick<CellSystem, 'truth'>, support: readonly number[]): number {
  let sum = 0;
  for (const atom of support) sum += truth[atom] ?? 0;
  return sum;
}

export function termsOf(support: readonly number[]): readonly Term[] {
  return support.map((atom) => ({ atom, coefficient: 1 }));
}

function isSmall(value: number, { threshold, zeros }: Rule): boolean {
  return (value >= 1 && value < threshold) || (value === 0 && zeros === 'protected');
}

/** Cells that are hidden because of what they are. */
export function sensitiveCells(system: CellSystem): readonly Sensitive[] {
  return system.cells.flatMap(({ id, support }, cell) => {
    const value = countIn(system, support);
    return isSmall(value, system.rule)
      ? [{ id, cell, support, value, as: [{ cell, coefficient: 1 as const }] }]
      : [];
  });
}

/**
 * Differences of two cells of which one holds the other, where they are small: whoever sees both knows them. Found by looking, for each
 * cell, at those that hold its rarest atom. Differences that are a cell of their own are left out: they are sensitive already.
 */
export function sensitiveDifferences(system: CellSystem): readonly Sensitive[] {
  const { cells, rule } = system;
  const holders: number[][] = system.atoms.map(() => []);
  cells.forEach(({ support }, cell) => {
    for (const atom of support) holders[atom]?.push(cell);
  });
  const seen = new Set(cells.map(({ support }) => support.join(',')));
  const sets = new Map<number, ReadonlySet<number>>();
  const setOf = (cell: number): ReadonlySet<number> => {
    const found = sets.get(cell) ?? new Set(cells[cell]?.support);
    sets.set(cell, found);
    return found;
  };
  const found: Sensitive[] = [];
  cells.forEach(({ id, support }, inner) => {
    const value = countIn(system, support);
    if (isSmall(value, rule)) return;
    const rarest = support.reduce<readonly number[] | null>((best, atom) => {
      const here = holders[atom] ?? [];
      return best === null || here.length < best.length ? here : best;
    }, null);
    for (const outer of rarest ?? []) {
      const whole = cells[outer];
      if (whole === undefined || outer === inner || whole.support.length <= support.length) continue;
      const rest = countIn(system, whole.support) - value;
      if (rest < 1 || rest >= rule.threshold || isSmall(rest + value, rule)) continue;
      const held = setOf(outer);
      if (!support.every((atom) => held.has(atom))) continue;
      const own = new Set(support);
      const left = whole.support.filter((atom) => !own.has(atom));
      const name = left.join(',');
      if (seen.has(name)) continue;
      seen.add(name);
      found.push({
        id: `${whole.id} without ${id}`,
        cell: null,
        support: left,
        value: rest,
        as: [
          { cell: outer, coefficient: 1 },
          { cell: inner, coefficient: -1 },
        ],
      });
    }
  });
  return found;
}

/** A system in which every support stands once, and the cells that each of its cells stands for. */
export interface Merged {
  readonly system: CellSystem;
  /** Places in the first system, by place in the merged one. */
  readonly members: readonly (readonly number[])[];
}

/** Cells of the same atoms are one count under several names (a board of one district): they are shown or hidden together. */
export function mergeTwins(system: CellSystem): Merged {
  const byName = new Map<string, number[]>();
  system.cells.forEach(({ support }, cell) => {
    const name = support.join(',');
    const twins = byName.get(name);
    if (twins === undefined) byName.set(name, [cell]);
    else twins.push(cell);
  });
  const members = [...byName.values()];
  const cells = members.flatMap(([first = 0, ...others]): Cell[] => {
    const cell = system.cells[first];
    return cell === undefined
      ? []
      : [{ ...cell, cost: others.reduce((sum, twin) => sum + (system.cells[twin]?.cost ?? 0), cell.cost) }];
  });
  const forced = new Set(
    members.flatMap((twins, place) => (twins.some((cell) => system.forced.has(cell)) ? [place] : [])),
  );
  return { system: { ...system, cells, forced }, members };
}
