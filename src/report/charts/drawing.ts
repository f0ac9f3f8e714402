import type { Spec } from 'vega';
import type { TopLevelSpec } from 'vega-lite';

type LayeredSpec = Extract<TopLevelSpec, { layer: unknown[] }>;

/** One layer of a Vega-Lite chart. */
export type Layer = LayeredSpec['layer'][number];

/** A chart ready to be drawn: laid out by Vega-Lite, or by us as plain Vega marks. */
export type Drawing =
  | { readonly engine: 'vega-lite'; readonly spec: TopLevelSpec }
  | { readonly engine: 'vega'; readonly spec: Spec };

/** A Vega-Lite chart that fills exactly `width` by `height` pixels, labels included. */
export function layered(
  size: { readonly width: number; readonly height: number },
  padding: {
    readonly top?: number;
    readonly right?: number;
    readonly bottom?: number;
    readonly left?: number;
  },
  layer: Layer[],
): Drawing {
  return {
    engine: 'vega-lite',
    spec: { ...size, padding, autosize: { type: 'fit', contains: 'padding' }, layer },
  };
}
