import { describe, expect, test } from 'vitest';
import { headerSuggests, isNhsNumber, valuesSuggest } from '../../src/ingest/personalData.js';

describe('headers that suggest personal data', () => {
  test.each([
    ['Surname', 'a name'],
    ['ChildName', 'a name'],
    ['victim_name', 'a name'],
    ['Name', 'a name'],
    ['Home Address', 'an address'],
    ['D.O.B.', null],
    ['DOB', 'a date of birth'],
    ['NHS No', 'an NHS number'],
    ['Postcode', 'a full postcode'],
    ['POST_CODE', 'a full postcode'],
    ['Mobile', 'a telephone number'],
    ['E-mail', 'an e-mail address'],
    ['Notes', 'free text'],
  ])('%s', (header, expected) => {
    expect(headerSuggests(header)).toBe(expected);
  });

  test.each(['course_name_code', 'district', 'school_name', 'agency', 'rate', 'nominal_ref'])(
    '%s does not',
    (header) => {
      expect(headerSuggests(header)).toBeNull();
    },
  );
});

describe('values that suggest personal data', () => {
  test('NHS numbers by their check digit', () => {
    expect(isNhsNumber('943 476 5919')).toBe(true);
    expect(isNhsNumber('9434765918')).toBe(false);
    expect(isNhsNumber('0000000000')).toBe(false);
    expect(valuesSuggest(['9434765919', ''])).toBe('an NHS number');
  });

  test('postcodes and e-mail addresses wherever they occur', () => {
    expect(valuesSuggest(['seen near PR1 2HE late', 'A'])).toBe('a full postcode');
    expect(valuesSuggest(['ask someone@example.org', 'A'])).toBe('an e-mail address');
  });

  test('telephone numbers and names when the column mostly holds them', () => {
    expect(valuesSuggest(['07700 900123', '+44 7700 900456'])).toBe('a telephone number');
    expect(valuesSuggest(['Ann Example', 'Bob Sample', 'Cy Test', 'Di Trial', 'Ed Proof'])).toBe('a name');
    expect(valuesSuggest(['EXAMPLE, Ann', 'SAMPLE, Bob', 'TEST, Cy', 'TRIAL, Di', 'PROOF, Ed'])).toBe(
      'a name',
    );
  });

  test('codes, references, dates and counts are not personal data', () => {
    expect(valuesSuggest(['E1000001', 'E1000002', 'BBP-2018-0001'])).toBeNull();
    expect(valuesSuggest(['2018-04-01', '01/04/2018', '2018-04-01T10:20'])).toBeNull();
    expect(valuesSuggest(['E07000117', 'Blackpool', 'W Lancs', 'BwD'])).toBeNull();
    expect(valuesSuggest(['1', '2', '', '300'])).toBeNull();
    expect(valuesSuggest(Array.from({ length: 50 }, (_, i) => String(4_000_000_000 + i * 7919)))).toBeNull();
  });
});
