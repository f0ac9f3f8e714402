import { derived } from '../../../disclosure/derive.js';
import type { Figure, PublishedObservation } from '../../../disclosure/model.js';
import { overdispersion } from '../../../statistics/funnel.js';
import type { Chart } from '../../chart.js';
import { limitsAt } from '../../charts/funnel.js';
import type { Cell } from '../../model.js';
import { isShown } from '../../statements/figures.js';
import { capital, listed, sentence, titled } from '../../statements/sentence.js';
import { measureText, subjectOf } from '../../statements/subjects.js';
import type { ProfileView } from '../../view.js';
import {
  altText,
  column,
  LEFT,
  type Made,
  populationNote,
  sourceLine,
  thisSpan,
  tidyRows,
  unavailable,
  unavailableIndicator,
} from './exhibit.js';

/** Fewer places than this make no funnel. */
const FEWEST = 8;

/** How far places spread beyond chance, worked out from the figures that are shown: a reader could do the same. */
function spreadOf(places: readonly PublishedObservation[], centre: Figure, per: number): Figure {
  const figures = [centre, ...places.flatMap((o) => [o.numerator, o.denominator])];
  return derived(figures, (rate, ...numbers) => {
    const observed = numbers.filter((_, i) => i % 2 === 0);
    const expected = numbers
      .filter((_, i) => i % 2 === 1)
      .map((residents) => ((rate ?? 0) * residents) / per);
    return overdispersion(observed, expected, 'root', 0).tau2;
  });
}

/** Districts by size and rate between funnel lines: never in order of their figures. */
export function funnelFigure(view: ProfileView, id: string, indicator: string): Made {
  const info = view.info(indicator);
  const whole = view.published.find(indicator, view.pan, view.current.id);
  if (
    info?.measure.kind !== 'rate' ||
    whole === undefined ||
    !isShown(whole.value) ||
    whole.value.number === 0
  )
    return unavailableIndicator(view, indicator);
  const { per } = info.measure;
  const places = view.districtsByName.flatMap((area) => {
    const o = view.published.find(indicator, area, view.current.id);
    return o === undefined || !isShown(o.value) || !isShown(o.numerator) ? [] : [o];
  });
  const subject = subjectOf(view, indicator);
  if (places.length < FEWEST) return unavailable(`${subject} as a funnel`, 'too few districts can be shown');
  const chart: Extract<Chart, { kind: 'funnel' }> = {
    kind: 'funnel',
    unit: view.format(indicator),
    sizeTitle: 'Children who live there',
    per,
    points: places.map((o) => ({
      name: view.areas.shortName(o.area),
      size: o.denominator,
      value: o.value,
    })),
    centre: whole.value,
    spread: spreadOf(places, whole.value, per),
  };
  const outside = places.filter((o) => {
    if (!isShown(o.denominator) || !isShown(o.value)) return false;
    const limits = limitsAt(chart, o.denominator.number);
    return limits !== null && (o.value.number < limits.likely.lower || o.value.number > limits.likely.upper);
  });
  const names = listed(outside.map((o) => view.areaName(o.area)));
  const title = titled(
    [
      outside.length === 0
        ? `${capital(subject)}: no district outside the funnel`
        : `${capital(subject)}: ${names} outside the funnel`,
      `${capital(subject)}: some districts outside the funnel`,
    ],
    whole,
    ...outside,
  );
  const subtitle = `${capital(measureText(view, indicator))}, districts, ${view.current.text}. The smaller a place, the more its rate moves by chance; lines are widened for how much districts differ anyway.`;
  const source = sourceLine(
    view,
    view.extractsOf(indicator),
    thisSpan(view),
    populationNote(view, [indicator]),
  );
  return {
    kind: 'figure',
    id,
    title,
    subtitle,
    alt: altText(
      `Funnel plot of ${subject} in ${places.length} districts by number of children`,
      [outside.length === 0 ? 'all lie between the lines' : `outside the inner lines: ${names}`],
      'It shows which districts differ by more than their size explains.',
    ),
    chart,
    width: 'full',
    reading: sentence(
      'A district can differ from the rest of the area and still lie between the lines, which allow for how much these districts differ from each other.',
      whole,
    ),
    source,
    table: {
      id,
      title: title.text,
      subtitle,
      columns: [
        column('district', 'District', LEFT),
        column('residents', 'Children'),
        column('count', 'Number'),
        column('rate', 'Rate'),
      ],
      rows: places.map((o) => ({
        cells: [
          { text: capital(view.areaName(o.area)) },
          { figure: o.denominator, format: 'count' },
          { figure: o.numerator, format: 'count' },
          { figure: o.value, format: view.format(indicator) },
        ] satisfies Cell[],
      })),
      notes: ['Districts whose number is hidden are left out.'],
      source,
      tidy: tidyRows(view, places),
    },
  };
}
