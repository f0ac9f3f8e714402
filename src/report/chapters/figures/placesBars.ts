import type { PublishedObservation } from '../../../disclosure/model.js';
import type { AreaCode } from '../../../reference/brands.js';
import type { Sentence } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { isShown } from '../../statements/figures.js';
import { capital, listed, titled } from '../../statements/sentence.js';
import { subjectOf } from '../../statements/subjects.js';
import type { ProfileView } from '../../view.js';
import {
  altText,
  anyShown,
  column,
  LEFT,
  type Made,
  sourceLine,
  thisSpan,
  tidyRows,
  unavailableIndicator,
} from './exhibit.js';
import { ORDER_NOTE, type PlacesSpec } from './placesSpec.js';

interface Row {
  readonly area: AreaCode;
  readonly now: PublishedObservation;
}

/** Names the districts with none; where the edition shows no nought it says only what is shown. */
function titleOf(view: ProfileView, indicator: string, rows: readonly Row[]): Sentence {
  const subject = capital(subjectOf(view, indicator));
  const none = rows.filter(({ now }) => isShown(now.value) && now.value.number === 0);
  const period = view.current.shortText;
  if (none.length === 0)
    return titled(
      [`${subject} in each district, ${period}`, `${subject}, ${period}`],
      ...rows.map(({ now }) => now),
    );
  return titled(
    [
      `${subject}: none in ${listed(none.map(({ area }) => view.areaName(area)))}`,
      `${subject}: none in some districts`,
    ],
    ...none.map(({ now }) => now),
  );
}

/** Counts of the partnership's own work, or of logs, by district from A to Z: no rate is made of them, and no verdict. */
export function placesBarsFigure(view: ProfileView, spec: PlacesSpec): Made {
  const rows = (spec.areas ?? view.districtsByName).flatMap((area) => {
    const now = view.published.find(spec.indicator, area, view.current.id);
    return now === undefined ? [] : [{ area, now }];
  });
  const subject = subjectOf(view, spec.indicator);
  if (!anyShown(rows.map(({ now }) => now.value)))
    return unavailableIndicator(view, spec.indicator, `${subject} by district`);
  const format = view.format(spec.indicator);
  const title = titleOf(view, spec.indicator, rows);
  const subtitle = `${capital(subject)} by district, ${view.current.text}. From A to Z.`;
  const source = sourceLine(view, view.extractsOf(spec.indicator), thisSpan(view));
  const said = rows.flatMap(({ area, now }) =>
    isShown(now.value) ? [`${view.areaName(area)} ${formatFigure(now.value, format)}`] : [],
  );
  return {
    kind: 'figure',
    id: spec.id,
    title,
    subtitle,
    alt: altText(
      `Bar chart of ${subject} by district, ${view.current.shortText}`,
      said,
      'It shows where much, little or nothing was recorded.',
    ),
    chart: {
      kind: 'bars',
      unit: format,
      axisTitle: capital(view.info(spec.indicator)?.countingUnit ?? ''),
      rows: rows.map(({ area, now }) => ({ name: view.areas.shortName(area), value: now.value })),
    },
    width: spec.width,
    reading: null,
    source,
    table: {
      id: spec.id,
      title: title.text,
      subtitle,
      columns: [column('area', 'District', LEFT), column('value', view.current.shortText)],
      rows: rows.map(({ area, now }) => ({
        cells: [{ text: view.areaName(area) }, { figure: now.value, format }],
      })),
      notes: [ORDER_NOTE],
      source,
      tidy: tidyRows(
        view,
        rows.map(({ now }) => now),
      ),
    },
  };
}
