import type { Mark, Spec } from 'vega';
import type { Drawing } from './drawing.js';
import { COLOUR, FAMILY, LABEL, LINE_HEIGHT } from './theme.js';

/** A filled or outlined rectangle; `hover` is the text of its tooltip. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  readonly radius?: number;
  readonly hover?: string;
}

export interface Rule {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
  readonly stroke: string;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
}

/** An SVG path in scene coordinates. */
export interface Shape {
  readonly path: string;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: readonly number[];
  /** Round ends and corners. */
  readonly round?: true;
}

export interface Dot {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly shape: string;
  readonly fill: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly hover?: string;
}

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string | readonly string[];
  readonly size?: number;
  readonly bold?: boolean;
  readonly fill?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly baseline?: 'top' | 'middle' | 'alphabetic' | 'bottom';
  readonly angle?: number;
}

export type SceneLayer =
  | { readonly mark: 'box'; readonly items: readonly Box[] }
  | { readonly mark: 'rule'; readonly items: readonly Rule[] }
  | { readonly mark: 'shape'; readonly items: readonly Shape[] }
  | { readonly mark: 'dot'; readonly items: readonly Dot[] }
  | { readonly mark: 'label'; readonly items: readonly Label[] };

const VEGA_MARK = { box: 'rect', rule: 'rule', shape: 'path', dot: 'symbol', label: 'text' } as const;

function datumOf(layer: SceneLayer): Record<string, unknown>[] {
  switch (layer.mark) {
    case 'box':
      return layer.items.map((box) => ({ ...box, strokeDash: box.dash, cornerRadius: box.radius }));
    case 'label':
      return layer.items.map((label) => ({
        x: label.x,
        y: label.y,
        text: label.text,
        fontSize: label.size ?? LABEL,
        fontWeight: label.bold === true ? 700 : 400,
        fill: label.fill ?? COLOUR.ink,
        align: label.align ?? 'left',
        baseline: label.baseline ?? 'middle',
        angle: label.angle ?? 0,
      }));
    case 'shape':
      return layer.items.map(({ round, ...shape }) => ({
        ...shape,
        strokeDash: shape.dash,
        ...(round === true ? { strokeCap: 'round', strokeJoin: 'round' } : {}),
      }));
    default:
      return layer.items.map((item) => ({ ...item, strokeDash: 'dash' in item ? item.dash : undefined }));
  }
}

const CHANNELS: Readonly<Record<SceneLayer['mark'], readonly string[]>> = {
  box: ['x', 'y', 'width', 'height', 'fill', 'stroke', 'strokeWidth', 'strokeDash', 'cornerRadius'],
  rule: ['x', 'y', 'x2', 'y2', 'stroke', 'strokeWidth', 'strokeDash'],
  shape: ['path', 'fill', 'stroke', 'strokeWidth', 'strokeDash', 'strokeCap', 'strokeJoin'],
  dot: ['x', 'y', 'size', 'shape', 'fill', 'stroke', 'strokeWidth'],
  label: ['x', 'y', 'text', 'fontSize', 'fontWeight', 'fill', 'align', 'baseline', 'angle'],
};

function markOf(layer: SceneLayer, data: string): Mark {
  const enter: Record<string, { field: string } | { value: string | number }> = {};
  for (const channel of CHANNELS[layer.mark]) enter[channel] = { field: channel };
  if (layer.mark === 'box' || layer.mark === 'dot') enter['description'] = { field: 'hover' };
  if (layer.mark === 'label') {
    enter['font'] = { value: FAMILY };
    enter['lineHeight'] = { value: LINE_HEIGHT };
  }
  return { type: VEGA_MARK[layer.mark], from: { data }, encode: { enter } };
}

/**
 * A chart whose layout is ours: plain Vega marks in paint order, without scales or a layout pass. Several times faster
 * than a Vega-Lite chart, half its size, and exact to the pixel.
 */
export function scene(width: number, height: number, layers: readonly SceneLayer[]): Drawing {
  const drawn = layers.filter((layer) => layer.items.length > 0);
  const spec: Spec = {
    width,
    height: Math.ceil(height),
    padding: 0,
    autosize: 'none',
    data: drawn.map((layer, index) => ({ name: `d${index}`, values: datumOf(layer) })),
    marks: drawn.map((layer, index) => markOf(layer, `d${index}`)),
  };
  return { engine: 'vega', spec };
}
