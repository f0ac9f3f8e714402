import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.js';
import type { AnalysisInput } from '../../src/analysis/input.js';
import type { ExtractReturn } from '../../src/analysis/model.js';
import type { AgencyId } from '../../src/reference/brands.js';
import { eventTable, inputOf, type Row } from './tables.js';

const PERIODS = ['2017-H1', '2018-H1'] as const;

function contacts(
  period: '2017' | '2018',
  people: readonly string[],
  district = 'Burnley',
  more: Row = {},
): Row[] {
  return people.map((person, i) => ({
    referral_id: `${period}${district}${person}${i}`,
    person,
    concern_types: 'CSE',
    contact_at: `${period}-05-01`,
    district_home: district,
    ...more,
  }));
}

function people(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => `p${from + i}`);
}

describe('what came and what did not', () => {
  const council = (agency: string, district: string, period: '2017' | '2018', n: number) =>
    eventTable(
      'referrals',
      agency,
      `${period}-H1`,
      contacts(
        period,
        people(1, n).map((p) => `${agency}${p}`),
        district,
      ),
    );
  const returns = (statuses: Readonly<Record<string, ExtractReturn['status']>>): ExtractReturn[] =>
    inputOf([], PERIODS).periods.flatMap((period) =>
      ['east', 'west', 'tiny'].map((agency) => ({
        extract: 'referrals' as const,
        agency: agency as AgencyId,
        period,
        status: statuses[`${agency} ${period}`] ?? 'received',
        rows: 0,
        accepted: 0,
        rejected: 0,
        warnings: 0,
      })),
    );
  const tables = [
    council('east', 'Burnley', '2017', 50),
    council('west', 'Wyre', '2017', 50),
    council('tiny', 'Wyre', '2017', 1),
    council('west', 'Wyre', '2018', 60),
  ];
  const total = (input: AnalysisInput, area: string) =>
    analyse(input).observations.find(
      (o) => o.indicator === 'S01' && o.area === area && o.period === '2018-H1' && o.breakdown === 'total',
    );

  it('leaves a figure out where the agency that reports on the place sent nothing: missing is not nil', () => {
    const input = inputOf(tables, PERIODS, { returns: returns({ 'east 2018-H1': 'missing' }) });
    expect(total(input, 'E07000117')).toMatchObject({
      numerator: null,
      value: null,
      missing: { symbol: 'x' },
    });
    expect(total(input, 'PAN-LANCS')?.missing?.symbol).toBe('x');
    expect(total(input, 'E07000128')).toMatchObject({ numerator: 60, missing: null, provisional: false });
  });

  it('counts a declared nil return as nought', () => {
    const input = inputOf(tables, PERIODS, { returns: returns({ 'east 2018-H1': 'nil' }) });
    expect(total(input, 'E07000117')).toMatchObject({ numerator: 0, missing: null });
    expect(total(input, 'PAN-LANCS')).toMatchObject({ numerator: 60, missing: null });
  });

  it('is provisional where little is missing', () => {
    const input = inputOf(tables, PERIODS, { returns: returns({ 'tiny 2018-H1': 'missing' }) });
    expect(total(input, 'PAN-LANCS')).toMatchObject({ numerator: 60, provisional: true });
    expect(total(input, 'E07000117')).toMatchObject({ provisional: false });
  });

  it('trusts no place when an agency has never sent the extract', () => {
    const input = inputOf(tables.slice(0, 2), PERIODS, {
      returns: returns({ 'tiny 2017-H1': 'missing', 'tiny 2018-H1': 'missing' }),
    });
    expect(total(input, 'E07000117')?.missing?.symbol).toBe('x');
  });

  it('has no figure for an extract that nobody sends', () => {
    expect(total(inputOf([], PERIODS, { returns: [] }), 'PAN-LANCS')?.missing?.reason).toMatch(/No partner/);
  });
});
