/** Counts of one cell: all, those of which the answer is known, those that satisfy it, and the people behind these. */
export interface Counts {
  readonly whole: number;
  readonly known: number;
  readonly part: number;
  readonly people: number;
  /** Events of the person with the most of them, and of the next: how far a count of events is one of a person. Noughts where no people are counted behind events. */
  readonly largest: readonly [most: number, next: number];
}

/** Which of known and part hold for an event: 0 neither, 1 known, 3 known and part. */
export type Answer = 0 | 1 | 3;

/**
 * Counts in cells. Things (people, crimes) are counted once a cell however many events they have; events come grouped by thing,
 * so that a stamp in each cell tells whether the present thing was counted there.
 */
export class Counter {
  readonly whole: Float64Array;
  readonly known: Float64Array;
  readonly part: Float64Array;
  readonly people: Float64Array;
  /** Sum of squares of each person's number of counted events: how far episodes cluster on people. */
  readonly squares: Float64Array;
  private readonly wholeStamp: Int32Array;
  private readonly knownStamp: Int32Array;
  private readonly partStamp: Int32Array;
  private readonly mine: Int32Array;
  private readonly most: Int32Array;
  private readonly next: Int32Array;
  private readonly leader: Int32Array;

  /**
   * @param cells number of cells
   * @param once true to count things once a cell, false to count events
   */
  constructor(
    cells: number,
    private readonly once: boolean,
  ) {
    this.whole = new Float64Array(cells);
    this.known = new Float64Array(cells);
    this.part = new Float64Array(cells);
    this.people = new Float64Array(cells);
    this.squares = new Float64Array(cells);
    this.wholeStamp = new Int32Array(cells).fill(-1);
    this.knownStamp = new Int32Array(cells).fill(-1);
    this.partStamp = new Int32Array(cells).fill(-1);
    this.mine = new Int32Array(cells);
    this.most = new Int32Array(cells);
    this.next = new Int32Array(cells);
    this.leader = new Int32Array(cells).fill(-1);
  }

  /**
   * @param thing number of the present thing's group; events of one thing come together
   * @param named whether the thing is a person whose number of people and repeats are to be kept
   * @param weight what one event counts for (1, or a number that is summed)
   */
  add(cell: number, thing: number, named: boolean, answer: Answer, weight = 1): void {
    if (this.once) {
      if (this.wholeStamp[cell] !== thing) this.bump(this.whole, this.wholeStamp, cell, thing);
      if (answer > 0 && this.knownStamp[cell] !== thing) this.bump(this.known, this.knownStamp, cell, thing);
      if (answer === 3 && this.partStamp[cell] !== thing) {
        this.bump(this.part, this.partStamp, cell, thing);
        if (named) this.people[cell] = (this.people[cell] ?? 0) + 1;
      }
      return;
    }
    this.whole[cell] = (this.whole[cell] ?? 0) + weight;
    if (answer > 0) this.known[cell] = (this.known[cell] ?? 0) + weight;
    if (answer !== 3) return;
    this.part[cell] = (this.part[cell] ?? 0) + weight;
    if (!named) return;
    if (this.partStamp[cell] !== thing) {
      this.partStamp[cell] = thing;
      this.people[cell] = (this.people[cell] ?? 0) + 1;
      this.mine[cell] = 0;
    }
    const before = this.mine[cell] ?? 0;
    this.mine[cell] = before + 1;
    this.squares[cell] = (this.squares[cell] ?? 0) + 2 * before + 1;
    this.rank(cell, thing, before + 1);
  }

  at(cell: number): Counts {
    return {
      whole: this.whole[cell] ?? 0,
      known: this.known[cell] ?? 0,
      part: this.part[cell] ?? 0,
      people: this.people[cell] ?? 0,
      largest: [this.most[cell] ?? 0, this.next[cell] ?? 0],
    };
  }

  /** Keeps the two largest numbers of events of a person, one more of whose was just counted. */
  private rank(cell: number, thing: number, events: number): void {
    const most = this.most[cell] ?? 0;
    if (this.leader[cell] === thing) this.most[cell] = events;
    else if (events > most) {
      this.next[cell] = most;
      this.most[cell] = events;
      this.leader[cell] = thing;
    } else if (events > (this.next[cell] ?? 0)) this.next[cell] = events;
  }

  private bump(counts: Float64Array, stamps: Int32Array, cell: number, thing: number): void {
    stamps[cell] = thing;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
}
