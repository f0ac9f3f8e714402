import { countsPeople } from '../aboutPeople.js';
import { behind } from '../proof/contradiction.js';
import { chain } from '../proof/derivation.js';
import { tooLow } from '../proof/highest.js';
import { propagate } from '../proof/propagate.js';
import type { Constraint, LinearSystem, Term } from '../proof/system.js';
import type { Claim } from './claims.js';
import type { PrintedCount, PrintedCounts } from './figures.js';
import { type Bond, bondsOf, type PrintedRelation } from './relations.js';

/** A hidden count that a reader can narrow below its rule, and how. */
export interface Leak {
  readonly count: string;
  readonly from: string;
  readonly least: number;
  readonly most: number | null;
  /** The reader's arithmetic, step by step. */
  readonly derivation: readonly string[];
}

/** What an attack on finished files found. */
export type Attacked =
  | {
      readonly kind: 'attacked';
      readonly hidden: number;
      readonly statements: number;
      readonly leaks: readonly Leak[];
    }
  /** The files contradict each other: these statements cannot all be true. */
  | { readonly kind: 'contradiction'; readonly statements: readonly string[] };

const MOST_QUOTED = 8;

/**
 * Works out what the numbers of finished files tell of the counts that they hide: by propagation, and where that finds nothing, by the
 * highest value that the count can have beside everything else that is printed. Only what is certain is told: a count that could still be above the rule is no leak.
 * @param threshold counts from 1 to `threshold - 1` are to be kept from the reader
 * @param within by how much counts that are given as first published may have changed, at most
 * @param claims what sentences say of the counts
 */
export async function attackPrinted(
  printed: PrintedCounts,
  relations: readonly PrintedRelation[],
  threshold: number,
  within: number = threshold - 1,
  claims: readonly Claim[] = [],
): Promise<Attacked> {
  const hidden = [...printed.counts.values()].filter(
    ({ hidden: isHidden, number, near }) => number === null && (isHidden || near !== null),
  );
  const atomOf = new Map(hidden.map((count, atom) => [count, atom]));
  // That people of all places or periods add up, where printed numbers do, may be chance: one can be counted in two. When it cannot be true, it was.
  let bonds = bondsOf(relations, 'as seen');
  const read = { hidden, atomOf, within, claims };
  let system = statementsOf(printed, relations, bonds, read, true);
  let bounds = propagate(system);
  if (bounds.conflict !== null) {
    bonds = bondsOf(relations, 'careful');
    system = statementsOf(printed, relations, bonds, read, true);
    bounds = propagate(system);
  }
  if (bounds.conflict !== null)
    return {
      kind: 'contradiction',
      statements: behind(system, bounds, [bounds.conflict])
        .slice(-MOST_QUOTED)
        .map((k) => system.constraints[k]?.says ?? ''),
    };
  const floors = propagate(statementsOf(printed, relations, bonds, read, false), false).lower;
  const leaks: Leak[] = [];
  const open = new Map<number, number>();
  hidden.forEach(({ name, from, mayBeNone, asFirst, indicator, hidden: isHidden }, atom) => {
    const [least, most] = [bounds.lower[atom] ?? 0, bounds.upper[atom] ?? Number.POSITIVE_INFINITY];
    const derivation = (): readonly string[] => [
      ...chain(system, bounds, atom, 'lower'),
      ...chain(system, bounds, atom, 'upper'),
    ];
    const change = asFirst === null || least < most ? 0 : Math.abs(least - asFirst);
    if (change > 0 && change < threshold && countsPeople(indicator))
      leaks.push({
        count: `the change of ${name}`,
        from,
        least: change,
        most: change,
        derivation: derivation(),
      });
    if (least >= threshold || !isHidden) return;
    const narrowed =
      most < threshold - 1 || (most < threshold && least > Math.max(mayBeNone ? 0 : 1, floors[atom] ?? 0));
    if (narrowed)
      leaks.push({
        count: name,
        from,
        least,
        most,
        derivation: derivation(),
      });
    else if (Number.isFinite(most)) open.set(atom, threshold - 1);
  });
  for (const { atom, most } of await tooLow(system, bounds, open)) {
    const { name = '', from = '' } = hidden[atom] ?? {};
    leaks.push({
      count: name,
      from,
      least: bounds.lower[atom] ?? 0,
      most: most ?? threshold - 2,
      derivation: [
        ...chain(system, bounds, atom, 'upper'),
        most === null
          ? `how high ${name} can be could not be worked out, which counts as a leak`
          : `with all that is printed together ${name} is at most ${most}`,
      ],
    });
  }
  return { kind: 'attacked', hidden: hidden.length, statements: system.constraints.length, leaks };
}

/** The hidden counts and their unknowns. */
interface Hidden {
  readonly hidden: readonly PrintedCount[];
  readonly atomOf: ReadonlyMap<PrintedCount, number>;
  readonly within: number;
  readonly claims: readonly Claim[];
}

/** @param numbers whether printed numbers are used, or only which counts are none and which are not */
function statementsOf(
  { shares }: PrintedCounts,
  relations: readonly PrintedRelation[],
  bonds: ReadonlyMap<string, Bond>,
  { hidden, atomOf, within, claims }: Hidden,
  numbers: boolean,
): LinearSystem {
  const atoms = hidden.map(({ name }) => name);
  const constraints: Constraint[] = [];
  const unknownNumbers = new Map<PrintedCount, number>();
  const put = (terms: readonly Term[], lower: number, upper: number, says: string): void => {
    constraints.push({ id: `statement ${constraints.length}`, terms, lower, upper, says });
  };
  hidden.forEach(({ name, mayBeNone, hidden: isMarked }, atom) => {
    if (mayBeNone || !isMarked) return;
    put(
      [{ atom, coefficient: 1 }],
      1,
      Number.POSITIVE_INFINITY,
      `${name} is marked [c], so it is not nought`,
    );
  });
  if (numbers)
    hidden.forEach(({ name, asFirst, near }, atom) => {
      if (near !== null) {
        const far = near.half + (near.ofOld ? within : 0);
        const says = `${name} is given as about ${near.number}, so it is no further from that than ${far}`;
        put([{ atom, coefficient: 1 }], Math.max(1, near.number - far), near.number + far, says);
      }
      if (asFirst === null) return;
      const says = `${name} is given as first published (${asFirst}), so it has not changed by ${within + 1} or more`;
      put([{ atom, coefficient: 1 }], Math.max(0, asFirst - within), asFirst + within, says);
    });
  /** An atom for a hidden count; where numbers are not used, also for a printed one that is not nought. */
  const unknown = (count: PrintedCount): number | null => {
    const own = atomOf.get(count);
    if (own !== undefined) return own;
    if (numbers || count.number === 0) return null;
    const known = unknownNumbers.get(count) ?? atoms.push(count.name) - 1;
    if (!unknownNumbers.has(count)) put([{ atom: known, coefficient: 1 }], 1, Number.POSITIVE_INFINITY, '');
    unknownNumbers.set(count, known);
    return known;
  };
  const add = (
    total: PrintedCount,
    parts: readonly PrintedCount[],
    lower: number,
    upper: number,
    says: string,
  ): void => {
    const terms: Term[] = [];
    let known = 0;
    for (const [count, coefficient] of [...parts.map((part) => [part, 1] as const), [total, -1] as const]) {
      const atom = unknown(count);
      if (atom === null) known += coefficient * (count.number ?? 0);
      else terms.push({ atom, coefficient });
    }
    if (terms.length > 0) put(terms, lower - known, upper - known, says);
  };
  for (const relation of relations) {
    const bond = bonds.get(relation.family);
    if (bond !== undefined) bind(relation, bond, add);
  }
  if (numbers)
    for (const { terms: said, lower, upper, says } of claims) {
      const terms: Term[] = [];
      let known = 0;
      for (const [count, coefficient] of said) {
        const atom = unknown(count);
        if (atom === null) known += coefficient * (count.number ?? 0);
        else terms.push({ atom, coefficient });
      }
      if (terms.length > 0) put(terms, lower - known, upper - known, says);
    }
  if (numbers)
    for (const share of shares) {
      // 100 part - percent whole lies between -half and +half of a percent of the whole.
      const half = 0.5 * 10 ** -share.decimals;
      const scaled = 2 * 10 ** share.decimals;
      for (const [edge, sign] of [
        [share.percent - half, 1],
        [share.percent + half, -1],
      ] as const) {
        const terms: Term[] = [];
        let known = 0;
        for (const [count, factor] of [
          [share.part, 100 * scaled * sign],
          [share.whole, -Math.round(edge * scaled) * sign],
        ] as const) {
          const atom = unknown(count);
          if (factor === 0) continue;
          if (atom === null) known += factor * (count.number ?? 0);
          else terms.push({ atom, coefficient: factor });
        }
        if (terms.length > 0)
          put(
            terms,
            -known,
            Number.POSITIVE_INFINITY,
            `${share.part.name} is ${share.percent}% of ${share.whole.name}, to a whole percent`,
          );
      }
    }
  return { atoms, constraints, integer: true };
}

type Add = (
  total: PrintedCount,
  parts: readonly PrintedCount[],
  lower: number,
  upper: number,
  says: string,
) => void;

function bind({ total, parts, complete }: PrintedRelation, bond: Bond, add: Add): void {
  const shown = ({ name, number }: PrintedCount): string =>
    number === null ? `${name} [c]` : `${name} (${number})`;
  const sum = parts.map(shown).join(' + ');
  const free = Number.POSITIVE_INFINITY;
  if (bond === 'equal' && complete) add(total, parts, 0, 0, `${shown(total)} is ${sum}`);
  else if (bond === 'equal' || bond === 'at most')
    add(total, parts, -free, 0, `${sum} is at most ${shown(total)}`);
  else {
    for (const part of parts) add(total, [part], -free, 0, `${shown(part)} is at most ${shown(total)}`);
    if (bond === 'shared' && complete) add(total, parts, 0, free, `${shown(total)} is at most ${sum}`);
  }
}

/**
 * Whether a printed count is small and could point to somebody.
 * @param groupsDrawn the edition shows every organised crime group on a map, so that numbers of groups hide nothing there
 */
export function isSmallAboutPeople(
  { indicator, number }: Pick<PrintedCount, 'indicator' | 'number'>,
  threshold: number,
  groupsDrawn: boolean,
): boolean {
  return number !== null && number >= 1 && number < threshold && countsPeople(indicator, groupsDrawn);
}

/** Counts that are printed though they are small: every file must hide them. */
export function smallPrinted(
  { counts }: PrintedCounts,
  threshold: number,
  groupsDrawn: boolean,
): readonly Leak[] {
  return [...counts.values()]
    .map((count) => ({ ...count, number: count.number ?? count.asFirst ?? count.near?.number ?? null }))
    .filter((count) => isSmallAboutPeople(count, threshold, groupsDrawn))
    .map(({ name, number, from }) => ({
      count: name,
      from,
      least: number ?? 0,
      most: number,
      derivation: [`the number itself is printed; from 1 to ${threshold - 1} it must be hidden`],
    }));
}
