import { loadSchema } from '../../extracts/load.js';
import { EXTRACT_NAMES, type ExtractName } from '../../extracts/schema.js';
import { NULL_INT } from '../../extracts/table.js';
import type { AnalysisInput } from '../input.js';
import type { Observation } from '../model.js';
import type { Workbench } from '../planner/workbench.js';
import { shareObservation } from './record.js';

/**
 * Q03: rows that came for the first time with a half-year's extracts although they happened before it, over all and by agency.
 * A case brought up to date in a later file is not late: its first file counts.
 */
export function lateness(bench: Workbench, input: AnalysisInput): Observation[] {
  const counts = new Map<string, { late: number; rows: number }>();
  for (const extract of EXTRACT_NAMES) countLate(bench, input, extract, counts);
  return input.periods.flatMap((period) =>
    [...counts]
      .filter(([name, { rows }]) => rows > 0 && name.startsWith(`${period} `))
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(([name, { late, rows }]) => {
        const category = name.slice(period.length + 1);
        return shareObservation({
          indicator: 'Q03',
          area: bench.areas.pan,
          period,
          breakdown: category === 'all' ? 'total' : 'agency',
          category,
          numerator: late,
          denominator: rows,
          people: false,
          numeratorKey: 'Q03 late rows',
          denominatorKey: 'Q03 rows',
        });
      }),
  );
}

function countLate(
  bench: Workbench,
  input: AnalysisInput,
  extract: ExtractName,
  counts: Map<string, { late: number; rows: number }>,
): void {
  const { periodField } = loadSchema(extract);
  if (periodField === null) return;
  const first = bench.firstSent(extract);
  const days = first.day(periodField);
  const sent = first.code('sent_period');
  const agencies = first.code('sent_by');
  const places = sent.dictionary.map((period) => input.periods.map(String).indexOf(period));
  const tallyOf = (name: string): { late: number; rows: number } => {
    const found = counts.get(name) ?? { late: 0, rows: 0 };
    counts.set(name, found);
    return found;
  };
  const tallies = sent.dictionary.map((period) => ({
    all: tallyOf(`${period} all`),
    by: agencies.dictionary.map((agency) => tallyOf(`${period} ${agency}`)),
  }));
  for (let row = 0; row < first.rows; row++) {
    const happened = bench.history.placeOf(days[row] ?? NULL_INT);
    const place = places[sent.index[row] ?? -1];
    const tally = tallies[sent.index[row] ?? -1];
    const own = tally?.by[agencies.index[row] ?? -1];
    if (happened === null || place === undefined || tally === undefined || own === undefined) continue;
    for (const found of [tally.all, own]) {
      found.rows += 1;
      if (happened < place) found.late += 1;
    }
  }
}
