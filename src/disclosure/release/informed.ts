import type { Relation, ReleaseCount, ReleaseCounts } from './counts.js';

/** The second field of a count's name is its area; a change of a count between two releases is named after the count. */
function areaOf(name: string): string {
  return name.split('|')[1] ?? '';
}

/**
 * The same counts for readers who hold the records of some areas themselves: they know every count there, of this and of all earlier releases, so that those
 * can be kept from nobody among them and help to work out the others. Of a sum of which they hold a part, what is left is a count of its own: what the others have together.
 * @param knows codes of areas
 * @param threshold counts from 1 to `threshold - 1` are to be kept from them
 */
export function informed(
  counts: ReleaseCounts,
  knows: ReadonlySet<string>,
  threshold: number,
): ReleaseCounts {
  if (knows.size === 0) return counts;
  const own = counts.counts.map(
    (count): ReleaseCount =>
      knows.has(areaOf(count.name))
        ? { ...count, standing: 'known', sensitive: false, room: null, held: true, mayHide: null }
        : count,
  );
  const rests: ReleaseCount[] = [];
  const relations: Relation[] = [];
  const partsOf: (readonly number[])[] = [];
  for (const { total, parts, lower, upper } of counts.relations) {
    const others = parts.filter((part) => own[part]?.held !== true);
    if (lower !== 0 || upper !== 0 || others.length < 2 || others.length === parts.length) continue;
    const value = others.reduce((sum, part) => sum + (own[part]?.value ?? 0), 0);
    if (value < 1 || value >= threshold || own[total]?.held === true) continue;
    relations.push({ total: own.length + rests.length, parts: others, lower, upper });
    partsOf.push(others);
    rests.push({
      name: `what others have of ${own[total]?.name ?? ''} in ${relations.length}`,
      value,
      standing: 'unprinted',
      sensitive: true,
      room: null,
      held: false,
      awaited: true,
      mayHide: null,
    });
  }
  return {
    counts: [...own, ...rests],
    relations: [...counts.relations, ...relations],
    rests: partsOf,
  };
}

/**
 * The same counts for readers who will have a narrower edition too, where everything may still be hidden but what is nought: what it will print or mark is taken to be marked, and its
 * noughts are known. What cannot be kept then could not be kept there, since this edition's numbers cannot be taken back.
 * @param later names of the counts that it will print or mark
 */
export function awaiting(counts: ReleaseCounts, later: ReadonlySet<string>): ReleaseCounts {
  if (later.size === 0) return counts;
  return {
    ...counts,
    counts: counts.counts.map((count) =>
      (count.standing === 'unprinted' || count.standing === 'covered') && later.has(count.name)
        ? { ...count, standing: count.value === 0 ? 'known' : 'marked' }
        : count,
    ),
  };
}
