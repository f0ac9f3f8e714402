import type { Filter, Tally } from '../catalogue/record.js';

/**
 * Name of a count: the same for the same count wherever it is used, so that disclosure control gives it one fate. The order of
 * the conditions does not matter.
 */
export function countKey(tally: Tally, ...more: readonly (readonly Filter[])[]): string {
  const where = [...new Set([...tally.where, ...more.flat()].map((filter) => JSON.stringify(filter)))].sort();
  const count =
    typeof tally.count === 'string'
      ? tally.count
      : 'distinct' in tally.count
        ? tally.count.distinct
        : `sum ${tally.count.sum}`;
  const period =
    'by' in tally.period ? tally.period.by : `open ${tally.period.openFrom} to ${tally.period.openUntil}`;
  const area = tally.area === 'pan' ? 'pan' : Object.values(tally.area).join();
  return `${tally.extract}: ${count} by ${period} in ${area} where ${where.join(' and ')}`;
}

/** Key of the rows behind a count of distinct people or things: there are never fewer of them. Null for a count that is not of distinct ones. */
export function keyOfRows(key: string): string | null {
  const found = /^([a-z-]+): (?!rows |sum )\w+ by (.*)$/s.exec(key);
  return found === null ? null : `${found[1]}: rows by ${found[2]}`;
}
