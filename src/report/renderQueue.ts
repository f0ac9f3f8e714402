import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PublishedObservation, PublishedStatement } from '../disclosure/model.js';
import type { ReportDocument } from './model.js';
import { type RenderedReport, renderReport } from './renderReport.js';

/** A document to be written out, with the records behind its sentences. */
export interface RenderJob {
  readonly job: number;
  readonly document: ReportDocument;
  readonly statements: readonly PublishedStatement[];
  readonly observations: readonly PublishedObservation[];
}

/** What the second thread answers; null when it could not. */
export interface RenderReply {
  readonly job: number;
  readonly rendered: RenderedReport | null;
}

interface Waiting extends RenderJob {
  readonly done: (rendered: RenderedReport) => void;
  readonly failed: (error: unknown) => void;
}

/** More documents than any release has. */
const MOST_JOBS = 4096;
const YOUNG_MB = 64;

/** There is a compiled file beside this one, but where the program runs from its sources. */
const WORKER = fileURLToPath(new URL('renderWorker.js', import.meta.url));

/**
 * Writes documents out on a second thread while the first does something else, such as proving the next edition or attacking figures; whoever begins a document takes it, so that the
 * first can help once it has nothing else to do. The bytes are those of {@link renderReport}, whichever thread it is. From sources, without a compiled file, all is done on the first.
 */
export class RenderQueue {
  /** One place a job, which the thread that begins it takes. */
  private readonly begun = new Int32Array(new SharedArrayBuffer(4 * MOST_JOBS));
  private readonly waiting = new Map<number, Waiting>();
  private readonly worker: Worker | null;
  private asked = 0;
  /** One document after the other: the ids of drawings are counted over a thread. */
  private last: Promise<unknown> = Promise.resolve();

  constructor() {
    this.worker = existsSync(WORKER)
      ? new Worker(WORKER, {
          workerData: this.begun,
          resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
        })
      : null;
    this.worker?.on('message', ({ job, rendered }: RenderReply) => {
      // What the thread could not do is done here, so that the error is met where it is understood.
      if (rendered === null) this.here(job);
      else this.settled(job)?.done(rendered);
    });
    this.worker?.on('error', () => {
      for (const job of this.waiting.keys()) this.here(job);
    });
    this.worker?.unref();
  }

  /**
   * The document written out, as soon as a thread has done so.
   * @throws as {@link renderReport}
   */
  add(
    document: ReportDocument,
    statements: readonly PublishedStatement[] = [],
    observations: readonly PublishedObservation[] = [],
  ): Promise<RenderedReport> {
    const job = this.asked++;
    if (job >= MOST_JOBS) throw new RangeError('There are more documents than a release can have.');
    const task: RenderJob = { job, document, statements, observations };
    const answer = new Promise<RenderedReport>((done, failed) => {
      this.waiting.set(job, { ...task, done, failed });
    });
    // Whoever asked may wait for it much later; until then a failure is not an unhandled one.
    answer.catch(() => undefined);
    if (this.worker === null) this.here(job);
    else this.worker.postMessage(task);
    return answer;
  }

  /** Writes out here what the second thread has not begun, the last first. */
  async help(): Promise<void> {
    this.worker?.ref();
    for (const job of [...this.waiting.keys()].reverse()) {
      if (Atomics.compareExchange(this.begun, job, 0, 1) === 0) this.here(job);
      await this.last;
    }
  }

  /** Lets the second thread go, whatever it is doing. */
  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private here(job: number): void {
    this.last = this.last.then(async () => {
      const one = this.waiting.get(job);
      if (one === undefined) return;
      await renderReport(one.document, one.statements, one.observations).then(one.done, one.failed);
      this.waiting.delete(job);
    });
  }

  private settled(job: number): Waiting | undefined {
    const one = this.waiting.get(job);
    this.waiting.delete(job);
    return one;
  }
}
