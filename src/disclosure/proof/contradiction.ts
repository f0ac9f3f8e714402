import { components } from './components.js';
import { type Bounds, propagate } from './propagate.js';
import type { Solver } from './solver.js';
import type { LinearSystem } from './system.js';

/** Whether no counts meet all the statements. A search that reaches its limit counts as none found. */
export function impossible(solver: Solver, system: LinearSystem): boolean {
  const bounds = propagate(system);
  if (bounds.conflict !== null) return true;
  return components(system, bounds).some((component) => {
    const model = solver.model(system, bounds, component);
    const found = model.extreme([], 'min', system.integer);
    model.dispose();
    return found.kind === 'infeasible';
  });
}

/**
 * A smallest set of statements that contradict each other: each is needed, the others may be left out.
 * @param suspects places of the statements among which it is looked for; together they must contradict each other
 */
export function conflicting(
  solver: Solver,
  system: LinearSystem,
  suspects: readonly number[],
): readonly number[] {
  const only = (kept: readonly number[]): LinearSystem => ({
    ...system,
    constraints: kept.flatMap((k) => system.constraints[k] ?? []),
  });
  let kept = [...suspects];
  // Whole blocks first, then one by one: most of a large system has nothing to do with it.
  for (let block = Math.ceil(kept.length / 2); block >= 1; block = block === 1 ? 0 : Math.ceil(block / 2)) {
    for (let at = 0; at < kept.length; ) {
      const without = [...kept.slice(0, at), ...kept.slice(at + block)];
      if (without.length < kept.length && impossible(solver, only(without))) kept = without;
      else at += block;
    }
  }
  return kept;
}

/** Statements together with those from which the bounds of their counts were found, in order. */
export function behind(
  system: LinearSystem,
  { steps, lowerStep, upperStep }: Bounds,
  statements: readonly number[],
): readonly number[] {
  const found = new Set(statements);
  const seen = new Set<number>();
  const stack = statements.flatMap((k) =>
    (system.constraints[k]?.terms ?? []).flatMap(({ atom }) => [
      lowerStep[atom] ?? -1,
      upperStep[atom] ?? -1,
    ]),
  );
  while (stack.length > 0) {
    const at = stack.pop() ?? -1;
    const step = steps[at];
    if (step === undefined || seen.has(at)) continue;
    seen.add(at);
    found.add(step.constraint);
    stack.push(...step.because);
  }
  return [...found].sort((a, b) => a - b);
}
