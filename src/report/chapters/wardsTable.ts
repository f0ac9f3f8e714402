import type { Figure, PublishedNumber, PublishedObservation } from '../../disclosure/model.js';
import type { AreaCode } from '../../reference/brands.js';
import { loadWards } from '../../reference/wards.js';
import type { Table } from '../model.js';
import { isShown } from '../statements/figures.js';
import { capital } from '../statements/sentence.js';
import type { ProfileView } from '../view.js';
import { column, LEFT, sourceLine, tidyRows } from './figures/exhibit.js';

/** More wards than this are a list to look through and not a place to start. */
const MOST = 20;

interface Spot {
  readonly ward: string;
  readonly area: AreaCode;
  readonly o: PublishedObservation;
  readonly before: PublishedObservation | undefined;
  readonly numerator: Extract<Figure, { readonly number: PublishedNumber }>;
}

/** Wards whose number is shown and not nought, most first; wards with as many in order of district and name. */
function spots(view: ProfileView): readonly Spot[] {
  const names = new Map(loadWards().map(({ code, name }) => [code, name]));
  return view.districtsByName
    .flatMap((area) =>
      view.published.categories('L07', area, view.current.id, 'ward').flatMap((o) => {
        const { numerator } = o;
        const ward = names.get(o.category);
        return ward !== undefined && isShown(numerator) && numerator.number > 0
          ? [
              {
                ward,
                area,
                o,
                before: view.published.find('L07', area, view.before.id, 'ward', o.category),
                numerator,
              },
            ]
          : [];
      }),
    )
    .sort((a, b) => b.numerator.number - a.numerator.number);
}

/**
 * Recorded offences by ward, for the tactical edition. Wards whose number is hidden are not named; numbers of residents by ward are not
 * to hand, so that there are no rates.
 */
export function wardsTable(view: ProfileView): Table | null {
  const found = spots(view).slice(0, MOST);
  if (found.length === 0) return null;
  return {
    kind: 'table',
    id: 'wards',
    title: `Recorded offences by ward, where they may be shown, ${view.current.text}`,
    subtitle:
      'Offences of exploitation, most first. A ward with more can be missing: some numbers are hidden so that small ones cannot be worked out.',
    columns: [
      column('ward', 'Ward', LEFT),
      column('district', 'District', LEFT),
      column('offences', 'Offences'),
      column('before', `In ${view.before.text}`),
      column('share', 'Share of the district’s'),
    ],
    rows: found.map(({ ward, area, o, before, numerator }) => ({
      cells: [
        { text: ward },
        { text: capital(view.areaName(area)) },
        { figure: numerator, format: 'count' },
        { figure: before?.numerator ?? { symbol: 'x' }, format: 'count' },
        { figure: o.value, format: 'percent' },
      ],
    })),
    notes: [
      'What happened online has no ward and is part of the district’s number.',
      'Town centres have more because more people meet there; a share of fewer than 20 is not given.',
    ],
    source: sourceLine(view, view.extractsOf('L07'), {
      from: view.before.text,
      to: view.current.text,
    }),
    tidy: tidyRows(
      view,
      found.flatMap(({ o, before }) => (before === undefined ? [o] : [o, before])),
    ),
  };
}
