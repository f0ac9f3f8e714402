import { describe, expect, it } from 'vitest';
import type { PublishedResult } from '../../../src/disclosure/model.js';
import { protect } from '../../../src/disclosure/protect.js';
import { composeProduct } from '../../../src/pipeline/productFiles.js';
import type { PeriodId } from '../../../src/reference/brands.js';
import { type Grain, periodsWithin } from '../../../src/reference/calendar.js';
import { exhibitsOf } from '../../../src/report/chapters/chapter.js';
import { missing } from '../../../src/report/chapters/missing.js';
import { profile } from '../../../src/report/products/profile.js';
import { type ProfileView, viewByMonth } from '../../../src/report/view.js';
import { analysisResult, editionView, resultOver } from './profileFixture.js';

const view = editionView(analysisResult('2017-H1', '2018-H1'));

/** Names of the eighteen months of the three half-years. */
const MONTHS = periodsWithin(view.published.periods, 'month', 4);

/** The half-year's view beside some months. */
function besideMonths(periods: readonly PeriodId[]): ProfileView {
  const months = resultOver(periods, ['M01', 'M02']);
  return { ...view, atMonth: protect(months, { edition: 'board', threshold: 5, ceiling: 'B' }) };
}

const BY_MONTH = ['missing-children-by-month', 'missing-episodes-by-month'];

describe('missing children by month', () => {
  it('are drawn in the profile where another product counts them', () => {
    const exhibits = exhibitsOf(missing.build(besideMonths(MONTHS), []));
    const drawn = exhibits.flatMap((one) =>
      one.kind === 'figure' && BY_MONTH.includes(one.id) ? [one] : [],
    );
    expect(drawn.map(({ id, chart }) => [id, chart.kind])).toEqual(BY_MONTH.map((id) => [id, 'control']));
    for (const { title, table } of drawn) {
      expect(title.text).toMatch(/in Sep 2018$/);
      expect(table.rows).toHaveLength(18);
      expect(table.tidy.at(-1)?.period).toBe('2018-09');
    }
    // Whoever looks for the half-year's number finds the trend first.
    const ids = exhibits.map(({ id }) => id);
    expect(ids.indexOf('missing-children')).toBeLessThan(ids.indexOf(BY_MONTH[0] ?? ''));
  });

  it('are left out where they are not counted, or not up to the end of the half-year', () => {
    expect(viewByMonth(view)).toBeNull();
    expect(viewByMonth(besideMonths(MONTHS.slice(0, -1)))).toBeNull();
    const ids = exhibitsOf(missing.build(view, [])).map(({ id }) => id);
    expect(ids).toContain('missing-children');
    expect(ids.filter((id) => BY_MONTH.includes(id))).toEqual([]);
  });

  it.each([
    ['board', BY_MONTH],
    ['public', []],
  ] as const)('are for the readers of the briefing: %s', (audience, expected) => {
    const beside = besideMonths(MONTHS);
    const published = new Map<Grain, PublishedResult>([['half-year', beside.published]]);
    if (beside.atMonth !== undefined) published.set('month', beside.atMonth);
    const edition = { ...view.edition, audience };
    const [made] = composeProduct(profile, published, { ...view, edition });
    const ids = made?.document.chapters.flatMap(exhibitsOf).map(({ id }) => id) ?? [];
    expect(ids).toContain('missing-children');
    expect(ids.filter((id) => BY_MONTH.includes(id))).toEqual(expected);
  });
});
