import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RenderQueue } from '../../src/report/renderQueue.js';
import { type RenderedReport, renderReport } from '../../src/report/renderReport.js';
import { compiledPackage } from '../e2e/package.js';
import { removeFoldersAfterwards, temporaryFolder } from '../e2e/workspace.js';
import { sampleDocument } from './sampleDocument.js';

removeFoldersAfterwards();

/** Documents that cannot be written out, from the first figure on. */
const BROKEN = { ...sampleDocument, chapters: 'none' as never };
const other = { ...sampleDocument, title: 'Another profile' };

const bytesOf = ({ html, json, ods, xlsx, charts }: RenderedReport) => ({
  html,
  json,
  ods: Buffer.from(ods).toString('base64'),
  xlsx: Buffer.from(xlsx).toString('base64'),
  charts,
});

let one: ReturnType<typeof bytesOf>;
let two: ReturnType<typeof bytesOf>;

beforeAll(async () => {
  [one, two] = [bytesOf(await renderReport(sampleDocument)), bytesOf(await renderReport(other))];
});

// From the sources there is one thread; a compiled package has two.
describe.each(['from its sources', 'compiled, with a second thread'])('a queue of documents, %s,', (how) => {
  let Queue: typeof RenderQueue;
  let queue: RenderQueue;

  beforeAll(async () => {
    const module = how.startsWith('compiled')
      ? pathToFileURL(
          path.join(
            path.dirname(await compiledPackage(await temporaryFolder())),
            '../dist/report/renderQueue.js',
          ),
        ).href
      : new URL('../../src/report/renderQueue.ts', import.meta.url).href;
    ({ RenderQueue: Queue } = (await import(/* @vite-ignore */ module)) as {
      RenderQueue: typeof RenderQueue;
    });
  });

  afterEach(() => queue.close());

  it('gives the bytes of each, whoever writes it out', async () => {
    queue = new Queue();
    const answers = [sampleDocument, other, sampleDocument].map((document) => queue.add(document));
    await queue.help();
    const made = (await Promise.all(answers)).map(bytesOf);
    expect(made).toEqual([one, two, one]);
  });

  it('gives what is ready without being helped', async () => {
    queue = new Queue();
    const made = await queue.add(other);
    expect(bytesOf(made)).toEqual(two);
  });

  it('fails where one cannot be written out, and only there', async () => {
    queue = new Queue();
    const answers = [sampleDocument, BROKEN, other].map((document) => queue.add(document));
    await queue.help();
    const outcomes = await Promise.allSettled(answers);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });
});
