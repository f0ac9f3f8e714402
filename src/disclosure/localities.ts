import type { AreaCode } from '../reference/brands.js';

/** The part of the area reference that disclosure control needs; `loadAreas()` has it. */
export interface LocalityTree {
  /** The whole area. */
  readonly pan: AreaCode;
  readonly all: readonly AreaCode[];
  get(code: AreaCode): { readonly level: string };
  districtsOf(code: AreaCode): readonly AreaCode[];
}

/** An area and smaller areas that together make it up exactly. */
export interface AreaSum {
  readonly total: AreaCode;
  readonly parts: readonly AreaCode[];
}

export interface LocalityRelations {
  readonly sums: readonly AreaSum[];
  /** Areas that are one place under two codes, such as a board that covers a single district. */
  readonly same: readonly (readonly [AreaCode, AreaCode])[];
}

/**
 * Finds every way in which areas of one level make up a larger area: boards and divisions the whole, districts the
 * boards, divisions and Children's Partnership Boards, and so on. Found from the districts that each area covers, so a
 * change of geography needs no change here.
 */
export function localityRelations(tree: LocalityTree): LocalityRelations {
  const extent = new Map(tree.all.map((code) => [code, new Set(tree.districtsOf(code))]));
  const covers = (area: AreaCode): ReadonlySet<AreaCode> => extent.get(area) ?? new Set<AreaCode>();
  const levels = [...new Set(tree.all.map((code) => tree.get(code).level))];
  const sums: AreaSum[] = [];
  const same: (readonly [AreaCode, AreaCode])[] = [];
  for (const whole of tree.all) {
    const target = covers(whole);
    for (const level of levels) {
      if (level === tree.get(whole).level) continue;
      const parts = tree.all.filter(
        (part) =>
          tree.get(part).level === level &&
          covers(part).size > 0 &&
          [...covers(part)].every((d) => target.has(d)),
      );
      const covered = parts.reduce((n, part) => n + covers(part).size, 0);
      if (covered !== target.size || parts.length === 0) continue;
      const [only] = parts;
      if (parts.length === 1 && only !== undefined) {
        same.push([whole, only]);
      } else {
        sums.push({ total: whole, parts });
      }
    }
  }
  return { sums, same };
}
