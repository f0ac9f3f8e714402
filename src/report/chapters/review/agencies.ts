import type { Figure, PublishedObservation } from '../../../disclosure/model.js';
import type { Cell, Table, TidyRow } from '../../model.js';
import type { ProfileView } from '../../view.js';
import { column, LEFT, tidyRows } from '../figures/exhibit.js';

const NOT_APPLICABLE: Figure = { symbol: 'z' };
const NOT_AVAILABLE: Figure = { symbol: 'x' };

/** A tidy row about an agency's extracts: a value without numerator, denominator or range. */
export function deliveryRow(
  view: ProfileView,
  agency: string,
  indicator: string,
  extract: string,
  value: Figure,
  unit: string,
  period: string = view.halfYear.id,
): TidyRow {
  return {
    period,
    level: 'agency',
    areaCode: agency,
    areaName: view.agencyName(agency),
    indicator,
    breakdown: 'extract',
    category: extract,
    unit,
    numerator: NOT_APPLICABLE,
    denominator: NOT_APPLICABLE,
    value,
    lower: NOT_APPLICABLE,
    upper: NOT_APPLICABLE,
  };
}

/** The quality indicators that are split by agency, one column each, the newest half-year and a year before. */
export function agencyTable(
  view: ProfileView,
  spec: {
    readonly id: string;
    readonly title: string;
    readonly subtitle: string;
    readonly indicators: readonly string[];
  },
): Table | null {
  const at = (indicator: string, agency: string, period: string): PublishedObservation | undefined =>
    view.published.find(indicator, view.pan, period, 'agency', agency);
  const pairs = spec.indicators.flatMap((indicator) =>
    [view.before, view.current].map((period) => ({ indicator, period })),
  );
  const found = view.config.agencies.flatMap(({ id }) =>
    pairs.flatMap(({ indicator, period }) => at(indicator, id, period.id) ?? []),
  );
  if (found.length === 0) return null;
  return {
    kind: 'table',
    id: spec.id,
    title: spec.title,
    subtitle: spec.subtitle,
    columns: [
      column('agency', 'Agency', LEFT),
      ...pairs.map(({ indicator, period }) =>
        column(
          `${indicator}-${period.id}`,
          `${view.info(indicator)?.title ?? indicator}, ${period.shortText}`,
        ),
      ),
    ],
    rows: view.config.agencies.map(({ id, name }) => ({
      cells: [
        { text: name },
        ...pairs.map(
          ({ indicator, period }): Cell => ({
            figure: at(indicator, id, period.id)?.value ?? NOT_AVAILABLE,
            format: view.format(indicator),
          }),
        ),
      ],
    })),
    notes: ['[x]: the agency sent nothing from which it could be worked out.'],
    source: `Ingest of the extracts for ${view.before.text} and ${view.current.text}.`,
    tidy: tidyRows(view, found),
  };
}
