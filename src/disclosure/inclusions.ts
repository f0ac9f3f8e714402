import { findIndicator } from '../analysis/catalogue/index.js';
import type { Observation } from '../analysis/model.js';
import type { CellSystemBuilder } from './cells.js';
import type { ObservationCells } from './figureCells.js';

/**
 * Adds what is left when a numerator that is declared to be wholly a part of another is taken from it. The rest is printed
 * nowhere and anyone who sees both can work it out; where it is small, one of the two is hidden.
 */
export function addInclusions(
  observations: readonly Observation[],
  cells: readonly ObservationCells[],
  builder: CellSystemBuilder,
): void {
  const placed = new Map<string, number>();
  observations.forEach((o, index) => {
    const numerator = cells[index]?.numerator ?? null;
    if (numerator !== null) placed.set(`${o.indicator}|${placeOf(o)}`, numerator);
  });
  observations.forEach((o, index) => {
    const whole = cells[index]?.numerator ?? null;
    if (whole === null) return;
    for (const id of findIndicator(o.indicator)?.includes ?? []) {
      const part = placed.get(`${id}|${placeOf(o)}`);
      if (part === undefined) continue;
      const rest = builder.value(whole) - builder.value(part);
      if (builder.isSmall(rest))
        builder.sum(whole, [
          part,
          builder.hiddenCell(`rest of ${o.indicator} over ${id}|${placeOf(o)}`, rest),
        ]);
    }
  });
}

function placeOf(o: Observation): string {
  return `${o.area}|${o.period}|${o.breakdown}|${o.category}`;
}
