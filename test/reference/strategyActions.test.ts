import { describe, expect, it } from 'vitest';
import { findIndicator } from '../../src/analysis/catalogue/index.js';
import { strategyActions } from '../../src/reference/strategyActions.js';

describe('the strategy’s actions', () => {
  it('stand under seven priorities, numbered without a gap', () => {
    const actions = strategyActions();
    expect(new Set(actions.map(({ priority }) => priority))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7]));
    for (const priority of [1, 2, 3, 4, 5, 6, 7]) {
      const own = actions.filter((action) => action.priority === priority);
      expect(own.map(({ number }) => number)).toEqual(own.map((_, i) => `${priority}.${i + 1}`));
    }
    expect(actions.at(-1)?.number.startsWith('7.')).toBe(true);
    expect(actions.every(({ text }) => text.split(' ').length >= 3)).toBe(true);
  });

  it('name indicators that exist', () => {
    const unknown = strategyActions().filter(
      ({ measure }) => measure !== null && findIndicator(measure) === undefined,
    );
    expect(unknown.map(({ measure }) => measure)).toEqual([]);
  });
});
