import type { Indicator } from './catalogue/record.js';
import type { CubeLine } from './planner/cube.js';

/**
 * What must hold whatever the data are; a breach is a defect of ours and stops the run (rules F14 and F15).
 * - Of a share, the numerator is part of the denominator, and both are whole numbers, nought or more.
 * - Never more people than events.
 * @throws Error naming the indicator, never a number
 */
export function checkCube(lines: readonly CubeLine[]): void {
  for (const line of lines) {
    const { indicator, numerator, denominator, people } = line;
    if (!(numerator >= 0) || (denominator !== null && !(denominator >= 0)))
      fail(indicator, 'a count is negative');
    const { kind } = indicator.measure;
    if ((kind === 'share' || kind === 'profile') && denominator !== null && numerator > denominator) {
      fail(indicator, 'the numerator is not part of the denominator');
    }
    if (
      (kind === 'count' || kind === 'share') &&
      people !== null &&
      people > numerator &&
      !countsThings(indicator)
    ) {
      fail(indicator, 'there are more people than events');
    }
  }
}

/** One crime may have several victims. */
function countsThings({ measure }: Indicator): boolean {
  if (measure.kind !== 'count' && measure.kind !== 'share') return true;
  const { count } = measure.of;
  return typeof count === 'object' && (!('distinct' in count) || count.distinct !== 'person');
}

function fail(indicator: Indicator, what: string): never {
  throw new Error(`The analysis contradicts itself at ${indicator.id}: ${what}.`);
}
