import { describe, expect, it } from 'vitest';
import { judgeCounts, judgeShares } from '../../../src/analysis/gate/changes.js';

const DAYS = { before: 183, after: 183 };

describe('the gate for counts', () => {
  it('refuses fewer than ten in both together before it tests anything', () => {
    const found = judgeCounts('mid-p', { n1: 0, n2: 9 }, DAYS, undefined);
    expect([found.verdict, found.refusal, found.p]).toEqual([
      'too few to say',
      'Fewer than ten in both together.',
      null,
    ]);
  });

  it('earns "no clear change" from 17 against 17, not from 16 against 16', () => {
    expect(judgeCounts('mid-p', { n1: 17, n2: 17 }, DAYS, undefined).verdict).toBe('no clear change');
    expect(judgeCounts('mid-p', { n1: 16, n2: 16 }, DAYS, undefined).verdict).toBe('too few to say');
  });

  it('gives no direction for a change of fewer than ten, however clear', () => {
    const found = judgeCounts('mid-p', { n1: 1, n2: 10 }, DAYS, undefined);
    expect(found.lower).toBeGreaterThan(1);
    expect(found.verdict).toBe('too few to say');
    expect(judgeCounts('mid-p', { n1: 2, n2: 20 }, DAYS, undefined).verdict).toBe('higher');
  });

  it('allows for unlike lengths of the two periods', () => {
    const days = { before: 100, after: 300 };
    expect(judgeCounts('mid-p', { n1: 50, n2: 150 }, days, undefined).estimate).toBeCloseTo(1, 9);
  });

  it('says that it cannot compare when the test needs children and the records name none', () => {
    expect(judgeCounts('period-swap', { n1: 30, n2: 60 }, DAYS, undefined).verdict).toBe('not comparable');
  });

  it('gives no verdict on episodes of fewer than ten children', () => {
    const before = [1, 1, 1, 1, 1, 1, 1, 1, 1];
    const after = [6, 6, 6, 6, 6, 6, 6, 6, 6];
    const found = judgeCounts('period-swap', { n1: 9, n2: 54 }, DAYS, { before, after });
    expect([found.verdict, found.estimate]).toEqual(['too few to say', null]);
    const more = { before: [...before, 1], after: [...after, 6] };
    expect(judgeCounts('period-swap', { n1: 10, n2: 60 }, DAYS, more).verdict).toBe('higher');
  });

  it('gives no verdict on fewer than twenty episodes, however many children', () => {
    const [before, after] = [
      [...Array(3).fill(1), ...Array(16).fill(0)],
      [...Array(3).fill(0), ...Array(16).fill(1)],
    ];
    const found = judgeCounts('period-swap', { n1: 3, n2: 16 }, DAYS, { before, after });
    expect([found.verdict, found.estimate]).toEqual(['too few to say', null]);
    const one = { before, after: [...after.slice(0, -1), 2] };
    expect(judgeCounts('period-swap', { n1: 3, n2: 17 }, DAYS, one).estimate).not.toBeNull();
  });
});

describe('the gate for shares', () => {
  it('is Newcombe’s interval, in points: 56 of 70 against 48 of 80', () => {
    const found = judgeShares({ part: 48, whole: 80 }, { part: 56, whole: 70 }, 20);
    expect(found.estimate).toBeCloseTo(20, 9);
    expect(found.lower).toBeCloseTo(5.24, 2);
    expect(found.upper).toBeCloseTo(33.39, 2);
    expect(found.verdict).toBe('higher');
  });

  it('gives none below the smallest base', () => {
    const found = judgeShares({ part: 3, whole: 8 }, { part: 30, whole: 40 }, 20);
    expect([found.verdict, found.estimate]).toEqual(['too few to say', null]);
  });
});
