import { MOST_WITHIN, worthOf } from '../worth.js';
import { otherWay } from './comingOut.js';
import type { Relation } from './counts.js';
import { type End, solved } from './solved.js';
import type { Web } from './web.js';

/** What readers may lose by any one count that is hidden, in turn: the second time with old numbers taken back. */
export const LEVELS = [MOST_WITHIN, MOST_WITHIN, Number.POSITIVE_INFINITY];

/** Rounds of hiding around what is still narrowed; every other one looks a relation further. */
export const MOST_ROUNDS = 8;

/** Ends that could not be reached if everything were hidden that may be: nothing is to be hidden for their sake. */
export async function pastHelp(
  web: Web,
  open: readonly End[],
  hidden: ReadonlySet<number>,
  most: number,
): Promise<ReadonlySet<End>> {
  const { counts } = web.system;
  const able = counts.flatMap(({ name, value, mayHide }, count) =>
    mayHide !== null && worthOf(name, value) <= most ? [count] : [],
  );
  const all = new Set([...hidden, ...able]);
  const impossible = (ends: readonly End[]): Promise<readonly End[]> =>
    solved(web, all, ends, () => undefined, 'everywhere');
  const ways = new Map((await impossible(open)).map((end) => [end, otherWay(web, end)] as const));
  const neither = new Set(await impossible([...ways.values()].flatMap((other) => other ?? [])));
  return new Set([...ways].flatMap(([end, other]) => (other === null || neither.has(other) ? [end] : [])));
}

/**
 * Hides the printed count that readers lose least by in every relation of a count that is still narrowed.
 * @param far how many relations further than its own to look
 * @param most readers must lose no more than this by any of them
 * @returns false when there is nothing left to hide
 */
export function hideAround(
  web: Web,
  open: readonly End[],
  hidden: Set<number>,
  far: number,
  most: number,
): boolean {
  const { counts, relations } = web.system;
  const worth = (count: number): number => worthOf(counts[count]?.name ?? '', counts[count]?.value ?? 0);
  const near = web.around(
    open.map(({ count }) => count),
    (count) => counts[count]?.standing !== 'known',
    far,
  );
  const before = hidden.size;
  for (const k of near.relations.toSorted((a, b) => a - b)) {
    const { total, parts } = relations[k] as Relation;
    let best: number | null = null;
    for (const count of [total, ...parts]) {
      const here = counts[count];
      if (here === undefined || here.mayHide === null || hidden.has(count) || worth(count) > most) continue;
      if (best === null || worth(count) < worth(best)) best = count;
    }
    if (best !== null) hidden.add(best);
  }
  return hidden.size > before;
}

/** Hides every printed count that hangs together with those that are still narrowed; false when there is none left. */
export function hideAll(web: Web, open: readonly End[], hidden: Set<number>): boolean {
  const { counts } = web.system;
  const before = hidden.size;
  const joined = web.around(
    open.map(({ count }) => count),
    (count) => counts[count]?.standing !== 'known' || counts[count]?.mayHide !== null || hidden.has(count),
  );
  for (const count of joined.counts) if (counts[count]?.mayHide !== null) hidden.add(count);
  return hidden.size > before;
}
