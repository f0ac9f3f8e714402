/** An element of the small SVG subset that Vega writes. Text and attribute values stay escaped as they were. */
export interface SvgElement {
  readonly tag: string;
  attributes: Record<string, string>;
  children: SvgNode[];
}
export type SvgNode = SvgElement | string;

const TOKEN = /<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

/**
 * Reads SVG text as Vega writes it (no comments, no declarations, double-quoted attributes).
 *
 * @returns the root element
 * @throws Error when there is no root element
 */
export function parseSvg(text: string): SvgElement {
  const top: SvgElement = { tag: '', attributes: {}, children: [] };
  const open = [top];
  for (const token of text.matchAll(TOKEN)) {
    const [, closing, tag, attributeText, selfClosed, content] = token;
    const parent = open.at(-1) ?? top;
    if (content !== undefined) {
      parent.children.push(content);
    } else if (closing === '/') {
      open.pop();
    } else {
      const attributes: Record<string, string> = {};
      for (const [, name = '', value = ''] of (attributeText ?? '').matchAll(ATTRIBUTE))
        attributes[name] = value;
      const element: SvgElement = { tag: tag ?? '', attributes, children: [] };
      parent.children.push(element);
      if (selfClosed !== '/') open.push(element);
    }
  }
  for (const child of top.children) if (typeof child !== 'string' && child.tag === 'svg') return child;
  throw new Error('the drawing has no svg element');
}

/** Writes nodes back to text; an element without children is closed in place. */
export function writeSvg(nodes: readonly SvgNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      const attributes = Object.entries(node.attributes)
        .map(([name, value]) => ` ${name}="${value}"`)
        .join('');
      return node.children.length === 0
        ? `<${node.tag}${attributes}/>`
        : `<${node.tag}${attributes}>${writeSvg(node.children)}</${node.tag}>`;
    })
    .join('');
}
