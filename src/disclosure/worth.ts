import { loadAreas } from '../reference/areas.js';

/** Of counts within a breakdown no larger one is dearer than this. */
export const MOST_WITHIN = 4000;
const TOTAL = 5000;
const WHOLE_AREA = 20_000;

/**
 * How much readers lose when a count is hidden for another's sake: the headline of the whole area is hidden last, then the totals of places, which make up the series; then the larger
 * of the counts within a breakdown.
 * @param name as the layout names it: `key|area|period|breakdown|category`
 */
export function worthOf(name: string, value: number): number {
  const [, area, , breakdown] = name.split('|');
  if (breakdown !== 'total') return Math.min(value, MOST_WITHIN);
  return (area === loadAreas().pan ? WHOLE_AREA : TOTAL) + value;
}
