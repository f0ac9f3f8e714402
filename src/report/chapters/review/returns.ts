import { lengthOf, percentage } from '../../../disclosure/derive.js';
import type { Figure } from '../../../disclosure/model.js';
import type { Cell, Table } from '../../model.js';
import { formatFigure } from '../../numbers.js';
import { isShown } from '../../statements/figures.js';
import { listed, sentence } from '../../statements/sentence.js';
import type { ProfileView } from '../../view.js';
import { blocksOf, type ChapterRecord } from '../chapter.js';
import { column, LEFT } from '../figures/exhibit.js';
import { notReceived } from '../whatArrived.js';
import { deliveryRow } from './agencies.js';

const NONE_DUE: Figure = { symbol: 'z' };

/** Of each agency the share of expected extracts that came, half-year by half-year. */
function returnsOverTime(view: ProfileView): Table | null {
  const { returns } = view.quality;
  const due = returns.filter(({ status }) => status !== 'not expected');
  if (due.length === 0) return null;
  const { periods } = view.published;
  const shareOf = (agency: string, period: string): Figure => {
    const own = due.filter((entry) => entry.agency === agency && entry.period === period);
    const came = own.filter(({ status }) => status !== 'missing');
    return own.length === 0 ? NONE_DUE : percentage(lengthOf(came), lengthOf(own));
  };
  return {
    kind: 'table',
    id: 'returns-over-time',
    title: 'Expected extracts that came, by agency and half-year',
    subtitle:
      'Percentage of the extracts that the agency is expected to send; a nil return is an answer and counts.',
    columns: [
      column('agency', 'Agency', LEFT),
      ...periods.map((period) => column(period, view.half(period).label)),
    ],
    rows: view.config.agencies.map(({ id, name }) => ({
      cells: [
        { text: name },
        ...periods.map((period): Cell => ({ figure: shareOf(id, period), format: 'percent' })),
      ],
    })),
    notes: [],
    source: 'Ingest of the extracts.',
    tidy: view.config.agencies.flatMap(({ id }) =>
      periods.map((period) =>
        deliveryRow(view, id, 'extracts_received', 'all', shareOf(id, period), 'percent', period),
      ),
    ),
  };
}

/** What each agency sent for the newest half-year: when, under which definitions, with which conditions. */
function deliveriesTable(view: ProfileView): Table | null {
  const { deliveries } = view.quality;
  if (deliveries.length === 0) return null;
  return {
    kind: 'table',
    id: 'deliveries',
    title: `When each extract was made, ${view.halfYear.text}`,
    subtitle:
      'Days from the date due to the day of extraction; a minus sign means early. As the delivery notes say.',
    columns: [
      column('agency', 'Agency', LEFT),
      column('extract', 'Extract', LEFT),
      column('days', 'Days after due'),
      column('definitions', 'Definitions declared', LEFT),
      column('threshold', 'Agency’s own smallest count'),
    ],
    rows: deliveries.map((note) => ({
      cells: [
        { text: view.agencyName(note.agency) },
        { text: view.extractTitle(note.extract) },
        { figure: note.daysAfterDue, format: 'count' },
        { text: note.definitionVersions.length === 0 ? 'None declared' : note.definitionVersions.join(', ') },
        { figure: note.thresholdRequired, format: 'count' },
      ],
    })),
    notes: ['[x]: the delivery note gives no dates. [z]: the agency asks for no threshold of its own.'],
    source: `Delivery notes of the extracts for ${view.halfYear.text}.`,
    tidy: deliveries.map((note) =>
      deliveryRow(view, note.agency, 'days_after_due', note.extract, note.daysAfterDue, 'days'),
    ),
  };
}

/** Who sent what, and when. */
export const returns: ChapterRecord = {
  id: 'who-sent-what',
  title: 'Who sent what, and when',
  audience: ['B', 'G', 'T'],
  build(view) {
    const came = view.expected.filter(({ status }) => status !== 'missing');
    const late = view.quality.deliveries.filter(
      ({ daysAfterDue }) => isShown(daysAfterDue) && daysAfterDue.number > 0,
    );
    const names = notReceived(view);
    return {
      id: returns.id,
      title: returns.title,
      lead: sentence(
        `${formatFigure(lengthOf(came), 'count')} of ${formatFigure(lengthOf(view.expected), 'count')} expected extracts came${
          names.length === 0 ? '.' : `; not received: ${listed(names)}.`
        }`,
      ),
      blocks: blocksOf([
        {
          kind: 'paragraph',
          sentences: [
            sentence(
              late.length === 0
                ? 'No extract was made after its due date.'
                : `${formatFigure(lengthOf(late), 'count')} ${late.length === 1 ? 'extract was' : 'extracts were'} made after the due date.`,
            ),
          ],
        },
        returnsOverTime(view),
        deliveriesTable(view),
      ]),
    };
  },
};
