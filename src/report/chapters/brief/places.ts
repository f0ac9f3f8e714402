import type { PublishedObservation } from '../../../disclosure/model.js';
import type { AreaCode } from '../../../reference/brands.js';
import type { Cell, Table } from '../../model.js';
import { isShown } from '../../statements/figures.js';
import { capital, listed, sentence } from '../../statements/sentence.js';
import { signalOf, signalSentence, standsOut } from '../../statements/signals.js';
import { subjectOf } from '../../statements/subjects.js';
import type { ProfileView } from '../../view.js';
import { blocksOf, type ChapterRecord } from '../chapter.js';
import { column, LEFT, sourceLine, thisSpan, tidyRows } from '../figures/exhibit.js';

/** Measures by district: what officers can act on in a month. */
const BY_DISTRICT = ['S01', 'M02', 'M01', 'O01', 'I01', 'D00'] as const;

function districtsTable(view: ProfileView): Table | null {
  const present = BY_DISTRICT.filter(
    (indicator) => view.published.find(indicator, view.pan, view.current.id) !== undefined,
  );
  if (present.length === 0) return null;
  const found = (area: AreaCode, indicator: string): PublishedObservation | undefined =>
    view.published.find(indicator, area, view.current.id);
  const places = [...view.districtsByName, view.pan];
  return {
    kind: 'table',
    id: 'districts',
    title: `Districts, ${view.current.text}`,
    subtitle: 'From A to Z. Not in order of their figures: recording differs between places.',
    columns: [
      column('district', 'District', LEFT),
      ...present.map((indicator) => column(indicator, capital(subjectOf(view, indicator)))),
    ],
    rows: places.map((area) => ({
      cells: [
        { text: capital(view.areaName(area)) },
        ...present.map((indicator): Cell => {
          const o = found(area, indicator);
          return o === undefined ? { text: '[x]' } : { figure: o.value, format: 'count' };
        }),
      ],
      ...(area === view.pan ? { total: true } : {}),
    })),
    notes: ['A child recorded in two districts is counted in both and once in the whole.'],
    source: sourceLine(
      view,
      present.flatMap((indicator) => view.extractsOf(indicator)),
      thisSpan(view),
    ),
    tidy: tidyRows(
      view,
      places.flatMap((area) => present.flatMap((indicator) => found(area, indicator) ?? [])),
    ),
  };
}

/** Where a month stood out, and from where no intelligence came. */
export const places: ChapterRecord = {
  id: 'where',
  title: 'Where',
  audience: ['B', 'G', 'T'],
  build(view) {
    const told = view.districtsByName.flatMap((area) =>
      BY_DISTRICT.filter((indicator) => standsOut(signalOf(view, indicator, area))).map((indicator) =>
        signalSentence(view, indicator, area),
      ),
    );
    const silent = view.districtsByName.flatMap((area) => {
      const o = view.published.find('I01', area, view.current.id);
      return o !== undefined && isShown(o.value) && o.value.number === 0 ? [o] : [];
    });
    return {
      id: places.id,
      title: places.title,
      lead:
        silent.length === 0
          ? sentence(
              told.length === 0
                ? 'No district’s month stood out among those that can be judged.'
                : 'Districts whose month stood out; most districts’ numbers are too few to say.',
            )
          : sentence(
              `No intelligence came from ${listed(silent.map(({ area }) => view.areaName(area)))}: a question to ask, not an answer.`,
              ...silent,
            ),
      blocks: blocksOf([
        told.length === 0 ? null : { kind: 'paragraph', sentences: told },
        districtsTable(view),
      ]),
    };
  },
};
