import { describe, expect, it } from 'vitest';
import { judgeAgainst, judgeExpected, unlike } from '../../../src/analysis/gate/comparators.js';
import { funnel, limitsAt } from '../../../src/report/charts/funnel.js';
import { figureOf, shown } from '../../report/figures.js';

describe('a figure of another place', () => {
  it('is against ours what the exact test of two rates says', () => {
    // 20.4 per 10,000 against 27.4: 648 of 317,000 and 520 of 190,000.
    expect(
      judgeAgainst('rate', { part: 648, whole: 317_000 }, { part: 520, whole: 190_000 }, 20).verdict,
    ).toBe('lower');
    expect(
      judgeAgainst('rate', { part: 648, whole: 317_000 }, { part: 410, whole: 210_000 }, 20).verdict,
    ).toBe('no clear change');
    expect(judgeAgainst('rate', { part: 4, whole: 1000 }, { part: 5, whole: 9000 }, 20).verdict).toBe(
      'too few to say',
    );
  });

  it('and for shares what Newcombe’s interval says, not on a small base', () => {
    expect(judgeAgainst('share', { part: 90, whole: 100 }, { part: 50, whole: 100 }, 20).verdict).toBe(
      'higher',
    );
    expect(judgeAgainst('share', { part: 9, whole: 10 }, { part: 50, whole: 100 }, 20).verdict).toBe(
      'too few to say',
    );
  });
});

describe('a share of those recorded against that of all children', () => {
  it('is said only when the range leaves it out, or is narrow around it', () => {
    expect(judgeExpected({ share: 24, lower: 20, upper: 28 }, 51)).toMatchObject({
      verdict: 'lower',
      estimate: -27,
      upper: -23,
    });
    expect(judgeExpected({ share: 76, lower: 72, upper: 80 }, 49).verdict).toBe('higher');
    expect(judgeExpected({ share: 50, lower: 45, upper: 55 }, 51).verdict).toBe('no clear change');
    expect(judgeExpected({ share: 45, lower: 20, upper: 70 }, 51).verdict).toBe('too few to say');
  });
});

describe('likeness', () => {
  const like = {
    definition: 'CSE-2017',
    ownDefinition: 'CSE-2017',
    countingUnit: 'children',
    ownCountingUnit: 'children',
    period: '2018-H1',
    ownPeriod: '2018-H1',
  };

  it('is asked for in order: definition, unit, period', () => {
    expect(unlike(like)).toBeNull();
    expect(unlike({ ...like, definition: 'CSE-2009', countingUnit: 'episodes' })).toMatch(
      /^another definition/,
    );
    expect(unlike({ ...like, countingUnit: 'episodes', period: '2017-18' })).toMatch(
      /^another counting unit/,
    );
    expect(unlike({ ...like, period: '2017-18' })).toBe('another period (2017-18)');
  });
});

describe('funnel lines', () => {
  const chart = {
    kind: 'funnel' as const,
    unit: 'rate' as const,
    sizeTitle: 'Children',
    per: 10_000,
    points: [],
    centre: shown(20),
    spread: shown(0),
  };

  it('are, without extra spread, those of the square root of a count: 40 expected', () => {
    // 1 ± 1.96 / (2 sqrt 40) = 0.8451 and 1.1549; squared and times 20.
    const limits = limitsAt(chart, 20_000);
    expect(limits?.likely.lower).toBeCloseTo(20 * 0.845_052_8 ** 2, 3);
    expect(limits?.likely.upper).toBeCloseTo(20 * 1.154_947_2 ** 2, 3);
  });

  it('are not drawn where the whole area’s rate is hidden, and never fall below nought', () => {
    expect(limitsAt({ ...chart, centre: figureOf('c') }, 20_000)).toBeNull();
    expect(limitsAt(chart, 300)?.clear.lower).toBe(0);
    expect(JSON.stringify(funnel({ ...chart, centre: figureOf('c') }, 820))).not.toContain('NaN');
  });
});
