import type { PublishedObservation } from '../../../disclosure/model.js';
import type { AreaCode } from '../../../reference/brands.js';
import type { Cell, FigureBlock } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { categoryLabel } from '../../statements/categories.js';
import { changeSentence, changeTitle } from '../../statements/change.js';
import { isShown } from '../../statements/figures.js';
import { capital } from '../../statements/sentence.js';
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

export interface FlowSpec {
  readonly id: string;
  /** The split by home. */
  readonly indicator: string;
  /** The share away from home, which titles the figure. */
  readonly away: string;
  readonly width: FigureBlock['width'];
}

const SHORT: Readonly<Record<string, string>> = { OUT: 'Elsewhere' };
const WHAT = 'where children live and where offences happen';

/** Where the child lives (rows) by where the offence happened (columns), counts of children by offence. */
export function flowFigure(view: ProfileView, spec: FlowSpec): Made {
  const { indicator } = spec;
  const at = (area: AreaCode): readonly PublishedObservation[] =>
    view.published.categories(indicator, area, view.current.id, 'home-board');
  const rows = view.areas.boards.map((area) => ({ area, cells: at(area) }));
  const all = rows.flatMap(({ cells }) => cells);
  if (!anyShown(all.map((o) => o.numerator))) return unavailableIndicator(view, indicator, WHAT);
  const homes = [...new Set(all.map((o) => o.category))];
  const home = (code: string): string =>
    SHORT[code] ??
    (view.areas.has(code)
      ? capital(view.areaName(code))
      : categoryLabel(view, indicator, 'home-board', code));
  const cell = (area: AreaCode, code: string): PublishedObservation | undefined =>
    rows.find((row) => row.area === area)?.cells.find((o) => o.category === code);
  const title = changeTitle(view, spec.away);
  const subtitle = `Children by offence: area where the child lives (rows) and area of the offence (columns), ${view.current.text}.`;
  const source = sourceLine(view, view.extractsOf(indicator), thisSpan(view));
  const said = rows.flatMap(({ area, cells }) =>
    cells
      .filter((o) => o.category !== area && isShown(o.numerator))
      .map(
        (o) =>
          `${formatFigure(o.numerator, 'count')} in ${view.areaName(area)} of children from ${home(o.category).replace('Elsewhere', 'elsewhere')}`,
      ),
  );
  return {
    kind: 'figure',
    id: spec.id,
    title,
    subtitle,
    alt: altText(
      `Table of shaded cells: areas where children live by areas of offences, ${view.current.shortText}`,
      said,
      'It shows whether children are harmed away from home.',
    ),
    chart: {
      kind: 'heat',
      unit: 'count',
      columns: rows.map(({ area }) => capital(view.areaName(area))),
      rows: homes.map((code) => ({
        name: home(code),
        values: rows.map(({ area }) => cell(area, code)?.numerator ?? { symbol: 'x' }),
      })),
    },
    width: spec.width,
    reading: changeSentence(view, spec.away),
    source,
    table: {
      id: spec.id,
      title: title.text,
      subtitle,
      columns: [
        column('home', 'Child lives in', LEFT),
        ...rows.map(({ area }) => column(area, `Offence in: ${capital(view.areaName(area))}`)),
      ],
      rows: homes.map((code) => ({
        cells: [
          { text: home(code) },
          ...rows.map(({ area }): Cell => {
            const o = cell(area, code);
            return o === undefined ? { text: '[x]' } : { figure: o.numerator, format: 'count' };
          }),
        ],
      })),
      notes: [],
      source,
      tidy: tidyRows(view, all),
    },
  };
}
