/** How far a stage has come. `what` is a file or table name, never a value from a row. */
export interface ProgressEvent {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
  readonly what: string;
}

export type Progress = (event: ProgressEvent) => void;

/** How long a stage took, for the summary on the terminal (never written to a release). */
export interface StageTime {
  readonly stage: string;
  readonly milliseconds: number;
}

/** Times the stages of a run with the caller's clock. */
export class Stopwatch {
  readonly #now: () => number;
  readonly #times: StageTime[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Runs one stage and notes how long it took, also when it fails. */
  async time<T>(stage: string, work: () => T | Promise<T>): Promise<T> {
    const start = this.#now();
    try {
      return await work();
    } finally {
      this.#times.push({ stage, milliseconds: this.#now() - start });
    }
  }

  get times(): readonly StageTime[] {
    return this.#times;
  }
}
