import { describe, expect, test } from 'vitest';
import type { ExtractName } from '../../src/extracts/schema.js';
import { type Column, NULL_INT } from '../../src/extracts/table.js';
import { crossCheck, type FileHistory } from '../../src/ingest/crossCheck.js';
import type { AgencyId, PeriodId } from '../../src/reference/brands.js';
import { dayFromIso } from '../../src/reference/days.js';

const code = (...values: (string | null)[]): Column => {
  const dictionary = [...new Set(values.filter((value) => value !== null))];
  const index = values.map((value) => (value === null ? -1 : dictionary.indexOf(value)));
  return { kind: 'code', dictionary, index: Int32Array.from(index) };
};
const minute = (...values: (string | null)[]): Column => ({
  kind: 'minute',
  values: Int32Array.from(values, (value) => (value === null ? NULL_INT : dayFromIso(value) * 1440)),
});
const integer = (...values: number[]): Column => ({ kind: 'integer', values: Int32Array.from(values) });

function file(
  extract: ExtractName,
  rows: number,
  columns: Record<string, Column>,
  when = '2018-H1',
): FileHistory {
  const [agency, period] = ['police' as AgencyId, when as PeriodId];
  const table = { extract, agency, period, rows, columns: new Map(Object.entries(columns)) };
  return { extract, agency, period, displayPath: `${extract}.csv`, table, links: null, completeness: [] };
}

const rowsOf = (rule: string, files: FileHistory[], history: FileHistory[] = []) =>
  crossCheck(files, history)
    .filter((one) => one.rule === rule)
    .map((one) => one.rows);

describe('interviews against episodes', () => {
  const interviews = file('return-interviews', 3, {
    rhi_id: code('i1', 'i2', 'i2'),
    episode_id: code('e1', 'e2', 'e3'),
    returned_at: minute('2018-05-04', '2018-06-10', '2018-06-10'),
  });
  const episodes = (ends: (string | null)[], when?: string) =>
    file('missing-episodes', 3, { episode_id: code('e1', 'e2', 'e3'), found_at: minute(...ends) }, when);

  test('RHI-031 finds an interview for a child still missing', () => {
    expect(rowsOf('RHI-031', [interviews, episodes(['2018-05-04', '2018-06-01', '2018-06-10'])])).toEqual([]);
    expect(rowsOf('RHI-031', [interviews, episodes([null, '2018-06-01', '2018-06-10'])])).toEqual([1]);
  });

  test('RHI-031 takes the latest word of an episode and leaves unknown ones to F01', () => {
    const before = episodes([null, null, null], '2017-H2');
    expect(
      rowsOf('RHI-031', [interviews, episodes(['2018-05-04', '2018-06-01', '2018-06-10'])], [before]),
    ).toEqual([]);
    expect(rowsOf('RHI-031', [interviews])).toEqual([]);
  });

  test('RHI-032 times an interview for several episodes from the last of them', () => {
    expect(rowsOf('RHI-032', [interviews, episodes(['2018-05-04', '2018-06-01', '2018-06-10'])])).toEqual([]);
    expect(rowsOf('RHI-032', [interviews, episodes(['2018-05-01', '2018-06-01', '2018-06-02'])])).toEqual([
      2,
    ]);
  });

  test('RHI-033 compares interviews with episodes that ended in the half-year', () => {
    expect(rowsOf('RHI-033', [interviews, episodes(['2018-05-04', '2018-06-01', '2018-06-10'])])).toEqual([]);
    expect(rowsOf('RHI-033', [interviews, episodes(['2018-05-04', '2017-06-01', null])])).toEqual([2]);
  });
});

describe('suspects against crimes', () => {
  const offences = file('offences', 3, {
    crime_ref: code('c1', 'c2', 'c3'),
    outcome_code: code('1', '11', null),
    offence_class: code('71', '23', '23'),
    person: code('p1', 'p2', 'p3'),
  });
  const suspects = (over: Record<string, Column>) =>
    file('suspects', 3, {
      crime_ref: code('c1', 'c2', 'c3'),
      person: code('s1', 's2', 's3'),
      status: code('CHARGED', 'SUSPECT', 'SUSPECT'),
      relationship: code('STRANGER', 'PARENT', 'NOT_RECORDED'),
      age: integer(30, 9, NULL_INT),
      ...over,
    });
  const all = (over: Record<string, Column>) =>
    Object.fromEntries(
      ['SUS-031', 'SUS-032', 'SUS-033', 'SUS-034', 'SUS-035'].map((rule) => [
        rule,
        rowsOf(rule, [offences, suspects(over)]),
      ]),
    );
  const none = { 'SUS-031': [], 'SUS-032': [], 'SUS-033': [], 'SUS-034': [], 'SUS-035': [] };

  test('agree when they tell one story', () => {
    expect(all({})).toEqual(none);
  });

  test('disagree on a charge, from either side', () => {
    expect(all({ status: code('SUSPECT', 'SUSPECT', 'SUSPECT') })).toEqual({ ...none, 'SUS-032': [1] });
    expect(all({ status: code('CHARGED', 'SUSPECT', 'CONVICTED') })).toEqual({ ...none, 'SUS-031': [1] });
  });

  test('are never the child harmed by the same crime; in another crime they may be', () => {
    expect(all({ person: code('s1', 's2', 'p3') })).toEqual({ ...none, 'SUS-033': [1] });
    expect(all({ person: code('p3', 's2', 's3') })).toEqual(none);
  });

  test('under the age of responsibility, and relatives, where the crime says so', () => {
    expect(all({ age: integer(30, 14, 40) })).toEqual({ ...none, 'SUS-034': [1] });
    expect(all({ relationship: code('STRANGER', 'STRANGER', 'ONLINE') })).toEqual({
      ...none,
      'SUS-035': [2],
    });
  });

  test('do not count when eliminated', () => {
    expect(all({ person: code('s1', 's2', 'p3'), status: code('CHARGED', 'SUSPECT', 'ELIMINATED') })).toEqual(
      none,
    );
  });
});
