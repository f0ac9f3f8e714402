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
  /** Ends that cannot be reached. A table that is found for one shows of many others that they do not come out, so few are looked for at once. */
  const impossible = async (ends: readonly End[]): Promise<readonly End[]> => {
    const none: End[] = [];
    let rest = ends;
    for (let size = AT_ONCE; rest.length > 0; size *= 2) {
      none.push(...(await solved(web, hidden, rest.slice(0, size), (_, table) => noteMore(table))));
      rest = rest.slice(size).filter((end) => !moved.has(end.count));
    }
    return none.filter((end) => !moved.has(end.count));
  };
  const small = counts.flatMap(({ sensitive, standing, value }, count): End[] =>
    sensitive && standing === 'unprinted' && !rules.has(count) && !moved.has(count)
      ? [{ count, side: 'high', value: value + 1 }]
      : [],
  );
  // Where hardly any table is there yet, a few from all over the place spare most of the search.
  if (small.length > MANY) await impossible(spread(small, AT_ONCE));
  const open = small.filter(({ count, value }) => {
    if (moved.has(count)) return false;
    const found = exchange.reach(count, value, 0) ?? (value > 1 ? exchange.reach(count, value - 2, 0) : null);
    if (found !== null) noteMore(found.table);
    return found === null;
  });
  const noMore = await impossible(open.filter(({ count }) => !moved.has(count)));
  const noLess = await impossible(noMore.flatMap((end) => otherWay(web, end) ?? []));
  const neither = new Set(noLess.map(({ count }) => count));
  return {
    counts: noMore.flatMap(({ count, value }) =>
      !moved.has(count) && (value === 1 || neither.has(count)) ? [count] : [],
    ),
    tables: more,
  };
}

/** Ends that are looked for at once, at first. */
const AT_ONCE = 64;
const MANY = 5000;

/** So many of a list, evenly spaced. */
function spread<T>(list: readonly T[], most: number): readonly T[] {
  const step = Math.ceil(list.length / most);
  return list.filter((_, place) => place % step === 0);
}
