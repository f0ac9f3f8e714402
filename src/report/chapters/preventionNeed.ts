import type { PublishedObservation, PublishedStatement } from '../../disclosure/model.js';
import type { Table } from '../model.js';
import { isShown } from '../statements/figures.js';
import type { ProfileView } from '../view.js';
import { column, LEFT, populationNote, sourceLine, thisSpan, tidyRows } from './figures/exhibit.js';
import { ORDER_NOTE } from './figures/placesSpec.js';

const NEED = 'S02';
const EVENTS = 'T06';

/** Which of the four fields a district stands in; "not said" where a number is hidden. */
function fieldOf(events: PublishedObservation | undefined, need: PublishedStatement | undefined): string {
  if (events === undefined || !isShown(events.value) || need === undefined) return 'Not said';
  if (need.verdict === 'confidential' || need.verdict === 'not comparable') return 'Not said';
  const rate = need.verdict === 'higher' ? 'Higher rate' : 'Rate not higher';
  return `${rate}, ${events.value.number > 0 ? 'events held' : 'no event'}`;
}

/** Events of each district beside the need that is recorded there: higher rate or not, event or none. */
export function needTable(view: ProfileView): Table | null {
  const { published, current } = view;
  if (published.find(EVENTS, view.area, current.id) === undefined) return null;
  const places = view.districtsByName.map((area) => ({
    area,
    events: published.find(EVENTS, area, current.id),
    rate: published.find(NEED, area, current.id),
    field: fieldOf(published.find(EVENTS, area, current.id), published.statement('locality', NEED, area)),
  }));
  return {
    kind: 'table',
    id: 'events-and-need',
    title: 'Awareness events beside the need recorded in each district',
    subtitle: `Events held and children referred per 10,000 aged 0 to 17, ${current.text}. “Higher” is against the rest of the area.`,
    columns: [
      column('area', 'District', LEFT),
      column('events', 'Events'),
      column('rate', 'Children referred per 10,000'),
      column('field', 'Need and events', LEFT),
    ],
    rows: places.map(({ area, events, rate, field }) => ({
      cells: [
        { text: view.areaName(area) },
        events === undefined ? { text: '[x]' } : { figure: events.value, format: 'count' },
        rate === undefined ? { text: '[x]' } : { figure: rate.value, format: 'rate' },
        { text: field },
      ],
    })),
    notes: [ORDER_NOTE, 'An event says that something was held, not whom it reached.'],
    source: sourceLine(
      view,
      [...view.extractsOf(EVENTS), ...view.extractsOf(NEED)],
      thisSpan(view),
      populationNote(view, [NEED]),
    ),
    tidy: tidyRows(
      view,
      places.flatMap(({ events, rate }) => [events ?? [], rate ?? []].flat()),
    ),
  };
}
