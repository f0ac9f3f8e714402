import { type Component, components, isFixed } from './components.js';
import { behind, conflicting } from './contradiction.js';
import { chain, type LinearProof, linearProof } from './derivation.js';
import { type Bounds, propagate } from './propagate.js';
import { type ComponentModel, type Extreme, loadSolver, type Solver } from './solver.js';
import { type LinearSystem, type Target, withTargets } from './system.js';

/** How the narrower end of a range was found: how an attacker would have to reason. */
export type Proof =
  /** Complete tables exist in which the count takes both ends of its rule. */
  | 'witness'
  /** One statement after the other. */
  | 'propagation'
  /** Adding and subtracting statements that are exact. */
  | 'linear'
  /** Adding and subtracting statements and their bounds. */
  | 'linear programme'
  /** Only since counts are whole: an exact search finds no table beyond. */
  | 'integer'
  /** Nothing is known of the count that would bound it. */
  | 'none'
  /** A search reached its limit: counts as not safe. */
  | 'not proven';

/** What can be worked out about one target. */
export interface AuditedTarget {
  readonly id: string;
  readonly min: number;
  /** Infinity where nothing bounds it. */
  readonly max: number;
  /** Whether its rule holds; null without a rule. */
  readonly safe: boolean | null;
  readonly proof: Proof;
  /** The reasoning in plain arithmetic, a line for each step. */
  readonly derivation: readonly string[];
}

export type Audit =
  | { readonly kind: 'audited'; readonly targets: readonly AuditedTarget[] }
  /** No counts meet all statements: these contradict each other. */
  | { readonly kind: 'contradiction'; readonly statements: readonly string[] };

interface End {
  readonly value: number;
  readonly proof: Proof;
  readonly derivation: readonly string[];
}

/**
 * Finds for every target the exact range of whole numbers that it can have, given all statements together: by propagation, by
 * linear programmes whose multipliers are checked in exact fractions, and by a search over whole numbers where these leave a gap.
 *
 * @throws RangeError when a statement names no unknown of the system
 */
export async function audit(system: LinearSystem, targets: readonly Target[]): Promise<Audit> {
  const solver = await loadSolver();
  const { system: wide, atoms } = withTargets(system, targets);
  const bounds = propagate(wide);
  if (bounds.conflict !== null)
    return contradiction(
      solver,
      wide,
      wide.constraints.map((_, k) => k),
    );
  const parts = components(wide, bounds);
  const byAtom = new Map<number, number[]>();
  atoms.forEach((atom, place) => {
    byAtom.set(atom, [...(byAtom.get(atom) ?? []), place]);
  });
  const found: AuditedTarget[] = [];
  const put = (atom: number, lower: End, upper: End): void => {
    for (const place of byAtom.get(atom) ?? []) {
      const target = targets[place];
      if (target !== undefined) found[place] = judged(target, lower, upper);
    }
  };
  for (const atom of byAtom.keys()) {
    if (!isFixed(bounds, atom)) continue;
    const value = bounds.lower[atom] ?? 0;
    put(atom, stepped(wide, bounds, atom, 'lower', value), stepped(wide, bounds, atom, 'upper', value));
  }
  for (const component of parts) {
    const model = solver.model(wide, bounds, component);
    try {
      const possible = model.extreme([], 'min', wide.integer);
      if (possible.kind === 'infeasible')
        return contradiction(solver, wide, behind(wide, bounds, component.constraints));
      for (const atom of component.atoms) {
        if (!byAtom.has(atom)) continue;
        put(atom, end(wide, bounds, model, atom, 'lower'), end(wide, bounds, model, atom, 'upper'));
      }
    } finally {
      model.dispose();
    }
  }
  return { kind: 'audited', targets: found };
}

function contradiction(solver: Solver, system: LinearSystem, suspects: readonly number[]): Audit {
  const kept = conflicting(solver, system, suspects);
  return { kind: 'contradiction', statements: kept.flatMap((k) => system.constraints[k]?.id ?? []) };
}

function stepped(
  system: LinearSystem,
  bounds: Bounds,
  atom: number,
  side: 'lower' | 'upper',
  value: number,
): End {
  const derivation = chain(system, bounds, atom, side);
  return { value, proof: derivation.length === 0 ? 'none' : 'propagation', derivation };
}

/** One end of the range of a count that is not fixed. */
function end(
  system: LinearSystem,
  bounds: Bounds,
  model: ComponentModel,
  atom: number,
  side: 'lower' | 'upper',
): End {
  const sense = side === 'lower' ? 'min' : 'max';
  const known = (side === 'lower' ? bounds.lower : bounds.upper)[atom] ?? 0;
  const relaxed = model.extreme([[atom, 1]], sense, false);
  if (relaxed.kind === 'unbounded') return { value: Number.POSITIVE_INFINITY, proof: 'none', derivation: [] };
  if (relaxed.kind !== 'reached') return unproven(known);
  if (!system.integer) return real(system, bounds, model.component, atom, side, relaxed);
  const nearest = Math.round(relaxed.value);
  // Adding nought makes minus nought nought.
  const rounded = (side === 'lower' ? Math.ceil(relaxed.value - 1e-6) : Math.floor(relaxed.value + 1e-6)) + 0;
  // A table of whole numbers that reaches the end of the relaxed range is the end; otherwise the search over whole numbers says.
  const whole =
    Math.abs(relaxed.value - nearest) < 1e-6 && model.holds(relaxed.table)
      ? rounded
      : exactly(model, atom, sense);
  if (whole === null) return unproven(known);
  if (whole === known) return stepped(system, bounds, atom, side, whole);
  const proof = linearProof(system, bounds, atom, side, relaxed.duals, model.component.constraints);
  if (proof !== null && proof.bound === whole) return { value: whole, ...named(proof) };
  return {
    value: whole,
    proof: 'integer',
    derivation: [
      `counts are whole: an exact search over whole numbers finds no table with ${system.atoms[atom] ?? ''} ${side === 'upper' ? 'above' : 'below'} ${whole}` +
        (rounded === whole ? '' : `, though fractions would allow ${Number(relaxed.value.toFixed(4))}`),
    ],
  };
}

function unproven(known: number): End {
  return { value: known, proof: 'not proven', derivation: ['the search reached its limit'] };
}

function real(
  system: LinearSystem,
  bounds: Bounds,
  { constraints }: Component,
  atom: number,
  side: 'lower' | 'upper',
  { value, duals }: Extract<Extreme, { kind: 'reached' }>,
): End {
  const near = Number(value.toFixed(9)) + 0;
  const proof = linearProof(system, bounds, atom, side, duals, constraints);
  return {
    value: near,
    ...(proof === null ? { proof: 'linear programme', derivation: [] } : named(proof)),
  };
}

function named({ text, exact }: LinearProof): Pick<End, 'proof' | 'derivation'> {
  return { proof: exact ? 'linear' : 'linear programme', derivation: text };
}

function exactly(model: ComponentModel, atom: number, sense: 'min' | 'max'): number | null {
  const found = model.extreme([[atom, 1]], sense, true);
  if (found.kind === 'unbounded') return Number.POSITIVE_INFINITY;
  return found.kind === 'reached' ? Math.round(found.value) + 0 : null;
}

function judged({ id, rule }: Target, lower: End, upper: End): AuditedTarget {
  const range = { id, min: lower.value, max: upper.value };
  const open = [lower, upper].filter(({ proof }) => proof === 'not proven');
  if (open.length > 0)
    return {
      ...range,
      safe: rule === null ? null : false,
      proof: 'not proven',
      derivation: open.flatMap((e) => e.derivation),
    };
  if (rule === null) {
    const ends = [lower, upper].filter(({ proof }) => proof !== 'none');
    return { ...range, safe: null, proof: hardest(ends), derivation: ends.flatMap((e) => e.derivation) };
  }
  const broken = [...(lower.value > rule[0] ? [lower] : []), ...(upper.value < rule[1] ? [upper] : [])];
  if (broken.length === 0) return { ...range, safe: true, proof: 'witness', derivation: [] };
  return { ...range, safe: false, proof: hardest(broken), derivation: broken.flatMap((e) => e.derivation) };
}

const HARDNESS: readonly Proof[] = ['none', 'propagation', 'linear', 'linear programme', 'integer'];

function hardest(ends: readonly End[]): Proof {
  return ends.reduce<Proof>(
    (most, { proof }) => (HARDNESS.indexOf(proof) > HARDNESS.indexOf(most) ? proof : most),
    'none',
  );
}
