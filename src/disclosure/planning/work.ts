import type { Witness } from '../proof/certificate.js';
import { findTables } from '../proof/certify.js';
import { propagate } from '../proof/propagate.js';
import { type Solver, THOROUGH } from '../proof/solver.js';
import { type Target, withTargets } from '../proof/system.js';
import type { CellSystem, Sensitive } from './cells.js';
import type { Holders, Requirement } from './cheapestTable.js';
import type { Lattice } from './lattice.js';

/** All that a plan is made from. */
export interface Work {
  readonly solver: Solver;
  readonly system: CellSystem;
  readonly lattice: Lattice;
  readonly holders: Holders;
  readonly sensitive: readonly Sensitive[];
  /** Places of the sensitive counts that a cell is part of. */
  readonly countsOf: ReadonlyMap<number, readonly number[]>;
  readonly primary: ReadonlySet<number>;
  /** The rule of each sensitive count, over the unknowns of the lattice; a floor may turn out to be higher. */
  readonly targets: Target[];
}

/** Why no pattern can be given. */
export interface Unplanned {
  readonly kind: 'disclosed' | 'impossible';
  /** Ids of the counts that cannot be protected. */
  readonly counts: readonly string[];
}

/** One end of the rule of one sensitive count, that it must be able to reach. */
export interface End {
  /** Place of the sensitive count. */
  readonly target: number;
  readonly side: 'low' | 'high';
  readonly value: number;
}

/** Cells and single atoms that a table moves, with their numbers in it; nothing for the true table. */
export type Table = ReadonlyMap<number, number>;

const TRUE_TABLE: Table = new Map();

/** The ends that a plan must keep open. Where only exact disclosure counts, one of two numbers beside the true one is enough. */
export function endsOf({ system, sensitive, targets }: Work): readonly End[] {
  return targets.flatMap(({ rule }, target): End[] => {
    const value = sensitive[target]?.value ?? 0;
    if (rule === null) return [];
    if (system.require === 'exact') return [{ target, side: 'high', value: value + 1 }];
    return [
      ...(rule[0] < value ? [{ target, side: 'low', value: rule[0] } as const] : []),
      ...(rule[1] > value ? [{ target, side: 'high', value: rule[1] } as const] : []),
    ];
  });
}

export function requirementOf({ sensitive }: Work, { target, side, value }: End): Requirement {
  return { support: sensitive[target]?.support ?? [], side, value };
}

/** Ends that propagation rules out, the narrowest first. */
export function ruledOut(work: Work, hidden: ReadonlySet<number>, ends: readonly End[]): readonly End[] {
  const { system: wide, atoms } = withTargets(work.lattice.reader(hidden), work.targets);
  const { lower, upper } = propagate(wide, false);
  const found = ends.flatMap((end) => {
    const atom = atoms[end.target] ?? 0;
    const [min, max] = [lower[atom] ?? 0, upper[atom] ?? Number.POSITIVE_INFINITY];
    const out =
      work.system.require === 'exact' ? min === max : end.side === 'low' ? min > end.value : max < end.value;
    return out ? [{ end, width: max - min }] : [];
  });
  return found.sort((a, b) => a.width - b.width).map(({ end }) => end);
}

/**
 * Looks for a table for each end.
 * @param patient search on where the first table has fractions
 * @returns tables by place of the end, null where there is none
 */
export async function tablesFor(
  work: Work,
  hidden: ReadonlySet<number>,
  ends: readonly End[],
  patient = true,
): Promise<readonly (Table | null)[]> {
  const found = await tried(work, hidden, ends, patient);
  if (work.system.require !== 'exact') return found;
  const below = ends.map((end): End => ({ ...end, side: 'low', value: end.value - 2 }));
  const missing = ends.flatMap((_, i) => (found[i] === null && (below[i]?.value ?? -1) >= 0 ? [i] : []));
  const instead = await tried(
    work,
    hidden,
    missing.flatMap((i) => below[i] ?? []),
    patient,
  );
  return found.map((table, i) => table ?? instead[missing.indexOf(i)] ?? null);
}

async function tried(
  { lattice, targets, sensitive }: Work,
  hidden: ReadonlySet<number>,
  ends: readonly End[],
  patient: boolean,
): Promise<readonly (Table | null)[]> {
  if (ends.length === 0) return [];
  const aims = ends.map(({ target, side, value }, i): Target => {
    const now = sensitive[target]?.value ?? 0;
    return {
      id: String(i),
      terms: targets[target]?.terms ?? [],
      rule: side === 'low' ? [value, now] : [now, value],
    };
  });
  const found = await findTables(lattice.reader(hidden), aims, lattice.truth, { ...THOROUGH, patient });
  if (found === null) throw new Error('The true counts do not meet what is known of them.');
  // One table serves many ends, and is written down once.
  const tables = new Map<number, Table>([[-1, TRUE_TABLE]]);
  return ends.map(({ side }, i) => {
    const number = found.ends.get(i)?.[side === 'low' ? 0 : 1] ?? null;
    if (number === null) return null;
    const table = tables.get(number) ?? movedIn(found.tables[number] ?? [], lattice.truth);
    tables.set(number, table);
    return table;
  });
}

function movedIn(witness: Witness, truth: readonly number[]): Table {
  return new Map(witness.filter(([atom, value]) => truth[atom] !== value));
}
