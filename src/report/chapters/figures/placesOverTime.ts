import type { AreaCode } from '../../../reference/brands.js';
import type { Cell, Sentence } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { markOf, verdictText } from '../../statements/change.js';
import { differenceText, isShown } from '../../statements/figures.js';
import { capital, listed, sentence, titled } from '../../statements/sentence.js';
import { measureText, subjectOf } from '../../statements/subjects.js';
import type { ProfileView } from '../../view.js';
import {
  altText,
  anyShown,
  column,
  LEFT,
  type Made,
  populationNote,
  sourceLine,
  tidyRows,
  unavailableIndicator,
  wholeSpan,
} from './exhibit.js';
import { ORDER_NOTE, type PlacesSpec } from './placesSpec.js';

/** One small chart a district, all on one scale. */
export function multiplesFigure(view: ProfileView, spec: PlacesSpec): Made {
  const areas = spec.areas ?? view.districtsByName;
  const changes = spec.changesOf ?? spec.indicator;
  const panels = areas
    .map((area) => ({ area, series: view.published.series(spec.indicator, area) }))
    .filter(({ series }) => anyShown(series.map((o) => o.value)));
  if (panels.length === 0)
    return unavailableIndicator(
      view,
      spec.indicator,
      `${subjectOf(view, spec.indicator)} by district over time`,
    );
  const higher = areas.filter(
    (area) => view.published.statement('change', changes, area)?.verdict === 'higher',
  );
  const lower = areas.filter(
    (area) => view.published.statement('change', changes, area)?.verdict === 'lower',
  );
  const statements = areas.flatMap((area) => view.published.statement('change', changes, area) ?? []);
  const title = overTimeTitle(view, changes, higher, lower, statements);
  const format = view.format(spec.indicator);
  const subtitle = `${capital(measureText(view, spec.indicator))}, each district, half-years to ${view.current.shortText}. One scale for all.`;
  const source = sourceLine(
    view,
    view.extractsOf(spec.indicator),
    wholeSpan(view),
    populationNote(view, [spec.indicator]),
  );
  const last = panels.flatMap(({ area, series }) => {
    const value = series[series.length - 1]?.value;
    return isShown(value) ? [`${view.areaName(area)} ${formatFigure(value, format)}`] : [];
  });
  const periods = view.published.periods;
  return {
    kind: 'figure',
    id: spec.id,
    title,
    subtitle,
    alt: altText(
      `Small line charts of ${subjectOf(view, spec.indicator)}, one for each of ${panels.length} districts`,
      [`latest values: ${last.slice(0, 4).join(', ')}`, ...last.slice(4, 6)],
      'They show how each place has moved on one scale.',
    ),
    chart: {
      kind: 'small-multiples',
      unit: format,
      panels: panels.map(({ area, series }) => ({
        name: view.areas.shortName(area),
        points: series.map((o) => ({
          label: view.half(o.period).label,
          value: o.value,
          lower: o.lower,
          upper: o.upper,
        })),
      })),
    },
    width: spec.width,
    reading: null,
    source,
    table: {
      id: spec.id,
      title: title.text,
      subtitle,
      columns: [
        column('area', 'District', LEFT),
        ...periods.map((period) => column(period, view.half(period).label)),
      ],
      rows: panels.map(({ area, series }) => ({
        cells: [
          { text: view.areaName(area) },
          ...periods.map((period): Cell => {
            const o = series.find((point) => point.period === period);
            return o === undefined ? { text: '[x]' } : { figure: o.value, format };
          }),
        ],
      })),
      notes: [ORDER_NOTE],
      source,
      tidy: tidyRows(
        view,
        panels.flatMap(({ series }) => series),
      ),
    },
  };
}

function overTimeTitle(
  view: ProfileView,
  indicator: string,
  higher: readonly AreaCode[],
  lower: readonly AreaCode[],
  statements: Parameters<typeof sentence>[1][],
): Sentence {
  const since = view.before.shortText;
  const named = (areas: readonly AreaCode[]): string => listed(areas.map(view.areaName));
  const counted = (areas: readonly AreaCode[]): string =>
    areas.length === 1 ? 'one district' : `${areas.length} districts`;
  const wordings = (say: (areas: (codes: readonly AreaCode[]) => string) => string): string[] => [
    say(named),
    say(counted),
  ];
  if (higher.length > 0 && lower.length > 0) {
    return titled(
      wordings((areas) => `Since ${since}: higher in ${areas(higher)}, lower in ${areas(lower)}`),
      ...statements,
    );
  }
  if (higher.length > 0) {
    return titled(
      wordings((areas) => `Higher than in ${since} in ${areas(higher)}`),
      ...statements,
    );
  }
  if (lower.length > 0) {
    return titled(
      wordings((areas) => `Lower than in ${since} in ${areas(lower)}`),
      ...statements,
    );
  }
  const subject = subjectOf(view, indicator);
  return statements.length === 0
    ? titled([`${capital(subject)} in each district over time`, capital(subject)])
    : titled([`No district shows a clear change since ${since}`], ...statements);
}

/** The count of each district in two half-years a year apart. */
export function yearDumbbellFigure(view: ProfileView, spec: PlacesSpec): Made {
  const rows = (spec.areas ?? view.districtsByName).flatMap((area) => {
    const now = view.published.find(spec.indicator, area, view.current.id);
    const earlier = view.published.find(spec.indicator, area, view.before.id);
    return now === undefined || earlier === undefined ? [] : [{ area, now, earlier }];
  });
  if (!anyShown(rows.map(({ now }) => now.value))) {
    return unavailableIndicator(
      view,
      spec.indicator,
      `${subjectOf(view, spec.indicator)} by district, year on year`,
    );
  }
  const statements = rows.flatMap(
    ({ area }) => view.published.statement('change', spec.indicator, area) ?? [],
  );
  const higher = statements.filter((s) => s.verdict === 'higher').map((s) => s.area);
  const lower = statements.filter((s) => s.verdict === 'lower').map((s) => s.area);
  const title = overTimeTitle(view, spec.indicator, higher, lower, statements);
  const format = view.format(spec.indicator);
  const subtitle = `${capital(subjectOf(view, spec.indicator))} by district, ${view.before.text} and ${view.current.text}.`;
  const source = sourceLine(
    view,
    view.extractsOf(spec.indicator),
    { from: view.before.text, to: view.current.text },
    populationNote(view, [spec.indicator]),
  );
  const said = rows.flatMap(({ area, now, earlier }) =>
    isShown(now.value) && isShown(earlier.value)
      ? [
          `${view.areaName(area)} from ${formatFigure(earlier.value, format)} to ${formatFigure(now.value, format)}`,
        ]
      : [],
  );
  return {
    kind: 'figure',
    id: spec.id,
    title,
    subtitle,
    alt: altText(
      `Two dots for each district: ${subjectOf(view, spec.indicator)} in two half-years a year apart`,
      said,
      'It shows where the count moved.',
    ),
    chart: {
      kind: 'dumbbell',
      unit: format,
      fromLabel: view.before.shortText,
      toLabel: view.current.shortText,
      rows: rows.map(({ area, now, earlier }) => ({
        name: view.areas.shortName(area),
        from: earlier.value,
        to: now.value,
        mark: markOf(view.published.statement('change', spec.indicator, area)),
      })),
    },
    width: spec.width,
    reading: sentence(
      'Small counts move by chance: a district is marked only when it differs by more than that.',
      ...statements.slice(0, 1),
    ),
    source,
    table: {
      id: spec.id,
      title: title.text,
      subtitle,
      columns: [
        column('area', 'District', LEFT),
        column('earlier', view.before.shortText),
        column('now', view.current.shortText),
        column('difference', 'Difference', LEFT),
        column('verdict', 'Verdict', LEFT),
      ],
      rows: rows.map(({ area, now, earlier }) => ({
        cells: [
          { text: view.areaName(area) },
          { figure: earlier.value, format },
          { figure: now.value, format },
          { text: differenceText(earlier.value, now.value) ?? '[c]' },
          { text: verdictText(view.published.statement('change', spec.indicator, area)) },
        ],
      })),
      notes: [ORDER_NOTE],
      source,
      tidy: tidyRows(
        view,
        rows.flatMap(({ now, earlier }) => [earlier, now]),
      ),
    },
  };
}
