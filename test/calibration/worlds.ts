import { type Judged, judgeCounts, judgeShares } from '../../src/analysis/gate/changes.js';
import { judgePlaces } from '../../src/analysis/gate/localities.js';
import { judgeOutlook, judgeTrend } from '../../src/analysis/gate/series.js';
import { judgeMonths } from '../../src/analysis/gate/signals.js';
import { type Random, random } from '../../src/sample/random.js';
import { localityVsRest } from '../../src/statistics/localityComparison.js';
import { chartFor } from '../../src/statistics/spc/dispersion.js';
import { exactCountLimits } from '../../src/statistics/spc/exactLimits.js';

/**
 * How often something was said, over how many profiles, and the band in which that share must lie. A band that begins above 0 is
 * left by a gate that has fallen silent, which would raise no false alarm either.
 */
export interface Line {
  readonly name: string;
  readonly share: number;
  /** Profiles that the share is of; slow worlds run fewer than the size of the run. */
  readonly of: number;
  readonly band: readonly [low: number, high: number];
}

/** A simulated world in which nothing changes; whatever is called a change there is a false alarm. */
export interface World {
  readonly title: string;
  readonly run: (profiles: number) => readonly Line[];
}

const DAYS = { before: 183, after: 183 };

/** A direction was said: in a world without change this is a false alarm. */
export function directed({ verdict }: Pick<Judged, 'verdict'>): boolean {
  return verdict === 'higher' || verdict === 'lower';
}

type Share = Pick<Line, 'share' | 'of'>;

function shareOf(profiles: number, one: () => boolean): Share {
  let found = 0;
  for (let n = 0; n < profiles; n++) if (one()) found += 1;
  return { share: found / profiles, of: profiles };
}

/** A count with this mean whose variance is `phi` times as large: a gamma mixture of Poisson counts. */
function clustered(rng: Random, mean: number, phi: number): number {
  if (phi <= 1) return rng.poisson(mean);
  const shape = mean / (phi - 1);
  return rng.poisson(gamma(rng, shape) * (phi - 1));
}

/** Marsaglia and Tsang's gamma variate with scale 1. */
function gamma(rng: Random, shape: number): number {
  if (shape < 1) return gamma(rng, shape + 1) * rng.next() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = rng.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - rng.next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Episodes of children in two half-years without change: half of the children are in both, each at a pace of their own. */
export function unchangedChildren(rng: Random, children: number): { before: number[]; after: number[] } {
  const before: number[] = [];
  const after: number[] = [];
  for (let child = 0; child < children; child++) {
    const pace = 0.8 + 3 * gamma(rng, 0.5);
    const [first, second] = rng.chance(0.5) ? [true, true] : rng.chance(0.5) ? [true, false] : [false, true];
    const [a, b] = [first ? rng.poisson(pace) : 0, second ? rng.poisson(pace) : 0];
    if (a + b === 0) continue;
    before.push(a);
    after.push(b);
  }
  return { before, after };
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

function years(length: number): number[] {
  return Array.from({ length }, (_, i) => (i % 2 === 0 ? 183 : 182) / 365);
}

/** How false alarms on episodes are counted, with the product's own test or another one. */
export function episodeAlarms(
  children: number,
  profiles: number,
  judge: (before: readonly number[], after: readonly number[]) => Pick<Judged, 'verdict'>,
): Share {
  const rng = random('clustered episodes', children);
  return shareOf(profiles, () => {
    const { before, after } = unchangedChildren(rng, children);
    return directed(judge(before, after));
  });
}

export function productEpisodes(before: readonly number[], after: readonly number[]): Judged {
  return judgeCounts('period-swap', { n1: sum(before), n2: sum(after) }, DAYS, { before, after });
}

/** Verdicts on a month that call nobody’s attention. */
const QUIET: ReadonlySet<string> = new Set(['within the usual range', 'worth watching', 'too few to say']);

export const worlds: readonly World[] = [
  {
    title: 'Small independent counts',
    run: (profiles) =>
      [6, 12, 30, 100].map((mean) => {
        const rng = random('small counts', mean);
        return {
          name: `mean ${mean}`,
          ...shareOf(profiles, () =>
            directed(judgeCounts('mid-p', { n1: rng.poisson(mean), n2: rng.poisson(mean) }, DAYS, undefined)),
          ),
          band: [mean < 12 ? 0 : 0.03, 0.055],
        };
      }),
  },
  {
    title: 'Children carried over',
    run: (profiles) =>
      [30, 100, 300].map((children) => {
        const rng = random('carried over', children);
        return {
          name: `${children} children`,
          ...shareOf(profiles, () => {
            const { before, after } = unchangedChildren(rng, children);
            const seen = (counts: readonly number[]): number => counts.filter((n) => n > 0).length;
            return directed(
              judgeCounts('paired-people', { n1: seen(before), n2: seen(after) }, DAYS, { before, after }),
            );
          }),
          band: [children < 100 ? 0.005 : 0.03, 0.055],
        };
      }),
  },
  {
    title: 'Episodes of few children',
    run: (profiles) =>
      [12, 30, 80].map((children) => ({
        name: `${children} children`,
        ...episodeAlarms(children, profiles, productEpisodes),
        band: [children < 30 ? 0.01 : 0.03, 0.055],
      })),
  },
  {
    title: 'Shares',
    run: (profiles) =>
      (
        [
          [40, 0.3],
          [120, 0.5],
          [400, 0.1],
        ] as const
      ).map(([whole, p]) => {
        const rng = random('shares', whole);
        const draw = (): { part: number; whole: number } => ({
          part: Array.from({ length: whole }, () => Number(rng.chance(p))).reduce((a, b) => a + b, 0),
          whole,
        });
        return {
          name: `${whole} of whom ${100 * p}%`,
          ...shareOf(Math.ceil(profiles / 4), () => directed(judgeShares(draw(), draw(), 20))),
          band: [0.02, 0.065],
        };
      }),
  },
  {
    title: 'Fourteen places without a difference',
    run: (profiles) =>
      // At a mean of 6 some places expect fewer than five: no overall test, only the adjustment guards the report.
      [6, 10, 30].map((mean) => {
        const rng = random('places', mean);
        const size = Array.from({ length: 14 }, (_, i) => 0.5 + (i % 5) / 4);
        return {
          name: `any flag in a report, mean ${mean}`,
          ...shareOf(Math.ceil(profiles / 4), () => {
            const counts = size.map((s) => rng.poisson(mean * s));
            const [total, years] = [sum(counts), sum(size)];
            const places = counts.map((own, at) => {
              const mine = size[at] ?? 0;
              return { own, rest: total - own, years: mine, restYears: years - mine };
            });
            return judgePlaces(places).places.some(directed);
          }),
          band: [0.005, 0.055],
        };
      }),
  },
  {
    title: 'One place against the rest',
    run: (profiles) =>
      [30, 100].map((mean) => {
        const rng = random('one place', mean);
        return {
          name: `mean ${mean} of ${8 * mean}`,
          ...shareOf(profiles, () => {
            const count = rng.poisson(mean);
            const total = count + rng.poisson(7 * mean);
            return directed(localityVsRest({ count, total, personYears: 1, totalPersonYears: 8 }));
          }),
          band: [0.042, 0.053],
        };
      }),
  },
  {
    title: 'Eight half-years without a trend',
    run: (profiles) =>
      [8, 30, 100].map((mean) => {
        const rng = random('no trend', mean);
        return {
          name: `mean ${mean}`,
          ...trendAlarms(profiles, () => rng.poisson(mean)),
          band: [0.01, 0.05],
        };
      }),
  },
  {
    title: 'Clustered half-years without a trend',
    run: (profiles) =>
      [3, 7].map((phi) => {
        const rng = random('clustered series', phi);
        return {
          name: `phi ${phi}`,
          ...trendAlarms(profiles, () => clustered(rng, 60, phi)),
          band: [0.03, 0.06],
        };
      }),
  },
  {
    title: 'Seasons without a trend',
    run: (profiles) => {
      const rng = random('season');
      return [
        {
          name: 'summer and winter 20% apart from the mean',
          ...trendAlarms(profiles, (i) => rng.poisson(30 * (i % 2 === 0 ? 1.2 : 0.8))),
          band: [0.01, 0.055],
        },
      ];
    },
  },
  {
    title: 'Months without change',
    run: (profiles) => [
      ...[2, 5, 20].map((mean): Line => {
        const rng = random('months', mean);
        return {
          name: `a month outside exact limits, mean ${mean}`,
          ...shareOf(profiles, () => {
            const counts = Array.from({ length: 24 }, () => rng.poisson(mean));
            if (chartFor(counts) !== 'exact') return false;
            const { lower, upper } = exactCountLimits(sum(counts) / counts.length);
            return counts.some((n) => n < lower || n > upper);
          }),
          band: [0.0005, 0.06],
        };
      }),
      ...(
        [
          [18, 1],
          [24, 1],
          [54, 1],
          [18, 3],
          [54, 3],
        ] as const
      ).map(([length, phi]): Line => {
        const rng = random('newest month', length, phi);
        return {
          name: `the newest of ${length} months stands out, mean 20, phi ${phi}`,
          ...shareOf(Math.min(profiles, 4_000), () => {
            const counts = Array.from({ length }, () => clustered(rng, 20, phi));
            return !QUIET.has(judgeMonths(counts, new Array<number>(length).fill(30)).verdict);
          }),
          band: [0.005, 0.08],
        };
      }),
    ],
  },
  {
    title: 'Which monthly chart',
    run: (profiles) => {
      const rng = random('which chart');
      const series = (phi: number): number[] => Array.from({ length: 24 }, () => clustered(rng, 20, phi));
      return [
        {
          name: 'clustered months sent to exact limits',
          ...shareOf(profiles, () => chartFor(series(3)) === 'exact'),
          band: [0, 0.08],
        },
        {
          name: 'independent months sent away from them',
          ...shareOf(profiles, () => chartFor(series(1)) !== 'exact'),
          band: [0, 0.02],
        },
      ];
    },
  },
  {
    title: 'The next half-year',
    run: (profiles) =>
      [1, 3, 7].flatMap((phi): Line[] => {
        const rng = random('next', phi);
        let [in80, in95, made] = [0, 0, 0];
        for (let n = 0; n < profiles; n++) {
          const counts = Array.from({ length: 9 }, () => clustered(rng, 60, phi));
          const [next = 0] = counts.splice(8);
          const found = judgeOutlook({ counts, personYears: years(8) }, 183 / 365);
          if (found.refusal !== null) continue;
          made += 1;
          if (next >= found.range80.lower && next <= found.range80.upper) in80 += 1;
          if (next >= found.range95.lower && next <= found.range95.upper) in95 += 1;
        }
        return [
          { name: `inside the 80% range, phi ${phi}`, share: in80 / made, of: made, band: [0.76, 0.93] },
          // The aim is 94 to 97%. At phi 7 this rule holds a little less (93.5 to 94%): a known shortfall, not a pass of the aim.
          { name: `inside the 95% range, phi ${phi}`, share: in95 / made, of: made, band: [0.92, 1] },
        ];
      }),
  },
];

function trendAlarms(profiles: number, draw: (i: number) => number): Share {
  return shareOf(Math.ceil(profiles / 2), () => {
    const counts = Array.from({ length: 8 }, (_, i) => draw(i));
    const judged = judgeTrend({ counts, personYears: years(8) });
    return judged.refusal === null && judged.trend.verdict !== 'no clear trend';
  });
}

/** How often a real change is found: printed, not judged. */
export function power(profiles: number): readonly Omit<Line, 'band'>[] {
  const found = (name: string, from: number, to: number) => {
    const rng = random('power', name);
    return {
      name,
      ...shareOf(profiles, () =>
        directed(judgeCounts('mid-p', { n1: rng.poisson(from), n2: rng.poisson(to) }, DAYS, undefined)),
      ),
    };
  };
  const rising = random('power', 'trend');
  return [
    found('a doubling from 10', 10, 20),
    found('a doubling from 20', 20, 40),
    found('a doubling from 30', 30, 60),
    found('half as many again from 50', 50, 75),
    {
      name: 'a rise of 10% a half-year from 20, eight half-years',
      ...trendAlarms(profiles, (i) => rising.poisson(20 * 1.1 ** i)),
    },
  ];
}
