import { otherWay } from './comingOut.js';
import type { ReleaseCount } from './counts.js';
import { isOfBefore, isUnchanged } from './namesBefore.js';
import type { Rule } from './rules.js';
import { type End, solved } from './solved.js';
import { Web } from './web.js';

/** Less than what readers are told, with which it is asked how far a count can be kept at all. */
export interface Limit {
  readonly web: Web;
  /** Counts that are taken not to be printed. */
  readonly hidden: ReadonlySet<number>;
}

/** What noughts, marks and the audience's own records tell, and no other number: nobody can be kept from that. */
export function withoutNumbers(web: Web): Limit {
  const { counts } = web.system;
  const hidden = new Set(
    counts.flatMap(({ standing, value, held }, count) =>
      standing === 'known' && value > 0 && !held ? [count] : [],
    ),
  );
  return { web: counts.some(isUnchanged) ? withStanding(web, isUnchanged, 'known') : web, hidden };
}

/** What earlier releases tell by themselves, which nothing can take back; null where there are none. */
export function ofBefore(web: Web): Limit | null {
  if (!web.system.counts.some((count) => isOfBefore(count) || count.before !== undefined)) return null;
  const isNew = (count: ReleaseCount): boolean => !count.held && !isOfBefore(count);
  return { web: withStanding(web, isNew, 'unprinted'), hidden: new Set() };
}

function withStanding(
  { system }: Web,
  which: (count: ReleaseCount) => boolean,
  standing: ReleaseCount['standing'],
): Web {
  const counts = system.counts.map((count) =>
    which(count) ? { ...count, standing: count.before ?? standing } : count,
  );
  return new Web({ ...system, counts });
}

/** How many small counts earlier releases printed, when they were none by the thresholds of the day. */
export function printedBefore({ system: { counts } }: Web): number {
  return counts.filter(({ sensitive, before, held }) => sensitive && before === 'known' && !held).length;
}

/** What is done with the ends of rules. */
export interface Ends {
  readonly rules: Map<number, Rule>;
  readonly solve: (open: readonly End[]) => Promise<readonly End[]>;
  /** Takes the other end for one that does as well. */
  readonly turn: (end: End) => End | null;
  /** Notes that a rule goes no further than the true count. */
  readonly keepTrue: (end: End) => void;
}

/**
 * Bounds of single counts are too little where only several of them together tell. For ends that are still open it is found exactly: the least and the most that a count can be within a
 * limit. The rule then begins or ends there, and the table must be found again.
 * @returns the ends that are still open, and the counts of which rules are narrower now, once for each end
 */
export async function limited(
  web: Web,
  { web: less, hidden }: Limit,
  open: readonly End[],
  { rules, solve, turn, keepTrue }: Ends,
): Promise<{ readonly open: readonly End[]; readonly narrower: readonly number[] }> {
  const { counts } = web.system;
  const impossibleOf = async (ends: readonly End[]): Promise<Set<End>> =>
    new Set(await solved(less, hidden, ends, () => undefined, 'everywhere'));
  let impossible = await impossibleOf(open);
  const left = open.filter((end) => !impossible.has(end));
  const others = new Map(
    [...impossible].flatMap((end) => {
      const other = otherWay(web, end);
      return other === null ? [] : [[other, end]];
    }),
  );
  const noOther = await impossibleOf([...others.keys()]);
  for (const [other, end] of others) {
    if (noOther.has(other)) continue;
    impossible.delete(end);
    left.push(turn(end) ?? other);
  }
  const narrower = [...impossible].map(({ count }) => count);
  const moved: End[] = [];
  while (impossible.size > 0) {
    const nearer = [...impossible].map((end) => ({
      ...end,
      value: end.value + (end.side === 'low' ? 1 : -1),
    }));
    const beyond = nearer.filter(({ count, value }) => value !== (counts[count]?.value ?? 0));
    for (const end of nearer) if (!beyond.includes(end)) keepTrue(end);
    impossible = await impossibleOf(beyond);
    for (const end of beyond) if (!impossible.has(end)) moved.push(end);
  }
  for (const { count, side, value } of moved) {
    const [low, high] = rules.get(count) ?? [value, value];
    rules.set(count, side === 'low' ? [value, high] : [low, value]);
  }
  return { open: [...left, ...(await solve(moved))], narrower };
}
