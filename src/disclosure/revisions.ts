import type { RevisionRecord } from '../analysis/revisionRecord.js';
import type { Figure, PublishedRevision } from './model.js';
import { HIDDEN, shown } from './publish.js';
import type { FindTotal } from './statements.js';

/**
 * How a figure was revised, as the edition may show it. Two numbers that differ by fewer than the threshold would tell how few records came
 * late: then the earlier one is hidden. A revision is followed for the whole area only, so that places cannot be told apart by it.
 *
 * @param find published totals of the whole area
 */
export function publishRevision(
  record: RevisionRecord,
  threshold: number,
  pan: string,
  find: FindTotal,
): PublishedRevision | null {
  const now = find(record.indicator, pan, record.period)?.numerator;
  if (now === undefined || ('symbol' in now && now.symbol !== 'c')) return null;
  const { indicator, period } = record;
  if ('symbol' in now || now.number !== record.now)
    return { indicator, period, first: HIDDEN, last: HIDDEN, now: HIDDEN, revised: null };
  const close = (one: number, other: number): boolean => one !== other && Math.abs(one - other) < threshold;
  const small = (value: number): boolean => value > 0 && value < threshold;
  const last: Figure = small(record.last) || close(record.last, record.now) ? HIDDEN : shown(record.last);
  const first: Figure =
    small(record.first) || close(record.first, record.now) || close(record.first, record.last)
      ? HIDDEN
      : shown(record.first);
  return { indicator, period, first, last, now, revised: record.last !== record.now };
}
