import { isSmallAboutPeople, type Leak } from './attack.js';
import type { Claim } from './claims.js';
import type { PrintedCount, PrintedCounts, PrintedFault } from './figures.js';
import type { PrintedRelation } from './relations.js';

/** What the files of one release print. */
export interface PrintedRelease {
  /** As a derivation names it, for example `2018-H1`. */
  readonly label: string;
  readonly printed: PrintedCounts;
  readonly relations: readonly PrintedRelation[];
  /** What its sentences say of its counts. */
  readonly claims: readonly Claim[];
}

/** Several releases as one, with what ties the same count of two of them. */
export interface JoinedReleases {
  readonly printed: PrintedCounts;
  readonly relations: readonly PrintedRelation[];
  readonly claims: readonly Claim[];
  /** Changes of printed counts that are small themselves: whoever has both releases sees them. */
  readonly revisions: readonly Leak[];
}

/**
 * Puts releases side by side: rows that come late are only ever added, so a count of a later release is at least what it was in the earlier one,
 * unless printed counts of its kind show that rows were taken back too.
 * @param releases in order of time
 * @param threshold changes from 1 to `threshold - 1` are small
 * @param groupsDrawn whether these readers have the map of groups, so that counts of groups are no secret from them
 */
export function joinReleases(
  releases: readonly PrintedRelease[],
  threshold: number,
  groupsDrawn: boolean,
): JoinedReleases {
  const [only] = releases;
  if (releases.length === 1 && only !== undefined) return { ...only, revisions: [] };
  const counts = new Map<string, PrintedCount>();
  const relations: PrintedRelation[] = [];
  const revisions: Leak[] = [];
  const faults: PrintedFault[] = [];
  const claims: Claim[] = [];
  const before = new Map<string, PrintedCount>();
  /** Every number that a count had in any release so far. */
  const given = new Map<string, Set<number>>();
  for (const { label, printed, relations: own, claims: said } of releases) {
    const renamed = new Map<PrintedCount, PrintedCount>();
    for (const [id, count] of printed.counts) {
      const here = { ...count, name: `${count.name} (release ${label})` };
      renamed.set(count, here);
      counts.set(`${label}|${id}`, here);
      const earlier = before.get(id);
      before.set(id, here);
      if (earlier === undefined) {
        given.set(id, new Set(numbersOf(here)));
        continue;
      }
      relations.push({ total: here, parts: [earlier], complete: false, family: `${count.key} by release` });
      // An old number may be of any release before. One that no file had can have been laid out for a figure that was not drawn; near another it would tell a change by a handful.
      const kept = here.asFirst;
      const then = [...(given.get(id) ?? [])];
      if (kept !== null && !then.includes(kept) && then.some((one) => Math.abs(one - kept) < threshold))
        faults.push({
          from: here.from,
          message: `${count.name} is given as first published with another number than before.`,
        });
      for (const number of numbersOf(here)) given.get(id)?.add(number);
      if (here.number === null || earlier.number === null) continue;
      const change = Math.abs(here.number - earlier.number);
      if (change > 0 && isSmallAboutPeople({ ...here, number: change }, threshold, groupsDrawn))
        revisions.push({
          count: `the change of ${count.name}`,
          from: here.from,
          least: change,
          most: change,
          derivation: [`${here.name} is ${here.number}`, `${earlier.name} was ${earlier.number}`],
        });
    }
    const renamedOf = (count: PrintedCount): PrintedCount => renamed.get(count) ?? count;
    for (const claim of said)
      claims.push({ ...claim, terms: claim.terms.map(([count, by]) => [renamedOf(count), by]) });
    for (const relation of own)
      relations.push({ ...relation, total: renamedOf(relation.total), parts: relation.parts.map(renamedOf) });
  }
  return {
    printed: {
      counts,
      // Whole percents with a hidden base are looked into within their own release.
      shares: [],
      faults: [...releases.flatMap(({ printed }) => printed.faults), ...faults],
    },
    relations,
    claims,
    revisions,
  };
}

function numbersOf({ number, asFirst }: PrintedCount): readonly number[] {
  return [number, asFirst].flatMap((one) => one ?? []);
}
