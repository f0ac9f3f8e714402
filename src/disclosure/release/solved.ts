import { findTables } from '../proof/certify.js';
import type { Search } from '../proof/solver.js';
import type { Target } from '../proof/system.js';
import type { Table } from './search.js';
import { type Part, unknownsOf } from './unknowns.js';
import type { Web } from './web.js';

/** One end of the rule of a sensitive count. */
export interface End {
  readonly count: number;
  readonly side: 'low' | 'high';
  readonly value: number;
}

/** Most tables differ from the true one only close by: so many relations away is looked first. */
const NEAR = [3];

/** How far is looked: close by and then everywhere, or everywhere at once, where close by is known not to do. */
export type Reach = 'near first' | 'everywhere';

/**
 * Solves for a table for each end.
 * @param hidden printed counts that are to be hidden besides
 * @returns the ends for which there is none
 */
export async function solved(
  web: Web,
  hidden: ReadonlySet<number>,
  open: readonly End[],
  keep: (end: End, table: Table) => void,
  reach: Reach = 'near first',
): Promise<readonly End[]> {
  const { counts } = web.system;
  const isUnknown = (count: number): boolean => counts[count]?.standing !== 'known' || hidden.has(count);
  let left = open;
  for (const steps of reach === 'everywhere' ? [] : NEAR) {
    if (left.length === 0) return left;
    const near = web.around(
      left.map(({ count }) => count),
      isUnknown,
      steps,
    );
    left = await solvedIn(web, hidden, left, keep, near);
  }
  if (left.length === 0) return left;
  const joined = web.around(
    left.map(({ count }) => count),
    isUnknown,
  );
  return solvedIn(web, hidden, left, keep, joined);
}

/** Most ends that are left to the solver cannot be reached. */
const WHETHER: Search = { patient: true, barely: false };

async function solvedIn(
  { system }: Web,
  hidden: ReadonlySet<number>,
  open: readonly End[],
  keep: (end: End, table: Table) => void,
  part: Part,
): Promise<readonly End[]> {
  const { system: linear, truth, atomOf, countOf } = unknownsOf(system, hidden, part);
  const targets = open.map(({ count, side, value }, i): Target => {
    const now = system.counts[count]?.value ?? 0;
    return {
      id: String(i),
      terms: [{ atom: atomOf.get(count) ?? 0, coefficient: 1 }],
      rule: side === 'low' ? [value, now] : [now, value],
    };
  });
  const found = await findTables(linear, targets, truth, WHETHER);
  if (found === null) throw new Error('The true counts do not meet what is known of them.');
  const tables = found.tables.map(
    (witness) => new Map(witness.map(([atom, value]) => [countOf[atom] ?? -1, value] as const)),
  );
  return open.filter((end, i) => {
    const number = found.ends.get(i)?.[end.side === 'low' ? 0 : 1];
    const table = number == null ? undefined : tables[number];
    if (table === undefined) return true;
    keep(end, table);
    return false;
  });
}
