import type { EditionPlan } from '../protect.js';

/** Who reads what: the editions that one can put side by side, and what one knows besides. */
export interface Audience {
  readonly id: string;
  /** Ids of the editions that it sees. */
  readonly sees: readonly string[];
  /** Counts from 1 to `threshold - 1` are to be kept from it. */
  readonly threshold: number;
  /** Areas whose counts it knows itself, being the agency that sent them. */
  readonly knows: ReadonlySet<string>;
}

/** How a count stands for an audience. */
export type Standing =
  /** Printed with its number, or known to it. */
  | 'known'
  /** Printed as hidden: where noughts are shown, it is none. */
  | 'marked'
  /** Printed nowhere. */
  | 'unprinted';

/** One count of the release, whatever names it has in whichever edition. */
export interface ReleaseCount {
  readonly name: string;
  readonly value: number;
  readonly standing: Standing;
  /** To be kept from the audience. */
  readonly sensitive: boolean;
  /** Place of the edition's cell where it could still be hidden; null where it cannot: printed elsewhere, nought, or not printed. */
  readonly mayHide: number | null;
}

/** What ties counts together: `lower <= parts - total <= upper`. */
export interface Relation {
  readonly total: number;
  readonly parts: readonly number[];
  readonly lower: number;
  readonly upper: number;
}

/** The counts that an audience can put together, and all that ties them to each other. */
export interface ReleaseCounts {
  readonly counts: readonly ReleaseCount[];
  readonly relations: readonly Relation[];
}

/** The counts of a release, and which of them the cells of the edition are whose pattern is being chosen. */
export interface GatheredCounts extends ReleaseCounts {
  readonly numberOf: Int32Array;
}

interface Gathered {
  readonly name: string;
  readonly value: number;
  known: boolean;
  marked: boolean;
  cell: number | null;
  fixed: boolean;
}

/** The second field of a cell's name is its area. */
function areaOf(name: string): string {
  return name.split('|')[1] ?? '';
}

/**
 * Gathers the counts of the editions that an audience sees under one number each: the same name, or a tie of equal counts, is one count. Of every sum
 * that ties them, as much is known as holds: where the parts do not come to the total (children counted in two places, rows without a
 * place) an inequality.
 * @param plans the edition whose pattern is being chosen comes last; only its cells may still be hidden
 */
export function releaseCounts(plans: readonly EditionPlan[], audience: Audience): GatheredCounts {
  const all: Gathered[] = [];
  const byName = new Map<string, number>();
  const relations: Relation[] = [];
  const seen = new Set<string>();
  const knowsAny = audience.knows.size > 0;
  let ofLast = new Int32Array();
  const seenPlans = plans.filter(({ options }) => audience.sees.includes(options.edition));
  seenPlans.forEach(({ layout: { system }, laying, hidden }, p) => {
    const last = p === seenPlans.length - 1;
    const { names, values, group, virtual, sums } = system;
    const ofGroup = new Map<string, number>();
    const numberOf = Int32Array.from(names, (name, cell) => {
      const value = values[cell] ?? 0;
      const tied = `${group[cell]}=${value}`;
      const number =
        byName.get(name) ??
        ofGroup.get(tied) ??
        all.push({ name, value, known: false, marked: false, cell: null, fixed: false }) - 1;
      ofGroup.set(tied, number);
      byName.set(name, number);
      const count = all[number];
      if (count === undefined) return number;
      if (knowsAny && audience.knows.has(areaOf(name))) count.known = count.fixed = true;
      if (virtual[cell] || !laying.printed(cell)) return number;
      if (hidden[cell]) count.marked ||= value > 0;
      else {
        count.known = true;
        if (last && !laying.forced(cell) && value > 0) count.cell ??= cell;
        else count.fixed = true;
      }
      return number;
    });
    if (last) ofLast = numberOf;
    for (const { total, parts } of sums) {
      const relation = relationOf(
        numberOf[total] ?? -1,
        [...new Set(parts.map((part) => numberOf[part] ?? -1))],
        all,
      );
      if (relation === null) continue;
      const key = `${relation.total}:${[...relation.parts].sort((a, b) => a - b).join(',')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      relations.push(relation);
    }
  });
  return {
    relations,
    numberOf: ofLast,
    counts: all.map(({ name, value, known, marked, cell, fixed }) => ({
      name,
      value,
      standing: known ? 'known' : marked ? 'marked' : 'unprinted',
      sensitive:
        value >= 1 &&
        value < audience.threshold &&
        !(knowsAny && known && fixed && audience.knows.has(areaOf(name))),
      mayHide: known && !fixed ? cell : null,
    })),
  };
}

/**
 * The same counts as they stand when further ones are hidden; counts tied to them go with them.
 * @param system of the edition whose pattern is being chosen
 * @param hide numbers of counts that may be hidden
 */
export function withHidden(
  { counts, relations, numberOf }: GatheredCounts,
  { group }: EditionPlan['layout']['system'],
  hide: readonly number[],
): ReleaseCounts {
  const groups = new Set(hide.map((count) => group[counts[count]?.mayHide ?? -1]));
  const hidden = new Set<number>();
  group.forEach((own, cell) => {
    const count = numberOf[cell] ?? -1;
    if (groups.has(own) && counts[count]?.mayHide != null) hidden.add(count);
  });
  return {
    relations,
    counts: counts.map((one, count) =>
      hidden.has(count) ? { ...one, standing: 'marked', mayHide: null } : one,
    ),
  };
}

function relationOf(total: number, parts: readonly number[], all: readonly Gathered[]): Relation | null {
  const value = (count: number): number => all[count]?.value ?? 0;
  const whole = value(total);
  // Not a sum after all (a band of the one period is not made up of those of the other), or one that says that a count is itself.
  if (parts.includes(total) || parts.some((part) => value(part) > whole)) return null;
  const together = parts.reduce((sum, part) => sum + value(part), 0);
  return {
    total,
    parts,
    lower: together >= whole ? 0 : Number.NEGATIVE_INFINITY,
    upper: together <= whole ? 0 : Number.POSITIVE_INFINITY,
  };
}
