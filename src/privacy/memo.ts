/** Remembers results by a text key; begins afresh when full, so that memory stays bounded whatever the input. */
export class Memo<T> {
  readonly #known = new Map<string, T>();

  constructor(private readonly capacity: number) {}

  /** The remembered result of a key, or the one that `make` gives now. */
  get(key: string, make: () => T): T {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#known.size >= this.capacity) this.#known.clear();
    const made = make();
    this.#known.set(key, made);
    return made;
  }
}
