import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../src/report/chart.js';
import { draw } from '../../../src/report/charts/draw.js';
import { drawingOf } from '../../../src/report/charts/drawingOf.js';
import { NARROW, WIDE } from '../../../src/report/charts/theme.js';
import { hidden, shown } from '../figures.js';
import { everyChart } from '../sampleCharts.js';

/** The same chart whose symbols carry, against their type, the number they hide. */
function withSecrets(value: unknown, secret: number): unknown {
  if (Array.isArray(value)) return value.map((item) => withSecrets(item, secret));
  if (typeof value !== 'object' || value === null) return value;
  if ('symbol' in value) return { ...value, number: secret, secret };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withSecrets(item, secret)]));
}

describe('hidden values', () => {
  it.each(everyChart.map((chart) => [chart.kind, chart] as const))(
    'do not move a mark of the %s chart',
    async (_, chart) => {
      for (const width of [WIDE, NARROW] as const) {
        const small = await draw(drawingOf(withSecrets(chart, 1) as Chart, width));
        const large = await draw(drawingOf(withSecrets(chart, 987654) as Chart, width));
        expect(large).toBe(small);
        expect(large).not.toContain('987654');
      }
    },
  );

  it('are written as their symbol, never as nought', async () => {
    const chart: Chart = {
      kind: 'bars',
      unit: 'count',
      axisTitle: '',
      rows: [
        { name: 'Hidden', value: { symbol: 'c' } },
        { name: 'Not available', value: { symbol: 'x' } },
        { name: 'None', value: shown(0) },
      ],
    };
    const svg = await draw(drawingOf(chart, NARROW));
    for (const text of ['[c]', '[x]', '>0<']) expect(svg).toContain(text);
  });

  it('keep a chart without any published value drawable', async () => {
    const empty: Chart = {
      kind: 'bars',
      unit: 'count',
      axisTitle: '',
      rows: [{ name: 'Only', value: hidden() }],
    };
    await expect(draw(drawingOf(empty, NARROW))).resolves.toContain('[c]');
  });
});
