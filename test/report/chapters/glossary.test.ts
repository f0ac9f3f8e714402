import { describe, expect, it } from 'vitest';
import { termsIn } from '../../../src/report/chapters/glossary.js';
import { wordsOf } from '../../../src/report/chapters/wordsOf.js';
import { sentence } from '../../../src/report/statements/sentence.js';
import { analysisResult, editionDocuments } from './profileFixture.js';

function printedTerms(audience: 'board' | 'public', only?: readonly string[]): string[] {
  const documents = editionDocuments(analysisResult('2017-H1', '2018-H1', only), audience);
  const chapters = documents.flatMap((document) => document.chapters);
  const blocks = chapters.find(({ id }) => id === 'annex')?.blocks ?? [];
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Terms');
  const list = blocks[at + 1];
  return list?.kind === 'definitions' ? list.items.map(({ term }) => term) : [];
}

describe('the glossary', () => {
  it('prints the terms that the text uses, and no others', () => {
    expect(termsIn('A looked-after child was referred to the MASH.').map(({ term }) => term)).toEqual([
      'Looked after',
      'MASH',
    ]);
    expect(termsIn('Nothing of the kind.')).toEqual([]);
    // Shorthand inside a word is not that shorthand.
    expect(termsIn('CLAIM, apply, SARCASM')).toEqual([]);
  });

  it('is in order, and each term has words of its own', () => {
    const every = termsIn(
      '4P ABE AP BwD CAWN CCE CIN CLA CME CPB CSA CSE EHE factor HSB ICPC ISVA looked after MACE MASH NRM NFA non-recent OCG persistent absence placement RHI RSO SARC section 47 SERAF SRO STPO specialist team strategy meeting UASC 3x5x2',
    );
    expect(every.length).toBeGreaterThan(30);
    expect(new Set(every.map(({ text }) => text)).size).toBe(every.length);
  });

  it('follows the edition: a smaller one explains fewer terms', () => {
    const board = printedTerms('board');
    const small = printedTerms('public', ['M01']);
    expect(board).toContain('Looked after');
    expect(small.length).toBeLessThan(board.length);
    expect(small).not.toContain('Section 47');
  });

  it('reads titles, sentences, cells and notes, and no codes or records', () => {
    const text = wordsOf([
      {
        id: 'SERAF',
        title: 'Title',
        lead: sentence('Lead'),
        blocks: [{ kind: 'heading', text: 'Heading', id: 'MASH' }],
      },
    ]);
    expect(text).toBe('Title Lead Heading');
  });
});
