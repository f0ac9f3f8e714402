import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { foldHeader, headerSpellings } from '../../src/extracts/headers.js';
import { loadSchema } from '../../src/extracts/load.js';
import { EXTRACT_NAMES, type FieldSchema } from '../../src/extracts/schema.js';
import { nhsCheckDigit, upnCheckLetter } from '../../src/sample/identifiers.js';

/** Invented identifiers, long and odd enough that none of them occurs by chance. */
export const MARKS = {
  forename: 'Quillzav',
  surname: 'Vexbrod',
  person: 'LIDXQ',
  record: 'RIDXQ',
  childBirths: ['2003-01-17', '2002-02-19', '2001-07-23', '2000-12-30'],
  adultBirths: ['1979-03-29', '1986-10-13'],
  /** Real postcodes of the area, so that they lead to districts. */
  postcodes: ['PR2 3PR', 'FY1 4EQ', 'BB2 3WB', 'LA1 5JN'],
} as const;

/** Which ten digits NHS numbers begin with: 999 is never issued, 470 could be. */
export type NhsRange = '99901' | '47052';

const LETTERS = 'abcdefghijklmnop';
const spelled = (n: number) => [...String(n)].map((digit) => LETTERS[Number(digit)]).join('');

function nhsNumber(range: NhsRange, n: number): string {
  for (let at = n; ; at += 2000) {
    const body = `${range}${String(at).padStart(4, '0').slice(-4)}`;
    const check = nhsCheckDigit(body);
    if (check !== null) return `${body}${check}`;
  }
}

function upn(n: number): string {
  const rest = `88800${String(n).padStart(7, '0')}`;
  return `${upnCheckLetter(rest)}${rest}`;
}

function cyclic<T>(values: readonly T[], n: number): T {
  const value = values[n % values.length];
  if (value === undefined) throw new RangeError('no value');
  return value;
}

/** A person's identifiers by number. */
function person(n: number, range: NhsRange, adult: boolean) {
  return {
    nhs: nhsNumber(range, n),
    upn: upn(n),
    forename: `${MARKS.forename}${spelled(n)}`,
    surname: `${MARKS.surname}${spelled(n)}`,
    dob: cyclic(adult ? MARKS.adultBirths : MARKS.childBirths, n),
    postcode: cyclic(MARKS.postcodes, n),
  };
}

/** Numbers for the people of a workspace, the same for the same local id of an agency. */
class Roll {
  readonly #numbers = new Map<string, number>();

  of(agency: string, localId: string): number {
    const key = `${agency} ${localId}`;
    const number = this.#numbers.get(key) ?? this.#numbers.size;
    this.#numbers.set(key, number);
    return number;
  }
}

function planted(field: FieldSchema, cell: string, people: ReturnType<typeof person>): string {
  switch (field.person) {
    case 'localId':
      return `${MARKS.person}-${cell}`;
    case 'nhs':
    case 'upn':
    case 'forename':
    case 'surname':
    case 'postcode':
      return people[field.person];
    case 'dob':
      return cell.includes('/') ? people.dob.split('-').reverse().join('/') : cell === '' ? '' : people.dob;
    default:
      if (field.type !== 'identifier' || cell === '') return cell;
      return `${field.refersTo?.kind === 'person' ? MARKS.person : MARKS.record}-${cell}`;
  }
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

async function plantIn(file: string, agency: string, range: NhsRange, roll: Roll): Promise<void> {
  const name = EXTRACT_NAMES.find((one) => path.basename(file) === `${one}.csv`);
  if (name === undefined) throw new RangeError('not an extract');
  const schema = loadSchema(name);
  const spellings = headerSpellings(schema);
  const [header = [], ...rows]: string[][] = parse(await readFile(file), {
    bom: true,
    relax_column_count: true,
  });
  const fields = header.map((text) => {
    const wanted = spellings.get(foldHeader(text));
    return schema.fields.find((field) => field.name === wanted);
  });
  const idAt = fields.findIndex((field) => field?.person === 'localId');
  const changed = rows.map((row) => {
    if (row.join() === header.join() || (idAt >= 0 && row[idAt] === '')) return row;
    const people = person(roll.of(agency, row[idAt] ?? ''), range, schema.personRole === 'suspect');
    return row.map((cell, at) => {
      const field = fields[at];
      return field === undefined ? cell : planted(field, cell, people);
    });
  });
  await writeFile(file, [header, ...changed].map((row) => `${row.map(quoted).join(',')}\n`).join(''));
}

/** Puts invented identifiers into every identifying cell of every extract of a workspace. */
export async function plantCanaries(root: string, range: NhsRange): Promise<number> {
  const folder = path.join(root, 'extracts');
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.csv')).sort();
  const roll = new Roll();
  for (const name of names) {
    await plantIn(path.join(folder, name), name.split(path.sep)[1] ?? '', range, roll);
  }
  return names.length;
}

function dateForms(iso: string): string[] {
  const [year = '', month = '', day = ''] = iso.split('-');
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  const monthName = months[Number(month) - 1] ?? 'month';
  return [
    iso,
    `${day}/${month}/${year}`,
    `${day}.${month}.${year}`,
    `${day}-${month}-${year}`,
    `${year}/${month}/${day}`,
    `${year}${month}${day}`,
    `${day}${month}${year}`,
    `${Number(day)} ${monthName}[a-z]* ${year}`,
  ];
}

const escaped = (text: string) => text.replace(/[.]/g, '\\.');
/** The last stands for no day: the rows that hold it are rejected. */
const BIRTHS = [...MARKS.childBirths, ...MARKS.adultBirths, '2003-13-17'];

/** Everything planted, in any case and with or without the blanks that people put in. */
const PLAIN = new RegExp(
  [
    MARKS.forename,
    MARKS.surname,
    MARKS.person,
    MARKS.record,
    '(?<!\\d)99901\\d{5}(?!\\d)',
    '(?<!\\d)47052\\d{5}(?!\\d)',
    '(?<!\\d)(?:999|470)[ -](?:01|52)\\d[ -]\\d{4}(?!\\d)',
    '[A-Z]88800\\d{7}(?!\\d)',
    ...BIRTHS.flatMap(dateForms).map((form) => `(?<![\\d.])${escaped(form)}(?!\\d)`),
    ...MARKS.postcodes.map((code) => `(?<![A-Z0-9])${code.replace(' ', '[ +]?')}(?![A-Z0-9])`),
  ].join('|'),
  'i',
);

/** What one looks for in other encodings: the marks, and whole values of the first people. */
const VALUES = [
  MARKS.forename,
  MARKS.surname,
  MARKS.forename.toUpperCase(),
  MARKS.surname.toUpperCase(),
  MARKS.forename.toLowerCase(),
  MARKS.surname.toLowerCase(),
  MARKS.person,
  MARKS.record,
  ...BIRTHS,
  ...BIRTHS.map((iso) => iso.split('-').reverse().join('/')),
  ...[0, 1, 2].flatMap((n) => [nhsNumber('99901', n), nhsNumber('47052', n), upn(n)]),
];

/** Base64 of a text at each of the three places where it can stand, without what depends on its neighbours. */
function base64Forms(text: string): string[] {
  return ['', 'x', 'xx'].map((before) => {
    const encoded = Buffer.from(before + text)
      .toString('base64')
      .replace(/=+$/, '');
    return encoded.slice(before.length === 0 ? 0 : before.length + 1, -1);
  });
}

const ENCODED: readonly Buffer[] = VALUES.flatMap((value) => [
  Buffer.from(value, 'utf16le'),
  Buffer.from(Buffer.from(value).toString('hex')),
  ...base64Forms(value).map((form) => Buffer.from(form)),
]);

/** Digests without a key of whole values, as somebody might take them for pseudonyms. */
const DIGESTS: readonly Buffer[] = [0, 1].flatMap((n) => {
  const { nhs, upn: pupil, forename, surname, dob } = person(n, '99901', false);
  return [nhs, pupil, forename.toLowerCase(), surname.toUpperCase(), dob]
    .flatMap((value) => ['md5', 'sha1', 'sha256'].map((method) => createHash(method).update(value).digest()))
    .flatMap((digest) => [
      Buffer.from(digest.toString('hex').slice(0, 16)),
      Buffer.from(digest.toString('base64').slice(0, 16)),
    ]);
});

/** Which planted things bytes hold, in clear, in other encodings or as digests; empty when none. */
export function leaks(bytes: Buffer | string): string[] {
  const buffer = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
  const plain = PLAIN.exec(buffer.toString('latin1'));
  return [
    ...(plain === null ? [] : [plain[0]]),
    ...ENCODED.filter((form) => buffer.includes(form)).map((form) => `encoded ${form.toString('latin1')}`),
    ...DIGESTS.filter((form) => buffer.includes(form)).map(() => 'a digest without a key'),
  ];
}

/** Leaks in every file below a folder, and in the files' names. */
export async function leaksBelow(folder: string): Promise<{ files: number; leaks: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  let files = 0;
  for (const entry of entries) {
    found.push(...leaks(entry.name).map((leak) => `name of ${entry.name}: ${leak}`));
    if (!entry.isFile()) continue;
    files += 1;
    const bytes = await readFile(path.join(entry.parentPath, entry.name));
    found.push(...leaks(bytes).map((leak) => `${entry.name}: ${leak}`));
  }
  return { files, leaks: found };
}
