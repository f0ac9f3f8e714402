import { findIndicator } from '../analysis/catalogue/index.js';
import type { Observation, Theme } from '../analysis/model.js';

/** Themes whose counts are of a plan's actions, courses and events: small numbers of these point to nobody. */
const OF_NOBODY: ReadonlySet<Theme> = new Set(['actions', 'prevention']);

/**
 * Whether small counts of an indicator could point to a person by what it counts: not those of places, nor of the partnership's own work.
 *
 * @param groupsDrawn the edition shows every organised crime group on a map, so that numbers of groups hide nothing there
 */
export function countsPeople(indicator: string, groupsDrawn = false): boolean {
  const { countingUnit, theme } = findIndicator(indicator) ?? {};
  if (countingUnit === 'wards' || (groupsDrawn && countingUnit === 'groups')) return false;
  return theme === undefined || !OF_NOBODY.has(theme);
}

/**
 * Whether a small count of the observation could point to a person. Everything could, except counts of the partnership's
 * own work that have no people behind them and numbers of places; groups, logs and orders are about people though they do not count them.
 *
 * @param groupsDrawn the edition shows every organised crime group on a map, so that numbers of groups hide nothing there
 */
export function isAboutPeople(o: Observation, groupsDrawn = false): boolean {
  const { countingUnit } = findIndicator(o.indicator) ?? {};
  if (countingUnit === 'wards' || (groupsDrawn && countingUnit === 'groups')) return false;
  return o.people !== null || countsPeople(o.indicator, groupsDrawn);
}
