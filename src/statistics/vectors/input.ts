/** What an adapter returns: the keys of a vector's `expected`. */
export type VectorResult = Readonly<Record<string, unknown>>;

/** One function of a vectors file, from the vector's `input`. */
export type Adapter = (input: VectorInput) => VectorResult;

/** Checked access to a vector's `input` object. Every getter throws a TypeError naming the key when the shape is another. */
export class VectorInput {
  readonly #fields: ReadonlyMap<string, unknown>;

  constructor(fields: object) {
    this.#fields = new Map(Object.entries(fields));
  }

  /** True when the key is there and not null. */
  has(key: string): boolean {
    const value = this.#fields.get(key);
    return value !== undefined && value !== null;
  }

  number(key: string, fallback?: number): number {
    const value = this.#fields.get(key) ?? fallback;
    if (typeof value !== 'number') throw new TypeError(`input.${key} must be a number`);
    return value;
  }

  text(key: string, fallback?: string): string {
    const value = this.#fields.get(key) ?? fallback;
    if (typeof value !== 'string') throw new TypeError(`input.${key} must be a text`);
    return value;
  }

  flag(key: string, fallback: boolean): boolean {
    const value = this.#fields.get(key) ?? fallback;
    if (typeof value !== 'boolean') throw new TypeError(`input.${key} must be true or false`);
    return value;
  }

  /** A list of numbers; a single number counts as a list of one, and absent as the fallback. */
  numbers(key: string, fallback?: readonly number[]): readonly number[] {
    const value = this.#fields.get(key) ?? fallback;
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    return list.map((each) => {
      if (typeof each !== 'number') throw new TypeError(`input.${key} must be a list of numbers`);
      return each;
    });
  }

  texts(key: string): readonly string[] {
    const value = this.#fields.get(key);
    const list: readonly unknown[] = Array.isArray(value) ? value : [];
    return list.map((each) => {
      if (typeof each !== 'string') throw new TypeError(`input.${key} must be a list of texts`);
      return each;
    });
  }

  /** Two numbers, before and after. */
  pair(key: string): readonly [number, number] {
    const [before, after] = this.numbers(key);
    if (before === undefined || after === undefined) throw new TypeError(`input.${key} must be two numbers`);
    return [before, after];
  }

  /** An object from whole numbers (as texts) to numbers. */
  frequencies(key: string): ReadonlyMap<number, number> {
    const value = this.#fields.get(key);
    if (typeof value !== 'object' || value === null) throw new TypeError(`input.${key} must be an object`);
    return new Map(
      Object.entries(value).map(([events, people]) => {
        if (typeof people !== 'number') throw new TypeError(`input.${key} must hold numbers`);
        return [Number(events), people];
      }),
    );
  }

  /** Keys that begin with the prefix and a number, such as f1, f2, with that number, in order. */
  numbered(prefix: string): readonly { readonly index: number; readonly key: string }[] {
    return [...this.#fields.keys()]
      .flatMap((key) => {
        const index = key.startsWith(prefix) ? Number(key.slice(prefix.length)) : Number.NaN;
        return Number.isInteger(index) && index > 0 ? [{ index, key }] : [];
      })
      .sort((a, b) => a.index - b.index);
  }
}
