import type { CubeLine } from './planner/cube.js';
import type { Workbench } from './planner/workbench.js';

/** Counts to give in the place of those that were counted, by {@link placeOfLine}: an edition may keep a count as it was first published. */
export type Instead = ReadonlyMap<
  string,
  { readonly numerator?: number; readonly denominator?: number; readonly unknown?: number }
>;

/** What tells a figure from all others of a result. */
export function placeOfLine(
  indicator: string,
  area: string,
  period: string,
  breakdown: string,
  category: string,
): string {
  return `${indicator}|${area}|${period}|${breakdown}|${category}`;
}

/** The lines of a cube with some counts in the place of their own; everything that is worked out later is worked out from these. */
export function withInstead(bench: Workbench, lines: readonly CubeLine[], instead: Instead): CubeLine[] {
  return lines.map((line): CubeLine => {
    const area = bench.localities[line.area] ?? '';
    const period = bench.history.periods[line.place] ?? '';
    const other = instead.get(placeOfLine(line.indicator.id, area, period, line.breakdown, line.category));
    if (other === undefined) return line;
    const numerator = other.numerator ?? line.numerator;
    return {
      ...line,
      numerator,
      denominator: other.denominator ?? line.denominator,
      unknown: other.unknown ?? line.unknown,
      // Nobody can be behind an event that is not counted.
      people: line.people === null ? null : Math.min(line.people, numerator),
    };
  });
}
