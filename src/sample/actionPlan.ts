import type { Day } from '../reference/brands.js';
import { type Random, random, type Weighted } from './random.js';
import type { SamplePeriod } from './timeline.js';

/** An action of the strategy's plan as it stood at the end of a half-year. */
export interface Action {
  readonly id: string;
  readonly priority: number;
  readonly ref: string;
  /** Recommendation of an earlier profile that it answers; blank for none. */
  readonly recommendation: string;
  readonly owner: string;
  readonly board: string;
  readonly opened: Day;
  readonly due: Day;
  readonly dueFirst: Day;
  readonly dueMoves: number;
  readonly status: string;
  readonly statusAt: Day;
  readonly rag: string;
  readonly completed: Day | null;
  readonly indicator: string;
  /** Of an action without an indicator: 0 before and 1 when done. */
  readonly baseline: number;
  readonly target: number;
  readonly current: number;
  readonly evidence: string;
}

/** How many actions each of the strategy's seven priorities has. */
const PER_PRIORITY: readonly number[] = [11, 10, 9, 8, 9, 6, 7];

/** Owners likely for each priority: prevention, protect, pursue, partnerships, intelligence, leadership, learning. */
const OWNERS: readonly Weighted<string>[] = [
  [
    ['CSC', 4],
    ['EDU', 5],
    ['VCS', 2],
  ],
  [
    ['CSC', 7],
    ['HEA', 3],
  ],
  [
    ['POL', 9],
    ['LIC', 1],
  ],
  [
    ['CSC', 4],
    ['POL', 3],
    ['HEA', 2],
  ],
  [
    ['POL', 6],
    ['CSC', 3],
  ],
  [
    ['CSC', 6],
    ['POL', 2],
  ],
  [
    ['CSC', 4],
    ['HEA', 3],
    ['EDU', 2],
  ],
];

const INDICATORS: readonly (readonly string[])[] = [
  ['T03', 'T04'],
  ['M19', 'R08', 'M16'],
  ['O08', 'D01', 'D04'],
  ['R03', 'H01'],
  ['I02', 'Q01', 'V06'],
  [],
  ['T01', 'T02'],
];

function action(
  rng: Random,
  answered: Random,
  priority: number,
  n: number,
  period: SamplePeriod,
  startOf: (number: number) => Day,
): Action | null {
  const opened = startOf(Math.floor(10 * rng.next() ** 1.3)) + rng.between(5, 150);
  const dueFirst = opened + rng.between(120, 540);
  const slipped = rng.chance(0.35) ? rng.between(40, 200) : 0;
  const due = dueFirst + slipped;
  const finishes = due + Math.round(30 + rng.normal() * 80);
  const abandoned = rng.chance(0.05);
  const measured = rng.chance(0.45) ? (INDICATORS[priority - 1] ?? []) : [];
  const indicator = measured.length > 0 ? rng.pick(measured) : 'PROCESS';
  const process = indicator === 'PROCESS';
  const baseline = rng.between(35, 65);
  const target = Math.min(95, baseline + rng.between(10, 25));
  const gained = rng.next();
  if (opened > period.end) return null;
  const finished = Math.max(finishes, opened + 14);
  const complete = !abandoned && finished <= period.end;
  const closed = abandoned && finished <= period.end;
  const overdue = !complete && !closed && due < period.end;
  const young = period.end - opened < 45;
  const status = complete
    ? 'COMPLETE'
    : closed
      ? 'CLOSED_NOT_DONE'
      : overdue
        ? 'OVERDUE'
        : young
          ? 'NOT_STARTED'
          : due - period.end < 60
            ? 'AT_RISK'
            : 'ON_TRACK';
  return {
    id: `A${priority}${String(n).padStart(2, '0')}`,
    priority,
    ref: `${priority}.${n}`,
    recommendation: answered.chance(0.25)
      ? `${answered.between(2015, 2017)}-H1/R${answered.between(1, 6)}`
      : '',
    owner: rng.weighted(OWNERS[priority - 1] ?? [['CSC', 1]]),
    board: rng.weighted([
      ['PAN', 46],
      ['LANCS', 34],
      ['BPOOL', 10],
      ['BWD', 10],
    ] as const),
    opened,
    due,
    dueFirst,
    dueMoves: slipped === 0 ? 0 : slipped > 150 ? 3 : slipped > 100 ? 2 : 1,
    status,
    statusAt: complete || closed ? finished : Math.max(opened, overdue ? due + 1 : 0, period.end - 10),
    rag: complete ? 'B' : overdue || closed ? 'R' : status === 'AT_RISK' ? 'A' : 'G',
    completed: complete ? finished : null,
    indicator,
    baseline: process ? 0 : baseline,
    target: process ? 1 : target,
    current: process ? Number(complete) : Math.round(baseline + (target - baseline) * gained),
    evidence: complete ? `E-${priority}${String(n).padStart(2, '0')}` : '',
  };
}

/** The action plan as it stood at the end of a half-year: every action opened by then. */
export function actionsOf(seed: number, period: SamplePeriod, startOf: (number: number) => Day): Action[] {
  return PER_PRIORITY.flatMap((count, i) =>
    Array.from({ length: count }, (_, n) =>
      action(
        random(seed, 'action', i + 1, n + 1),
        random(seed, 'recommendation', i + 1, n + 1),
        i + 1,
        n + 1,
        period,
        startOf,
      ),
    ).filter((one) => one !== null),
  );
}
