import { tighten } from './bounds.js';
import { isSome } from './counts.js';
import { isUnchanged } from './namesBefore.js';
import type { Web } from './web.js';

/**
 * What the printed noughts and marks, and the counts that the audience holds itself, tell of every count: how many it is at least and at most. A hidden total of three parts that
 * are not nought is at least three, and one to which nothing is added elsewhere is what the audience holds of it, whatever else is hidden; nobody can be kept from seeing that. Where nothing
 * changed from one release to the next, the noughts and marks of the one are those of the other.
 */
export function floorsOf(web: Web): { readonly lower: Float64Array; readonly upper: Float64Array } {
  const { counts } = web.system;
  const lower = new Float64Array(counts.length);
  const upper = new Float64Array(counts.length).fill(Number.POSITIVE_INFINITY);
  counts.forEach((count, number) => {
    const { value, standing, held } = count;
    if (held || (standing === 'known' && value === 0) || isUnchanged(count))
      lower[number] = upper[number] = value;
    else if (isSome(standing)) lower[number] = 1;
  });
  tighten(web, lower, upper);
  return { lower, upper };
}
