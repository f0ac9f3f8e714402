import type { NumberFormat } from '../numbers.js';
import { type Scale, tickText } from './scale.js';
import { COLOUR } from './theme.js';

/** The Vega-Lite x channel of a horizontal chart that starts at zero, with light vertical grid lines. */
export function valueAxis(
  scale: Scale,
  unit: NumberFormat,
  title: readonly string[],
): (field: string) => object {
  const ticks = scale.ticks.map((tick) => tickText(tick, scale.step, unit));
  return (field) => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, scale.end], nice: false },
    axis: {
      title: title.length === 0 ? null : [...title],
      titleAnchor: 'start',
      values: scale.ticks,
      labelExpr: `${JSON.stringify(ticks)}[round(datum.value/${scale.step})]`,
      labelFlush: false,
      grid: true,
      domain: false,
      ticks: false,
      domainColor: COLOUR.mid,
    },
  });
}
