// Draws and packs pictures on a thread of its own: packing takes longer than drawing, and would hold up the next chart.
import { parentPort, workerData } from 'node:worker_threads';
import { Resvg } from '@resvg/resvg-js';

parentPort.on('message', ({ id, svg }) => {
  try {
    const png = new Resvg(svg, workerData).render().asPng();
    parentPort.postMessage({ id, png });
  } catch {
    // The text of an error could hold a piece of the picture.
    parentPort.postMessage({ id, png: null });
  }
});
