import type { Certificate } from '../proof/certificate.js';
import { certify } from '../proof/certify.js';
import { propagate } from '../proof/propagate.js';
import { loadSolver, type Solver } from '../proof/solver.js';
import { type Target, withTargets } from '../proof/system.js';
import { attackerOf, targetsOf } from './attacker.js';
import { type CellSystem, countIn, type Sensitive, sensitiveCells, sensitiveDifferences } from './cells.js';
import { eliminate } from './eliminate.js';
import { floorsOf } from './floors.js';
import { cheapestPattern } from './optimum.js';
import { type Holders, holdersOf, type Requirement, repair } from './repair.js';

/** A pattern of hidden cells that holds its rule. */
export interface Planned {
  readonly kind: 'planned';
  /** Cells hidden because of what they are, in order. */
  readonly primary: readonly number[];
  /** Cells hidden so that others cannot be worked out, in order. */
  readonly secondary: readonly number[];
  /** Small differences of printed cells that are protected as well. */
  readonly differences: readonly string[];
}

/** Why no pattern can be given. */
export interface Unplanned {
  readonly kind: 'disclosed' | 'impossible';
  /** Ids of the counts that cannot be protected. */
  readonly counts: readonly string[];
}

/** Atoms that may change in a repair; tried in turn. */
const BLOCKS = [24, 80, 400, 4000] as const;

/** Repairs between two looks at everything. */
const BATCH = 6;

/** Systems up to this many cells are pruned cell by cell. */
const SMALL = 300;

/** Searches for a cheaper pattern beyond this many requirements are not worth their time. */
const MOST_REQUIREMENTS = 40;

/**
 * Chooses the cells to hide: sensitive ones, then those that elimination hides, then, while anything can be narrowed, the cheapest cells
 * that make room for it; cells that turn out to be needless are printed again, and small systems are solved to the cheapest pattern.
 * The order is fixed by costs and places, so the same system gives the same pattern.
 */
export async function plan(asked: CellSystem): Promise<Planned | Unplanned> {
  const solver = await loadSolver();
  const system = withNoughts(asked);
  const cells = sensitiveCells(system);
  const sensitive = [...cells, ...sensitiveDifferences(system)];
  const primary = new Set(cells.flatMap(({ cell }) => (cell === null ? [] : [cell])));
  const already = cells.filter(({ cell }) => cell !== null && system.forced.has(cell));
  if (already.length > 0) return { kind: 'disclosed', counts: already.map(({ id }) => id) };
  const order = candidates(system, primary);
  const { hidden: chosen, lost } = eliminate(
    system.atoms.length,
    sensitive.map(({ support }) => support),
    [...system.forced].map((cell) => system.cells[cell]?.support ?? []),
    order,
  );
  if (lost.length > 0) return { kind: 'disclosed', counts: lost.flatMap((i) => sensitive[i]?.id ?? []) };
  const floors = await floorsOf(system, sensitive);
  const targets = targetsOf(system, sensitive, floors);
  const start = new Set([...primary, ...chosen]);
  const pattern = await repaired(solver, system, sensitive, targets, start);
  if (pattern.kind !== 'pattern') return pattern;
  const pruned = await prune(system, targets, pattern.hidden, primary);
  const best = await cheaper(solver, system, targets, primary, pruned);
  return {
    kind: 'planned',
    primary: [...primary].sort((a, b) => a - b),
    secondary: [...best].filter((cell) => !primary.has(cell)).sort((a, b) => a - b),
    differences: sensitive.flatMap(({ cell, id }) => (cell === null ? [id] : [])),
  };
}

/** Where noughts are shown they are printed, whatever else is hidden. */
function withNoughts(system: CellSystem): CellSystem {
  if (system.rule.zeros === 'protected') return system;
  const noughts = system.cells.flatMap(({ support }, cell) => (countIn(system, support) === 0 ? [cell] : []));
  return { ...system, forced: new Set([...system.forced, ...noughts]) };
}

/** Cells that may be printed or hidden, most important first: dear before cheap, then in their order. */
function candidates(system: CellSystem, primary: ReadonlySet<number>) {
  return system.cells
    .map(({ support, cost }, cell) => ({ cell, support, cost }))
    .filter(({ cell }) => !primary.has(cell) && !system.forced.has(cell))
    .sort((a, b) => b.cost - a.cost || a.cell - b.cell);
}

/** What of the rules a pattern does not hold, as far as propagation sees; the narrowest first. */
function narrowed(
  system: CellSystem,
  targets: readonly Target[],
  hidden: ReadonlySet<number>,
): readonly Requirement[] {
  const { system: wide, atoms } = withTargets(attackerOf(system, hidden), targets);
  const { lower, upper } = propagate(wide);
  const found = targets.flatMap((target, i) =>
    requirementsOf(system, target, lower[atoms[i] ?? 0] ?? 0, upper[atoms[i] ?? 0] ?? 0),
  );
  return found.sort((a, b) => a.width - b.width).map(({ requirement }) => requirement);
}

function requirementsOf(
  { require, truth }: CellSystem,
  { terms, rule }: Target,
  min: number,
  max: number,
): { readonly requirement: Requirement; readonly width: number }[] {
  if (rule === null) return [];
  const support = terms.map(({ atom }) => atom);
  const width = max - min;
  if (require === 'exact') {
    const value = support.reduce((sum, atom) => sum + (truth[atom] ?? 0), 0);
    return min === max ? [{ width, requirement: { support, side: 'high', value: value + 1 } }] : [];
  }
  return [
    ...(min > rule[0] ? [{ width, requirement: { support, side: 'low', value: rule[0] } as const }] : []),
    ...(max < rule[1] ? [{ width, requirement: { support, side: 'high', value: rule[1] } as const }] : []),
  ];
}

/** What of the rules a pattern does not hold, in full. */
async function leaks(
  system: CellSystem,
  targets: readonly Target[],
  hidden: ReadonlySet<number>,
): Promise<readonly Requirement[]> {
  if (system.require === 'exact') {
    // One step away from the truth is enough: a table must exist on either side.
    const above = targets.map((target) => beside(system, target, 1));
    const below = targets.map((target) => beside(system, target, -1));
    const failing = async (aims: readonly Target[]): Promise<ReadonlySet<string>> => {
      const found = await certify(attackerOf(system, hidden), aims, system.truth);
      return found.kind === 'leaks'
        ? new Set(found.audit.targets.flatMap(({ id, safe }) => (safe === false ? [id] : [])))
        : new Set();
    };
    const [up, down] = [await failing(above), await failing(below)];
    return above.flatMap(({ id, terms, rule }) =>
      up.has(id) && down.has(id)
        ? [{ support: terms.map(({ atom }) => atom), side: 'high' as const, value: rule?.[1] ?? 0 }]
        : [],
    );
  }
  const found = await certify(attackerOf(system, hidden), targets, system.truth);
  if (found.kind !== 'leaks') return [];
  const byId = new Map(targets.map((target) => [target.id, target]));
  return found.audit.targets.flatMap(({ id, min, max }) => {
    const target = byId.get(id);
    return target === undefined
      ? []
      : requirementsOf(system, target, min, max).map(({ requirement }) => requirement);
  });
}

function beside({ truth }: CellSystem, target: Target, step: 1 | -1): Target {
  const value = target.terms.reduce((sum, { atom }) => sum + (truth[atom] ?? 0), 0);
  return { ...target, rule: step === 1 ? [value, value + 1] : [Math.max(0, value - 1), value] };
}

async function repaired(
  solver: Solver,
  system: CellSystem,
  sensitive: readonly Sensitive[],
  targets: readonly Target[],
  start: ReadonlySet<number>,
): Promise<{ readonly kind: 'pattern'; readonly hidden: ReadonlySet<number> } | Unplanned> {
  const holders = holdersOf(system);
  const hidden = new Set(start);
  const impossible = new Set<string>();
  const needed = new Set<string>();
  const name = (requirement: Requirement): string =>
    `${requirement.support.join(',')} ${requirement.side} ${requirement.value}`;
  for (;;) {
    const open = narrowed(system, targets, hidden).filter((each) => !impossible.has(name(each)));
    const next =
      open.length > 0
        ? open
        : (await leaks(system, targets, hidden)).filter((each) => !impossible.has(name(each)));
    if (next.length === 0) break;
    for (const requirement of next.slice(0, BATCH)) {
      const known = name(requirement);
      const found = grow(solver, system, holders, hidden, requirement, needed.has(known));
      // What fractions could cure and whole numbers cannot comes up again.
      if (found === 'no help' || (found === 'not needed' && needed.has(known))) impossible.add(known);
      else if (found === 'not needed') needed.add(known);
    }
  }
  if (impossible.size === 0) return { kind: 'pattern', hidden };
  const lost = sensitive.filter(({ support }) =>
    [...impossible].some((text) => text.startsWith(`${support.join(',')} `)),
  );
  return { kind: 'impossible', counts: lost.map(({ id }) => id) };
}

/**
 * Hides what a requirement needs, looking further and further around.
 * @param whole look for tables of whole numbers
 * @returns whether cells were hidden, nothing was needed (an earlier repair may have cured it), or nothing helps
 */
function grow(
  solver: Solver,
  system: CellSystem,
  holders: Holders,
  hidden: Set<number>,
  requirement: Requirement,
  whole: boolean,
): 'hidden' | 'not needed' | 'no help' {
  const sizes = BLOCKS.filter((_, i) => i === 0 || (BLOCKS[i - 1] ?? 0) < system.atoms.length);
  for (const size of sizes) {
    const more = repair(solver, system, holders, hidden, requirement, size, whole);
    if (more === null) continue;
    for (const cell of more) hidden.add(cell);
    return more.length === 0 ? 'not needed' : 'hidden';
  }
  return 'no help';
}

/**
 * Prints needless cells again: those that no table of the certificate moves, since every table then stays valid; and in small systems
 * one by one, the dearest first, as long as everything stays safe.
 */
async function prune(
  system: CellSystem,
  targets: readonly Target[],
  pattern: ReadonlySet<number>,
  primary: ReadonlySet<number>,
): Promise<ReadonlySet<number>> {
  const hidden = new Set(pattern);
  const secondary = (): number[] =>
    [...hidden]
      .filter((cell) => !primary.has(cell))
      .sort((a, b) => (system.cells[b]?.cost ?? 0) - (system.cells[a]?.cost ?? 0) || a - b);
  if (system.require === 'containment') {
    const found = await certify(attackerOf(system, hidden), targets, system.truth);
    if (found.kind === 'certified') {
      const moved = movedCells(system, found.certificate);
      for (const cell of secondary()) if (!moved.has(cell)) hidden.delete(cell);
    }
  }
  if (system.cells.length > SMALL) return hidden;
  for (const cell of secondary()) {
    hidden.delete(cell);
    const safe =
      narrowed(system, targets, hidden).length === 0 && (await leaks(system, targets, hidden)).length === 0;
    if (!safe) hidden.add(cell);
  }
  return hidden;
}

/** Cells that have another value in some table of a certificate than in the true one. */
function movedCells(system: CellSystem, { base, witnesses }: Certificate): ReadonlySet<number> {
  const holders = holdersOf(system);
  const moved = new Set<number>();
  const look = (table: ReadonlyMap<number, number>): void => {
    const change = new Map<number, number>();
    for (const [atom, value] of table) {
      const step = value - (system.truth[atom] ?? 0);
      for (const cell of holders[atom] ?? []) change.set(cell, (change.get(cell) ?? 0) + step);
    }
    for (const [cell, step] of change) if (step !== 0) moved.add(cell);
  };
  look(new Map(base.entries()));
  for (const witness of witnesses) look(new Map(witness));
  return moved;
}

/** The cheapest pattern of a small system, where it is cheaper and holds. */
async function cheaper(
  solver: Solver,
  system: CellSystem,
  targets: readonly Target[],
  primary: ReadonlySet<number>,
  pattern: ReadonlySet<number>,
): Promise<ReadonlySet<number>> {
  if (system.require === 'exact' || pattern.size === primary.size) return pattern;
  const requirements = targets.flatMap(({ terms, rule }): Requirement[] => {
    const support = terms.map(({ atom }) => atom);
    const now = support.reduce((sum, atom) => sum + (system.truth[atom] ?? 0), 0);
    return rule === null
      ? []
      : [
          ...(now > rule[0] ? [{ support, side: 'low', value: rule[0] } as const] : []),
          ...(now < rule[1] ? [{ support, side: 'high', value: rule[1] } as const] : []),
        ];
  });
  if (requirements.length > MOST_REQUIREMENTS) return pattern;
  const best = cheapestPattern(solver, system, primary, requirements);
  const cost = (hidden: ReadonlySet<number>): number =>
    [...hidden].reduce((sum, cell) => sum + (system.cells[cell]?.cost ?? 0), 0);
  if (best === null || cost(best) >= cost(pattern)) return pattern;
  return (await leaks(system, targets, best)).length === 0 ? best : pattern;
}
