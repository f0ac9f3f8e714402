import { describe, expect, it } from 'vitest';
import { crossed, Published } from './tables.js';

const INFINITE = Number.POSITIVE_INFINITY;

describe('printed tables, to the exact number', () => {
  it('two rows of two hidden cells (Geurts 1992)', async () => {
    const table = crossed({ 1: [6, 1], 2: [0, 3], 3: [3, 3] }, ['1', '2'], ['1|1', '1|2', '2|1', '2|2']);
    expect(await table.ranges('1|1', '1|2', '2|1', '2|2')).toEqual({
      '1|1': [3, 6],
      '1|2': [1, 4],
      '2|1': [0, 3],
      '2|2': [0, 3],
    });
  });

  it('activities by region (Fischetti and Salazar)', async () => {
    const table = crossed(
      { I: [20, 50, 10], II: [8, 19, 22], III: [17, 32, 12] },
      ['A', 'B', 'C'],
      ['II|A', 'II|C', 'III|A', 'III|C'],
    );
    expect(await table.ranges('II|C', 'II|A', 'III|A', 'III|C')).toEqual({
      'II|C': [5, 30],
      'II|A': [0, 25],
      'III|A': [0, 25],
      'III|C': [4, 29],
    });
  });

  const regions = { A: [895, 137], B: [753, 973], C: [569, 486], D: [540, 793] };

  it('region by gender, the cheapest pattern', async () => {
    const table = crossed(regions, ['m', 'f'], ['A|m', 'A|f', 'C|m', 'C|f']);
    expect(await table.ranges('A|m', 'A|f', 'C|m', 'C|f')).toEqual({
      'A|m': [409, 1032],
      'A|f': [0, 623],
      'C|m': [432, 1055],
      'C|f': [0, 623],
    });
  });

  it('region by gender, the pattern by elimination', async () => {
    const table = crossed(regions, ['m', 'f'], ['A|m', 'A|f', 'D|m', 'D|f']);
    expect(await table.ranges('A|f', 'A|m', 'D|m', 'D|f')).toEqual({
      'A|f': [0, 930],
      'A|m': [102, 1032],
      'D|m': [403, 1333],
      'D|f': [0, 930],
    });
  });

  const four = { w: [30, 47, 64, 89], x: [90, 124, 5, 31], y: [92, 100, 59, 85], z: [800, 991, 651, 685] };
  const twoInEveryLine = ['w|a', 'w|b', 'w|c', 'x|a', 'x|c', 'y|b', 'y|d', 'z|b', 'z|d'];

  it('two hidden cells in every line are not enough', async () => {
    const table = crossed(four, ['a', 'b', 'c', 'd'], twoInEveryLine);
    expect(await table.ranges(...twoInEveryLine)).toEqual({
      'w|b': [47, 47],
      'w|a': [25, 94],
      'w|c': [0, 69],
      'x|a': [26, 95],
      'x|c': [0, 69],
      'y|b': [0, 185],
      'y|d': [0, 185],
      'z|b': [906, 1091],
      'z|d': [585, 770],
    });
  });

  it.each([
    ['x|d', 78],
    ['x|b', 141],
    ['w|d', 136],
    ['y|a', 141],
    ['y|c', 116],
  ])('one more hidden cell (%s) cures it', async (more, most) => {
    const table = crossed(four, ['a', 'b', 'c', 'd'], [...twoInEveryLine, more]);
    expect(await table.ranges('w|b')).toEqual({ 'w|b': [0, most] });
  });

  const parts = { A: 2, B: 2, I: 8, J: 8, K: 3, L: 3, M: 3, N: 7 };

  /** Municipalities in two counties and two size groups; margins are published. */
  function linked(hidden: readonly string[]): Published {
    const table = new Published()
      .say(['A', 'B', 'I', 'J'], 20)
      .say(['K', 'L', 'M', 'N'], 16)
      .say(['L', 'M'], 6)
      .say(['A', 'B', 'I', 'J', 'K', 'N'], 30);
    for (const [name, value] of Object.entries(parts)) if (!hidden.includes(name)) table.say([name], value);
    return table;
  }

  it('two tables that are safe alone give one cell away together', async () => {
    expect(await linked(['A', 'B', 'K', 'L', 'M']).ranges('K', 'A', 'B', 'L', 'M')).toEqual({
      K: [3, 3],
      A: [0, 4],
      B: [0, 4],
      L: [0, 6],
      M: [0, 6],
    });
    expect(await linked(['A', 'B', 'K', 'L', 'M', 'N']).ranges('K', 'N')).toEqual({ K: [0, 10], N: [0, 10] });
  });

  const letters = ['A', 'B', 'H', 'M', 'W'];

  function small(r1: readonly number[], r2: readonly number[], zeros: 'shown' | 'protected'): Published {
    const rows = { r1, r2 };
    const hidden: string[] = [];
    for (const [row, counts] of Object.entries(rows))
      for (const [i, value] of counts.entries())
        if (value <= 3 && (value > 0 || zeros === 'protected')) hidden.push(`${row}|${letters[i]}`);
    for (const [i, letter] of letters.entries()) {
      const sum = (r1[i] ?? 0) + (r2[i] ?? 0);
      if (sum <= 3 && (sum > 0 || zeros === 'protected')) hidden.push(`total|${letter}`);
    }
    const table = crossed(rows, letters, hidden);
    // Where noughts are shown, what is hidden is none.
    if (zeros === 'shown') for (const cell of hidden) table.say([cell], 1, INFINITE);
    return table;
  }

  it('single children and noughts', async () => {
    expect(
      await small([0, 1, 7, 1, 0], [2, 0, 0, 2, 8], 'shown').ranges('r1|B', 'r1|M', 'r2|A', 'r2|M'),
    ).toEqual({
      'r1|B': [1, 1],
      'r1|M': [1, 1],
      'r2|A': [1, 3],
      'r2|M': [1, 3],
    });
    expect(
      await small([1, 1, 7, 1, 0], [1, 0, 0, 2, 8], 'shown').ranges('r1|A', 'r1|B', 'r1|M', 'r2|A', 'r2|M'),
    ).toEqual({ 'r1|A': [1, 1], 'r1|B': [1, 1], 'r1|M': [1, 1], 'r2|A': [1, 2], 'r2|M': [1, 2] });
    expect(await small([5, 0, 7, 0, 9], [5, 9, 9, 5, 8], 'protected').ranges('r1|B', 'r1|M')).toEqual({
      'r1|B': [0, 0],
      'r1|M': [0, 0],
    });
    expect(
      await small([0, 0, 7, 0, 9], [0, 9, 9, 2, 8], 'protected').ranges(
        'r1|A',
        'r1|B',
        'r1|M',
        'r2|A',
        'r2|M',
      ),
    ).toEqual({ 'r1|A': [0, 0], 'r1|B': [0, 0], 'r1|M': [0, 0], 'r2|A': [0, 2], 'r2|M': [0, 2] });
  });
});

describe('rounded tables', () => {
  const cells = ['Am', 'Af', 'A', 'Bm', 'Bf', 'B', 'Cm', 'Cf', 'C', 'm', 'f', 'all'];

  function rounded(
    published: readonly number[],
    known: (value: number) => readonly [number, number],
  ): Published {
    const table = new Published();
    for (const row of ['A', 'B', 'C']) table.adds(row, [`${row}m`, `${row}f`]);
    table.adds('m', ['Am', 'Bm', 'Cm']).adds('f', ['Af', 'Bf', 'Cf']).adds('all', ['m', 'f']);
    cells.forEach((cell, i) => {
      const [low, high] = known(published[i] ?? 0);
      table.say([cell], Math.max(0, low), high);
    });
    return table;
  }

  it('each number rounded for itself narrows the others', async () => {
    const nearest = (value: number) => [value - 2, value + 2] as const;
    const table = rounded([0, 0, 0, 5, 5, 5, 10, 20, 30, 15, 25, 40], nearest);
    expect(await table.ranges('Bm', 'Bf', 'B', 'C', 'all')).toEqual({
      Bm: [3, 4],
      Bf: [3, 4],
      B: [6, 7],
      C: [29, 32],
      all: [38, 41],
    });
    const misprinted = rounded([0, 0, 0, 5, 5, 5, 10, 20, 35, 15, 25, 40], nearest);
    expect(await misprinted.ranges('Cm', 'Cf')).toEqual({ Cm: [11, 12], Cf: [21, 22] });
  });

  it('numbers rounded so that they still add up narrow nothing', async () => {
    const controlled = (value: number) =>
      value === 0 ? ([0, 4] as const) : ([value - 4, value + 4] as const);
    const table = rounded([5, 0, 5, 0, 5, 5, 10, 20, 30, 15, 25, 40], controlled);
    expect(await table.ranges('Am', 'Af', 'C', 'all')).toEqual({
      Am: [1, 9],
      Af: [0, 4],
      C: [26, 34],
      all: [36, 44],
    });
  });
});
