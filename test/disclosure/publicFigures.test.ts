import { describe, expect, it } from 'vitest';
import { publishedBefore } from '../../src/disclosure/publicFigures.js';
import { shown, symbol } from '../../src/disclosure/publish.js';

const open = (now: number) => ({ first: shown(now), last: shown(now), now: shown(now) });

describe('what an earlier release published, beside the figure as it is now', () => {
  it('is shown when it is the same, or differs by the threshold at least', () => {
    expect(publishedBefore(40, open(40), 5)).toEqual(shown(40));
    expect(publishedBefore(35, open(40), 5)).toEqual(shown(35));
    expect(publishedBefore(45, open(40), 5)).toEqual(shown(45));
  });

  it('is hidden when the two differ by less', () => {
    expect(publishedBefore(36, open(40), 5)).toEqual(symbol('c'));
    expect(publishedBefore(44, open(40), 5)).toEqual(symbol('c'));
  });

  it('is hidden when they differ at all and a recounted figure is hidden: many records can be of few people', () => {
    const { now } = open(40);
    expect(publishedBefore(28, { first: symbol('c'), last: now, now }, 5)).toEqual(symbol('c'));
    expect(publishedBefore(28, { first: now, last: symbol('c'), now }, 5)).toEqual(symbol('c'));
    expect(publishedBefore(40, { first: symbol('c'), last: now, now }, 5)).toEqual(shown(40));
  });

  it('is hidden with the figure itself, and not available when that release gave none', () => {
    expect(publishedBefore(40, { ...open(40), now: symbol('c') }, 5)).toEqual(symbol('c'));
    expect(publishedBefore(undefined, open(40), 5)).toEqual(symbol('x'));
  });
});
