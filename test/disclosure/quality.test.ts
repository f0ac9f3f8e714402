import { describe, expect, it } from 'vitest';
import { protectQuality, type Quality } from '../../src/disclosure/quality.js';
import { H1 } from './observation.js';

const account = {
  extract: 'referrals',
  agency: 'blackpool-council',
  period: '2018-H1',
  read: 103,
  accepted: 97,
  rejected: 2,
  duplicates: 4,
  superseded: 0,
  setAside: 0,
  nilReturn: false,
};

const nothing: Quality = {
  returns: [],
  accounts: [],
  rules: [],
  completeness: [],
  people: { agencyPersons: 900, children: 700, linkedAcrossAgencies: 150 },
};

describe('protectQuality', () => {
  it('shows how a file was filled in and hides small numbers of rows about children', () => {
    const protectedQuality = protectQuality(
      {
        ...nothing,
        accounts: [account, { ...account, read: 9, accepted: 3 }, { ...account, setAside: 2, read: 105 }],
        returns: [
          {
            extract: 'referrals',
            agency: 'blackpool-council',
            period: H1,
            status: 'received',
            rows: 5,
            accepted: 3,
            rejected: 2,
            warnings: 0,
          },
        ],
        rules: [{ rule: 'F08', title: 'Victim without referral', severity: 'warning', files: 2, rows: 3 }],
      },
      5,
    );
    expect(protectedQuality.accounts.map((a) => [a.read, a.accepted, a.rejected, a.setAside])).toEqual([
      [{ number: 103 }, { number: 97 }, { number: 2 }, { number: 0 }],
      [{ symbol: 'c' }, { symbol: 'c' }, { number: 2 }, { number: 0 }],
      [{ symbol: 'c' }, { number: 97 }, { number: 2 }, { symbol: 'c' }],
    ]);
    expect(protectedQuality.returns[0]).toMatchObject({ rows: { symbol: 'c' }, accepted: { symbol: 'c' } });
    expect(protectedQuality.rules[0]?.rows).toEqual({ symbol: 'c' });
  });

  it('gives completeness as a whole percentage, rounded down, and not for a handful of rows', () => {
    const entry = { agency: 'a', extract: 'referrals', field: 'ethnicity' };
    const shares = protectQuality(
      {
        ...nothing,
        completeness: [
          { ...entry, filled: 999, rows: 1000 },
          { ...entry, filled: 10, rows: 19 },
          { ...entry, filled: 0, rows: 0 },
        ],
      },
      5,
    ).completeness.map(({ share }) => share);
    expect(shares).toEqual([{ number: 99 }, { symbol: 'u' }, { symbol: 'z' }]);
  });

  it('hides the linkage totals when a difference between them is a few people', () => {
    const people = { agencyPersons: 703, children: 700, linkedAcrossAgencies: 150 };
    expect(protectQuality({ ...nothing, people }, 5).people.children).toEqual({ symbol: 'c' });
    expect(protectQuality(nothing, 5).people.children).toEqual({ number: 700 });
  });
});
