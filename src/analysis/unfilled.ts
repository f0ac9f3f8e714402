import { loadSchema } from '../extracts/load.js';
import type { ExtractName } from '../extracts/schema.js';
import { NULL_INT } from '../extracts/table.js';
import type { Filter, Indicator } from './catalogue/record.js';
import { talliesOf } from './needs.js';
import { rowTest } from './planner/filters.js';
import type { Workbench } from './planner/workbench.js';

/**
 * Why an indicator would count a field that nobody fills in, or look for children in records that name none: its nought would
 * speak of the records. Null when neither is so.
 */
export function unfilledReason(bench: Workbench, indicator: Indicator): string | null {
  const { measure } = indicator;
  if (measure.kind !== 'share') return null;
  const [tally] = talliesOf(measure);
  if (tally === undefined || bench.frame(tally.extract).rows === 0) return null;
  for (const filter of [...(measure.known ?? []), ...measure.part]) {
    const reason = reasonOf(bench, tally.extract, filter);
    if (reason !== null) return reason;
  }
  return null;
}

function reasonOf(bench: Workbench, extract: ExtractName, filter: Filter): string | null {
  if ('personIn' in filter) {
    const { personIn } = filter;
    const person = bench.person(personIn.extract);
    const holds = rowTest(bench, personIn.extract, personIn.where);
    let rows = 0;
    for (let row = 0; row < person.length; row++) {
      if (!holds(row)) continue;
      if ((person[row] ?? -1) >= 0) return null;
      rows += 1;
    }
    return rows === 0 ? null : 'The records that it looks in are totals and name no child.';
  }
  if (!('field' in filter)) return null;
  const field = loadSchema(extract).fields.find(({ name }) => name === filter.field);
  return field !== undefined && isBlank(bench, extract, filter.field)
    ? `No agency fills in "${field.title.toLowerCase()}".`
    : null;
}

function isBlank(bench: Workbench, extract: ExtractName, field: string): boolean {
  const frame = bench.frame(extract);
  return (
    frame.code(field).index.every((entry) => entry < 0) &&
    frame.day(field).every((day) => day === NULL_INT) &&
    frame.number(field).every((value) => Number.isNaN(value))
  );
}
