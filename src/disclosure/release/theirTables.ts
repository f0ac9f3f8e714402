import type { Relation, ReleaseCounts } from './counts.js';
import type { Table } from './search.js';
import type { End } from './solved.js';
import type { Web } from './web.js';

/** The tables of a proof. */
export interface ProofTables {
  readonly tables: readonly Table[];
  /** By sensitive count: number of the table that is low and of the one that is high; -1 is the true one, -2 none. */
  readonly witnesses: ReadonlyMap<number, readonly [low: number, high: number]>;
  /** Tables that show of counts that are printed nowhere that they do not come out. */
  readonly besides: readonly Table[];
}

/** The tables of a proof for other readers, or for the same of another edition or round. */
export interface OtherProof {
  readonly proven: ProofTables;
  /** Names of the counts that those readers had, without what are sums by definition for them alone. */
  readonly names: readonly string[];
}

/** Names of the counts of a system as another proof is to know them. */
export function namesOf({ counts, rests = [] }: ReleaseCounts): readonly string[] {
  return counts.slice(0, counts.length - rests.length).map(({ name }) => name);
}

/** A proof, with the numbers that its counts have among these readers' and the other way round. */
interface Translated extends OtherProof {
  readonly theirs: (count: number) => number;
  readonly ours: (count: number) => number;
}

/** Tables of other proofs, as far as they serve these readers: what they know is as it is in them, and every relation holds. */
export class TheirTables {
  private readonly others: readonly Translated[];
  /** Each table as these readers would have it; null where it is none for them. */
  private readonly served = new Map<Table, Table | null>();
  /** The first of the counts that are sums by definition. */
  private readonly firstRest: number;
  private readonly restsOf = new Map<number, number[]>();

  constructor(
    others: readonly OtherProof[],
    private readonly web: Web,
  ) {
    const { counts, rests = [] } = web.system;
    this.firstRest = counts.length - rests.length;
    rests.forEach((parts, i) => {
      for (const part of parts) this.restsOf.set(part, [...(this.restsOf.get(part) ?? []), i]);
    });
    this.others = others.map((other) => translated(other, web.system, this.firstRest));
  }

  /** A table of another proof in which a count is as low or as high as is asked for. */
  reaching({ count, side, value }: End): Table | null {
    if (count >= this.firstRest) return null;
    for (const other of this.others) {
      const theirs = other.theirs(count);
      const { tables, witnesses } = other.proven;
      const table = tables[witnesses.get(theirs)?.[side === 'low' ? 0 : 1] ?? -1];
      const reached = table?.get(theirs);
      if (table === undefined || reached === undefined) continue;
      if (side === 'low' ? reached > value : reached < value) continue;
      const served = this.serve(other, table);
      if (served !== null) return served;
    }
    return null;
  }

  /** All tables of other proofs that serve these readers. */
  *serving(): Generator<Table> {
    for (const other of this.others)
      for (const table of [...other.proven.tables, ...other.proven.besides]) {
        const served = this.serve(other, table);
        if (served !== null) yield served;
      }
  }

  private serve(other: Translated, table: Table): Table | null {
    const before = this.served.get(table);
    const served = before === undefined ? this.asTheyHaveIt(other, table) : before;
    this.served.set(table, served);
    return served;
  }

  /** What is a sum by definition for its own audience alone is left out, and these readers' own sums are put in. */
  private asTheyHaveIt({ ours }: Translated, table: Table): Table | null {
    const { counts, relations, rests = [] } = this.web.system;
    // Most tables of other editions end here.
    for (const [theirs, now] of table) {
      const here = counts[ours(theirs)];
      if (here === undefined || here.value === now) continue;
      if (here.standing === 'known' || (here.standing === 'marked' && now < 1)) return null;
    }
    const moved = new Map<number, number>();
    const touched = new Set<number>();
    const sums = new Set<number>();
    for (const [theirs, now] of table) {
      const count = ours(theirs);
      const here = counts[count];
      // What these readers have no such count of is in no relation of theirs.
      if (here === undefined || here.value === now) continue;
      moved.set(count, now);
      for (const rest of this.restsOf.get(count) ?? []) sums.add(rest);
      for (const k of this.web.uses(count)) touched.add(k);
    }
    const there = (one: number): number => moved.get(one) ?? counts[one]?.value ?? 0;
    for (const i of sums)
      moved.set(
        this.firstRest + i,
        (rests[i] ?? []).reduce((sum, part) => sum + there(part), 0),
      );
    for (const k of touched) {
      const { total, parts, lower, upper } = relations[k] as Relation;
      let rest = -there(total);
      for (const part of parts) rest += there(part);
      if (rest < lower || rest > upper) return null;
    }
    return moved;
  }
}

/** The same counts have the same numbers in most cases; otherwise they are known by their names. */
function translated(other: OtherProof, own: ReleaseCounts, firstRest: number): Translated {
  const { names } = other;
  const first = names.length;
  if (first === firstRest && names.every((name, i) => own.counts[i]?.name === name))
    return { ...other, theirs: (count) => count, ours: (count) => (count < first ? count : -1) };
  const numbers = new Map(names.map((name, i) => [name, i]));
  const ours = new Int32Array(first).fill(-1);
  const theirs = new Int32Array(firstRest).fill(-1);
  for (let count = 0; count < firstRest; count++) {
    const number = numbers.get(own.counts[count]?.name ?? '');
    if (number === undefined) continue;
    ours[number] = count;
    theirs[count] = number;
  }
  return { ...other, theirs: (count) => theirs[count] ?? -1, ours: (count) => ours[count] ?? -1 };
}
