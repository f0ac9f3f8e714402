import type { Relation } from './counts.js';
import type { Web } from './web.js';

/** Bounds of one count are tightened at most so often: differences between large numbers would otherwise creep on. */
const MOST_TIGHTENINGS = 64;

/**
 * Tightens bounds of counts from those of the others in each relation until nothing changes. Every bound that it finds is a proof; that it finds none proves nothing. The same
 * as `propagate` of the proof room, for a release's counts: without steps, and without a system of statements made for it.
 * @param lower least that each count can be; changed in place
 * @param upper most; changed in place
 */
export function tighten(
  { system: { relations }, start, links }: Web,
  lower: Float64Array,
  upper: Float64Array,
): void {
  const tightened = new Uint16Array(lower.length);
  const queued = new Uint8Array(relations.length).fill(1);
  const queue = Array.from({ length: relations.length }, (_, k) => k);
  const at = (bounds: Float64Array, count: number): number => bounds[count] ?? 0;

  const again = (count: number): void => {
    tightened[count] = (tightened[count] ?? 0) + 1;
    for (let i = start[count] ?? 0; i < (start[count + 1] ?? 0); i++) {
      const k = links[i] ?? 0;
      if (queued[k] === 1) continue;
      queued[k] = 1;
      queue.push(k);
    }
  };
  const raise = (count: number, to: number): void => {
    if (!(to > at(lower, count)) || (tightened[count] ?? 0) >= MOST_TIGHTENINGS) return;
    lower[count] = to;
    again(count);
  };
  const reduce = (count: number, to: number): void => {
    if (!(to < at(upper, count)) || (tightened[count] ?? 0) >= MOST_TIGHTENINGS) return;
    upper[count] = to;
    again(count);
  };

  // In `low <= parts - total <= high`. Bounds that move on the way make the sums too wide, never too narrow, and the relation is looked at again.
  const visit = ({ total, parts, lower: low, upper: high }: Relation): void => {
    let least = 0;
    let most = 0;
    let open = 0;
    for (const part of parts) {
      least += at(lower, part);
      const top = at(upper, part);
      if (Number.isFinite(top)) most += top;
      else open++;
    }
    if (high !== Number.POSITIVE_INFINITY) {
      raise(total, least - high);
      const top = at(upper, total);
      if (Number.isFinite(top))
        for (const part of parts) reduce(part, high + top - (least - at(lower, part)));
    }
    if (low !== Number.NEGATIVE_INFINITY) {
      if (open === 0) reduce(total, most - low);
      const floor = at(lower, total);
      for (const part of parts) {
        const top = at(upper, part);
        const isOpen = !Number.isFinite(top);
        if (open > (isOpen ? 1 : 0)) continue;
        raise(part, low + floor - (most - (isOpen ? 0 : top)));
      }
    }
  };
  for (let i = 0; i < queue.length; i++) {
    const k = queue[i] ?? 0;
    queued[k] = 0;
    const relation = relations[k];
    if (relation !== undefined) visit(relation);
  }
}
