import { describe, expect, test } from 'vitest';
import type { ExtractName } from '../../src/extracts/schema.js';
import { type Column, NULL_INT } from '../../src/extracts/table.js';
import { crossCheck, type FileHistory } from '../../src/ingest/crossCheck.js';
import type { AgencyId, PeriodId } from '../../src/reference/brands.js';
import { dayFromIso } from '../../src/reference/days.js';
import { encoder, POLICE } from './corpus.js';

const code = (...values: (string | null)[]): Column => {
  const dictionary = [...new Set(values.filter((value) => value !== null))];
  return {
    kind: 'code',
    dictionary,
    index: Int32Array.from(values, (value) => (value === null ? -1 : dictionary.indexOf(value))),
  };
};
const minute = (...values: (string | null)[]): Column => ({
  kind: 'minute',
  values: Int32Array.from(values, (value) => (value === null ? NULL_INT : dayFromIso(value) * 1440)),
});
const day = (...values: (string | null)[]): Column => ({
  kind: 'day',
  values: Int32Array.from(values, (value) => (value === null ? NULL_INT : dayFromIso(value))),
});
const integer = (...values: number[]): Column => ({ kind: 'integer', values: Int32Array.from(values) });

const file = (
  extract: ExtractName,
  columns: Readonly<Record<string, Column>>,
  over: Partial<FileHistory> & { readonly who?: string; readonly when?: string } = {},
): FileHistory => {
  const { who = 'police', when = '2018-H1', ...rest } = over;
  const agency = who as AgencyId;
  const period = when as PeriodId;
  const [first] = Object.values(columns);
  const rows = first === undefined ? 0 : first.kind === 'code' ? first.index.length : first.values.length;
  return {
    extract,
    agency,
    period,
    displayPath: `extracts/${when}/${who}/${extract}.csv`,
    table: { extract, agency, period, rows, columns: new Map(Object.entries(columns)) },
    links: null,
    completeness: [],
    ...rest,
  };
};

const said = (findings: ReturnType<typeof crossCheck>, rule: string) =>
  findings.filter((one) => one.rule === rule).map((one) => `${one.file} ${one.rows}`);

/** Tokens as the encoder makes them. */
const born = (date: string | null) =>
  encoder.profile({ agency: POLICE, localId: '1', sex: 'F', dob: date === null ? null : dayFromIso(date) })
    .tokens;

describe('F01 references', () => {
  const offences = file('offences', { crime_ref: code('e1', 'e2') });

  test('find their record in this half-year or an earlier one', () => {
    const suspects = file('suspects', { crime_ref: code('e1', 'e2', 'e9', null) });
    expect(said(crossCheck([offences, suspects], []), 'F01')).toEqual([
      'extracts/2018-H1/police/suspects.csv 1',
    ]);
    const before = { ...offences, period: '2017-H2' as PeriodId };
    expect(said(crossCheck([suspects], [before]), 'F01')).toEqual(['extracts/2018-H1/police/suspects.csv 1']);
  });

  test('say so when no extract of the kind is there', () => {
    const [finding] = crossCheck([file('suspects', { crime_ref: code('e1') })], []).filter(
      (f) => f.rule === 'F01',
    );
    expect(finding?.message).toContain('no reference could be followed');
  });

  test('back in time are not judged where the history begins', () => {
    const referrals = file(
      'referrals',
      { referral_id: code('r1'), re_referral_of: code('r0') },
      { who: 'council' },
    );
    const before = file('referrals', { referral_id: code('rx') }, { who: 'council', when: '2017-H2' });
    expect(said(crossCheck([referrals], []), 'F01')).toEqual([]);
    expect(said(crossCheck([referrals], [before]), 'F01')).toHaveLength(1);
  });
});

test('F02: sex, ethnicity and date of birth of one person agree, unknowns contradict nothing', () => {
  const links = (...tokens: string[]) => ({
    agency: 'council' as AgencyId,
    rows: tokens.length,
    person: tokens.map((_, i) => `p${i}`),
    nhs: tokens.map(() => null),
    upn: tokens.map(() => null),
    tokens,
  });
  const first = file(
    'referrals',
    { person: code('p0', 'p1', 'p2'), sex: code('F', 'M', 'U'), ethnicity: code('WBRI', 'NOBT', 'APKN') },
    { who: 'council', links: links(born('2003-05-01'), born('2004-06-02'), born('2005-07-03')) },
  );
  const second = file(
    'education',
    { person: code('p0', 'p1', 'p2'), sex: code('M', 'M', 'F'), ethnicity: code('WBRI', 'AIND', 'ABAN') },
    { who: 'council', links: links(born('2003-05-01'), born('2004-02-06'), born(null)) },
  );
  const messages = crossCheck([first, second], [])
    .filter((one) => one.rule === 'F02')
    .map((one) => `${one.rows} ${/a (\w+) that/.exec(one.message)?.[1]}`);
  expect(messages).toEqual(['1 sex', '1 ethnicity', '1 date_of_birth']);
});

describe('rules about children known to several agencies', () => {
  const childOf = new Map([
    ['pp1', 'c1'],
    ['cc1', 'c1'],
    ['hh1', 'c1'],
    ['vv1', 'c2'],
    ['cc2', 'c2'],
    ['pp2', 'c2'],
    ['pp3', 'c3'],
    ['cc3', 'c3'],
    ['hh3', 'c3'],
  ]);
  const referrals = file(
    'referrals',
    {
      person: code('cc1', 'cc2'),
      risk_band_initial: code('HIGH', 'HIGH'),
      contact_at: day('2018-04-03', '2018-09-28'),
      strategy_meeting_at: day(null, null),
    },
    { who: 'council' },
  );
  const missing = file('missing-episodes', {
    person: code('pp1', 'pp1', 'pp1', 'pp3', 'pp3', 'pp3'),
    missing_from_at: minute(
      '2018-04-10',
      '2018-05-10',
      '2018-06-10',
      '2018-04-10',
      '2018-05-10',
      '2018-07-08',
    ),
    episode_id: code('a', 'b', 'c', 'd', 'e', 'f'),
    found_at: minute('2018-04-11', '2018-05-11', '2018-06-11', '2018-04-11', '2018-05-11', '2018-07-09'),
  });
  const offences = file('offences', {
    person: code('pp1', 'pp3', 'pp3'),
    age: integer(15, 14, 14),
    cse_flag: code('Y', 'Y', 'N'),
    crime_ref: code('x', 'y', 'z'),
  });
  const disruption = file('disruption', {
    type: code('CAWN', 'CAWN', 'SRO'),
    child_id: code('pp2', 'pp9', 'pp8'),
  });
  const health = file('health', { person: code('hh1', 'hh3') }, { who: 'nhs' });
  const education = file('education', { person: code('cc1', 'cc3') }, { who: 'council' });
  const findings = crossCheck([referrals, missing, offences, disruption, health, education], [], childOf);

  test('F06: only once the ten working days have passed', () => {
    expect(said(findings, 'F06')).toEqual(['extracts/2018-H1/council/referrals.csv 1']);
  });
  test('F07, F08, F09: those without a referral anywhere', () => {
    expect(said(findings, 'F07')).toEqual(['extracts/2018-H1/police/missing-episodes.csv 1']);
    expect(said(findings, 'F08')).toEqual(['extracts/2018-H1/police/offences.csv 1']);
    expect(said(findings, 'F09')).toEqual(['extracts/2018-H1/police/disruption.csv 1']);
  });
  test('F04: known to three agencies and not referred', () => {
    expect(said(findings, 'F04')).toEqual(['extracts 1']);
  });
  test('none of them is judged before persons are resolved', () => {
    const codes = crossCheck([referrals, missing, offences, disruption, health, education], []).map(
      (one) => one.rule,
    );
    expect(codes.filter((one) => ['F04', 'F07', 'F08', 'F09'].includes(one))).toEqual([]);
  });
});

describe('against the half-year before', () => {
  const many = (count: number, district = 'E07000117') => Array.from({ length: count }, () => district);
  const before = file('referrals', { district_home: code(...many(60)) }, { who: 'council', when: '2017-H2' });

  test('F10: more than 40 % up or down', () => {
    const now = (count: number) =>
      file('referrals', { district_home: code(...many(count)) }, { who: 'council' });
    expect(said(crossCheck([now(84)], [before]), 'F10')).toEqual([]);
    expect(said(crossCheck([now(85)], [before]), 'F10')).toHaveLength(1);
    expect(said(crossCheck([now(35)], [before]), 'F10')).toHaveLength(1);
  });

  test('F10: districts that swap are seen although the total stands', () => {
    const now = file(
      'referrals',
      { district_home: code(...many(30), ...many(30, 'E07000123')) },
      { who: 'council' },
    );
    const [finding] = crossCheck([now], [before]).filter((one) => one.rule === 'F10');
    expect(finding?.message).toContain('in 2 districts');
  });

  test('F11: one finding for all fields that dropped by ten points', () => {
    const filled = (upn: number, postcode: number) => [
      { field: 'upn', filled: upn, rows: 100 },
      { field: 'postcode', filled: postcode, rows: 100 },
      { field: 'closed_at', filled: upn, rows: 100 },
    ];
    const then = { ...before, completeness: filled(90, 90) };
    const now = file(
      'referrals',
      { district_home: code(...many(60)) },
      { who: 'council', completeness: filled(60, 81) },
    );
    const [finding, ...others] = crossCheck([now], [then]).filter((one) => one.rule === 'F11');
    expect(others).toEqual([]);
    expect(finding?.message).toContain('upn (90 % to 60 %).');
  });

  test('F13: an open episode comes back', () => {
    const then = file(
      'missing-episodes',
      { episode_id: code('a', 'b', 'c'), found_at: minute(null, null, '2018-03-01') },
      { when: '2017-H2' },
    );
    const now = file('missing-episodes', { episode_id: code('a'), found_at: minute('2018-04-02') });
    expect(said(crossCheck([now], [then]), 'F13')).toEqual([
      'extracts/2018-H1/police/missing-episodes.csv 1',
    ]);
  });
});

test('F16: the same child reported by two agencies within the hour', () => {
  const at = (person: string, minutes: number, who: string) =>
    file(
      'missing-episodes',
      { person: code(person), missing_from_at: { kind: 'minute', values: Int32Array.of(minutes) } },
      { who },
    );
  const childOf = new Map([
    ['a', 'c1'],
    ['b', 'c1'],
  ]);
  expect(said(crossCheck([at('a', 0, 'police'), at('b', 60, 'council')], [], childOf), 'F16')).toHaveLength(
    1,
  );
  expect(said(crossCheck([at('a', 0, 'police'), at('b', 61, 'council')], [], childOf), 'F16')).toEqual([]);
});
