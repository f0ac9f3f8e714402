import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.js';
import type { AnalysisInput } from '../../src/analysis/input.js';
import type { ExtractReturn, StatementRecord } from '../../src/analysis/model.js';
import { dayFromIso } from '../../src/reference/days.js';
import { newcombe } from '../../src/statistics/proportions.js';
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

function referralInput(
  before: readonly Row[],
  after: readonly Row[],
  more: Partial<AnalysisInput> = {},
): AnalysisInput {
  return inputOf(
    [
      eventTable('referrals', 'council', '2017-H1', before),
      eventTable('referrals', 'council', '2018-H1', after),
    ],
    PERIODS,
    more,
  );
}

function statement(
  input: AnalysisInput,
  indicator: string,
  area = 'PAN-LANCS',
  kind: StatementRecord['kind'] = 'change',
): StatementRecord | undefined {
  return analyse(input).statements.find(
    (s) => s.indicator === indicator && s.area === area && s.kind === kind,
  );
}

describe('the gate, in its order', () => {
  const before = contacts('2017', people(1, 40));
  const after = contacts('2018', people(41, 140));
  const definition = { from: dayFromIso('2017-06-01'), indicators: ['S*'], areas: [] };
  const missing = (input: AnalysisInput): ExtractReturn[] =>
    input.returns.map((each) =>
      each.extract === 'referrals' && each.period === '2017-H1' ? { ...each, status: 'missing' } : each,
    );

  it('refuses across a change of definition before anything else', () => {
    const input = referralInput(before, after, { breaks: [definition] });
    const found = statement({ ...input, returns: missing(input) }, 'S01');
    expect(found).toMatchObject({ verdict: 'not comparable', n1: null, method: 'none' });
    expect(found?.refusal).toMatch(/definition/);
  });

  it('breaks every indicator that shows the same count', () => {
    const input = referralInput(before, after, { breaks: [{ ...definition, indicators: ['S01'] }] });
    expect(statement(input, 'S10')?.verdict).toBe('not comparable');
    expect(statement(input, 'S03')?.verdict).not.toBe('not comparable');
    const rate = analyse(input).observations.find((o) => o.indicator === 'S02' && o.period === '2017-H1');
    expect(rate?.breakBefore).toBe(true);
  });

  it('does not refuse when the change came before both, or elsewhere', () => {
    expect(
      statement(
        referralInput(before, after, { breaks: [{ ...definition, from: dayFromIso('2017-04-01') }] }),
        'S01',
      )?.verdict,
    ).toBe('higher');
    const elsewhere = referralInput(before, after, { breaks: [{ ...definition, areas: ['E07000123'] }] });
    expect(statement(elsewhere, 'S01', 'E07000117')?.verdict).toBe('higher');
    expect(statement(elsewhere, 'S01')?.verdict).toBe('not comparable');
  });

  it('refuses a part period next', () => {
    const few = referralInput(contacts('2017', people(1, 2)), contacts('2018', people(3, 4)));
    const found = statement({ ...few, returns: missing(few) }, 'S01');
    expect(found?.verdict).toBe('not comparable');
    expect(found?.refusal).toMatch(/not arrived/);
  });

  it('then fewer than ten in both together, with the counts', () => {
    expect(
      statement(referralInput(contacts('2017', people(1, 2)), contacts('2018', people(3, 9))), 'S01'),
    ).toMatchObject({
      verdict: 'too few to say',
      n1: 2,
      n2: 7,
      method: 'none',
    });
    expect(statement(referralInput([], contacts('2018', people(1, 10))), 'S01')).toMatchObject({
      n1: 0,
      n2: 10,
      method: 'paired-people',
    });
  });

  it('and only then judges', () => {
    expect(statement(referralInput(before, after), 'S01')).toMatchObject({
      id: 'S01|PAN-LANCS|2018-H1|vs|2017-H1',
      verdict: 'higher',
      clearly: true,
      n1: 40,
      n2: 100,
      estimate: 2.5,
      method: 'paired-people',
      refusal: null,
      exposure1: 183,
      exposure2: 183,
    });
  });

  it('calls a change of fewer than ten neither higher nor lower', () => {
    const found = statement(
      referralInput(contacts('2017', people(1, 3)), contacts('2018', people(11, 22))),
      'S01',
    );
    expect(found).toMatchObject({ n1: 3, n2: 12, verdict: 'too few to say', clearly: false });
  });

  it('makes no statement in the first year of a history', () => {
    const input = inputOf([eventTable('referrals', 'council', '2018-H1', after)], ['2018-H1', '2018-H1']);
    expect(analyse(input).statements.filter(({ kind }) => kind === 'change')).toEqual([]);
  });
});

describe('changes', () => {
  it('of children follow the children: the same ones back say nothing of change', () => {
    const same = people(1, 60);
    const more = statement(
      referralInput(contacts('2017', same), contacts('2018', [...same, ...people(61, 72)])),
      'S01',
    );
    const others = statement(referralInput(contacts('2017', same), contacts('2018', people(61, 132))), 'S01');
    expect(more).toMatchObject({ n1: 60, n2: 72, verdict: 'higher' });
    expect(others).toMatchObject({ n1: 60, n2: 72, verdict: 'no clear change' });
  });

  it('of episodes allow for one child having many', () => {
    const episodes = (year: string, who: readonly string[]): Row[] =>
      who.map((person, i) => ({
        episode_id: `${year}${person}${i}`,
        person,
        category: 'M',
        missing_from_at: `${year}-05-${String((i % 28) + 1).padStart(2, '0')} 10:00`,
        district_missing_from: 'Preston',
      }));
    const input = inputOf(
      [
        eventTable('missing-episodes', 'police', '2017-H1', episodes('2017', people(1, 20))),
        eventTable(
          'missing-episodes',
          'police',
          '2018-H1',
          episodes('2018', [...people(1, 20), ...Array.from({ length: 25 }, () => 'p1')]),
        ),
      ],
      PERIODS,
    );
    expect(statement(input, 'M01')).toMatchObject({
      n1: 20,
      n2: 45,
      method: 'period-swap',
      verdict: 'too few to say',
    });
    expect(statement(input, 'M02')).toMatchObject({ n1: 20, n2: 20, verdict: 'no clear change' });
  });

  it('of shares are differences in points, none on a base under 20', () => {
    const decided = (period: '2017' | '2018', accepted: number, all: number): Row[] =>
      contacts(period, people(1, all)).map((row, i) => ({
        ...row,
        decision: i < accepted ? 'ACCEPTED' : 'NFA',
      }));
    const found = statement(referralInput(decided('2017', 48, 80), decided('2018', 56, 70)), 'R03');
    const expected = newcombe(56, 70, 48, 80);
    expect(found).toMatchObject({
      n1: 48,
      n2: 56,
      exposure1: 80,
      exposure2: 70,
      method: 'newcombe',
      verdict: 'higher',
      clearly: false,
    });
    expect(found?.estimate).toBeCloseTo(20, 10);
    expect(found?.lower).toBeCloseTo(expected.lower * 100, 10);
    expect(statement(referralInput(decided('2017', 5, 19), decided('2018', 56, 70)), 'R03')).toMatchObject({
      verdict: 'too few to say',
      estimate: null,
    });
    expect(
      statement(referralInput(decided('2017', 500, 1000), decided('2018', 510, 1000)), 'R03')?.verdict,
    ).toBe('no clear change');
    expect(statement(referralInput(decided('2017', 20, 40), decided('2018', 22, 40)), 'R03')?.verdict).toBe(
      'too few to say',
    );
  });
});

describe('localities against the rest of the area', () => {
  const residents = inputOf([], PERIODS).populations;
  const districts = inputOf([], PERIODS).areas.districts;
  const spread = (of: (residents: number, district: string) => number): Row[] =>
    districts.flatMap((district) => {
      const period = inputOf([], PERIODS).period;
      const children = residents.population({ area: district, period, ages: '0-17' })?.population ?? 0;
      return contacts(
        '2018',
        people(1, of(children, district)).map((p) => `${district}${p}`),
        district,
      );
    });

  it('says so when there is no difference at all, and stops', () => {
    const input = referralInput(
      [],
      spread((children) => Math.round(children / 500)),
    );
    const all = analyse(input).statements.filter(
      (s) => s.kind === 'locality' && s.indicator === 'S02' && districts.includes(s.area),
    );
    expect(all).toHaveLength(14);
    expect(new Set(all.map(({ verdict }) => verdict))).toEqual(new Set(['no clear change']));
    expect(new Set(all.map(({ family }) => family))).toEqual(
      new Set(['S02|2018-H1|districts|no clear differences']),
    );
  });

  it('finds the one that differs, and compares it with the others only', () => {
    const input = referralInput(
      [],
      spread((children, district) => Math.round(children / (district === 'E06000009' ? 200 : 500))),
    );
    const found = statement(input, 'S02', 'E06000009', 'locality');
    const pan = analyse(input).observations.find(
      (o) => o.indicator === 'S02' && o.area === 'PAN-LANCS' && o.period === '2018-H1',
    );
    expect(found).toMatchObject({
      verdict: 'higher',
      clearly: true,
      method: 'rest-of-area',
      family: 'S02|2018-H1|districts',
    });
    expect((found?.n1 ?? 0) + (found?.n2 ?? 0)).toBe(pan?.numerator);
    expect(found?.estimate).toBeCloseTo(2.5, 0);
    expect(found?.pAdjusted ?? 1).toBeGreaterThanOrEqual(found?.p ?? 0);
    expect(statement(input, 'S02', 'E07000117', 'locality')?.verdict).not.toBe('higher');
  });

  it('refuses once the district of more than a tenth is not known', () => {
    const placed = spread((children, district) =>
      Math.round(children / (district === 'E06000009' ? 200 : 500)),
    );
    const unplaced = (share: number) =>
      contacts(
        '2018',
        people(1, Math.round((placed.length * share) / (1 - share))).map((p) => `nowhere${p}`),
        'NK',
      );
    const at = (share: number) =>
      statement(referralInput([], [...placed, ...unplaced(share)]), 'S02', 'E06000009', 'locality');
    expect(at(0.08)?.verdict).toBe('higher');
    expect(at(0.12)).toMatchObject({
      verdict: 'not comparable',
      refusal: expect.stringMatching(/more than a tenth/),
    });
  });
});

describe('concentration', () => {
  const rows: Row[] = Array.from({ length: 20 }, (_, child) =>
    Array.from(
      { length: child === 0 ? 31 : child === 1 ? 2 : 1 },
      (_, i): Row => ({
        episode_id: `e${child}-${i}`,
        person: `p${child}`,
        category: 'M',
        missing_from_at: `2018-05-01 ${String(Math.floor(i / 2)).padStart(2, '0')}:${i % 2 === 0 ? '00' : '30'}`,
        district_missing_from: 'Preston',
      }),
    ),
  ).flat();

  it('says how few children make half of the episodes', () => {
    const result = analyse(inputOf([eventTable('missing-episodes', 'police', '2018-H1', rows)], PERIODS));
    expect(result.concentrations.find((c) => c.area === 'E07000123' && c.period === '2018-H1')).toMatchObject(
      {
        children: 20,
        episodes: 51,
        childrenMakingHalf: 1,
        topTenthChildren: 2,
        topTenthShare: 33 / 51,
        repeatChildren: 2,
        refusal: null,
        bands: [
          { band: '1', children: 18, episodes: 18 },
          { band: '2', children: 1, episodes: 2 },
          { band: '3-5', children: 0, episodes: 0 },
          { band: '6-10', children: 0, episodes: 0 },
          { band: '11+', children: 1, episodes: 31 },
        ],
      },
    );
  });

  it('is refused for fewer than 20 children or 50 episodes', () => {
    const input = inputOf([eventTable('missing-episodes', 'police', '2018-H1', rows.slice(0, 49))], PERIODS);
    const found = analyse(input).concentrations.find((c) => c.area === 'PAN-LANCS' && c.period === '2018-H1');
    expect(found).toMatchObject({ childrenMakingHalf: null, topTenthShare: null });
    expect(found?.refusal).toMatch(/Fewer/);
  });
});
