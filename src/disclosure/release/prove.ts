import type { Relation, ReleaseCounts } from './counts.js';
import { type Rule, rulesOf } from './rules.js';
import { Exchange, type Table } from './search.js';
import { type End, solved } from './solved.js';
import { Web } from './web.js';

/** The tables that show that no sensitive count is narrowed below its rule, and what is still without one. */
export interface Proven {
  /** Sensitive counts to be proven, with the two ends of their rule. */
  readonly rules: ReadonlyMap<number, Rule>;
  readonly tables: readonly Table[];
  /** By sensitive count: number of the table that is low and of the one that is high; -1 is the true one, -2 none. */
  readonly witnesses: ReadonlyMap<number, readonly [low: number, high: number]>;
  /** Printed counts to be hidden besides, by number. */
  readonly hide: readonly number[];
  /** Ends for which no table was found: narrowed, or not proven. */
  readonly open: readonly End[];
}

/**
 * Looks for a table for both ends of every rule: first by exchanging counts with their neighbours, then by solving what is left, then by hiding
 * printed counts around what can still be narrowed.
 */
export async function prove(system: ReleaseCounts, threshold: number): Promise<Proven> {
  const { counts } = system;
  const rules = new Map(rulesOf(system, threshold));
  const web = new Web(system);
  const exchange = new Exchange(web);
  const tables: Table[] = [];
  const found = new Map<number, [low: number | null, high: number | null]>();
  const hidden = new Set<number>();
  const ends: End[] = [];
  for (const [count, [low, high]] of rules) {
    found.set(count, [null, null]);
    ends.push({ count, side: 'low', value: low }, { count, side: 'high', value: high });
  }
  const keep = ({ count, side }: End, table: number): void => {
    found.get(count)?.splice(side === 'low' ? 0 : 1, 1, table);
  };
  const solve = (open: readonly End[]): Promise<readonly End[]> =>
    solved(web, hidden, open, (end, table) => keep(end, tables.push(table) - 1));
  let open: readonly End[] = ends.filter((end) => {
    if (counts[end.count]?.value === end.value) keep(end, -1);
    else {
      const free = exchange.reach(end.count, end.value, false);
      if (free === null) return true;
      keep(end, tables.push(free.table) - 1);
    }
    return false;
  });
  open = await solve(open);
  open = [...(await solve(otherWay(system, rules, open, keep)))];
  open = await fromTheFloor(web, rules, open, solve, (end) => {
    const value = counts[end.count]?.value ?? end.value;
    rules.set(end.count, [value, rules.get(end.count)?.[1] ?? value]);
    keep(end, -1);
  });
  open = open.filter((end) => {
    const paid = exchange.reach(end.count, end.value, true);
    if (paid === null) return true;
    for (const count of paid.hide) {
      exchange.hide(count);
      hidden.add(count);
    }
    keep(end, tables.push(paid.table) - 1);
    return false;
  });
  for (let round = 0; round < MOST_ROUNDS && open.length > 0; round++) {
    if (hideAround(web, open, hidden, Math.floor(round / 2))) open = await solve(open);
  }
  // As a last resort everything that hangs together with what is still narrowed: a few records alone can be kept no other way.
  if (open.length > 0 && hideAll(web, open, hidden)) open = await solve(open);
  return {
    rules,
    tables,
    witnesses: new Map([...found].map(([count, [low, high]]) => [count, [low ?? -2, high ?? -2] as const])),
    hide: [...hidden],
    open,
  };
}

/**
 * A count that is printed nowhere only has to be able to be another number: where it cannot be one more, it may be one less, and the other way round.
 * @returns the ends to look for now; those of printed counts are left as they are
 */
function otherWay(
  { counts }: ReleaseCounts,
  rules: Map<number, Rule>,
  open: readonly End[],
  keep: (end: End, table: number) => void,
): readonly End[] {
  return open.map((end): End => {
    const { standing, value = 0 } = counts[end.count] ?? {};
    const less = end.side === 'high';
    if (standing !== 'unprinted' || Math.abs(end.value - value) !== 1 || (less && value === 0)) return end;
    rules.set(end.count, less ? [value - 1, value] : [value, value + 1]);
    // The end that was open is the true count now, which every reader's true table has.
    keep({ ...end, value }, -1);
    return { count: end.count, side: less ? 'low' : 'high', value: less ? value - 1 : value + 1 };
  });
}

/** Rounds of hiding around what is still narrowed; every other one looks a relation further. */
const MOST_ROUNDS = 8;

/**
 * Hides the smallest printed count in every relation of a count that is still narrowed.
 * @param far how many relations further than its own to look
 * @returns false when there is nothing left to hide
 */
function hideAround(web: Web, open: readonly End[], hidden: Set<number>, far: number): boolean {
  const { counts, relations } = web.system;
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
      if (here === undefined || here.mayHide === null || hidden.has(count)) continue;
      if (best === null || here.value < (counts[best]?.value ?? 0)) best = count;
    }
    if (best !== null) hidden.add(best);
  }
  return hidden.size > before;
}

/**
 * The floor by propagation is too low where only several noughts and marks together tell. For ends that are still open it is found exactly: the least
 * that a count can be when no number but nought is known. The rule then begins there, and the table must be found again.
 */
async function fromTheFloor(
  web: Web,
  rules: Map<number, Rule>,
  open: readonly End[],
  solve: (open: readonly End[]) => Promise<readonly End[]>,
  keepTrue: (end: End) => void,
): Promise<End[]> {
  const { counts } = web.system;
  const numbers = new Set(
    counts.flatMap(({ standing, value }, count) => (standing === 'known' && value > 0 ? [count] : [])),
  );
  let below = open.filter(({ side }) => side === 'low');
  const left = open.filter(({ side }) => side === 'high');
  const raised: End[] = [];
  while (below.length > 0) {
    const impossible = new Set(
      (await solved(web, numbers, below, () => undefined)).map(({ count }) => count),
    );
    raised.push(...below.filter(({ count }) => !impossible.has(count)));
    below = below
      .filter(({ count }) => impossible.has(count))
      .map((end) => ({ ...end, value: end.value + 1 }));
    for (const end of below.filter(({ count, value }) => value >= (counts[count]?.value ?? 0))) keepTrue(end);
    below = below.filter(({ count, value }) => value < (counts[count]?.value ?? 0));
  }
  for (const { count, value } of raised) rules.set(count, [value, rules.get(count)?.[1] ?? value]);
  return [...left, ...(await solve(raised))];
}

/** Hides every printed count that hangs together with those that are still narrowed; false when there is none left. */
function hideAll(web: Web, open: readonly End[], hidden: Set<number>): boolean {
  const { counts } = web.system;
  const before = hidden.size;
  const joined = web.around(
    open.map(({ count }) => count),
    (count) => counts[count]?.standing !== 'known' || counts[count]?.mayHide !== null || hidden.has(count),
  );
  for (const count of joined.counts) if (counts[count]?.mayHide !== null) hidden.add(count);
  return hidden.size > before;
}
