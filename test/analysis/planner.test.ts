import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../src/analysis/analyse.js';
import { catalogue } from '../../src/analysis/catalogue/index.js';
import type { AnalysisResult, Observation } from '../../src/analysis/model.js';
import { loadAreas } from '../../src/reference/areas.js';
import type { AreaCode } from '../../src/reference/brands.js';
import { periodOfDay } from '../../src/reference/calendar.js';
import { dayFromIso, isoFromDay } from '../../src/reference/days.js';
import { inputOf, type Row, tablesBy } from './tables.js';

const areas = loadAreas();
const FIRST = dayFromIso('2017-04-01');
const DAYS = 548;

const child = fc.integer({ min: 0, max: 11 }).map((n) => `p${n}`);
const district = fc.constantFrom<string>(
  'E06000008',
  'E06000009',
  'E07000117',
  'E07000122',
  'E07000123',
  'OUT',
  '',
);
const day = fc.integer({ min: 0, max: DAYS - 1 }).map((n) => isoFromDay(FIRST + n));

const episode = fc.record({
  person: child,
  category: fc.constantFrom('M', 'M', 'M', 'ABSENT'),
  date: day,
  district_missing_from: district,
  sex: fc.constantFrom('F', 'M', 'U', ''),
  missing_from_type: fc.constantFrom('HOME', 'FOSTER', 'CHILDRENS_HOME', ''),
  cse_flag_at_report: fc.constantFrom('Y', 'N', 'U'),
});

const referral = fc.record({
  person: child,
  contact_at: day,
  concern_types: fc.constantFrom('CSE', 'CSE|CCE', 'CCE'),
  district_home: district,
  decision: fc.constantFrom('ACCEPTED', 'NFA', ''),
  source_code: fc.constantFrom('6', '2A', '10'),
});

type Episode = typeof episode extends fc.Arbitrary<infer T> ? T : never;
type Referral = typeof referral extends fc.Arbitrary<infer T> ? T : never;

const world = fc.record({
  episodes: fc.array(episode, { maxLength: 60 }),
  referrals: fc.array(referral, { maxLength: 40 }),
});

function tablesOf({ episodes, referrals }: { episodes: readonly Episode[]; referrals: readonly Referral[] }) {
  const missing = episodes.map(
    ({ date, ...rest }, i): Row => ({ ...rest, episode_id: `e${i}`, missing_from_at: `${date} 12:00` }),
  );
  const contacts = referrals.map((row, i): Row => ({ ...row, referral_id: `r${i}` }));
  return [
    ...tablesBy('missing-episodes', 'police', 'missing_from_at', missing),
    ...tablesBy('referrals', 'council', 'contact_at', contacts),
  ];
}

function inside(area: AreaCode, code: string): boolean {
  return area === areas.pan || areas.districtsOf(area).some((own) => own === code);
}

const size = (people: readonly string[]): number => new Set(people).size;

function total(
  result: AnalysisResult,
  indicator: string,
  area: string,
  period: string,
): Observation | undefined {
  return result.observations.find(
    (o) => o.indicator === indicator && o.area === area && o.period === period && o.breakdown === 'total',
  );
}

/** Indicators that are counted again here, row by row. */
const COUNTED_HERE = ['M01', 'M02', 'M05', 'M07', 'M14', 'S01'];

/** Indicators that count events of people. */
const EVENTS = new Set(['M01', 'M07', 'M11', 'M12', 'S03', 'R02', 'R03', 'R06']);

describe('the planner', () => {
  it('agrees with counting row by row', () => {
    fc.assert(
      fc.property(world, (data) => {
        const input = inputOf(tablesOf(data), ['2017-H1', '2018-H1']);
        const result = analyse(input, { indicators: COUNTED_HERE });
        for (const area of [
          areas.pan,
          ...areas.boards,
          ...areas.cpbs,
          ...areas.divisions,
          ...areas.districts,
        ]) {
          input.periods.forEach((period, place) => {
            const own = data.episodes.filter(
              (e) =>
                e.category === 'M' &&
                periodOfDay(dayFromIso(e.date)) === period &&
                inside(area, e.district_missing_from),
            );
            const contacts = data.referrals.filter(
              (r) =>
                r.concern_types.startsWith('CSE') &&
                periodOfDay(dayFromIso(r.contact_at)) === period &&
                inside(area, r.district_home),
            );
            expect(total(result, 'M01', area, period)?.numerator).toBe(own.length);
            expect(total(result, 'M02', area, period)?.numerator).toBe(size(own.map((e) => e.person)));
            expect(total(result, 'S01', area, period)?.numerator).toBe(size(contacts.map((r) => r.person)));

            const known = own.filter((e) => e.missing_from_type !== '');
            const care = total(result, 'M07', area, period);
            if (care?.missing === null) {
              expect(care).toMatchObject({
                numerator: known.filter((e) => e.missing_from_type !== 'HOME').length,
                denominator: known.length,
                unknown: own.length - known.length,
                people: size(known.filter((e) => e.missing_from_type !== 'HOME').map((e) => e.person)),
              });
            }
            const repeat = new Set(own.map((e) => e.person));
            const often = [...repeat].filter(
              (person) =>
                data.episodes.filter(
                  (e) =>
                    e.person === person && e.category === 'M' && periodOfDay(dayFromIso(e.date)) === period,
                ).length > 1,
            );
            expect(total(result, 'M05', area, period)).toMatchObject({
              numerator: often.length,
              denominator: repeat.size,
            });

            const both = total(result, 'M14', area, period);
            if (both?.missing === null) {
              const window: readonly string[] = input.periods.slice(place - 1, place + 1);
              const went = new Set(
                data.episodes
                  .filter((e) => e.category === 'M' && window.includes(periodOfDay(dayFromIso(e.date))))
                  .map((e) => e.person),
              );
              expect(both.numerator).toBe(
                size(contacts.map((r) => r.person).filter((person) => went.has(person))),
              );
            }
          });
        }
      }),
      { numRuns: 25, seed: 20180401 },
    );
  });

  it('keeps parts within wholes, people within events, and districts within the area', () => {
    fc.assert(
      fc.property(world, (data) => {
        const result = analyse(inputOf(tablesOf(data), ['2017-H1', '2018-H1']));
        const kinds = new Map(catalogue.map(({ id, measure }) => [id, measure.kind]));
        const beyond = result.observations.filter(({ indicator, numerator, denominator, people }) => {
          if (numerator === null) return false;
          const kind = kinds.get(indicator);
          const hasWhole = (kind === 'share' || kind === 'profile') && denominator !== null;
          return (
            (hasWhole && !(numerator <= denominator)) ||
            (EVENTS.has(indicator) && !((people ?? Number.NaN) <= numerator))
          );
        });
        expect(beyond).toEqual([]);
        for (const period of result.periods) {
          const sum = (indicator: string): number =>
            areas.districts.reduce(
              (all, area) => all + (total(result, indicator, area, period)?.numerator ?? 0),
              0,
            );
          expect(sum('M01')).toBeLessThanOrEqual(total(result, 'M01', areas.pan, period)?.numerator ?? 0);
          for (const area of areas.districts) {
            expect(total(result, 'M02', area, period)?.numerator ?? 0).toBeLessThanOrEqual(
              total(result, 'M02', areas.pan, period)?.numerator ?? 0,
            );
          }
          const placed = data.episodes.filter((e) => e.district_missing_from.startsWith('E'));
          if (placed.length === data.episodes.length) {
            expect(sum('M01')).toBe(total(result, 'M01', areas.pan, period)?.numerator ?? 0);
            expect(sum('M02')).toBeGreaterThanOrEqual(
              total(result, 'M02', areas.pan, period)?.numerator ?? 0,
            );
          }
        }
      }),
      { numRuns: 25, seed: 20180402 },
    );
  });

  it('does not depend on the order of the tables', () => {
    fc.assert(
      fc.property(world, fc.integer(), (data, seed) => {
        const tables = tablesOf(data);
        const shuffled = [...tables].sort(
          (a, b) => hash(`${seed}${a.extract}${a.period}`) - hash(`${seed}${b.extract}${b.period}`),
        );
        expect(analyse(inputOf(shuffled, ['2017-H1', '2018-H1']))).toEqual(
          analyse({
            ...inputOf(tables, ['2017-H1', '2018-H1']),
            returns: inputOf(shuffled, ['2017-H1', '2018-H1']).returns,
          }),
        );
      }),
      { numRuns: 15, seed: 20180403 },
    );
  });

  it('gives one count one name: the same key always shows the same number', () => {
    fc.assert(
      fc.property(world, (data) => {
        const result = analyse(inputOf(tablesOf(data), ['2017-H1', '2018-H1']));
        const seen = new Map<string, number>();
        const others: string[] = [];
        const see = (key: string, number: number): void => {
          if ((seen.get(key) ?? number) !== number) others.push(key);
          seen.set(key, number);
        };
        for (const o of result.observations) {
          if (o.numerator === null) continue;
          see(`${o.numeratorKey}|${o.area}|${o.period}|${o.breakdown}|${o.category}`, o.numerator);
          if (
            o.breakdown !== 'total' ||
            o.denominatorKey === null ||
            o.denominator === null ||
            o.populationBase
          )
            continue;
          see(`${o.denominatorKey}|${o.area}|${o.period}|total|all`, o.denominator);
        }
        expect(others).toEqual([]);
      }),
      { numRuns: 25, seed: 20180404 },
    );
  });

  it('refuses a history with a gap', () => {
    const input = inputOf([], ['2017-H1', '2018-H1']);
    const [first, , third] = input.periods;
    if (first === undefined || third === undefined) throw new Error('three half-years expected');
    expect(() => analyse({ ...input, periods: [first, third] })).toThrow(RangeError);
  });
});

function hash(text: string): number {
  let value = 7;
  for (const char of text) value = (value * 31 + char.charCodeAt(0)) % 1000003;
  return value;
}
