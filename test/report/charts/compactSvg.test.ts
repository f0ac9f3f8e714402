import { describe, expect, it } from 'vitest';
import { compactSvg } from '../../../src/report/charts/compactSvg.js';
import { draw } from '../../../src/report/charts/draw.js';
import { drawingOf } from '../../../src/report/charts/drawingOf.js';
import { parseSvg, type SvgNode, writeSvg } from '../../../src/report/charts/svgTree.js';
import { everyChart } from '../sampleCharts.js';

function compact(body: string): string {
  return writeSvg(compactSvg(parseSvg(`<svg>${body}</svg>`).children));
}

const INHERITED = ['fill', 'font-size', 'font-weight', 'text-anchor', 'stroke', 'stroke-width'];

/** Every mark with what it looks like once it has inherited, in painting order. */
function looks(nodes: readonly SvgNode[], above: Readonly<Record<string, string>> = {}): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [node];
    const own: Record<string, string> = { ...above };
    for (const name of INHERITED) {
      const value = node.attributes[name];
      if (value !== undefined) own[name] = value;
    }
    if (node.tag === 'g') return looks(node.children, own);
    const look = INHERITED.map((name) => own[name] ?? '').join(',');
    return [`${node.tag === 'circle' ? 'path' : node.tag} ${look}`, ...looks(node.children, own)];
  });
}

describe('compactSvg', () => {
  it('writes a circle as a circle and leaves other paths alone', () => {
    const circle =
      '<path transform="translate(5,6)" d="M3.5,0A3.5,3.5,0,1,1-3.5,0A3.5,3.5,0,1,1,3.5,0" fill="#123"/>';
    expect(compact(circle)).toBe('<circle cx="5" cy="6" r="3.5" fill="#123"/>');
    const ellipse = circle.replace('A3.5,3.5', 'A3.5,2');
    expect(compact(ellipse)).toBe(ellipse);
    const turned = circle.replace('translate(5,6)', 'translate(5,6) rotate(9)');
    expect(compact(turned)).toBe(turned);
  });

  it('says once what at least three neighbours share, and nothing of marks between', () => {
    const text = (y: number, fill: string): string => `<text y="${y}" fill="${fill}" font-size="14">t</text>`;
    expect(compact(text(1, '#484949') + text(2, '#484949') + text(3, '#484949') + text(4, '#0b0c0c'))).toBe(
      `<g fill="#484949" font-size="14"><text y="1">t</text><text y="2">t</text><text y="3">t</text></g>${text(4, '#0b0c0c')}`,
    );
    const two = text(1, '#484949') + text(2, '#484949');
    expect(compact(two)).toBe(two);
  });

  it.each(everyChart.map((chart) => [chart.kind, chart] as const))(
    'paints %s as before',
    async (_, chart) => {
      const { children } = parseSvg(await draw(drawingOf(chart, 392)));
      const before = looks(children);
      expect(looks(compactSvg(children))).toEqual(before);
      expect(writeSvg(compactSvg(children)).length).toBeLessThanOrEqual(writeSvg(children).length);
    },
  );
});
