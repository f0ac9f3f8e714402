import type { CellSystem, Sum } from './cells.js';
import { worthOf } from './worth.js';

/** Which cells are hidden; indexed by cell number. */
export type Pattern = readonly boolean[];

interface Judgement {
  /** Hidden members that are not the total. */
  readonly hiddenParts: readonly number[];
  readonly totalHidden: boolean;
}

function judge(sum: Sum, hidden: Pattern): Judgement {
  return {
    hiddenParts: sum.parts.filter((cell) => hidden[cell]),
    totalHidden: hidden[sum.total] ?? false,
  };
}

/**
 * Whether one sum gives a hidden cell away.
 *
 * - One hidden member: it is the rest. Children may be counted in two places, so parts can exceed their total; when the
 *   shown parts alone already reach the total, subtracting says nothing.
 * - Several hidden parts under a shown total: each hidden part is at least 1, unless zeros are hidden too, so a small count among
 *   them is at most `s - (h - 1)`. Unless that reaches `threshold - 1` the reader learns more than "fewer than the
 *   threshold". Hidden parts that together are none are all none.
 */
export function givesAway(system: CellSystem, sum: Sum, hidden: Pattern, threshold: number): boolean {
  const { hiddenParts, totalHidden } = judge(sum, hidden);
  const value = (cell: number): number => system.values[cell] ?? 0;
  if (totalHidden)
    return (
      hiddenParts.length === 0 &&
      (system.mayBeNone.has(sum.total) || sum.parts.some((cell) => value(cell) > 0))
    );
  if (hiddenParts.length === 0) return false;
  let rest = value(sum.total);
  for (const cell of sum.parts) if (!hidden[cell]) rest -= value(cell);
  const none = hiddenParts.filter((cell) => system.mayBeNone.has(cell)).length;
  if (rest <= 0) return rest === 0 && none > 0;
  if (new Set(hiddenParts.map((cell) => system.group[cell])).size === 1) return true;
  const together = hiddenParts.reduce((all, cell) => all + value(cell), 0);
  // What the other hidden parts are at least is not left for a small one.
  const least = hiddenParts.length - none;
  return hiddenParts.some((cell) => {
    const mayBeNone = system.mayBeNone.has(cell);
    const isSmall = value(cell) < threshold && (value(cell) >= 1 || mayBeNone);
    return isSmall && together - least + (mayBeNone ? 0 : 1) < threshold - 1;
  });
}

/**
 * The count to hide next among the members of a sum: one that is printed nowhere costs nothing, then the one above zero that readers lose least by, those first that they did not have before either; among several
 * alike one that nobody without the seed can tell, or else the earliest.
 */
function nextToHide(
  system: CellSystem,
  sum: Sum,
  hidden: Pattern,
  { printed, forced, hiddenBefore, ties }: Laying,
): number | null {
  let best: number | null = null;
  const nameOf = (cell: number): string => system.names[cell] ?? '';
  const cost = (cell: number): number => {
    if (!printed(cell)) return worthOf(nameOf(cell), system.values[cell] ?? 0);
    const before = hiddenBefore?.(nameOf(cell)) === true ? 0 : PRINTED;
    return PRINTED + before + worthOf(nameOf(cell), system.values[cell] ?? 0);
  };
  for (const cell of [...sum.parts, sum.total]) {
    const value = system.values[cell] ?? 0;
    if (hidden[cell] || value <= 0 || system.virtual[cell] || forced(cell)) continue;
    if (best === null) best = cell;
    else {
      const dearer = cost(cell) - cost(best);
      if (dearer < 0 || (dearer === 0 && ties !== undefined && ties(nameOf(cell)) < ties(nameOf(best))))
        best = cell;
    }
  }
  return best;
}

/** More than any count: what is printed is dearer than what is not. */
const PRINTED = 1e12;

/** Which groups of cells stand in a document, and which are printed elsewhere already and cannot be hidden. */
export interface Laying {
  readonly printed: (cell: number) => boolean;
  readonly forced: (cell: number) => boolean;
  /** Whether an earlier release hid the count of that name from the same readers: hiding it again takes nothing from them. */
  readonly hiddenBefore?: (name: string) => boolean;
  /**
   * Puts counts that are alike in an order, so that nobody without the configuration's seed can run the same choice again and rule out what it would not have hidden.
   */
  readonly ties?: (name: string) => string;
}

const EVERYTHING: Laying = { printed: () => true, forced: () => false };

/**
 * Chooses the cells to hide: first the sensitive ones, then, while any sum gives a hidden cell away, the shown count
 * above zero in that sum that readers lose least by. Hiding is never undone, so the loop ends; its order is fixed by the order of the cells.
 *
 * @param threshold counts from 1 to `threshold - 1` are sensitive
 * @param laying what is printed; everything by default
 * @param more names of further cells to hide
 */
export function suppress(
  system: CellSystem,
  threshold: number,
  laying: Laying = EVERYTHING,
  more: (name: string) => boolean = () => false,
): Pattern {
  const members = new Map<number, number[]>();
  system.group.forEach((group, cell) => {
    const list = members.get(group);
    if (list === undefined) members.set(group, [cell]);
    else list.push(cell);
  });
  const sumsOf = new Map<number, number[]>();
  system.sums.forEach((sum, index) => {
    for (const cell of [sum.total, ...sum.parts]) {
      const group = system.group[cell] ?? cell;
      const list = sumsOf.get(group);
      if (list === undefined) sumsOf.set(group, [index]);
      else if (list[list.length - 1] !== index) list.push(index);
    }
  });

  const hidden: boolean[] = system.names.map(() => false);
  const queue: number[] = system.sums.map((_, index) => index);
  const queued = new Set(queue);
  const hide = (cell: number): void => {
    const group = system.group[cell] ?? cell;
    for (const member of members.get(group) ?? []) hidden[member] = true;
    for (const index of sumsOf.get(group) ?? []) {
      if (!queued.has(index)) {
        queued.add(index);
        queue.push(index);
      }
    }
  };

  system.sensitive.forEach((sensitive, cell) => {
    if ((sensitive || more(system.names[cell] ?? '')) && !hidden[cell]) hide(cell);
  });
  for (let at = 0; at < queue.length; at++) {
    const index = queue[at];
    const sum = index === undefined ? undefined : system.sums[index];
    if (index === undefined || sum === undefined) continue;
    queued.delete(index);
    while (givesAway(system, sum, hidden, threshold)) {
      const cell = nextToHide(system, sum, hidden, laying);
      if (cell === null) break;
      hide(cell);
    }
  }
  return hidden;
}
