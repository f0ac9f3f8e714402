import { FATE } from './fate.js';
import type { RawTable } from './readTable.js';

const TOTAL = /^\s*(grand |sub[- ]?)?totals?\s*:?\s*$/i;

/** How many rows of each kind were left out because they are not records. */
export interface NonRecords {
  readonly totals: number;
  readonly headers: number;
  readonly empty: number;
}

/** Marks totals rows, repeated headers and rows of empty cells as ignored. */
export function ignoreNonRecords(table: RawTable, fates: Uint8Array): NonRecords {
  const counts = { totals: 0, headers: 0, empty: 0 };
  const { columns, inspection } = table;
  const blank = columns.map(({ dictionary }) => entries(dictionary, ' ', (text) => text.trim() === ''));
  const total = columns.map(({ dictionary }) => entries(dictionary, ' tgs', (text) => TOTAL.test(text)));
  const header = columns.map(({ dictionary }, c) => {
    const own = (inspection.header[c] ?? '').trim().toLowerCase();
    return entries(dictionary, ` ${own[0] ?? ''}`, (text) => text.trim().toLowerCase() === own);
  });
  const anyTotal = total.some((set) => set.size > 0);
  const holds = (sets: readonly ReadonlySet<number>[], c: number, row: number) =>
    sets[c]?.has(columns[c]?.index[row] ?? -1) ?? false;
  const everywhere = (sets: readonly ReadonlySet<number>[], row: number) =>
    columns.every((_, c) => holds(sets, c, row));
  const firstFilledIsTotal = (row: number) => {
    const first = columns.findIndex((_, c) => !holds(blank, c, row));
    return first !== -1 && holds(total, first, row);
  };
  for (let row = 0; row < table.rows; row++) {
    if (holds(blank, 0, row) && everywhere(blank, row)) counts.empty++;
    else if (holds(header, 0, row) && everywhere(header, row)) counts.headers++;
    else if (anyTotal && firstFilledIsTotal(row)) counts.totals++;
    else continue;
    fates[row] = FATE.ignored;
  }
  return counts;
}

/** Numbers of the entries that are empty or begin with one of the letters (in lower case) and pass the test. */
function entries(
  dictionary: readonly string[],
  initials: string,
  test: (text: string) => boolean,
): ReadonlySet<number> {
  const set = new Set<number>();
  for (let entry = 0; entry < dictionary.length; entry++) {
    const text = dictionary[entry] ?? '';
    if (text !== '' && !initials.includes((text[0] ?? '').toLowerCase())) continue;
    if (test(text)) set.add(entry);
  }
  return set;
}
