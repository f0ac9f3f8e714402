import type { Relation, ReleaseCounts } from './counts.js';
import type { Part } from './unknowns.js';

/** Relations by count: those of count `c` are `links[start[c]]` to `links[start[c + 1] - 1]`. */
interface Links {
  readonly start: Int32Array;
  readonly links: Int32Array;
}

/** Readers of the same editions have the same relations. */
const known = new WeakMap<readonly Relation[], Links>();

function linksOf({ counts, relations }: ReleaseCounts): Links {
  const before = known.get(relations);
  if (before !== undefined && before.start.length === counts.length + 1) return before;
  const start = new Int32Array(counts.length + 1);
  const note = (count: number): void => {
    start[count + 1] = (start[count + 1] ?? 0) + 1;
  };
  for (const { total, parts } of relations) {
    note(total);
    for (const part of parts) note(part);
  }
  for (let count = 0; count < counts.length; count++)
    start[count + 1] = (start[count + 1] ?? 0) + (start[count] ?? 0);
  const links = new Int32Array(start[counts.length] ?? 0);
  const next = start.slice();
  const put = (count: number, k: number): void => {
    const place = next[count] ?? 0;
    links[place] = k;
    next[count] = place + 1;
  };
  relations.forEach(({ total, parts }, k) => {
    put(total, k);
    for (const part of parts) put(part, k);
  });
  const found = { start, links };
  known.set(relations, found);
  return found;
}

/** The counts of a release with the relations in which each stands. */
export class Web implements Links {
  readonly start: Int32Array;
  readonly links: Int32Array;

  constructor(readonly system: ReleaseCounts) {
    const { start, links } = linksOf(system);
    this.start = start;
    this.links = links;
  }

  /** Numbers of the relations in which a count stands. */
  uses(count: number): Int32Array {
    return this.links.subarray(this.start[count], this.start[count + 1]);
  }

  /**
   * What hangs together with some counts.
   * @param through whether it goes on from a count
   * @param steps how many relations away; as far as it goes by default
   */
  around(
    from: readonly number[],
    through: (count: number) => boolean,
    steps = Number.POSITIVE_INFINITY,
  ): Part {
    const { relations } = this.system;
    const counts = new Set(from);
    const met = new Set<number>();
    let edge: readonly number[] = [...counts];
    for (let step = 0; step < steps && edge.length > 0; step++) {
      const next: number[] = [];
      for (const count of edge) {
        for (const k of this.uses(count)) {
          const relation = relations[k];
          if (met.has(k) || relation === undefined) continue;
          met.add(k);
          for (const other of [relation.total, ...relation.parts]) {
            if (counts.has(other) || !through(other)) continue;
            counts.add(other);
            next.push(other);
          }
        }
      }
      edge = next;
    }
    for (const count of edge) for (const k of this.uses(count)) met.add(k);
    return { counts: [...counts], relations: [...met] };
  }
}
