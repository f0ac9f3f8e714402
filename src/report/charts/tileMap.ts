import type { Chart } from '../chart.js';
import { formatFigure } from '../numbers.js';
import type { Drawing } from './drawing.js';
import { numberOf, numbersOf } from './figures.js';
import { textWidth, wrapText } from './fontMetrics.js';
import { scaleFromZero } from './scale.js';
import { type Box, type Dot, type Label, scene } from './scene.js';
import { COLOUR, inkOn, LINE_HEIGHT, NARROW, SEQUENCE, SMALL, VERDICT } from './theme.js';
import { TILE_COLUMNS, tilePlacesOf } from './tilePlaces.js';

type TileMapChart = Extract<Chart, { kind: 'tile-map' }>;

const GAP = 6;
const WIDTH = (NARROW - GAP * (TILE_COLUMNS - 1)) / TILE_COLUMNS;
const INSET = 8;
const TOP = 6;
const VALUE_SIZE = 20;
/** From the last line of a name to the bottom of its tile: the value, and room around it. */
const FOOT = 24;
/** From a value's line of writing to the bottom of its tile. */
const BOTTOM = 8;
const NAME_LINE = LINE_HEIGHT - 1;
/** Lines of a name for which every tile has room; longer names make all tiles higher. */
const LINES = 2;

/** One of five equal steps from zero to the end of the scale of the published values. */
function fillOf(value: number, end: number): string {
  const step = Math.min(SEQUENCE.length - 1, Math.floor((value / end) * SEQUENCE.length));
  return SEQUENCE[step] ?? SEQUENCE[0];
}

/** A value that is too wide for its tile is written smaller. */
function valueSize(text: string, hasMark: boolean): number {
  const room = WIDTH - 2 * INSET - (hasMark ? 18 : 0);
  return textWidth(text, VALUE_SIZE, 700) <= room ? VALUE_SIZE : 17;
}

/**
 * One tile a locality, all of one size, with its value and the verdict's shape inside; a dashed white tile where a
 * symbol stands in place of the value. Drawn at one size, 392 pixels wide.
 */
export function tileMap(chart: TileMapChart): Drawing {
  const places = tilePlacesOf(chart.tiles.map((tile) => tile.areaCode));
  const { end } = scaleFromZero(numbersOf(chart.tiles.map((tile) => tile.value)), chart.unit);
  const names = chart.tiles.map(({ name }) => wrapText(name, WIDTH - 2 * INSET + 4, SMALL));
  const height = TOP + NAME_LINE * Math.max(LINES, ...names.map((lines) => lines.length)) + FOOT;
  const boxes: Box[] = [];
  const labels: Label[] = [];
  const dots: Dot[] = [];
  for (const [index, tile] of chart.tiles.entries()) {
    const place = places[index] ?? { column: 0, row: 0 };
    const x = place.column * (WIDTH + GAP);
    const y = place.row * (height + GAP);
    const value = numberOf(tile.value);
    const text = formatFigure(tile.value, chart.unit);
    const fill = value === null ? COLOUR.white : fillOf(value, end);
    const ink = inkOn(fill);
    const marked = value !== null && (tile.mark === 'higher' || tile.mark === 'lower');
    const hover = `${tile.name}: ${text}`;
    boxes.push(
      value === null
        ? {
            x: x + 1,
            y: y + 1,
            width: WIDTH - 2,
            height: height - 2,
            fill,
            stroke: COLOUR.mid,
            strokeWidth: 1.5,
            dash: [4, 3],
            radius: 6,
            hover,
          }
        : { x, y, width: WIDTH, height, fill, radius: 6, hover },
    );
    for (const [line, name] of (names[index] ?? []).entries()) {
      labels.push({
        x: x + INSET,
        y: y + TOP + line * NAME_LINE,
        text: name,
        size: SMALL,
        baseline: 'top',
        fill: ink,
      });
    }
    labels.push({
      x: x + INSET,
      y: y + height - BOTTOM,
      text,
      size: valueSize(text, marked),
      bold: true,
      baseline: 'alphabetic',
      fill: ink,
    });
    if (marked)
      dots.push({
        x: x + WIDTH - 16,
        y: y + height - BOTTOM - 7,
        size: 120,
        shape: VERDICT[tile.mark].shape,
        fill: ink,
      });
  }
  const rows = places.reduce((most, place) => Math.max(most, place.row + 1), 1);
  return scene(NARROW, rows * height + (rows - 1) * GAP, [
    { mark: 'box', items: boxes },
    { mark: 'label', items: labels },
    { mark: 'dot', items: dots },
  ]);
}
