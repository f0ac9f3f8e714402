import { describe, expect, it } from 'vitest';
import { exhibitsOf } from '../../../src/report/chapters/chapter.js';
import { full } from '../../../src/report/chapters/outlines/full.js';
import { numberExhibits } from '../../../src/report/html/numbering.js';
import {
  analysisResult,
  editionDocument,
  editionDocuments,
  editionExhibits,
  oddDocument,
} from './profileFixture.js';

const result = analysisResult('2017-H1', '2018-H1');
const short = (audience: 'tactical' | 'board' | 'public') => editionDocument(result, audience, null, 'short');

const idsIn = (document: ReturnType<typeof short>): string[] =>
  document.chapters.flatMap(exhibitsOf).map(({ id }) => id);

describe('a short profile', () => {
  it('has the summary, a handful of figures, what was agreed and how to read it', () => {
    expect(short('board').chapters.map(({ id }) => id)).toEqual([
      'at-a-glance',
      'scale',
      'locations',
      'main-measures',
      'children',
      'pathway',
      'recommendations-and-plan',
      'questions',
      'agencies',
      'method',
    ]);
    expect(short('public').chapters.map(({ id }) => id)).toEqual([
      'at-a-glance',
      'scale',
      'response',
      'recommendations-and-plan',
      'method',
    ]);
    expect(idsIn(short('board')).length).toBeLessThanOrEqual(14);
    expect(idsIn(short('public')).length).toBeLessThanOrEqual(6);
  });

  it.each(['board', 'public', 'tactical'] as const)(
    'of the %s edition tells only what it has a figure or table for',
    (audience) => {
      const document = short(audience);
      const present = new Set(idsIn(document));
      const [glance, ...rest] = document.chapters;
      const findings = glance?.blocks.flatMap((block) => (block.kind === 'findings' ? block.findings : []));
      expect(findings?.length).toBeGreaterThan(0);
      expect(findings?.length).toBeLessThanOrEqual(audience === 'public' ? 3 : 5);
      for (const { see } of findings ?? []) expect(present).toContain(see);
      const asked = rest.flatMap(({ blocks }) =>
        blocks.flatMap((block) => (block.kind === 'questions' ? block.questions : [])),
      );
      for (const { see } of asked) if (see !== undefined) expect(present).toContain(see);
      expect(asked.length).toBeLessThanOrEqual(4);
    },
  );

  it('gives the numbers that the full profile gives', () => {
    const rowsOf = (length: 'full' | 'short') =>
      editionExhibits(result, 'board', null, length).flatMap((exhibit) =>
        exhibit.kind === 'figure' ? exhibit.table.tidy : exhibit.tidy,
      );
    const keyOf = (row: ReturnType<typeof rowsOf>[number]) =>
      [row.indicator, row.areaCode, row.period, row.breakdown, row.category].join('|');
    const long = new Map(rowsOf('full').map((row) => [keyOf(row), row.value]));
    const brief = rowsOf('short').filter(({ level }) => level !== 'agency');
    expect(brief.length).toBeGreaterThan(50);
    for (const row of brief) expect([keyOf(row), row.value]).toEqual([keyOf(row), long.get(keyOf(row))]);
  });

  it.each(['board', 'public'] as const)(
    'of the %s edition has every number of its first page in a table',
    (audience) => {
      const document = short(audience);
      const held = new Set(
        document.chapters
          .flatMap(exhibitsOf)
          .flatMap((exhibit) => (exhibit.kind === 'figure' ? exhibit.table.tidy : exhibit.tidy))
          .filter(({ breakdown }) => breakdown === 'total')
          .flatMap(({ numerator, denominator, value }) =>
            [numerator, denominator, value].flatMap((one) => ('number' in one ? [Number(one.number)] : [])),
          ),
      );
      const blocks = document.chapters[0]?.blocks ?? [];
      const cards = blocks.flatMap((block) => (block.kind === 'cards' ? block.cards : []));
      expect(cards.length).toBeGreaterThan(3);
      for (const { title, figure } of cards)
        if ('number' in figure) expect([title, held.has(Number(figure.number))]).toEqual([title, true]);
      // Whole numbers of three digits and more; years are none of a table's, and a difference is that of two numbers beside it.
      const findings = blocks.flatMap((block) => (block.kind === 'findings' ? block.findings : []));
      const spoken = findings.flatMap(({ sentence: { text } }) =>
        [
          ...text.replace(/\b20\d\d\b|per 10,000|\([\d,]+ (?:more|fewer)\)/g, '').matchAll(/\d[\d,]{2,}/g),
        ].map(([number]) => Number(number.replaceAll(',', ''))),
      );
      expect(spoken.length).toBeGreaterThan(0);
      for (const number of spoken) expect([number, held.has(number)]).toEqual([number, true]);
    },
  );

  it('says on its first page where to turn, to the public alone', () => {
    const text = (audience: 'board' | 'public') => JSON.stringify(short(audience).chapters[0]);
    expect(text('public')).toContain('0800 1111');
    expect(text('board')).not.toContain('0800 1111');
  });
});

describe('a profile in full length', () => {
  const documents = editionDocuments(result, 'tactical');
  const [main, annex] = documents;

  it('is a profile of some forty figures and an annex with everything else, each exhibit once', () => {
    expect(documents.map(({ part }) => part)).toEqual(['main', 'annex']);
    const figures = main?.chapters.flatMap(exhibitsOf).filter(({ kind }) => kind === 'figure') ?? [];
    expect(figures.length).toBeGreaterThanOrEqual(35);
    expect(figures.length).toBeLessThanOrEqual(48);
    const ids = documents.flatMap(idsIn);
    expect(ids.length).toBeGreaterThan(100);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('keeps only what there is: a name that no chapter has would be a slip', () => {
    const known = new Set(documents.flatMap(idsIn));
    const kept = Object.values(full.annex?.keeps ?? {}).flat();
    const inMain = new Set(main === undefined ? [] : idsIn(main));
    for (const id of kept) if (known.has(id)) expect([id, inMain.has(id)]).toEqual([id, true]);
    // What the invented edition has no data for; the sample's has (see test/browser/pages.test.ts).
    expect(kept.filter((id) => !known.has(id))).toEqual([
      'comparators',
      'missing-children-by-month',
      'missing-episodes-by-month',
      'progress-by-recommendation',
      'completeness',
    ]);
  });

  it('says in each chapter how much more there is, and back', () => {
    const ids = (document: typeof main): ReadonlySet<string> =>
      new Set(document?.chapters.map(({ id }) => id));
    for (const [document, other] of [
      [main, ids(annex)],
      [annex, ids(main)],
    ] as const) {
      const pointers = document?.chapters.flatMap(({ further }) => further ?? []) ?? [];
      expect(pointers.length).toBeGreaterThan(15);
      for (const { chapter } of pointers) expect([chapter, other.has(chapter)]).toEqual([chapter, true]);
    }
    expect(main?.chapters.find(({ id }) => id === 'education')?.further?.text).toBe(
      'In the annex: 2 more figures and 2 more tables on this',
    );
  });
});

describe('the table of hidden shares', () => {
  it.each([
    ['full', editionDocuments(result, 'board')],
    ['short', [oddDocument(result, {}, { threshold: 40, length: 'short' })]],
  ] as const)(
    'of a profile in %s length calls figures and tables what they are called there',
    (_, documents) => {
      const titles = new Map(
        documents.flatMap((document) => {
          const { byId, figures, tables } = numberExhibits(document);
          return [...figures, ...tables].map((exhibit) => {
            const { kind = 'Table', number = 0 } = byId.get(exhibit.id) ?? {};
            const name =
              document.part === 'annex' ? `Annex, ${kind.toLowerCase()} ${number}` : `${kind} ${number}`;
            const { title } = exhibit;
            return [name, typeof title === 'string' ? title : title.text] as const;
          });
        }),
      );
      const hidden = documents
        .flatMap(({ chapters }) => chapters.flatMap(exhibitsOf))
        .find(({ id }) => id === 'hidden-share');
      const rows = hidden?.kind === 'table' ? hidden.rows : [];
      const named = rows.map(({ cells: [cell] }) => (cell !== undefined && 'text' in cell ? cell.text : ''));
      expect(named.length).toBeGreaterThan(3);
      for (const text of named) {
        const [name = '', ...title] = text.split(': ');
        expect([text, titles.get(name)]).toEqual([text, title.join(': ')]);
      }
    },
  );
});

describe('the question about an extract that is missing', () => {
  it('points to where the profile says what came, and which did not', () => {
    const document = editionDocument(result, 'tactical', null, 'full');
    const asked = document.chapters.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'questions' ? block.questions : [])),
    );
    const question = asked.find(({ question: own }) => /send its offences extract/.test(own.text));
    const chapter = document.chapters.find(({ id }) => id === question?.see);
    expect(chapter?.title).toBe('How good the data is');
    const [first] = chapter?.blocks ?? [];
    expect(first?.kind === 'paragraph' && first.sentences[0]?.text).toMatch(
      /^Not received: offences \(Lancashire Constabulary\)\./,
    );
  });
});
