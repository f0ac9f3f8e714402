import { describe, expect, it } from 'vitest';
import { rateRatio } from '../../src/statistics/rateRatio.js';
import { calibrate } from './run.js';
import { episodeAlarms, productEpisodes, worlds } from './worlds.js';

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

describe('the calibration suite', () => {
  it('has twelve worlds and gives the same answer twice', () => {
    expect(worlds).toHaveLength(12);
    const [first, second] = [calibrate('tiny'), calibrate('tiny')];
    expect(first.text).toBe(second.text);
    expect(first.passed + first.failed).toBe(12);
  });

  it('catches a gate that takes episodes for independent events', () => {
    const naive = episodeAlarms(80, 400, (before, after) =>
      rateRatio({ before: sum(before), after: sum(after), exposureBefore: 1, exposureAfter: 1 }),
    );
    expect(naive.share).toBeGreaterThan(0.15);
    expect(episodeAlarms(80, 400, productEpisodes).share).toBeLessThan(0.08);
  });
});
