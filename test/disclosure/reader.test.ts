import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../src/analysis/model.js';
import type { Figure, PublishedResult } from '../../src/disclosure/model.js';
import { protect } from '../../src/disclosure/protect.js';
import { areas, count, H1, result, share } from './observation.js';

/** Girls, boys and children of unknown sex in each of the 14 districts. */
type District = readonly [girls: number, boys: number, unknown: number];

const KINDS = ['all', 'girls', 'boys', 'unknown', 'known'] as const;
type Kind = (typeof KINDS)[number];

const ceilings = new Map(['S01', 'V03', 'V04'].map((id) => [id, 'B' as const]));

function truth(districts: readonly District[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of areas.all) {
    const inside = areas.districtsOf(code).map((d) => districts[areas.districts.indexOf(d)] ?? [0, 0, 0]);
    const sum = (part: 0 | 1 | 2): number => inside.reduce((all, district) => all + district[part], 0);
    const [girls, boys, unknown] = [sum(0), sum(1), sum(2)];
    const all: Record<Kind, number> = {
      all: girls + boys + unknown,
      girls,
      boys,
      unknown,
      known: girls + boys,
    };
    for (const kind of KINDS) counts.set(`${kind}|${code}`, all[kind]);
  }
  return counts;
}

function observations(counts: ReadonlyMap<string, number>): Observation[] {
  return areas.all.flatMap((code) => {
    const of = (kind: Kind): number => counts.get(`${kind}|${code}`) ?? 0;
    const known = { denominatorKey: 'sex known', unknown: of('unknown') };
    return [
      count('S01', code, of('all')),
      share('V03', code, of('girls'), of('known'), { ...known, numeratorKey: 'girls' }),
      share('V04', code, of('boys'), of('known'), { ...known, numeratorKey: 'boys' }),
    ];
  });
}

function shownNumber(figure: Figure | undefined): number | undefined {
  return figure !== undefined && 'number' in figure ? figure.number : undefined;
}

/** What a reader sees, by kind and area; built from the published figures alone. */
function seen(published: PublishedResult): Map<string, number> {
  const known = new Map<string, number>();
  const put = (key: string, figure: Figure | undefined): void => {
    const value = shownNumber(figure);
    if (value !== undefined) known.set(key, value);
  };
  for (const code of areas.all) {
    const [all, girls, boys] = ['S01', 'V03', 'V04'].map((id) => published.find(id, code, H1));
    put(`all|${code}`, all?.numerator);
    for (const o of [girls, boys]) {
      put(`known|${code}`, o?.denominator);
      put(`unknown|${code}`, o?.unknown);
    }
    put(`girls|${code}`, girls?.numerator);
    put(`boys|${code}`, boys?.numerator);
  }
  return known;
}

/** Sums that anyone who knows the area can write down: total first. */
function sums(): (readonly [string, readonly string[]])[] {
  const list: (readonly [string, readonly string[]])[] = [];
  for (const code of areas.all) {
    list.push([`all|${code}`, [`girls|${code}`, `boys|${code}`, `unknown|${code}`]]);
    list.push([`all|${code}`, [`known|${code}`, `unknown|${code}`]]);
    list.push([`known|${code}`, [`girls|${code}`, `boys|${code}`]]);
  }
  const { pan, boards, divisions, cpbs, districts } = areas;
  const within = (code: (typeof districts)[number]) => areas.districtsOf(code);
  for (const kind of KINDS) {
    const add = (whole: string, parts: readonly string[]): void => {
      list.push([`${kind}|${whole}`, parts.map((part) => `${kind}|${part}`)]);
    };
    add(pan, boards);
    add(pan, divisions);
    add(pan, districts);
    for (const area of [...boards, ...divisions, ...cpbs]) add(area, within(area));
    add('LSCB-LANCS', cpbs);
  }
  return list;
}

/** Solves any sum with one unknown, over and over. */
function solve(known: Map<string, number>): Map<string, number> {
  const all = sums();
  for (let learned = true; learned; ) {
    learned = false;
    for (const [total, parts] of all) {
      const unknown = [total, ...parts].filter((key) => !known.has(key));
      const [only] = unknown;
      if (unknown.length !== 1 || only === undefined) continue;
      const shown = parts.reduce((sum, key) => sum + (known.get(key) ?? 0), 0);
      known.set(only, only === total ? shown : (known.get(total) ?? 0) - shown);
      learned = true;
    }
  }
  return known;
}

const district = fc.tuple(
  fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 60 })),
  fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 30 })),
  fc.integer({ min: 0, max: 6 }),
);

describe('a reader with the published figures and a pencil', () => {
  it('finds no small count of girls, boys, unknown or all children, in any area', () => {
    fc.assert(
      fc.property(fc.array(district, { minLength: 14, maxLength: 14 }), (districts) => {
        const counts = truth(districts);
        const published = protect(result(observations(counts)), {
          edition: 'board',
          threshold: 5,
          ceiling: 'B',
          ceilings,
        });
        for (const [key, value] of solve(seen(published))) {
          expect(value === 0 || value >= 5, `${key} = ${value} was found`).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('would find them if only the small counts themselves were hidden', () => {
    const districts: District[] = areas.districts.map((_, i) => (i === 3 ? [3, 9, 0] : [20 + i, 10 + i, 0]));
    const counts = truth(districts);
    const naive = new Map([...counts].filter(([, value]) => value === 0 || value >= 5));
    expect(solve(naive).get(`girls|${areas.districts[3]}`)).toBe(3);
  });
});
