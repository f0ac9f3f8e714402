import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Relation, ReleaseCount, ReleaseCounts } from '../../../src/disclosure/release/counts.js';
import { informed } from '../../../src/disclosure/release/informed.js';
import { prove } from '../../../src/disclosure/release/prove.js';

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
});
