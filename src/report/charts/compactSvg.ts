import type { SvgElement, SvgNode } from './svgTree.js';

/** Attributes that children inherit: said once for a run of marks that share them. */
const INHERITED = ['fill', 'font-size', 'font-weight', 'text-anchor', 'stroke', 'stroke-width'] as const;

/** A run must be this long before a group around it is shorter than saying it each time. */
const LEAST_RUN = 3;

const CIRCLE = /^M([\d.]+),0A([\d.]+),([\d.]+),0,1,1-([\d.]+),0A([\d.]+),([\d.]+),0,1,1,([\d.]+),0$/;
const TRANSLATION = /^translate\(([-\d.]+),([-\d.]+)\)$/;

/** A circle that Vega wrote as a path becomes a circle; anything else stays. */
function withCircle(element: SvgElement): SvgElement {
  if (element.tag !== 'path') return element;
  const { d, transform, ...rest } = element.attributes;
  const radii = CIRCLE.exec(d ?? '')?.slice(1);
  const place = TRANSLATION.exec(transform ?? '');
  const [radius] = radii ?? [];
  if (radius === undefined || place === null || radii?.some((one) => one !== radius)) return element;
  const attributes = { cx: place[1] ?? '0', cy: place[2] ?? '0', r: radius, ...rest };
  return { tag: 'circle', attributes, children: element.children };
}

/** What an element says that its neighbours may say too, as one text. */
function lookOf(node: SvgNode | undefined): string | null {
  if (node === undefined || typeof node === 'string' || node.tag === 'g' || node.tag === 'title') return null;
  const look = INHERITED.filter((name) => node.attributes[name] !== undefined)
    .map((name) => `${name}=${node.attributes[name]}`)
    .join(' ');
  return look === '' ? null : look;
}

function grouped(run: readonly SvgNode[]): SvgElement {
  const attributes: Record<string, string> = {};
  const children = run.map((node): SvgNode => {
    if (typeof node === 'string') return node;
    const own: Record<string, string> = {};
    for (const [name, value] of Object.entries(node.attributes)) {
      if (INHERITED.some((one) => one === name)) attributes[name] = value;
      else own[name] = value;
    }
    return { ...node, attributes: own };
  });
  return { tag: 'g', attributes, children };
}

/**
 * The same drawing in fewer bytes: circles as circles, and what neighbouring marks have in common said once by a group
 * around them. Order, and so what is painted over what, stays as it is.
 */
export function compactSvg(nodes: readonly SvgNode[]): readonly SvgNode[] {
  const inner = nodes.map((node): SvgNode => {
    if (typeof node === 'string') return node;
    const element = withCircle(node);
    return { ...element, children: [...compactSvg(element.children)] };
  });
  const result: SvgNode[] = [];
  let run: SvgNode[] = [];
  let look: string | null = null;
  const close = (): void => {
    if (run.length >= LEAST_RUN && look !== null) result.push(grouped(run));
    else result.push(...run);
    run = [];
  };
  for (const node of inner) {
    const next = lookOf(node);
    if (next !== look) close();
    look = next;
    run.push(node);
  }
  close();
  return result;
}
