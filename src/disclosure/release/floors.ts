import { propagate } from '../proof/propagate.js';
import type { Constraint } from '../proof/system.js';
import type { ReleaseCounts } from './counts.js';

/**
 * What the printed noughts and marks alone tell of every count: how many it is at least. A hidden total of three parts that are not nought is at least
 * three, whatever else is hidden; nobody can be kept from seeing that.
 */
export function floorsOf({ counts, relations }: ReleaseCounts): Float64Array {
  const constraints: Constraint[] = [];
  const put = (terms: Constraint['terms'], lower: number, upper: number): void => {
    constraints.push({ id: '', terms, lower, upper, says: '' });
  };
  counts.forEach(({ value, standing }, atom) => {
    if (standing === 'known' && value === 0) put([{ atom, coefficient: 1 }], 0, 0);
    else if (standing !== 'unprinted') put([{ atom, coefficient: 1 }], 1, Number.POSITIVE_INFINITY);
  });
  for (const { total, parts, lower, upper } of relations)
    put([...parts.map((atom) => ({ atom, coefficient: 1 })), { atom: total, coefficient: -1 }], lower, upper);
  return propagate({ atoms: counts.map(() => ''), constraints, integer: true }, false).lower;
}
