import type { Figure } from '../../disclosure/model.js';
import type { Chart, Mark } from '../chart.js';
import { isSymbol } from './figures.js';
import type { KeyItem } from './key.js';
import { COLOUR, seriesLook, VERDICT } from './theme.js';
import { breakLetter, shownBreaks } from './trendPoints.js';

const VERDICT_TEXT: Readonly<Record<Mark, string>> = {
  higher: 'Higher',
  lower: 'Lower',
  similar: 'No clear difference',
  unknown: 'Not compared',
};

const RANGE: KeyItem = { swatch: { kind: 'range', colour: COLOUR.minor }, text: '95% range' };

function verdicts(marks: readonly Mark[], dark: boolean): readonly KeyItem[] {
  return (['higher', 'similar', 'lower', 'unknown'] as const)
    .filter((mark) => marks.includes(mark) && !(dark && (mark === 'similar' || mark === 'unknown')))
    .map((mark) => ({
      swatch: {
        kind: 'mark',
        shape: VERDICT[mark].shape,
        fill: dark ? COLOUR.ink : VERDICT[mark].fill,
        stroke: VERDICT[mark].stroke,
      },
      text: VERDICT_TEXT[mark],
    }));
}

function hidden(figures: readonly Figure[], kind: 'hidden' | 'blank'): readonly KeyItem[] {
  return figures.some((figure) => 'symbol' in figure && figure.symbol === 'c')
    ? [{ swatch: { kind }, text: '[c] hidden to protect children' }]
    : [];
}

function seriesBars(names: readonly string[]): readonly KeyItem[] {
  return names.map((text, index) => ({
    swatch: { kind: 'bar', colour: seriesLook(index, names.length).fill },
    text,
  }));
}

function hasRange(points: readonly { readonly lower: Figure; readonly upper: Figure }[]): boolean {
  return points.some((point) => !isSymbol(point.lower) && !isSymbol(point.upper));
}

function stageKey(rows: Extract<Chart, { kind: 'stages' }>['rows']): readonly KeyItem[] {
  const shares: KeyItem = { swatch: { kind: 'percent' }, text: 'Share of the stage before' };
  const exits: KeyItem = { swatch: { kind: 'bar', colour: COLOUR.minor }, text: 'A way out of the pathway' };
  return [
    ...(rows.some((row) => !isSymbol(row.shareOfPrevious)) ? [shares] : []),
    ...(rows.some((row) => row.muted === true) ? [exits] : []),
  ];
}

function networkKey(chart: Extract<Chart, { kind: 'network' }>): readonly KeyItem[] {
  const mark = (shape: string, fill: string, text: string): KeyItem => ({
    swatch: { kind: 'mark', shape, fill, stroke: COLOUR.white },
    text,
  });
  const has = (shape: 'circle' | 'square'): boolean => chart.groups.some((group) => group.shape === shape);
  const shares = (shape: 'circle' | 'diamond'): boolean => chart.shared.some((one) => one.shape === shape);
  return [
    ...(has('circle') ? [mark('circle', COLOUR.navy, 'Group linked to exploitation')] : []),
    ...(has('square') ? [mark('square', COLOUR.ink2, 'Link suspected, or other crime')] : []),
    ...(shares('circle') ? [mark('circle', COLOUR.signal, 'Suspect of several groups')] : []),
    ...(shares('diamond') ? [mark('diamond', COLOUR.signal, 'Place of several groups')] : []),
  ];
}

/**
 * The key above a chart: one entry for each kind of mark that the chart really shows and that its labels do not name.
 */
export function keyOf(chart: Chart): readonly KeyItem[] {
  switch (chart.kind) {
    case 'trend': {
      const several = chart.series.length > 1;
      const lines = chart.series.map((line, index): KeyItem => {
        const look = seriesLook(index, chart.series.length);
        return { swatch: { kind: 'line', colour: look.fill, shape: look.shape }, text: line.name };
      });
      return [
        ...(several ? lines : []),
        ...(hasRange(chart.series.flatMap((line) => line.points)) ? [RANGE] : []),
        ...shownBreaks(chart).map(
          (gap, index): KeyItem => ({
            swatch: { kind: 'letter', letter: breakLetter(index) },
            text: gap.note,
          }),
        ),
      ];
    }
    case 'dot-range':
      return [
        ...verdicts(
          chart.rows.map((row) => row.mark),
          false,
        ),
        ...(hasRange(chart.rows) ? [RANGE] : []),
      ];
    case 'dumbbell':
      return [
        {
          swatch: { kind: 'mark', shape: 'circle', fill: COLOUR.white, stroke: COLOUR.ink2 },
          text: chart.fromLabel,
        },
        {
          swatch: { kind: 'mark', shape: 'circle', fill: COLOUR.navy, stroke: COLOUR.white },
          text: chart.toLabel,
        },
        ...verdicts(
          chart.rows.map((row) => row.mark).filter((mark) => mark === 'higher' || mark === 'lower'),
          false,
        ),
      ];
    case 'tile-map':
      return [
        ...verdicts(
          chart.tiles.map((tile) => tile.mark),
          true,
        ),
        ...hidden(
          chart.tiles.map((tile) => tile.value),
          'hidden',
        ),
      ];
    case 'small-multiples':
      return hasRange(chart.panels.flatMap((panel) => panel.points))
        ? [{ swatch: { kind: 'band', colour: COLOUR.band }, text: '95% range' }]
        : [];
    case 'panels':
      return [
        {
          swatch: { kind: 'mark', shape: 'circle', fill: COLOUR.navy, stroke: COLOUR.white },
          text: 'This half-year',
        },
        {
          swatch: { kind: 'mark', shape: 'circle', fill: COLOUR.white, stroke: COLOUR.ink2 },
          text: 'A year earlier',
        },
      ];
    case 'grouped-bars':
      return seriesBars(chart.series);
    case 'overlap':
      return [
        { swatch: { kind: 'bar', colour: COLOUR.orange }, text: 'One agency only' },
        { swatch: { kind: 'bar', colour: COLOUR.navy }, text: 'Two or more agencies' },
      ];
    case 'control':
      return [
        { swatch: { kind: 'band', colour: COLOUR.band }, text: 'Usual range' },
        ...hidden(
          chart.points.map(({ value }) => value),
          'blank',
        ),
      ];
    case 'network':
      return networkKey(chart);
    case 'funnel':
      return [
        { swatch: { kind: 'band', colour: COLOUR.band }, text: '95 in 100 places by chance' },
        { swatch: { kind: 'dash', colour: COLOUR.ink2 }, text: '998 in 1,000' },
      ];
    case 'heat':
      return hidden(
        chart.rows.flatMap((row) => row.values),
        'blank',
      );
    case 'stages':
      return stageKey(chart.rows);
    case 'bars':
    case 'pyramid':
      return [];
  }
}
