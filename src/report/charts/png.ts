import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { assetPath } from '../assets.js';
import { FAMILY } from './theme.js';

const FONT_FILES = [assetPath('fonts/source-sans-3-400.ttf'), assetPath('fonts/source-sans-3-700.ttf')];
const SCALE = 2;

/** Shipped fonts only, so that every machine makes the same picture. */
const OPTIONS = {
  background: '#ffffff',
  fitTo: { mode: 'zoom', value: SCALE },
  font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: FAMILY },
};

interface Waiting {
  readonly done: (png: Uint8Array) => void;
  readonly failed: (error: Error) => void;
}

interface Reply {
  readonly id: number;
  readonly png: Uint8Array | null;
}

/** One thread that draws pictures in the order in which they are asked for. It ends with the process. */
class Painter {
  private readonly waiting = new Map<number, Waiting>();
  private readonly worker: Worker;
  private asked = 0;

  constructor() {
    this.worker = new Worker(assetPath('pngWorker.mjs'), {
      workerData: OPTIONS,
    });
    this.worker.on('message', ({ id, png }: Reply) => {
      const one = this.waiting.get(id);
      this.waiting.delete(id);
      if (this.waiting.size === 0) this.worker.unref();
      if (png === null) one?.failed(new Error('A picture could not be drawn.'));
      else one?.done(png);
    });
    this.worker.on('error', () => {
      for (const { failed } of this.waiting.values())
        failed(new Error('The thread that draws pictures ended.'));
      this.waiting.clear();
    });
    this.worker.unref();
  }

  paint(svg: string): Promise<Uint8Array> {
    const id = this.asked;
    this.asked += 1;
    this.worker.ref();
    const picture = new Promise<Uint8Array>((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.worker.postMessage({ id, svg });
    });
    // Whoever asked may look at it much later; until then a failure is not an unhandled one.
    picture.catch(() => undefined);
    return picture;
  }
}

/** As many threads as there are cores: while charts are laid out or editions proven on the main one, another draws, and at the end all do. */
const MOST = availableParallelism();
const painters: Painter[] = [];
let next = 0;

/** Pictures of this run: the products of an edition share some. */
const painted = new Map<string, Promise<Uint8Array>>();

/**
 * An SVG as a PNG at twice its size, drawn on another thread beside whatever comes next.
 * @throws Error when the SVG cannot be drawn
 */
export function pngOf(svg: string): Promise<Uint8Array> {
  const known = painted.get(svg);
  if (known !== undefined) return known;
  const painter = painters[next] ?? new Painter();
  painters[next] = painter;
  next = (next + 1) % MOST;
  const picture = painter.paint(svg);
  painted.set(svg, picture);
  return picture;
}
