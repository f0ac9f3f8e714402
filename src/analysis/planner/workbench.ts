import { EXTRACT_NAMES, type ExtractName } from '../../extracts/schema.js';
import { type EventTable, NULL_INT } from '../../extracts/table.js';
import type { Areas } from '../../reference/areas.js';
import type { AreaCode, Day } from '../../reference/brands.js';
import type { AnalysisInput } from '../input.js';
import { type History, historyOf } from './calendar.js';
import { deriveColumns } from './derive.js';
import type { Frame } from './frame.js';
import { recordKey } from './records.js';
import { type Versions, versionsOf } from './versions.js';

/** Place of an event whose half-year is not known. */
export const NO_PERIOD = NULL_INT;

/** The events of all extracts with what every tally needs, each worked out once. */
export interface Workbench {
  readonly history: History;
  readonly areas: Areas;
  /** The publishable localities; a locality's place in this list stands for it in the cubes. */
  readonly localities: readonly AreaCode[];
  readonly cutOff: Day;
  /** Number of distinct people over all extracts. */
  readonly people: number;
  frame(extract: ExtractName): Frame;
  /** Rows accepted from all files, older versions of records among them. */
  accepted(extract: ExtractName): number;
  /** The events as each was first sent, before it was brought up to date. */
  firstSent(extract: ExtractName): Frame;
  /** For each row the number of its person (a child, or a suspect), the same in every extract; -1 for none. */
  person(extract: ExtractName): Int32Array;
  /** For each row a number for the thing that a field names; -1 for none. `person` is the person as above. */
  key(extract: ExtractName, field: string): Int32Array;
  /** For each row the place of the half-year of a date, or {@link NO_PERIOD}. */
  period(extract: ExtractName, field: string): Int32Array;
  /** For each row the places of the localities in which it is counted, of those that are wanted (all by default). */
  localitiesOf(
    extract: ExtractName,
    area: AreaChoice,
    wanted?: (locality: number) => boolean,
  ): (row: number) => readonly number[];
  /** Rows in order of a key, then of a date, then of their place; rows without key first. */
  order(extract: ExtractName, field: string, by: string): Int32Array;
}

export type AreaChoice = { readonly district: string } | { readonly board: string } | 'pan';

/** Codes of the boards in the action plan. */
const BOARDS: Readonly<Record<string, string>> = { LANCS: 'LSCB-LANCS', BPOOL: 'LSCB-BPL', BWD: 'LSCB-BWD' };

type VersionsOf = (extract: ExtractName) => Versions;

/** The frames of one set of tables, made once: half-years, quarters and months of a build are counted over the same events. */
const EVENTS = new WeakMap<readonly EventTable[], VersionsOf>();

function eventsIn(tables: readonly EventTable[]): VersionsOf {
  const known = EVENTS.get(tables);
  if (known !== undefined) return known;
  const byExtract = new Map<ExtractName, Versions>(
    EXTRACT_NAMES.map((extract) => [extract, versionsOf(extract, tables, recordKey(extract))]),
  );
  const versions = (extract: ExtractName): Versions => {
    const found = byExtract.get(extract);
    if (found === undefined) throw new RangeError('There is no such extract.');
    return found;
  };
  deriveColumns((extract) => versions(extract).newest);
  EVENTS.set(tables, versions);
  return versions;
}

export function workbenchOf(input: AnalysisInput): Workbench {
  const history = historyOf(input.periods, input.startMonth);
  const localities = input.areas.all;
  const placeOfArea = new Map<string, number>(localities.map((code, place) => [code, place]));
  const versions = eventsIn(input.tables);
  const frame = (extract: ExtractName): Frame => versions(extract).newest;

  const numbers = new Map<string, number>();
  const cache = new Map<string, Int32Array>();
  const cached = (name: string, make: () => Int32Array): Int32Array => {
    const found = cache.get(name) ?? make();
    cache.set(name, found);
    return found;
  };
  const person = (extract: ExtractName): Int32Array =>
    cached(`person ${extract}`, () => {
      const { dictionary, index } = frame(extract).code('person');
      const ids = dictionary.map((pseudonym) => {
        const child = input.childOf.get(pseudonym) ?? pseudonym;
        const id = numbers.get(child) ?? numbers.size;
        numbers.set(child, id);
        return id;
      });
      return index.map((entry) => (entry < 0 ? -1 : (ids[entry] ?? -1)));
    });
  for (const extract of EXTRACT_NAMES) person(extract);

  const pan = [placeOfArea.get(input.areas.pan) ?? 0];
  const around = (code: string): readonly number[] =>
    input.areas.has(code) && input.areas.districts.includes(code)
      ? input.areas.containing(code).map((area) => placeOfArea.get(area) ?? 0)
      : pan;
  const board = (code: string): readonly number[] => {
    const place = placeOfArea.get(BOARDS[code] ?? '');
    return place === undefined ? pan : [place, ...pan];
  };
  const key = (extract: ExtractName, field: string): Int32Array =>
    field === 'person' ? person(extract) : frame(extract).code(field).index;

  return {
    history,
    areas: input.areas,
    localities,
    cutOff: input.cutOff ?? history.ends.at(-1) ?? 0,
    people: numbers.size,
    frame,
    accepted: (extract) =>
      input.tables.reduce((sum, table) => sum + (table.extract === extract ? table.rows : 0), 0),
    firstSent: (extract) => versions(extract).oldest,
    person,
    key,
    period: (extract, field) =>
      cached(`period ${extract} ${field}`, () =>
        frame(extract)
          .day(field)
          .map((day) => history.placeOf(day) ?? NO_PERIOD),
      ),
    localitiesOf(extract, area, wanted = () => true) {
      const elsewhere = pan.filter(wanted);
      if (area === 'pan') return () => elsewhere;
      const { dictionary, index } = frame(extract).code('district' in area ? area.district : area.board);
      const lists = dictionary.map('district' in area ? around : board).map((list) => list.filter(wanted));
      return (row) => lists[index[row] ?? -1] ?? elsewhere;
    },
    order: (extract, field, by) =>
      cached(`order ${extract} ${field} ${by}`, () => orderOf(key(extract, field), frame(extract).day(by))),
  };
}

function orderOf(keys: Int32Array, days: Int32Array): Int32Array {
  return Int32Array.from(keys.keys()).sort(
    (a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || (days[a] ?? 0) - (days[b] ?? 0) || a - b,
  );
}
