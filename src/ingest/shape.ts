import type { FindingCollector } from './collector.js';
import { rowsWhere } from './collector.js';
import { columnLetter } from './columnPlace.js';
import { FATE } from './fate.js';
import * as messages from './messages.js';
import type { NonRecords } from './nonRecords.js';
import { notice } from './notice.js';
import { IRREGULAR } from './reader/batch.js';
import type { RawTable } from './readTable.js';

/** Reports what was odd about a file's form, and rejects the rows that were cut wrongly. */
export function reportShape(
  table: RawTable,
  ignored: NonRecords,
  fates: Uint8Array,
  collector: FindingCollector,
): void {
  const { inspection } = table;
  if (inspection.fallback !== null) {
    const { line, column } = inspection.fallback;
    const place = { name: columnLetter(column), letter: columnLetter(column) };
    collector.file(notice('GEN-011', messages.encodingFallback(place), 'warning'), { line, column: place });
  }
  const leftOut = [
    inspection.titleLines > 0 ? messages.titleLines(inspection.titleLines) : null,
    ignored.totals > 0 ? messages.leftOut('totals', ignored.totals) : null,
    ignored.headers > 0 ? messages.leftOut('headers', ignored.headers) : null,
    ignored.empty + table.blankLines > 0
      ? messages.leftOut('blank lines', ignored.empty + table.blankLines)
      : null,
  ];
  for (const message of leftOut) if (message !== null) collector.file(notice('GEN-014', message));
  const irregular = (flag: number) =>
    rowsWhere(table.rows, (row) => ((table.irregular[row] ?? 0) & flag) !== 0 && fates[row] !== FATE.ignored);
  const short = irregular(IRREGULAR.short);
  const long = irregular(IRREGULAR.long);
  const stray = irregular(IRREGULAR.strayQuote);
  const multiLine = irregular(IRREGULAR.multiLine);
  collector.rows(notice('GEN-009', messages.shortRows(short.total)), short);
  collector.rows(notice('GEN-009', messages.longRows(long.total)), long);
  collector.rows(notice('GEN-015', messages.strayQuotes(stray.total)), stray);
  collector.rows(notice('GEN-015', messages.multiLineCells(multiLine.total), 'information'), multiLine);
  const wrong = IRREGULAR.short | IRREGULAR.long | IRREGULAR.strayQuote;
  for (let row = 0; row < table.rows; row++)
    if (((table.irregular[row] ?? 0) & wrong) !== 0 && fates[row] !== FATE.ignored)
      fates[row] = FATE.rejected;
}
