import type { Rule } from './rules.js';
import type { Exchange, Table } from './search.js';
import { type End, solved } from './solved.js';
import type { Web } from './web.js';

/**
 * The other of the two ends that do for a count which is printed nowhere: that only has to be able to be another number, and where it cannot be one more, it may be one less.
 * @returns null for counts that must reach both ends of their rule, and where there is no other end
 */
export function otherWay({ system: { counts } }: Web, { count, side, value }: End): End | null {
  const { standing, value: now = 0, awaited = false } = counts[count] ?? {};
  const less = side === 'high';
  if (awaited || standing !== 'unprinted' || Math.abs(value - now) !== 1 || (less && now === 0)) return null;
  return { count, side: less ? 'low' : 'high', value: less ? now - 1 : now + 1 };
}

/**
 * Small counts that are printed nowhere and yet can be no other number than they are: by what several printed numbers say together, which bounds on each do not see.
 * @param rules counts that are proven anyhow
 * @param tables tables that were found: a count that is another number in one of them does not come out
 * @returns by number, in order; and the tables that show of others that they do not
 */
export async function comingOut(
  web: Web,
  rules: ReadonlyMap<number, Rule>,
  tables: Iterable<Table>,
  exchange: Exchange,
  hidden: ReadonlySet<number>,
): Promise<{ readonly counts: readonly number[]; readonly tables: readonly Table[] }> {
  const { counts } = web.system;
  const now = (count: number): number => counts[count]?.value ?? 0;
  const moved = new Set<number>();
  const note = (table: Table): void => {
    for (const [count, value] of table) if (value !== now(count)) moved.add(count);
  };
  for (const table of tables) note(table);
  const more: Table[] = [];
  const noteMore = (table: Table): void => {
    more.push(table);
    note(table);
  };
  const open: End[] = [];
  counts.forEach(({ sensitive, standing, value }, count) => {
    if (!sensitive || standing !== 'unprinted' || rules.has(count) || moved.has(count)) return;
    const found =
      exchange.reach(count, value + 1, 0) ?? (value > 0 ? exchange.reach(count, value - 1, 0) : null);
    if (found !== null) noteMore(found.table);
    else open.push({ count, side: 'high', value: value + 1 });
  });
  const noMore = await solved(web, hidden, open, (_, table) => noteMore(table));
  const either = noMore.flatMap((end) => (moved.has(end.count) ? [] : (otherWay(web, end) ?? [])));
  const noLess = new Set(
    (await solved(web, hidden, either, (_, table) => noteMore(table))).map(({ count }) => count),
  );
  return {
    counts: noMore.flatMap(({ count, value }) =>
      !moved.has(count) && (value === 1 || noLess.has(count)) ? [count] : [],
    ),
    tables: more,
  };
}
