import type { Constraint, LinearSystem } from '../proof/system.js';
import { isSome, type Relation, type ReleaseCounts } from './counts.js';

/** What an audience knows as a system for a solver: known counts are put in, and the unknowns are what is left. */
export interface Unknowns {
  readonly system: LinearSystem;
  readonly truth: readonly number[];
  /** Unknown of each count, by number; known ones and those held have none. */
  readonly atomOf: ReadonlyMap<number, number>;
  readonly countOf: readonly number[];
}

/** Part of the counts: all others are held at their true values. A table of the part is one of the whole, not the other way round. */
export interface Part {
  readonly counts: readonly number[];
  /** Relations in which any of them stands, by number. */
  readonly relations: readonly number[];
}

/** @param hidden printed counts that are to be hidden besides */
export function unknownsOf(
  { counts, relations }: ReleaseCounts,
  hidden: ReadonlySet<number>,
  part: Part,
): Unknowns {
  const atomOf = new Map<number, number>();
  const countOf: number[] = [];
  for (const count of part.counts) {
    if (counts[count]?.standing === 'known' && !hidden.has(count)) continue;
    atomOf.set(count, countOf.length);
    countOf.push(count);
  }
  const constraints: Constraint[] = [];
  countOf.forEach((count, atom) => {
    if (!isSome(counts[count]?.standing ?? 'unprinted')) return;
    constraints.push({
      id: '',
      terms: [{ atom, coefficient: 1 }],
      lower: 1,
      upper: Number.POSITIVE_INFINITY,
      says: '',
    });
  });
  for (const k of part.relations) {
    const { total, parts, lower, upper } = relations[k] as Relation;
    const terms: { readonly atom: number; readonly coefficient: number }[] = [];
    let known = 0;
    const add = (count: number, coefficient: number): void => {
      const atom = atomOf.get(count);
      if (atom === undefined) known += coefficient * (counts[count]?.value ?? 0);
      else terms.push({ atom, coefficient });
    };
    for (const part of parts) add(part, 1);
    add(total, -1);
    if (terms.length === 0) continue;
    constraints.push({
      id: '',
      terms,
      lower: lower - known,
      upper: upper - known,
      says: '',
    });
  }
  return {
    system: { atoms: countOf.map((count) => counts[count]?.name ?? ''), constraints, integer: true },
    truth: countOf.map((count) => counts[count]?.value ?? 0),
    atomOf,
    countOf,
  };
}
