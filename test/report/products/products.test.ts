import { describe, expect, it } from 'vitest';
import { findIndicator } from '../../../src/analysis/catalogue/index.js';
import { loadAreas } from '../../../src/reference/areas.js';
import { products } from '../../../src/report/products/index.js';
import { slugOf } from '../../../src/report/products/record.js';

const areas = loadAreas();

describe('products', () => {
  it('give every document a folder of its own', () => {
    for (const product of products) {
      const slugs = product.subjects(areas, areas.pan).map(({ slug }) => slug);
      expect(new Set(slugs).size).toBe(slugs.length);
      for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9-]*$/);
    }
  });

  it('count indicators that exist', () => {
    for (const { indicators } of products) {
      if (indicators === 'all') continue;
      expect(indicators.filter((id) => findIndicator(id) === undefined)).toEqual([]);
    }
  });

  it('have a trend report for each safeguarding board and each Children’s Partnership Board', () => {
    const trends = products.find(({ id }) => id === 'trends');
    expect(trends?.grain).toBe('quarter');
    expect(trends?.subjects(areas, areas.pan).map(({ area }) => area)).toEqual([
      ...areas.boards,
      ...areas.cpbs,
    ]);
  });

  it('turn names into folders', () => {
    expect(slugOf('Blackburn with Darwen')).toBe('blackburn-with-darwen');
    expect(slugOf('Children’s Board: Fylde & Wyre')).toBe('childrens-board-fylde-wyre');
  });
});
