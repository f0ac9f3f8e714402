import type { Chart } from '../chart.js';
import { bars } from './bars.js';
import { control } from './control.js';
import { dotRange } from './dotRange.js';
import type { Drawing } from './drawing.js';
import { dumbbell } from './dumbbell.js';
import { funnel } from './funnel.js';
import { groupedBars } from './groupedBars.js';
import { heat } from './heat.js';
import { network } from './network.js';
import { overlap } from './overlap.js';
import { panels } from './panels.js';
import { pyramid } from './pyramid.js';
import { smallMultiples } from './smallMultiples.js';
import { stages } from './stages.js';
import type { ChartWidth } from './theme.js';
import { tileMap } from './tileMap.js';
import { trend } from './trend.js';

/**
 * The drawing of a chart at one of the two widths; a new kind of chart is added here and in {@link keyOf}.
 */
export function drawingOf(chart: Chart, width: ChartWidth): Drawing {
  switch (chart.kind) {
    case 'trend':
      return trend(chart, width);
    case 'dot-range':
      return dotRange(chart, width);
    case 'dumbbell':
      return dumbbell(chart, width);
    case 'tile-map':
      return tileMap(chart);
    case 'small-multiples':
      return smallMultiples(chart, width);
    case 'panels':
      return panels(chart);
    case 'bars':
      return bars(chart, width);
    case 'grouped-bars':
      return groupedBars(chart, width);
    case 'pyramid':
      return pyramid(chart, width);
    case 'stages':
      return stages(chart, width);
    case 'control':
      return control(chart, width);
    case 'network':
      return network(chart, width);
    case 'funnel':
      return funnel(chart, width);
    case 'heat':
      return heat(chart, width);
    case 'overlap':
      return overlap(chart, width);
  }
}

/** Whether a chart has a drawing of its own at the wide width (the tile map and the panels of a locality do not). */
export function hasWideDrawing(chart: Chart): boolean {
  return chart.kind !== 'tile-map' && chart.kind !== 'panels';
}
