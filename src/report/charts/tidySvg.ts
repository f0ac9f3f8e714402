import { compactSvg } from './compactSvg.js';
import { parseSvg, type SvgElement, type SvgNode, writeSvg } from './svgTree.js';

/** The inside of a drawing: what goes between an `<svg>` and its end, and the size it is drawn for. */
export interface TidyChart {
  readonly body: string;
  readonly width: number;
  readonly height: number;
}

/** Attributes that say nothing in a page, or that `role="img"` on the root makes idle. */
const DROPPED = /^(class|role|aria-.*|pointer-events|xmlns:xlink|version|font-family)$/;

/** Values that SVG takes for granted. */
const DEFAULTS: Readonly<Record<string, string>> = {
  'font-weight': '400',
  'text-anchor': 'start',
  opacity: '1',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  'stroke-miterlimit': '10',
  transform: 'translate(0,0)',
};

const STROKE_DETAILS = ['stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linecap', 'stroke-linejoin'];
const MEASURES = ['transform', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'width', 'height', 'd'];
const TRANSLATION = /^translate\(([-\d.]+),([-\d.]+)\)$/;

/** Rounds every number in a text to a tenth of a pixel. */
function rounded(text: string): string {
  return text.replace(/-?\d*\.\d+(?:e-?\d+)?|-?\d+e-?\d+/g, (match) => {
    const value = Number(match).toFixed(1).replace(/\.0$/, '');
    return value === '-0' ? '0' : value.replace(/^(-?)0\./, '$1.');
  });
}

function shortColour(colour: string): string {
  const hex = colour.toLowerCase().replace(/^rgb\((\d+), ?(\d+), ?(\d+)\)$/, (_, ...parts: string[]) => {
    const channels = parts.slice(0, 3).map((part) => Number(part).toString(16).padStart(2, '0'));
    return `#${channels.join('')}`;
  });
  return hex.replace(/^#(.)\1(.)\2(.)\3$/, '#$1$2$3');
}

function isUnpainted(value: string | undefined): boolean {
  return value === undefined || value === 'none' || value === 'transparent';
}

function tidyAttributes(element: SvgElement, prefix: string): void {
  const { attributes } = element;
  for (const name of Object.keys(attributes)) {
    if (DROPPED.test(name) || attributes[name] === DEFAULTS[name]) delete attributes[name];
  }
  if (attributes['font-weight'] === 'normal') delete attributes['font-weight'];
  if (attributes['font-size'] !== undefined)
    attributes['font-size'] = attributes['font-size'].replace('px', '');
  if (attributes['stroke-width'] === '0' || isUnpainted(attributes['stroke'])) {
    for (const name of STROKE_DETAILS) delete attributes[name];
  }
  if (attributes['stroke-width'] === '1') delete attributes['stroke-width'];
  for (const name of MEASURES) {
    const value = attributes[name];
    if (value !== undefined) attributes[name] = rounded(value);
  }
  if (attributes['d'] !== undefined) {
    attributes['d'] = attributes['d'].replace(/,?(-)/g, '$1').replace(/([a-zA-Z]),/g, '$1');
  }
  for (const name of ['fill', 'stroke']) {
    const value = attributes[name];
    if (value !== undefined) attributes[name] = shortColour(value);
  }
  for (const name of ['fill', 'stroke']) {
    const value = attributes[name];
    if (value !== undefined) attributes[name] = value.replace('url(#', `url(#${prefix}-`);
  }
  if (attributes['id'] !== undefined) attributes['id'] = `${prefix}-${attributes['id']}`;
}

function isInvisible({ tag, attributes, children }: SvgElement): boolean {
  if (attributes['opacity'] === '0') return true;
  if (tag === 'text' || tag === 'g') return children.length === 0;
  if (tag === 'path' && attributes['d'] === undefined) return true;
  if (tag === 'path' || tag === 'rect')
    return isUnpainted(attributes['stroke']) && isUnpainted(attributes['fill']);
  return false;
}

/** Joins a group with its only child when both do nothing but move. */
function withoutNesting(element: SvgElement): SvgNode {
  const [only] = element.children;
  if (element.tag !== 'g' || element.children.length !== 1 || only === undefined || typeof only === 'string')
    return element;
  const names = Object.keys(element.attributes);
  if (names.length === 0) return only;
  const outer = TRANSLATION.exec(element.attributes['transform'] ?? '');
  const inner = TRANSLATION.exec(only.attributes['transform'] ?? '');
  if (names.length > 1 || only.tag !== 'g' || outer === null || inner === null) return element;
  const x = Number(outer[1]) + Number(inner[1]);
  const y = Number(outer[2]) + Number(inner[2]);
  only.attributes['transform'] = rounded(`translate(${x.toFixed(2)},${y.toFixed(2)})`);
  return only;
}

function tidyNode(node: SvgNode, prefix: string): readonly SvgNode[] {
  if (typeof node === 'string') return [node];
  const hover = node.attributes['aria-label'];
  tidyAttributes(node, prefix);
  node.children = node.children.flatMap((child) => tidyNode(child, prefix));
  if (isInvisible(node)) return [];
  if (node.tag === 'g') {
    for (const name of ['fill', 'stroke', 'stroke-width']) delete node.attributes[name];
    node.children = node.children.flatMap((child) =>
      typeof child !== 'string' && child.tag === 'g' && Object.keys(child.attributes).length === 0
        ? child.children
        : [child],
    );
    return [withoutNesting(node)];
  }
  if (hover !== undefined) node.children.unshift({ tag: 'title', attributes: {}, children: [hover] });
  return [node];
}

/**
 * Turns the SVG that Vega writes into a body fit for a page: half the size, no roles or labels on inner marks, ids that
 * cannot collide, and a hover `<title>` on each mark that was given a description.
 *
 * @param prefix put before every id in the drawing
 */
export function tidySvg(svg: string, prefix: string): TidyChart {
  const root = parseSvg(svg);
  const [, , width = 0, height = 0] = (root.attributes['viewBox'] ?? '').split(/\s+/).map(Number);
  const body = writeSvg(compactSvg(root.children.flatMap((child) => tidyNode(child, prefix))));
  return { body, width: Math.round(width), height: Math.round(height) };
}
