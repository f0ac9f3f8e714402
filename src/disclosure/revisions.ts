import type { Counted, RevisionRecord } from '../analysis/revisionRecord.js';
import { roundedTo } from './asPrinted.js';
import type { Figure, PublishedRevision } from './model.js';
import { HIDDEN, shown } from './publish.js';
import type { FindTotal } from './statements.js';

/**
 * How a figure was revised, as the edition may show it. Two numbers that differ by fewer than the threshold, or by the records of
 * fewer new people, would tell how few records came late: then the earlier one is hidden. A revision is followed for the whole area only, so that places cannot be told apart by it.
 *
 * @param find published totals of the whole area
 * @param roundTo counts are printed to the nearest of so many
 */
export function publishRevision(
  record: RevisionRecord,
  threshold: number,
  pan: string,
  find: FindTotal,
  roundTo = 1,
): PublishedRevision | null {
  const now = find(record.indicator, pan, record.period)?.numerator;
  if (now === undefined || ('symbol' in now && now.symbol !== 'c')) return null;
  const { indicator, period } = record;
  // What is kept as it was first published was not revised; what it was before that is left alone.
  if ('number' in now && now.asFirst === true)
    return { indicator, period, first: HIDDEN, last: now, now, revised: false };
  const print = (value: number): Figure => shown(roundedTo(value, roundTo));
  if ('symbol' in now || now.number !== roundedTo(record.now.count, roundTo))
    return { indicator, period, first: HIDDEN, last: HIDDEN, now: HIDDEN, revised: null };
  const few = (value: number): boolean => value > 0 && value < threshold;
  // Episodes that came late are those of few children as often as not: both differences must be large enough.
  const close = (one: Counted, other: Counted): boolean =>
    one.count !== other.count &&
    (Math.abs(one.count - other.count) < threshold ||
      (one.people !== null && other.people !== null && Math.abs(one.people - other.people) < threshold));
  const last: Figure =
    few(record.last.count) || close(record.last, record.now) ? HIDDEN : print(record.last.count);
  const first: Figure =
    few(record.first.count) || close(record.first, record.now) || close(record.first, record.last)
      ? HIDDEN
      : print(record.first.count);
  return { indicator, period, first, last, now, revised: record.last.count !== record.now.count };
}
