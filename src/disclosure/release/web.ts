import type { ReleaseCounts } from './counts.js';
import type { Part } from './unknowns.js';

/** The counts of a release with the relations in which each stands. */
export class Web {
  /** Numbers of the relations in which a count stands, by count. */
  readonly uses: readonly (readonly number[])[];

  constructor(readonly system: ReleaseCounts) {
    const uses: number[][] = system.counts.map(() => []);
    system.relations.forEach(({ total, parts }, k) => {
      uses[total]?.push(k);
      for (const part of parts) uses[part]?.push(k);
    });
    this.uses = uses;
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
        for (const k of this.uses[count] ?? []) {
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
    for (const count of edge) for (const k of this.uses[count] ?? []) met.add(k);
    return { counts: [...counts], relations: [...met] };
  }
}
