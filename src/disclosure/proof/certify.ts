import { type Audit, audit } from './audit.js';
import { type Certificate, statementsDigest, type Witness } from './certificate.js';
import { type Component, components } from './components.js';
import { wholeTable } from './exact.js';
import { Shuttle } from './propagate.js';
import { type ComponentModel, loadSolver, type Search, THOROUGH } from './solver.js';
import { type LinearSystem, type Target, withTargets } from './system.js';

/** What certifying gives: a certificate, or what is wrong. */
export type Certified =
  | { readonly kind: 'certified'; readonly certificate: Certificate }
  /** Targets that are narrower than their rule, or could not be proven to be as wide, with the attacker's reasoning. */
  | { readonly kind: 'leaks'; readonly audit: Extract<Audit, { kind: 'audited' }> }
  | { readonly kind: 'contradiction'; readonly statements: readonly string[] };

/** How many leaks are worked out in full; the others are of the same kind. */
const MOST_LEAKS = 20;

/** One end of the rule of one target that still needs a table. */
interface Wanted {
  readonly target: number;
  readonly atom: number;
  readonly value: number;
  readonly side: 'low' | 'high';
}

/** Tables by which targets reach the ends of their rules, as far as there are any. */
export interface TablesFound {
  /** A table that meets every statement; the others are told by what differs from it. */
  readonly base: readonly number[];
  readonly tables: readonly Witness[];
  /** By place of the target: number of the table that is low and of the one that is high; -1 is the base, null is none. */
  readonly ends: ReadonlyMap<number, readonly [low: number | null, high: number | null]>;
}

/**
 * Looks for tables of whole numbers that take every target to both ends of its rule. One search aims at all targets of a component that are
 * still open, so that one table serves many; what is left is searched for one by one.
 *
 * @param given a table that meets every statement, such as the true one: every target that is at an end of its rule there needs no other
 * @returns null when no table meets all statements
 */
export async function findTables(
  system: LinearSystem,
  targets: readonly Target[],
  given?: readonly number[],
  how: Search = THOROUGH,
): Promise<TablesFound | null> {
  const solver = await loadSolver();
  const { system: wide, atoms } = withTargets(system, targets);
  const known = given === undefined ? undefined : withTargetValues(given, targets, atoms);
  const shuttle = new Shuttle(wide, false);
  const bounds = shuttle.run();
  if (bounds.conflict !== null) return null;
  const parts = components(wide, bounds);
  const tables = new Tables(system.atoms.length);
  const ends = new Map<number, [low: number | null, high: number | null]>();
  const base: number[] = wide.atoms.map((_, atom) => known?.[atom] ?? bounds.lower[atom] ?? 0);
  const wantedIn = new Map<Component, Wanted[]>();
  const componentOf = new Map<number, Component>();
  for (const component of parts) for (const atom of component.atoms) componentOf.set(atom, component);
  targets.forEach(({ rule }, target) => {
    if (rule === null) return;
    const atom = atoms[target] ?? 0;
    const [least, most] = [bounds.lower[atom] ?? 0, bounds.upper[atom] ?? 0];
    const component = componentOf.get(atom);
    if (component === undefined) {
      ends.set(target, [least <= rule[0] ? -1 : null, most >= rule[1] ? -1 : null]);
      return;
    }
    ends.set(target, [null, null]);
    const wanted = wantedIn.get(component) ?? [];
    wantedIn.set(component, wanted);
    if (least <= rule[0]) wanted.push({ target, atom, value: rule[0], side: 'low' });
    if (most >= rule[1]) wanted.push({ target, atom, value: rule[1], side: 'high' });
  });
  for (const component of parts) {
    // What is out of reach by the statements one after the other needs no solver.
    const wanted = (wantedIn.get(component) ?? []).filter(
      ({ atom, side, value }) => !shuttle.excludes(atom, side, value),
    );
    // The known table is proof enough that the rest of the system can be met.
    if (wanted.length === 0 && known !== undefined) continue;
    const model = solver.model(wide, bounds, component);
    try {
      const start = startOf(component, model, known);
      if (start === null) return null;
      component.atoms.forEach((atom, i) => {
        base[atom] = start[i] ?? 0;
      });
      search(component, model, wanted, start, how, (table, served) => {
        const number = tables.add(component, table, base);
        for (const { target, side } of served) ends.get(target)?.splice(side === 'low' ? 0 : 1, 1, number);
      });
    } finally {
      model.dispose();
    }
  }
  return { base: base.slice(0, system.atoms.length), tables: tables.all, ends };
}

/** A table with the values of the unknowns that stand for targets. */
function withTargetValues(
  table: readonly number[],
  targets: readonly Target[],
  atoms: readonly number[],
): readonly number[] {
  const whole = [...table];
  targets.forEach(({ terms }, target) => {
    const own = atoms[target] ?? 0;
    if (own >= table.length)
      whole[own] = terms.reduce((sum, { atom, coefficient }) => sum + coefficient * (table[atom] ?? 0), 0);
  });
  return whole;
}

/** As {@link findTables}, as a certificate when every target has its tables; otherwise what is wrong, worked out in full. */
export async function certify(
  system: LinearSystem,
  targets: readonly Target[],
  known?: readonly number[],
): Promise<Certified> {
  const found = await findTables(system, targets, known);
  if (found === null) return described(system, targets, targets);
  const without = targets.filter((_, target) => found.ends.get(target)?.includes(null) === true);
  if (without.length > 0) return described(system, targets, without);
  return {
    kind: 'certified',
    certificate: {
      format: 'profile-certificate/1',
      statements: statementsDigest(system, targets),
      atoms: system.atoms.length,
      base: found.base,
      witnesses: found.tables,
      targets: Object.fromEntries(
        [...found.ends].map(([target, [low, high]]) => [
          targets[target]?.id ?? '',
          [low ?? -1, high ?? -1] as const,
        ]),
      ),
    },
  };
}

/** A first table of the component: the known one, or one that the solver finds; null when there is none. */
function startOf(component: Component, model: ComponentModel, known?: readonly number[]): number[] | null {
  if (known !== undefined && component.atoms.every((atom) => known[atom] !== undefined))
    return component.atoms.map((atom) => known[atom] ?? 0);
  const found = model.extreme([], 'min', true);
  return found.kind === 'reached' ? wholeTable(found.table) : null;
}

/** Aims at all that is open until nothing more is gained, then at one after the other. Returns what no table was found for. */
function search(
  component: Component,
  model: ComponentModel,
  wanted: readonly Wanted[],
  start: readonly number[],
  how: Search,
  keep: (table: readonly number[] | null, served: readonly Wanted[]) => void,
): readonly Wanted[] {
  const placeOf = new Map(component.atoms.map((atom, place) => [atom, place]));
  const serves = (table: readonly number[], { atom, value, side }: Wanted): boolean => {
    const here = table[placeOf.get(atom) ?? -1] ?? Number.NaN;
    return side === 'low' ? here <= value : here >= value;
  };
  let open = [...wanted];
  const take = (table: readonly number[] | null): number => {
    const served = open.filter((each) => serves(table ?? start, each));
    if (served.length === 0) return 0;
    keep(table, served);
    open = open.filter((each) => !served.includes(each));
    return served.length;
  };
  take(null);
  for (const side of ['high', 'low'] as const) {
    for (let round = 0; round < ROUNDS; round++) {
      const aim = open.filter((each) => each.side === side).map(({ atom }) => [atom, 1] as const);
      if (aim.length < 2) break;
      const found = model.capped(
        aim,
        open.filter((each) => each.side === side).map(({ value }) => value),
        side,
      );
      const table = found === null ? null : wholeTable(found);
      if (table === null || take(table) === 0) break;
    }
  }
  const failed: Wanted[] = [];
  while (open.length > failed.length) {
    const next = open.find((each) => !failed.includes(each));
    if (next === undefined) break;
    const table = model.reaching(next.atom, next.value, next.side, how);
    if (table === null || take(table) === 0) failed.push(next);
  }
  return failed;
}

const ROUNDS = 4;

/** Works the leaks out in full, for the message. */
async function described(
  system: LinearSystem,
  targets: readonly Target[],
  suspects: readonly Target[],
): Promise<Certified> {
  const unique = [...new Set(suspects)].slice(0, MOST_LEAKS);
  const found = await audit(system, unique.length === 0 ? targets.slice(0, MOST_LEAKS) : unique);
  return found.kind === 'contradiction' ? found : { kind: 'leaks', audit: found };
}

/** Tables as what differs from the base, without the unknowns that only stand for targets. */
class Tables {
  readonly all: Witness[] = [];

  constructor(private readonly atoms: number) {}

  /** @param table values of the component's counts; null for the base itself @returns the table's number */
  add({ atoms }: Component, table: readonly number[] | null, base: readonly number[]): number {
    if (table === null) return -1;
    this.all.push(
      atoms.flatMap((atom, place) => {
        const value = table[place] ?? 0;
        return atom < this.atoms && value !== base[atom] ? [[atom, value] as const] : [];
      }),
    );
    return this.all.length - 1;
  }
}
