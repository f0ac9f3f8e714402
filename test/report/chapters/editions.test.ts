import { describe, expect, it } from 'vitest';
import { loadAreas } from '../../../src/reference/areas.js';
import { carries } from '../../../src/report/chapters/audience.js';
import { full } from '../../../src/report/chapters/outlines/full.js';
import { numberExhibits } from '../../../src/report/html/numbering.js';
import { analysisResult, editionDocument, editionDocuments, editionExhibits } from './profileFixture.js';

const result = analysisResult('2017-H1', '2018-H1');

function idsOf(audience: 'tactical' | 'board' | 'public', part: 'main' | 'annex' = 'main'): string[] {
  const document = editionDocuments(result, audience).find((one) => one.part === part);
  return document?.chapters.map(({ id }) => id) ?? [];
}

describe('an edition about one board', () => {
  const blackpool = loadAreas().all.find((code) => code === 'LSCB-BPL') ?? null;
  const document = editionDocument(result, 'board', blackpool);
  const annex = editionDocuments(result, 'board', blackpool).find(({ part }) => part === 'annex');

  it('says so in its title, and has the pages of its own districts only', () => {
    expect(document.title).toMatch(/: Blackpool$/);
    expect(annex?.title).toMatch(/: Blackpool: annex$/);
    const pages = annex?.chapters
      .find(({ id }) => id === 'localities')
      ?.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : []));
    expect(pages).toEqual(['Blackpool']);
  });

  it('leaves out the chapter that sets the whole area beside other places', () => {
    const ids = document.chapters.map(({ id }) => id);
    expect(ids).not.toContain('context');
    expect(idsOf('board')).toContain('context');
    expect(JSON.stringify(document)).not.toMatch(/Ours against theirs/);
  });

  it('gives the numbers of its own place, and compares places over the whole area', () => {
    const tidy = editionExhibits(result, 'board', blackpool).flatMap((exhibit) => {
      const table = exhibit.kind === 'figure' ? exhibit.table : exhibit;
      return exhibit.kind === 'figure' && exhibit.chart.kind === 'trend'
        ? [new Set(table.tidy.map(({ areaCode }) => areaCode))]
        : [];
    });
    expect(tidy.length).toBeGreaterThan(0);
    expect(tidy.some((areas) => areas.has('LSCB-BPL') && areas.size === 1)).toBe(true);
    expect(tidy.every((areas) => !areas.has('PAN-LANCS'))).toBe(true);
  });
});

describe('chapters by edition', () => {
  it('a public edition carries public chapters only: no suspects, care, intelligence, districts, questions', () => {
    expect(idsOf('public')).toEqual([
      'at-a-glance',
      'assessment',
      'context',
      'scale',
      'children',
      'locations',
      'online',
      'missing',
      'offences',
      'prevention',
      'recommendations-and-plan',
      'scope',
      'document-control',
    ]);
    expect(idsOf('public', 'annex').filter((id) => !idsOf('public').includes(id))).toEqual([
      'annex-opening',
      'annex',
    ]);
  });

  it('a tactical edition carries every chapter, a board edition all but those for tactical groups alone', () => {
    const records = [...full.beforeQuestions, ...full.afterQuestions, ...(full.annex?.only ?? [])];
    const both = records.filter(({ audience }) => audience.includes('B') || audience.includes('G'));
    const everywhere = (audience: 'tactical' | 'board'): string[] => [
      ...idsOf(audience),
      ...idsOf(audience, 'annex'),
    ];
    expect(everywhere('tactical')).toEqual(expect.arrayContaining(records.map(({ id }) => id)));
    expect(everywhere('board')).toEqual(expect.arrayContaining(both.map(({ id }) => id)));
    expect(carries('board', ['T'])).toBe(false);
    expect(carries('tactical', ['T'])).toBe(true);
    expect(carries('public', ['B', 'G', 'T'])).toBe(false);
  });

  it('a public edition draws no series of single districts', () => {
    const kinds = (audience: 'board' | 'public'): string[] =>
      editionExhibits(result, audience).flatMap((one) => (one.kind === 'figure' ? [one.chart.kind] : []));
    expect(kinds('board')).toEqual(expect.arrayContaining(['small-multiples', 'dumbbell']));
    expect(kinds('public')).not.toContain('small-multiples');
    expect(kinds('public')).not.toContain('dumbbell');
  });

  it('numbers figures from one in each edition, with findings that point at what it carries', () => {
    for (const audience of ['public', 'board'] as const) {
      const document = editionDocument(result, audience);
      const { byId, figures } = numberExhibits(document);
      expect(byId.get(figures[0]?.id ?? '')?.number).toBe(1);
      const findings = document.chapters[0]?.blocks.flatMap((block) =>
        block.kind === 'findings' ? block.findings : [],
      );
      expect(findings?.length).toBeGreaterThan(0);
      for (const { see } of findings ?? []) expect(byId.has(see), see).toBe(true);
    }
  });
});
