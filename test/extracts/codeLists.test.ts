import { describe, expect, it } from 'vitest';
import { codeList, codeListNames } from '../../src/extracts/codeLists.js';
import { loadSchemas } from '../../src/extracts/load.js';
import { dayFromIso, isoFromDay } from '../../src/reference/days.js';
import { readReferenceCsv } from '../../src/reference/files.js';

const meaning = (list: string, text: string) => codeList(list).lookup(text)?.code;

describe.each(codeListNames())('code list %s', (name) => {
  const list = codeList(name);

  it('finds every code by its own spelling, in any case', () => {
    for (const entry of list.codes) {
      expect(list.lookup(entry.code)).toBe(entry);
      expect(list.lookup(` ${entry.code.toLowerCase()} `)?.code).toBe(entry.code);
      if (entry.storedAs !== '') expect(list.get(entry.storedAs)?.code).toBe(entry.storedAs);
      expect(entry.label).not.toBe('');
      if (entry.from !== null && entry.to !== null) expect(entry.from).toBeLessThanOrEqual(entry.to);
    }
    expect(new Set(list.codes.map((entry) => entry.code)).size).toBe(list.codes.length);
  });

  it('finds every alias, and none that hides another code', () => {
    for (const entry of list.codes)
      for (const alias of entry.aliases) expect(list.lookup(alias)?.code, alias).toBe(entry.code);
  });

  it('says nothing about blanks and unknown words', () => {
    for (const text of ['', ' ', '-', '?', 'zzz no such code']) expect(list.lookup(text)).toBeUndefined();
  });
});

describe('code lists', () => {
  it('are all used by a schema', () => {
    const used = new Set(
      [...loadSchemas().values()].flatMap((s) => s.fields.flatMap((f) => f.codeList ?? [])),
    );
    expect(codeListNames()).toEqual([...used].sort());
  });

  it('read ethnicity however it is spelled', () => {
    expect(meaning('ethnicity', 'CHNE')).toBe('CHNE');
    expect(meaning('ethnicity', 'CNHE')).toBe('CHNE');
    expect(meaning('ethnicity', 'a2')).toBe('A2');
    expect(meaning('ethnicity', 'Pakistani')).toBe('A2');
    expect(meaning('ethnicity', 'IC4 - Asian')).toBe('IC4');
    expect(meaning('ethnicity', 'Unknown')).toBe('NK');
    const group = (code: string) => codeList('ethnicity').get(code)?.group;
    expect(['WROM', 'W3', 'MWBC', 'M1', 'CHNE', 'O1', 'A4', 'BAFR', 'B2', 'OOTH', 'O2'].map(group)).toEqual([
      ...['White', 'White', 'Mixed', 'Mixed', 'Asian', 'Asian', 'Asian', 'Black', 'Black', 'Other', 'Other'],
    ]);
    expect(['REFU', 'NOBT', 'NS'].map(group)).toEqual(['Not stated', 'Not stated', 'Not stated']);
    expect(group('NK')).toBe('Not known');
  });

  it('date the codes that came and went', () => {
    const dates = (list: string, code: string) => {
      const entry = codeList(list).get(code) ?? codeList(list).lookup(code);
      return [entry?.from ?? null, entry?.to ?? null].map((day) => (day === null ? null : isoFromDay(day)));
    };
    expect(dates('placement', 'H5')).toEqual([null, '2025-03-31']);
    expect(dates('placement', 'K3')).toEqual(['2024-04-01', null]);
    expect(dates('missing-category', 'ABSENT')).toEqual(['2013-04-01', null]);
    expect(dates('assessment-factors', '24A')).toEqual(['2021-04-01', null]);
    expect(dates('assessment-factors', '19A')).toEqual([null, '2021-03-31']);
    expect(dates('sex', '1')).toEqual([null, '2024-03-31']);
  });

  it('store the old sex codes under the new letters', () => {
    expect(codeList('sex').lookup('1')?.storedAs).toBe('M');
    expect(codeList('sex').lookup('2')?.storedAs).toBe('F');
    expect(meaning('sex', 'girl')).toBe('F');
    expect(meaning('sex', 'Indeterminate')).toBe('U');
  });

  it('know districts here, and that others are elsewhere', () => {
    expect(meaning('district', 'BwD')).toBe('E06000008');
    expect(meaning('district', 'West Lancs')).toBe('E07000127');
    expect(meaning('district', 'Preston City Council')).toBe('E07000123');
    expect(meaning('district', 'E08000003')).toBeUndefined();
    expect(meaning('district-or-outside', 'E08000003')).toBe('OUT');
    expect(meaning('district-or-outside', 'E07000123')).toBe('E07000123');
    expect(meaning('local-authority', '888')).toBe('E10000017');
    expect(meaning('local-authority', '352')).toBe('OUT');
    expect(meaning('local-authority', 'Burnley')).toBe('E10000017');
    expect(meaning('local-authority', 'Blackburn with Darwen Borough Council')).toBe('E06000008');
  });

  it('refuse names that are no list', () => {
    expect(() => codeList('no-such-list')).toThrow(RangeError);
  });
});

describe('lists that others publish', () => {
  const official = (file: string) =>
    readReferenceCsv(`codelists/official/${file}.csv`).map((row) => row['code'] ?? '');
  const codes = (name: string) => codeList(name).codes.map((entry) => entry.code);

  it.each([
    ['assessment-factors', 'cin_assessment_factors'],
    ['referral-source', 'cin_referral_source'],
    ['disability', 'cin_disability'],
    ['legal-status', 'ssda903_legal_status'],
    ['placement', 'ssda903_placement_type'],
    ['placement-provider', 'ssda903_placement_provider'],
    ['closure-reason', 'cin_closure_reason'],
    ['ethnicity', 'ethnicity_dfe'],
    ['ethnicity', 'ethnicity_police_sde'],
    ['missing-category', 'ssda903_missing'],
    ['offence-class', 'home_office_offences'],
  ])('%s has every code of %s', (name, file) => {
    for (const code of official(file)) expect(codes(name)).toContain(code);
  });

  it('crime outcomes are those of the Home Office; "not yet assigned" is no value', () => {
    expect(codes('crime-outcome').sort()).toEqual(official('home_office_outcomes').sort());
    for (const text of ['0', 'Not yet assigned', 'Under investigation'])
      expect(codeList('crime-outcome').lookup(text)?.storedAs).toBe('');
  });

  it('date no code outside the years in which the national files have it', () => {
    for (const [name, file] of [
      ['assessment-factors', 'cin_assessment_factors'],
      ['referral-source', 'cin_referral_source'],
      ['closure-reason', 'cin_closure_reason'],
    ] as const) {
      for (const row of readReferenceCsv(`codelists/official/${file}.csv`)) {
        const entry = codeList(name).get(row['code'] ?? '');
        const first = Number(row['first_schema_year']);
        const last = Number(row['last_schema_year']);
        if (first > 2017) expect(entry?.from, row['code']).toBe(dayFromIso(`${first - 1}-04-01`));
        else expect(entry?.from, row['code']).toBeNull();
        if (last < 2024) expect(isoFromDay(entry?.to ?? 0) >= `${last}-03-31`, row['code']).toBe(true);
        else expect(entry?.to, row['code']).toBeNull();
      }
    }
  });
});
