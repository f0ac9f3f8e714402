/** A sum that a reader knows to hold: the total is the parts together. Members are cell numbers. */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

/** The two numbers that readers must not be able to rule out for a count that is kept for another reason than its size. */
export type Room = readonly [low: number, high: number];

/**
 * Every distinct count of one edition, and the sums that tie them together. Counts that are the same thing under two
 * names are tied: hiding one hides all.
 */
export interface CellSystem {
  readonly names: readonly string[];
  readonly values: readonly number[];
  /** Group of each cell; tied cells share one. */
  readonly group: readonly number[];
  /** Cells hidden because of what they are, not because of their neighbours. */
  readonly sensitive: readonly boolean[];
  /** Cells that are printed nowhere but can be worked out: they can never be hidden by choice, only by hiding others. */
  readonly virtual: readonly boolean[];
  /** By cell, for those that are kept for another reason than their size. */
  readonly rooms: ReadonlyMap<number, Room>;
  /** Cells that may be none when they are hidden: nothing tells them from small ones. Of all others a hidden one is not none. */
  readonly mayBeNone: ReadonlySet<number>;
  readonly sums: readonly Sum[];
  /** Counts of which one is never more than the other: children and their episodes. */
  readonly atMost: readonly { readonly less: number; readonly more: number }[];
}

/** Collects cells, ties and sums. */
export class CellSystemBuilder {
  readonly #names: string[] = [];
  readonly #values: number[] = [];
  readonly #parent: number[] = [];
  readonly #sensitive: boolean[] = [];
  readonly #virtual: boolean[] = [];
  readonly #rooms = new Map<number, Room>();
  readonly #mayBeNone = new Set<number>();
  readonly #sums: Sum[] = [];
  readonly #atMost: { readonly less: number; readonly more: number }[] = [];
  readonly #byName = new Map<string, number>();
  readonly #sumSeen = new Set<string>();
  readonly #threshold: number;

  /** @param threshold counts from 1 to `threshold - 1` are sensitive */
  constructor(threshold: number) {
    this.#threshold = threshold;
  }

  /** Whether a count is too small to be shown. Zero is shown. */
  isSmall(value: number): boolean {
    return value >= 1 && value < this.#threshold;
  }

  /**
   * The cell with that name. Should the same name come with two values, both are kept as cells and tied, so that
   * neither is shown when the other is hidden.
   */
  cell(name: string, value: number): number {
    const first = this.#byName.get(name);
    if (first === undefined) return this.#add(name, value, false);
    if (this.#values[first] === value) return first;
    const other = `${name}=${value}`;
    const again = this.#byName.get(other) ?? this.#add(other, value, false);
    this.tie(first, again);
    return again;
  }

  /** A count that is not printed and can be worked out from printed ones. */
  hiddenCell(name: string, value: number): number {
    return this.#byName.get(name) ?? this.#add(name, value, true);
  }

  find(name: string): number | undefined {
    return this.#byName.get(name);
  }

  name(cell: number): string {
    return this.#names[cell] ?? '';
  }

  value(cell: number): number {
    return this.#values[cell] ?? 0;
  }

  /** Hide the cell whatever its own size, for example because it describes too few people. */
  markSensitive(cell: number): void {
    this.#sensitive[cell] = true;
  }

  /** Hide the cell whatever its own size, and leave readers in doubt between two numbers at least. */
  keepOpen(cell: number, [low, high]: Room): void {
    this.markSensitive(cell);
    const [least, most] = this.#rooms.get(cell) ?? [low, high];
    this.#rooms.set(cell, [Math.min(least, low), Math.max(most, high)]);
  }

  /** Hide the cell when it is none, too, with the same mark. */
  letBeNone(cell: number): void {
    this.#mayBeNone.add(cell);
    if (this.value(cell) < this.#threshold) this.markSensitive(cell);
  }

  tie(a: number, b: number): void {
    const [x, y] = [this.#root(a), this.#root(b)];
    if (x !== y) this.#parent[Math.max(x, y)] = Math.min(x, y);
  }

  sum(total: number, parts: readonly number[]): void {
    const key = `${total}:${[...parts].sort((a, b) => a - b).join(',')}`;
    if (parts.length === 0 || this.#sumSeen.has(key)) return;
    this.#sumSeen.add(key);
    this.#sums.push({ total, parts });
  }

  /** One count is never more than another. */
  neverMore(less: number, more: number): void {
    if (less !== more) this.#atMost.push({ less, more });
  }

  build(): CellSystem {
    return {
      names: this.#names,
      values: this.#values,
      group: this.#names.map((_, cell) => this.#root(cell)),
      sensitive: this.#sensitive,
      virtual: this.#virtual,
      rooms: this.#rooms,
      mayBeNone: this.#mayBeNone,
      sums: this.#sums,
      atMost: this.#atMost,
    };
  }

  #add(name: string, value: number, virtual: boolean): number {
    const cell = this.#names.length;
    this.#names.push(name);
    this.#values.push(value);
    this.#parent.push(cell);
    this.#virtual.push(virtual);
    this.#sensitive.push(virtual || this.isSmall(value));
    this.#byName.set(name, cell);
    return cell;
  }

  #root(cell: number): number {
    let root = cell;
    for (;;) {
      const up = this.#parent[root] ?? root;
      if (up === root) break;
      root = up;
    }
    this.#parent[cell] = root;
    return root;
  }
}
