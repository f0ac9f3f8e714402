import { describe, expect, it } from 'vitest';
import { seeLink } from '../../../src/report/html/blocks/seeLink.js';
import { numberExhibits } from '../../../src/report/html/numbering.js';
import { sampleDocument } from '../sampleDocument.js';

const context = {
  document: sampleDocument,
  numbering: numberExhibits(sampleDocument),
  drawings: new Map(),
};
const link = (id: string): string => seeLink(id, context)?.text ?? '';

describe('a link to where the numbers are', () => {
  it('goes to a figure or table by its number, and to a chapter by its title', () => {
    expect(link('districts')).toBe(' <a href="#districts">Table 1</a>');
    const [, chapter] = sampleDocument.chapters;
    if (chapter === undefined) throw new Error('the sample has chapters');
    expect(link(chapter.id)).toBe(` <a href="#chapter-${chapter.id}">${chapter.title}</a>`);
    expect(link('nowhere')).toBe('');
  });
});
