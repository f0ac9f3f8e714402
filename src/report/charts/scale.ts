import type { NumberFormat } from '../numbers.js';

/** A scale that starts at zero: its last value and the values that get a grid line. */
export interface Scale {
  readonly end: number;
  readonly ticks: readonly number[];
  readonly step: number;
}

const STEPS = [1, 2, 2.5, 5, 10];

/** The smallest round step (1, 2, 2.5, 5 times a power of ten) of which `count` reach `highest`. */
function roundStep(highest: number, count: number, whole: boolean): number {
  const rough = highest / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  for (const factor of STEPS) {
    const step = factor * power;
    if (whole && !Number.isInteger(step)) continue;
    if (step * count >= highest - 1e-9) return step;
  }
  return whole ? Math.max(1, Math.ceil(rough)) : 10 * power;
}

/**
 * A scale from zero with round ticks that covers the given published values.
 *
 * @param values published numbers only; without any the scale is 0 to 1
 * @param format counts get whole ticks, percentages never go past 100 unless a value does
 * @param count how many steps to aim for
 */
export function scaleFromZero(values: readonly number[], format: NumberFormat, count = 4): Scale {
  const highest = values.reduce((most, value) => Math.max(most, value), 0);
  if (highest <= 0) return { end: 1, ticks: [0, 1], step: 1 };
  const step = roundStep(highest, count, format === 'count');
  const reach = Math.ceil(highest / step - 1e-9);
  const ticks = Array.from({ length: reach + 1 }, (_, index) => Number((index * step).toPrecision(12)));
  return { end: ticks[reach] ?? highest, ticks, step };
}

/**
 * Text of a tick: "1,000", "2.5", "40%". Ticks are our own round numbers, not data.
 */
export function tickText(value: number, step: number, format: NumberFormat): string {
  const places = Number.isInteger(step) ? 0 : step >= 0.1 && Number.isInteger(step * 10) ? 1 : 2;
  const [whole = '0', fraction] = value.toFixed(places).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${grouped}${fraction === undefined ? '' : `.${fraction}`}${format === 'percent' ? '%' : ''}`;
}
