import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demonstrationKey } from '../../src/privacy/demonstrationKey.js';
import { createEncoder, type PersonCells } from '../../src/privacy/encoder.js';
import { KeyRing } from '../../src/privacy/keys.js';
import { Memo } from '../../src/privacy/memo.js';
import { parseTokens } from '../../src/privacy/tokenSets.js';
import type { AgencyId } from '../../src/reference/brands.js';
import { dayFromIso } from '../../src/reference/days.js';
import { otherKeys, vectorKeys } from './fixtures.js';

const police = 'police' as AgencyId;
const csc = 'csc' as AgencyId;
const encoder = createEncoder(vectorKeys, { testNumbers: true });

const OLIVIA: PersonCells = {
  agency: police,
  localId: 'P0012345',
  nhs: '943 476 5919',
  upn: 'H801200001001',
  forename: 'Olivia',
  surname: 'Smith-Jones',
  dob: '24/05/2004',
  sex: 'F',
  postcode: 'PR1 2AB',
};

const tokens = (change: Partial<PersonCells>) => encoder.profile({ ...OLIVIA, ...change }).tokens;
const sets = (change: Partial<PersonCells>) => parseTokens(tokens(change));

function shares(a: Partial<PersonCells>, b: Partial<PersonCells>, kind: string, kindB = kind): boolean {
  const other = sets(b).get(kindB) ?? [];
  return (sets(a).get(kind) ?? []).some((token) => other.includes(token));
}

describe('pseudonyms', () => {
  it('are those of the vectors', () => {
    expect(encoder.person(police, 'P0012345')).toBe('p1_jfrem0m08dtzzfyzgza3f29g');
    expect(encoder.person(csc, ' P0012345 ')).toBe('p1_s8eb4m6h6we7rmn000e39c3b');
    expect(encoder.profile(OLIVIA).nhs).toBe('n1_21kzgg1xbyshwn23ewjg841p');
    expect(encoder.profile(OLIVIA).person).toBe('p1_jfrem0m08dtzzfyzgza3f29g');
    expect(encoder.profile(OLIVIA).upn).toMatch(/^u1_[0-9a-z]{24}$/);
  });

  it('of records depend on the extract and on who owns the numbering', () => {
    const ids = [
      encoder.record('missing-episodes', police, '1'),
      encoder.record('offences', police, '1'),
      encoder.record('offences', csc, '1'),
      encoder.person(police, '1'),
    ];
    expect(new Set(ids).size).toBe(4);
    expect(encoder.record('offences', police, ' 1')).toBe(ids[1]);
  });

  it('are missing where the identifier is blank or not valid', () => {
    const { person, nhs, upn } = encoder.profile({
      agency: police,
      localId: ' ',
      nhs: '9434765918',
      upn: 'X',
    });
    expect([person, nhs, upn]).toEqual([null, null, null]);
  });

  it('of test NHS numbers exist only under the demonstration key unless asked for', () => {
    const cells = { agency: police, nhs: '9990000018' };
    expect(createEncoder(vectorKeys).profile(cells).nhs).toBeNull();
    expect(createEncoder(new KeyRing(demonstrationKey())).profile(cells).nhs).not.toBeNull();
  });
});

describe('tokens', () => {
  it('do not depend on spelling habits, nor on how the date was given', () => {
    const plain = tokens({});
    expect(tokens({ forename: ' OLIVIA ', surname: 'smith - jones', postcode: 'pr12ab', sex: '2' })).toBe(
      plain,
    );
    expect(tokens({ dob: '2004-05-24' })).toBe(plain);
    expect(tokens({ dob: dayFromIso('2004-05-24') })).toBe(plain);
    expect(tokens({ forename: 'Olivia Jane' })).toBe(plain);
  });

  it('are the same from a fresh encoder and after other people, and differ under another key', () => {
    const again = createEncoder(vectorKeys);
    again.profile({ ...OLIVIA, forename: 'Mia', dob: '01/02/2003' });
    expect(again.profile(OLIVIA).tokens).toBe(tokens({}));
    const foreign = new Set(
      [...parseTokens(createEncoder(otherKeys).profile(OLIVIA).tokens).values()].flat(),
    );
    const own = [...sets({}).entries()].filter(([kind]) => !kind.startsWith('q')).flatMap(([, set]) => set);
    expect(own.filter((token) => foreign.has(token))).toEqual([]);
  });

  it('of an empty profile are none', () => {
    expect(encoder.profile({ agency: police }).tokens).toBe('v1');
  });

  it.each([
    ['one letter changed', 'Olivia', 'Olibia', 'fdA', true],
    ['one letter left out', 'Olivia', 'Olvia', 'fdA', true],
    ['two neighbours exchanged', 'Olivia', 'Oilvia', 'fdA', true],
    ['three letters changed', 'Olivia', 'Xxxvia', 'fdA', false],
    ['the same sound', 'Catherine', 'Cathryn', 'fpA', true],
    ['a nickname', 'Elizabeth', 'Lizzie', 'fnA', true],
    ['two nicknames of one name', 'Liz', 'Beth', 'fnB', true],
    ['unrelated names', 'Olivia', 'Mohammed', 'fnA', false],
  ])('%s: %s and %s', (_, a, b, kind, expected) => {
    expect(shares({ forename: a }, { forename: b }, kind)).toBe(expected);
  });

  it('find one half of a double surname and exchanged names', () => {
    expect(shares({ surname: 'Smith-Jones' }, { surname: 'Jones' }, 'swA', 'sxA')).toBe(true);
    expect(
      shares({ forename: 'Ali', surname: 'Khan' }, { forename: 'Khan', surname: 'Ali' }, 'fyA', 'syA'),
    ).toBe(true);
    expect(shares({ forename: 'Ali', surname: 'Khan' }, { forename: 'Khan', surname: 'Ali' }, 'fxA')).toBe(
      false,
    );
  });

  it('of a name agree under the salt that the dates share, and under no other', () => {
    expect(shares({}, { dob: '24/05/2005' }, 'fxA')).toBe(false);
    expect(shares({}, { dob: '24/05/2005' }, 'fxB')).toBe(true);
    expect(shares({}, { dob: '25/05/2004' }, 'fxA')).toBe(true);
    expect(shares({}, { dob: '25/05/2004' }, 'fxB')).toBe(false);
  });

  it('of dates meet exactly when one digit or two neighbours differ, or day and month are swapped', () => {
    const near = (a: string, b: string) =>
      shares({ dob: a }, { dob: b }, 'bm') ||
      shares({ dob: a }, { dob: b }, 'bt', 'bx') ||
      shares({ dob: a }, { dob: b }, 'bs', 'bx');
    expect(near('24/05/2004', '25/05/2004')).toBe(true);
    expect(near('24/05/2004', '24/05/2040')).toBe(true);
    expect(near('04/05/2004', '05/04/2004')).toBe(true);
    expect(near('24/05/2004', '13/05/2004')).toBe(false);
    expect(near('24/05/2004', '25/06/2004')).toBe(false);
  });

  it('hold no value in plain, whatever it is', () => {
    const word = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
      minLength: 4,
      maxLength: 12,
    });
    fc.assert(
      fc.property(word, word, (forename, surname) => {
        const text = tokens({ forename, surname }).toLowerCase();
        // Short runs of letters occur in any random text; eight in a row do not.
        const long = `${forename}${surname}`.slice(0, 8);
        expect(text).not.toContain(long);
      }),
      { seed: 2, numRuns: 50 },
    );
  });
});

describe('a memo', () => {
  it('stays within its capacity and still answers', () => {
    const memo = new Memo<number>(2);
    let made = 0;
    const ask = (key: string) => memo.get(key, () => ++made);
    expect([ask('a'), ask('a'), ask('b'), ask('c'), ask('c'), ask('a')]).toEqual([1, 1, 2, 3, 3, 4]);
  });
});
