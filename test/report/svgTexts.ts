import { textWidth } from '../../src/report/charts/fontMetrics.js';
import { parseSvg, type SvgElement, type SvgNode } from '../../src/report/charts/svgTree.js';
import type { TidyChart } from '../../src/report/charts/tidySvg.js';

/** A written text of a drawing and the box it takes, in pixels of the drawing. */
export interface WrittenText {
  readonly text: string;
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function textOf(nodes: readonly SvgNode[]): string {
  const raw = nodes
    .map((node) => (typeof node === 'string' ? node : node.tag === 'title' ? '' : textOf(node.children)))
    .join('');
  return raw.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Lines of a text: Vega writes each line after the first as a `tspan` moved down by `dy`. */
function linesOf(node: SvgElement): readonly { readonly text: string; readonly down: number }[] {
  const spans = node.children.filter((child) => typeof child !== 'string' && child.tag === 'tspan');
  if (spans.length === 0) return [{ text: textOf(node.children), down: 0 }];
  let down = 0;
  return spans.map((span) => {
    if (typeof span !== 'string') down += Number(span.attributes['dy'] ?? 0);
    return { text: textOf([span]), down };
  });
}

function moved(transform: string | undefined): { x: number; y: number; angle: number } {
  const move = /translate\(([-\d.]+)[, ]([-\d.]+)\)/.exec(transform ?? '');
  const turn = /rotate\(([-\d.]+)\)/.exec(transform ?? '');
  const after = /rotate\(-90\) translate\(([-\d.]+)[, ]([-\d.]+)\)/.exec(transform ?? '');
  return {
    x: Number(move?.[1] ?? 0) + Number(after?.[2] ?? 0),
    y: Number(move?.[2] ?? 0) - Number(after?.[1] ?? 0),
    angle: Number(turn?.[1] ?? 0),
  };
}

type Look = Readonly<Record<string, string>>;

function collect(node: SvgNode, x: number, y: number, inherited: Look, found: WrittenText[]): void {
  if (typeof node === 'string') return;
  const look = { ...inherited, ...node.attributes };
  const move = moved(node.attributes['transform']);
  const [left, top] = [x + move.x, y + move.y];
  if (node.tag !== 'text') {
    for (const child of node.children) collect(child, left, top, look, found);
    return;
  }
  const size = Number(look['font-size']);
  const [ascent, descent] = [size * 0.72, size * 0.2];
  const anchor = look['text-anchor'];
  for (const line of linesOf(node)) {
    const width = textWidth(line.text, size, look['font-weight'] === undefined ? 400 : 700);
    const start = anchor === 'end' ? -width : anchor === 'middle' ? -width / 2 : 0;
    const base = top + line.down;
    found.push(
      move.angle === -90
        ? {
            text: line.text,
            size,
            left: left - ascent,
            right: left + descent,
            top: top - start - width,
            bottom: top - start,
          }
        : {
            text: line.text,
            size,
            left: left + start,
            right: left + start + width,
            top: base - ascent,
            bottom: base + descent,
          },
    );
  }
}

/** All texts that a drawing writes, tooltips left out. */
export function svgTexts(chart: TidyChart): readonly WrittenText[] {
  const found: WrittenText[] = [];
  collect(parseSvg(`<svg>${chart.body}</svg>`), 0, 0, {}, found);
  return found;
}
