import { isAscii } from 'node:buffer';

export const FNV_OFFSET = 0x811c9dc5 | 0;
export const FNV_PRIME = 0x01000193;

/** Hash of bytes `start` to `end` (FNV-1a, 32 bits); the splitter computes the same while it scans. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = FNV_OFFSET;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), FNV_PRIME);
  return hash;
}

/** Turns the bytes of a cell into text. */
export type Decode = (bytes: Buffer) => string;

/**
 * The distinct values of one column. A cell is looked up by its bytes, so a repeated value is never made into a
 * string again; new values become strings together, a batch at a time.
 */
export class Interner {
  #slots = new Int32Array(2 << 8);
  #mask = (1 << 8) - 1;
  #starts = new Int32Array(1 << 7);
  #arena = Buffer.allocUnsafe(1 << 10);
  #used = 0;
  #size = 0;
  readonly #decode: Decode;
  readonly #texts: string[] = [];

  constructor(decode: Decode) {
    this.#decode = decode;
  }

  /** Number of distinct values so far. */
  get size(): number {
    return this.#size;
  }

  /**
   * Number of the value in bytes `start` to `end` of `bytes`, given a new one on first sight.
   * @param hash {@link hashBytes} of the same bytes
   */
  intern(bytes: Buffer, start: number, end: number, hash: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    const length = end - start;
    let slot = (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 7) & mask;
    for (;;) {
      const entry = slots[2 * slot + 1] ?? 0;
      if (entry === 0) break;
      if (slots[2 * slot] === hash && this.#equals(entry - 1, bytes, start, length)) return entry - 1;
      slot = (slot + 1) & mask;
    }
    slots[2 * slot] = hash;
    slots[2 * slot + 1] = this.#size + 1;
    this.#append(bytes, start, end, length);
    if (2 * this.#size > mask) this.#grow();
    return this.#size - 1;
  }

  /** The distinct values in order of first sight; the same array every time, longer after each batch. */
  texts(): readonly string[] {
    const texts = this.#texts;
    const from = texts.length;
    if (from === this.#size) return texts;
    const base = this.#starts[from] ?? 0;
    const fresh = this.#arena.subarray(base, this.#used);
    const ascii = isAscii(fresh);
    const all = ascii ? fresh.toString('latin1') : '';
    for (let entry = from; entry < this.#size; entry++) {
      const start = (this.#starts[entry] ?? 0) - base;
      const end = (entry + 1 < this.#size ? (this.#starts[entry + 1] ?? 0) : this.#used) - base;
      texts.push(ascii ? all.substring(start, end) : this.#decode(fresh.subarray(start, end)));
    }
    return texts;
  }

  #equals(entry: number, bytes: Buffer, start: number, length: number): boolean {
    const arena = this.#arena;
    let at = this.#starts[entry] ?? 0;
    const end = entry + 1 < this.#size ? (this.#starts[entry + 1] ?? 0) : this.#used;
    if (end - at !== length) return false;
    for (let other = start; at < end; at++, other++) if (arena[at] !== bytes[other]) return false;
    return true;
  }

  #append(bytes: Buffer, start: number, end: number, length: number): void {
    if (this.#used + length > this.#arena.length) {
      const larger = Buffer.allocUnsafe(2 * (this.#used + length));
      this.#arena.copy(larger, 0, 0, this.#used);
      this.#arena = larger;
    }
    if (this.#size === this.#starts.length) {
      const larger = new Int32Array(2 * this.#size);
      larger.set(this.#starts);
      this.#starts = larger;
    }
    this.#starts[this.#size] = this.#used;
    const arena = this.#arena;
    let to = this.#used;
    for (let at = start; at < end; at++, to++) arena[to] = bytes[at] ?? 0;
    this.#used = to;
    this.#size++;
  }

  #grow(): void {
    const old = this.#slots;
    const mask = 2 * this.#mask + 1;
    const slots = new Int32Array(2 * (mask + 1));
    for (let at = 0; at < old.length; at += 2) {
      const entry = old[at + 1] ?? 0;
      if (entry === 0) continue;
      const hash = old[at] ?? 0;
      let slot = (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 7) & mask;
      while (slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
      slots[2 * slot] = hash;
      slots[2 * slot + 1] = entry;
    }
    this.#slots = slots;
    this.#mask = mask;
  }
}
