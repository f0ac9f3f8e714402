import { type Component, components } from './components.js';
import { wholeTable } from './exact.js';
import { type Bounds, propagate } from './propagate.js';
import { type ComponentModel, loadSolver } from './solver.js';
import type { LinearSystem } from './system.js';

/** The least and the most that a count can be; the most may be infinite. */
export type Range = readonly [min: number, max: number];

/**
 * The exact ranges of many counts. Every table of whole numbers that a search ends at tells of all counts of its component, so most ends need no search of their own: they are
 * met by a table and bounded by propagation or by a linear programme. Where the two do not meet, whole numbers are searched for.
 * @returns null when no table meets all statements
 */
export async function rangesOf(
  system: LinearSystem,
  atoms: readonly number[],
): Promise<ReadonlyMap<number, Range> | null> {
  const solver = await loadSolver();
  const bounds = propagate(system, false);
  if (bounds.conflict !== null) return null;
  const found = new Map<number, Range>();
  const asked = new Set(atoms);
  for (const atom of atoms) found.set(atom, [bounds.lower[atom] ?? 0, bounds.upper[atom] ?? 0]);
  for (const component of components(system, bounds)) {
    const own = component.atoms.filter((atom) => asked.has(atom));
    if (own.length === 0) continue;
    const model = solver.model(system, bounds, component);
    try {
      if (!rangesIn(model, component, bounds, own, found)) return null;
    } finally {
      model.dispose();
    }
  }
  return found;
}

const SLACK = 1e-6;

function rangesIn(
  model: ComponentModel,
  { atoms }: Component,
  { lower, upper }: Bounds,
  own: readonly number[],
  found: Map<number, Range>,
): boolean {
  const placeOf = new Map(atoms.map((atom, place) => [atom, place]));
  const least = new Float64Array(atoms.length).fill(Number.POSITIVE_INFINITY);
  const most = new Float64Array(atoms.length).fill(Number.NEGATIVE_INFINITY);
  const learn = (table: Float64Array): void => {
    const whole = model.holds(table) ? wholeTable(table) : null;
    whole?.forEach((value, place) => {
      if (value < (least[place] ?? 0)) least[place] = value;
      if (value > (most[place] ?? 0)) most[place] = value;
    });
  };
  for (const side of ['min', 'max'] as const) {
    for (const atom of own) {
      const place = placeOf.get(atom) ?? 0;
      const met = (side === 'min' ? least : most)[place] ?? 0;
      const bound = (side === 'min' ? lower : upper)[atom] ?? 0;
      const [min, max] = found.get(atom) ?? [0, 0];
      const keep = (value: number): unknown => found.set(atom, side === 'min' ? [value, max] : [min, value]);
      if (met === bound) continue;
      const relaxed = model.extreme([[atom, 1]], side, false);
      if (relaxed.kind === 'infeasible') return false;
      if (relaxed.kind !== 'reached') continue;
      learn(relaxed.table);
      const outer = side === 'min' ? Math.ceil(relaxed.value - SLACK) : Math.floor(relaxed.value + SLACK);
      keep(outer + 0);
      if ((side === 'min' ? least : most)[place] === outer) continue;
      const whole = model.extreme([[atom, 1]], side, true);
      if (whole.kind === 'infeasible') return false;
      if (whole.kind !== 'reached') continue;
      learn(whole.table);
      keep(Math.round(whole.value) + 0);
    }
  }
  return true;
}
