import { derived, percentage } from '../../disclosure/derive.js';
import type { Figure, PublishedObservation } from '../../disclosure/model.js';
import { exceedance, shrink } from '../../statistics/shrinkage.js';
import type { Cell, Table } from '../model.js';
import { isShown } from '../statements/figures.js';
import { capital } from '../statements/sentence.js';
import { subjectOf } from '../statements/subjects.js';
import type { ProfileView } from '../view.js';
import { column, LEFT, populationNote, sourceLine, thisSpan, tidyRows } from './figures/exhibit.js';

/** Fewer places than this have nothing to be pulled towards. */
const FEWEST = 8;

/** One number a place, worked out from all counts and residents that are shown: a reader could do the same. */
function fromShown(
  places: readonly PublishedObservation[],
  of: (counts: readonly number[], residents: readonly number[]) => number,
): Figure {
  return derived(
    places.flatMap((o) => [o.numerator, o.denominator]),
    (...numbers) =>
      of(
        numbers.filter((_, i) => i % 2 === 0),
        numbers.filter((_, i) => i % 2 === 1),
      ),
  );
}

/**
 * District rates pulled towards the whole by how few children live there (Marshall), and the chance that the underlying rate is above the
 * whole's (gamma-Poisson). Only from figures that are shown; null where too few are.
 */
export function steadierTable(view: ProfileView, indicator: string): Table | null {
  const info = view.info(indicator);
  if (info?.measure.kind !== 'rate') return null;
  const { per } = info.measure;
  const places = view.districtsByName.flatMap((area) => {
    const o = view.published.find(indicator, area, view.current.id);
    return o !== undefined && isShown(o.numerator) && isShown(o.denominator) ? [o] : [];
  });
  // Where nothing is recorded anywhere there is nothing to steady.
  const some = places.some(({ numerator }) => isShown(numerator) && numerator.number > 0);
  if (places.length < FEWEST || !some) return null;
  const format = view.format(indicator);
  const one: Figure = fromShown(places, () => 1);
  return {
    kind: 'table',
    id: 'steadier-rates',
    title: `${capital(subjectOf(view, indicator))}: steadier estimates by district`,
    subtitle: `${view.current.text}. A small district’s rate moves by chance; the steadier rate is pulled towards the whole by as much as its size asks for.`,
    columns: [
      column('district', 'District', LEFT),
      column('rate', 'As counted'),
      column('steadier', 'Steadier'),
      column('above', 'Chance of being above the whole'),
    ],
    rows: places.map((o, i) => ({
      cells: [
        { text: capital(view.areaName(o.area)) },
        { figure: o.value, format },
        {
          figure: fromShown(
            places,
            (counts, residents) => per * (shrink(counts, residents).rates[i] ?? Number.NaN),
          ),
          format,
        },
        {
          figure: percentage(
            fromShown(places, (counts, residents) => exceedance(counts, residents).above[i] ?? Number.NaN),
            one,
          ),
          format: 'percent',
        },
      ] satisfies Cell[],
    })),
    notes: [
      'Districts whose number is hidden are left out. Whether a district differs is said on its page, not here.',
      'Where chance explains all the differences, every district has the whole’s rate and no chance is given: [z].',
    ],
    source: sourceLine(view, view.extractsOf(indicator), thisSpan(view), populationNote(view, [indicator])),
    tidy: tidyRows(view, places),
  };
}
