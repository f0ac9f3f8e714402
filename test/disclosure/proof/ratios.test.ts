import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/disclosure/proof/audit.js';
import { readStatements } from '../../../src/disclosure/proof/statementsFile.js';

/** A seeded generator, so that the cases are the same every time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('shares and rates of large counts', () => {
  it('give the ranges that trying every base gives', async () => {
    const next = random(7);
    for (let n = 0; n < 60; n++) {
      const decimals = Math.floor(next() * 3);
      const per = [100, 1000, 10_000, 100_000][Math.floor(next() * 4)] ?? 100;
      const base = 50 + Math.floor(next() ** 3 * 300_000);
      const part = Math.floor(next() ** 2 * base);
      const width = Math.floor(next() * 12);
      const shift = 10 ** decimals;
      const value = Math.round((per * part * shift) / base) / shift;
      const [low, high] = [Math.max(1, base - Math.floor(next() * 12)), base + width];
      // All pairs of whole numbers that round to the printed value, halves up.
      let range: readonly [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (let b = low; b <= high; b++) {
        const middle = (value * b) / per;
        const reach = b / (per * shift) + 2;
        for (let a = Math.max(0, Math.floor(middle - reach)); a <= middle + reach; a++) {
          const scaled = 2 * per * shift * a;
          const printed = Math.round(2 * value * shift);
          if (scaled >= (printed - 1) * b && scaled < (printed + 1) * b)
            range = [Math.min(range[0], a), Math.max(range[1], a)];
        }
      }
      const { system, targets } = readStatements(
        JSON.stringify({
          atoms: ['a', 'b'],
          statements: [
            { sum: ['b'], between: [low, high] },
            { ratio: { of: ['a'], in: ['b'], value, per, decimals } },
          ],
          targets: [{ id: 'a', sum: ['a'] }],
        }),
        'ratio.json',
      );
      const found = await audit(system, targets);
      expect({ n, found }).toMatchObject({
        n,
        found: { kind: 'audited', targets: [{ min: range[0], max: range[1] }] },
      });
    }
  });
});
