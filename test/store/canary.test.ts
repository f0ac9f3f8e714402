import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Column, LinkTable } from '../../src/extracts/table.js';
import { createEncoder } from '../../src/privacy/encoder.js';
import { encodeEvents } from '../../src/store/eventArrow.js';
import { encodeLinks } from '../../src/store/linkArrow.js';
import { openStore } from '../../src/store/store.js';
import { vectorKeys } from '../privacy/fixtures.js';
import { H1, POLICE, temporaryFolder } from './fixtures.js';

const CHILDREN = 150;

/** Invented people whose every identifier is long and odd enough that it cannot occur by chance. */
const people = Array.from({ length: CHILDREN }, (_, i) => {
  const letters = [...String(10_000 + i * 7)].map((digit) => 'QWXZJKVYUP'[Number(digit)]).join('');
  return {
    localId: `LOCAL-${100_000 + i * 13}`,
    nhs: nhsNumber(999_100_000 + i * 37),
    forename: `For${letters.toLowerCase()}`,
    surname: `Sur${letters.toLowerCase()}`,
    dob: `${10 + (i % 18)}/${10 + (i % 3)}/${1998 + (i % 9)}`,
    postcode: `PR${1 + (i % 9)} ${i % 10}QZ`,
  };
});

function nhsNumber(first: number): string {
  for (let nine = first; ; nine++) {
    const sum = [...String(nine)].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check !== 10) return `${nine}${check}`;
  }
}

function store() {
  const encoder = createEncoder(vectorKeys, { testNumbers: true });
  const profiles = people.map((cells) => encoder.profile({ agency: POLICE, ...cells }));
  const person = profiles.map((profile) => profile.person ?? '');
  const links: LinkTable = {
    agency: POLICE,
    rows: CHILDREN,
    person,
    nhs: profiles.map(({ nhs }) => nhs),
    upn: profiles.map(({ upn }) => upn),
    tokens: profiles.map(({ tokens }) => tokens),
  };
  const columns = new Map<string, Column>([
    ['person', { kind: 'code', dictionary: person, index: Int32Array.from(person.keys()) }],
  ]);
  const table = { extract: 'missing-episodes', agency: POLICE, period: H1, rows: CHILDREN, columns } as const;
  return { links, table };
}

/** An identifier in the ways in which bytes could hold it. */
function disguises(value: string): Buffer[] {
  const utf8 = Buffer.from(value, 'utf8');
  return [
    utf8,
    Buffer.from(value, 'utf16le'),
    Buffer.from(utf8.toString('hex')),
    // The last characters of base64 depend on what follows, so they are left off.
    Buffer.from(utf8.toString('base64').replace(/=+$/, '').slice(0, -1)),
  ];
}

function planted(): Buffer[] {
  return people.flatMap(({ localId, nhs, forename, surname, dob, postcode }) => {
    const [day, month, year] = dob.split('/');
    const values = [
      localId,
      nhs,
      forename,
      surname,
      forename.toUpperCase(),
      surname.toUpperCase(),
      dob,
      `${year}${month}${day}`,
      `${year}-${month}-${day}`,
      postcode,
      postcode.replace(' ', ''),
    ];
    return [...new Set(values)].flatMap(disguises);
  });
}

function found(bytes: Buffer): number {
  return planted().filter((canary) => bytes.includes(canary)).length;
}

describe('no planted identifier', () => {
  it('would go unnoticed by this test', () => {
    const [first] = people;
    expect(found(Buffer.from(`...${first?.surname}...`, 'utf16le'))).toBeGreaterThan(0);
    expect(found(Buffer.from(`...${first?.nhs}...`))).toBeGreaterThan(0);
  });

  it('is in the bytes before encryption: events and linkage evidence', () => {
    const { links, table } = store();
    expect(found(Buffer.from(encodeLinks(links)))).toBe(0);
    expect(found(Buffer.from(encodeEvents(table)))).toBe(0);
  });

  it('nor any pseudonym is in a byte or a name of the store folder', async () => {
    const folder = path.join(await temporaryFolder(), 'store');
    const { links, table } = store();
    const opened = await openStore(folder, vectorKeys);
    await opened.put({ table, links, receipt: {}, sourceDigest: 'x', schemaVersion: '1.0.0' });
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = names.filter((entry) => entry.isFile());
    expect(files).toHaveLength(4);
    for (const file of files) {
      const bytes = await readFile(path.join(file.parentPath, file.name));
      expect(found(bytes)).toBe(0);
      expect(found(Buffer.from(path.join(file.parentPath, file.name)))).toBe(0);
      expect(links.person.filter((pseudonym) => bytes.includes(pseudonym))).toEqual([]);
    }
  });
});
