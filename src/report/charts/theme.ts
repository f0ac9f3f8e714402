import type { Config } from 'vega-lite/types_unstable/config.js';
import type { Mark } from '../chart.js';

/** Colours of the report; contrast on white is stated in the method notes and held by a test. */
export const COLOUR = {
  ink: '#0b0c0c',
  ink2: '#484949',
  white: '#ffffff',
  navy: '#12436d',
  link: '#1a65a6',
  signal: '#801650',
  orange: '#f46a25',
  orangeText: '#b5430b',
  teal: '#28a197',
  tealText: '#1a6f68',
  mid: '#858686',
  minor: '#7d8fa3',
  rule: '#cecece',
  grid: '#e3e5e7',
  wash: '#f4f8fb',
  tint: '#f3f3f3',
  band: '#d2e2f1',
} as const;

/** Sequential blues, light to dark; a fill under 3:1 on white always has its value written in it. */
export const SEQUENCE = ['#deebf7', '#a9cdea', '#5694ca', '#2073bc', '#12436d'] as const;

/** How one series of a chart looks: its marks, the text beside them, and a shape of its own. */
export interface SeriesLook {
  readonly fill: string;
  readonly text: string;
  readonly shape: string;
}

const NAVY: SeriesLook = { fill: COLOUR.navy, text: COLOUR.navy, shape: 'circle' };
const TEAL: SeriesLook = { fill: COLOUR.teal, text: COLOUR.tealText, shape: 'square' };
const SIGNAL: SeriesLook = { fill: COLOUR.signal, text: COLOUR.signal, shape: 'triangle-up' };
const ORANGE: SeriesLook = { fill: COLOUR.orange, text: COLOUR.orangeText, shape: 'diamond' };

/**
 * Looks of up to four series, so ordered that neighbours differ by 3:1 (Analysis Function palette; its pair for two).
 */
export function seriesLook(index: number, count: number): SeriesLook {
  const looks = count <= 2 ? [NAVY, ORANGE] : [NAVY, TEAL, SIGNAL, ORANGE];
  return looks[index % looks.length] ?? NAVY;
}

/** How a verdict looks: always a shape as well as a colour. */
export const VERDICT: Readonly<
  Record<
    Mark,
    { readonly fill: string; readonly stroke: string; readonly shape: string; readonly size: number }
  >
> = {
  higher: { fill: COLOUR.orange, stroke: COLOUR.white, shape: 'triangle-up', size: 130 },
  lower: { fill: COLOUR.teal, stroke: COLOUR.white, shape: 'triangle-down', size: 130 },
  similar: { fill: COLOUR.navy, stroke: COLOUR.white, shape: 'circle', size: 100 },
  unknown: { fill: COLOUR.white, stroke: COLOUR.ink2, shape: 'circle', size: 80 },
};

export const FAMILY = 'Source Sans 3';
export const FONT_STACK = "'Source Sans 3', Arial, Helvetica, sans-serif";

/** The only two widths a chart is drawn at: the text column, and the half column that also serves phones. */
export const WIDE = 820;
export const NARROW = 392;
export type ChartWidth = typeof WIDE | typeof NARROW;

export const LABEL = 15;
export const SMALL = 14;
export const LINE_HEIGHT = 17;

/** Vega-Lite configuration shared by every chart that it lays out. */
export const CONFIG: Config = {
  font: FAMILY,
  background: 'transparent',
  padding: 0,
  view: { stroke: null },
  axis: {
    labelFontSize: LABEL,
    titleFontSize: LABEL,
    titleFontWeight: 400,
    labelColor: COLOUR.ink2,
    titleColor: COLOUR.ink2,
    gridColor: COLOUR.grid,
    gridWidth: 1,
    domainColor: COLOUR.mid,
    tickColor: COLOUR.mid,
    tickSize: 5,
    labelPadding: 6,
    titlePadding: 10,
    labelLimit: 400,
    titleLimit: 600,
  },
  axisX: { grid: false, domain: true, ticks: true },
  axisY: { grid: true, domain: false, ticks: false },
  legend: { disable: true },
  line: { strokeWidth: 3, strokeJoin: 'round', strokeCap: 'round' },
  text: { fontSize: LABEL, fill: COLOUR.ink },
  aria: false,
};

function luminance(hex: string): number {
  const channel = (start: number): number => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/**
 * Contrast ratio of two `#rrggbb` colours (WCAG 2.2, 1.4.3), from 1 to 21.
 */
export function contrast(first: string, second: string): number {
  const [a, b] = [luminance(first), luminance(second)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Black or white, whichever may be written on a fill at 4.5:1. */
export function inkOn(fill: string): string {
  return contrast(COLOUR.white, fill) >= 4.5 ? COLOUR.white : COLOUR.ink;
}
