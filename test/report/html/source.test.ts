import { describe, expect, it } from 'vitest';
import { sourceLine, sourceText } from '../../../src/report/html/context.js';
import { sampleDocument } from '../sampleDocument.js';

describe('sourceLine', () => {
  it.each([
    ['Lancashire Constabulary, 2018', 'Source: Lancashire Constabulary, 2018.'],
    ['Source: Lancashire Constabulary, 2018.', 'Source: Lancashire Constabulary, 2018.'],
    ['Returns of all agencies. ', 'Source: Returns of all agencies.'],
  ])('%j says once that it is the source, and ends with one full stop', (text, line) => {
    expect(sourceLine(text)).toBe(line);
  });

  it('is followed by the note on synthetic data where it applies', () => {
    expect(sourceText('Returns', sampleDocument)).toMatch(/^Source: Returns\. Synthetic data: /);
    expect(sourceText('Returns', { ...sampleDocument, synthetic: false })).toBe('Source: Returns.');
  });
});
