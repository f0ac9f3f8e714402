import { describe, expect, it } from 'vitest';
import type { Chart } from '../../../src/report/chart.js';
import { draw } from '../../../src/report/charts/draw.js';
import { drawingOf, hasWideDrawing } from '../../../src/report/charts/drawingOf.js';
import { type ChartWidth, NARROW, WIDE } from '../../../src/report/charts/theme.js';
import { type TidyChart, tidySvg } from '../../../src/report/charts/tidySvg.js';
import { awkwardCharts } from '../awkwardCharts.js';
import { everyChart, standardTrend, twoLineTrend } from '../sampleCharts.js';
import { svgTexts, type WrittenText } from '../svgTexts.js';

const PHONE_SCALE = 358 / 392;

async function drawn(chart: Chart, width: ChartWidth): Promise<TidyChart> {
  return tidySvg(await draw(drawingOf(chart, width)), 'x');
}

const charts: readonly (readonly [string, Chart])[] = [
  ...[...everyChart, twoLineTrend, standardTrend].map((chart) => ['sample', chart] as const),
  ...awkwardCharts,
];
const cases = charts.flatMap(([name, chart]) =>
  (hasWideDrawing(chart) ? ([WIDE, NARROW] as const) : ([NARROW] as const)).map((width) => ({
    name: `${chart.kind}: ${name}, at ${width}`,
    chart,
    width,
  })),
);

function overlap(a: WrittenText, b: WrittenText): boolean {
  const slack = 1;
  return (
    a.left < b.right - slack &&
    b.left < a.right - slack &&
    a.top < b.bottom - slack &&
    b.top < a.bottom - slack
  );
}

describe.each(cases)('$name', ({ name, chart, width }) => {
  it('is as wide as its column', async () => {
    expect((await drawn(chart, width)).width).toBe(width);
  });

  it('writes nothing smaller than 12.5 px, on a phone too', async () => {
    const scale = width === NARROW ? PHONE_SCALE : 1;
    const texts = svgTexts(await drawn(chart, width));
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.filter(({ size }) => !(size * scale >= 12.5))).toEqual([]);
  });

  it('clips no text', async () => {
    const picture = await drawn(chart, width);
    const outside = svgTexts(picture).filter(
      ({ left, right, top, bottom }) =>
        left < -1 || right > picture.width + 1 || top < -1 || bottom > picture.height + 1,
    );
    expect(outside).toEqual([]);
  });

  it('hides nothing behind a clip, whose shape would be tidied away and the marks with it', async () => {
    expect((await drawn(chart, width)).body).not.toMatch(/clip/i);
  });

  it('writes no text over another', async () => {
    const texts = svgTexts(await drawn(chart, width));
    const clashes = texts.flatMap((a, index) =>
      texts.slice(index + 1).flatMap((b) => (overlap(a, b) ? [[a.text, b.text]] : [])),
    );
    expect(clashes).toEqual([]);
  });

  it('has no role, label or class on its inner marks and explains hovered marks', async () => {
    const { body } = await drawn(chart, width);
    expect(body).not.toMatch(/ (?:class|role|style|aria-[a-z]+)=/);
    if (name.includes('sample')) expect(body).toContain('<title>');
  });
});
