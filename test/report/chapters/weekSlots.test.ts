import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../src/analysis/model.js';
import { weekSlotsFigure } from '../../../src/report/chapters/figures/weekSlots.js';
import { formatFigure } from '../../../src/report/numbers.js';
import { analysisResult, editionView } from './profileFixture.js';

const base = analysisResult('2017-H1', '2018-H1', ['O01']);

/** The total of offences made into cells of days and times, under an indicator that the catalogue has. */
function withCells(cells: Readonly<Record<string, number>>) {
  const total = base.observations.find(
    (o) =>
      o.area === 'PAN-LANCS' && o.period === '2018-H1' && o.breakdown === 'total' && o.indicator === 'O01',
  );
  const made = Object.entries(cells).flatMap(([category, n]): Observation[] =>
    total === undefined
      ? []
      : [
          {
            ...total,
            indicator: 'L02',
            breakdown: 'weekday-slot',
            category,
            numerator: n,
            value: n,
            numeratorKey: 'L02',
            people: n,
          },
        ],
  );
  return editionView({ ...base, observations: [...base.observations, ...made] });
}

const spec = { id: 'days-and-times', indicator: 'L02', width: 'full' } as const;

describe('days and times', () => {
  it('sets days against times, hides small cells and names none as the highest', () => {
    const made = weekSlotsFigure(
      withCells({ '1-16': 12, '1-18': 31, '6-16': 2, '6-18': 44, '7-16': 9, '7-18': 11 }),
      spec,
    );
    if (made.kind !== 'figure') throw new Error('the figure can be made');
    expect(made.title.text).not.toMatch(/most|Saturday|18:00/);
    expect(made.chart.kind === 'heat' ? made.chart.columns : []).toEqual(['16:00', '18:00']);
    const rows = made.table.rows.map(({ cells }) =>
      cells.map((cell) => ('text' in cell ? cell.text : formatFigure(cell.figure, cell.format))),
    );
    expect(rows.map(([day]) => day)).toEqual(['Monday', 'Saturday', 'Sunday']);
    expect(rows[1]).toEqual(['Saturday', '[c]', '44']);
  });

  it('understands named days and ranges of hours', () => {
    const made = weekSlotsFigure(withCells({ 'MON-18-20': 31, 'FRI-20-22': 12 }), spec);
    if (made.kind !== 'figure') throw new Error('the figure can be made');
    expect(made.table.rows.map(({ cells: [day] }) => day)).toEqual([{ text: 'Monday' }, { text: 'Friday' }]);
    expect(made.table.columns.map(({ title }) => title)).toEqual(['Day', '18 to 20', '20 to 22']);
  });

  it('is unavailable without such cells', () => {
    expect(weekSlotsFigure(editionView(base), spec).kind).toBe('unavailable');
  });
});
