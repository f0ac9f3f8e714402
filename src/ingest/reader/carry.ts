/**
 * Puts what was left of a block before the next one, in a buffer that is used again: a file of 150 MiB would otherwise
 * leave three times its size behind for the garbage collector.
 */
export class Carry {
  #buffer = Buffer.alloc(0);
  #held = 0;

  /** Number of bytes that are kept. */
  get length(): number {
    return this.#held;
  }

  /** The bytes that are kept. */
  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#held);
  }

  /** The bytes that are kept, followed by a block; the next call of any method overwrites them. */
  join(block: Buffer): Buffer {
    if (this.#held === 0) return block;
    const whole = this.#held + block.length;
    this.#reserve(whole);
    block.copy(this.#buffer, this.#held);
    return this.#buffer.subarray(0, whole);
  }

  /** Keeps the end of what {@link join} gave; nothing else is kept. */
  keep(rest: Buffer): void {
    this.#held = 0;
    this.#reserve(rest.length);
    rest.copy(this.#buffer);
    this.#held = rest.length;
  }

  #reserve(length: number): void {
    if (length <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(2 * length);
    this.#buffer.copy(larger, 0, 0, this.#held);
    this.#buffer = larger;
  }
}
