import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Relation, ReleaseCount, ReleaseCounts } from '../../../src/disclosure/release/counts.js';
import { informed } from '../../../src/disclosure/release/informed.js';
import { prove } from '../../../src/disclosure/release/prove.js';
import { namesOf } from '../../../src/disclosure/release/theirTables.js';

const T = 6;
const BOARDS = ['LSCB-LANCS', 'LSCB-BPL', 'LSCB-BWD'];

/** Two series of counts that make up a third, of three boards and the area around them, each with classes that may be printed or not. */
interface Table {
  readonly cells: readonly number[];
  readonly classes: number;
  readonly printsClasses: boolean;
}

const tables: fc.Arbitrary<Table> = fc.record({
  cells: fc.array(fc.oneof(fc.nat(3), fc.nat(30)), { minLength: 24, maxLength: 24 }),
  classes: fc.integer({ min: 1, max: 4 }),
  printsClasses: fc.boolean(),
});

/** Every count that is not small is printed and may be hidden, whatever readers lose by it. */
function systemOf({ cells, classes, printsClasses }: Table): ReleaseCounts {
  const counts: ReleaseCount[] = [];
  const places = new Map<string, number>();
  const put = (name: string, value: number, isPrinted: boolean): number => {
    const isSmall = value >= 1 && value < T;
    const standing = !isPrinted ? 'unprinted' : isSmall ? 'marked' : 'known';
    places.set(name, counts.length);
    counts.push({
      name,
      value,
      standing,
      sensitive: isSmall,
      room: null,
      held: false,
      awaited: false,
      mayHide: standing === 'known' && value > 0 ? counts.length : null,
    });
    return counts.length - 1;
  };
  const relations: Relation[] = [];
  const sum = (total: number, parts: readonly number[]) =>
    relations.push({ total, parts, lower: 0, upper: 0 });
  const cellOf = (series: number, board: number, own: number): number =>
    cells[(series * BOARDS.length + board) * 4 + own] ?? 0;
  const adds = (
    pick: (board: number, own: number) => number,
    boards: readonly number[],
    owns: readonly number[],
  ) => boards.reduce((all, board) => all + owns.reduce((some, own) => some + pick(board, own), 0), 0);
  const names = Array.from({ length: classes }, (_, own) => own);
  const everywhere = BOARDS.map((_, board) => board);
  for (const key of ['one', 'two', 'both']) {
    const pick = (board: number, own: number): number =>
      key === 'both'
        ? cellOf(0, board, own) + cellOf(1, board, own)
        : cellOf(key === 'one' ? 0 : 1, board, own);
    for (const [area, boards] of [
      ['PAN-LANCS', everywhere],
      ...BOARDS.map((id, board) => [id, [board]] as const),
    ] as const) {
      const total = put(`${key}|${area}|2018-H1|total|all`, adds(pick, boards, names), true);
      const parts = names.map((own) =>
        put(`${key}|${area}|2018-H1|class|${own}`, adds(pick, boards, [own]), printsClasses),
      );
      sum(total, parts);
    }
    for (const end of ['total|all', ...names.map((own) => `class|${own}`)])
      sum(
        places.get(`${key}|PAN-LANCS|2018-H1|${end}`) ?? 0,
        BOARDS.map((board) => places.get(`${key}|${board}|2018-H1|${end}`) ?? 0),
      );
  }
  for (const [name, place] of [...places])
    if (name.startsWith('both|'))
      sum(
        place,
        ['one', 'two'].map((key) => places.get(name.replace('both', key)) ?? 0),
      );
  return { counts, relations };
}

describe('a proof that may hide whatever is printed', () => {
  it.each([
    { readers: 'nothing else', knows: [] },
    { readers: 'the figures of Lancashire', knows: ['LSCB-LANCS'] },
    { readers: 'the figures of Blackpool', knows: ['LSCB-BPL'] },
  ])('leaves nothing open for readers who know $readers', async ({ knows }) => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const counts = informed(systemOf(table), new Set<string>(knows), T);
        const { open } = await prove(counts, T);
        expect(open.map(({ count, side }) => `${counts.counts[count]?.name} ${side}`)).toEqual([]);
      }),
      { numRuns: 60, seed: 20180930 },
    );
  });

  it('hides only what some table moves, and every table holds with all else as it is printed', async () => {
    let all = 0;
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const counts = informed(systemOf(table), new Set(['LSCB-BPL']), T);
        const proven = await prove(counts, T);
        const hidden = new Set(proven.hide);
        all += hidden.size;
        expect([...hidden].filter((one) => !isMoved(counts, proven.tables, one))).toEqual([]);
        for (const found of [...proven.tables]) expect(holds(counts, found, hidden)).toBe(true);
        // Each end of each rule is reached by the table that is said to.
        for (const [count, ends] of proven.witnesses) {
          const rule = proven.rules.get(count) ?? [0, 0];
          const [low, high] = ends.map((number) =>
            number < 0 ? counts.counts[count]?.value : proven.tables[number]?.get(count),
          );
          expect(low).toBeLessThanOrEqual(rule[0]);
          expect(high).toBeGreaterThanOrEqual(rule[1]);
        }
      }),
      { numRuns: 60, seed: 20180930 },
    );
    expect(all).toBeGreaterThan(100);
  });

  it('takes tables of a proof for others who had the counts in another order, as far as they do', async () => {
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(tables, fc.integer({ min: 0, max: 40 }), async (table, from) => {
        const counts = informed(systemOf(table), new Set(['LSCB-LANCS']), T);
        const before = turned(systemOf(table), from);
        const other = { proven: await prove(before, T), names: namesOf(before) };
        const proven = await prove(counts, T, [other]);
        expect(proven.open).toEqual([]);
        const hidden = new Set(proven.hide);
        for (const found of proven.tables) expect(holds(counts, found, hidden)).toBe(true);
        const theirs = new Set(other.proven.tables.map((one) => said(before, one)));
        taken += proven.tables.filter((one) => theirs.has(said(counts, one))).length;
      }),
      { numRuns: 60, seed: 20181001 },
    );
    expect(taken).toBeGreaterThan(50);
  });
});

/** Whether any table has another number for a count. */
function isMoved(
  { counts }: ReleaseCounts,
  found: readonly ReadonlyMap<number, number>[],
  count: number,
): boolean {
  const value = counts[count]?.value ?? 0;
  return found.some((table) => (table.get(count) ?? value) !== value);
}

/** Whether a table agrees with all that is printed, but for what is hidden besides, and with every sum. */
function holds(
  { counts, relations }: ReleaseCounts,
  table: ReadonlyMap<number, number>,
  hidden: ReadonlySet<number>,
): boolean {
  const there = counts.map(({ value }, count) => table.get(count) ?? value);
  return (
    counts.every(({ standing, value }, count) => {
      const now = there[count] ?? 0;
      if (standing === 'known' && !hidden.has(count)) return now === value;
      return now >= (standing === 'unprinted' ? 0 : 1);
    }) &&
    relations.every(({ total, parts, lower, upper }) => {
      const rest = parts.reduce((sum, part) => sum + (there[part] ?? 0), 0) - (there[total] ?? 0);
      return rest >= lower && rest <= upper;
    })
  );
}

/** The same counts with the first of them last. */
function turned({ counts, relations }: ReleaseCounts, from: number): ReleaseCounts {
  const first = from % counts.length;
  const place = (count: number): number => (count - first + counts.length) % counts.length;
  const order = counts.map((_, at) => counts[(at + first) % counts.length] as ReleaseCount);
  return {
    counts: order.map((count, at) => ({ ...count, mayHide: count.mayHide === null ? null : at })),
    relations: relations.map(({ total, parts, ...ends }) => ({
      total: place(total),
      parts: parts.map(place),
      ...ends,
    })),
  };
}

/** What a table says, by the names of its counts. */
function said({ counts }: ReleaseCounts, table: ReadonlyMap<number, number>): string {
  return [...table]
    .filter(([count, value]) => counts[count]?.value !== value)
    .map(([count, value]) => `${counts[count]?.name} ${value}`)
    .sort()
    .join(', ');
}
