import { describe, expect, it } from 'vitest';
import { findIndicator } from '../../src/analysis/catalogue/index.js';

/** The indicators that published profiles, inspectors and this field's own guidance ask for, by theme. */
const ASKED_FOR: Readonly<Record<string, number>> = {
  S: 10,
  V: 16,
  R: 17,
  M: 26,
  O: 17,
  P: 11,
  L: 5,
  G: 4,
  D: 6,
  N: 2,
  E: 3,
  H: 4,
  I: 6,
  T: 4,
  A: 2,
  X: 3,
  Q: 6,
};

const ids = Object.entries(ASKED_FOR).flatMap(([theme, count]) =>
  Array.from({ length: count }, (_, i) => `${theme}${String(i + 1).padStart(2, '0')}`),
);

describe('the catalogue', () => {
  it('holds all 142 indicators', () => {
    expect(ids).toHaveLength(142);
    expect(ids.filter((id) => findIndicator(id) === undefined)).toEqual([]);
  });

  it('says why, in a sentence, of each that no extract carries', () => {
    const reasons = ids.flatMap((id) => {
      const measure = findIndicator(id)?.measure;
      return measure?.kind === 'unavailable' ? [measure.reason] : [];
    });
    expect(reasons).toHaveLength(5);
    for (const reason of reasons) expect(reason).toMatch(/^[A-Z].{20,}\.$/);
  });
});
