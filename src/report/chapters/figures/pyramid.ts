import type { BreakdownId } from '../../../analysis/model.js';
import type { PublishedObservation } from '../../../disclosure/model.js';
import type { FigureBlock } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { categoryLabel } from '../../statements/categories.js';
import { isShown } from '../../statements/figures.js';
import { capital, sentence } from '../../statements/sentence.js';
import { subjectOf } from '../../statements/subjects.js';
import type { ProfileView } from '../../view.js';
import {
  altText,
  column,
  LEFT,
  type Made,
  sourceLine,
  thisSpan,
  tidyRows,
  unavailableIndicator,
} from './exhibit.js';

export interface PyramidSpec {
  readonly id: string;
  readonly indicator: string;
  /** Breakdown whose categories are sex and age together: `F:13`, `M:13`. */
  readonly breakdown: BreakdownId;
  readonly width: FigureBlock['width'];
}

interface Pair {
  readonly age: string;
  readonly boys?: PublishedObservation;
  readonly girls?: PublishedObservation;
}

function pairs(view: ProfileView, spec: PyramidSpec): readonly Pair[] {
  const found = new Map<string, { age: string; boys?: PublishedObservation; girls?: PublishedObservation }>();
  for (const o of view.published.categories(spec.indicator, view.pan, view.current.id, spec.breakdown)) {
    const parts = /^([FM])[:|/ -](.+)$/.exec(o.category);
    const [, sex, age] = parts ?? [];
    if (sex === undefined || age === undefined) continue;
    const pair = found.get(age) ?? { age };
    found.set(age, pair);
    if (sex === 'F') pair.girls = o;
    else pair.boys = o;
  }
  return [...found.values()];
}

/** Boys on the left, girls on the right, by age. */
export function pyramidFigure(view: ProfileView, spec: PyramidSpec): Made {
  const rows = pairs(view, spec).flatMap(({ age, boys, girls }) =>
    boys === undefined || girls === undefined
      ? []
      : [{ name: categoryLabel(view, spec.indicator, 'age-band', age), boys, girls }],
  );
  const shown = rows.flatMap(({ name, boys, girls }) => [
    { who: 'girls', name, o: girls },
    { who: 'boys', name, o: boys },
  ]);
  const visible = shown.flatMap((entry) =>
    isShown(entry.o.numerator) ? [{ ...entry, n: entry.o.numerator }] : [],
  );
  const [largest] = [...visible].sort((a, b) => b.n.number - a.n.number);
  if (largest === undefined)
    return unavailableIndicator(view, spec.indicator, `${subjectOf(view, spec.indicator)} by age and sex`);
  const title = sentence(
    `${capital(largest.who)} aged ${largest.name}: ${formatFigure(largest.n, 'count')} of those recorded`,
    largest.o,
  );
  const source = sourceLine(view, view.extractsOf(spec.indicator), thisSpan(view));
  const subtitle = `${capital(subjectOf(view, spec.indicator))} by age and sex, pan-Lancashire, ${view.current.text}.`;
  return {
    kind: 'figure',
    id: spec.id,
    title,
    subtitle,
    alt: altText(
      `Age pyramid of ${subjectOf(view, spec.indicator)}, ${view.current.shortText}`,
      visible.map(({ who, name, n }) => `${who} aged ${name}: ${formatFigure(n, 'count')}`),
      'It shows which ages of girls and boys are recorded most.',
    ),
    chart: {
      kind: 'pyramid',
      left: 'Boys',
      right: 'Girls',
      rows: rows.map(({ name, boys, girls }) => ({ name, left: boys.numerator, right: girls.numerator })),
    },
    width: spec.width,
    reading: null,
    source,
    table: {
      id: spec.id,
      title: title.text,
      subtitle,
      columns: [column('age', 'Age', LEFT), column('boys', 'Boys'), column('girls', 'Girls')],
      rows: rows.map(({ name, boys, girls }) => ({
        cells: [
          { text: name },
          { figure: boys.numerator, format: 'count' },
          { figure: girls.numerator, format: 'count' },
        ],
      })),
      notes: [],
      source,
      tidy: tidyRows(
        view,
        rows.flatMap(({ boys, girls }) => [boys, girls]),
      ),
    },
  };
}
