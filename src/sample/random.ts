/** A part of the key of a stream of random numbers. */
export type StreamKey = string | number;

/** Choices with their relative weights. */
export type Weighted<T> = readonly (readonly [T, number])[];

function mix(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x9e3779b1);
  h ^= h >>> 15;
  h = Math.imul(h, 0x85ebca6b);
  return (h ^ (h >>> 13)) >>> 0;
}

function hashKeys(keys: readonly StreamKey[], start: number): number {
  let h = start;
  for (const key of keys) {
    if (typeof key === 'number') {
      h = mix(mix(h, key | 0), Math.floor(key / 0x100000000) | 0);
    } else {
      for (let i = 0; i < key.length; i++) h = mix(h, key.charCodeAt(i));
      h = mix(h, 0x5bd1e995);
    }
  }
  return h;
}

/**
 * A stream of random numbers (sfc32) that is fixed by its keys alone, so that what is drawn for one child in one
 * half-year never depends on the order in which other things are made.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(keys: readonly StreamKey[]) {
    this.#a = hashKeys(keys, 0x243f6a88);
    this.#b = hashKeys(keys, 0x13198a2e);
    this.#c = hashKeys(keys, 0x03707344);
    for (let i = 0; i < 8; i++) this.next();
  }

  /** Uniform in [0, 1). */
  next(): number {
    const t = (((this.#a + this.#b) | 0) + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + t) | 0;
    return (t >>> 0) / 4294967296;
  }

  /** Uniform whole number in [low, high], both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the items, all equally likely. @throws RangeError when there are none */
  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from.');
    return item;
  }

  /** One of the choices by weight. @throws RangeError when there are none */
  weighted<T>(choices: Weighted<T>): T {
    let total = 0;
    for (const [, weight] of choices) total += weight;
    let left = this.next() * total;
    for (const [value, weight] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    const last = choices.at(-1);
    if (last === undefined) throw new RangeError('Nothing to choose from.');
    return last[0];
  }

  /** Exponential with the given mean. */
  exponential(mean: number): number {
    return -Math.log(1 - this.next()) * mean;
  }

  /** Standard normal (Box-Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  /** Log-normal with the given median and spread (standard deviation of the logarithm). */
  logNormal(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal());
  }

  /** Poisson with the given mean; by halves above 30, so that large means cost little. */
  poisson(mean: number): number {
    if (mean > 30) {
      const half = mean / 2;
      return this.poisson(half) + this.poisson(mean - half);
    }
    const limit = Math.exp(-mean);
    let product = this.next();
    let count = 0;
    while (product > limit) {
      product *= this.next();
      count++;
    }
    return count;
  }

  /** The whole part, or one more with the probability of the fraction: keeps a planned volume without noise. */
  round(value: number): number {
    const whole = Math.floor(value);
    return this.chance(value - whole) ? whole + 1 : whole;
  }

  /** Up to `count` different choices by weight, in the order drawn. */
  several<T>(choices: Weighted<T>, count: number): T[] {
    const left = [...choices];
    const drawn: T[] = [];
    while (drawn.length < count && left.length > 0) {
      const value = this.weighted(left);
      drawn.push(value);
      left.splice(
        left.findIndex(([candidate]) => candidate === value),
        1,
      );
    }
    return drawn;
  }
}

/** Opens the stream of random numbers that belongs to the keys. */
export function random(...keys: readonly StreamKey[]): Random {
  return new Random(keys);
}
