import { comingOut, otherWay } from './comingOut.js';
import type { ReleaseCounts } from './counts.js';
import { hideAll, hideAround, LEVELS, MOST_ROUNDS, pastHelp } from './hiding.js';
import { type Ends, limited, ofBefore, printedBefore, withoutNumbers } from './limits.js';
import { type Rule, rulesOf } from './rules.js';
import { Exchange, type Table } from './search.js';
import { type End, solved } from './solved.js';
import { type OtherProof, type ProofTables, TheirTables } from './theirTables.js';
import { copiesAround } from './unchanged.js';
import { Web } from './web.js';
import { withheldFor } from './withheld.js';

/** The tables that show that no sensitive count is narrowed below its rule, and what is still without one. */
export interface Proven extends ProofTables {
  /** Sensitive counts to be proven, with the two ends of their rule. */
  readonly rules: ReadonlyMap<number, Rule>;
  /** How many rules are narrower than they should be, since earlier releases told so much. */
  readonly toldBefore: number;
  /** Printed counts to be hidden besides, by number. */
  readonly hide: readonly number[];
  /** Ends for which no table was found: narrowed, or not proven. */
  readonly open: readonly End[];
  /**
   * Names of counts around what is open of which the copies in earlier releases can be set apart, to begin the proof anew: see `unchanged.ts`. None when the proof has come to its
   * end.
   */
  readonly apart: readonly string[];
}

/**
 * Looks for a table for both ends of every rule: first by exchanging counts with their neighbours, then by solving what is left, then by hiding
 * printed counts, and old numbers that are given in the place of new ones, around what can still be narrowed.
 * @param others proofs for other readers, or for the same of another edition: their tables are looked at first
 * @param spare numbers: where copies can be set apart, that is asked for before any number is hidden
 */
export async function prove(
  system: ReleaseCounts,
  threshold: number,
  others: readonly OtherProof[] = [],
  spare: 'numbers' | 'time' = 'time',
): Promise<Proven> {
  const { counts } = system;
  const web = new Web(system);
  const rules = new Map(rulesOf(web, threshold));
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
  // One table serves many ends, and is written down once.
  const numbers = new Map<Table, number>();
  const keepTable = (end: End, table: Table): void => {
    const number = numbers.get(table) ?? tables.push(table) - 1;
    numbers.set(table, number);
    keep(end, number);
  };
  const theirTables = new TheirTables(others, web);
  /** Takes for an end that cannot be reached the other one that does as well, if there is one. */
  const turn = (end: End): End | null => {
    const other = otherWay(web, end);
    if (other === null) return null;
    const value = counts[end.count]?.value ?? 0;
    rules.set(end.count, other.side === 'low' ? [other.value, value] : [value, other.value]);
    // The end that was open is the true count now, which every reader's true table has.
    keep({ ...end, value }, -1);
    return other;
  };
  const solve = async (open: readonly End[]): Promise<readonly End[]> => {
    const left = await solved(web, hidden, open, keepTable);
    const turned = left.map((end) => [end, turn(end)] as const);
    const still = new Set(
      await solved(
        web,
        hidden,
        turned.flatMap(([, other]) => other ?? []),
        keepTable,
      ),
    );
    return turned.flatMap(([end, other]) => (other === null ? [end] : still.has(other) ? [other] : []));
  };
  let open: readonly End[] = ends.filter((end) => {
    if (counts[end.count]?.value === end.value) keep(end, -1);
    else {
      const table = theirTables.reaching(end) ?? exchange.reach(end.count, end.value, 0)?.table ?? null;
      if (table === null) return true;
      keepTable(end, table);
    }
    return false;
  });
  open = await solve(open);
  // What comes out only of several numbers together is to be proven too.
  const out = await comingOut(web, rules, [...tables, ...theirTables.serving()], exchange, hidden);
  for (const count of out.counts) {
    const value = counts[count]?.value ?? 0;
    const end: End = { count, side: 'high', value: value + 1 };
    rules.set(count, [value, end.value]);
    found.set(count, [-1, null]);
    open = [...open, end];
  }
  const endings: Ends = {
    rules,
    solve,
    turn,
    keepTrue(end) {
      const { count, side, value } = end;
      const [low, high] = rules.get(count) ?? [value, value];
      rules.set(count, side === 'low' ? [value, high] : [low, value]);
      keep(end, -1);
    },
  };
  open = (await limited(web, withoutNumbers(web), open, endings)).open;
  const past = ofBefore(web);
  const told = past === null ? { open, narrower: [] } : await limited(web, past, open, endings);
  open = told.open;
  const narrowed = (): readonly number[] => open.map(({ count }) => count);
  // Earlier releases may tell a count only to those who know what did not change: that takes nothing from its rule.
  let apart = copiesAround(web, spare === 'numbers' ? [...told.narrower, ...narrowed()] : told.narrower);
  const withhold = async (): Promise<void> => {
    const withheld = await withheldFor(web, open, hidden);
    if (withheld.length === 0) return;
    for (const count of withheld) {
      exchange.hide(count);
      hidden.add(count);
    }
    open = await solve(open);
  };
  // Counts within breakdowns are hidden first; then old numbers are not given; totals, which make up the series and the headlines, go only where that does not do.
  for (const most of apart.length > 0 ? [] : LEVELS) {
    if (open.length === 0) break;
    const before = hidden.size;
    open = open.filter((end) => {
      const paid = exchange.reach(end.count, end.value, most);
      if (paid === null) return true;
      for (const count of paid.hide) {
        exchange.hide(count);
        hidden.add(count);
      }
      keepTable(end, paid.table);
      return false;
    });
    // What was hidden for some may do for others too.
    if (hidden.size > before && open.length > 0) open = await solve(open);
    const helpless = await pastHelp(web, open, hidden, most);
    const left = open.filter((end) => helpless.has(end));
    open = open.filter((end) => !helpless.has(end));
    for (let round = 0; round < MOST_ROUNDS && open.length > 0; round++) {
      if (hideAround(web, open, hidden, Math.floor(round / 2), most)) open = await solve(open);
    }
    open = [...open, ...left];
    if (open.length > 0) await withhold();
  }
  // As a last resort everything that hangs together with what is still narrowed: a few records alone can be kept no other way.
  if (open.length > 0 && apart.length === 0) {
    if (hideAll(web, open, hidden)) open = await solve(open);
    apart = copiesAround(web, narrowed());
  }
  const { serving, witnesses } = withoutReplaced(tables, found);
  /** What stands in every table as it is need not be hidden. */
  const isUsed = (count: number): boolean => {
    const { value } = counts[count] ?? {};
    return open.length > 0 || serving.some((table) => (table.get(count) ?? value) !== value);
  };
  return {
    rules,
    tables: serving,
    witnesses,
    toldBefore: told.narrower.length + printedBefore(web),
    besides: out.tables,
    hide: [...hidden].filter(isUsed),
    open,
    apart,
  };
}

/** The tables without those in the place of which others were found since, and the ends with the new numbers of theirs. */
function withoutReplaced(
  tables: readonly Table[],
  found: ReadonlyMap<number, readonly [low: number | null, high: number | null]>,
): { readonly serving: readonly Table[]; readonly witnesses: Proven['witnesses'] } {
  const serving: Table[] = [];
  const numbers = new Map<number, number>();
  const anew = (number: number | null): number => {
    const table = tables[number ?? -1];
    if (number === null || table === undefined) return number ?? -2;
    const known = numbers.get(number) ?? serving.push(table) - 1;
    numbers.set(number, known);
    return known;
  };
  const witnesses = new Map(
    [...found].map(([count, [low, high]]) => [count, [anew(low), anew(high)] as const]),
  );
  return { serving, witnesses };
}
