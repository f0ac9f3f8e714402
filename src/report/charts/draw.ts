import * as vega from 'vega';
import { compile } from 'vega-lite';
import type { Drawing } from './drawing.js';
import { textWidth } from './fontMetrics.js';
import { CONFIG } from './theme.js';

interface MeasuredItem {
  readonly fontSize?: number;
  readonly fontWeight?: number | string;
}

declare module 'vega' {
  /** Exported by vega, not declared in its typings. */
  const textMetrics: { width(item: MeasuredItem, text: unknown): number };
}

const DEFAULT_FONT_SIZE = 11;

// Without a canvas Vega guesses widths 60% too wide; the advance table of the shipped font is exact.
vega.textMetrics.width = (item, text) => {
  const line: unknown = Array.isArray(text) ? text[0] : text;
  const heavy = item.fontWeight === 'bold' || Number(item.fontWeight) >= 550;
  return textWidth(
    line === undefined || line === null ? '' : String(line),
    item.fontSize ?? DEFAULT_FONT_SIZE,
    heavy ? 700 : 400,
  );
};

const logger = vega.logger(vega.Error);

/** Drawings of this run by what they were drawn from: the products of an edition share many of their charts. */
const drawn = new Map<string, Promise<string>>();

/**
 * Draws a chart to the SVG text that Vega writes; `tidySvg` makes it fit for a page.
 */
export function draw(drawing: Drawing): Promise<string> {
  const key = JSON.stringify(drawing);
  const known = drawn.get(key) ?? drawnAnew(drawing);
  drawn.set(key, known);
  return known;
}

async function drawnAnew(drawing: Drawing): Promise<string> {
  const spec =
    drawing.engine === 'vega-lite'
      ? compile({ ...drawing.spec, config: CONFIG }, { logger }).spec
      : drawing.spec;
  // Clip and gradient ids are counted over the whole process; starting again keeps each chart's text the same.
  vega.resetSVGDefIds();
  const view = new vega.View(vega.parse(spec), { renderer: 'none', logger });
  try {
    return await view.toSVG();
  } finally {
    view.finalize();
  }
}
