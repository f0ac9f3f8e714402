import { type Scale, tickText } from './scale.js';
import type { Label, SceneLayer } from './scene.js';
import { COLOUR, LABEL } from './theme.js';
import { labelledPositions, type TrendChart } from './trendPoints.js';

/** Room before the first half-year and after the last, in steps. */
const EDGE = 0.4;
/** From a point to the text beside it. */
export const BESIDE = 12;
const RIGHT = 4;
const TICK = 5;
/** From an axis to its labels. */
const GAP = 6;
/** Under the plot: ticks, labels and the title of the time axis. */
const FOOT = TICK + GAP + LABEL + 10 + LABEL + 5;

/** Where the plot lies in the drawing, in pixels from its top left corner. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (position: number) => number;
  readonly y: (value: number) => number;
}

/**
 * Lays the plot out in a drawing.
 * @param size of the drawing, and the room above the plot
 * @param steps half-years on the axis
 * @param beside widths in pixels: of the widest value on the axis, of the texts at the ends of lines, of the last half-year's name
 */
export function plotOf(
  size: { readonly width: number; readonly height: number; readonly top: number },
  steps: number,
  scale: Scale,
  beside: { readonly axis: number; readonly ends: number; readonly last: number },
): Plot {
  const left = Math.ceil(beside.axis) + GAP;
  const room = size.width - RIGHT - left;
  const length = steps - 1 + 2 * EDGE;
  // The text after the last point, or under it, may reach beyond the plot, not beyond the drawing.
  const after = Math.max(beside.ends === 0 ? 0 : BESIDE + beside.ends, beside.last / 2);
  const across = Math.min(room, ((room - after) * length) / (length - EDGE));
  const [top, bottom] = [size.top, size.height - FOOT];
  return {
    left,
    right: left + across,
    top,
    bottom,
    x: (position) => left + (across * (position + EDGE)) / length,
    y: (value) => bottom - ((bottom - top) * value) / scale.end,
  };
}

/** Grid lines with their values, and the axis of time. */
export function axes(
  { left, right, bottom, x, y }: Plot,
  labels: readonly string[],
  scale: Scale,
  { unit, timeTitle = 'Half-year ending' }: TrendChart,
): readonly SceneLayer[] {
  const named = labelledPositions(labels, right - left);
  const grey = { fill: COLOUR.ink2 } as const;
  return [
    {
      mark: 'rule',
      items: scale.ticks.map((tick) => ({
        x: left,
        x2: right,
        y: y(tick),
        y2: y(tick),
        stroke: COLOUR.grid,
      })),
    },
    {
      mark: 'rule',
      items: [
        { x: left, x2: right, y: bottom, y2: bottom, stroke: COLOUR.mid },
        ...named.map((position) => ({
          x: x(position),
          x2: x(position),
          y: bottom,
          y2: bottom + TICK,
          stroke: COLOUR.mid,
        })),
      ],
    },
    {
      mark: 'label',
      items: [
        ...scale.ticks.map(
          (tick): Label => ({
            x: left - GAP,
            y: y(tick),
            text: tickText(tick, scale.step, unit),
            align: 'right',
            ...grey,
          }),
        ),
        ...named.map(
          (position): Label => ({
            x: x(position),
            y: bottom + TICK + GAP,
            text: labels[position] ?? '',
            align: 'center',
            baseline: 'top',
            ...grey,
          }),
        ),
        {
          x: (left + right) / 2,
          y: bottom + TICK + GAP + LABEL + 10,
          text: timeTitle,
          align: 'center',
          baseline: 'top',
          ...grey,
        },
      ],
    },
  ];
}
