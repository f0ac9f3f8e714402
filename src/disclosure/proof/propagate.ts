import type { Constraint, LinearSystem } from './system.js';

/** How a bound was found: a statement and the bounds of the other counts in it at the time. */
export interface Step {
  readonly atom: number;
  readonly side: 'lower' | 'upper';
  readonly bound: number;
  /** Place of the statement in the system. */
  readonly constraint: number;
  /** Earlier steps that gave the bounds of the other counts, by number; those without a step are the bound of nought. */
  readonly because: readonly number[];
}

export interface Bounds {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Every tightening in the order in which it was made. */
  readonly steps: readonly Step[];
  /** The step behind each bound now; -1 for none. */
  readonly lowerStep: Int32Array;
  readonly upperStep: Int32Array;
  /** Place of a statement that cannot hold with the bounds found; null when none was met. */
  readonly conflict: number | null;
}

/** Bounds of one count are tightened at most so often: contradictions between large numbers would otherwise creep on for ever. */
const MOST_TIGHTENINGS = 64;

/**
 * Tightens the bounds of every count from those of the others in each statement until nothing changes ("shuttle"). Every bound that it
 * finds is a proof; that it finds none proves nothing. Whole numbers stay whole.
 * @param traced keep the steps, for a derivation; large systems are faster without
 */
export function propagate(system: LinearSystem, traced = true): Bounds {
  return new Shuttle(system, traced).run();
}

/** A try is given up after so many statements: what has not come out by then a solver finds sooner. */
const MOST_VISITS = 5000;

/** A bound before a try, to be put back after it. */
interface Before {
  readonly bounds: Float64Array;
  readonly atom: number;
  readonly bound: number;
}

/** Bounds of a system as they are tightened; see {@link propagate}. */
export class Shuttle {
  private readonly lower: Float64Array;
  private readonly upper: Float64Array;
  private readonly lowerStep: Int32Array;
  private readonly upperStep: Int32Array;
  private readonly tightened: Uint16Array;
  private readonly steps: Step[] = [];
  private readonly uses: number[][];
  private readonly queue: number[] = [];
  private readonly queued: Uint8Array;
  private conflict: number | null = null;
  /** What a try has changed; null outside of one. */
  private changed: Before[] | null = null;

  constructor(
    private readonly system: LinearSystem,
    private readonly traced: boolean,
  ) {
    const n = system.atoms.length;
    this.lower = new Float64Array(n);
    this.upper = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
    this.lowerStep = new Int32Array(n).fill(-1);
    this.upperStep = new Int32Array(n).fill(-1);
    this.tightened = new Uint16Array(n);
    this.uses = Array.from({ length: n }, () => []);
    this.queued = new Uint8Array(system.constraints.length).fill(1);
    system.constraints.forEach(({ terms }, k) => {
      this.queue.push(k);
      for (const { atom } of terms) this.uses[atom]?.push(k);
    });
  }

  run(): Bounds {
    for (let at = 0; at < this.queue.length && this.conflict === null; at++) {
      const k = this.queue[at] ?? 0;
      this.queued[k] = 0;
      const constraint = this.system.constraints[k];
      if (constraint !== undefined) this.visit(constraint, k, this.queue);
    }
    const { lower, upper, steps, lowerStep, upperStep, conflict } = this;
    return { lower, upper, steps, lowerStep, upperStep, conflict };
  }

  /**
   * Whether a count cannot reach a value, as far as its bound there and the statements one after the other tell. The bounds found by {@link run} are the same afterwards.
   * @returns false proves nothing
   */
  excludes(atom: number, side: 'low' | 'high', value: number): boolean {
    const bounds = side === 'high' ? this.lower : this.upper;
    const now = bounds[atom] ?? 0;
    const [low, high] = [this.lower[atom] ?? 0, this.upper[atom] ?? 0];
    if (side === 'high' ? high < value : low > value) return true;
    if (side === 'high' ? now >= value : now <= value) return false;
    const changed: Before[] = [{ bounds, atom, bound: now }];
    this.changed = changed;
    bounds[atom] = value;
    const queue: number[] = [];
    this.enqueue(atom, queue);
    for (let at = 0; at < queue.length && at < MOST_VISITS && this.conflict === null; at++) {
      const k = queue[at] ?? 0;
      this.queued[k] = 0;
      const constraint = this.system.constraints[k];
      if (constraint !== undefined) this.visit(constraint, k, queue);
    }
    const excluded = this.conflict !== null;
    for (const k of queue) this.queued[k] = 0;
    for (const { bounds: own, atom: other, bound } of changed.reverse()) {
      own[other] = bound;
      this.tightened[other] = 0;
    }
    this.changed = null;
    this.conflict = null;
    return excluded;
  }

  private enqueue(atom: number, queue: number[]): void {
    for (const k of this.uses[atom] ?? []) {
      if (this.queued[k] === 1) continue;
      this.queued[k] = 1;
      queue.push(k);
    }
  }

  private visit({ terms, lower, upper }: Constraint, k: number, queue: number[]): void {
    // Least and most that the sum can be, with the number of terms without a bound kept apart.
    let least = 0;
    let most = 0;
    let freeBelow = 0;
    let freeAbove = 0;
    for (const { atom, coefficient } of terms) {
      const low = this.least(atom, coefficient);
      const high = this.most(atom, coefficient);
      if (Number.isFinite(low)) least += low;
      else freeBelow += 1;
      if (Number.isFinite(high)) most += high;
      else freeAbove += 1;
    }
    if ((freeBelow === 0 && least > upper) || (freeAbove === 0 && most < lower)) {
      this.conflict = k;
      return;
    }
    const boundsAbove = Number.isFinite(upper);
    const boundsBelow = Number.isFinite(lower);
    // With two terms or more without a bound nothing is told of any.
    if (!(boundsAbove && freeBelow < 2) && !(boundsBelow && freeAbove < 2)) return;
    for (const { atom, coefficient } of terms) {
      const low = this.least(atom, coefficient);
      const high = this.most(atom, coefficient);
      if (boundsAbove && freeBelow === (Number.isFinite(low) ? 0 : 1)) {
        const room = upper - (least - (Number.isFinite(low) ? low : 0));
        this.tighten(atom, coefficient > 0 ? 'upper' : 'lower', room / coefficient, k, queue);
      }
      if (boundsBelow && freeAbove === (Number.isFinite(high) ? 0 : 1)) {
        const need = lower - (most - (Number.isFinite(high) ? high : 0));
        this.tighten(atom, coefficient > 0 ? 'lower' : 'upper', need / coefficient, k, queue);
      }
      if (this.conflict !== null) return;
      // The bounds of this count may have moved: so have the sums.
      const newLow = this.least(atom, coefficient);
      const newHigh = this.most(atom, coefficient);
      if (Number.isFinite(newLow)) {
        least += newLow - (Number.isFinite(low) ? low : 0);
        if (!Number.isFinite(low)) freeBelow -= 1;
      }
      if (Number.isFinite(newHigh)) {
        most += newHigh - (Number.isFinite(high) ? high : 0);
        if (!Number.isFinite(high)) freeAbove -= 1;
      }
    }
  }

  /** Least that a term can be. */
  private least(atom: number, coefficient: number): number {
    return coefficient * ((coefficient > 0 ? this.lower : this.upper)[atom] ?? 0);
  }

  /** Most that a term can be. */
  private most(atom: number, coefficient: number): number {
    return coefficient * ((coefficient > 0 ? this.upper : this.lower)[atom] ?? 0);
  }

  private tighten(atom: number, side: 'lower' | 'upper', found: number, k: number, queue: number[]): void {
    const { integer } = this.system;
    const bounds = side === 'lower' ? this.lower : this.upper;
    const whole = side === 'lower' ? Math.ceil(found - SLACK) : Math.floor(found + SLACK);
    const bound = (integer ? whole : found) + 0;
    const now = bounds[atom] ?? 0;
    const narrower = side === 'lower' ? bound > now + SLACK : bound < now - SLACK;
    if (!narrower || (this.tightened[atom] ?? 0) >= MOST_TIGHTENINGS) return;
    const before = side === 'lower' ? this.lowerStep : this.upperStep;
    if (this.traced) {
      this.steps.push({ atom, side, bound, constraint: k, because: this.reasons(k, atom, side) });
      before[atom] = this.steps.length - 1;
    }
    this.changed?.push({ bounds, atom, bound: now });
    bounds[atom] = bound;
    this.tightened[atom] = (this.tightened[atom] ?? 0) + 1;
    if ((this.lower[atom] ?? 0) > (this.upper[atom] ?? 0) + SLACK) {
      this.conflict = k;
      return;
    }
    this.enqueue(atom, queue);
  }

  /** The steps that gave the bounds of the other counts which this bound rests on. */
  private reasons(k: number, atom: number, side: 'lower' | 'upper'): number[] {
    const { terms } = this.system.constraints[k] ?? { terms: [] };
    const own = terms.find((term) => term.atom === atom)?.coefficient ?? 1;
    // An upper bound of a count with a coefficient above nought rests on how little the others can be.
    const least = (side === 'upper') === own > 0;
    return terms.flatMap((term) => {
      if (term.atom === atom) return [];
      const useLower = least === term.coefficient > 0;
      const step = (useLower ? this.lowerStep : this.upperStep)[term.atom] ?? -1;
      return step < 0 ? [] : [step];
    });
  }
}

/** For quotients of whole numbers: nothing that matters is as small. */
const SLACK = 1e-9;
