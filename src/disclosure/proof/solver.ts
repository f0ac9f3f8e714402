import highs, { type Highs, type Model } from 'highs';
import type { Component } from './components.js';
import { wholeTable } from './exact.js';
import type { Bounds } from './propagate.js';
import type { LinearSystem } from './system.js';

/** What the solver found for one end of one count. */
export type Extreme =
  | {
      readonly kind: 'reached';
      readonly value: number;
      /** Values of the component's counts, in its order. */
      readonly table: Float64Array;
      /** Multipliers of the component's statements, in its order; nothing for whole-number searches. */
      readonly duals: Float64Array;
    }
  | { readonly kind: 'unbounded' }
  | { readonly kind: 'infeasible' }
  /** A limit was reached: nothing is proven. */
  | { readonly kind: 'open' };

/** How a table is looked for. */
export interface Search {
  /** Search on where the first table has fractions. */
  readonly patient: boolean;
  /**
   * Aim at a table that goes no further than the end that is asked for: in dense tables it has fewer fractions. Without an aim the last corner needs no new prices, which finds sooner that there is no
   * table.
   */
  readonly barely: boolean;
}

export const THOROUGH: Search = { patient: true, barely: true };

/** Ways to push fractions, tried in turn. */
const CORNERS = ['min', 'max', 'min', 'max'] as const;

const OPTIMAL = 7;
const INFEASIBLE = 8;
const UNBOUNDED = 10;

/** Limits are numbers of steps, never of seconds: the same system gives the same answer on every machine. */
const MOST_ITERATIONS = 200_000;
const MOST_NODES = 20_000;

// The package's types describe its CommonJS build; Node loads the ES module, whose default is the loader itself.
const loadHighs = highs as unknown as typeof highs.default;

let loading: Promise<Highs> | undefined;

/** Loads the solver (HiGHS, in WebAssembly); once a process. */
export async function loadSolver(): Promise<Solver> {
  loading ??= loadHighs();
  return new Solver(await loading);
}

/** Makes models of components. */
export class Solver {
  constructor(private readonly highs: Highs) {}

  /** The component as a model that stays in memory; dispose of it after use. */
  model(system: LinearSystem, bounds: Bounds, component: Component): ComponentModel {
    return new ComponentModel(this.highs, system, bounds, component);
  }
}

/** One component held by the solver, solved again and again with another aim. */
export class ComponentModel {
  private readonly model: Model;
  private readonly columnOf: ReadonlyMap<number, number>;
  private readonly columnBounds: readonly (readonly [number, number])[];
  private readonly scales: number[] = [];
  private whole = false;
  private aimed: number[] = [];

  constructor(
    private readonly highs: Highs,
    private readonly system: LinearSystem,
    private readonly bounds: Bounds,
    readonly component: Component,
  ) {
    const { atoms, constraints } = component;
    this.columnOf = new Map(atoms.map((atom, column) => [atom, column]));
    this.columnBounds = atoms.map((atom) => [
      bounds.lower[atom] ?? 0,
      bounds.upper[atom] ?? Number.POSITIVE_INFINITY,
    ]);
    const starts = [0];
    const indices: number[] = [];
    const values: number[] = [];
    const rowLower: number[] = [];
    const rowUpper: number[] = [];
    const infinite = (value: number): number =>
      Number.isFinite(value) ? value : Math.sign(value) * highs.infinity;
    for (const k of constraints) {
      const constraint = system.constraints[k];
      if (constraint === undefined) throw new RangeError('No such statement.');
      let fixed = 0;
      for (const { atom, coefficient } of constraint.terms) {
        const column = this.columnOf.get(atom);
        if (column === undefined) fixed += coefficient * (bounds.lower[atom] ?? 0);
        else {
          indices.push(column);
          values.push(coefficient);
        }
      }
      // Percentages of large counts give rows of millions; the solver's tolerances are meant for rows of ones. A power of two keeps them exact.
      const first = starts.at(-1) ?? 0;
      const largest = values.slice(first).reduce((most, value) => Math.max(most, Math.abs(value)), 1);
      const scale = 2 ** -Math.floor(Math.log2(largest));
      for (let at = first; at < values.length; at++) values[at] = (values[at] ?? 0) * scale;
      this.scales.push(scale);
      starts.push(indices.length);
      rowLower.push(infinite((constraint.lower - fixed) * scale));
      rowUpper.push(infinite((constraint.upper - fixed) * scale));
    }
    this.model = highs.createModel({
      numCols: atoms.length,
      numRows: constraints.length,
      colCost: new Float64Array(atoms.length),
      colLower: Float64Array.from(atoms, (atom) => bounds.lower[atom] ?? 0),
      colUpper: Float64Array.from(atoms, (atom) => infinite(bounds.upper[atom] ?? Number.POSITIVE_INFINITY)),
      rowLower,
      rowUpper,
      matrix: { format: 'csr', numRows: constraints.length, numCols: atoms.length, starts, indices, values },
    });
    this.model.options.set({
      output_flag: false,
      presolve: 'off',
      random_seed: 1,
      simplex_iteration_limit: MOST_ITERATIONS,
      mip_max_nodes: MOST_NODES,
      mip_rel_gap: 0,
      mip_abs_gap: 0,
    });
  }

  /** Smallest or largest value of a weighted sum of the component's counts. */
  extreme(
    aim: readonly (readonly [atom: number, weight: number])[],
    side: 'min' | 'max',
    whole: boolean,
  ): Extreme {
    this.integrality(whole);
    const { constants } = this.highs;
    for (const column of this.aimed) this.model.changeColCost(column, 0);
    this.aimed = [];
    for (const [atom, weight] of aim) {
      const column = this.columnOf.get(atom);
      if (column === undefined) throw new RangeError('The count is not in this component.');
      this.model.changeColCost(column, weight);
      this.aimed.push(column);
    }
    this.model.changeObjectiveSense(
      side === 'min' ? constants.objectiveSense.minimize : constants.objectiveSense.maximize,
    );
    this.model.run();
    switch (this.model.getModelStatus()) {
      case OPTIMAL: {
        const { colValue, rowDual } = this.model.getSolution();
        if (whole && !this.holds(colValue)) return { kind: 'open' };
        return {
          kind: 'reached',
          value: this.model.getObjectiveValue(),
          table: colValue,
          duals: rowDual.map((dual, row) => dual * (this.scales[row] ?? 1)),
        };
      }
      case INFEASIBLE:
        return { kind: 'infeasible' };
      case UNBOUNDED:
        return { kind: 'unbounded' };
      default:
        return { kind: 'open' };
    }
  }

  /** Whether a table, rounded to whole numbers, meets every statement of the component exactly: what the solver calls met may be off a little. */
  holds(table: Float64Array): boolean {
    const whole = wholeTable(table);
    if (whole === null) return false;
    const { constraints } = this.component;
    return constraints.every((k) => {
      const constraint = this.system.constraints[k];
      if (constraint === undefined) return false;
      let sum = 0;
      for (const { atom, coefficient } of constraint.terms) {
        const column = this.columnOf.get(atom);
        sum += coefficient * (column === undefined ? (this.bounds.lower[atom] ?? 0) : (whole[column] ?? 0));
      }
      return sum >= constraint.lower && sum <= constraint.upper;
    });
  }

  /**
   * A table that brings as many counts as it can up (or down) to their values, without gain for going further. The counts' bounds are put
   * back afterwards. Null when the search did not end.
   */
  capped(
    aim: readonly (readonly [atom: number, weight: number])[],
    values: readonly number[],
    side: 'low' | 'high',
  ): Float64Array | null {
    const columns = aim.map(([atom]) => this.columnOf.get(atom) ?? -1);
    const before = columns.map((column) => this.columnBounds[column] ?? [0, Number.POSITIVE_INFINITY]);
    // A bound in place of a cap: the first search may then be impossible, and the caller goes on one by one.
    columns.forEach((column, i) => {
      const [low, high] = before[i] ?? [0, 0];
      const value = values[i] ?? 0;
      if (side === 'high') this.setBounds(column, low, Math.min(high, Math.max(value, low)));
      else this.setBounds(column, Math.max(low, Math.min(value, high)), high);
    });
    const found = this.extreme(aim, side === 'high' ? 'max' : 'min', false);
    columns.forEach((column, i) => {
      const [low, high] = before[i] ?? [0, 0];
      this.setBounds(column, low, high);
    });
    return found.kind === 'reached' ? found.table : null;
  }

  /**
   * A table of whole numbers in which one count is at its value or beyond; null when none was found.
   */
  reaching(
    atom: number,
    value: number,
    side: 'low' | 'high',
    { patient, barely }: Search = THOROUGH,
  ): readonly number[] | null {
    const column = this.columnOf.get(atom) ?? -1;
    const [low, high] = this.columnBounds[column] ?? [0, 0];
    if (side === 'high') this.setBounds(column, Math.max(low, value), high);
    else this.setBounds(column, low, Math.min(high, value));
    const aim = barely ? [[atom, 1] as const] : [];
    const relaxed = this.extreme(aim, side === 'high' ? 'min' : 'max', false);
    const whole =
      relaxed.kind !== 'reached'
        ? null
        : (wholeTable(relaxed.table) ??
          this.otherCorner(relaxed.table) ??
          (patient ? wholeOf(this.extreme([], 'min', true)) : null));
    this.setBounds(column, low, high);
    return whole;
  }

  /** A table of whole numbers at another corner than one with fractions: pushing those down or up finds one in most cases, for a small part of the time of a search. */
  private otherCorner(table: Float64Array): readonly number[] | null {
    let here = table;
    for (const side of CORNERS) {
      const fractions = this.component.atoms.flatMap((atom, column) =>
        wholeTable(here.subarray(column, column + 1)) === null ? [[atom, 1] as const] : [],
      );
      const found = this.extreme(fractions, side, false);
      if (found.kind !== 'reached') continue;
      const whole = wholeTable(found.table);
      if (whole !== null) return whole;
      here = found.table;
    }
    return null;
  }

  private setBounds(column: number, lower: number, upper: number): void {
    this.model.changeColBounds(column, lower, Number.isFinite(upper) ? upper : this.highs.infinity);
  }

  dispose(): void {
    this.model.dispose();
  }

  private integrality(whole: boolean): void {
    if (whole === this.whole) return;
    this.whole = whole;
    // Linear searches go on from the last one's corner, which simplifying would lose; whole-number ones begin anew.
    this.model.options.set({ presolve: whole ? 'on' : 'off' });
    const { atoms } = this.component;
    if (!whole) this.model.clearIntegrality();
    else
      this.model.changeColsIntegrality(
        { kind: 'range', from: 0, to: atoms.length - 1 },
        new Int32Array(atoms.length).fill(1),
      );
  }
}

function wholeOf(found: Extreme): readonly number[] | null {
  return found.kind === 'reached' ? wholeTable(found.table) : null;
}
