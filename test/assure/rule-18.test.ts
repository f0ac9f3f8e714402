import { describe, expect, it } from 'vitest';
import { protect } from '../../src/disclosure/protect.js';
import type { Comparator } from '../../src/reference/comparators.js';
import { exhibitsOf } from '../../src/report/chapters/chapter.js';
import { context } from '../../src/report/chapters/context.js';
import { profileView } from '../../src/report/view.js';
import { area, count, result } from '../disclosure/observation.js';
import { wordsView } from '../report/words/wordsView.js';

const neighbour: Comparator = {
  areaCode: 'X1',
  areaName: 'Neighbour',
  level: 'neighbour',
  indicator: 'S02',
  definition: 'CSE-2017',
  countingUnit: 'children',
  period: '2018-H1',
  numerator: 520,
  denominator: 190_000,
  source: 'Published by the neighbour',
};

/** The last cell of the comparator's row: the verdict, or why there is none. */
function verdict(change: Partial<Comparator>, children = 648): string {
  const rate = count('S02', 'PAN-LANCS', children, {
    denominator: 317_000,
    populationBase: true,
    value: (10_000 * children) / 317_000,
    lower: 18,
    upper: 22,
    method: 'byar',
  });
  const published = protect(result([rate]), { edition: 'board', threshold: 5, ceiling: 'B' });
  const view = profileView(
    published,
    { ...wordsView(), comparators: [{ ...neighbour, ...change }] },
    area('PAN-LANCS'),
  );
  const table = exhibitsOf(context.build(view)).find(({ id }) => id === 'comparators');
  const [row] = table?.kind === 'table' ? table.rows : [];
  const last = row?.cells.at(-1);
  return last !== undefined && 'text' in last ? last.text : 'no row';
}

describe('rule 18: figures of other places', () => {
  it('are judged where definition, counting unit and period are the same', () => {
    expect(verdict({})).toBe('Ours is lower');
    expect(verdict({ numerator: 390 })).toBe('No clear difference');
  });

  it('else stand in a row that says why they are not', () => {
    expect(verdict({ definition: 'CSE-2009' })).toMatch(/^Not comparable: another definition/);
    expect(verdict({ countingUnit: 'episodes' })).toMatch(/^Not comparable: another counting unit/);
    expect(verdict({ period: '2017-18' })).toBe('Not comparable: another period (2017-18)');
  });

  it('are not judged against a number that the edition hides', () => {
    expect(verdict({}, 3)).toBe('Not shown');
  });
});
