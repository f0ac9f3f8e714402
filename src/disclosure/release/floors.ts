import { propagate } from '../proof/propagate.js';
import type { Constraint } from '../proof/system.js';
import type { ReleaseCounts } from './counts.js';
import { isUnchanged } from './joined.js';

/**
 * What the printed noughts and marks, and the counts that the audience holds itself, tell of every count: how many it is at least and at most. A hidden total of three parts that
 * are not nought is at least three, and one to which nothing is added elsewhere is what the audience holds of it, whatever else is hidden; nobody can be kept from seeing that. Where nothing
 * changed from one release to the next, the noughts and marks of the one are those of the other.
 */
export function floorsOf({ counts, relations }: ReleaseCounts): {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
} {
  const constraints: Constraint[] = [];
  const put = (terms: Constraint['terms'], lower: number, upper: number): void => {
    constraints.push({ id: '', terms, lower, upper, says: '' });
  };
  counts.forEach((count, atom) => {
    const { value, standing, held } = count;
    if (held || (standing === 'known' && value === 0) || isUnchanged(count))
      put([{ atom, coefficient: 1 }], value, value);
    else if (standing !== 'unprinted') put([{ atom, coefficient: 1 }], 1, Number.POSITIVE_INFINITY);
  });
  for (const { total, parts, lower, upper } of relations)
    put([...parts.map((atom) => ({ atom, coefficient: 1 })), { atom: total, coefficient: -1 }], lower, upper);
  return propagate({ atoms: counts.map(() => ''), constraints, integer: true }, false);
}
