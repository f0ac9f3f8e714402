import { worthOf } from '../worth.js';
import type { Relation, ReleaseCounts } from './counts.js';
import type { Web } from './web.js';

/** Tables that differ from the true one in a few counts: which, and how many they are then. */
export type Table = ReadonlyMap<number, number>;

/** What the search found for one end of one count. */
export interface Found {
  readonly table: Table;
  /** Printed counts that would have to be hidden for the table to be possible, by number. */
  readonly hide: readonly number[];
}

/** Steps of one search; enough for exchanges around a few corners. */
const MOST_STEPS = 600;
const MOST_CHANGES = 14;
const MOST_CHOICES = 10;

/** A printed count is moved only where nothing else can be; dearer the larger it is. */
const PRICE = 1000;

/**
 * Looks for tables in which a count takes another value and every relation still holds, by exchanging counts with their neighbours: where a change
 * breaks a sum, another of its members takes it up, and so on. Whatever it finds is a proof; that it finds nothing proves nothing.
 */
export class Exchange {
  private readonly system: ReleaseCounts;
  private readonly web: Web;
  private readonly sums: Float64Array;
  private readonly moved = new Map<number, number>();
  private readonly hidden = new Set<number>();
  private steps = 0;

  constructor(web: Web) {
    const { system } = web;
    this.system = system;
    this.web = web;
    const value = (count: number): number => system.counts[count]?.value ?? 0;
    this.sums = Float64Array.from(system.relations, ({ total, parts }) => {
      let sum = -value(total);
      for (const part of parts) sum += value(part);
      return sum;
    });
  }

  /** Takes note that a printed count is hidden from now on. */
  hide(count: number): void {
    this.hidden.add(count);
  }

  /**
   * @param pay printed counts may be moved, which means hiding them, when readers lose no more by it than this; none at nought
   * @returns null when nothing was found
   */
  reach(count: number, value: number, pay: number): Found | null {
    this.steps = 0;
    this.moved.clear();
    const found = this.set(count, value) && this.settle(pay);
    const table = new Map(this.moved);
    for (const moved of table.keys()) this.put(moved, this.truth(moved));
    this.moved.clear();
    return found
      ? { table, hide: [...table.keys()].filter((moved) => moved !== count && this.isPrinted(moved)) }
      : null;
  }

  private truth(count: number): number {
    return this.system.counts[count]?.value ?? 0;
  }

  private now(count: number): number {
    return this.moved.get(count) ?? this.truth(count);
  }

  private isPrinted(count: number): boolean {
    return this.system.counts[count]?.standing === 'known' && !this.hidden.has(count);
  }

  /** The least that a count can be for the reader. */
  private floor(count: number): number {
    return this.system.counts[count]?.standing === 'unprinted' ? 0 : 1;
  }

  private put(count: number, value: number): void {
    const step = value - this.now(count);
    const { start, links } = this.web;
    for (let i = start[count] ?? 0; i < (start[count + 1] ?? 0); i++) {
      const k = links[i] ?? 0;
      const coefficient = this.system.relations[k]?.total === count ? -1 : 1;
      this.sums[k] = (this.sums[k] ?? 0) + coefficient * step;
    }
    this.moved.set(count, value);
  }

  private set(count: number, value: number): boolean {
    if (value < 0) return false;
    this.put(count, value);
    return true;
  }

  /** How far a relation is from holding: what its sum must change by. */
  private lack(k: number): number {
    const { lower, upper } = this.system.relations[k] as Relation;
    const sum = this.sums[k] ?? 0;
    return sum < lower ? lower - sum : sum > upper ? upper - sum : 0;
  }

  private broken(): number | null {
    for (const count of this.moved.keys())
      for (const k of this.web.uses(count)) if (this.lack(k) !== 0) return k;
    return null;
  }

  private settle(pay: number): boolean {
    const k = this.broken();
    if (k === null) return true;
    if (this.moved.size >= MOST_CHANGES) return false;
    const lack = this.lack(k);
    for (const [count, value] of this.choices(k, lack, pay)) {
      if (this.steps++ > MOST_STEPS) return false;
      const before = this.now(count);
      this.put(count, value);
      if (this.settle(pay)) return true;
      this.put(count, before);
      this.moved.delete(count);
    }
    return false;
  }

  /** Members that can take up what a relation lacks, wholly or as far as they go, the freest first. */
  private choices(
    k: number,
    lack: number,
    pay: number,
  ): readonly (readonly [count: number, value: number])[] {
    const found: { readonly count: number; readonly value: number; readonly price: number }[] = [];
    const { total, parts } = this.system.relations[k] as Relation;
    for (const count of [...parts, total]) {
      const coefficient = count === total ? -1 : 1;
      if (this.moved.has(count)) continue;
      const printed = this.isPrinted(count);
      const now = this.now(count);
      const worth = printed ? worthOf(this.system.counts[count]?.name ?? '', this.truth(count)) : 0;
      if (printed && (worth > pay || this.system.counts[count]?.mayHide == null)) continue;
      const value = Math.max(this.floor(count), now + lack * coefficient);
      if (value === now) continue;
      const short = Math.abs(lack - coefficient * (value - now));
      const price = (printed ? PRICE + worth : 0) + this.web.uses(count).length + (short > 0 ? 50 : 0);
      found.push({ count, value, price });
    }
    found.sort((a, b) => a.price - b.price || a.count - b.count);
    return found.slice(0, MOST_CHOICES).map(({ count, value }) => [count, value] as const);
  }
}
