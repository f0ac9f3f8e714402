import { describe, expect, it } from 'vitest';
import type { ReleaseCount, ReleaseCounts, Standing } from '../../../src/disclosure/release/counts.js';
import { awaiting, informed } from '../../../src/disclosure/release/informed.js';
import { prove } from '../../../src/disclosure/release/prove.js';

const T = 6;
const AREAS = ['PAN', 'LANCS', 'BPL', 'BWD'] as const;

/** Children in the whole area and its three boards, which make it up. */
function boards(numbers: readonly [number, Standing][], mayHide = false): ReleaseCounts {
  const counts = AREAS.map((area, i): ReleaseCount => {
    const [value, standing] = numbers[i] ?? [0, 'unprinted'];
    return {
      name: `children|${area}|2018-H1|total|all`,
      value,
      standing,
      sensitive: value >= 1 && value < T,
      room: null,
      held: false,
      awaited: false,
      mayHide: mayHide && standing === 'known' ? i : null,
    };
  });
  return {
    counts,
    relations: [{ total: 0, parts: [1, 2, 3], lower: 0, upper: 0 }],
  };
}

const open = async (counts: ReleaseCounts): Promise<number> => (await prove(counts, T)).open.length;
const blackpool = new Set(['BPL']);
const lancashire = new Set(['LANCS']);

describe('a board that knows its own figure', () => {
  // Attack E: 50 in the whole area, 41 in Lancashire, Blackpool and Blackburn hidden.
  const printed = boards([
    [50, 'known'],
    [41, 'known'],
    [6, 'marked'],
    [3, 'marked'],
  ]);

  it('finds the figure of the other one, which nobody else does', async () => {
    expect(await open(printed)).toBe(0);
    expect(await open(informed(printed, blackpool, T))).toBeGreaterThan(0);
  });

  it('does not when its own total or the whole is hidden too', async () => {
    const numbers: [number, Standing][] = [
      [50, 'marked'],
      [41, 'known'],
      [6, 'marked'],
      [3, 'marked'],
    ];
    expect(await open(informed(boards(numbers), blackpool, T))).toBe(0);
  });

  it('is kept from it by hiding more where that is allowed', async () => {
    const counts = boards(
      [
        [50, 'known'],
        [41, 'known'],
        [6, 'marked'],
        [3, 'marked'],
      ],
      true,
    );
    const proven = await prove(informed(counts, blackpool, T), T);
    expect(proven.open).toEqual([]);
    expect(proven.hide.length).toBeGreaterThan(0);
    // What it holds itself can be kept from it by nobody, so hiding that would be of no use.
    expect(proven.hide).not.toContain(2);
  });

  it('finds what the others have together, though each of them is hidden: that is a count too', async () => {
    const counts = boards([
      [44, 'known'],
      [41, 'unprinted'],
      [2, 'unprinted'],
      [1, 'unprinted'],
    ]);
    expect(await open(counts)).toBe(0);
    expect(await open(informed(counts, lancashire, T))).toBeGreaterThan(0);
  });

  it('may know that nobody else adds to a total: its own figures and shown noughts say so, whatever is hidden', async () => {
    const counts = boards([
      [3, 'marked'],
      [3, 'marked'],
      [0, 'known'],
      [0, 'known'],
    ]);
    expect(await open(informed(counts, lancashire, T))).toBe(0);
  });
});

describe('a count that a narrower edition will mark', () => {
  const counts = boards([
    [20, 'known'],
    [16, 'known'],
    [3, 'unprinted'],
    [1, 'unprinted'],
  ]);
  const later = new Set(['children|BPL|2018-H1|total|all', 'children|BWD|2018-H1|total|all']);

  it('must be kept whole already in the wider one: there it is too late', async () => {
    expect(await open(counts)).toBe(0);
    expect(await open(awaiting(counts, later))).toBeGreaterThan(0);
  });

  it('comes with the noughts that it will print: they are known then', () => {
    const nought = boards([
      [20, 'known'],
      [17, 'known'],
      [3, 'unprinted'],
      [0, 'unprinted'],
    ]);
    expect(awaiting(nought, later).counts.map(({ standing }) => standing)).toEqual([
      'known',
      'known',
      'marked',
      'known',
    ]);
  });
});
