import type { GatheredCounts } from './counts.js';

/** The second field of a count's name is its area; a change of a count between two releases is named after the count. */
function areaOf(name: string): string {
  return name.split('|')[1] ?? '';
}

/**
 * The same counts for readers who hold the records of some areas themselves: they know every count there, of this and of all earlier releases, so that those
 * can be kept from nobody among them and help to work out the others.
 * @param knows codes of areas
 */
export function informed(counts: GatheredCounts, knows: ReadonlySet<string>): GatheredCounts {
  if (knows.size === 0) return counts;
  return {
    ...counts,
    counts: counts.counts.map((count) =>
      knows.has(areaOf(count.name))
        ? { ...count, standing: 'known', sensitive: false, held: true, mayHide: null }
        : count,
    ),
  };
}
