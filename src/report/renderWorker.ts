// The second thread of a RenderQueue: writes out one document after the other, but for those that the first thread has begun.
import { parentPort, workerData } from 'node:worker_threads';
import type { RenderJob, RenderReply } from './renderQueue.js';
import { renderReport } from './renderReport.js';

const begun: Int32Array = workerData;
let last: Promise<void> = Promise.resolve();

async function write({ job, document, statements, observations }: RenderJob): Promise<void> {
  if (Atomics.compareExchange(begun, job, 0, 1) !== 0) return;
  const rendered = await renderReport(document, statements, observations).catch(() => null);
  const reply: RenderReply = { job, rendered };
  parentPort?.postMessage(reply);
}

parentPort?.on('message', (task: RenderJob) => {
  last = last.then(() => write(task));
});
