import type { Day } from '../reference/brands.js';
import { dayFromIso } from '../reference/days.js';
import { readReferenceCsv } from '../reference/files.js';
import { type CodeEntry, type CodeList, makeCodeList } from './codeList.js';
import { placeLists } from './placeLists.js';

export type { CodeEntry, CodeList } from './codeList.js';

/** Mark in the column `stored_as`: the code says that there is no value. */
const BLANK = '(blank)';

function entryOf(row: Readonly<Record<string, string>>): CodeEntry {
  const text = (column: string): string => row[column] ?? '';
  const day = (column: string): Day | null => (text(column) === '' ? null : dayFromIso(text(column)));
  return {
    code: text('code'),
    label: text('label'),
    group: text('group') === '' ? null : text('group'),
    from: day('from'),
    to: day('to'),
    storedAs: text('stored_as') === BLANK ? '' : text('stored_as') === '' ? text('code') : text('stored_as'),
    aliases: text('aliases') === '' ? [] : text('aliases').split('|'),
  };
}

interface ListTitle {
  readonly title: string;
  readonly source: string;
}

let index: ReadonlyMap<string, ListTitle> | undefined;

function loadIndex(): ReadonlyMap<string, ListTitle> {
  index ??= new Map(
    readReferenceCsv('codelists/index.csv').map((row) => [
      row['name'] ?? '',
      { title: row['title'] ?? '', source: row['source'] ?? '' },
    ]),
  );
  return index;
}

const lists = new Map<string, CodeList>();

function build(name: string): CodeList {
  const places = placeLists[name];
  if (places !== undefined) return makeCodeList({ name, ...places.about }, places.codes(), places.beyond);
  const about = loadIndex().get(name);
  if (about === undefined) throw new RangeError(`There is no code list called ${name}.`);
  return makeCodeList({ name, ...about }, readReferenceCsv(`codelists/${name}.csv`).map(entryOf));
}

/**
 * The code list of that name: `reference/codelists/<name>.csv`, or one of the lists of places made from the geography.
 * Read once.
 * @throws RangeError when there is no such list
 */
export function codeList(name: string): CodeList {
  const list = lists.get(name) ?? build(name);
  lists.set(name, list);
  return list;
}

/** Names of all code lists, sorted. */
export function codeListNames(): string[] {
  return [...loadIndex().keys(), ...Object.keys(placeLists)].sort();
}
