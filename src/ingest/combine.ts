/** Distinct combinations of several columns. */
export interface Combination {
  /** Number of the combination of each row. */
  readonly index: Int32Array;
  readonly count: number;
}

/**
 * Numbers the distinct combinations of values over the rows, in order of first sight.
 * @param columns integers that are equal when the values are; all of length `rows`
 */
export function combine(columns: readonly Int32Array[], rows: number): Combination {
  const [first, ...others] = columns;
  let result =
    first === undefined ? { index: new Int32Array(rows), count: Math.min(rows, 1) } : number(first, rows);
  for (const column of others) result = pair(result.index, column, rows);
  return result;
}

/** Numbers the distinct values of one column; by a table when they lie close together, as dictionary numbers do. */
function number(column: Int32Array, rows: number): Combination {
  let least = 0;
  let most = 0;
  for (let row = 0; row < rows; row++) {
    const value = column[row] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  if (most - least > 4 * rows + 1024) return pair(new Int32Array(rows), column, rows);
  const numbers = new Int32Array(most - least + 1);
  const index = new Int32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const at = (column[row] ?? 0) - least;
    if (numbers[at] === 0) numbers[at] = ++count;
    index[row] = (numbers[at] ?? 0) - 1;
  }
  return { index, count };
}

function pair(left: Int32Array, right: Int32Array, rows: number): Combination {
  const index = new Int32Array(rows);
  let capacity = 1 << 12;
  let slots = new Int32Array(3 * capacity);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    if (2 * count >= capacity) {
      capacity *= 2;
      slots = rehash(slots, capacity);
    }
    const a = left[row] ?? 0;
    const b = right[row] ?? 0;
    let slot = hash(a, b) & (capacity - 1);
    for (;;) {
      const entry = slots[3 * slot + 2] ?? 0;
      if (entry === 0) {
        slots[3 * slot] = a;
        slots[3 * slot + 1] = b;
        slots[3 * slot + 2] = ++count;
        index[row] = count - 1;
        break;
      }
      if (slots[3 * slot] === a && slots[3 * slot + 1] === b) {
        index[row] = entry - 1;
        break;
      }
      slot = (slot + 1) & (capacity - 1);
    }
  }
  return { index, count };
}

function rehash(old: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const slots = new Int32Array(3 * capacity);
  for (let at = 0; at < old.length; at += 3) {
    if (old[at + 2] === 0) continue;
    const a = old[at] ?? 0;
    const b = old[at + 1] ?? 0;
    let slot = hash(a, b) & (capacity - 1);
    while (slots[3 * slot + 2] !== 0) slot = (slot + 1) & (capacity - 1);
    slots[3 * slot] = a;
    slots[3 * slot + 1] = b;
    slots[3 * slot + 2] = old[at + 2] ?? 0;
  }
  return slots;
}

function hash(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b, 0xc2b2ae35);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}
