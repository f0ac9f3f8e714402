// Elimination over whole numbers modulo a prime below 2^26, so that products are exact. A count that depends linearly on printed ones
// does so modulo the prime too; a dependency that exists only there hides a cell too many and gives nothing away (Langsrud 2024).
const PRIME = 67_108_859;

function inverse(value: number): number {
  let [a, b, x, y] = [value, PRIME, 1, 0];
  while (b !== 0) {
    const q = Math.floor(a / b);
    [a, b] = [b, a - q * b];
    [x, y] = [y, x - q * y];
  }
  return ((x % PRIME) + PRIME) % PRIME;
}

/** A sparse vector modulo the prime: rows in ascending order and their values. */
interface Vector {
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

interface Pivot extends Vector {
  readonly row: number;
}

/** The space spanned by printed cells, as it grows. */
export class Span {
  private readonly pivots: Pivot[] = [];
  private readonly pivotOfRow: Int32Array;
  private readonly work: Float64Array;
  private readonly touchedMark: Uint8Array;

  constructor(private readonly atoms: number) {
    this.pivotOfRow = new Int32Array(atoms).fill(-1);
    this.work = new Float64Array(atoms);
    this.touchedMark = new Uint8Array(atoms);
  }

  /** What is left of a vector when everything in the span is taken out; empty when it lies in the span. */
  reduce({ rows, values }: Vector): Vector {
    const touched: number[] = [];
    const heap: number[] = [];
    const touch = (row: number): void => {
      if (this.touchedMark[row] === 1) return;
      this.touchedMark[row] = 1;
      touched.push(row);
      const pivot = this.pivotOfRow[row] ?? -1;
      if (pivot >= 0) push(heap, pivot);
    };
    rows.forEach((row, i) => {
      touch(row);
      this.work[row] = values[i] ?? 0;
    });
    while (heap.length > 0) {
      const pivot = this.pivots[pop(heap)];
      if (pivot === undefined) break;
      const factor = this.work[pivot.row] ?? 0;
      if (factor === 0) continue;
      for (let i = 0; i < pivot.rows.length; i++) {
        const row = pivot.rows[i] ?? 0;
        touch(row);
        const next = ((this.work[row] ?? 0) - factor * (pivot.values[i] ?? 0)) % PRIME;
        this.work[row] = next < 0 ? next + PRIME : next;
      }
    }
    const left = touched.filter((row) => this.work[row] !== 0).sort((a, b) => a - b);
    const found = { rows: left, values: left.map((row) => this.work[row] ?? 0) };
    for (const row of touched) {
      this.work[row] = 0;
      this.touchedMark[row] = 0;
    }
    return found;
  }

  /** Adds a reduced vector with a pivot in one of its rows. */
  add({ rows, values }: Vector, row: number): void {
    const lead = inverse(values[rows.indexOf(row)] ?? 1);
    this.pivotOfRow[row] = this.pivots.length;
    this.pivots.push({ row, rows, values: values.map((value) => (value * lead) % PRIME) });
  }

  get size(): number {
    return this.atoms;
  }
}

function push(heap: number[], value: number): void {
  let at = heap.push(value) - 1;
  while (at > 0) {
    const up = (at - 1) >> 1;
    if ((heap[up] ?? 0) <= value) break;
    heap[at] = heap[up] ?? 0;
    at = up;
  }
  heap[at] = value;
}

function pop(heap: number[]): number {
  const top = heap[0] ?? 0;
  const last = heap.pop() ?? 0;
  if (heap.length === 0) return top;
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    if (left >= heap.length) break;
    const child = left + 1 < heap.length && (heap[left + 1] ?? 0) < (heap[left] ?? 0) ? left + 1 : left;
    if ((heap[child] ?? 0) >= last) break;
    heap[at] = heap[child] ?? 0;
    at = child;
  }
  heap[at] = last;
  return top;
}

/** A name that two vectors share when one is a multiple of the other. */
function direction({ rows, values }: Vector): string {
  const lead = inverse(values[0] ?? 1);
  let hash = 0;
  rows.forEach((row, i) => {
    const weight = ((row + 1) * 7_919 + 104_729) % PRIME;
    hash = (hash + (((values[i] ?? 0) * lead) % PRIME) * weight) % PRIME;
  });
  return `${rows.length} ${rows[0]} ${rows[rows.length - 1]} ${hash}`;
}

/** What elimination decides. */
export interface Eliminated {
  /** Candidates that must be hidden, since printing them would put a sensitive count into the span of what is printed. */
  readonly hidden: ReadonlySet<number>;
  /** Sensitive counts that the forced cells give away already. */
  readonly lost: readonly number[];
}

/**
 * Prints cells in order of importance as long as no sensitive count becomes a linear combination of printed ones.
 * @param sensitive supports of the counts to protect
 * @param forced supports printed whatever comes
 * @param candidates supports in order of importance, with their numbers
 */
export function eliminate(
  atoms: number,
  sensitive: readonly (readonly number[])[],
  forced: readonly (readonly number[])[],
  candidates: readonly { readonly cell: number; readonly support: readonly number[] }[],
): Eliminated {
  const span = new Span(atoms);
  const unit = (support: readonly number[]): Vector => ({ rows: support, values: support.map(() => 1) });
  let residuals: Vector[] = sensitive.map(unit);
  const inRow: Set<number>[] = Array.from({ length: atoms }, () => new Set());
  const directions = new Map<string, number>();
  const note = (i: number, change: 1 | -1): void => {
    const vector = residuals[i];
    if (vector === undefined || vector.rows.length === 0) return;
    for (const row of vector.rows) {
      if (change === 1) inRow[row]?.add(i);
      else inRow[row]?.delete(i);
    }
    const name = direction(vector);
    const left = (directions.get(name) ?? 0) + change;
    if (left === 0) directions.delete(name);
    else directions.set(name, left);
  };
  const publish = (vector: Vector): void => {
    const row = vector.rows.reduce((best, each) =>
      (inRow[each]?.size ?? 0) < (inRow[best]?.size ?? 0) ? each : best,
    );
    span.add(vector, row);
    for (const i of [...(inRow[row] ?? [])]) {
      const before = residuals[i];
      if (before === undefined) continue;
      note(i, -1);
      residuals[i] = span.reduce(before);
      note(i, 1);
    }
  };
  for (const support of forced) {
    const vector = span.reduce(unit(support));
    if (vector.rows.length > 0) span.add(vector, vector.rows[0] ?? 0);
  }
  residuals = residuals.map((vector) => span.reduce(vector));
  const lost = residuals.flatMap(({ rows }, i) => (rows.length === 0 ? [i] : []));
  residuals.forEach((_, i) => {
    note(i, 1);
  });
  const hidden = new Set<number>();
  for (const { cell, support } of candidates) {
    const vector = span.reduce(unit(support));
    if (vector.rows.length === 0) continue;
    if (directions.has(direction(vector))) hidden.add(cell);
    else publish(vector);
  }
  return { hidden, lost };
}

/** Which of the counts are a linear combination of what is printed. */
export function determined(
  atoms: number,
  printed: readonly (readonly number[])[],
  counts: readonly (readonly number[])[],
): readonly boolean[] {
  const span = new Span(atoms);
  const unit = (support: readonly number[]): Vector => ({ rows: support, values: support.map(() => 1) });
  for (const support of printed) {
    const vector = span.reduce(unit(support));
    if (vector.rows.length > 0) span.add(vector, vector.rows[0] ?? 0);
  }
  return counts.map((support) => span.reduce(unit(support)).rows.length === 0);
}
