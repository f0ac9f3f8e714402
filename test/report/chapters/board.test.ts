import { beforeAll, describe, expect, it } from 'vitest';
import { exhibitsOf } from '../../../src/report/chapters/chapter.js';
import { numberExhibits } from '../../../src/report/html/numbering.js';
import type { FigureBlock, ReportDocument, Sentence, Table } from '../../../src/report/model.js';
import { bannedWords } from '../../../src/report/words/bannedWords.js';
import { outline } from './outline.js';
import { analysisResult, boardDocument, editionDocuments } from './profileFixture.js';

let document: ReportDocument;
let documents: readonly ReportDocument[];
let figures: FigureBlock[];
let tables: Table[];
const result = analysisResult();

beforeAll(() => {
  document = boardDocument(result);
  documents = editionDocuments(result, 'board');
  const exhibits = documents.flatMap(({ chapters }) => chapters.flatMap(exhibitsOf));
  figures = exhibits.filter((exhibit) => exhibit.kind === 'figure');
  tables = exhibits.filter((exhibit) => exhibit.kind === 'table');
});

function sentencesIn(value: unknown, found: Sentence[] = []): Sentence[] {
  if (Array.isArray(value)) for (const item of value) sentencesIn(item, found);
  else if (value !== null && typeof value === 'object') {
    const entry: { text?: unknown; records?: unknown } = value;
    if (typeof entry.text === 'string' && Array.isArray(entry.records)) {
      found.push({ text: entry.text, records: entry.records.map(String) });
    }
    for (const item of Object.values(value)) sentencesIn(item, found);
  }
  return found;
}

function words(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

describe('the board edition', () => {
  it('has the chapters of the template, the page at a glance first', () => {
    expect(document.chapters.map(({ id }) => id)).toEqual([
      'at-a-glance',
      'assessment',
      'context',
      'scale',
      'children',
      'suspects',
      'groups',
      'locations',
      'online',
      'missing',
      'care',
      'pathway',
      'education',
      'health',
      'offences',
      'disruption',
      'trafficking',
      'intelligence',
      'prevention',
      'equalities',
      'outlook',
      'progress',
      'recommendations-and-plan',
      'questions',
      'data-quality',
      'scope',
      'document-control',
    ]);
    for (const chapter of document.chapters) expect(chapter.lead?.text, chapter.id).toBeTruthy();
    expect(documents[1]?.chapters.slice(-2).map(({ id }) => id)).toEqual(['localities', 'annex']);
  });

  it('has at least 18 figures and 18 tables, of many kinds', () => {
    expect(figures.length).toBeGreaterThanOrEqual(18);
    expect(tables.length + figures.length).toBeGreaterThanOrEqual(36);
    expect(new Set(figures.map(({ chart }) => chart.kind))).toEqual(
      new Set([
        'trend',
        'funnel',
        'dot-range',
        'dumbbell',
        'tile-map',
        'small-multiples',
        'panels',
        'bars',
        'grouped-bars',
        'pyramid',
        'stages',
        'heat',
        'overlap',
      ]),
    );
  });

  it('gives every figure a title of at most 14 words, alt text of 23 to 42, a source and its table', () => {
    for (const figure of figures) {
      expect(words(figure.title.text), figure.title.text).toBeLessThanOrEqual(14);
      expect(words(figure.alt), `${figure.id}: ${figure.alt}`).toBeGreaterThanOrEqual(23);
      expect(words(figure.alt), `${figure.id}: ${figure.alt}`).toBeLessThanOrEqual(42);
      expect(figure.source, figure.id).toMatch(/^[A-Z].+\d{4}\./);
      expect(figure.table.rows.length, figure.id).toBeGreaterThan(0);
      expect(figure.table.tidy.length, figure.id).toBeGreaterThan(0);
      for (const row of figure.table.rows)
        expect(row.cells.length, figure.id).toBe(figure.table.columns.length);
    }
    for (const table of tables) {
      for (const row of table.rows) expect(row.cells.length, table.id).toBe(table.columns.length);
    }
  });

  it('numbers its exhibits without a clash of ids', () => {
    const sizes = documents.map((one) => numberExhibits(one).byId.size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(figures.length + tables.length);
  });

  it('points every finding at a figure or table that exists', () => {
    const ids = new Set(document.chapters.flatMap(exhibitsOf).map(({ id }) => id));
    const findings = document.chapters[0]?.blocks.flatMap((block) =>
      block.kind === 'findings' ? block.findings : [],
    );
    expect(findings?.length).toBeGreaterThanOrEqual(5);
    expect(findings?.length).toBeLessThanOrEqual(8);
    for (const finding of findings ?? []) expect(ids).toContain(finding.see);
  });

  it('carries records that exist in every computed sentence', () => {
    const known = new Set([
      ...result.statements.map(({ id }) => id),
      ...document.chapters.flatMap(({ statements }) => statements?.map(({ id }) => id) ?? []),
      ...result.observations.map((o) => `${o.indicator}|${o.area}|${o.period}`),
    ]);
    const sentences = sentencesIn(documents.map(({ chapters }) => chapters));
    expect(sentences.length).toBeGreaterThan(80);
    for (const { records } of sentences) for (const record of records) expect(known).toContain(record);
    for (const figure of figures) expect(figure.title.records.length, figure.id).toBeGreaterThan(0);
  });

  it('uses no banned word in any text', () => {
    const texts: string[] = [];
    const collect = (value: unknown): void => {
      if (typeof value === 'string') texts.push(value);
      else if (Array.isArray(value)) value.forEach(collect);
      else if (value !== null && typeof value === 'object') {
        // Tidy rows carry codes of the code lists, which are data.
        for (const [key, item] of Object.entries(value)) if (key !== 'tidy') collect(item);
      }
    };
    collect(documents.map(({ chapters }) => chapters));
    for (const text of texts)
      expect(
        bannedWords(text).map(({ pattern }) => pattern.source),
        text,
      ).toEqual([]);
  });

  it('lists places from A to Z, whatever their figures', () => {
    for (const figure of figures) {
      if (figure.chart.kind !== 'tile-map' && figure.chart.kind !== 'dumbbell') continue;
      const names = figure.table.rows.flatMap(({ cells: [cell], total }) =>
        cell !== undefined && 'text' in cell && total !== true ? [cell.text] : [],
      );
      expect(names).toEqual([...names].sort());
    }
  });

  it('has six cards', () => {
    const cards = document.chapters[0]?.blocks.flatMap((block) =>
      block.kind === 'cards' ? block.cards : [],
    );
    expect(cards?.length).toBe(6);
    for (const card of cards ?? []) expect(card.spark.length).toBe(10);
  });

  it('is the same however often it is composed', () => {
    expect(JSON.stringify(boardDocument(analysisResult()))).toBe(JSON.stringify(document));
  });
});

describe('an edition with hardly any data', () => {
  it('still composes, and says which figures it cannot have', () => {
    const small = boardDocument(analysisResult('2017-H1', '2018-H1', ['S01']));
    const notes = small.chapters.flatMap(({ blocks }) =>
      blocks.flatMap((b) => (b.kind === 'note' ? b.sentences : [])),
    );
    expect(notes.map(({ text }) => text).join(' ')).toMatch(/not available because/);
    expect(small.chapters.length).toBe(document.chapters.length);
  });
});

describe('the golden outline', () => {
  it('reads as committed', async () => {
    const small = editionDocuments(
      analysisResult('2016-H1', '2018-H1', [
        'S01',
        'S02',
        'V03',
        'V04',
        'M01',
        'M02',
        'M19',
        'R08',
        'O08',
        'A01',
      ]),
      'board',
    );
    await expect(small.map(outline).join('\n')).toMatchFileSnapshot('../../golden/board-edition.txt');
  });
});
