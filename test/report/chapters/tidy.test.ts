import { describe, expect, it } from 'vitest';
import { isShown } from '../../../src/report/statements/figures.js';
import { analysisResult, editionExhibits } from './profileFixture.js';

const tables = editionExhibits(analysisResult('2017-H1', '2018-H1'), 'tactical').map((exhibit) =>
  exhibit.kind === 'figure' ? exhibit.table : exhibit,
);

/** Tables of which the numbers are of files, rows, actions or other places. */
const OF_THEIR_OWN =
  /^(?:hidden-share|ratings|rules|returns|actions-|children-resident|comparators|recorded-against-expected|revisions)/;

describe('the lines of a table file', () => {
  it.each(
    tables
      .filter(({ id, tidy }) => !OF_THEIR_OWN.test(id) && tidy.length > 0)
      .map((table) => ({ table, id: table.id })),
  )('give every number of people or events that table $id shows', ({ table }) => {
    const given = new Set(
      table.tidy.flatMap(({ numerator, denominator, value }) =>
        [numerator, denominator, value].flatMap((figure) => (isShown(figure) ? [Number(figure.number)] : [])),
      ),
    );
    const shown = table.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) =>
        'figure' in cell && cell.format === 'count' && isShown(cell.figure)
          ? [Number(cell.figure.number)]
          : [],
      ),
    );
    expect(shown.filter((number) => !given.has(number))).toEqual([]);
  });
});
