import { asFractions, boundFrom, wholeBound } from './exact.js';
import type { Bounds, Step } from './propagate.js';
import { type LinearSystem, sumText } from './system.js';

/** Steps beyond this are summed up: nobody follows a longer chain. */
const MOST_STEPS = 12;

function boundText(name: string, side: 'lower' | 'upper', bound: number): string {
  return `${name} is at ${side === 'upper' ? 'most' : 'least'} ${bound}`;
}

/**
 * The chain of steps behind a bound, earliest first: each quotes its statement and says what follows. Every step is worked out again
 * from the bounds that it names.
 */
export function chain(system: LinearSystem, bounds: Bounds, atom: number, side: 'lower' | 'upper'): string[] {
  const last = (side === 'lower' ? bounds.lowerStep : bounds.upperStep)[atom] ?? -1;
  if (last < 0) return [];
  const wanted = new Set<number>();
  const stack = [last];
  while (stack.length > 0) {
    const at = stack.pop() ?? -1;
    if (wanted.has(at)) continue;
    wanted.add(at);
    for (const earlier of bounds.steps[at]?.because ?? []) stack.push(earlier);
  }
  const steps = [...wanted].sort((a, b) => a - b).flatMap((at) => bounds.steps[at] ?? []);
  const left = steps.slice(-MOST_STEPS);
  const skipped = steps.length - left.length;
  return [
    ...(skipped > 0 ? [`after ${skipped} steps of the same kind:`] : []),
    ...left.map((step) => stepText(system, bounds, step)),
  ];
}

function stepText(system: LinearSystem, bounds: Bounds, step: Step): string {
  const { atoms, constraints } = system;
  const because = step.because.flatMap((at) => {
    const earlier = bounds.steps[at];
    return earlier === undefined ? [] : [boundText(atoms[earlier.atom] ?? '', earlier.side, earlier.bound)];
  });
  const since = because.length === 0 ? '' : `; ${[...new Set(because)].join('; ')}`;
  return `${constraints[step.constraint]?.says ?? ''}${since}: so ${boundText(atoms[step.atom] ?? '', step.side, step.bound)}`;
}

/** A bound that follows from adding and subtracting whole statements, checked in exact fractions. */
export interface LinearProof {
  readonly bound: number;
  /** Only exact statements were used, and no bound of a single count. */
  readonly exact: boolean;
  readonly text: readonly string[];
}

/**
 * The bound that the solver's multipliers prove, worked out again in exact fractions, with the statements that it adds up.
 * Null when the multipliers are no small fractions or prove nothing: the bound then needs another proof.
 */
export function linearProof(
  system: LinearSystem,
  bounds: Bounds,
  atom: number,
  side: 'lower' | 'upper',
  duals: Float64Array,
  constraints: readonly number[],
): LinearProof | null {
  const fractions = asFractions(duals, constraints);
  if (fractions === null) return null;
  const { multipliers, over } = fractions;
  const found = boundFrom(system, atom, side, multipliers, over, bounds);
  if (found === null) return null;
  const bound = wholeBound(found.value, side);
  const times = (weight: bigint): string => {
    const size = weight < 0n ? -weight : weight;
    if (size === over) return '';
    return over === 1n ? `${size} times ` : `${size}/${over} of `;
  };
  const text = [...multipliers].flatMap(([k, weight]) => {
    const constraint = system.constraints[k];
    if (constraint === undefined || weight === 0n) return [];
    return [`${weight > 0n ? 'add' : 'take away'} ${times(weight)}${constraint.says}`];
  });
  const ends = [...found.rest].flatMap(([other, weight]) => {
    const most = weight > 0n === (side === 'upper');
    const end = (most ? bounds.upper : bounds.lower)[other] ?? 0;
    // That a count is not below nought goes without saying.
    return end === 0 && !most ? [] : [boundText(system.atoms[other] ?? '', most ? 'upper' : 'lower', end)];
  });
  const [top, bottom] = found.value;
  const exactly = bottom === 1n || top % bottom === 0n ? '' : ` (${top}/${bottom}, and counts are whole)`;
  const equal = [...multipliers.keys()].every((k) => {
    const constraint = system.constraints[k];
    return constraint !== undefined && constraint.lower === constraint.upper;
  });
  return {
    bound,
    exact: found.rest.size === 0 && equal,
    text: [
      ...text,
      ...(ends.length > 0 ? [`with ${ends.join('; ')}`] : []),
      `so ${boundText(system.atoms[atom] ?? '', side, bound)}${exactly}`,
    ],
  };
}

/** A statement as it is quoted where it has no words of its own: "a + b = 9". */
export function statementText(
  system: Pick<LinearSystem, 'atoms'>,
  terms: LinearSystem['constraints'][number]['terms'],
  lower: number,
  upper: number,
): string {
  const sum = sumText(terms, system.atoms);
  if (lower === upper) return `${sum} = ${lower}`;
  if (!Number.isFinite(upper)) return `${sum} is at least ${lower}`;
  if (!Number.isFinite(lower)) return `${sum} is at most ${upper}`;
  return `${sum} is from ${lower} to ${upper}`;
}
