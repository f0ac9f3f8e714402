import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkTable } from '../../../src/extracts/table.js';
import { createEncoder, type PersonCells } from '../../../src/privacy/encoder.js';
import { resolvePersons } from '../../../src/privacy/linkage/resolve.js';
import type { AgencyId } from '../../../src/reference/brands.js';
import { vectorKeys } from '../fixtures.js';

const NHS = { one: '9434765919', two: '4010232137', three: '4857773457' };
const encoder = createEncoder(vectorKeys, { testNumbers: true });

type Cells = Omit<PersonCells, 'agency'>;

function table(agency: string, people: readonly Cells[]): LinkTable {
  const id = agency as AgencyId;
  const profiles = people.map((cells) => encoder.profile({ agency: id, ...cells }));
  return {
    agency: id,
    rows: profiles.length,
    person: profiles.map(({ person }) => person ?? ''),
    nhs: profiles.map(({ nhs }) => nhs),
    upn: profiles.map(({ upn }) => upn),
    tokens: profiles.map(({ tokens }) => tokens),
  };
}

const resolve = (...tables: LinkTable[]) => resolvePersons(tables, vectorKeys);

const OLIVIA: Cells = {
  localId: '1',
  nhs: NHS.one,
  forename: 'Olivia',
  surname: 'Smith',
  dob: '24/05/2004',
  sex: 'F',
  postcode: 'PR1 2AB',
};

/** How the police and social care records of one pair come out. */
function pair(atPolice: Cells, atCare: Cells) {
  const { children, conflicts, linkedAcrossAgencies } = resolve(
    table('police', [{ ...atPolice, localId: 'P1' }]),
    table('csc', [{ ...atCare, localId: 'C1' }]),
  );
  return { children, conflicts, linkedAcrossAgencies };
}

const LINKED = { children: 1, conflicts: 0, linkedAcrossAgencies: 1 };
const CONFLICT = { children: 2, conflicts: 1, linkedAcrossAgencies: 0 };
const UNKNOWN = { children: 2, conflicts: 0, linkedAcrossAgencies: 0 };

describe('two agencies with the same NHS number', () => {
  it.each<[string, Cells, typeof LINKED]>([
    ['everything equal', {}, LINKED],
    ['moved home', { postcode: 'BB1 1AA' }, LINKED],
    ['one digit of the birthday differs', { dob: '25/05/2004' }, LINKED],
    ['one digit of the year differs', { dob: '24/05/2003' }, LINKED],
    ['the surname changed', { surname: 'Hussain' }, LINKED],
    [
      'the forename is a nickname and the surname changed',
      { forename: 'Nollie', surname: 'Hussain' },
      LINKED,
    ],
    ['an initial and another surname', { forename: 'O', surname: 'Hussain' }, LINKED],
    ['names exchanged', { forename: 'Smith', surname: 'Olivia' }, LINKED],
    ['no names', { forename: '', surname: 'unknown' }, LINKED],
    ['a sibling of another age', { forename: 'Jack', dob: '11/09/2007', sex: 'M' }, CONFLICT],
    ['another child with the same birthday', { forename: 'Aisha', surname: 'Hussain' }, CONFLICT],
    ['another initial and another surname', { forename: 'A', surname: 'Hussain' }, CONFLICT],
    ['no date of birth, but name and postcode equal', { dob: '' }, LINKED],
    ['no date of birth, and another postcode', { dob: '', postcode: 'BB1 1AA' }, UNKNOWN],
  ])('%s', (_, change, expected) => {
    expect(pair(OLIVIA, { ...OLIVIA, ...change })).toEqual(expected);
  });

  it('swapped day and month', () => {
    expect(pair({ ...OLIVIA, dob: '04/05/2004' }, { ...OLIVIA, dob: '05/04/2004' })).toEqual(LINKED);
  });
});

describe('without an equal number nobody is linked', () => {
  it.each<[string, Cells]>([
    ['the same child, number missing', { nhs: '' }],
    ['the same child, number mistyped', { nhs: '9434765918' }],
    ['the same child, another valid number', { nhs: NHS.two }],
    ['a twin with a number of their own', { forename: 'Jack', sex: 'M', nhs: NHS.two }],
    ['a twin without a number', { forename: 'Jack', sex: 'M', nhs: '' }],
  ])('%s', (_, change) => {
    expect(pair(OLIVIA, { ...OLIVIA, ...change })).toEqual(UNKNOWN);
  });
});

describe('groups of people', () => {
  it('are chained by NHS number and UPN, and counted once', () => {
    const upn = 'H801200001001';
    const result = resolve(
      table('police', [{ ...OLIVIA, localId: 'P1' }]),
      table('csc', [{ ...OLIVIA, localId: 'C1', upn }]),
      table('education', [{ ...OLIVIA, localId: 'E1', nhs: '', upn }]),
    );
    expect(result).toMatchObject({ agencyPersons: 3, children: 1, linkedAcrossAgencies: 1, conflicts: 0 });
    expect(new Set(result.childOf.values()).size).toBe(1);
    expect([...result.childOf.values()][0]).toMatch(/^c1_[0-9a-z]{24}$/);
  });

  it('that would give one child two NHS numbers are taken apart again, as conflicts', () => {
    const upn = 'H801200001001';
    const result = resolve(
      table('police', [{ ...OLIVIA, localId: 'P1' }]),
      table('csc', [{ ...OLIVIA, localId: 'C1', upn }]),
      table('education', [{ ...OLIVIA, localId: 'E1', nhs: NHS.two, upn }]),
    );
    expect(result).toMatchObject({ agencyPersons: 3, children: 3, linkedAcrossAgencies: 0, conflicts: 2 });
  });

  it('of twins whose records chain through one mistyped number are taken apart', () => {
    const twin = { ...OLIVIA, forename: 'Oscar', sex: 'M', nhs: NHS.two };
    const result = resolve(
      table('police', [
        { ...OLIVIA, localId: 'P1' },
        { ...twin, localId: 'P2' },
      ]),
      table('csc', [
        { ...twin, localId: 'C2' },
        { ...twin, localId: 'C2', nhs: NHS.one },
      ]),
    );
    expect(result.children).toBe(3);
    expect(new Set(result.childOf.values()).size).toBe(3);
  });

  it('on a number that a dozen and more people share are not linked at all', () => {
    const many = Array.from({ length: 13 }, (_, i) => table(`agency-${i}`, [{ ...OLIVIA, localId: '1' }]));
    expect(resolve(...many)).toMatchObject({ children: 13, linkedAcrossAgencies: 0, conflicts: 78 });
  });

  it('one person with several profiles is one person, and one agreeing profile is enough', () => {
    const result = resolve(
      table('police', [
        { ...OLIVIA, localId: 'P1', dob: '11/11/2001' },
        { ...OLIVIA, localId: 'P1' },
      ]),
      table('csc', [{ ...OLIVIA, localId: 'C1' }]),
    );
    expect(result).toMatchObject({ agencyPersons: 2, children: 1, conflicts: 0 });
  });
});

describe('the result', () => {
  const forename = fc.constantFrom('Olivia', 'Nollie', 'Jack', 'Aisha', 'Mohammed', '');
  const cells = fc.record({
    localId: fc.constantFrom('1', '2', '3', '4'),
    nhs: fc.constantFrom(NHS.one, NHS.two, NHS.three, ''),
    upn: fc.constantFrom('H801200001001', 'H80120000100B', ''),
    forename,
    surname: fc.constantFrom('Smith', 'Smyth', 'Hussain', 'Smith-Jones'),
    dob: fc.constantFrom('24/05/2004', '25/05/2004', '04/05/2004', '05/04/2004', ''),
    postcode: fc.constantFrom('PR1 2AB', 'BB1 1AA'),
  });
  const agencies = ['police', 'csc', 'health', 'education'];
  const world = fc.array(fc.tuple(fc.constantFrom(...agencies), cells), { maxLength: 14 });
  const tablesOf = (records: readonly (readonly [string, Cells])[]) =>
    records.map(([agency, one]) => table(agency, [one]));
  const plain = (tables: LinkTable[]) => {
    const { childOf, ...counts } = resolve(...tables);
    return { ...counts, childOf: [...childOf].sort(([a], [b]) => (a < b ? -1 : 1)) };
  };

  it('does not depend on the order of files or rows', () => {
    fc.assert(
      fc.property(
        world.chain((records) =>
          fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length })),
        ),
        ([records, shuffled]) => {
          expect(plain(tablesOf(shuffled))).toEqual(plain(tablesOf(records)));
        },
      ),
    );
  });

  it('does not change when a file comes twice', () => {
    fc.assert(
      fc.property(world, (records) => {
        expect(plain(tablesOf([...records, ...records]))).toEqual(plain(tablesOf(records)));
      }),
    );
  });

  it('never puts two NHS numbers of different people into one child, and its counts add up', () => {
    fc.assert(
      fc.property(world, (records) => {
        const tables = tablesOf(records);
        const { childOf, children, agencyPersons } = resolve(...tables);
        expect(childOf.size).toBe(agencyPersons);
        expect(new Set(childOf.values()).size).toBe(children);
        const held = new Map<string, { numbers: Set<string>; people: Set<string> }>();
        for (const { person, nhs } of tables) {
          for (const [row, id] of person.entries()) {
            const child = childOf.get(id) ?? '';
            const known = held.get(child) ?? { numbers: new Set(), people: new Set() };
            held.set(child, known);
            known.people.add(id);
            const number = nhs[row];
            if (typeof number === 'string') known.numbers.add(number);
          }
        }
        for (const { numbers, people } of held.values()) {
          if (people.size > 1) expect(numbers.size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('of nobody is nobody', () => {
    expect(resolve()).toEqual({
      childOf: new Map(),
      numbered: new Set(),
      agencyPersons: 0,
      children: 0,
      linkedAcrossAgencies: 0,
      conflicts: 0,
    });
  });
});
