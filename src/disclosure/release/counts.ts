import type { Room } from '../cells.js';
import type { EditionPlan, LaidOut } from '../protect.js';

/** Who reads what: the editions that one can put side by side, and what one knows besides. */
export interface Audience {
  readonly id: string;
  /** Ids of the editions that it sees. */
  readonly sees: readonly string[];
  /** Counts from 1 to `threshold - 1` are to be kept from it. */
  readonly threshold: number;
  /** Areas whose counts it knows itself, holding the records behind them. */
  readonly knows: ReadonlySet<string>;
}

/** How a count stands for an audience. */
export type Standing =
  /** Printed with its number, or known to it. */
  | 'known'
  /** Printed as hidden: where noughts are shown, it is none. */
  | 'marked'
  /** Printed as hidden where noughts are hidden with the same mark: it may be none. */
  | 'covered'
  /** Printed nowhere. */
  | 'unprinted';

/** One count of the release, whatever names it has in whichever edition. */
export interface ReleaseCount {
  readonly name: string;
  readonly value: number;
  readonly standing: Standing;
  /** How it stands in earlier releases, where it is in them and did not change since; `standing` then is by all of them. */
  readonly before?: Standing;
  /** To be kept from the audience. */
  readonly sensitive: boolean;
  /** The numbers between which readers must be left in doubt, where it is kept for another reason than its size; null otherwise. */
  readonly room: Room | null;
  /** Known to the audience whatever is printed, since it holds the records behind it. */
  readonly held: boolean;
  /** Printed nowhere, but to be kept like a hidden count that is: what others have of a count of which the audience holds a part. */
  readonly awaited: boolean;
  /** Place of the edition's cell where it could still be hidden; null where it cannot: printed elsewhere, nought, or not printed. */
  readonly mayHide: number | null;
  /** Place of the edition's cell whose old number need not be given, where this count is what giving it tells. */
  readonly mayWithhold?: number;
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
  /** The last of the counts where they are sums of others by definition, for this audience alone: their parts, in order. */
  readonly rests?: readonly (readonly number[])[];
}

/** Which counts the cells of some editions are, and what ties them: all that does not depend on what is hidden. */
export interface Gathered {
  readonly names: readonly string[];
  readonly values: readonly number[];
  /** By edition, by cell: number of the count. */
  readonly numbersOf: readonly Int32Array[];
  readonly relations: readonly Relation[];
}

/**
 * Gathers the counts of editions under one number each: the same name, or a tie of equal counts, is one count. Of every sum
 * that ties them, as much is known as holds: where the parts do not come to the total (children counted in two places, rows without a
 * place) an inequality.
 * @param further editions that readers will have later
 * @param told names of the counts that any of the editions prints or marks: what hangs together with none of them is left out, since nothing is told of it. All by default
 */
export function gather(
  laid: readonly Pick<LaidOut, 'layout'>[],
  further: readonly Pick<LaidOut, 'layout'>[] = [],
  told?: ReadonlySet<string>,
): Gathered {
  const allNames: string[] = [];
  const allValues: number[] = [];
  const byName = new Map<string, number>();
  const relations: Relation[] = [];
  const sums = new SumsSeen();
  const bounds = new Set<string>();
  const relate = (total: number, parts: readonly number[]): void => {
    const relation = relationOf(total, [...new Set(parts)], allValues);
    if (relation !== null && sums.isNew(relation)) relations.push(relation);
  };
  const numbersOf = laid.map(({ layout: { system } }) => {
    const { names, values, group, sums } = system;
    const ofGroup = new Map<number, number[]>();
    const numberOf = new Int32Array(names.length);
    for (let cell = 0; cell < names.length; cell++) {
      const [name, value, own] = [names[cell] ?? '', values[cell] ?? 0, group[cell] ?? cell];
      const tied = ofGroup.get(own);
      let number = byName.get(name) ?? tied?.find((one) => allValues[one] === value);
      if (number === undefined) {
        number = allNames.push(name) - 1;
        allValues.push(value);
      }
      if (tied === undefined) ofGroup.set(own, [number]);
      else if (!tied.includes(number)) tied.push(number);
      byName.set(name, number);
      numberOf[cell] = number;
    }
    for (const { total, parts } of sums)
      relate(
        numberOf[total] ?? -1,
        parts.map((part) => numberOf[part] ?? -1),
      );
    for (const { less, more } of system.atMost) {
      const [part, total] = [numberOf[less] ?? -1, numberOf[more] ?? -1];
      const key = `${part} at most ${total}`;
      if (part === total || bounds.has(key)) continue;
      bounds.add(key);
      relations.push({ total, parts: [part], lower: Number.NEGATIVE_INFINITY, upper: 0 });
    }
    return numberOf;
  });
  for (const { layout } of further) {
    const { names, values, sums } = layout.system;
    const numberOf = (cell: number): number => {
      const name = names[cell] ?? '';
      const known = byName.get(name);
      if (known !== undefined) return known;
      allValues.push(values[cell] ?? 0);
      byName.set(name, allNames.push(name) - 1);
      return allNames.length - 1;
    };
    for (const { total, parts } of sums) relate(numberOf(total), parts.map(numberOf));
  }
  const all = { names: allNames, values: allValues, numbersOf, relations };
  return told === undefined
    ? all
    : onlyTold(all, new Set([...told].flatMap((name) => byName.get(name) ?? [])));
}

/** The sums that were gathered so far: the same one is laid out in many editions. */
export class SumsSeen {
  private readonly byHash = new Map<number, Relation[]>();

  /** Whether no sum of the same total and parts, with the same bounds, came before; none of the parts twice. */
  isNew(relation: Relation): boolean {
    const { total, parts, lower, upper } = relation;
    // The same in whichever order the parts stand.
    let hash = total;
    for (const part of parts) hash = (hash + Math.imul(part + 1, SPREAD)) | 0;
    const alike = this.byHash.get(hash);
    if (alike === undefined) this.byHash.set(hash, [relation]);
    else {
      const own = new Set(parts);
      const isSame = (other: Relation): boolean =>
        other.total === total &&
        other.lower === lower &&
        other.upper === upper &&
        other.parts.length === parts.length &&
        other.parts.every((part) => own.has(part));
      if (alike.some(isSame)) return false;
      alike.push(relation);
    }
    return true;
  }
}

/** An odd number with its ones and noughts well mixed, so that neighbouring numbers do not add up to the same. */
const SPREAD = 0x9e3779b1;

/** Leaves out the counts that hang together with none of those that are told. */
function onlyTold({ names, values, numbersOf, relations }: Gathered, told: ReadonlySet<number>): Gathered {
  const parent = Int32Array.from(names, (_, number) => number);
  const root = (number: number): number => {
    let at = number;
    while (parent[at] !== at) {
      const up = parent[at] ?? at;
      parent[at] = parent[up] ?? up;
      at = up;
    }
    return at;
  };
  for (const { total, parts } of relations) for (const part of parts) parent[root(part)] = root(total);
  const kept = new Uint8Array(names.length);
  for (const number of told) kept[root(number)] = 1;
  const numbers = new Int32Array(names.length).fill(-1);
  let next = 0;
  for (let number = 0; number < names.length; number++)
    if (kept[root(number)] === 1) numbers[number] = next++;
  const isKept = (_: unknown, number: number): boolean => (numbers[number] ?? -1) >= 0;
  const anew = (number: number): number => numbers[number] ?? -1;
  return {
    names: names.filter(isKept),
    values: values.filter(isKept),
    numbersOf: numbersOf.map((numberOf) => numberOf.map(anew)),
    relations: relations.flatMap(({ total, parts, lower, upper }) =>
      anew(total) < 0 ? [] : [{ total: anew(total), parts: parts.map(anew), lower, upper }],
    ),
  };
}

/**
 * The counts of the editions that an audience sees as they stand for it, without what it knows besides (see `informed.ts`). Whether noughts are kept from it the narrowest edition
 * that it sees decides.
 * @param plans the edition whose pattern is being chosen comes last; only its cells may still be hidden
 * @param gathered of the same editions in the same order; made anew by default
 */
export function releaseCounts(
  plans: readonly EditionPlan[],
  audience: Pick<Audience, 'sees' | 'threshold'> & { readonly isLast?: boolean },
  gathered?: Gathered,
): ReleaseCounts {
  const seenPlans = plans.filter(({ options }) => audience.sees.includes(options.edition));
  const { names, values, numbersOf, relations } = gathered ?? gather(seenPlans);
  const known = new Uint8Array(names.length);
  const marked = new Uint8Array(names.length);
  const covered = new Uint8Array(names.length);
  const fixed = new Uint8Array(names.length);
  const cellOf = new Int32Array(names.length).fill(-1);
  const rooms = new Map<number, Room>();
  const keptNoughts = new Set<number>();
  seenPlans.forEach(({ layout: { system }, laying, hidden }, p) => {
    const last = p === seenPlans.length - 1;
    const numberOf = numbersOf[p];
    for (const [cell, room] of system.rooms) {
      const number = numberOf?.[cell] ?? -1;
      // Tied counts that differ are not one: what is left open of the one says nothing of the other.
      if (number >= 0 && values[number] === system.values[cell]) rooms.set(number, room);
    }
    if (p === seenPlans.length - 1 && audience.isLast !== false)
      for (const cell of system.mayBeNone) keptNoughts.add(numberOf?.[cell] ?? -1);
    system.virtual.forEach((virtual, cell) => {
      const number = numberOf?.[cell];
      if (number === undefined || number < 0 || virtual || !laying.printed(cell)) return;
      const value = system.values[cell] ?? 0;
      if (hidden[cell]) {
        if (system.mayBeNone.has(cell)) covered[number] = 1;
        else if (value > 0) marked[number] = 1;
        return;
      }
      known[number] = 1;
      if (!last || laying.forced(cell) || value === 0) fixed[number] = 1;
      else if ((cellOf[number] ?? -1) < 0) cellOf[number] = cell;
    });
  });
  return {
    relations,
    counts: names.map((name, number) => {
      const value = values[number] ?? 0;
      const cell = cellOf[number] ?? -1;
      return {
        name,
        value,
        standing: standingOf(known[number] === 1, marked[number] === 1, covered[number] === 1),
        sensitive:
          rooms.has(number) || (value < audience.threshold && (value >= 1 || keptNoughts.has(number))),
        room: rooms.get(number) ?? null,
        held: false,
        awaited: false,
        mayHide: known[number] === 1 && fixed[number] === 0 && cell >= 0 ? cell : null,
      };
    }),
  };
}

/** What is known of a count by the edition that tells most of it. */
function standingOf(known: boolean, marked: boolean, covered: boolean): Standing {
  if (known) return 'known';
  if (marked) return 'marked';
  return covered ? 'covered' : 'unprinted';
}

/** Whether a hidden count of that standing is more than none for all that its mark says. */
export function isSome(standing: Standing): boolean {
  return standing === 'known' || standing === 'marked';
}

function relationOf(total: number, parts: readonly number[], values: readonly number[]): Relation | null {
  const value = (count: number): number => values[count] ?? 0;
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
