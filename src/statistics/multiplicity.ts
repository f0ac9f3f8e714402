/**
 * Benjamini and Hochberg's adjusted p-values (false discovery rate), in the order given.
 * @throws RangeError for a p outside 0 to 1.
 */
export function adjustBH(p: readonly number[]): number[] {
  const order = ascending(p);
  const adjusted = new Array<number>(p.length).fill(1);
  let running = 1;
  for (let rank = order.length; rank >= 1; rank -= 1) {
    const { value, index } = order[rank - 1] ?? { value: 1, index: 0 };
    running = Math.min(running, (value * p.length) / rank);
    adjusted[index] = running;
  }
  return adjusted;
}

/** Holm's adjusted p-values (family-wise error), in the order given: the stricter cross-check. */
export function adjustHolm(p: readonly number[]): number[] {
  const adjusted = new Array<number>(p.length).fill(1);
  let running = 0;
  for (const [rank, { value, index }] of ascending(p).entries()) {
    running = Math.max(running, Math.min(1, value * (p.length - rank)));
    adjusted[index] = running;
  }
  return adjusted;
}

function ascending(p: readonly number[]): { readonly value: number; readonly index: number }[] {
  return p
    .map((value, index) => {
      if (!(value >= 0 && value <= 1)) throw new RangeError('a p-value lies between 0 and 1');
      return { value, index };
    })
    .sort((a, b) => a.value - b.value || a.index - b.index);
}
