import { type Relation, type ReleaseCount, type ReleaseCounts, type Standing, SumsSeen } from './counts.js';
import { isEnd, isOfBefore, isUnchanged, ownName } from './namesBefore.js';
import type { Web } from './web.js';

const NONE: ReadonlySet<string> = new Set();

/** What tells most comes first. */
const TELLING: readonly Standing[] = ['known', 'marked', 'covered', 'unprinted'];

function mostTelling(standings: readonly Standing[]): Standing {
  return TELLING.find((standing) => standings.includes(standing)) ?? 'unprinted';
}

/**
 * The same counts where one that did not change from one release to the next is one count, and sums that are then the same are one sum. Readers are taken to know what did not change, which is
 * more than they can: what is proven against those who know it holds against all. So a release adds to the system what changed, and not all that it lays out anew.
 *
 * Where an old number is given in the place of a new one the copies stay apart: how far the one was from it would be how far the other is.
 * @param apart names of further counts whose copies stay apart
 */
export function withoutCopies(
  { counts, relations }: ReleaseCounts,
  apart: ReadonlySet<string> = NONE,
): ReleaseCounts {
  const first = Int32Array.from(counts, (_, count) => count);
  const root = (count: number): number => {
    let at = count;
    while (first[at] !== at) at = first[at] ?? at;
    return at;
  };
  const isZero = Uint8Array.from(counts, (count) => (isUnchanged(count) ? 1 : 0));
  const hasEnds = new Uint8Array(counts.length);
  const isAnEnd = Uint8Array.from(counts, (count) => (isEnd(count) ? 1 : 0));
  for (const { total, parts } of relations) {
    const [part = -1] = parts;
    if (isAnEnd[total] === 1) hasEnds[part] = 1;
    if (isAnEnd[part] === 1) hasEnds[total] = 1;
  }
  const isGone = new Uint8Array(counts.length);
  const ties = new Set<Relation>();
  for (const relation of relations) {
    const [less, change] = relation.parts;
    if (less === undefined || change === undefined || isZero[change] !== 1) continue;
    if (hasEnds[relation.total] === 1 || hasEnds[less] === 1) continue;
    if (apart.size > 0 && apart.has(ownName(counts[less]?.name ?? ''))) continue;
    ties.add(relation);
    isGone[change] = 1;
    const [a, b] = [root(relation.total), root(less)];
    // The newest release comes first, so that its count is the one that stays.
    first[Math.max(a, b)] = Math.min(a, b);
  }
  if (ties.size === 0) return { counts, relations };
  const copies = new Map<number, number[]>();
  const place = new Int32Array(counts.length).fill(-1);
  const kept: number[] = [];
  counts.forEach((_, count) => {
    if (isGone[count] === 1) return;
    const own = root(count);
    if (own === count) place[count] = kept.push(count) - 1;
    else copies.set(own, [...(copies.get(own) ?? []), count]);
  });
  const placeOf = (count: number): number => place[root(count)] ?? -1;
  const seen = new SumsSeen();
  const sums: Relation[] = [];
  for (const relation of relations) {
    if (ties.has(relation)) continue;
    const { total, parts, lower, upper } = relation;
    const moved: Relation = { total: placeOf(total), parts: parts.map(placeOf), lower, upper };
    if (seen.isNew(moved)) sums.push(moved);
  }
  return {
    counts: kept.map((count) => {
      const own = counts[count] as ReleaseCount;
      const others = (copies.get(count) ?? []).flatMap((other) => counts[other] ?? []);
      return others.length === 0 ? own : asOne(own, others);
    }),
    relations: sums,
  };
}

function asOne(own: ReleaseCount, others: readonly ReleaseCount[]): ReleaseCount {
  const all = [own, ...others];
  const before = mostTelling(all.filter(isOfBefore).map(({ standing }) => standing));
  const rooms = all.flatMap(({ room }) => (room === null ? [] : [room]));
  return {
    ...own,
    standing: mostTelling(all.map(({ standing }) => standing)),
    before,
    sensitive: all.some(({ sensitive }) => sensitive),
    room:
      rooms.length === 0
        ? null
        : [Math.min(...rooms.map(([low]) => low)), Math.max(...rooms.map(([, high]) => high))],
    // What an earlier release printed is hidden from nobody by hiding it now.
    mayHide: before === 'known' ? null : own.mayHide,
  };
}

/** How many relations away from what is still narrowed copies are set apart: close by first. */
const STEPS = [4, Number.POSITIVE_INFINITY];

/**
 * Names of the counts with copies in earlier releases around some that are still narrowed: those who do not know that they did not change may not be able to narrow them. None where there are none.
 */
export function copiesAround(web: Web, narrowed: readonly number[]): readonly string[] {
  const { counts } = web.system;
  for (const steps of STEPS) {
    const near = web.around(narrowed, (count) => counts[count]?.standing !== 'known', steps);
    const names = near.relations.flatMap((k) => {
      const relation = web.system.relations[k];
      const members = relation === undefined ? [] : [relation.total, ...relation.parts];
      return members.flatMap((count) => {
        const { name, before, held } = counts[count] as ReleaseCount;
        return before === undefined || held ? [] : [ownName(name)];
      });
    });
    if (names.length > 0) return [...new Set(names)].sort();
  }
  return [];
}
