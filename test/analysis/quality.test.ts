import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.js';
import { catalogue, categoryLabel } from '../../src/analysis/catalogue/index.js';
import { indicatorsPage, indicatorText } from '../../src/analysis/documentation.js';
import type { AnalysisInput } from '../../src/analysis/input.js';
import type { AgencyId } from '../../src/reference/brands.js';
import { parsePeriod } from '../../src/reference/calendar.js';
import { dayFromIso } from '../../src/reference/days.js';
import { eventTable, inputOf, type Row } from './tables.js';

const PERIODS = ['2017-H1', '2018-H1'] as const;

function contact(person: string, date = '2018-05-01'): Row {
  return {
    referral_id: `${person}${date}`,
    person,
    concern_types: 'CSE',
    contact_at: date,
    district_home: 'Preston',
  };
}

function episode(person: string): Row {
  return {
    episode_id: person,
    person,
    category: 'M',
    missing_from_at: '2018-05-01 10:00',
    district_missing_from: 'Preston',
  };
}

const shared = inputOf(
  [
    eventTable(
      'referrals',
      'council',
      '2018-H1',
      ['c1', 'c2', 'c3', 'c4'].map((p) => contact(p)),
    ),
    eventTable('missing-episodes', 'police', '2018-H1', ['m1', 'm2', 'm3'].map(episode)),
    eventTable('health', 'trust', '2018-H1', [
      { person: 'h1', service: 'SARC', referral_at: '2018-05-01', district: 'Preston' },
    ]),
  ],
  PERIODS,
  {
    childOf: new Map([
      ['c1', 'one'],
      ['m1', 'one'],
      ['h1', 'one'],
      ['c2', 'two'],
      ['m2', 'two'],
    ]),
  },
);

function figures(input: AnalysisInput, indicator: string) {
  return analyse(input)
    .observations.filter((o) => o.indicator === indicator && o.period === '2018-H1' && o.area === 'PAN-LANCS')
    .map((o) => [o.category, o.numerator, o.denominator]);
}

describe('what agencies know together', () => {
  it('counts the children of each agency that another knows', () => {
    expect(figures(shared, 'X01')).toEqual([
      ['council|police', 2, 4],
      ['council|trust', 1, 4],
      ['police|council', 2, 3],
      ['police|trust', 1, 3],
      ['trust|council', 1, 1],
      ['trust|police', 1, 1],
    ]);
  });

  it('counts children by exactly which agencies know them', () => {
    expect(figures(shared, 'X04')).toEqual([
      ['all', 5, null],
      ['council', 2, null],
      ['council+police', 1, null],
      ['council+police+trust', 1, null],
      ['police', 1, null],
    ]);
    expect(figures(shared, 'X02')).toEqual([['all', 1, 1]]);
    expect(figures(shared, 'Q04')).toEqual([
      ['all', 2, 5],
      ['council', 2, 4],
      ['police', 2, 3],
      ['trust', 1, 1],
    ]);
    expect(analyse(shared).people).toEqual({ agencyPersons: 8, children: 5, linkedAcrossAgencies: 2 });
  });

  it('is provisional while an extract on children is missing', () => {
    const late = {
      ...shared,
      returns: shared.returns.map((each) =>
        each.extract === 'offences' && each.period === '2017-H2'
          ? { ...each, status: 'missing' as const }
          : each,
      ),
    };
    const provisional = (input: AnalysisInput) =>
      analyse(input).observations.find((o) => o.indicator === 'X02' && o.period === '2018-H1')?.provisional;
    expect(provisional(late)).toBe(true);
    expect(provisional(shared)).toBe(false);
  });

  it('gives no overlap where nothing could be linked, and says that nothing was', () => {
    const unlinked = { ...shared, childOf: new Map<string, string>() };
    expect(figures(unlinked, 'X04').every(([, numerator]) => numerator === null)).toBe(true);
    expect(figures(unlinked, 'Q04')[0]).toEqual(['all', 0, 8]);
  });
});

describe('the quality of what came', () => {
  it('tells late rows from cases brought up to date', () => {
    const input = inputOf(
      [
        eventTable('referrals', 'council', '2017-H1', [contact('a', '2017-05-01')]),
        eventTable('referrals', 'council', '2018-H1', [
          contact('a', '2017-05-01'),
          contact('b', '2017-06-01'),
          contact('c', '2018-06-01'),
        ]),
      ],
      PERIODS,
    );
    expect(figures(input, 'Q03')).toEqual([
      ['all', 1, 2],
      ['council', 1, 2],
    ]);
  });

  it('adds up completeness, duplicates and days late', () => {
    const place = { agency: 'police' as AgencyId, period: parsePeriod('2018-H1') };
    const input: AnalysisInput = {
      ...inputOf([], PERIODS),
      completeness: [
        { ...place, extract: 'missing-episodes', field: 'episode_id', filled: 90, rows: 100 },
        { ...place, extract: 'missing-episodes', field: 'risk_grade', filled: 40, rows: 100 },
      ],
      deliveries: [
        { ...place, extract: 'missing-episodes', daysAfterDue: 4, read: 100, duplicates: 3 },
        { ...place, extract: 'offences', daysAfterDue: -2, read: 50, duplicates: 0 },
        { ...place, extract: 'suspects', daysAfterDue: null, read: 50, duplicates: 1 },
      ],
      breaks: [{ from: dayFromIso('2018-06-01'), indicators: ['M01', 'R*'], areas: [] }],
    };
    expect(figures(input, 'Q01')).toEqual([
      ['all', 90, 100],
      ['police', 90, 100],
      ['police|missing-episodes|episode_id', 90, 100],
      ['police|missing-episodes|risk_grade', 40, 100],
    ]);
    expect(figures(input, 'Q05')).toEqual([
      ['all', 4, 200],
      ['police', 4, 200],
    ]);
    const late = analyse(input).observations.find((o) => o.indicator === 'Q02' && o.period === '2018-H1');
    expect(late).toMatchObject({ value: 1, numerator: 2 });
    const pathway = catalogue.filter(({ id }) => id.startsWith('R')).length;
    // M01 itself, and the two that show the same count: its rate (M27) and its days and times (L05).
    expect(figures(input, 'Q06')).toEqual([['all', pathway + 3, null]]);
  });
});

describe('the generated reference', () => {
  it('holds every indicator with its definition', () => {
    const page = indicatorsPage();
    for (const { id, title, definition } of catalogue) {
      expect(page).toContain(`### ${id} ${title}\n`);
      expect(page).toContain(definition);
    }
    expect(page).not.toMatch(/undefined|\[object/);
  });

  it('explains one in a terminal', () => {
    const indicator = catalogue.find(({ id }) => id === 'M19');
    if (indicator === undefined) throw new Error('M19 expected');
    const text = indicatorText(indicator);
    expect(text).toMatch(/^M19 {2}Interviews within 72 hours\n/);
    expect(text).toContain('missing-episodes, return-interviews');
    expect(text).toContain('- Eligible are episodes');
  });

  it('knows categories by their words', () => {
    expect(categoryLabel('S01', 'source', 'police')).toBe('Police');
    expect(categoryLabel('V02', 'age-band', '14-15')).toBe('14 to 15');
    expect(categoryLabel('Q01', 'field', 'a|b|c')).toBe('a|b|c');
  });
});
