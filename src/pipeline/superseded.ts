import type { StoreEntry, SupersededEntry } from '../store/storeIndex.js';

/** One extract that was sent again: what stood before and what stands now. Digests are of the files as sent, their first twelve figures. */
export interface Superseded {
  readonly extract: string;
  readonly agency: string;
  readonly period: string;
  readonly fileBefore: string;
  readonly fileNow: string;
  readonly rowsBefore: number;
  readonly rowsNow: number;
}

const SHOWN = 12;

/**
 * The audit lines of a store: every delivery that a later one replaced, with the one that replaced it.
 *
 * @param history in the order in which deliveries were replaced
 * @param entries what stands now
 */
export function supersededLines(
  history: readonly SupersededEntry[],
  entries: readonly StoreEntry[],
): readonly Superseded[] {
  return history.flatMap((before, i): Superseded[] => {
    const same = (one: StoreEntry): boolean =>
      one.extract === before.extract && one.agency === before.agency && one.period === before.period;
    // What replaced it is the next of the same extract, replaced in turn or still standing.
    const now = history.slice(i + 1).find(same) ?? entries.find(same);
    if (now === undefined) return [];
    return [
      {
        extract: before.extract,
        agency: before.agency,
        period: before.period,
        fileBefore: before.sourceDigest.slice(0, SHOWN),
        fileNow: now.sourceDigest.slice(0, SHOWN),
        rowsBefore: before.rows,
        rowsNow: now.rows,
      },
    ];
  });
}
