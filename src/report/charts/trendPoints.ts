import type { PublishedNumber } from '../../disclosure/model.js';
import type { Chart } from '../chart.js';
import { hoverText, isSymbol, numberOf } from './figures.js';
import { widest } from './fontMetrics.js';
import { LABEL } from './theme.js';

export type TrendChart = Extract<Chart, { kind: 'trend' }>;

/** The letter that marks a series break in the chart and in its key: A, B, C ... */
export function breakLetter(index: number): string {
  return String.fromCharCode(65 + index);
}

/** Breaks that fall between two half-years of the chart. */
export function shownBreaks(chart: TrendChart): TrendChart['breaks'] {
  const labels = chart.series[0]?.points.map((point) => point.label) ?? [];
  return chart.breaks.filter((gap) => labels.indexOf(gap.beforeLabel) > 0);
}

/** Positions that get a label on the axis: all of them, or every second (third ...) counted back from the latest. */
export function labelledPositions(labels: readonly string[], available: number): readonly number[] {
  const room = widest(labels, LABEL) + 12;
  const every = Math.max(1, Math.ceil((room * labels.length) / available));
  return labels.map((_, index) => index).filter((index) => (labels.length - 1 - index) % every === 0);
}

/** A published point of a line; positions count half-years from 0. */
export interface TrendPoint {
  readonly position: number;
  readonly value: PublishedNumber;
  /** Points of one unbroken stretch share it: lines stop at gaps and at series breaks. */
  readonly stretch: number;
  readonly hover: string;
  readonly lower: PublishedNumber | null;
  readonly upper: PublishedNumber | null;
}

/** The published points of one line, with the stretches that gaps and series breaks cut it into. */
export function pointsOf(series: TrendChart['series'][number], chart: TrendChart): readonly TrendPoint[] {
  let stretch = 0;
  return series.points.flatMap((point, position) => {
    const value = numberOf(point.value);
    if (value === null || chart.breaks.some((gap) => gap.beforeLabel === point.label)) stretch++;
    if (value === null) return [];
    const name = chart.series.length > 1 ? `${series.name}, ${point.label}` : point.label;
    const ranged = !isSymbol(point.lower) && !isSymbol(point.upper);
    return {
      position,
      value,
      stretch,
      hover: hoverText(name, point, chart.unit),
      lower: ranged ? numberOf(point.lower) : null,
      upper: ranged ? numberOf(point.upper) : null,
    };
  });
}

/** Moves end labels apart so that neighbours differ by at least `gap`, keeping their order. */
export function spread(heights: readonly number[], gap: number): readonly number[] {
  const order = heights.map((_, index) => index).sort((a, b) => (heights[a] ?? 0) - (heights[b] ?? 0));
  const placed = [...heights];
  let floor = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    placed[index] = Math.max(heights[index] ?? 0, floor);
    floor = (placed[index] ?? 0) + gap;
  }
  return placed;
}
