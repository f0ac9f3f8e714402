import type { Figure } from '../../disclosure/model.js';
import { numberExhibits } from '../../report/html/numbering.js';
import type { Cell, ReportDocument, Table, TidyRow } from '../../report/model.js';
import type { AuditFault } from './faults.js';

/** Exhibits whose numbers are of files, rows, actions or other places, or come from a model of their own: no line of the table file stands behind each. */
const OF_THEIR_OWN =
  /^(?:hidden-share|ratings|rules|returns|actions-\d+|children-resident|comparators|steadier-rates|matching-bounds|outlook-ranges|recorded-against-expected|revisions|mapped-groups|groups-by-band)$/;

/** Shares of a stage in itself. */
const WHOLE = 100;

/** Numbers of a chart that describe the months' usual range or how places scatter, and are no counts. */
const SUMMARIES: ReadonlySet<string> = new Set(['centre', 'lower', 'upper', 'spread']);

function numbersOf(value: unknown, found: Set<number> = new Set(), within = ''): Set<number> {
  if (Array.isArray(value)) for (const item of value) numbersOf(item, found, within);
  else if (typeof value === 'object' && value !== null) {
    if ('number' in value && typeof value.number === 'number') {
      if (!SUMMARIES.has(within)) found.add(value.number);
    } else for (const [key, item] of Object.entries(value)) numbersOf(item, found, key);
  }
  return found;
}

function behindOf(tidy: readonly TidyRow[]): ReadonlySet<number> {
  const all = (figure: Figure): number[] => ('number' in figure ? [figure.number] : []);
  return new Set(
    tidy.flatMap(({ numerator, denominator, value, lower, upper }) =>
      [numerator, denominator, value, lower, upper].flatMap(all),
    ),
  );
}

/** The counts in the table files of documents: of these something can be a share. */
export function basesOf(documents: readonly ReportDocument[]): readonly number[] {
  const found = new Set<number>();
  for (const document of documents) {
    const { figures, tables } = numberExhibits(document);
    for (const { tidy } of [...tables, ...figures.map((figure) => figure.table)])
      for (const number of behindOf(tidy)) if (Number.isInteger(number) && number > 0) found.add(number);
  }
  return [...found];
}

/**
 * Numbers that a table or a chart shows and that the lines of its table file do not give, as they stand or as a share of one in another: what is hidden in the one could be
 * read in the other.
 * @param bases counts of the edition of which something can be a share
 */
export function exhibitFaults(
  document: ReportDocument,
  folder: string,
  bases: readonly number[],
): readonly AuditFault[] {
  const { figures, tables } = numberExhibits(document);
  const faults: AuditFault[] = [];
  const look = (table: Omit<Table, 'kind'>, chart: unknown): void => {
    if (OF_THEIR_OWN.test(table.id)) return;
    const behind = behindOf(table.tidy);
    const own = [...behind].filter(Number.isInteger);
    const shares = sharesOf(own, [...bases, own.reduce((sum, number) => sum + number, 0)]);
    const isGiven = (number: number): boolean =>
      behind.has(number) || number === 0 || number === WHOLE || shares(number);
    const cells = table.rows.flatMap((row) => row.cells).filter((cell: Cell) => 'figure' in cell);
    const strange = cells.filter(({ figure }) => 'number' in figure && !isGiven(figure.number));
    const inTable = numbersOf(table.rows);
    const inChart = [...numbersOf(chart)].filter((number) => !isGiven(number) && !inTable.has(number));
    if (strange.length + inChart.length > 0)
      faults.push({
        kind: 'figure',
        path: `${folder}/tables/${table.id}.csv`,
        message: `does not give ${strange.length + inChart.length} of the numbers that the page shows in its table or chart.`,
        derivation: [],
      });
  };
  for (const table of tables) look(table, null);
  for (const figure of figures) look(figure.table, figure.chart);
  return faults;
}

/** Whether a number is the percentage of one whole number in another. */
function sharesOf(own: readonly number[], bases: readonly number[]): (number: number) => boolean {
  const parts = new Set(own);
  return (number) =>
    bases.some((base) => {
      const part = Math.round((number * base) / WHOLE);
      return parts.has(part) && Math.abs((WHOLE * part) / base - number) < 1e-9 * Math.max(1, number);
    });
}
