import type { Relation, ReleaseCount, ReleaseCounts } from './counts.js';
import { changeOf, endsOf, isEnd, nameIn, ownName } from './namesBefore.js';
import { withoutCopies } from './unchanged.js';

/** What a release by itself told the readers of an edition. */
export interface OwnCounts extends ReleaseCounts {
  readonly release: string;
  /** Changes since the release before from 1 to `threshold - 1` were to be kept. */
  readonly threshold: number;
}

/** What readers of an edition have from the release before, and everything from before that: each count as often as there are releases with it. */
export interface EarlierCounts extends ReleaseCounts {
  /** Name of the newest release in it. */
  readonly release: string;
}

/**
 * What readers have from several releases, side by side; null for none.
 * @param releases the oldest first
 */
export function allOf(releases: readonly OwnCounts[]): EarlierCounts | null {
  return releases.reduce<EarlierCounts | null>(
    (before, { release, threshold, counts, relations }) => ({
      release,
      ...(before === null ? { counts, relations } : sideBySide({ counts, relations }, before, threshold)),
    }),
    null,
  );
}

/**
 * The counts of a release and those that the same readers have from earlier ones, as one system in which what did not change stands once.
 * @param threshold changes from 1 to `threshold - 1` are to be kept
 * @param apart names of counts that stand in each release by themselves all the same
 */
export function joined(
  now: ReleaseCounts,
  earlier: EarlierCounts | null,
  threshold: number,
  apart: ReadonlySet<string> = new Set(),
): ReleaseCounts {
  if (earlier === null) return now;
  return withoutCopies(sideBySide(now, onceOf(earlier, apart), threshold), apart);
}

interface Once {
  readonly apart: ReadonlySet<string>;
  readonly counts: EarlierCounts;
}

/** Earlier releases are joined with a new one for each audience and each round: what stands once among themselves is found only once. */
const found = new WeakMap<EarlierCounts, Once>();

function onceOf(earlier: EarlierCounts, apart: ReadonlySet<string>): EarlierCounts {
  const last = found.get(earlier);
  if (
    last !== undefined &&
    last.apart.size === apart.size &&
    [...apart].every((name) => last.apart.has(name))
  )
    return last.counts;
  const counts = { ...withoutCopies(earlier, apart), release: earlier.release };
  found.set(earlier, { apart, counts });
  return counts;
}

/**
 * Puts the counts of a release beside those of earlier ones: a count that stands in both differs by a change, which is a
 * count of late or withdrawn records, small and to be kept when it is. That records are only added where a count grew, and only taken back where it fell, is more than
 * a reader can be sure of: what is proven against one who knows it holds against all.
 */
export function sideBySide(now: ReleaseCounts, earlier: EarlierCounts, threshold: number): ReleaseCounts {
  const counts: ReleaseCount[] = [...now.counts];
  const relations: Relation[] = [...now.relations];
  const first = counts.length;
  const today = new Map(now.counts.map(({ name }, count) => [name, count]));
  for (const count of earlier.counts)
    counts.push({ ...count, name: nameIn(earlier.release, count.name), mayHide: null });
  for (const { total, parts, lower, upper } of earlier.relations)
    relations.push({ total: total + first, parts: parts.map((part) => part + first), lower, upper });
  earlier.counts.forEach((before, count) => {
    const same = today.get(before.name);
    // What is given as first published is a number of its own in each release, and its change nobody's.
    if (same === undefined || isEnd(before)) return;
    const change = (now.counts[same]?.value ?? 0) - before.value;
    const size = Math.abs(change);
    const by = counts.push({
      ...printedNowhere(changeOf(nameIn(earlier.release, before.name)), size),
      sensitive: size >= 1 && size < threshold,
    });
    const [more, less] = change >= 0 ? [same, count + first] : [count + first, same];
    relations.push({ total: more, parts: [less, by - 1], lower: 0, upper: 0 });
  });
  return { counts, relations };
}

function printedNowhere(name: string, value: number): ReleaseCount {
  return {
    name,
    value,
    standing: 'unprinted',
    sensitive: false,
    room: null,
    held: false,
    awaited: false,
    mayHide: null,
  };
}

/** The counts of a release with the most and the least that some can be, by the old numbers that editions give in their place. */
export function withOldNumbers(now: ReleaseCounts, kept: readonly KeptNumbers[]): ReleaseCounts {
  if (kept.length === 0) return now;
  const counts: ReleaseCount[] = [...now.counts];
  const relations: Relation[] = [...now.relations];
  const today = new Map(now.counts.map(({ name }, count) => [name, count]));
  // The same counts in the same order, however many of them are withheld.
  for (const { numbers, withheld, within, cells } of kept)
    for (const [name, number] of [...numbers, ...withheld].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const same = today.get(name);
      if (same === undefined) continue;
      const cell = withheld.has(name) ? undefined : cells?.get(name);
      const { most, least } = endsOf(name);
      const end = (ofEnd: string, value: number): number =>
        counts.push({
          ...printedNowhere(ofEnd, value),
          ...(withheld.has(name) ? {} : { standing: 'known' }),
          ...(cell === undefined ? {} : { mayWithhold: cell }),
        }) - 1;
      const atMost = { lower: Number.NEGATIVE_INFINITY, upper: 0 };
      relations.push({ total: end(most, number + within), parts: [same], ...atMost });
      relations.push({ total: same, parts: [end(least, Math.max(0, number - within))], ...atMost });
    }
  return { counts, relations };
}

/** Numbers of an earlier release that stand in a new one in the place of what the counts are now, which is no further from them than `within`. */
export interface KeptNumbers {
  readonly numbers: ReadonlyMap<string, number>;
  /** Those that stood there and were taken back: nothing is told of them. */
  readonly withheld: ReadonlyMap<string, number>;
  readonly within: number;
  /** Where in the edition's plan they stand, if they may still be taken back. */
  readonly cells?: ReadonlyMap<string, number>;
}

/** The newest number of each count that earlier releases printed for these readers, by its name. */
export function printedIn(earlier: EarlierCounts | null): ReadonlyMap<string, number> {
  const printed = new Map<string, number>();
  // The newest release comes first.
  for (const { name, value, standing } of earlier?.counts ?? []) {
    const own = ownName(name);
    if (standing === 'known' && !printed.has(own)) printed.set(own, value);
  }
  return printed;
}

/** Names of counts that the last release, or one before it, hid from these readers, and none printed. */
export function hiddenIn(earlier: EarlierCounts | null): ReadonlySet<string> {
  const hidden = new Set<string>();
  const printed = new Set<string>();
  for (const { name, standing } of earlier?.counts ?? []) {
    const own = ownName(name);
    if (standing === 'marked' || standing === 'covered') hidden.add(own);
    else if (standing === 'known') printed.add(own);
  }
  return new Set([...hidden].filter((name) => !printed.has(name)));
}

/**
 * Names of counts that differ by a handful from what any earlier release printed, also one before the last: whoever has both would see the handful, so the new number is
 * hidden.
 * @param values by name of the count, as they are now
 */
export function revisedByFew(
  values: Iterable<readonly [name: string, value: number]>,
  earlier: EarlierCounts | null,
  threshold: number,
): ReadonlySet<string> {
  const printed = new Map<string, number[]>();
  for (const { name, value, standing } of earlier?.counts ?? []) {
    if (standing !== 'known') continue;
    const own = ownName(name);
    printed.set(own, [...(printed.get(own) ?? []), value]);
  }
  const found = new Set<string>();
  for (const [name, value] of values) {
    const isHandful = (before: number): boolean => value !== before && Math.abs(value - before) < threshold;
    if (printed.get(name)?.some(isHandful) === true) found.add(name);
  }
  return found;
}
