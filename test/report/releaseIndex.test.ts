import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { renderReleaseIndex } from '../../src/report/releaseIndex.js';
import { sampleDocument } from './sampleDocument.js';

const at = (folder: string, stem: string, more: Partial<typeof sampleDocument> = {}) => ({
  folder,
  stem,
  document: { ...sampleDocument, edition: folder.split('/')[0] ?? '', ...more },
});

const board = at('board', 'cse-profile-2018-H1-board', { editionTitle: 'Board edition' });
const trends = at('board/trends/blackpool', 'cse-trends-2018-Q2-blackpool', {
  editionTitle: 'Board edition',
  title: 'Trends and patterns: Blackpool',
});
const open = at('public', 'cse-profile-2018-H1-public', {
  editionTitle: 'Public summary',
  marking: 'OFFICIAL',
  handling: '',
});

describe('the page that opens a release', () => {
  const page = renderReleaseIndex({
    editions: ['public', 'board'],
    documents: [trends, board, open],
    agencies: ['county-police', 'a-council'],
  });

  it('lists editions in their order with their markings, and of each the profile first', () => {
    const places = ['Public summary', 'Board edition', board.stem, trends.stem].map((text) =>
      page.indexOf(text),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(page).toContain('<strong>OFFICIAL</strong>');
    expect(page).toContain('Documents with different markings');
  });

  it('links every file that a reader opens, and the checks', () => {
    for (const href of [
      `${`board/${board.stem}`}.html`,
      `board/trends/blackpool/${trends.stem}.ods`,
      `public/${open.stem}.xlsx`,
      'board/profile.json',
      'quality/a-council/index.html',
      'audit.json',
      'manifest.json',
    ])
      expect(page).toContain(`href="${href}"`);
    expect(page).not.toMatch(/href="(?:https?:|\/|\.\.)/);
  });

  it('is the same whatever the order in which documents are given, and says one marking when there is one', () => {
    const again = renderReleaseIndex({
      editions: ['public', 'board'],
      documents: [open, board, trends],
      agencies: ['a-council', 'county-police'],
    });
    expect(again).toBe(page);
    const one = renderReleaseIndex({ editions: ['board'], documents: [board], agencies: [] });
    expect(one).not.toContain('Documents with different markings');
    expect(one).toContain(`aria-label="Protective marking"><p><strong>${sampleDocument.marking}`);
  });

  it('is valid HTML and escapes what it is given', async () => {
    const odd = renderReleaseIndex({
      editions: ['board'],
      documents: [at('board', 'cse-profile-2018-H1-board', { title: 'مرحبا <b>&amp;</b>' })],
      agencies: [],
    });
    expect(odd).toContain('مرحبا &lt;b&gt;&amp;amp;&lt;/b&gt;');
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: { 'long-title': 'off' },
    });
    for (const text of [page, odd]) {
      const { results } = await validator.validateString(text);
      expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    }
  });
});
