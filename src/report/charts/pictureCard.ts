import { escapeText } from '../html/markup.js';
import { textWidth, type Weight, wrapText } from './fontMetrics.js';
import { type KeyItem, SWATCH_HEIGHT, SWATCH_WIDTH, swatchMarks } from './key.js';
import { COLOUR, FONT_STACK } from './theme.js';
import type { TidyChart } from './tidySvg.js';

/** Everything that a figure must carry when it leaves the page. */
export interface CardText {
  readonly number: string;
  readonly title: string;
  readonly subtitle: string;
  readonly alt: string;
  readonly key: readonly KeyItem[];
  readonly source: string;
  readonly marking: string;
}

const EDGE = 26;
const BAR = 30;

interface Line {
  readonly x: number;
  readonly size: number;
  readonly weight: Weight;
  readonly fill: string;
}

function textAt(text: string, y: number, line: Line, anchor = ''): string {
  const weight = line.weight === 700 ? ' font-weight="700"' : '';
  return `<text x="${line.x}" y="${y}" font-size="${line.size}"${weight} fill="${line.fill}"${anchor}>${escapeText(text)}</text>`;
}

function markingBar(marking: string, y: number, width: number): string {
  const line: Line = { x: width / 2, size: 16, weight: 700, fill: COLOUR.white };
  return `<path d="M0 ${y}h${width}v${BAR}h-${width}z" fill="${COLOUR.ink}"/>${textAt(marking, y + 20.5, line, ' text-anchor="middle" letter-spacing="1"')}`;
}

/** Key entries from left to right, wrapped; returns the marks and the height used. */
function keyMarks(
  key: readonly KeyItem[],
  top: number,
  width: number,
): { readonly marks: string; readonly height: number } {
  let [x, y, marks] = [EDGE, top, ''];
  for (const item of key) {
    const room = width - 2 * EDGE - SWATCH_WIDTH - 8;
    const lines = wrapText(item.text, room, 16);
    const length = SWATCH_WIDTH + 8 + Math.max(...lines.map((line) => textWidth(line, 16)));
    if (x > EDGE && x + length > width - EDGE) {
      x = EDGE;
      y += 24;
    }
    marks += `<g transform="translate(${x.toFixed(1)},${y})">${swatchMarks(item.swatch)}</g>`;
    for (const [index, line] of lines.entries()) {
      if (index > 0) y += 20;
      const place: Line = {
        x: Number((x + SWATCH_WIDTH + 8).toFixed(1)),
        size: 16,
        weight: 400,
        fill: COLOUR.ink,
      };
      marks += textAt(line, y + SWATCH_HEIGHT - 1.5, place);
    }
    x += length + 22;
  }
  return { marks, height: key.length === 0 ? 0 : y - top + 30 };
}

/**
 * A figure as a picture that may travel alone: marking at both ends, number, title, subtitle, key, chart and source.
 */
export function pictureCard(chart: TidyChart, text: CardText): string {
  const width = chart.width + 2 * EDGE;
  const room = width - 2 * EDGE;
  let y = BAR;
  let body = markingBar(text.marking, 0, width);
  const paragraph = (content: string, line: Omit<Line, 'x'>, leading: number): void => {
    for (const part of wrapText(content, room, line.size, line.weight)) {
      y += leading;
      body += textAt(part, y, { ...line, x: EDGE });
    }
  };
  y += 4;
  paragraph(text.number, { size: 15, weight: 700, fill: COLOUR.link }, 22);
  y += 2;
  paragraph(text.title, { size: 22, weight: 700, fill: COLOUR.ink }, 27);
  y += 4;
  paragraph(text.subtitle, { size: 16, weight: 400, fill: COLOUR.ink2 }, 21);
  y += 14;
  const key = keyMarks(text.key, y, width);
  body += key.marks;
  y += key.height + 4;
  body += `<g transform="translate(${EDGE},${y})">${chart.body}</g>`;
  y += chart.height + 6;
  paragraph(text.source, { size: 15, weight: 400, fill: COLOUR.ink2 }, 20);
  y += 16;
  body += markingBar(text.marking, y, width);
  const height = y + BAR;
  const label = escapeText(`${text.title}. ${text.alt}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" fill="none" font-family="${FONT_STACK}" role="img" aria-label="${label}"><path d="M0 0h${width}v${height}H0z" fill="#fff"/>${body}</svg>\n`;
}
