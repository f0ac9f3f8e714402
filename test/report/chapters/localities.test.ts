import { describe, expect, it } from 'vitest';
import { exhibitsOf } from '../../../src/report/chapters/chapter.js';
import { LOCALITY_INDICATORS, localities } from '../../../src/report/chapters/localities.js';
import { contents } from '../../../src/report/html/contents.js';
import { numberExhibits } from '../../../src/report/html/numbering.js';
import { changeTopics, placeTopics } from '../../../src/report/statements/topics.js';
import { bannedWords } from '../../../src/report/words/bannedWords.js';
import { analysisResult, areas, editionDocuments, editionView } from './profileFixture.js';

const result = analysisResult('2017-H1', '2018-H1');
const view = editionView(result);
const chapter = localities.build(view);
const pages = chapter.blocks.flatMap((block) => (block.kind === 'heading' ? [block] : []));
const tables = exhibitsOf(chapter).filter((exhibit) => exhibit.kind === 'table');

describe('the pages of the districts', () => {
  it('are fourteen, from A to Z, each on a page of its own', () => {
    const names = pages.map(({ text }) => text);
    expect(names).toHaveLength(14);
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(areas.districts.map((code) => areas.get(code).name).sort());
    expect(pages.every(({ newPage }) => newPage === true)).toBe(true);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(14);
  });

  it('hold the same twelve measures in the same order', () => {
    expect(tables).toHaveLength(14);
    const [first] = tables;
    for (const table of tables) {
      expect(table.rows).toHaveLength(LOCALITY_INDICATORS.length);
      expect(table.rows.map(({ cells: [name] }) => name)).toEqual(
        first?.rows.map(({ cells: [name] }) => name),
      );
      expect(new Set(table.tidy.map(({ areaCode }) => areaCode)).size).toBe(1);
    }
  });

  it('draw the same six measures, each with a scale of its own', () => {
    const figures = exhibitsOf(chapter).filter((exhibit) => exhibit.kind === 'figure');
    expect(figures).toHaveLength(14);
    for (const { chart } of figures)
      expect(chart.kind === 'panels' ? chart.panels.map(({ name }) => name).length : 0).toBe(6);
  });

  it('keep their order when the figures are turned upside down', () => {
    const turned = {
      ...result,
      observations: result.observations.map((o) => ({
        ...o,
        value: o.value === null ? null : 1000 - o.value,
      })),
    };
    const again = localities.build(editionView(turned));
    expect(again.blocks.flatMap((b) => (b.kind === 'heading' ? [b.text] : []))).toEqual(
      pages.map(({ text }) => text),
    );
  });

  it('stand in the contents under their chapter', () => {
    const annex = editionDocuments(result, 'board').find(({ part }) => part === 'annex');
    const markup = annex === undefined ? '' : contents(annex, numberExhibits(annex)).text;
    for (const { id, text } of pages) expect(markup).toContain(`<a href="#part-${id}">${text}</a>`);
  });

  it('say only what a comparison allows', () => {
    for (const area of view.districtsByName) {
      for (const { text, records } of [...changeTopics(view, area, 9), ...placeTopics(view, area, 9)]) {
        expect(text).toMatch(/\b(higher|lower)\b/);
        expect(bannedWords(text)).toEqual([]);
        const spoken = view.published.statements.filter(({ id }) => records.includes(id));
        expect(spoken.map(({ area: place }) => place)).toEqual([area]);
        expect(spoken.every(({ verdict }) => text.includes(verdict))).toBe(true);
      }
    }
  });

  it('say so when nothing differs', () => {
    const calm = editionView({
      ...result,
      statements: result.statements.map((s) => ({
        ...s,
        verdict: 'no clear change' as const,
        clearly: false,
      })),
    });
    const lists = localities.build(calm).blocks.flatMap((b) => (b.kind === 'beside' ? b.lists : []));
    expect(lists.filter(({ title }) => title === 'What has changed in a year')).toHaveLength(14);
    for (const { title, sentences } of lists) {
      if (title === 'Headline numbers') continue;
      expect(sentences.map(({ text }) => text).join(' ')).toMatch(/^No (measure|rate) clearly differs/);
    }
  });
});
