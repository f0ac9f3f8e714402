import type { PublishedObservation } from '../../../disclosure/model.js';
import type { FigureBlock } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { categoryLabel } from '../../statements/categories.js';
import { isShown } from '../../statements/figures.js';
import { capital, sentence } from '../../statements/sentence.js';
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
  /** Shares of girls and of boys with a breakdown by age: their numerators are the two sides. */
  readonly girls: string;
  readonly boys: string;
  /** What is counted, for titles. */
  readonly of: string;
  readonly width: FigureBlock['width'];
}

interface Row {
  readonly name: string;
  readonly boys: PublishedObservation;
  readonly girls: PublishedObservation;
}

function pairs(view: ProfileView, spec: PyramidSpec): readonly Row[] {
  const { published, pan, current } = view;
  return published.categories(spec.girls, pan, current.id, 'age-band').flatMap((girls) => {
    const boys = published.find(spec.boys, pan, current.id, 'age-band', girls.category);
    return boys === undefined
      ? []
      : [{ name: categoryLabel(view, spec.girls, 'age-band', girls.category), boys, girls }];
  });
}

/** Boys on the left, girls on the right, by age. */
export function pyramidFigure(view: ProfileView, spec: PyramidSpec): Made {
  const rows = pairs(view, spec);
  const shown = rows.flatMap(({ name, boys, girls }) => [
    { who: 'girls', name, o: girls },
    { who: 'boys', name, o: boys },
  ]);
  const visible = shown.flatMap((entry) =>
    isShown(entry.o.numerator) ? [{ ...entry, n: entry.o.numerator }] : [],
  );
  const [largest] = [...visible].sort((a, b) => b.n.number - a.n.number);
  if (largest === undefined) return unavailableIndicator(view, spec.girls, `${spec.of} by age and sex`);
  const title = sentence(
    `${capital(largest.who)} aged ${largest.name}: ${formatFigure(largest.n, 'count')} of those recorded`,
    largest.o,
  );
  const source = sourceLine(view, view.extractsOf(spec.girls), thisSpan(view));
  const subtitle = `${capital(spec.of)} by age and sex, ${view.areaName(view.area)}, ${view.current.text}.`;
  return {
    kind: 'figure',
    id: spec.id,
    title,
    subtitle,
    alt: altText(
      `Age pyramid of ${spec.of}, ${view.current.shortText}`,
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
