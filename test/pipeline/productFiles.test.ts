import { setImmediate as later } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type ComposedDocument, documentFiles } from '../../src/pipeline/productFiles.js';
import { products } from '../../src/report/products/index.js';
import { sampleDocument } from '../report/sampleDocument.js';

it('a document that cannot be written out is an error for whoever waits for it, however late, and not one that ends the process', async () => {
  const [product] = products;
  if (product === undefined) throw new Error('there are products');
  const composed = {
    product,
    subject: { slug: '' },
    document: sampleDocument,
    behind: [],
  } as unknown as ComposedDocument;
  let unhandled = 0;
  const count = (): void => {
    unhandled += 1;
  };
  process.on('unhandledRejection', count);
  try {
    const files = documentFiles(composed, () => true, {
      add: () => Promise.reject(new Error('It cannot be drawn.')),
    });
    await later();
    await later();
    expect(unhandled).toBe(0);
    await expect(files).rejects.toThrow('It cannot be drawn.');
  } finally {
    process.off('unhandledRejection', count);
  }
});
