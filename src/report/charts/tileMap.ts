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
const TILE = (NARROW - GAP * (TILE_COLUMNS - 1)) / TILE_COLUMNS;
const INSET = 8;
const VALUE_SIZE = 22;

/** One of five equal steps from zero to the end of the scale of the published values. */
function fillOf(value: number, end: number): string {
  const step = Math.min(SEQUENCE.length - 1, Math.floor((value / end) * SEQUENCE.length));
  return SEQUENCE[step] ?? SEQUENCE[0];
}

/** A value that is too wide for its tile is written smaller. */
function valueSize(text: string, hasMark: boolean): number {
  const room = TILE - 2 * INSET - (hasMark ? 18 : 0);
  return textWidth(text, VALUE_SIZE, 700) <= room ? VALUE_SIZE : 17;
}

/**
 * One square a locality, equal in area, with its value and the verdict's shape inside; a dashed white tile where a
 * symbol stands in place of the value. Drawn at one size, 392 pixels wide.
 */
export function tileMap(chart: TileMapChart): Drawing {
  const places = tilePlacesOf(chart.tiles.map((tile) => tile.areaCode));
  const { end } = scaleFromZero(numbersOf(chart.tiles.map((tile) => tile.value)), chart.unit);
  const boxes: Box[] = [];
  const labels: Label[] = [];
  const dots: Dot[] = [];
  for (const [index, tile] of chart.tiles.entries()) {
    const place = places[index] ?? { column: 0, row: 0 };
    const x = place.column * (TILE + GAP);
    const y = place.row * (TILE + GAP);
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
            width: TILE - 2,
            height: TILE - 2,
            fill,
            stroke: COLOUR.mid,
            strokeWidth: 1.5,
            dash: [4, 3],
            radius: 6,
            hover,
          }
        : { x, y, width: TILE, height: TILE, fill, radius: 6, hover },
    );
    for (const [line, name] of wrapText(tile.name, TILE - 2 * INSET + 4, SMALL).entries()) {
      labels.push({
        x: x + INSET,
        y: y + 8 + line * (LINE_HEIGHT - 1),
        text: name,
        size: SMALL,
        baseline: 'top',
        fill: ink,
      });
    }
    labels.push({
      x: x + INSET,
      y: y + TILE - 11,
      text,
      size: valueSize(text, marked),
      bold: true,
      baseline: 'alphabetic',
      fill: ink,
    });
    if (marked)
      dots.push({
        x: x + TILE - 16,
        y: y + TILE - 18,
        size: 120,
        shape: VERDICT[tile.mark].shape,
        fill: ink,
      });
  }
  const rows = places.reduce((most, place) => Math.max(most, place.row + 1), 1);
  return scene(NARROW, rows * TILE + (rows - 1) * GAP, [
    { mark: 'box', items: boxes },
    { mark: 'label', items: labels },
    { mark: 'dot', items: dots },
  ]);
}
