import { findIndicator } from '../analysis/catalogue/index.js';
import type { Observation, Theme } from '../analysis/model.js';

/** Themes whose counts are of a plan's actions, courses and events: small numbers of these point to nobody. */
const OF_NOBODY: ReadonlySet<Theme> = new Set(['actions', 'prevention']);

/**
 * Whether a small count of the observation could point to a person. Everything could, except counts of the partnership's
 * own work that have no people behind them; groups, logs and orders are about people though they do not count them.
 */
export function isAboutPeople(o: Observation): boolean {
  const theme = findIndicator(o.indicator)?.theme;
  return o.people !== null || theme === undefined || !OF_NOBODY.has(theme);
}
