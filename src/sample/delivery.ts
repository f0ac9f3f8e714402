import type { ExtractSchema, FieldSchema } from '../extracts/schema.js';
import { isoFromDay } from '../reference/days.js';
import type { SampleAgency } from './agencies.js';
import { csvText, type Layout, type Row, windows1252 } from './csv.js';
import { type Cells, makePen, type Pen } from './pen.js';
import { type Quirk, quirksOf } from './quirks.js';
import { type Random, random } from './random.js';
import { CHANGES, REFRESHED, type SamplePeriod } from './timeline.js';

/** A file of the workspace: its path from the workspace's folder, and its text, bytes, or text in parts. */
export interface WorkspaceFile {
  readonly path: string;
  readonly content: string | Uint8Array | Iterable<string>;
}

/** Files with more rows are given in parts. */
const WHOLE_FILE_ROWS = 20_000;

/** Extracts about cases that outlast a half-year: sent again for every half-year in October 2018. */
const REFRESHED_EXTRACTS: ReadonlySet<string> = new Set(['referrals', 'offences', 'suspects']);

/** Which extract, from whom and for when. */
interface Consignment {
  readonly seed: number;
  readonly messy: boolean;
  readonly period: SamplePeriod;
  readonly agency: SampleAgency;
  readonly schema: ExtractSchema;
}

/** What is delivered: the events of one extract from one agency for one half-year. */
export interface Delivery<Event> extends Consignment {
  readonly cells: Cells<Event>;
  readonly events: readonly Event[];
  readonly areaName: (code: string) => string | undefined;
}

/**
 * The function of each column of the schema.
 * @throws RangeError when the generator does not know a field of the schema, or knows one that the schema has not
 */
export function writersOf<Event>(
  schema: ExtractSchema,
  cells: Cells<Event>,
): readonly ((event: Event, pen: Pen) => string)[] {
  const unknown = Object.keys(cells).find((name) => !schema.fields.some((field) => field.name === name));
  if (unknown !== undefined)
    throw new RangeError(`${schema.name} has no field ${unknown}, which the sample fills.`);
  return schema.fields.map(({ name }) => {
    const write = cells[name];
    if (write === undefined)
      throw new RangeError(`The sample does not know the field ${name} of ${schema.name}.`);
    return write;
  });
}

function* cellRows<Event>(delivery: Delivery<Event>): Iterable<Row> {
  const pen = makePen(delivery.agency.dates, delivery.areaName);
  const writers = writersOf(delivery.schema, delivery.cells);
  for (const event of delivery.events) yield writers.map((write) => write(event, pen));
}

/** Which rows, counted from 0, a quirk befalls: the same for every run, never the first row. */
function chosen(rng: Random, wanted: number, rows: number): ReadonlySet<number> {
  const at = new Set<number>();
  for (let i = Math.min(wanted, Math.max(0, rows - 1)); i > 0; ) {
    const row = rng.between(1, rows - 1);
    if (at.has(row)) continue;
    at.add(row);
    i--;
  }
  return at;
}

function changed(row: Row, column: number, cell: string): Row {
  return row.map((old, i) => (i === column ? cell : old));
}

/** The date with its day and month put to 31 February. */
function impossible(cell: string, dates: SampleAgency['dates']): string {
  return dates === 'iso' ? `${cell.slice(0, 4)}-02-31${cell.slice(10)}` : `31/02${cell.slice(5)}`;
}

/** A minute or two later, and the next free number: how one event comes to be entered twice. */
function enteredAgain(row: Row, key: number, time: number): Row {
  const minute = row[time] ?? '';
  const last = minute.slice(-1);
  const later = minute.slice(0, -1) + (last === '9' ? '8' : String(Number(last) + 1));
  return row.map((cell, i) => (i === key ? `${cell}-2` : i === time ? later : cell));
}

function* withQuirk(
  rows: Iterable<Row>,
  quirk: Quirk,
  consignment: Consignment,
  events: number,
  header: Row,
): Iterable<Row> {
  const { schema, agency, period, seed } = consignment;
  const rng = random(seed, 'quirk', quirk.kind, period.id, agency.id, schema.name);
  const column = (name: string | null | undefined) => schema.fields.findIndex((field) => field.name === name);
  const wanted = 'rows' in quirk ? quirk.rows : quirk.kind === 'repeated-header' ? 1 : 0;
  const at = chosen(rng, wanted, events);
  const date = column(schema.periodField);
  let n = 0;
  for (const row of rows) {
    const hit = at.has(n++);
    if (!hit) yield row;
    else if (quirk.kind === 'impossible-dates') {
      yield date < 0 ? row : changed(row, date, impossible(row[date] ?? '', agency.dates));
    } else if (quirk.kind === 'unknown-codes') yield changed(row, column(quirk.field), 'ZZ9');
    else if (quirk.kind === 'blanks') yield changed(row, column(quirk.field), '');
    else {
      yield row;
      if (quirk.kind === 'repeated-rows') yield row;
      if (quirk.kind === 'near-duplicates') yield enteredAgain(row, column(schema.primaryKey[0]), date);
      if (quirk.kind === 'repeated-header') yield header;
    }
  }
  if (quirk.kind === 'totals-row')
    yield ['Total', String(n), ...Array.from({ length: header.length - 2 }, () => '')];
}

function headerOf(fields: readonly FieldSchema[], otherSpelling: boolean): Row {
  return fields.map((field) => (otherSpelling ? (field.aliases[0] ?? field.name) : field.name));
}

function recordCount(events: number, quirks: readonly Quirk[]): number {
  let count = events;
  for (const quirk of quirks) {
    if (quirk.kind === 'repeated-rows' || quirk.kind === 'near-duplicates') {
      count += Math.min(quirk.rows, Math.max(0, events - 1));
    }
  }
  return count;
}

/** The versions of shared definitions that the rows follow. */
function definitions(schema: ExtractSchema, period: SamplePeriod): readonly string[] {
  const versions = [period.end < CHANGES.definition ? 'CSE-2009' : 'CSE-2017'];
  if (schema.name === 'missing-episodes')
    versions.push(period.end < CHANGES.absent ? 'absent-on' : 'absent-off');
  if (schema.name === 'intelligence') versions.push(period.end < CHANGES.grading ? '5x5x5' : '3x5x2');
  if (schema.personRole !== null) {
    const police = schema.prefix === 'MIS' || schema.prefix === 'OFF' || schema.prefix === 'SUS';
    versions.push(!police ? 'DfE' : period.end < CHANGES.ethnicity ? '16+1' : '18+1');
  }
  return versions;
}

/** The text of the delivery note. */
function note(consignment: Consignment, quirks: readonly Quirk[], rows: number): string {
  const { agency, period, schema } = consignment;
  const due = period.end + 25;
  const refreshed = REFRESHED_EXTRACTS.has(schema.name) && due < REFRESHED;
  const late = quirks.find((quirk) => quirk.kind === 'delivered-late');
  const usual = random(consignment.seed, 'delivery', period.id, agency.id, schema.name).between(-8, 0);
  const dueAt = refreshed ? REFRESHED + 12 : due;
  const sent = late === undefined ? dueAt + (refreshed ? -8 : usual) : dueAt + late.days;
  const lines = [
    'synthetic: yes',
    `agency: ${agency.id}`,
    `extract: ${schema.name}`,
    `period: ${period.id}`,
    `period_from: ${isoFromDay(period.start)}`,
    `period_to: ${isoFromDay(period.end)}`,
    `extracted_at: ${isoFromDay(sent)}`,
    `due_at: ${isoFromDay(dueAt)}`,
    `schema_version: "${schema.version}"`,
    `definition_version: [${definitions(schema, period)
      .map((version) => `"${version}"`)
      .join(', ')}]`,
    `rows: ${rows}`,
  ];
  if (quirks.some(({ kind }) => kind === 'nil-return')) lines.push('nil_return: yes');
  else {
    if (quirks.some(({ kind }) => kind === 'windows-1252')) lines.push('encoding: windows-1252');
    if (quirks.some(({ kind }) => kind === 'semicolons')) lines.push('delimiter: semicolon');
    lines.push(`date_format: ${agency.dates}`);
  }
  lines.push('contact_role: performance analyst');
  return `${lines.join('\n')}\n`;
}

/** The CSV file and delivery note of a delivery, with its quirks; nothing at all when it was not sent. */
export function* deliver<Event>(delivery: Delivery<Event>): Iterable<WorkspaceFile> {
  const { agency, period, schema, events } = delivery;
  const quirks = quirksOf(delivery.seed, period.id, agency.id, schema.name, events.length, delivery.messy);
  const has = (kind: Quirk['kind']): boolean => quirks.some((quirk) => quirk.kind === kind);
  if (has('not-sent')) return;
  const path = `extracts/${period.id}/${agency.id}/${schema.name}`;
  if (has('nil-return')) {
    yield { path: `${path}.meta.yaml`, content: note(delivery, quirks, 0) };
    return;
  }
  const header = headerOf(schema.fields, has('other-headers'));
  const rows = function* (): Iterable<Row> {
    let body = cellRows(delivery);
    for (const quirk of quirks) body = withQuirk(body, quirk, delivery, events.length, header);
    yield header;
    yield* body;
  };
  const layout: Layout = {
    delimiter: has('semicolons') ? ';' : ',',
    newline: agency.newline,
    byteOrderMark: has('byte-order-mark'),
  };
  const parts = { [Symbol.iterator]: () => csvText(rows(), layout)[Symbol.iterator]() };
  const whole = events.length <= WHOLE_FILE_ROWS;
  const text = whole ? [...parts].join('') : '';
  yield {
    path: `${path}.csv`,
    content: has('windows-1252') ? windows1252(whole ? text : [...parts].join('')) : whole ? text : parts,
  };
  yield { path: `${path}.meta.yaml`, content: note(delivery, quirks, recordCount(events.length, quirks)) };
}
