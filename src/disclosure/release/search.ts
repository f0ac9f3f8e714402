import { worthOf } from '../worth.js';
import { isSome, type ReleaseCounts } from './counts.js';
import type { Web } from './web.js';

/** Tables that differ from the true one in a few counts: which, and how many they are then. */
export type Table = ReadonlyMap<number, number>;

/** What the search found for one end of one count. */
export interface Found {
  readonly table: Table;
  /** Printed counts that would have to be hidden for the table to be possible, by number. */
  readonly hide: readonly number[];
}

/** Steps of one search; enough for exchanges around a few corners. What is not found by then seldom is, and a solver finds it sooner. */
const MOST_STEPS = 60;
const MOST_CHANGES = 14;
const MOST_CHOICES = 6;

/** A printed count is moved only where nothing else can be; dearer the larger it is. */
const PRICE = 1000;
/** Each further relation that a change would break, and a change that does not make up for all that is lacking. */
const BREAKS = 20;
const SHORT = 50;

/** A change of one count that makes up for what a relation lacks, wholly or in part. */
interface Step {
  readonly count: number;
  readonly value: number;
  readonly price: number;
}

/**
 * Looks for tables in which a count takes another value and every relation still holds, by exchanging counts with their neighbours: where a change
 * breaks relations, a member of the one with the fewest ways out takes it up, and so on. Whatever it finds is a proof; that it finds nothing proves nothing.
 */
export class Exchange {
  private readonly system: ReleaseCounts;
  private readonly web: Web;
  private readonly now: Float64Array;
  private readonly sums: Float64Array;
  /** The least that each count can be for the reader. */
  private readonly floors: Uint8Array;
  private readonly isPrinted: Uint8Array;
  private readonly isMoved: Uint8Array;
  private readonly moved: number[] = [];
  private steps = 0;

  constructor(web: Web) {
    const { system } = web;
    const { counts, relations } = system;
    this.system = system;
    this.web = web;
    this.now = Float64Array.from(counts, ({ value }) => value);
    this.floors = Uint8Array.from(counts, ({ standing }) => (isSome(standing) ? 1 : 0));
    this.isPrinted = Uint8Array.from(counts, ({ standing }) => (standing === 'known' ? 1 : 0));
    this.isMoved = new Uint8Array(counts.length);
    this.sums = Float64Array.from(relations, ({ total, parts }) => {
      let sum = -(this.now[total] ?? 0);
      for (const part of parts) sum += this.now[part] ?? 0;
      return sum;
    });
  }

  /** Takes note that a printed count is hidden from now on. */
  hide(count: number): void {
    this.isPrinted[count] = 0;
  }

  /**
   * @param pay printed counts may be moved, which means hiding them, when readers lose no more by it than this; none at nought
   * @returns null when nothing was found
   */
  reach(count: number, value: number, pay: number): Found | null {
    if (value < 0) return null;
    this.steps = 0;
    this.move(count, value);
    const found = this.settle(pay);
    const table = new Map(this.moved.map((one) => [one, this.now[one] ?? 0]));
    while (this.moved.length > 0) this.takeBack();
    return found
      ? { table, hide: [...table.keys()].filter((one) => one !== count && this.isPrinted[one] === 1) }
      : null;
  }

  private truth(count: number): number {
    return this.system.counts[count]?.value ?? 0;
  }

  private put(count: number, value: number): void {
    const step = value - (this.now[count] ?? 0);
    const { start, links } = this.web;
    for (let i = start[count] ?? 0; i < (start[count + 1] ?? 0); i++) {
      const k = links[i] ?? 0;
      this.sums[k] = (this.sums[k] ?? 0) + this.coefficient(count, k) * step;
    }
    this.now[count] = value;
  }

  private move(count: number, value: number): void {
    this.put(count, value);
    this.isMoved[count] = 1;
    this.moved.push(count);
  }

  private takeBack(): void {
    const count = this.moved.pop();
    if (count === undefined) return;
    this.put(count, this.truth(count));
    this.isMoved[count] = 0;
  }

  private coefficient(count: number, k: number): number {
    return this.system.relations[k]?.total === count ? -1 : 1;
  }

  /** How far a relation is from holding when its sum is changed by a step: what it must change by. */
  private lack(k: number, step = 0): number {
    const relation = this.system.relations[k];
    if (relation === undefined) return 0;
    const sum = (this.sums[k] ?? 0) + step;
    return sum < relation.lower ? relation.lower - sum : sum > relation.upper ? relation.upper - sum : 0;
  }

  /** The broken relation that has the fewest ways out, -1 when none is broken. */
  private tightest(pay: number): number {
    const { start, links } = this.web;
    let tightest = -1;
    let fewest = Number.POSITIVE_INFINITY;
    for (const count of this.moved) {
      for (let i = start[count] ?? 0; i < (start[count + 1] ?? 0); i++) {
        const k = links[i] ?? 0;
        const lack = this.lack(k);
        if (lack === 0 || k === tightest) continue;
        const ways = this.ways(k, lack, pay, fewest);
        if (ways < fewest) [tightest, fewest] = [k, ways];
        if (fewest === 0) return tightest;
      }
    }
    return tightest;
  }

  /** How many members can take up some of what a relation lacks; it is not counted further than `most`. */
  private ways(k: number, lack: number, pay: number, most: number): number {
    const relation = this.system.relations[k];
    if (relation === undefined) return 0;
    let ways = this.after(relation.total, -lack, pay) === null ? 0 : 1;
    for (const part of relation.parts) {
      if (ways >= most) break;
      if (this.after(part, lack, pay) !== null) ways += 1;
    }
    return ways;
  }

  private settle(pay: number): boolean {
    const k = this.tightest(pay);
    if (k < 0) return true;
    if (this.moved.length >= MOST_CHANGES) return false;
    for (const { count, value } of this.choices(k, pay)) {
      if (this.steps++ > MOST_STEPS) return false;
      this.move(count, value);
      if (this.settle(pay)) return true;
      this.takeBack();
    }
    return false;
  }

  /** Changes of members that make up for what a relation lacks, wholly or as far as they go; those that cost least first. */
  private choices(k: number, pay: number): readonly Step[] {
    const relation = this.system.relations[k];
    if (relation === undefined) return [];
    const lack = this.lack(k);
    const { total, parts } = relation;
    return [...parts, total]
      .flatMap((count): readonly Step[] => {
        const by = count === total ? -lack : lack;
        const value = this.after(count, by, pay);
        if (value === null) return [];
        const step = value - (this.now[count] ?? 0);
        const printed = this.isPrinted[count] === 1 ? PRICE + this.worth(count) : 0;
        return [
          {
            count,
            value,
            price: printed + BREAKS * this.breaks(count, step) + (step === by ? 0 : SHORT),
          },
        ];
      })
      .sort((a, b) => a.price - b.price || a.count - b.count)
      .slice(0, MOST_CHOICES);
  }

  /** What a count would be after a change, as far as it can go; null where it cannot be moved. */
  private after(count: number, by: number, pay: number): number | null {
    if (this.isMoved[count] === 1) return null;
    if (this.isPrinted[count] === 1) {
      if (pay === 0 || this.system.counts[count]?.mayHide == null || this.worth(count) > pay) return null;
    }
    const now = this.now[count] ?? 0;
    const value = Math.max(this.floors[count] ?? 0, now + by);
    return value === now ? null : value;
  }

  /** What readers lose when a printed count is hidden. */
  private worth(count: number): number {
    return worthOf(this.system.counts[count]?.name ?? '', this.truth(count));
  }

  /** How many more relations are broken when a count changes. */
  private breaks(count: number, step: number): number {
    const { start, links } = this.web;
    let more = 0;
    for (let i = start[count] ?? 0; i < (start[count + 1] ?? 0); i++) {
      const k = links[i] ?? 0;
      if (this.lack(k, this.coefficient(count, k) * step) !== 0) more += 1;
      if (this.lack(k) !== 0) more -= 1;
    }
    return more;
  }
}
