import { catalogue } from '../../analysis/catalogue/index.js';
import { linksOf } from '../../analysis/needs.js';
import { derived } from '../../disclosure/derive.js';
import type { Figure } from '../../disclosure/model.js';
import type { ExtractName } from '../../extracts/schema.js';
import type { Table } from '../model.js';
import { isShown } from '../statements/figures.js';
import { capital } from '../statements/sentence.js';
import { subjectOf } from '../statements/subjects.js';
import type { ProfileView } from '../view.js';
import { column, LEFT, sourceLine, thisSpan, tidyRows } from './figures/exhibit.js';

/** From this share of matchable records on, what the others would add is small. */
const WELL_MATCHED = 90;

const UNKNOWN: Figure = { symbol: 'x' };

/**
 * Shares that hang on matching two extracts, between two bounds: nobody without a number would have been found, and all
 * without one are like those with one (counting rule 9). Null when the edition has none.
 */
export function matchingTable(view: ProfileView): Table | null {
  const withNumber = (extract: ExtractName): Figure =>
    view.published.find('Q07', view.pan, view.current.id, 'extract', extract)?.value ?? UNKNOWN;
  const rows = catalogue.flatMap((indicator) => {
    const [pair] = linksOf(indicator);
    const o = view.published.find(indicator.id, view.pan, view.current.id);
    if (pair === undefined || o === undefined || view.info(indicator.id) === undefined || !isShown(o.value))
      return [];
    const both = derived(pair.map(withNumber), (a, b) => (a * b) / 100);
    return [{ id: indicator.id, pair, o, both }];
  });
  if (rows.length === 0) return null;
  return {
    kind: 'table',
    id: 'matching-bounds',
    title: `What matching leaves open, ${view.current.text}`,
    subtitle:
      'Each share as counted, as if no child without a number were in the other extract, and as it would be if they were like the others.',
    columns: [
      column('measure', 'Measure', LEFT),
      column('matchable', 'Could be matched'),
      column('counted', 'As counted'),
      column('proportional', 'If the others were alike'),
    ],
    rows: rows.map(({ id, pair, o, both }) => ({
      cells: [
        {
          text: `${capital(subjectOf(view, id))} (${pair.map((extract) => view.extractTitle(extract).toLowerCase()).join(' and ')})`,
        },
        { figure: both, format: 'percent' },
        { figure: o.value, format: 'percent' },
        {
          figure: derived([o.value, both], (share, matched) => Math.min(100, (100 * share) / matched)),
          format: 'percent',
        },
      ],
    })),
    notes: [
      'Could be matched: children with an NHS number or UPN in the one extract times those in the other, in percent.',
      `Where it is ${WELL_MATCHED} or more, the two bounds are close and the figure can be read as it is. Below, read it as a range.`,
      'Numbers that were mistyped, or contradicted by the date of birth, are not in the bounds.',
    ],
    source: sourceLine(
      view,
      rows.flatMap(({ pair }) => pair),
      thisSpan(view),
    ),
    tidy: tidyRows(
      view,
      rows.map(({ o }) => o),
    ),
  };
}
