import type { Figure, PublishedNumber } from '../disclosure/model.js';

/** How a figure is to be written: the unit decides decimals and suffix. */
export type NumberFormat = 'count' | 'percent' | 'rate' | 'ratio' | 'days' | 'hours' | 'years';

const DECIMALS: Readonly<Record<NumberFormat, number>> = {
  count: 0,
  percent: 0,
  rate: 1,
  ratio: 2,
  days: 1,
  hours: 1,
  years: 1,
};

/** How many decimals a figure of the format is written with. */
export function decimalsOf(format: NumberFormat): number {
  return DECIMALS[format];
}

/** Groups the thousands of a number written with fixed decimals, without asking the locale. */
function grouped(text: string): string {
  const [whole = '0', fraction] = text.split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}

/** A published number as it is written: "1,234", "12.3", "45%". */
export function formatNumber(value: PublishedNumber, format: NumberFormat): string {
  return `${grouped(value.toFixed(decimalsOf(format)))}${format === 'percent' ? '%' : ''}`;
}

/** A figure as it is written: the number in its format, or the symbol in square brackets. */
export function formatFigure(figure: Figure, format: NumberFormat): string {
  return 'symbol' in figure ? `[${figure.symbol}]` : formatNumber(figure.number, format);
}
