import { tighten } from './bounds.js';
import { isSome, type Standing } from './counts.js';
import { floorsOf } from './floors.js';
import type { Web } from './web.js';

/** The two ends that a reader must not be able to rule out. */
export type Rule = readonly [low: number, high: number];

/**
 * The rules of the counts to be proven, by number. A small count that is printed as hidden may be anything from what the shown noughts alone tell
 * (and, to those who hold records themselves, their own) tell to the threshold; one that is kept for another reason, whatever its room is. A small count that is printed nowhere and bounded all the same by what is printed may be narrowed, as everything is
 * that stands in a sum; it must not come out, so that it can be another number than it is.
 */
export function rulesOf(web: Web, threshold: number): ReadonlyMap<number, Rule> {
  const { counts } = web.system;
  const floors = floorsOf(web);
  const bounds = boundsOf(web);
  const rules = new Map<number, Rule>();
  counts.forEach(({ sensitive, standing, awaited, value, room }, count) => {
    if (!sensitive || standing === 'known') return;
    const [least, most] = [bounds.lower[count] ?? 0, bounds.upper[count] ?? 0];
    const [low, high] = endsOf(value, standing, room, threshold);
    const floor = Math.max(low, floors.lower[count] ?? 0);
    const ceiling = Math.max(value, Math.min(high, floors.upper[count] ?? Number.POSITIVE_INFINITY));
    const rule: Rule = [Math.min(floor, value), ceiling];
    // What is all of them, or of one child, may come out of several printed numbers together, which bounds alone do not see.
    if (standing === 'marked' || standing === 'covered' || awaited || room !== null) rules.set(count, rule);
    else if (rule[0] < rule[1] && (least > rule[0] || most < rule[1]))
      rules.set(count, most > value || least === value ? [value, value + 1] : [value - 1, value]);
  });
  return rules;
}

/** What a count could be as far as its rules go: that of its size, and the room it is to have besides. */
function endsOf(value: number, standing: Standing, room: Rule | null, threshold: number): Rule {
  const ofSize: Rule = [isSome(standing) ? 1 : 0, threshold - 1];
  if (room === null) return ofSize;
  if (value < 1 || value >= threshold) return room;
  return [Math.min(ofSize[0], room[0]), Math.max(ofSize[1], room[1])];
}

/** What all that is printed tells of each count by itself. */
function boundsOf(web: Web): { readonly lower: Float64Array; readonly upper: Float64Array } {
  const { counts } = web.system;
  const lower = new Float64Array(counts.length);
  const upper = new Float64Array(counts.length).fill(Number.POSITIVE_INFINITY);
  counts.forEach(({ value, standing }, count) => {
    if (standing === 'known') lower[count] = upper[count] = value;
    else if (standing === 'marked') lower[count] = 1;
  });
  tighten(web, lower, upper);
  return { lower, upper };
}
