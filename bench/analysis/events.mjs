// The six extracts that the ten indicators read, as CSV files for the peer: every row of every file, with the number of its file.

import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { NULL_INT } from '../../dist/extracts/table.js';
import { isoFromDay } from '../../dist/reference/days.js';

/** Columns of each extract that the peer needs. */
export const NEEDED = {
  'missing-episodes': [
    'episode_id',
    'person',
    'category',
    'missing_from_at',
    'missing_from_type',
    'district_missing_from',
  ],
  referrals: ['referral_id', 'person', 'concern_types', 'contact_at', 'district_home'],
  offences: [
    'crime_ref',
    'person',
    'cse_flag',
    'offence_class',
    'cancelled_at',
    'recorded_at',
    'district_offence',
  ],
  suspects: ['crime_ref', 'person', 'status'],
  intelligence: ['log_ref', 'submitted_at', 'district'],
  disruption: ['action_id', 'type', 'issued_at', 'district'],
};

const DAY = 1440;

function reader(column) {
  if (column === undefined) return () => '';
  if (column.kind === 'code') return (row) => column.dictionary[column.index[row]] ?? '';
  if (column.kind === 'day')
    return (row) => (column.values[row] === NULL_INT ? '' : isoFromDay(column.values[row]));
  if (column.kind === 'minute') {
    return (row) => (column.values[row] === NULL_INT ? '' : isoFromDay(Math.floor(column.values[row] / DAY)));
  }
  return (row) => `${column.values[row]}`;
}

/** Writes `<extract>.csv`, `children.csv` (who is one child), `localities.csv` and gives their folder. */
export async function writeEvents(input, folder) {
  mkdirSync(folder, { recursive: true });
  for (const [extract, fields] of Object.entries(NEEDED)) {
    const out = createWriteStream(path.join(folder, `${extract}.csv`));
    out.write(`file,row,${fields.join(',')}\n`);
    const tables = input.tables
      .filter((table) => table.extract === extract)
      .sort((a, b) => (a.period + a.agency < b.period + b.agency ? -1 : 1));
    for (const [file, table] of tables.entries()) {
      const cells = fields.map((field) => reader(table.columns.get(field)));
      let text = '';
      for (let row = 0; row < table.rows; row++)
        text += `${file},${row},${cells.map((cell) => cell(row)).join(',')}\n`;
      if (!out.write(text)) await once(out, 'drain');
    }
    out.end();
    await once(out, 'finish');
  }
  const children = createWriteStream(path.join(folder, 'children.csv'));
  children.write('person,child\n');
  for (const [person, child] of input.childOf) {
    if (!children.write(`${person},${child}\n`)) await once(children, 'drain');
  }
  children.end();
  await once(children, 'finish');
  const { areas } = input;
  const localities = areas.districts.flatMap((district) =>
    areas.containing(district).map((area) => `${district},${area}`),
  );
  const places = createWriteStream(path.join(folder, 'localities.csv'));
  places.end(['district,area', ...localities, `elsewhere,${areas.pan}`, ''].join('\n'));
  await once(places, 'finish');
  return folder;
}
