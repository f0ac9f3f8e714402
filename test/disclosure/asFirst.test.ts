import { describe, expect, it } from 'vitest';
import type { Observation } from '../../src/analysis/model.js';
import { type AsFirst, isGone, keptAsFirst } from '../../src/disclosure/asFirst.js';
import { insteadOf, roundedTo } from '../../src/disclosure/asPrinted.js';
import type { Figure } from '../../src/disclosure/model.js';
import { publishObservation } from '../../src/disclosure/observations.js';
import {
  type EditionPlan,
  hidingMore,
  layEdition,
  planEdition,
  publishPlan,
} from '../../src/disclosure/protect.js';
import { areas, count, H1, H1_BEFORE, result, share } from './observation.js';

const T = 6;
const ceilings = new Map(['S01', 'V03', 'M09', 'M27'].map((id) => [id, 'B' as const]));
const OPTIONS = { edition: 'board', threshold: T, ceiling: 'B', ceilings } as const;
const NOTHING: ReadonlySet<string> = new Set();

/** Children of each district in two half-years; Burnley has so many in the earlier one. */
function history(burnley: number): Observation[] {
  const own = (code: string, i: number): number => (code === 'E07000117' ? burnley : 20 + i);
  return [H1_BEFORE, H1].flatMap((period) =>
    areas.all.map((code) => {
      const there = areas.districtsOf(code);
      const value = there.reduce((sum, district) => {
        const i = areas.districts.indexOf(district);
        return sum + (period === H1 ? 30 + i : own(district, i));
      }, 0);
      return count('S01', code, value, { period });
    }),
  );
}

/** The plan of an edition in which the earlier number of Burnley, and what it stands in, is hidden because it changed by a handful. */
function planned(now: number, before: number): { readonly plan: EditionPlan; readonly old: AsFirst } {
  const laid = layEdition([result(history(now))], OPTIONS);
  const names = laid.layout.system.names;
  const then = layEdition([result(history(before))], OPTIONS).layout.system;
  const printed = new Map(then.names.map((name, cell) => [name, then.values[cell] ?? 0]));
  const revised = new Set(
    names.filter((name, cell) => printed.get(name) !== laid.layout.system.values[cell]),
  );
  const plan = planEdition(laid, {
    asked: null,
    forced: NOTHING,
    more: new Set(names.filter((name) => name.includes('|2017-H1|'))),
    hiddenElsewhere: NOTHING,
  });
  const old = {
    numbers: keptAsFirst(plan, { printed, revised, within: T - 1 }),
    withheld: new Map(),
    within: T - 1,
  };
  return { plan: { ...plan, asPrinted: [result(history(before))] }, old };
}

const text = (figure: Figure | undefined): string =>
  figure === undefined
    ? ''
    : 'symbol' in figure
      ? `[${figure.symbol}]`
      : `${figure.number}${figure.asFirst ? ' [f]' : ''}`;

describe('a rounded count', () => {
  it('is the nearest of so many, halves up', () => {
    expect([0, 2, 3, 7, 8, 12, 648, 1112].map((value) => roundedTo(value, 5))).toEqual([
      0, 0, 5, 5, 10, 10, 650, 1110,
    ]);
    expect([4, 5, 15, 24].map((value) => roundedTo(value, 10))).toEqual([0, 10, 20, 20]);
    expect(roundedTo(648, 1)).toBe(648);
  });
});

describe('counts as they were first published', () => {
  it('stand in the place of hidden ones, whether they changed by a handful or not at all', () => {
    const { plan, old } = planned(43, 40);
    const [published] = publishPlan({ ...plan, asFirst: old });
    const find = (area: string, period: string) => text(published?.find('S01', area, period)?.value);
    expect(find('E07000117', '2017-H1')).toBe('40 [f]');
    expect(find('E07000121', '2017-H1')).toMatch(/^\d+ \[f\]$/);
    expect(find('E07000117', '2018-H1')).toMatch(/^\d+$/);
    expect(published?.summary.suppressed).toBe(0);
    expect(publishPlan({ ...plan, asPrinted: null })[0]?.summary.suppressed).toBeGreaterThan(14);
  });

  it('are withheld where the proof asks for it, and then hidden as any other count', () => {
    const { plan, old } = planned(43, 40);
    const name = plan.layout.system.names.find((one) => one.includes('|E07000117|2017-H1|')) ?? '';
    const final = hidingMore({ ...plan, asFirst: old }, new Set([name]));
    const find = (area: string) =>
      text(publishPlan(final)[0]?.find('S01', area, '2017-H1')?.value).replace(/\d+/, 'n');
    expect([find('E07000117'), find('E07000121')]).toEqual(['[c]', 'n [f]']);
    expect([...(final.asFirst?.withheld ?? [])]).toEqual([[name, 40]]);
    expect(final.asFirst?.numbers.size).toBe(old.numbers.size - 1);
    expect(isGone(final, plan.layout.system.names.indexOf(name))).toBe(true);
  });

  it('are found by what they are about: other figures of the old results may be fewer, or more', () => {
    const { plan, old } = planned(43, 40);
    const fewer = history(40).filter(({ area, period }) => area !== 'E07000121' || period === H1);
    const asPrinted = [result([count('M06', 'E07000117', 9), ...fewer])];
    const [published] = publishPlan({ ...plan, asFirst: old, asPrinted });
    const find = (area: string) => text(published?.find('S01', area, '2017-H1')?.value);
    expect(find('E07000117')).toBe('40 [f]');
    expect(find('E07000121')).toBe('[c]');
  });

  it('look the same whatever the change is', () => {
    const of = (now: number): string[] => {
      const { plan, old } = planned(now, 40);
      const [published] = publishPlan({ ...plan, asFirst: old });
      return (published?.series('S01', 'E07000117') ?? []).map(({ value }) => text(value));
    };
    expect(of(40)).toEqual(of(43));
    expect(of(38)).toEqual(of(43));
  });

  it('are not given where the count changed by more, is small now, or was small then', () => {
    const kept = (now: number, before: number): boolean => {
      const { plan, old } = planned(now, before);
      const cell = plan.layout.system.names.findIndex((name) => name.includes('|E07000117|2017-H1|'));
      expect(isGone({ ...plan, asFirst: old }, cell)).toBe(
        !old.numbers.has(plan.layout.system.names[cell] ?? ''),
      );
      return old.numbers.has(plan.layout.system.names[cell] ?? '');
    };
    expect(kept(45, 40)).toBe(true);
    expect(kept(46, 40)).toBe(false);
    expect(kept(5, 8)).toBe(false);
    expect(kept(8, 5)).toBe(false);
  });

  it('are rounded where counts are', () => {
    const { plan, old } = planned(43, 41);
    const options = { ...plan.options, roundTo: 5 };
    const [published] = publishPlan({ ...plan, options, asFirst: old });
    expect(text(published?.find('S01', 'E07000117', '2017-H1')?.numerator)).toBe('40 [f]');
  });

  it('give the places at which results are to be worked out again', () => {
    const laid = layEdition([result(history(43))], OPTIONS);
    const instead = insteadOf(laid, (name, value) => (name.includes('|E07000117|2017-H1|') ? 40 : value));
    expect([...instead]).toEqual([['S01|E07000117|2017-H1|total|all', { numerator: 40 }]]);
  });

  it.each([
    ['an old part that is more than all of them now', 'part', 42, ['[c]', '40', '[c]']],
    ['an old whole that is less than a part of it now', 'whole', 36, ['38', '[c]', '[c]']],
    ['an old part that is no more than all of them', 'part', 39, ['39 [f]', '40', '97.5 [f]']],
  ] as const)('are not given in a share that they contradict: %s', (_, end, old, expected) => {
    const figure = (part: number, whole: number) => [share('V03', 'E07000117', part, whole, { lower: null })];
    const laid = layEdition([result(figure(38, 40))], OPTIONS);
    const { names } = laid.layout.system;
    const cells = laid.layout.observations[0];
    const cell = end === 'part' ? cells?.numerator : cells?.denominator;
    const isOld = (name: string): boolean => name === names[cell ?? -1];
    const [, instead] = [...insteadOf(laid, (name, value) => (isOld(name) ? old : value), isOld)][0] ?? [];
    const [part, whole] = [instead?.numerator ?? 38, instead?.denominator ?? 40];
    expect(part).toBeLessThanOrEqual(whole);
    const plan = planEdition(laid, {
      asked: null,
      forced: NOTHING,
      more: new Set(names.filter(isOld)),
      hiddenElsewhere: NOTHING,
    });
    const [published] = publishPlan({
      ...plan,
      hidden: names.map(isOld),
      asFirst: {
        numbers: new Map(names.filter(isOld).map((name) => [name, old])),
        withheld: new Map(),
        within: T - 1,
      },
      asPrinted: [result(figure(part, whole))],
    });
    const shown = published?.find('V03', 'E07000117', H1);
    const [numerator, denominator, value] = [shown?.numerator, shown?.denominator, shown?.value].map(text);
    expect([numerator, denominator, value]).toEqual(expected);
  });

  it('leave no percentage in the place of a share that an old number contradicts', () => {
    const cells = { numerator: 0, denominator: 1, unknown: null };
    const o = share('V03', 'E07000117', 38, 40);
    const instead = { value: 95, lower: 80, upper: 99 };
    const shownWith = (old: number | undefined) =>
      text(publishObservation(o, cells, [false, true], instead, () => old).value);
    expect(shownWith(undefined)).toBe('95');
    expect(shownWith(36)).toBe('[c]');
  });

  it.each([
    ['averages', 'M09', 'median'],
    ['rates whose range allows for one child having several episodes', 'M27', 'clustered'],
  ] as const)('leave %s alone, which do not follow from counts', (_, indicator, method) => {
    const figure = (value: number) =>
      count(indicator, 'E07000117', value, { method, value: 3.5, lower: 3, upper: 4, people: 20 });
    const laid = layEdition([result([figure(43)])], OPTIONS);
    expect([...insteadOf(laid, () => 40)]).toEqual([]);
    const plan = planEdition(laid, {
      asked: null,
      forced: NOTHING,
      more: new Set(laid.layout.system.names),
      hiddenElsewhere: NOTHING,
    });
    const numbers = new Map(laid.layout.system.names.map((name) => [name, 40]));
    const [published] = publishPlan({
      ...plan,
      asFirst: { numbers, withheld: new Map(), within: T - 1 },
      asPrinted: [result([figure(40)])],
    });
    const shown = published?.find(indicator, 'E07000117', H1);
    expect([shown?.numerator, shown?.value, shown?.lower].map(text)).toEqual(['[c]', '[c]', '[c]']);
  });
});
